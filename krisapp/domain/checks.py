"""What a check of a text says (granskning), and the circumstances it is checked in."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum

import msgspec

from krisapp.domain.sheet import Sheet


class Stage(StrEnum):
    """Where in its chain a text stands (skede), rule P57."""

    FIRST = "first"
    UPDATE = "update"
    CORRECTION = "correction"
    RETRACTION = "retraction"
    ALL_CLEAR = "all_clear"
    FINAL = "final"

    @property
    def mends(self) -> bool:
        """Return whether the text takes back something that was said (rule P43)."""
        return self in (Stage.CORRECTION, Stage.RETRACTION)

    @property
    def over(self) -> bool:
        """Return whether the danger has passed. After an all-clear more follows, after a final text nothing."""
        return self in (Stage.ALL_CLEAR, Stage.FINAL)


AGREEMENT = "6.7"
"""The rule a contradiction breaks: all outputs of the same facts say the same (domain handbook)."""


class Severity(StrEnum):
    """How hard a finding is: `stop` blocks approval, `warning` is passed by one logged act, `tip` is only shown."""

    STOP = "stop"
    WARNING = "warning"
    TIP = "tip"


class Finding(msgspec.Struct, frozen=True):
    """One thing a check has found: its rule, how hard it is, where in the text, why, and what to write instead.

    `span` counts characters of the checked text, from and to. `suggestion` is empty when there is no one answer.
    `replacement` is the very text that mends the span, empty to strike it, and None when a person has to write.
    """

    rule: str
    severity: Severity
    span: tuple[int, int]
    text: str
    suggestion: str = ""
    replacement: str | None = None


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """The circumstances of one text: who it is for, by which channel, in which stage, when, and whose.

    `issued` is when the text is dated, with offset. `number` is its place in its chain, from 1. `names` are proper
    names that are no persons: places, sites, the sender. `telephones` are the numbers the plan knows. `residents` is
    the residents' text of the same moment, where there is one to compare with (rule P29). `facts_changed` is when the
    sheet last changed, where that is known (rule Q26).
    """

    audience: str
    channel: str
    stage: Stage
    exercise: bool
    issued: datetime
    number: int = 1
    language: str = "sv"
    sender: str = "Flens kommun"
    radio: str = ""
    website: str = ""
    names: tuple[str, ...] = ()
    telephones: tuple[str, ...] = ()
    incident: str = ""
    residents: str = ""
    facts_changed: datetime | None = None

    @property
    def external(self) -> bool:
        """Return whether the text leaves the municipality (audiences E1–E6)."""
        return self.audience.startswith("E")


Check = Callable[[str, Sheet, Context], list[Finding]]
"""A check of the finished text against the fact sheet; pure, and never failing on any text."""

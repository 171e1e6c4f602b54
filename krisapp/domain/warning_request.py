"""Before a warning is asked for (inför en begäran): whether it is one, and its five points, domain handbook 8.2–8.4.

A person answers and ticks; the program weighs nothing by itself, and knows of nothing that is sent.
"""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.checks import Stage
from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.log import Kind
from krisapp.domain.messages import version_of
from krisapp.domain.register import Register
from krisapp.domain.warning import Step, WarningReported, report_step
from krisapp.domain.words import N_, Later, Refused, _

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident


class Wanted(StrEnum):
    """What the answers lead to: a warning at once, information that can wait a little, or a notice in P4 (no VMA)."""

    WARNING = "warning"
    INFORMATION = "information"
    NOTICE = "notice"


WANTED_NAMES = {
    Wanted.WARNING: N_("begär VMA, varning som ska ut omedelbart"),
    Wanted.INFORMATION: N_("begär VMA, information som kan vänta en stund"),
    Wanted.NOTICE: N_("begär inte VMA, be P4 läsa ett myndighetsmeddelande"),
}


class Point(StrEnum):
    """The five things a warning has to say (8.4)."""

    AREA = "area"
    HAPPENED = "happened"
    THREAT = "threat"
    PROTECT = "protect"
    EASE = "ease"


POINT_NAMES = {
    Point.AREA: N_("Vilket område gäller det?"),
    Point.HAPPENED: N_("Vad har hänt eller kan hända?"),
    Point.THREAT: N_("Vad hotar liv, hälsa, egendom eller miljö?"),
    Point.PROTECT: N_("Vad ska man göra för att skydda sig?"),
    Point.EASE: N_("Hur underlättar man räddningsarbetet?"),
}


def wanted(*, danger: bool, urgent: bool) -> Wanted:
    """Return what the law's two questions lead to: is there danger, and must the message out at once (2023:579)?"""
    if not danger:
        return Wanted.NOTICE
    return Wanted.WARNING if urgent else Wanted.INFORMATION


class Requests:
    """What is kept of an incident's requests: how it was weighed, and which texts had all five points."""

    def __init__(self) -> None:
        self.weighed: Register[WarningWeighed] = Register()
        self.checked: dict[str, tuple[ContentChecked, Stamp]] = {}


@event("warning.weighed")
class WarningWeighed(Event, frozen=True):
    """A person answered the law's two questions. What they lead to is told by `wanted`."""

    danger: bool
    urgent: bool

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the standing answers."""
        return incident.part(Requests).weighed.heads

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set the answers and log what they lead to."""
        incident.part(Requests).weighed.set(self, stamp)
        incident.note(
            stamp,
            Kind.DECISION,
            N_("VMA övervägt: {danger} {urgent} Alltså: {wanted}."),
            danger=Later(lambda: _("fara finns.") if self.danger else _("ingen fara.")),
            urgent=Later(lambda: _("Det brådskar.") if self.urgent else _("Det brådskar inte.")),
            wanted=Later(lambda: _(WANTED_NAMES[wanted(danger=self.danger, urgent=self.urgent)])),
        )


@event("warning.content_checked")
class ContentChecked(Event, frozen=True):
    """A person read a request's text for the five points. `version` names that very text: another is not checked."""

    message: str
    version: str
    points: tuple[Point, ...]

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Remember the check of the text and log it."""
        incident.part(Requests).checked[self.version] = (self, stamp)
        incident.note(
            stamp,
            Kind.COMMUNICATION,
            N_("Begäran om VMA: texten är läst mot de fem punkterna, {count} av 5 finns."),
            count=str(len(self.points)),
        )


def checked(incident: "Incident", message: str, text: str) -> tuple[Point, ...] | None:
    """Return which points somebody found in this very text, or None when nobody has looked."""
    found = incident.part(Requests).checked.get(version_of(message, Stage.FIRST, text))
    return found[0].points if found else None


def weigh(incident: "Incident", *, danger: bool, urgent: bool) -> WarningWeighed:
    """Answer the two questions (överväg). Raises `Refused` when they stand so already."""
    made, register = WarningWeighed(danger, urgent), incident.part(Requests).weighed
    if register.value == made and not register.contested:
        raise Refused(N_("Valet är redan nedskrivet så."))
    return made


def check_content(message: str, text: str, points: Sequence[Point]) -> ContentChecked:
    """Say which of the points a text has. Raises `Refused` while one that the law's practice asks for is missing.

    How people make the rescue easier may be left out: there is not always anything they can do.
    """
    missing = next((one for one in Point if one not in points and one is not Point.EASE), None)
    if missing is not None:
        raise Refused(N_("Texten behöver svara på: {point}"), point=Later(lambda: _(POINT_NAMES[missing])))
    return ContentChecked(message, version_of(message, Stage.FIRST, text), tuple(one for one in Point if one in points))


def read_back(
    incident: "Incident",
    message: str,
    at: datetime,
    *,
    now: datetime,
    said: Sequence[str],
    heard: Sequence[str],
    wording: str = "",
    who: str = "",
) -> WarningReported:
    """Report that the text was read back (motläsning): `heard` are the sentences that came back as they were `said`.

    `wording` is what Sveriges Radio settled on instead. Raises `Refused` while a sentence is neither heard nor worded
    anew, and as `report_step` does.
    """
    missing = next((one for one in said if one not in heard), None)
    if missing is not None and not wording.strip():
        raise Refused(N_("Motläs också: ”{sentence}” Eller skriv hur Sveriges Radio vill ha texten."), sentence=missing)
    return report_step(incident, message, Step.READ_BACK, at, now=now, who=who, text=wording)


class Pace(msgspec.Struct, frozen=True):
    """How long a text takes to read aloud: its words, and whole seconds at a calm pace."""

    words: int
    seconds: int


def pace(words: int) -> Pace:
    """Return how long words take at 130 a minute, the pace of a warning on the radio."""
    return Pace(words, -(-words * 60 // 130))

"""The rules of the communication policy (policyns regler), P1–P65 of the domain handbook, chapter 2, row PL8."""

from datetime import date
from enum import StrEnum

import msgspec

from krisapp.domain.words import N_

REVIEWED_WITHIN = 4
"""Years after which a policy should be looked over (rule P5)."""


class Strength(StrEnum):
    """How hard a rule is: the program refuses, asks for a reason or warns, or shows and keeps."""

    HARD = "hard"
    SOFT = "soft"
    INFO = "info"


STRENGTH_NAMES = {Strength.HARD: N_("stoppar"), Strength.SOFT: N_("varnar"), Strength.INFO: N_("visar")}


class PolicyRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A rule: its number, the policy's heading, what it says, and how hard it is.

    `how` says what the program does about it today and `later` what is still to come; one of them may be empty. `view`
    and `item` name the screen where it acts and the thing in it.
    """

    id: str
    heading: str
    sentence: str
    strength: Strength
    how: str = ""
    later: str = ""
    view: str = ""
    item: str = ""

    @property
    def acts(self) -> bool:
        """Return whether the program carries the rule out."""
        return bool(self.how)


def age(valid_from: str, today: date) -> int:
    """Return for how many whole years a policy has applied; the date is written 2016-08-01 (rule P5)."""
    since = date.fromisoformat(valid_from)
    return today.year - since.year - ((today.month, today.day) < (since.month, since.day))

"""Decisions (beslut): numbered, in the formulation of domain handbook 3.10, and never rewritten.

A decision is changed or revoked by a new one that names it. It carries the number it was given when it was made, which
people may already have heard or have on paper: two consoles that lost one another may give the same, and then both keep
it with signs of their own behind. The events lie in `decision_history`, the deciding in `deciding`.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.delegation import BOARD_ROLE
from krisapp.domain.events import Stamp
from krisapp.domain.register import Register
from krisapp.domain.words import N_, _

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

COUNCIL = N_("Kommunfullmäktige")
"""Whom the decisions of the krisledningsnämnd are reported to (LEH)."""


class Sort(StrEnum):
    """What a decision is about: anything, the direction, the level, or the krisledningsnämnd itself."""

    ORDINARY = "ordinary"
    DIRECTION = "direction"
    LEVEL = "level"
    BOARD = "board"


SORT_NAMES = {
    Sort.ORDINARY: N_("Beslut"),
    Sort.DIRECTION: N_("Inriktningsbeslut"),
    Sort.LEVEL: N_("Nivå"),
    Sort.BOARD: N_("Krisledningsnämnd"),
}


class State(StrEnum):
    """Whether a decision holds."""

    HOLDS = "holds"
    CHANGED = "changed"
    REVOKED = "revoked"
    LAPSED = "lapsed"


class Formulation(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a decision says, domain handbook 3.10.

    `decider` is a person's id or words for one the plan does not have, `role` the code in which it was decided. `law`
    and `delegation` tell by what right, `report_to` the board it is reported to when it was taken by delegation.
    `units` are the parts of the municipality it affects (rule P9), `staff` what it means to those who work there.
    `until` ends it, `review_at` is when it is tried again, `ground` the legal ground when it is secret (rule P31), and
    `paper` the number of the form it was first written on.
    """

    text: str
    decided_at: datetime
    decider: str
    role: str = ""
    background: str = ""
    purpose: str = ""
    carried_out_by: str = ""
    due: datetime | None = None
    until: datetime | None = None
    review_at: datetime | None = None
    condition: str = ""
    units: tuple[str, ...] = ()
    staff: str = ""
    communicate: str = ""
    agreed_with: str = ""
    law: str = ""
    delegation: str = ""
    report_to: str = ""
    ground: str = ""
    paper: str = ""


class Told(StrEnum):
    """How the employees whom a decision affects were told (rule P9): by the fact sheet's texts, or by word of mouth."""

    SHEET = "sheet"
    SPOKEN = "spoken"
    NOT = ""


class Report(msgspec.Struct, frozen=True):
    """That a decision was reported: to which board, on which day and under which number."""

    to: str
    on: date
    reference: str = ""


class Decision:
    """One decision. `id` is the entry that made it; `changes` the decision it changes or, with `revokes`, revokes.

    `within` is a decision without which it does not hold, and `lapsed` when something else in the program ended it.
    """

    def __init__(self, id: str) -> None:
        self.id = id
        self.number = 0
        self.sort = Sort.ORDINARY
        self.words: Formulation | None = None
        self.stamp: Stamp | None = None
        self.changes = ""
        self.revokes = False
        self.within = ""
        self.lapsed: Register[datetime] = Register()
        self.told: Register[Told] = Register()
        self.reported: Register[Report] = Register()

    @property
    def made(self) -> Formulation:
        """Return what it says; only for those of `Decisions.all`, which have been made."""
        assert self.words is not None, "not yet read"
        return self.words


class Decisions:
    """The decisions of an incident by id, and the days on which boards meet next, by board."""

    def __init__(self) -> None:
        self.by_id: dict[str, Decision] = {}
        self.meets: dict[str, Register[date | None]] = {}
        self._order: list[Decision] | None = None
        self._later: dict[str, list[Decision]] = {}
        self._same: dict[int, list[str]] = {}

    def decision(self, id: str) -> Decision:
        """Return a decision, made when first asked for: what happens to it may be read before it."""
        return self.by_id.setdefault(id, Decision(id))

    def add(
        self,
        stamp: Stamp,
        number: int,
        words: Formulation,
        sort: Sort,
        changes: str = "",
        *,
        revokes: bool = False,
        within: str = "",
    ) -> Decision | None:
        """Take in a decision from the journal; None when it is here already."""
        one = self.decision(stamp.id)
        if one.words is not None:
            return None
        one.number, one.words, one.sort, one.stamp = number, words, sort, stamp
        one.changes, one.revokes, one.within = changes, revokes, within
        self._order = None
        return one

    @property
    def all(self) -> list[Decision]:
        """Return the decisions by number, those with the same number by their entry: alike on every console."""
        return list(self._read())

    def label(self, id: str) -> str:
        """Return what a decision is called: "7", or "7-3f" when another console gave the same number."""
        one = self.by_id.get(id)
        if one is None or one.words is None:
            return "?"
        self._read()
        same = [other for other in self._same[one.number] if other != id]
        if not same:
            return str(one.number)
        signs = next(n for n in range(2, len(id) + 1) if all(other[:n] != id[:n] for other in same))
        return f"{one.number}-{id[:signs]}"

    def after(self, id: str) -> list[Decision]:
        """Return the decisions that change or revoke one; a level is changed by the next that is set."""
        self._read()
        return self._later.get(id, [])

    def contested(self, id: str) -> bool:
        """Return whether two decisions change the same one: people must decide which holds."""
        return len(self.after(id)) > 1

    def state(self, one: Decision, now: datetime) -> State:
        """Return whether a decision holds."""
        later = self.after(one.id)
        if later:
            return State.REVOKED if all(other.revokes for other in later) else State.CHANGED
        ended = any(end is not None and end <= now for end in (one.made.until, one.lapsed.value))
        return State.LAPSED if ended or self.after(one.within) else State.HOLDS

    def untold(self, now: datetime) -> list[Decision]:
        """Return the decisions that hold and affect employees who have not been told (rule P9)."""
        return [one for one in self.all if owes_word(one) and self.state(one, now) is State.HOLDS]

    def to_review(self, now: datetime) -> list[Decision]:
        """Return the decisions that hold and were to be tried again by now."""
        return [
            one
            for one in self.all
            if one.made.review_at is not None and one.made.review_at <= now and self.state(one, now) is State.HOLDS
        ]

    def waiting(self, now: datetime) -> int:
        """Return how many a person has to see to: employees to tell, to try again, or two that change the same."""
        contested = [one for one in self.all if self.contested(one.id)]
        return len({one.id for one in (*self.untold(now), *self.to_review(now), *contested)})

    def to_report(self, to: str = "") -> list[Decision]:
        """Return the decisions that have still to be reported to a board, or to any (KL, LEH)."""
        return [
            one
            for one in self.all
            if one.made.report_to and to in ("", one.made.report_to) and one.reported.value is None
        ]

    def _read(self) -> "list[Decision]":
        """Return the decisions in order, with what changes what; read anew only when one has been added."""
        if self._order is None:
            made = (one for one in self.by_id.values() if one.words is not None)
            self._order = sorted(made, key=lambda one: (one.number, one.id))
            self._later, self._same = {}, {}
            level = ""
            for one in self._order:
                self._same.setdefault(one.number, []).append(one.id)
                before = level if one.sort is Sort.LEVEL else one.changes
                if before and before != one.id:
                    self._later.setdefault(before, []).append(one)
                level = one.id if one.sort is Sort.LEVEL else level
        return self._order


def owes_word(one: Decision) -> bool:
    """Return whether a decision affects parts of the municipality whose employees have not been told (rule P9)."""
    return bool(one.made.units) and not one.made.ground and not one.told.value


def next_number(incident: "Incident") -> int:
    """Return the number the next decision gets: one more than any given, whether it still holds or not."""
    return max((one.number for one in incident.part(Decisions).all), default=0) + 1


def decider_of(incident: "Incident", words: Formulation) -> str:
    """Return who decided, as people say it: "Folke Stenhagenius, Kommunchef"."""
    from krisapp.domain.delegation import short  # here: it brings in the delegation table

    plan, name = incident.plan, incident.name_of(words.decider)
    role = plan.role(words.role) if plan and words.role else None
    if plan is None or role is None:
        return name
    if role.id != BOARD_ROLE:
        return f"{name}, {short(role)}"
    chair = any((one.role, one.person, one.rank) == (BOARD_ROLE, words.decider, 1) for one in plan.holders)
    return (_("{name}, krisledningsnämndens ordförande") if chair else _("{name}, krisledningsnämnden")).format(
        name=name
    )

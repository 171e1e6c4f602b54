"""The krisledningsnämnd in function (LEH, domain handbook 3.4, list K11): a switch of its own, never a level.

Its chair decides that it enters into function, with the reasons written down; it takes over tasks of other boards,
which are told at once, and hands them back as soon as it can; its decisions are reported to the council. Each of these
is a numbered decision or hangs on one. The events lie in `board_history`, the deciding in `seating`.
"""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.events import Stamp
from krisapp.domain.leading.decision.decisions import COUNCIL, Decision, Decisions
from krisapp.domain.register import Register

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

REVIEW_EVERY = timedelta(days=1)
"""How often it is tried whether the board is still needed (list K11, point 8)."""


class Grounds(msgspec.Struct, frozen=True):
    """Why the event is extraordinary, by the three tests of the law: each in words of its own, none may be empty.

    It departs from what is normal (`departs`), disturbs important services or threatens to (`disturbs`), and asks
    for prompt action by the municipality (`prompt`).
    """

    departs: str
    disturbs: str
    prompt: str


class Told(msgspec.Struct, frozen=True):
    """That a board was told of what was taken over from it: when, and who there."""

    at: datetime
    whom: str


class Takeover:
    """Tasks taken over from a board. `id` is the entry of the decision."""

    def __init__(self, id: str) -> None:
        self.id = id
        self.term = ""
        self.board = ""
        self.tasks = ""
        self.told: Register[Told] = Register()
        self.returned: Register[datetime] = Register()


class Term:
    """One time in function. `id` is the entry of the decision that it enters; `alone` that the chair decided alone."""

    def __init__(self, id: str) -> None:
        self.id = id
        self.since: datetime | None = None
        self.chair = ""
        self.alone = False
        self.grounds: Grounds | None = None
        self.ended: Register[datetime] = Register()
        self.reviews: list[tuple[datetime, str, Stamp]] = []


class CrisisBoard:
    """What the journal tells of the krisledningsnämnd."""

    def __init__(self) -> None:
        self.by_id: dict[str, Term] = {}
        self.taken: dict[str, Takeover] = {}

    def term(self, id: str) -> Term:
        """Return a time in function, made when first asked for."""
        return self.by_id.setdefault(id, Term(id))

    def takeover(self, id: str) -> Takeover:
        """Return a taking over, made when first asked for."""
        return self.taken.setdefault(id, Takeover(id))

    @property
    def terms(self) -> list[Term]:
        """Return the times it has been in function, the first first."""
        known = [(term.since, term) for term in self.by_id.values() if term.since is not None]
        return [term for _since, term in sorted(known, key=lambda pair: (pair[0], pair[1].id))]

    @property
    def current(self) -> Term | None:
        """Return the time in function that has not ended, or None while it is not in function."""
        return next((term for term in self.terms if term.ended.value is None), None)

    def takeovers(self, term: Term) -> list[Takeover]:
        """Return what was taken over while it was in function."""
        return [one for one in self.taken.values() if one.term == term.id]

    def returned_at(self, one: Takeover) -> datetime | None:
        """Return when tasks went back to their board: by themselves, or with the end; None while they are held."""
        ended = self.term(one.term).ended.value
        known = [moment for moment in (one.returned.value, ended) if moment is not None]
        return min(known, default=None)

    def untold(self, term: Term) -> list[Takeover]:
        """Return what was taken over from boards that nobody has told: the reglement says at once."""
        return [one for one in self.takeovers(term) if one.told.value is None]


def review_due(term: Term) -> datetime | None:
    """Return when it is next to be tried whether the board is still needed; None when it has ended."""
    if term.since is None or term.ended.value is not None:
        return None
    return max([term.since, *(at for at, _why, _stamp in term.reviews)]) + REVIEW_EVERY


def decisions_of(incident: "Incident", term: Term) -> list[Decision]:
    """Return the board's own decisions during a time in function: those that are reported to the council (LEH)."""
    ended = term.ended.value
    return [
        one
        for one in incident.part(Decisions).all
        if one.made.report_to == COUNCIL
        and term.since is not None
        and term.since <= one.made.decided_at
        and (ended is None or one.made.decided_at <= ended)
    ]

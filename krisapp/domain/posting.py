"""Posters in their places (anslag på plats): what hangs where, what should, and in which order somebody goes round.

Rows CN3 and CN8. A poster that is put up is a dispatch, and one that no longer holds is followed by `replacing`; this
module only sees both from the wall. Places where least works come first, for nothing else reaches people there.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from krisapp.domain.dispatch import Dispatch, State, Way, spot_of, where_in_words
from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.goals import Goal, goals
from krisapp.domain.log import Kind
from krisapp.domain.replacing import How, Place, confirm_replaced, remaining
from krisapp.domain.words import N_, Later, Refused

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident
    from krisapp.domain.plan import Plan
    from krisapp.domain.replacing import ReplacementConfirmed


POSTER_CHANNELS = ("C12", "C13", "C18", "C19", "C20", "C23")
"""The channels whose texts hang or lie on paper before the public or staff."""


class Hangs(StrEnum):
    """How it is with a message at a place."""

    OLD = "old"
    NOTHING = "nothing"
    COMING = "coming"
    NEWEST = "newest"
    DOWN = "down"


class Posting(NamedTuple):
    """A message at a place of the plan.

    `there` is the paper that hangs, `coming` the newest one on its way; `wrong` says that what hangs has to go.
    `copies`, `key` and `contact` are what the plan says of the place, for whoever goes there.
    """

    goal: Goal
    how: Hangs
    there: Dispatch | None = None
    coming: Dispatch | None = None
    wrong: bool = False
    copies: int = 1
    sheltered: bool = False
    key: str = ""
    contact: str = ""
    responsible: str = ""

    @property
    def where(self) -> str:
        """Return the place in words: "Bettna, Lanthandeln"."""
        return ", ".join(part for part in (self.goal.place, self.goal.where) if part)

    @property
    def carrier(self) -> str:
        """Return who carries the newest, or carried what hangs."""
        paper = self.coming or self.there
        return paper.carrier if paper else ""


@event("dispatch.undone")
class Undone(Event, frozen=True):
    """Somebody found that a text was not there after all: the report `done`, an entry's id, was a mistake.

    It takes back that report and no later one.
    """

    dispatch: str
    done: str

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Put the dispatch back to planned, if that very report is what it stands on."""
        found = incident.dispatches.get(self.dispatch)
        if found is None or found.state is not State.DONE or found.moved is None or found.moved.id != self.done:
            return
        found.state, found.moved, found.at = State.PLANNED, stamp, None
        found.receiver = found.proof = found.photo = ""
        incident.note(
            stamp,
            Kind.COMMUNICATION,
            N_("{message}, nr {number}, är inte framme: {where}. Det var fel antecknat."),
            message=Later(lambda: incident.title_of(found.message)),
            number=str(found.number),
            where=where_in_words(found),
        )


def posters(incident: "Incident") -> tuple[str, ...]:
    """Return the messages that are out and may hang or lie on paper, in the order they were begun."""
    return tuple(id for id, message in incident.messages.items() if message.out and message.channel in POSTER_CHANNELS)


def postings(incident: "Incident", plan: "Plan", message: str, first: Iterable[str] = ()) -> tuple[Posting, ...]:
    """Return a message at each place it is carried to, in the order to go round: `first` names places of the plan.

    What hangs in a place that is no longer in the plan comes last: it has to be taken down as well.
    """
    found = incident.message(message)
    wrong = {left.dispatch for left in remaining(incident) if left.message == message}
    places = list(goals(plan, found.channel))
    known = {spot_of(message, goal) for goal in places}
    # What the outbox sends hangs nowhere.
    carried = [one for one in incident.dispatches.values() if one.message == message and one.way != Way.NET]
    for one in carried:
        if one.spot not in known:
            known.add(one.spot)
            places.append(Goal(one.goal, one.place, one.where))
    order = {place: at for at, place in enumerate(first)}
    towns = list(dict.fromkeys(goal.place for goal in places))
    places.sort(key=lambda goal: (order.get(goal.place, len(order)), towns.index(goal.place)))
    boards = {row.id: row for row in plan.notice_boards}
    made = []
    for goal in places:
        row = boards.get(goal.id)
        posting = _posting(incident, message, goal, carried, wrong)
        if row is not None:
            posting = posting._replace(
                copies=row.copies,
                sheltered=row.sheltered,
                key=row.key,
                contact=row.contact,
                responsible=row.responsible,
            )
        made.append(posting)
    return tuple(made)


def undo_done(incident: "Incident", id: str) -> Undone:
    """Take back a report that a text is there (ångra). Raises `Refused` when there is none."""
    found = incident.dispatches[id]
    if found.state is not State.DONE or found.moved is None:
        raise Refused(N_("Texten är inte antecknad som framme."))
    return Undone(id, found.moved.id)


def take_down(incident: "Incident", posting: Posting) -> "ReplacementConfirmed":
    """Tick what hangs at a place as taken down (nedtaget). Raises `Refused` when nothing hangs there that must go."""
    place = place_of(posting)
    if place is None:
        raise Refused(N_("Här hänger inget."))
    if not posting.wrong:
        raise Refused(N_("Anslaget gäller. Rätta det eller dra tillbaka det under Budskap först."))
    return confirm_replaced(incident, place, How.TAKEN_DOWN)


def place_of(posting: Posting) -> Place | None:
    """Return what `replacing` calls the paper that hangs at a place, or None."""
    return (posting.there.message, posting.there.number, posting.there.id) if posting.there else None


def _posting(incident: "Incident", message: str, goal: Goal, carried: list[Dispatch], wrong: set[str]) -> Posting:
    out = incident.message(message).out
    newest = out.number if out else 0
    here = [one for one in carried if one.spot == spot_of(message, goal)]
    hung = [one for one in here if one.state is State.DONE]
    there = max(hung, key=lambda one: one.number, default=None)
    coming = next((one for one in here if one.open and one.number == newest), None)
    if there is not None and (there.message, there.number, there.id) in incident.replacing.confirmed:
        return Posting(goal, Hangs.COMING if coming else Hangs.DOWN, None, coming)
    if there is None:
        return Posting(goal, Hangs.COMING if coming else Hangs.NOTHING, None, coming)
    bad = there.id in wrong
    how = Hangs.OLD if bad or there.number < newest else Hangs.NEWEST
    return Posting(goal, how, there, coming, bad)

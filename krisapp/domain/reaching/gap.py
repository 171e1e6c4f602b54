"""The reach gap (räckviddsluckan): whom in which place nothing reaches, row CN7.

A path is a channel of the matrix that is not known to be down in the place. It arrives when its text is released and,
where a person must carry it, has been carried there. Nothing here is guessed from what nobody has told.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from krisapp.domain import dispatch
from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Channel
from krisapp.domain.reaching.living import broken, down_in, lives
from krisapp.domain.reaching.working import HOUSE, State, Working, towns
from krisapp.domain.replacing import How

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

OUTSIDE = frozenset(("E4", "E5", "E6"))
"""The audiences that are not in any of the places: partners, media and those who live elsewhere."""


class Verdict(StrEnum):
    """How well an audience in a place is reached. The first three are gaps."""

    NOTHING = "nothing"
    MISSED = "missed"
    LAST_PATH = "last_path"
    WAITING = "waiting"
    ONE_PATH = "one_path"
    REACHED = "reached"


GAPS = (Verdict.NOTHING, Verdict.MISSED, Verdict.LAST_PATH)
"""No path at all; texts are out but none arrives; one path is left and its text is not there yet."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How an audience in a place is reached: the channels that arrive, and those that could and do not yet."""

    audience: str
    place: str
    verdict: Verdict
    arrives: tuple[str, ...]
    waits: tuple[str, ...]
    out: frozenset[str]

    @property
    def gap(self) -> bool:
        """Return whether this is a hole to fill."""
        return self.verdict in GAPS


def reach(incident: "Incident", plan: Plan) -> dict[tuple[str, str], Reach]:
    """Return how each audience is reached in each place, audiences and places in the order of the plan."""
    usable = {channel.id: channel for channel in plan.usable_channels()}
    paths = {audience.id: _paths(incident, plan, audience.id, usable) for audience in plan.audiences}
    places = [place.id for place in towns(plan)]
    there = _carried(incident)
    living = {place: _living(usable, incident.working, place) for place in (*places, HOUSE)}
    lost = _lost(incident)
    found: dict[tuple[str, str], Reach] = {}
    for audience, channels in paths.items():
        out = _out(incident, audience)
        for place in (HOUSE,) if audience in OUTSIDE else places:
            sent, by_hand = living[place]
            open_here = [id for id in channels if id in sent or id in by_hand]
            arrives = tuple(
                id
                for id in open_here
                if id in out
                and ((id in sent and (audience, id) not in lost) or (id in by_hand and (audience, id, place) in there))
            )
            waits = tuple(id for id in open_here if id not in arrives)
            verdict = _verdict(len(arrives), len(waits), some_out=bool(out))
            found[audience, place] = Reach(audience, place, verdict, arrives, waits, out)
    return found


def _verdict(arrives: int, waits: int, *, some_out: bool) -> Verdict:
    if arrives:
        return Verdict.ONE_PATH if arrives == 1 else Verdict.REACHED
    if not waits:
        return Verdict.NOTHING
    if some_out:
        return Verdict.MISSED
    return Verdict.LAST_PATH if waits == 1 else Verdict.WAITING


def _paths(incident: "Incident", plan: Plan, audience: str, usable: dict[str, Channel]) -> list[str]:
    """Return the channels of an audience by the matrix; one by decision counts once its text is out."""
    out = _out(incident, audience)
    return [
        cell.channel
        for cell in plan.matrix
        if cell.audience == audience
        and cell.channel in usable
        and (cell.need in ("M", "B", "K") or cell.channel in out)
    ]


def _living(usable: dict[str, Channel], working: Working, place: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the channels that reach a place by themselves, and those a person can carry there."""
    gone = broken(working, place)
    sent = [id for id, row in usable.items() if lives(row, gone, carried=False)]
    by_hand = [id for id, row in usable.items() if lives(row, gone, carried=True)]
    return frozenset(sent), frozenset(by_hand)


def _out(incident: "Incident", audience: str) -> frozenset[str]:
    messages = incident.messages.values()
    return frozenset(one.channel for one in messages if one.audience == audience and one.out is not None)


def _carried(incident: "Incident") -> frozenset[tuple[str, str, str]]:
    """Return audience, channel and place of what has been carried there and not been taken down again."""
    gone = {place[2] for place, ticked in incident.replacing.confirmed.items() if ticked.how is How.TAKEN_DOWN}
    return frozenset(
        (*_cell(one.message), one.place)
        for one in incident.dispatches.values()
        if one.state is dispatch.State.DONE and one.id not in gone
    )


def _lost(incident: "Incident") -> frozenset[tuple[str, str]]:
    """Return audience and channel of texts whose last dispatch outside the places failed: nobody took them."""
    last = {_cell(one.message): one.state for one in incident.dispatches.values() if not one.place}
    return frozenset(cell for cell, state in last.items() if state is dispatch.State.FAILED)


def _cell(message: str) -> tuple[str, str]:
    audience, _dash, rest = message.partition("-")
    return audience, rest.partition(".")[0]


def affected(incident: "Incident", plan: Plan) -> frozenset[str]:
    """Return the places the incident is about: the towns of its sheet, else all; and those where something is down."""
    all_towns = [place.id for place in towns(plan)]
    named = incident.sheet.places if incident.start else ()
    about = {town for town in all_towns for name in named if name == town or name.startswith(f"{town} ")}
    troubled = {place for (place, _thing), known in incident.working.known.items() if known.state is State.DOWN}
    return frozenset((about or set(all_towns)) | troubled | {HOUSE})


def lost(incident: "Incident", plan: Plan) -> frozenset[str]:
    """Return the channels that are known to be down in some place the incident is about: what the plan of channels is
    made anew for (6.4). A notice is a must as soon as one of those places is without the web.
    """
    if not incident.working.known:
        return frozenset()
    return frozenset().union(*(down_in(plan, incident.working, place) for place in affected(incident, plan)))


def gaps(incident: "Incident", plan: Plan) -> list[Reach]:
    """Return the gaps in the places the incident is about, the worst first."""
    where = affected(incident, plan)
    found = [one for one in reach(incident, plan).values() if one.gap and one.place in where]
    return sorted(found, key=lambda one: GAPS.index(one.verdict))

"""What works where (vad fungerar): power, networks and boards in each place, and the municipality's own systems.

A report is of the world as somebody saw it, and the world changes: the newest report of a thing holds, and all stand
in the log. A report is taken back by a newer one.
"""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.log import Kind
from krisapp.domain.words import N_, Later, Refused, _

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident
    from krisapp.domain.plan import Plan
    from krisapp.domain.plan_rows import Place


class State(StrEnum):
    """Whether a thing works. Nobody having told is a state of its own, and never taken for one of the others."""

    DOWN = "down"
    UNKNOWN = "unknown"
    WORKING = "working"


STATE_NAMES = {State.WORKING: N_("fungerar"), State.DOWN: N_("nere"), State.UNKNOWN: N_("okänt")}

POWER, MOBILE, FIBRE, TELEPHONE, WEB, RADIO, BOARD = "power", "mobile", "fibre", "telephone", "web", "p4", "board"
OWN_WEB, OWN_MAIL, OWN_INTRANET, OWN_EXCHANGE = "own_web", "own_mail", "own_intranet", "own_exchange"

LOCAL = (POWER, MOBILE, FIBRE, TELEPHONE, WEB, RADIO, BOARD)
"""What works or not in each place, in the order it is asked for."""

OWN = (OWN_WEB, OWN_MAIL, OWN_INTRANET, OWN_EXCHANGE)
"""The municipality's own systems."""

HOUSE = ""
"""The place of the municipality's own systems, and of whoever is reached outside the places."""

THING_NAMES = {
    POWER: N_("el"),
    MOBILE: N_("mobilnät"),
    FIBRE: N_("fiber"),
    TELEPHONE: N_("fast telefon"),
    WEB: N_("internet"),
    RADIO: N_("P4"),
    BOARD: N_("anslagstavla"),
    OWN_WEB: N_("egen webb"),
    OWN_MAIL: N_("e-post"),
    OWN_INTRANET: N_("intranät"),
    OWN_EXCHANGE: N_("telefonväxel"),
}

_RESTS_ON = {FIBRE: (POWER,), TELEPHONE: (POWER,), WEB: (FIBRE, MOBILE)}
"""What goes down with the last of what it rests on: a home's fibre and telephone need power there."""


class Known(msgspec.Struct, frozen=True):
    """What was last told of a thing. `since` is when it was first told to be so, unbroken."""

    state: State
    stamp: Stamp
    source: str
    since: datetime


class Working:
    """What is known of each thing in each place, and whether it is cold outdoors."""

    __slots__ = ("cold", "known")

    def __init__(self) -> None:
        self.known: dict[tuple[str, str], Known] = {}
        self.cold: Stamp | None = None

    def told(self, place: str, thing: str) -> State:
        """Return what somebody told of a thing."""
        known = self.known.get((place, thing))
        return known.state if known else State.UNKNOWN

    def state(self, place: str, thing: str) -> State:
        """Return whether a thing works: what was told, or else down where all it rests on is down."""
        told = self.told(place, thing)
        rests = _RESTS_ON.get(thing)
        if told is State.UNKNOWN and rests and all(self.state(place, one) is State.DOWN for one in rests):
            return State.DOWN
        return told


@event("reach.reported")
class Reported(Event, frozen=True):
    """Somebody told what works in a place, or of the municipality's own systems where `place` is empty.

    `states` is thing to working, down or unknown; unknown takes back what was told. `source` is who said so.
    """

    place: str
    states: dict[str, str]
    source: str = ""

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Take each state that this program knows, and log the report as one line."""
        found: dict[str, State] = {}
        for thing, told in self.states.items():
            if thing not in THING_NAMES or told not in _STATES:
                continue
            state = State(told)
            before = incident.working.known.get((self.place, thing))
            since = before.since if before and before.state is state else stamp.at
            incident.working.known[self.place, thing] = Known(state, stamp, self.source, since)
            found[thing] = state
        if found:
            incident.note(
                stamp,
                Kind.SITUATION,
                N_("{place}: {states}. Källa: {source}.") if self.source else N_("{place}: {states}."),
                place=self.place or Later(own_systems),
                states=Later(lambda: in_words(found)),
                source=self.source,
            )


_STATES = frozenset(State)


@event("reach.cold")
class ColdSet(Event, frozen=True):
    """Somebody told that it is cold outdoors, or no longer: without power it is then the last rung of the ladder."""

    cold: bool

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Remember it."""
        incident.working.cold = stamp if self.cold else None
        incident.note(stamp, Kind.SITUATION, N_("Kallt ute.") if self.cold else N_("Inte längre kallt ute."))


def towns(plan: "Plan") -> tuple["Place", ...]:
    """Return the places of the ladder and the gap: the plan's towns (orterna)."""
    return tuple(place for place in plan.places if place.kind == "town")


def own_systems() -> str:
    """Return what the municipality's own systems are called."""
    return _("Kommunens system")


def in_words(states: Mapping[str, State]) -> str:
    """Return states in words, those alike together: "el och fiber nere, P4 fungerar"."""
    parts = []
    for state in (State.DOWN, State.WORKING, State.UNKNOWN):
        names = [_(THING_NAMES[thing]) for thing in THING_NAMES if states.get(thing) is state]
        if names:
            parts.append(f"{together(names)} {_(STATE_NAMES[state])}")
    return ", ".join(parts)


def together(names: list[str]) -> str:
    """Return names as people list them: "anslag, P4 och upplästa besked"."""
    if len(names) < 2:
        return "".join(names)
    return _("{names} och {last}").format(names=", ".join(names[:-1]), last=names[-1])


def report(incident: "Incident", place: str, states: Mapping[str, State], source: str = "") -> Reported:
    """Tell what works in a place, or in the house (rapportera). Raises `Refused` for what the plan does not know."""
    if place and (incident.plan is None or place not in {town.id for town in towns(incident.plan)}):
        raise Refused(N_("{place} finns inte bland planens orter."), place=place)
    wrong = [thing for thing in states if thing not in (LOCAL if place else OWN)]
    if wrong or not states:
        raise Refused(N_("Välj vad som fungerar eller inte fungerar."))
    return Reported(place, {thing: str(state) for thing, state in states.items()}, source.strip())


def set_cold(incident: "Incident", *, cold: bool) -> ColdSet:
    """Tell whether it is cold outdoors. Raises `Refused` when that is known already."""
    if cold == (incident.working.cold is not None):
        raise Refused(N_("Det är redan antecknat."))
    return ColdSet(cold)

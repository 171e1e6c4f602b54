"""What has reached the team (inkommande i övningen): injects that are sent, and what the team made of each."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from krisapp.domain import log
from krisapp.domain.answering import countering, press
from krisapp.domain.events import Event, Stamp
from krisapp.domain.exercising.drill import Drill, Standing
from krisapp.domain.exercising.scenario import Inject, InjectKind, Via
from krisapp.domain.exercising.taking import InjectTaken, Made
from krisapp.domain.leading.task.incoming import Means
from krisapp.domain.leading.task.receiving import receive_report

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

EVERYBODY = "alla"
"""Who an inject is for when it is for no role in particular."""

_MEANS = {Via.PHONE: Means.PHONE, Via.MAIL: Means.EMAIL, Via.RAKEL: Means.RADIO, Via.NOTE: Means.PAPER}


class Arrival(NamedTuple):
    """An inject as it reached the team: when first, how many times, and what was made of it."""

    inject: Inject
    stamp: Stamp
    minute: float
    times: int
    taken: InjectTaken | None

    @property
    def waits(self) -> bool:
        """Return whether nobody has taken it in."""
        return self.taken is None


def arrivals(incident: "Incident", role: str = "") -> list[Arrival]:
    """Return what has reached a role, or the whole team, newest first. What is for everybody reaches every role."""
    drill, found = incident.part(Drill), []
    for one in drill.injects:
        sent = [act for act in drill.acts.get(one.id, ()) if act.standing is Standing.SENT]
        if sent and (not role or one.to in (role, EVERYBODY)):
            taken = drill.taken.get(one.id)
            found.append(Arrival(one, sent[0].stamp, sent[0].minute, len(sent), taken[0] if taken else None))
    return sorted(found, key=lambda arrival: arrival.stamp.at, reverse=True)


def waiting(incident: "Incident") -> int:
    """Return how many that have reached the team and nobody has taken in."""
    return sum(arrival.waits for arrival in arrivals(incident))


def roles(incident: "Incident") -> list[str]:
    """Return the roles anything has reached, in the order of the alphabet."""
    return sorted({arrival.inject.to for arrival in arrivals(incident)} - {EVERYBODY})


def suggested(inject: Inject) -> Made:
    """Return what is most often made of an inject of its kind, for Enter."""
    if inject.kind is InjectKind.MEDIA:
        return Made.ENQUIRY
    if inject.kind in (InjectKind.RUMOUR, InjectKind.SOCIAL):
        return Made.RUMOUR
    if inject.kind in (InjectKind.COLLABORATION, InjectKind.INFORMATION, InjectKind.EVENT):
        return Made.REPORT
    return Made.LOG


def take(incident: "Incident", arrival: Arrival, made: Made, now: datetime) -> Event | None:
    """Make something of an inject: the event of the enquiry, rumour, report or line; None when it is only read.

    Raises `Refused` as what makes each of them does.
    """
    inject = arrival.inject
    makers: dict[Made, Callable[[], Event]] = {
        Made.ENQUIRY: lambda: press.receive(medium=_named(inject), question=inject.text, now=now),
        Made.RUMOUR: lambda: countering.hear(incident, inject.text, now, where=_named(inject)),
        Made.REPORT: lambda: receive_report(
            incident, _named(inject), inject.text, now, now, means=_MEANS.get(inject.via, Means.VISIT)
        ),
        Made.LOG: lambda: log.write(incident, log.Kind.INCOMING, inject.text, arrival.stamp.at, source=_named(inject)),
    }
    return makers[made]() if made in makers else None


def _named(inject: Inject) -> str:
    return inject.from_[:1].upper() + inject.from_[1:]

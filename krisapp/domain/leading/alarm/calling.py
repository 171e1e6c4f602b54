"""Calling people in (inkallning): who has been rung, by whom, and what came of it (domain handbook 3.5, row AC3).

A call without an end counts as not answered five minutes after it began: that is computed from the time, on every
console alike, and needs nobody to say so. Whom to ring next is in `calling_order`.
"""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.leading.alarm.posts import role_of
from krisapp.domain.leading.staff.staffing import later_name
from krisapp.domain.log import Kind, Line
from krisapp.domain.register import Register
from krisapp.domain.words import N_, Later, Refused, _

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

ANSWER_WITHIN = timedelta(minutes=5)
"""How long a call waits for an answer before the next deputy is rung (domain handbook 3.5)."""


class Outcome(StrEnum):
    """What came of a call."""

    REACHED = "reached"
    ON_WAY = "on_way"
    NO_ANSWER = "no_answer"
    UNABLE = "unable"


OUTCOME_NAMES = {
    Outcome.REACHED: N_("nådd"),
    Outcome.ON_WAY: N_("på väg"),
    Outcome.NO_ANSWER: N_("svarar inte"),
    Outcome.UNABLE: N_("kan inte komma"),
}

_SENTENCES = {
    Outcome.REACHED: N_("{person} är nådd som {role}."),
    Outcome.ON_WAY: N_("{person} är på väg som {role}, framme {time}."),
    Outcome.NO_ANSWER: N_("{person} svarar inte ({role})."),
    Outcome.UNABLE: N_("{person} kan inte komma som {role}."),
}


class Call(msgspec.Struct):
    """One call (samtal): begun, ended, or both. What was noted afterwards or on paper may have only an end."""

    person: str
    post: str
    begun: "Begun | None" = None
    begun_by: Stamp | None = None
    ended: "Ended | None" = None
    ended_by: Stamp | None = None

    @property
    def at(self) -> datetime:
        """Return when it began, or ended if nobody noted the beginning."""
        known = self.begun or self.ended
        assert known is not None, "a call is made by its beginning or its end"
        return known.at

    def rings(self, now: datetime) -> bool:
        """Return whether somebody still waits for the answer."""
        return self.ended is None and now - self.at < ANSWER_WITHIN

    def failed(self, now: datetime) -> bool:
        """Return whether nobody answered: somebody said so, or five minutes have passed."""
        if self.ended is None:
            return now - self.at >= ANSWER_WITHIN
        return self.ended.outcome is Outcome.NO_ANSWER


class Calls:
    """What an incident keeps of the calls: every beginning and end, and where people are to gather."""

    def __init__(self) -> None:
        self.begun: dict[str, tuple[Begun, Stamp]] = {}
        self.ended: dict[str, tuple[Ended, Stamp]] = {}
        self.taken_back: set[str] = set()
        self.gathering: Register[Gathering] = Register()

    def calls(self) -> list[Call]:
        """Return the calls in the order they were made: an end belongs to the latest beginning before it.

        Two who ring the same person at once have a call each; an end belongs to its own console's call first.
        """
        found = [
            Call(begun.person, begun.post, begun, stamp)
            for id, (begun, stamp) in self.begun.items()
            if id not in self.taken_back
        ]
        of_person: dict[str, list[Call]] = {}
        for call in found:
            of_person.setdefault(call.person, []).append(call)
        ends = [pair for id, pair in self.ended.items() if id not in self.taken_back]
        for end, stamp in sorted(ends, key=lambda pair: pair[0].at):
            waiting = [
                one
                for one in of_person.get(end.person, ())
                if one.ended is None and one.begun and one.begun.at <= end.at
            ]
            waiting.sort(key=lambda one: (one.begun_by is not None and one.begun_by.person == stamp.person, one.at))
            if waiting:
                waiting[-1].ended, waiting[-1].ended_by = end, stamp
            else:
                found.append(Call(end.person, end.post, None, None, end, stamp))
        return sorted(found, key=lambda one: one.at)


@event("call.begun")
class Begun(Event, frozen=True):
    """Somebody rings a person for a post; `instead_of` is whom they ring instead of, who has not answered."""

    post: str
    person: str
    at: datetime
    instead_of: str = ""

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Keep the call and log it."""
        incident.part(Calls).begun[stamp.id] = (self, stamp)
        sentence = (
            N_("Ringer {person} som ersättare för {other} ({role}).")
            if self.instead_of
            else N_("Ringer {person} ({role}).")
        )
        _log(incident, stamp, self.at, sentence, self, other=later_name(incident, self.instead_of))


@event("call.ended")
class Ended(Event, frozen=True):
    """A call came to something. `eta` is when a person on the way is there; `paper` the sheet it was noted on.

    `automatic` is a call nobody answered within five minutes.
    """

    post: str
    person: str
    outcome: Outcome
    at: datetime
    eta: datetime | None = None
    paper: str = ""
    automatic: bool = False

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Keep the outcome and log it at the time it happened."""
        incident.part(Calls).ended[stamp.id] = (self, stamp)
        sentence = _SENTENCES[self.outcome]
        if self.outcome is Outcome.ON_WAY and self.eta is None:
            sentence = N_("{person} är på väg som {role}.")
        if self.automatic:
            sentence = N_("{person} har inte svarat på fem minuter ({role}).")
        _log(incident, stamp, self.at, sentence, self, time=f"{self.eta:%H.%M}" if self.eta else "")


@event("call.taken_back")
class TakenBack(Event, frozen=True):
    """Somebody took back an outcome, or a call, that was noted by mistake."""

    entry: str

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Leave it out from now on, and log that; what was logged stays readable."""
        calls = incident.part(Calls)
        calls.taken_back.add(self.entry)
        line = incident.lines.get(self.entry)
        number = line.label if line is not None else "–"
        incident.note(stamp, Kind.CORRECTION, N_("Rättar post {number}: samtalet var fel noterat."), number=number)


@event("call.gathering")
class Gathering(Event, frozen=True):
    """Where and when those who are called in are to gather, where else, and what to bring (samling)."""

    place: str
    at: datetime | None
    reserve: str = ""
    bring: str = ""

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the gathering that stands."""
        return incident.part(Calls).gathering.heads

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set it and log it."""
        incident.part(Calls).gathering.set(self, stamp)
        sentence = N_("Samling: {place} kl. {time}.") if self.at else N_("Samling: {place}.")
        time = f"{self.at:%H.%M}" if self.at else ""
        incident.note(stamp, Kind.STAFFING, sentence, place=self.place, time=time)


def _log(
    incident: "Incident", stamp: Stamp, at: datetime, sentence: str, about: Begun | Ended, /, **values: str | Later
) -> None:
    paper = about.paper if isinstance(about, Ended) else ""
    incident.write(
        Line(
            len(incident.log) + 1,
            Kind.STAFFING,
            sentence,
            stamp,
            at,
            {
                "person": later_name(incident, about.person),
                "role": role_of(about.post) or Later(lambda: _("samverkan")),
                **values,
            },
            source=_("papper nr {paper}").format(paper=paper) if paper else "",
        )
    )


def begin(incident: "Incident", post: str, person: str, now: datetime, instead_of: str = "") -> Begun:
    """Ring somebody (ring). Raises `Refused` for nobody, or for one who is being rung from this very post already."""
    if not person:
        raise Refused(N_("Välj vem som ska ringas."))
    if any(call.rings(now) and (call.post, call.person) == (post, person) for call in incident.part(Calls).calls()):
        raise Refused(N_("{name} rings redan. Skriv in vad samtalet gav."), name=incident.name_of(person))
    return Begun(post, person, now, instead_of)


def end(
    incident: "Incident",
    post: str,
    person: str,
    outcome: Outcome,
    at: datetime,
    now: datetime,
    *,
    eta: datetime | None = None,
    paper: str = "",
) -> Ended:
    """Note what came of a call, also one noted on paper with its own time (domain handbook 3.11, L10).

    Raises `Refused` for nobody, a time to come, a time before the alarm, or an arrival before the call.
    """
    if not person:
        raise Refused(N_("Välj vem samtalet gällde."))
    if at > now:
        raise Refused(N_("Tiden ligger framåt i tiden. Kontrollera klockslaget."))
    if at < incident.sheet.alarm_at:
        raise Refused(N_("Tiden ligger före larmet kl. {time}."), time=f"{incident.sheet.alarm_at:%H.%M}")
    if eta is not None and eta < at:
        raise Refused(N_("Framme måste vara efter samtalet kl. {time}."), time=f"{at:%H.%M}")
    return Ended(post, person, outcome, at, eta if outcome is Outcome.ON_WAY else None, paper)


def gather(incident: "Incident", place: str, at: datetime | None, reserve: str = "", bring: str = "") -> Gathering:
    """Say where and when to gather (samling). Raises `Refused` without a place, or when that is already said."""
    place, reserve, bring = place.strip(), reserve.strip(), bring.strip()
    if not place:
        raise Refused(N_("Skriv var de ska samlas, eller att de deltar på distans."))
    set_ = Gathering(place, at, reserve, bring)
    standing = incident.part(Calls).gathering
    if standing.value == set_ and not standing.contested:
        raise Refused(N_("Samlingen är redan satt så."))
    return set_

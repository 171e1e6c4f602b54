"""Who works in which role (bemanning): since when, by whom it was handed over, and who is away.

A post that two people have taken apart on two consoles is a conflict: both stand, and a person chooses by taking it
anew. How long somebody has worked in one go is in `endurance`; the handover itself in `handovers`.
"""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.delegation import short
from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.leading.alarm.posts import role_of
from krisapp.domain.log import Kind, Line
from krisapp.domain.register import Register
from krisapp.domain.words import N_, Later, _

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident


class Away(StrEnum):
    """Why somebody is not available. Never anything about health: that is nobody's business here."""

    REST = "rest"
    OFF = "off"
    UNREACHABLE = "unreachable"


AWAY_NAMES = {Away.REST: N_("vilar"), Away.OFF: N_("är ledig"), Away.UNREACHABLE: N_("går inte att nå")}


class Spell(msgspec.Struct):
    """Somebody's time in a post (tjänstgöring), running while `until` is None. `id` is the entry that began it."""

    id: str
    post: str
    person: str
    since: datetime
    giver: str = ""
    until: datetime | None = None

    @property
    def role(self) -> str:
        """Return the code of the role."""
        return role_of(self.post)

    def covers(self, moment: datetime) -> bool:
        """Return whether the person was in the post then."""
        return self.since <= moment and (self.until is None or moment < self.until)


class Staffing:
    """What an incident keeps of who works: every spell, and for each post the one that stands."""

    def __init__(self) -> None:
        self.spells: dict[str, Spell] = {}
        self.of_person: dict[str, list[Spell]] = {}
        self.posts: dict[str, Register[str]] = {}
        self.absences: list[Absent] = []
        self._ended: dict[str, datetime] = {}

    def register(self, post: str) -> Register[str]:
        """Return who stands in a post, as the entries that put them there."""
        return self.posts.setdefault(post, Register())

    def begin(self, spell: Spell, stamp: Stamp) -> None:
        """Put somebody in a post; who stood there, as the author saw it, leaves at the same time."""
        self.end(spell.post, stamp.replaces, spell.since)
        self.spells[spell.id] = spell
        self.of_person.setdefault(spell.person, []).append(spell)
        if spell.id in self._ended:
            spell.until = self._ended[spell.id]
        else:
            self.register(spell.post).set(spell.id, stamp)

    def end(self, post: str, entries: tuple[str, ...], at: datetime) -> None:
        """Let those whom some entries put in a post leave it, also when an entry has not come yet."""
        self.register(post).drop(entries)
        for entry in entries:
            moment = max(at, self.spells[entry].since) if entry in self.spells else at
            self._ended.setdefault(entry, moment)
            if entry in self.spells and self.spells[entry].until is None:
                self.spells[entry].until = moment

    def standing(self, post: str) -> list[Spell]:
        """Return who is in a post now: one, nobody, or two who took it apart from one another."""
        register = self.posts.get(post)
        return [self.spells[id] for id, _stamp in register.claims] if register else []

    def running(self) -> list[Spell]:
        """Return every spell that goes on, in the order they began."""
        now = [spell for post in self.posts for spell in self.standing(post)]
        return sorted(now, key=lambda spell: (spell.since, spell.post))

    def away(self, person: str, now: datetime) -> "Absent | None":
        """Return the absence a person is in, or None."""
        latest = next((one for one in reversed(self.absences) if one.person == person and one.start <= now), None)
        back = latest is None or (latest.until is not None and latest.until <= now)
        return None if back else latest


@event("duty.taken")
class Taken(Event, frozen=True):
    """Somebody went on duty in a post. `reason` says why without eleven hours of rest, `paper` where it was noted."""

    post: str
    person: str
    since: datetime
    reason: str = ""
    paper: str = ""

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return who stands in the post."""
        return incident.part(Staffing).register(self.post).heads

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Put the person there, and log it at the time it happened."""
        incident.part(Staffing).begin(Spell(stamp.id, self.post, self.person, self.since), stamp)
        sentence = N_("{person} är i tjänst som {role} från {time}.")
        if self.reason:
            sentence = N_("{person} är i tjänst som {role} från {time} utan elva timmars vila. Skäl: {reason}")
        log_duty(incident, stamp, self.since, sentence, self.post, self.person, reason=self.reason, paper=self.paper)


@event("duty.left")
class Left(Event, frozen=True):
    """Somebody left a post without handing it over."""

    post: str
    person: str
    at: datetime
    paper: str = ""

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the spells of this person in the post."""
        return tuple(spell.id for spell in incident.part(Staffing).standing(self.post) if spell.person == self.person)

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Take the person out, and log it."""
        incident.part(Staffing).end(self.post, stamp.replaces, self.at)
        sentence = N_("{person} är inte längre i tjänst som {role}.")
        log_duty(incident, stamp, self.at, sentence, self.post, self.person, paper=self.paper)


@event("duty.absent")
class Absent(Event, frozen=True):
    """Somebody is not available from `start` until `until`, or until further notice; an `until` in the past is back."""

    person: str
    start: datetime
    until: datetime | None
    why: Away

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Keep it, and log it."""
        absences = incident.part(Staffing).absences
        absences.append(self)
        absences.sort(key=lambda one: one.start)
        name = later_name(incident, self.person)
        if self.until is not None and self.until <= self.start:
            incident.note(stamp, Kind.STAFFING, N_("{person} går att kalla in igen."), person=name)
            return
        sentence = N_("{person} {why} till {time}.") if self.until else N_("{person} {why} tills vidare.")
        until = f"{self.until:%H.%M}" if self.until else ""
        incident.note(
            stamp, Kind.STAFFING, sentence, person=name, why=Later(lambda: _(AWAY_NAMES[self.why])), time=until
        )


def log_duty(
    incident: "Incident", stamp: Stamp, at: datetime, sentence: str, post: str, person: str, /, **values: str | Later
) -> None:
    """Log what happened to a post at the time it happened, with the role in words."""
    paper = str(values.get("paper", ""))
    incident.write(
        Line(
            len(incident.log) + 1,
            Kind.STAFFING,
            sentence,
            stamp,
            at,
            {
                "person": later_name(incident, person),
                "role": Later(lambda: role_name(incident, post)),
                "time": f"{at:%H.%M}",
                **values,
            },
            source=_("papper nr {paper}").format(paper=paper) if paper else "",
        )
    )


def later_name(incident: "Incident", person: str) -> Later:
    """Return a person's name for a line of the log: found when it is read, for the plan comes after the journal."""
    return Later(lambda: incident.name_of(person))


def role_name(incident: "Incident", post: str) -> str:
    """Return the role of a post in words, without what else it is, or its code."""
    role = incident.plan.role(role_of(post)) if incident.plan else None
    return short(role) if role else role_of(post)


def roles_of(incident: "Incident", person: str) -> tuple[str, ...]:
    """Return the codes of the roles a person works in now."""
    running = incident.part(Staffing).running()
    return tuple(dict.fromkeys(spell.role for spell in running if spell.person == person))


def acting_as(incident: "Incident", person: str, moment: datetime) -> str:
    """Return the codes of the roles a person worked in at a moment: "KC", "LÄG, SAM", or nothing."""
    spells = incident.part(Staffing).of_person.get(person, ())
    return ", ".join(dict.fromkeys(one.role for one in spells if one.covers(moment)))

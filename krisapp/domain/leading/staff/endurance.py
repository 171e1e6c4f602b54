"""Endurance (uthållighet): how long somebody has worked in one go, and how long they rested before.

Relief is due at ten hours and must have come at twelve; between two stretches of work lie eleven hours of daily rest
(arbetstidslagen; domain handbook 3.12). All is computed from the times people went on and off duty.
"""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.leading.staff.staffing import Spell, Staffing
from krisapp.domain.words import N_, Refused

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

RELIEF_AT = timedelta(hours=10)
"""After how long a warning comes that somebody has to be relieved."""

STOP_AT = timedelta(hours=12)
"""The longest anyone works in one go."""

DAILY_REST = timedelta(hours=11)
"""The rest between two stretches of work that arbetstidslagen asks for (dygnsvila)."""

PAUSE = timedelta(hours=1)
"""A shorter time between two posts than this is no rest: the stretch goes on."""


class Strain(StrEnum):
    """How a stretch of work stands: rested, to be relieved, or too long."""

    FINE = "fine"
    RELIEVE = "relieve"
    STOP = "stop"


class Stretch(msgspec.Struct, frozen=True):
    """Somebody's work in one go (arbetspass i sträck), in one post or several; `until` is None while it goes on."""

    person: str
    since: datetime
    until: datetime | None
    posts: tuple[str, ...]

    def worked(self, now: datetime) -> timedelta:
        """Return how long it has lasted."""
        return (self.until or now) - self.since

    def strain(self, now: datetime) -> Strain:
        """Return how it stands: ten hours ask for relief, twelve are the stop."""
        worked = self.worked(now)
        if worked >= STOP_AT:
            return Strain.STOP
        return Strain.RELIEVE if worked >= RELIEF_AT else Strain.FINE

    @property
    def relieve_by(self) -> datetime:
        """Return when the relief must have come."""
        return self.since + STOP_AT


def stretches(incident: "Incident", person: str) -> list[Stretch]:
    """Return what a person has worked, one stretch after another; posts held side by side are one."""
    spells = sorted(incident.part(Staffing).of_person.get(person, ()), key=lambda one: one.since)
    found: list[Stretch] = []
    for spell in spells:
        last = found[-1] if found else None
        if last is not None and (last.until is None or spell.since - last.until < PAUSE):
            found[-1] = _joined(last, spell)
        else:
            found.append(Stretch(person, spell.since, spell.until, (spell.post,)))
    return found


def _joined(stretch: Stretch, spell: Spell) -> Stretch:
    until = None if stretch.until is None or spell.until is None else max(stretch.until, spell.until)
    posts = tuple(dict.fromkeys((*stretch.posts, spell.post)))
    return Stretch(stretch.person, stretch.since, until, posts)


def working(incident: "Incident") -> list[Stretch]:
    """Return the stretches that go on now, the longest first."""
    people = dict.fromkeys(spell.person for spell in incident.part(Staffing).running())
    current = [stretches(incident, person)[-1] for person in people]
    return sorted((one for one in current if one.until is None), key=lambda one: one.since)


def strained(incident: "Incident", now: datetime) -> list[Stretch]:
    """Return those who have to be relieved, the longest at work first."""
    return [one for one in working(incident) if one.strain(now) is not Strain.FINE]


def rest_before(incident: "Incident", person: str, start: datetime) -> timedelta | None:
    """Return how long a person will have rested at a start, or None for somebody who has not worked before it."""
    before = [one for one in stretches(incident, person) if one.since < start]
    if not before:
        return None
    last = before[-1]
    return timedelta(0) if last.until is None else max(start - last.until, timedelta(0))


def too_short(rest: timedelta | None) -> bool:
    """Return whether a rest is shorter than the law's eleven hours; a pause of less than an hour is no rest at all."""
    return rest is not None and PAUSE <= rest < DAILY_REST


def account_for_rest(incident: "Incident", person: str, rest: timedelta | None, reason: str) -> str:
    """Return the reason to keep with work after a short rest, and nothing when the rest was long enough.

    Raises `Refused` when it is needed and missing: the law allows shorter rest for a while in an emergency, and that
    has to be accounted for (arbetstidslagen).
    """
    if rest is None or not too_short(rest):
        return ""
    if not reason.strip():
        raise Refused(
            N_("{name} får {hours} timmars vila före passet. Dygnsvilan är {least}. Skriv varför det ändå behövs."),
            name=incident.name_of(person),
            hours=int(rest.total_seconds() // 3600),
            least=int(DAILY_REST.total_seconds() // 3600),
        )
    return reason.strip()

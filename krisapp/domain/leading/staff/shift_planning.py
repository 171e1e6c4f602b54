"""Planning shifts (planera pass): what may be planned, where relief is missing, and whom to propose for the next shift.

At most twelve hours in one go, eleven hours of rest between, and nobody in two roles at once but for a few pairs
(arbetstidslagen; domain handbook 3.12).
"""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.leading.alarm.posts import in_calling_order, pair_allowed, role_of
from krisapp.domain.leading.staff.endurance import PAUSE, STOP_AT, account_for_rest, rest_before, too_short, working
from krisapp.domain.leading.staff.handovers import Handovers
from krisapp.domain.leading.staff.shifts import GROUND, OVERLAP, Dropped, Planned, Shift, Shifts, told
from krisapp.domain.leading.staff.staffing import Spell, Staffing
from krisapp.domain.words import N_, Refused

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

THREE_TEAMS, TWO_TEAMS = timedelta(hours=8), timedelta(hours=12)
"""How long a shift is with at least three people for a role, and with fewer."""


def plan_shift(
    incident: "Incident",
    post: str,
    person: str,
    start: datetime,
    end: datetime,
    *,
    shift: str = "",
    reason: str = "",
    secret: bool = True,
) -> Planned:
    """Plan a shift, or change one (planera pass). It is secret unless somebody says it need not be.

    Raises `Refused` for no person or role, times out of order, another role at the same time, and, when no reason says
    why it is needed all the same, more than twelve hours or less than eleven hours of rest before or after it.
    """
    if not person or not role_of(post):
        raise Refused(N_("Välj både roll och person för passet."))
    if end <= start:
        raise Refused(N_("Passet måste sluta efter att det börjar."))
    others = [one for one in incident.part(Shifts).standing() if one.person == person and one.id != shift]
    level = incident.sheet.level
    for one in others:
        allowed = incident.plan is not None and pair_allowed(incident.plan, level, one.role, role_of(post))
        if one.meets(start, end) and not (allowed and one.post != post):
            raise Refused(
                N_("{name} är redan planerad som {role} {start}–{end}."),
                name=incident.name_of(person),
                role=one.role,
                start=told(one.start),
                end=f"{one.end:%H.%M}",
            )
    kept = reason.strip()
    if _in_one_go(start, end, others) > STOP_AT and not kept:
        raise Refused(N_("Det blir mer än 12 timmar i sträck. Dela passet, eller skriv varför det inte går."))
    rests = [rest_before(incident, person, start)] + [
        gap for one in others for gap in (start - one.end, one.start - end) if gap >= timedelta(0)
    ]
    for rest in rests:
        account_for_rest(incident, person, rest, kept)
    return Planned(post, person, start, end, shift, GROUND if secret else "", kept)


def _in_one_go(start: datetime, end: datetime, others: list[Shift]) -> timedelta:
    """Return how long somebody works in one go: a shift together with those that lie within a pause of it."""
    for one in sorted(others, key=lambda other: other.start):
        if one.start - PAUSE < end and start < one.end + PAUSE:
            start, end = min(start, one.start), max(end, one.end)
    return end - start


def drop_shift(incident: "Incident", shift: str) -> Dropped:
    """Take a shift out of the plan (stryk pass). Raises `Refused` for one that is not there."""
    if incident.part(Shifts).register(shift).value is None:
        raise Refused(N_("Passet är redan struket."))
    return Dropped(shift)


def plan_again(shift: Shift) -> Planned:
    """Put a shift that was just dropped back as it was (ångra): what it was granted then still holds."""
    return Planned(shift.post, shift.person, shift.start, shift.end, shift.id, shift.ground, shift.reason)


class Relief(msgspec.Struct, frozen=True):
    """When a post has to be relieved, and by whom: a shift that is planned, one proposed, or nobody (lucka)."""

    spell: Spell
    due: datetime
    planned: Shift | None
    proposed: str = ""
    proposed_end: datetime | None = None

    @property
    def gap(self) -> bool:
        """Return whether nobody is planned to come."""
        return self.planned is None


def reliefs(incident: "Incident", now: datetime) -> list[Relief]:
    """Return the relief of each post somebody works in, the soonest due first.

    Relief is due when the planned shift ends, and at the latest twelve hours after the person began. Who is proposed
    comes first among the role's people that are rested, free and not proposed for another post.
    """
    staffing, planned = incident.part(Staffing), incident.part(Shifts).standing()
    late = {one.person: one.relieve_by for one in working(incident)}
    found: list[Relief] = []
    taken = set(late)
    spells = [spell for spell in staffing.running() if spell.person in late]
    for spell in sorted(spells, key=lambda one: late[one.person]):
        own = [one.end for one in planned if (one.post, one.person) == (spell.post, spell.person) and one.end > now]
        due = min([late[spell.person], *own])
        coming = next(
            (one for one in planned if one.post == spell.post and one.person != spell.person and one.end > due), None
        )
        if coming is not None and coming.start <= due:
            found.append(Relief(spell, due, coming))
            continue
        person = _propose(incident, spell, max(due, now), taken)
        taken.add(person)
        found.append(Relief(spell, due, None, person, max(due, now) + length_of(incident, spell.role)))
    return sorted(found, key=lambda one: one.due)


def changing_now(incident: "Incident", now: datetime) -> list[Relief]:
    """Return the posts whose planned relief has begun or begins within half an hour: the change of shift (passbyte)."""
    waiting = {one.offered.post for one in incident.part(Handovers).waiting()}
    return [
        one
        for one in reliefs(incident, now)
        if one.planned is not None and one.planned.start <= now + OVERLAP and one.spell.post not in waiting
    ]


def length_of(incident: "Incident", role: str) -> timedelta:
    """Return how long a shift of a role is: eight hours with three people or more, else twelve."""
    people = in_calling_order(incident.plan, role) if incident.plan else ()
    return THREE_TEAMS if len(people) >= 3 else TWO_TEAMS


def _propose(incident: "Incident", spell: Spell, start: datetime, taken: set[str]) -> str:
    """Return the first of a role's people who can come: rested, free then, not away, not at work or proposed."""
    plan, staffing = incident.plan, incident.part(Staffing)
    shifts = incident.part(Shifts).standing()
    end = start + length_of(incident, spell.role)
    for person in in_calling_order(plan, spell.role) if plan else ():
        planned = any(one.person == person and one.meets(start, end) for one in shifts)
        if person in taken or planned or staffing.away(person, start) is not None:
            continue
        if not too_short(rest_before(incident, person, start - OVERLAP)):
            return person
    return ""

"""Manning the organisation (bemanna): going on and off duty and being away, and why that may not be."""

from datetime import datetime
from typing import TYPE_CHECKING

from krisapp.domain.leading.alarm.posts import post_of, role_of, to_be_manned
from krisapp.domain.leading.staff.endurance import account_for_rest, rest_before
from krisapp.domain.leading.staff.staffing import Absent, Away, Left, Staffing, Taken, role_name, roles_of
from krisapp.domain.words import N_, Refused

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident


def take(
    incident: "Incident",
    post: str,
    person: str,
    since: datetime,
    now: datetime,
    *,
    reason: str = "",
    paper: str = "",
) -> Taken:
    """Put somebody on duty in a post (gå i tjänst).

    Raises `Refused` for nobody, for a time to come, when the person is there already, or when less than eleven hours
    have passed since the last work (arbetstidslagen) and no reason says why: the law allows it for a while in an
    emergency, and asks that it can be accounted for.
    """
    if not person:
        raise Refused(N_("Välj vem som går i tjänst."))
    if not role_of(post):
        raise Refused(N_("Välj vilken roll det gäller."))
    if since > now:
        raise Refused(N_("Tiden ligger framåt i tiden. Planera ett pass i stället."))
    standing = incident.part(Staffing).standing(post)
    if [spell.person for spell in standing] == [person]:
        raise Refused(
            N_("{name} är redan i tjänst som {role}."), name=incident.name_of(person), role=role_name(incident, post)
        )
    kept = account_for_rest(incident, person, rest_before(incident, person, since), reason)
    return Taken(post, person, since, kept, paper)


def leave(incident: "Incident", post: str, person: str, at: datetime, now: datetime, *, paper: str = "") -> Left:
    """Take somebody out of a post (gå av). Raises `Refused` for one who is not there, or a time out of order."""
    spell = next((one for one in incident.part(Staffing).standing(post) if one.person == person), None)
    if spell is None:
        raise Refused(
            N_("{name} är inte i tjänst som {role}."), name=incident.name_of(person), role=role_name(incident, post)
        )
    if not spell.since <= at <= now:
        raise Refused(N_("Tiden måste ligga efter att passet började och inte framåt i tiden."))
    return Left(post, person, at, paper)


def absent(incident: "Incident", person: str, start: datetime, until: datetime | None, why: Away) -> Absent:
    """Note that somebody is away (frånvarande). Raises `Refused` for nobody, while they work, or times out of order."""
    if not person:
        raise Refused(N_("Välj vem det gäller."))
    roles = roles_of(incident, person)
    if roles:
        raise Refused(
            N_("{name} är i tjänst som {roles}. Lämna över först."),
            name=incident.name_of(person),
            roles=", ".join(roles),
        )
    if until is not None and until <= start:
        raise Refused(N_("Tiden då frånvaron slutar måste ligga efter att den börjar."))
    return Absent(person, start, until, why)


def back(incident: "Incident", person: str, now: datetime) -> Absent:
    """Note that somebody who was away can be called again (tillbaka). Raises `Refused` for one who is not away."""
    away = incident.part(Staffing).away(person, now)
    if away is None:
        raise Refused(N_("{name} är inte frånvarande."), name=incident.name_of(person))
    return Absent(person, now, now, away.why)


def unmanned(incident: "Incident") -> list[str]:
    """Return the codes of the roles that the level and the type need and that nobody works in."""
    if incident.plan is None:
        return []
    sheet = incident.sheet
    held = {spell.role for spell in incident.part(Staffing).running()}
    return [role for role in to_be_manned(incident.plan, sheet.level, sheet.type) if role not in held]


def free_post(incident: "Incident", role: str, person: str) -> str:
    """Return the post somebody takes beside those who work in a role already: the role's own if nobody is in it."""
    return post_of(role, person) if incident.part(Staffing).standing(role) else role

"""What to say when one rings (manuset): the words of the chain, filled with the incident (handbook 3.5, K02-03)."""

from typing import TYPE_CHECKING

from krisapp.domain.delegation import short
from krisapp.domain.language.clock import moment, spoken_moment
from krisapp.domain.language.places import in_places
from krisapp.domain.leading.alarm.calling import Calls
from krisapp.domain.leading.alarm.calling_order import Turn
from krisapp.domain.words import N_, _

if TYPE_CHECKING:
    from datetime import datetime

    from krisapp.domain.incident import Incident

LADDER = N_("Fungerar inte mobilen: fast telefon, Rakel, bud hem till personen. Annars möts ni på samlingsplatsen.")
"""The ways that are left when the mobile nets are down (domain handbook 3.5)."""

COMMAND_POST, RESERVE_POST = "ledningsplats", "reservledningsplats"
"""The uses of the plan's premises where the staff gathers, and where it gathers instead."""


def script(incident: "Incident", turn: Turn, caller: str, now: "datetime") -> list[str]:
    """Return what to say, sentence by sentence: who rings, what has happened, the level, what they are to do."""
    sheet, plan = incident.sheet, incident.plan
    municipality = plan.settings.municipality if plan else ""
    lines = [_("Det här är en övning. Jag upprepar: en övning.")] if incident.exercise else []
    lines.append(
        _("Hej, det är {name} på {municipality}.").format(name=incident.name_of(caller), municipality=municipality)
    )
    kind = next((row.name for row in plan.types if row.id == sheet.type), "") if plan else ""
    where = in_places(sheet.places, plan.places) if plan else ""
    what = " ".join(part for part in (_inside(kind), where) if part)
    lines.append(
        _("Det gäller {what}. Larmet kom {time}.").format(
            what=what or sheet.name, time=spoken_moment(sheet.alarm_at, now)
        )
    )
    said = sheet.what_happened or sheet.headline
    if said:
        lines.append(said if said.endswith((".", "!", "?")) else f"{said}.")
    if sheet.danger_to_life:
        lines.append(_("Det är fara för liv eller hälsa."))
    level = next((row.name for row in plan.levels if row.id == sheet.level), sheet.level) if plan else sheet.level
    if not turn.post.role:
        lines.append(_("Kommunen har gått upp i {level}. Jag ringer för att ni ska veta.").format(level=_inside(level)))
        return lines
    lines.append(_("Vi har gått upp i {level}.").format(level=_inside(level)))
    role = plan.role(turn.post.role) if plan else None
    words = _inside(short(role)) if role else turn.post.role
    if turn.instead_of:
        told = _("Du behövs som {role}. {other} har inte kunnat komma, så nu är det du.")
        lines.append(told.format(role=words, other=incident.name_of(turn.instead_of)))
    else:
        lines.append(_("Du behövs som {role}.").format(role=words))
    lines += _gathering(incident, now)
    lines.append(_("Kan du komma? När är du framme?"))
    return lines


def _inside(name: str) -> str:
    """Return a name as it stands inside a sentence: "elavbrott", but "IT-avbrott"."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def places_to_gather(incident: "Incident") -> tuple[str, str]:
    """Return the plan's command post and the one in reserve, to begin with; empty where the plan names none."""
    premises = incident.plan.premises if incident.plan else ()
    names = {row.use: row.name for row in reversed(premises)}
    return names.get(COMMAND_POST, ""), names.get(RESERVE_POST, "")


def _gathering(incident: "Incident", now: "datetime") -> list[str]:
    """Return where to come and when; before anyone has said so, the plan's command post at once."""
    told = incident.part(Calls).gathering.value
    place, reserve = (told.place, told.reserve) if told else places_to_gather(incident)
    lines = []
    if told is not None and told.at is not None:
        lines.append(_("Vi samlas {time}: {place}.").format(time=moment(told.at, now), place=place))
    elif place:
        lines.append(_("Kom så snart du kan till {place}.").format(place=place))
    if reserve:
        lines.append(_("Går det inte att vara där gäller {place}.").format(place=reserve))
    if told is not None and told.bring:
        lines.append(_("Ta med {things}.").format(things=told.bring))
    return lines

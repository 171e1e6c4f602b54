"""Who is on duty and who comes, on paper (bemanningslista): marked as possibly secret (handbook 3.12)."""

from datetime import datetime

from krisapp.documents.frame import STAFF, sent_by
from krisapp.domain.incident import Incident
from krisapp.domain.leading.staff.endurance import working
from krisapp.domain.leading.staff.shift_planning import reliefs
from krisapp.domain.leading.staff.shifts import Shifts, told
from krisapp.domain.leading.staff.staffing import Staffing, role_name
from krisapp.domain.words import N_, _


def shift_list(incident: Incident, now: datetime) -> dict[str, object]:
    """Return what `documents.pdf` makes the list of, by its template `report`."""
    since = {one.person: one.since for one in working(incident)}
    coming = {one.spell.id: one for one in reliefs(incident, now)}
    on_duty = [
        [
            role_name(incident, spell.post),
            incident.name_of(spell.person),
            told(since.get(spell.person, spell.since)),
            told(coming[spell.id].due) if spell.id in coming else "",
        ]
        for spell in incident.part(Staffing).running()
    ]
    planned = [
        [role_name(incident, one.post), incident.name_of(one.person), told(one.start), told(one.end)]
        for one in incident.part(Shifts).standing()
        if one.end > now
    ]
    return {
        "title": _("Bemanning {time}").format(time=told(now)),
        **sent_by(incident.plan, _(STAFF)),
        "date": now.isoformat(timespec="minutes"),
        "foot": f"{incident.id} {incident.sheet.name}",
        "secrecy": _("Kan omfattas av sekretess: bemanning och uthållighet, OSL 18:13."),
        "exercise": incident.exercise,
        "blocks": [
            {"kind": "heading", "text": _("I tjänst nu")},
            _table((N_("Roll"), N_("Namn"), N_("I tjänst sedan"), N_("Avlöses senast")), on_duty, N_("Ingen.")),
            {"kind": "heading", "text": _("Planerade pass")},
            _table((N_("Roll"), N_("Namn"), N_("Från"), N_("Till")), planned, N_("Inget pass är planerat.")),
        ],
    }


def _table(names: tuple[str, ...], rows: list[list[str]], empty: str) -> dict[str, object]:
    wide = (3, 2, 1, 1)
    columns = [{"name": _(name), "width": width} for name, width in zip(names, wide, strict=True)]
    return {"kind": "table", "columns": columns, "rows": rows, "empty": _(empty), "size": 10}

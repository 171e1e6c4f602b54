"""The call list on paper (ringlista): what to say, whom to ring in which order, and room to note what came of it."""

from datetime import datetime

from krisapp.documents.frame import reached, sent_by
from krisapp.domain.contacts.contact_open import on_paper
from krisapp.domain.delegation import short
from krisapp.domain.incident import Incident
from krisapp.domain.language.clock import clock
from krisapp.domain.leading.alarm.alarm_chain import numbers
from krisapp.domain.leading.alarm.alarm_script import LADDER, script
from krisapp.domain.leading.alarm.call_sheet import rows_at
from krisapp.domain.leading.alarm.calling_order import Turn
from krisapp.domain.leading.alarm.posts import Post, role_of
from krisapp.domain.records.papers import Number
from krisapp.domain.words import N_, _

KEY = N_("Svar: N nådd, V på väg, S svarar inte, K kan inte komma. Ring ersättaren efter fem minuter utan svar.")


def call_list(incident: Incident, number: Number, caller: str, now: datetime) -> dict[str, object]:
    """Return what `documents.pdf` makes the list of, by its template `report`: landscape, one row for each person."""
    plan = incident.plan
    rows = []
    for row in rows_at(incident, incident.sheet.level):
        known = plan.person(row.person) if plan else None
        role = plan.role(role_of(row.post)) if plan else None
        found = reached(numbers(known)) or (known.note if known and known.note else _("inget nummer"))
        name, found = on_paper(known, found) if known else (row.person, found)
        title = short(role) if role and not row.rank else ""
        rows.append([str(row.number), title, name, found, "", "", ""])
    columns = (
        (N_("Rad"), "auto"),
        (N_("Roll"), 3),
        (N_("Namn, ersättare under"), 4),
        (N_("Telefon"), 6),
        (N_("Ringd kl."), 2),
        (N_("Svar"), 1),
        (N_("Framme kl."), 2),
    )
    return {
        "title": _("Ringlista {number}").format(number=number),
        **sent_by(plan, f"{incident.id} {incident.sheet.name}"),
        "stamps": [_("Papper nr {number}").format(number=number), _("Utskriven {time}").format(time=clock(now))],
        "date": now.isoformat(timespec="minutes"),
        "foot": _("{incident}, papper nr {number}. Lämna in papperet: det skrivs in i Krisapp.").format(
            incident=incident.id, number=number
        ),
        "secrecy": _("Privata nummer. Lämna aldrig listan framme."),
        "exercise": incident.exercise,
        "landscape": True,
        "blocks": [
            {"kind": "heading", "text": _("Säg så här")},
            {"kind": "list", "items": _script(incident, caller, now)},
            {"kind": "heading", "text": _("Ring i den här ordningen")},
            {"kind": "text", "text": f"{_(KEY)} {_(LADDER)}"},
            {
                "kind": "table",
                "columns": [{"name": _(name), "width": wide} for name, wide in columns],
                "rows": rows,
                "size": 11,
            },
        ],
    }


def _script(incident: Incident, caller: str, now: datetime) -> list[str]:
    """Return what to say to anybody: the role is read from the row."""
    role = "…"
    said = script(incident, Turn(Post(role, role, ()), "", 1), caller, now)
    return [line.replace("Du behövs som ….", _("Du behövs som … (rollen på raden).")) for line in said]

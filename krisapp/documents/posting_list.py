"""The list for whoever goes round with posters (hänglista, nedtagningslista): in which order, what to hang and take down.

One paper for both, so that nobody goes the same way twice. It is ticked by hand and read back into the register.
"""

from collections.abc import Sequence
from datetime import datetime

from krisapp.domain.incident import Incident
from krisapp.domain.posting import Hangs, Posting
from krisapp.domain.words import _


def posting_paper(incident: Incident, message: str, found: Sequence[Posting], at: datetime) -> dict[str, object]:
    """Return what `documents.pdf` makes the list of, by its template `report`; `found` is in the order to go round."""
    number = len(incident.message(message).releases)
    title = incident.title_of(message)
    down = [one for one in found if one.there is not None and (one.wrong or one.how is Hangs.OLD)]
    up = [one for one in found if one.how in (Hangs.NOTHING, Hangs.COMING, Hangs.OLD, Hangs.DOWN)]
    order = {one.goal: at for at, one in enumerate(found, 1)}
    return {
        "title": _("Anslag att hänga och ta ner: {message}").format(message=title),
        "sender": [incident.plan.settings.sender if incident.plan else "", _("Krisledningsstaben")],
        "date": f"{at:%Y-%m-%dT%H:%M}",
        "stamps": [_("Skriven {time}").format(time=f"{at:%Y-%m-%d %H.%M}"), _("Nyast är nr {n}").format(n=number)],
        "foot": f"{incident.id} {incident.sheet.name}",
        "exercise": incident.exercise,
        "landscape": True,
        "blocks": [
            {
                "kind": "text",
                "text": _("Gå i nummerordning. Skriv klockslag och namn när det är gjort, och ring in det."),
            },
            {"kind": "heading", "text": _("Ta ner")},
            _down(down, order),
            {"kind": "heading", "text": _("Häng upp")},
            _up(up, order, number),
        ],
    }


def _down(rows: Sequence[Posting], order: dict[object, int]) -> dict[str, object]:
    return {
        "kind": "table",
        "columns": [*_place_columns(), {"name": _("Ta ner nr")}, *_done_columns()],
        "rows": [
            [str(order[one.goal]), one.where, _way(one), str(one.there.number) if one.there else "", "", ""]
            for one in rows
        ],
        "empty": _("Inget hänger som måste tas ner."),
    }


def _up(rows: Sequence[Posting], order: dict[object, int], number: int) -> dict[str, object]:
    return {
        "kind": "table",
        "columns": [
            *_place_columns(),
            {"name": _("Häng nr")},
            {"name": _("Antal")},
            {"name": _("Vem"), "width": 2},
            *_done_columns(),
        ],
        "rows": [
            [
                str(order[one.goal]),
                one.where,
                _way(one),
                str(number),
                str(one.copies),
                one.carrier or one.responsible,
                "",
                "",
            ]
            for one in rows
        ],
        "empty": _("Det nyaste anslaget hänger överallt."),
    }


def _place_columns() -> list[dict[str, object]]:
    return [
        {"name": _("Nr"), "width": "auto"},
        {"name": _("Plats"), "width": 3},
        {"name": _("Nyckel och kontakt"), "width": 3},
    ]


def _done_columns() -> list[dict[str, object]]:
    return [{"name": _("Klart kl.")}, {"name": _("Namn"), "width": 2}]


def _way(one: Posting) -> str:
    shelter = _("under tak") if one.sheltered else ""
    return ", ".join(part for part in (one.key, one.contact, shelter) if part)

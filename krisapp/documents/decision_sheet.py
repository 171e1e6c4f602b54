"""Decisions on paper (beslutsblad, anmälan): half a page for one, and a list for the board they are reported to."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from krisapp.documents.frame import sent_by
from krisapp.domain.leading.decision.decision_words import moment, rows, standing, title
from krisapp.domain.leading.decision.decisions import Decision, Decisions, decider_of

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident


def decision_paper(incident: "Incident", one: Decision, now: datetime) -> dict[str, Any]:
    """Return the plain values of a decision sheet, for `compile_pdf` with the template `report`."""
    return _paper(
        incident,
        f"{title(incident, one)}, {incident.sheet.name}",
        now,
        [
            {"kind": "text", "text": f"Beslutet {standing(incident, one, now)}."},
            {"kind": "fields", "rows": [list(row) for row in rows(incident, one)]},
            {"kind": "signatures", "labels": [decider_of(incident, one.made), "Vid protokollet"]},
        ],
        secrecy=f"Sekretess enligt {one.made.ground}" if one.made.ground else "",
    )


def report_paper(incident: "Incident", to: str, reported: Sequence[Decision], now: datetime) -> dict[str, Any]:
    """Return the plain values of a report of decisions to a board (anmälan), secret ones by number and ground only."""
    decisions = incident.part(Decisions)
    table = [
        [
            decisions.label(one.id),
            moment(one.made.decided_at),
            decider_of(incident, one.made),
            f"Sekretess enligt {one.made.ground}" if one.made.ground else one.made.text,
            one.made.delegation or one.made.law,
        ]
        for one in reported
    ]
    columns = [
        {"name": "Nr", "width": "auto"},
        {"name": "Tid", "width": "auto"},
        {"name": "Fattat av", "width": 2},
        {"name": "Beslut", "width": 4},
        {"name": "Med stöd av", "width": 2},
    ]
    return _paper(
        incident,
        f"Anmälan av beslut till {to}",
        now,
        [
            {"kind": "text", "text": f"Besluten är fattade under händelsen {incident.sheet.name} ({incident.id})."},
            {"kind": "table", "columns": columns, "rows": table, "empty": "Inget beslut väntar på att anmälas."},
        ],
    )


def _paper(
    incident: "Incident", name: str, now: datetime, blocks: list[dict[str, Any]], secrecy: str = ""
) -> dict[str, Any]:
    return {
        "title": name,
        **sent_by(incident.plan),
        "date": f"{now:%Y-%m-%dT%H:%M}",
        "stamps": [incident.id, f"Utskrivet {moment(now)}"],
        "foot": f"{incident.id} {name}",
        "secrecy": secrecy,
        "exercise": incident.exercise,
        "blocks": blocks,
    }

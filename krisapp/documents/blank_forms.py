"""Numbered blank forms on paper (pappersblad): one page for each number, to be filled in while the power is out."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from krisapp.documents.frame import sent_by
from krisapp.domain.faults import in_words
from krisapp.domain.incident import Incident
from krisapp.domain.plan import Plan
from krisapp.domain.records.papers import FORM_NAMES, Form, Number
from krisapp.domain.words import N_, _

SHEET = N_(
    "Skriv tydligt, en händelse på varje rad. Bladet skrivs in i Krisapp under sitt nummer när strömmen är tillbaka."
)

ROWS = 11
"""Lines on a log sheet: what fits on a page with the marks of an exercise."""

SHEETS = 20
"""Sheets of each form printed before there is an incident: a first day without power."""

BLANK = (Form.LOG, Form.DECISION, Form.FACTS, Form.POSTER)
"""The forms that are printed blank. A call list is made of the plan: `documents.call_list`."""


def blank_forms(incident: Incident, form: Form, numbers: Sequence[Number], now: datetime) -> bytes:
    """Return a PDF with a page for each number of a form, one of `BLANK`."""
    about = f"{incident.id} {incident.sheet.name}"
    return _printed(incident.plan, form, numbers, now, (incident.id, about), exercise=incident.exercise)


def forms_in_advance(plan: Plan, form: Form, numbers: Sequence[Number], now: datetime) -> bytes:
    """Return a PDF of a form printed before there is an incident, whose name is written by hand (handbook 3.7)."""
    return _printed(plan, form, numbers, now, (_("i förväg"), _("Händelse: ____________________")), exercise=False)


def _printed(
    plan: Plan | None,
    form: Form,
    numbers: Sequence[Number],
    now: datetime,
    names: tuple[str, str],
    *,
    exercise: bool,
) -> bytes:
    """Return the PDF; `names` are what the papers belong to, in the title and in full under the sender."""
    from krisapp.documents.pdf import compile_pdf  # here: its engine is large, and who lists the forms prints none yet

    short, about = names
    first, last = numbers[0], numbers[-1]
    span = f"{first}–{last}" if first != last else str(first)
    offset = now.utcoffset()
    printed = in_words(int(now.timestamp() * 1000), int(offset.total_seconds()) // 60 if offset else 0)
    return compile_pdf(
        "blank_form",
        {
            "title": _("{form} {numbers}, {incident}").format(form=_(FORM_NAMES[form]), numbers=span, incident=short),
            **sent_by(plan, about),
            "date": now.isoformat(timespec="minutes"),
            "foot": _("{incident}, utskrivet den {time}").format(incident=short, time=printed),
            "exercise": exercise,
            "form": _(FORM_NAMES[form]),
            "landscape": form is Form.LOG,
            "numbers": [str(number) for number in numbers],
            "parts": _parts(form, plan),
        },
    )


def _parts(form: Form, plan: Plan | None) -> list[dict[str, Any]]:
    match form:
        case Form.LOG:
            return [_text(SHEET), _row(9, N_("Datum"), N_("Loggförare"), N_("Plats")), _log_lines()]
        case Form.DECISION:
            return _decision()
        case Form.FACTS:
            return _facts()
        case _:
            return _poster(plan)


def _log_lines() -> dict[str, Any]:
    columns = ((N_("Rad"), 1), (N_("Klockslag"), 2), (N_("Slag"), 3), (N_("Vad har hänt?"), 14), (N_("Källa"), 5))
    return _lines(columns, ROWS, 9, [[str(place), "", "", "", ""] for place in range(1, ROWS + 1)])


def _decision() -> list[dict[str, Any]]:
    return [
        _row(12, N_("Datum och klockslag"), N_("Fattat av (namn och roll)"), N_("På delegation, sida")),
        _box(N_("Bakgrund: vilka uppgifter bygger beslutet på, och hur säkra är de?"), 34),
        _box(N_("Beslut: kommunen ska …"), 40),
        _box(N_("Syfte: för att …"), 18),
        _row(14, N_("Utförs av"), N_("Klart senast"), N_("Gäller till, omprövas")),
        _box(N_("Berörda verksamheter och målgrupper"), 18),
        _row(14, N_("Kommuniceras: nej, eller när och till vem"), N_("Avstämt med")),
        _row(14, N_("Sekretess: nej, eller lagrum"), N_("Underskrift")),
    ]


def _facts() -> list[dict[str, Any]]:
    columns = ((N_("Klockslag"), 2), (N_("Uppgift"), 10), (N_("Källa"), 4), (N_("Bekräftad, obekräftad, rykte"), 3))
    return [
        _row(12, N_("Datum och klockslag"), N_("Skrivet av")),
        _box(N_("Vad har hänt, och var?"), 26),
        _lines(columns, 9, 9),
        _box(N_("Det här vet vi inte"), 18),
        _box(N_("Råd: gör så här"), 20),
        _row(14, N_("Det här gör kommunen"), N_("Nästa besked, klockslag")),
    ]


def _poster(plan: Plan | None) -> list[dict[str, Any]]:
    contact = plan.settings.public_contact if plan else ""
    parts = [
        _box(N_("Rubrik: vad ska man göra?"), 30),
        _box(N_("Vad har hänt, och var?"), 42),
        _box(N_("Gör så här"), 60),
        _row(22, N_("Nästa besked, dag och klockslag"), N_("Var får man veta mer?")),
        _row(14, N_("Uppsatt: datum, klockslag"), N_("Plats"), N_("Uppsatt av")),
    ]
    return [*parts, {"kind": "text", "text": contact}] if contact else parts


def _text(words: str) -> dict[str, Any]:
    return {"kind": "text", "text": _(words)}


def _box(label: str, height: int) -> dict[str, Any]:
    return {"kind": "box", "label": _(label), "height": height}


def _row(height: int, *labels: str) -> dict[str, Any]:
    return {"kind": "row", "labels": [_(label) for label in labels], "height": height}


def _lines(
    columns: Sequence[tuple[str, int]], lines: int, height: int, rows: Sequence[Sequence[str]] = ()
) -> dict[str, Any]:
    """Return a table to write in: column names with their share of the width, and millimetres a line."""
    named = [{"name": _(name), "width": width} for name, width in columns]
    return {"kind": "lines", "columns": named, "lines": lines, "height": height, "rows": [list(row) for row in rows]}

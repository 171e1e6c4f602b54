"""The plan on paper (pärmen): both plan documents, the contact list sorted by role, and every checklist, in one PDF."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from krisapp.documents.pdf import compile_pdf
from krisapp.domain.contacts.contact_open import on_paper
from krisapp.domain.leading.alarm.alarm_chain import numbers
from krisapp.domain.plan import Plan
from krisapp.domain.planning.plan_document import Part, Piece, chapters_of, pieces
from krisapp.domain.planning.plan_form_rows import DOCUMENTS
from krisapp.domain.words import N_, _

Block = dict[str, Any]


def binder(plan: Plan, now: datetime) -> bytes:
    """Return the whole binder as PDF. Printed copies carry their date in the foot (domain handbook 3.6)."""
    return compile_pdf(
        "report",
        {
            "title": _("Pärm: {version}").format(version=plan.version),
            "sender": [plan.settings.sender, _("Krisledningen")],
            "stamps": [
                _("Antagen {date}").format(date=plan.adopted) if plan.adopted else _("Inte antagen"),
                _("Utskriven {date}").format(date=now.date()),
            ],
            "date": now.isoformat(timespec="minutes"),
            "foot": _("{version}, utskriven {date}").format(version=plan.version, date=now.date()),
            "secrecy": _("Innehåller privata nummer. Förvara pärmen inlåst."),
            "blocks": [*_documents(plan), *_contacts(plan), *_checklists(plan)],
        },
    )


def _documents(plan: Plan) -> Iterator[Block]:
    for document, name in DOCUMENTS:
        yield _heading(_(name))
        for number, chapter in chapters_of(plan, document):
            yield _heading(f"{number} {chapter.title}", 3)
            found = pieces(plan, chapter.text)
            yield from (_piece(piece) for piece in found)
            if not found:
                yield _text(_("Kapitlet är tomt."))
        yield {"kind": "pagebreak"}


def _piece(piece: Piece) -> Block:
    match piece.part:
        case Part.HEADING:
            return _heading(piece.text, 4)
        case Part.SUBHEADING:
            return {"kind": "strong", "text": piece.text}
        case Part.POINT:
            return {"kind": "list", "items": [piece.text]}
        case Part.TABLE:
            head, *rows = piece.rows
            return _table([(name, 1) for name in head], [list(row) for row in rows])
        case _other:
            return _text(piece.text)


def _contacts(plan: Plan) -> Iterator[Block]:
    yield _heading(_("Kontaktlista efter roll"))
    rows = []
    for role in plan.roles:
        for holder in (one for one in plan.holders if one.role == role.id):
            person = plan.person(holder.person)
            if person is not None:
                place = role.name if holder.rank == 1 else _("ersättare {number}").format(number=holder.rank - 1)
                name, reached = on_paper(person, "  ".join(numbers(person)))
                rows.append([role.id, place, name, reached, person.checked or "–"])
    wide = (1, 4, 4, 5, 2)
    names = (N_("Kod"), N_("Roll"), N_("Namn"), N_("Telefon"), N_("Kontrollerad"))
    yield _table([(_(name), width) for name, width in zip(names, wide, strict=True)], rows)
    held = {holder.person for holder in plan.holders}
    others = [
        [person.name, person.organisation, "  ".join(numbers(person)), person.email]
        for person in plan.people
        if person.id not in held and not person.protected
    ]
    yield _heading(_("Övriga kontakter"))
    yield _table([(_("Namn"), 3), (_("Organisation"), 3), (_("Telefon"), 3), (_("E-post"), 3)], others)
    yield {"kind": "pagebreak"}


def _checklists(plan: Plan) -> Iterator[Block]:
    yield _heading(_("Checklistor"))
    for one in plan.checklists:
        yield _heading(f"{one.id} {one.name}", 3)
        rows = [[item.id, item.role, item.text, ""] for item in one.items]
        yield _table([(_("Nr"), 2), (_("Roll"), 1), (_("Vad"), 9), (_("Klart kl."), 2)], rows)


def _heading(text: str, level: int = 2) -> Block:
    return {"kind": "heading", "level": level, "text": text}


def _text(text: str) -> Block:
    return {"kind": "text", "text": text}


def _table(columns: list[tuple[str, int]], rows: list[list[str]]) -> Block:
    named = [{"name": name, "width": width} for name, width in columns]
    return {"kind": "table", "columns": named, "rows": rows, "size": 9}

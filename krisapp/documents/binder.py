"""The plan on paper (pärmen): contents, both plan documents, call tree, contacts, the year, and every checklist.

A checklist named in a text or a table, such as K03, is followed by the page it stands on, and leads there.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from krisapp.documents.call_tree import call_tree_blocks
from krisapp.documents.checklist_paper import checklist_blocks
from krisapp.documents.frame import Block, file_name, heading, listed, new_page, reached, sent_by, table, words
from krisapp.documents.paper import Paper
from krisapp.domain.contacts.contact_open import on_paper
from krisapp.domain.leading.alarm.alarm_chain import numbers
from krisapp.domain.plan import Plan
from krisapp.domain.planning.plan_document import Part, Piece, chapters_of, pieces
from krisapp.domain.planning.plan_form_rows import DOCUMENTS
from krisapp.domain.planning.year_wheel import when_words
from krisapp.domain.words import _


def binder(plan: Plan, now: datetime) -> bytes:
    """Return the whole binder as PDF."""
    return binder_paper(plan, now).pdf()


def binder_paper(plan: Plan, now: datetime) -> Paper:
    """Return the whole binder. Printed copies carry their date in the foot (domain handbook 3.6)."""
    title = _("Pärm: {version}").format(version=plan.version)
    adopted = _("Antagen {date}").format(date=plan.adopted) if plan.adopted else _("Inte antagen")
    data = {
        **sent_by(plan, _("Krisledningen")),
        "title": title,
        "stamps": [adopted, _("Utskriven {date}").format(date=now.date())],
        "date": now.isoformat(timespec="minutes"),
        "foot": _("{version}, utskriven {date}").format(version=plan.version, date=now.date()),
        "secrecy": _("Innehåller privata nummer. Förvara pärmen inlåst."),
        "refs": [one.id for one in plan.checklists],
        "blocks": [
            {**heading(_("Innehåll")), "outlined": False},
            {"kind": "contents"},
            *_documents(plan),
            *_calls(plan),
            *_contacts(plan),
            *_year(plan),
            *_checklists(plan),
        ],
    }
    return Paper(title=title, file_name=file_name(_("Pärm"), plan.version), data=data)


def _documents(plan: Plan) -> Iterator[Block]:
    for document, name in DOCUMENTS:
        yield new_page()
        yield heading(_(name))
        for number, chapter in chapters_of(plan, document):
            yield heading(f"{number} {chapter.title}", 3)
            found = pieces(plan, chapter.text)
            yield from _pieces(found)
            if not found:
                yield words(_("Kapitlet är tomt."))


def _pieces(found: list[Piece]) -> Iterator[Block]:
    """Yield the pieces of a chapter, points that follow one another as one list."""
    points: list[str] = []
    for piece in (*found, Piece(Part.GAP)):
        if piece.part is Part.POINT:
            points.append(piece.text)
            continue
        if points:
            yield listed(points)
            points = []
        match piece.part:
            case Part.HEADING:
                yield heading(piece.text, 4)
            case Part.SUBHEADING:
                yield {"kind": "strong", "text": piece.text}
            case Part.TABLE:
                head, *rows = piece.rows
                yield table(_columns(head, rows), rows)
            case _other if piece.text:
                yield words(piece.text)


def _columns(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[tuple[str, int]]:
    """Return columns as wide as what they hold: by its mean length, and never so narrow that a word breaks."""
    longest = (
        max(len(word) for text in column for word in (text.split() or [""])) for column in zip(head, *rows, strict=True)
    )
    mean = (sum(map(len, column)) // len(column) for column in zip(head, *rows, strict=True))
    return [(name, max(word + 4, min(size, 60))) for name, word, size in zip(head, longest, mean, strict=True)]


def _calls(plan: Plan) -> Iterator[Block]:
    found = call_tree_blocks(plan, 3)
    if found:
        yield new_page()
        yield heading(_("Ringkedja"))
        yield from found


def _contacts(plan: Plan) -> Iterator[Block]:
    yield new_page()
    yield heading(_("Kontaktlista efter roll"))
    rows = []
    for role in plan.roles:
        for holder in (one for one in plan.holders if one.role == role.id):
            person = plan.person(holder.person)
            if person is not None:
                place = role.name if holder.rank == 1 else _("ersättare {number}").format(number=holder.rank - 1)
                name, found = on_paper(person, reached(numbers(person)))
                rows.append([role.id, place, name, found, person.checked or "–"])
    columns = [(_("Kod"), 3), (_("Roll"), 10), (_("Namn"), 10), (_("Telefon"), 14), (_("Kontrollerad"), 6)]
    yield table(columns, rows)
    held = {holder.person for holder in plan.holders}
    others = [
        [person.name, person.organisation, reached(numbers(person)), person.email]
        for person in plan.people
        if person.id not in held and not person.protected
    ]
    yield heading(_("Övriga kontakter"))
    yield table([(_("Namn"), 3), (_("Organisation"), 3), (_("Telefon"), 3), (_("E-post"), 4)], others)


def _year(plan: Plan) -> Iterator[Block]:
    if plan.year_wheel:
        yield new_page()
        yield heading(_("Årets arbete"))
        rows = [[when_words(one), one.name, one.person or one.owner or "–", one.note] for one in plan.year_wheel]
        yield table([(_("När"), 3), (_("Vad"), 6), (_("Ansvarig"), 0), (_("Anteckning"), 4)], rows)


def _checklists(plan: Plan) -> Iterator[Block]:
    yield new_page()
    yield heading(_("Checklistor"))
    for number, one in enumerate(plan.checklists):
        if number:
            yield new_page()  # so that one list can be taken out of the binder
        yield {**heading(f"{one.id} {one.name}", 3), "label": one.id}
        yield from checklist_blocks(plan, one)

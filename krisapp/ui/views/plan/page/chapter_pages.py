"""Pages of the two plan documents (kapitel): headings, lists, tables, and what is drawn from the plan."""

from collections.abc import Iterator

from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Chapter
from krisapp.domain.planning.plan_document import Part, Piece, number_of, pieces
from krisapp.domain.planning.plan_form_rows import DOCUMENTS
from krisapp.domain.words import _
from krisapp.ui.views.plan.page.reading import Block, Voice

BULLET = "•"
_VOICES = {
    Part.HEADING: Voice.HEADING,
    Part.SUBHEADING: Voice.STRONG,
    Part.TEXT: Voice.TEXT,
    Part.GAP: Voice.GAP,
}


def chapter_page(plan: Plan, id: str) -> Iterator[Block]:
    """Show a chapter of one of the two plan documents."""
    for chapter in plan.chapters:
        if chapter.id == id:
            yield from chapter_blocks(plan, chapter)


def chapter_blocks(plan: Plan, chapter: Chapter) -> Iterator[Block]:
    """Show a chapter, which need not be as it stands in the plan."""
    number = number_of(plan, chapter)
    yield Block(Voice.TITLE, f"{number} {chapter.title}")
    yield Block(Voice.QUIET, _(dict(DOCUMENTS).get(chapter.document, chapter.document)))
    found = pieces(plan, chapter.text)
    for piece in found:
        yield _block(piece)
    if not found:
        yield Block(Voice.GAP, _("Kapitlet är tomt."))


def _block(piece: Piece) -> Block:
    if piece.part is Part.TABLE:
        return Block(Voice.TABLE, _("Tabell: {columns}").format(columns=", ".join(piece.rows[0])), rows=piece.rows)
    if piece.part is Part.POINT:
        return Block(Voice.BULLET, piece.text, BULLET)
    if piece.part is Part.NUMBERED:
        number, _space, text = piece.text.partition(" ")
        return Block(Voice.BULLET, text.strip(), number)
    return Block(_VOICES[piece.part], piece.text)

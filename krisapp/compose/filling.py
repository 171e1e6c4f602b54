"""Filling a draft's live blanks with what the fact sheet says (ifyllning)."""

import msgspec

from krisapp.channels.form import OPTIONAL
from krisapp.compose.blanks import FILTERS, NEED, lines_of, unfilled
from krisapp.compose.sandbox import LONGEST_TEXT, Blank, Line, read_draft
from krisapp.compose.sheet_view import SheetView, is_empty
from krisapp.compose.template_fault import TemplateFault
from krisapp.domain.fields import label_of
from krisapp.domain.words import _

HEADED = 2
"""Lines of a section before its first item: an empty one and the heading."""


def filled(phrase: str, view: SheetView) -> str:
    """Return a phrase of the plan with its blanks filled in."""
    return render(read_draft(phrase, view.allowed), view)[0]


class Rendered(msgspec.Struct, frozen=True):
    """A draft filled in: its lines, still with the sign of optional ones, and the labels of what is missing.

    `blocks` are the runs of optional lines that one blank gave under a heading, as first and last index.
    """

    lines: list[str]
    missing: tuple[str, ...]
    blocks: tuple[tuple[int, int], ...]


def fill(draft: tuple[Line, ...], view: SheetView) -> Rendered:
    """Return a draft's lines filled in.

    A line with blanks vanishes when none of them has anything to say. Values are text and are never read as blanks.
    """
    lines: list[str] = []
    blocks: list[tuple[int, int]] = []
    missing: dict[str, None] = {}
    size = 0
    for line in draft:
        parts = line_parts(line, view, missing)
        if parts is None:
            continue
        text = "".join(parts)
        size += len(text)
        if size > LONGEST_TEXT:
            raise TemplateFault(1, _("Texten blir för lång. Korta underlaget eller texten."))
        given = text.split("\n")
        if text.startswith(OPTIONAL) and isinstance(line[0], str):
            if given[0] == OPTIONAL and len(given) > HEADED:
                blocks.append((len(lines), len(lines) + len(given) - 1))
            given = [given[0], *(f"{OPTIONAL}{each}" for each in given[1:])]
        lines += given
    return Rendered(lines, tuple(missing), tuple(blocks))


def render(draft: tuple[Line, ...], view: SheetView) -> tuple[str, tuple[str, ...]]:
    """Return a draft filled in as one text, and the labels of what is missing."""
    rendered = fill(draft, view)
    return "\n".join(rendered.lines), rendered.missing


def line_parts(line: Line, view: SheetView, missing: dict[str, None]) -> list[str] | None:
    """Return what each piece of a line gives, or None for a line that vanishes; notes the labels of what is missing."""
    parts: list[str] = []
    blanks = said = False
    for piece in line:
        if isinstance(piece, str):
            parts.append(piece)
            continue
        blanks = True
        text = _fill(piece, view, missing)
        said = said or bool(text)
        parts.append(text)
    return None if blanks and not said else parts


def _fill(blank: Blank, view: SheetView, missing: dict[str, None]) -> str:
    value = view.value(blank.name)
    for call in blank.calls:
        if call.filter == NEED:
            if is_empty(value):
                missing[label_of(blank.name)] = None
                value = unfilled(label_of(blank.name))
        elif not is_empty(value) or call.filter == "default":
            value = FILTERS[call.filter](value, view, *call.arguments)
    return "" if is_empty(value) else " ".join(lines_of(value))

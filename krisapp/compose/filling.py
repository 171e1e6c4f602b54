"""Filling a draft's live blanks with what the fact sheet says (ifyllning)."""

from functools import lru_cache

from krisapp.channels.form import OPTIONAL
from krisapp.compose.blanks import FILTERS, unfilled
from krisapp.compose.sandbox import LONGEST_TEXT, Blank, Line, read_draft
from krisapp.compose.sheet_view import SheetView, is_empty
from krisapp.compose.template_fault import TemplateFault
from krisapp.domain.fields import label_of
from krisapp.domain.words import N_, _


@lru_cache(maxsize=1024)
def read(source: str, names: frozenset[str]) -> tuple[Line, ...]:
    """Return a draft's source as read; each source is read once. Raises `TemplateFault`."""
    return read_draft(source, names, FILTERS)


def filled(phrase: str, view: SheetView) -> str:
    """Return a phrase of the plan with its blanks filled in."""
    return render(read(phrase, view.names), view)[0]


def render(draft: tuple[Line, ...], view: SheetView) -> tuple[str, tuple[str, ...]]:
    """Return a draft's lines filled in, still with the sign of optional lines, and the labels of what is missing.

    A line with blanks vanishes when none of them has anything to say. Values are text and are never read as blanks.
    """
    lines: list[str] = []
    missing: dict[str, None] = {}
    size = 0
    for line in draft:
        text = _line(line, view, missing)
        if text is None:
            continue
        size += len(text)
        if size > LONGEST_TEXT:
            raise TemplateFault(1, _(N_("Texten blir för lång. Korta underlaget eller texten.")))
        optional = bool(line) and isinstance(line[0], str) and line[0].startswith(OPTIONAL)
        lines.append(text.replace("\n", f"\n{OPTIONAL}") if optional else text)
    return "\n".join(lines), tuple(missing)


def _line(line: Line, view: SheetView, missing: dict[str, None]) -> str | None:
    parts: list[str] = []
    blanks = said = False
    for piece in line:
        if isinstance(piece, str):
            parts.append(piece)
            continue
        blanks = True
        text = _fill(piece, view)
        if text == unfilled(label_of(piece.name)) or text.startswith("[") and unfilled(label_of(piece.name)) in text:
            missing[label_of(piece.name)] = None
        said = said or bool(text)
        parts.append(text)
    return None if blanks and not said else "".join(parts)


def _fill(blank: Blank, view: SheetView) -> str:
    value = view.value(blank.name)
    for call in blank.calls:
        if call.filter == "need":
            value = FILTERS["need"](value, view, blank.name)
        elif not is_empty(value) or call.filter == "default":
            try:
                value = FILTERS[call.filter](value, view, *call.arguments)
            except TypeError:
                sentence = _(N_("Filtret {name} har fel antal eller fel slags värden inom parentesen.")).format(name=call.filter)
                raise TemplateFault(blank.line, sentence) from None
    if isinstance(value, tuple):
        return " ".join(str(each) for each in value)
    return "" if value is None else str(value)

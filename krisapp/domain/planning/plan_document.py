"""The text of a plan document (plandokument): headings, lists, tables, and blanks that draw from the plan's tables.

What a communicator writes is plain text with few signs: ## before a heading, ### before a smaller one, - before a
point, 1. before a numbered one, | between the cells of a table. {nivåer} alone on a line is filled with the table of
levels and {kommun} within a line with the municipality's name, so that nothing is written twice. Nothing else has a
meaning: there is no HTML, no link and no picture, and nothing in a text can open anything.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Chapter
from krisapp.domain.planning.plan_blanks import INLINE, TABLES
from krisapp.domain.words import _

LONGEST = 100_000
"""Characters of a chapter; a whole plan document is a tenth of it."""


class Part(StrEnum):
    """What a piece of a text is."""

    HEADING = "heading"
    SUBHEADING = "subheading"
    TEXT = "text"
    POINT = "point"
    NUMBERED = "numbered"
    TABLE = "table"
    GAP = "gap"


class Piece(NamedTuple):
    """A piece of a text. A NUMBERED one begins with its number; a TABLE has `rows`, the first of them its head.

    A GAP says what is missing: a blank nobody knows, or a table of the plan in which nothing stands.
    """

    part: Part
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


_BLANK = re.compile(r"\{([^{}\n]{1,40})\}")
_SIGNS = (
    (re.compile(r"###\s+(.+)"), Part.SUBHEADING),
    (re.compile(r"##?\s+(.+)"), Part.HEADING),
    (re.compile(r"[-*•]\s+(.+)"), Part.POINT),
    (re.compile(r"(\d{1,3}[.)]\s+.+)"), Part.NUMBERED),
)
_RULE = re.compile(r"\|?[\s:|-]+\|?")


def chapters_of(plan: Plan, document: str) -> list[tuple[int, Chapter]]:
    """Return the chapters of one of the two documents with their numbers, which begin at 1 in each."""
    return list(enumerate((chapter for chapter in plan.chapters if chapter.document == document), 1))


def number_of(plan: Plan, chapter: Chapter) -> int:
    """Return the number of a chapter in its document."""
    return next(number for number, one in chapters_of(plan, chapter.document) if one.id == chapter.id)


def pieces(plan: Plan, text: str) -> list[Piece]:
    """Return a text piece by piece with its blanks filled from the plan."""
    return list(_filled(plan, text))


def unknown_blanks(text: str) -> list[str]:
    """Return the blanks of a text that are not filled where they stand, in order: a table wants a line of its own."""
    found = []
    for line in map(str.strip, text.split("\n")):
        known = INLINE.keys() | TABLES.keys() if _BLANK.fullmatch(line) else INLINE.keys()
        found += [name for name in _BLANK.findall(line) if name.strip().casefold() not in known]
    return list(dict.fromkeys(found))


def _filled(plan: Plan, text: str) -> Iterator[Piece]:
    for block in _blocks(text):
        alone = _BLANK.fullmatch(block[0].strip()) if len(block) == 1 else None
        if alone and alone[1].strip().casefold() in TABLES:
            yield _drawn(plan, alone[1].strip().casefold())
        elif block[0].startswith("|"):
            yield _table([_with_words(plan, line) for line in block])
        else:
            yield from _lines([_with_words(plan, line) for line in block])


def _blocks(text: str) -> Iterator[list[str]]:
    """Yield the lines that belong together: those of a table, a blank that stands alone, and what is between."""
    held: list[str] = []
    for line in (*(line.strip() for line in text.replace("\r\n", "\n").split("\n")), ""):
        alone = bool(_BLANK.fullmatch(line))
        if held and (not line or alone or line.startswith("|") != held[-1].startswith("|")):
            yield held
            held = []
        if alone:
            yield [line]
        elif line:
            held.append(line)


def _lines(block: list[str]) -> Iterator[Piece]:
    """Yield the pieces of lines: those without a sign belong to the paragraph or point before."""
    found: list[Piece] = []
    for line in block:
        signed = next(((part, match[1]) for sign, part in _SIGNS if (match := sign.fullmatch(line))), None)
        if signed is not None:
            found.append(Piece(signed[0], signed[1].strip()))
        elif found and found[-1].part not in (Part.HEADING, Part.SUBHEADING):
            found[-1] = found[-1]._replace(text=f"{found[-1].text} {line}")
        else:
            found.append(Piece(Part.TEXT, line))
    yield from found


def _table(block: list[str]) -> Piece:
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in block if not _RULE.fullmatch(line)]
    wide = max((len(row) for row in cells), default=0)
    rows = tuple((*row, *[""] * (wide - len(row))) for row in cells)
    return Piece(Part.TABLE, rows=rows) if rows else Piece(Part.GAP, _("Tabellen är tom."))


def _drawn(plan: Plan, name: str) -> Piece:
    table = TABLES[name]
    rows = tuple(table.rows(plan))
    if not rows:
        return Piece(Part.GAP, _("{table} är tom i planen.").format(table=_(table.label)))
    return Piece(Part.TABLE, rows=(tuple(_(word) for word in table.head), *rows))


def _with_words(plan: Plan, line: str) -> str:
    """Return a line with the blanks within it filled; one that is unknown stays as it is written."""

    def fill(match: re.Match[str]) -> str:
        word = INLINE.get(match[1].strip().casefold())
        return word.say(plan) or "–" if word else match[0]

    return _BLANK.sub(fill, line)

"""The most important first, and headings in a fixed order: rules Q09 (7.1) and P32 (chapter 2)."""

from itertools import pairwise

from krisapp.domain.checking.elements import HEADLINE, holds_most, spoken
from krisapp.domain.checks import Context, Finding, Severity, Stage
from krisapp.domain.language.reading import content_of, read
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import _

_OPENING = 50
"""Words at the top among which the main point stands: exercise mark, subject, heading, time, and first sentences."""

_OWN_ORDER = frozenset({"C14", "C16"})
"""Forms that others fill in or read from, which begin with their own fields."""

_HEADINGS = {
    "gör så här": 0,
    "det här gäller nu": 0,
    "det här gäller fortfarande": 0,
    "det här vet vi": 1,
    "det här vet vi inte ännu": 2,
    "det här gör vi": 3,
    "det här görs": 3,
    "kontakt": 4,
    "presskontakt": 4,
    "nästa besked": 5,
    "nästa besked till medier": 5,
}


def main_point_first(text: str, sheet: Sheet, context: Context) -> list[Finding]:
    """Find that a first text has its main point, the sheet's one sentence, but not at the top (Q09)."""
    if context.stage is not Stage.FIRST or not sheet.headline or context.channel in _OWN_ORDER:
        return []
    reading = read(text)
    looked_at = spoken(reading, sheet, context)
    if len(reading.tokens) <= _OPENING or not HEADLINE.present(looked_at):
        return []
    if holds_most(looked_at.words.headline, content_of(reading.tokens[:_OPENING])):
        return []
    return [
        Finding(
            "Q09",
            Severity.TIP,
            (0, 0),
            _("Det viktigaste kommer inte först."),
            _("Börja med meningen ”{headline}”.").format(headline=sheet.headline),
        )
    ]


def order_of_headings(text: str, _sheet: Sheet, context: Context) -> list[Finding]:
    """Find headings of an external web text out of their order (P32): what to do, what is known, what is done, where.

    One who comes back to a page finds a thing where it stood before.
    """
    if not context.external:
        return []
    lower = read(text).lower
    known: dict[str, tuple[int, tuple[int, int]]] = {}
    for span in read(text).lines:
        heading = lower[slice(*span)].rstrip("?:")
        if heading in _HEADINGS:
            known.setdefault(heading, (_HEADINGS[heading], span))
    return [
        Finding(
            "P32",
            Severity.WARNING,
            span,
            _("Rubriken står inte på sin vanliga plats. Ordningen är: råd, det vi vet, det vi gör, kontakt."),
            _("Flytta stycket uppåt."),
        )
        for (before, _span), (rank, span) in pairwise(known.values())
        if rank < before
    ]

"""What the fact sheet says, in phrases of the phrase bank (frasbanken): which of them, and in which languages.

There is no machine translation (domain handbook 6.6, rule ME11). A sentence of the sheet is said by the phrase that is
known by its words, or not at all; a language is used only when the most important sentence can be said in it.
"""

from krisapp.compose.advice_lines import ended, told
from krisapp.compose.language_block import isolated
from krisapp.compose.phrase_book import Said
from krisapp.compose.sheet_view import Derive, SheetView
from krisapp.domain.language.sentences import sentences

MOST = 6
"""Sentences of advice in one language: with what frames them they stay within sixty words (6.2)."""


def said(view: SheetView) -> tuple[Said, ...]:
    """Return the phrases that say what the sheet says, the most important first, at most six; at the end what is over.

    A language in which the first cannot be said is left out.
    """
    book = view.ground.book
    lines = (ended(view),) if view.context.stage.over else told(view)
    parts = [part for line in lines for part in sentences(line)]
    found = {one.phrase: one for part in reversed(parts) if (one := book.find(part))}
    return tuple(reversed(found.values()))[:MOST]


def own_languages(view: SheetView) -> str:
    """Return the own names of the languages in which the most important can be said."""
    known = view.value("said")
    book = view.ground.book
    return " · ".join(
        isolated(language.own) for language in book.languages if known and known[0].phrase in book.reviewed[language.id]
    )


PHRASE_TEXT: dict[str, Derive] = {"said": said, "own_languages": own_languages}
"""What blanks of texts in other languages may name."""

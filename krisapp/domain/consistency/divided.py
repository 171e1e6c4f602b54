"""Where the fact sheet itself says two things (kluvet underlag): two facts or answers, of one thing, with two values.

Every text that is built of them tells both, so none differs from what the sheet gives, and yet they contradict.
"""

import re
from collections.abc import Iterator

import msgspec

from krisapp.domain.checking.statements import open_sentences
from krisapp.domain.consistency.statements import Statement, lines_of, statements
from krisapp.domain.consistency.values import Kind, Token
from krisapp.domain.language.stems import stem
from krisapp.domain.sheet import Sheet

_ROUND = frozenset(("omkring", "cirka", "ungefär", "runt", "drygt", "nästan"))
_ROUGHLY = 0.05
"""How much of the greater number may part two numbers of which one is rounded."""

_LACKING = re.compile(r"^(?:saknar|utan|berör|drabba)")
"""Words by which a statement tells how many are affected: one may stand for another."""

_CURRENT = frozenset(stem(word) for word in ("el", "elen", "ström", "strömmen"))

_SETTING = frozenset((Kind.PLACE, Kind.DATE, Kind.WEEKDAY))
"""What makes it another thing: in another place, or on another day, another value is right."""


class Split(msgspec.Struct, frozen=True):
    """A statement of the sheet with the value in question, and an earlier one that has another value there."""

    later: Statement
    token: Token
    earlier: Statement
    other: Token


def splits(sheet: Sheet, places: tuple[str, ...]) -> Iterator[Split]:
    """Yield where the open facts, fields and answers of a sheet have two values for one thing."""
    told = (*open_sentences(sheet), *(one.answer for one in (*sheet.answers, *sheet.staff_answers)))
    lines = dict.fromkeys(line for sentence in told for _start, line in lines_of(sentence))
    first: dict[object, Statement] = {}
    for line in lines:
        for statement in statements(line, places):
            about = _about(statement, frozenset(sheet.places))
            if about is None:
                continue
            earlier = first.setdefault(about, statement)
            apart = _apart(statement, earlier)
            if apart:
                yield Split(statement, apart[0], earlier, apart[1])


def _about(statement: Statement, everywhere: frozenset[str]) -> object:
    """Return what a statement is about, or None where it says no value of anything; all places together are none."""
    if not _values(statement) or statement.promises or statement.text.endswith("?") or statement.denials:
        return None
    words = {
        _plain(token.form) for token in statement.tokens if token.kind is None and stem(token.form) in _told(statement)
    }
    where = frozenset(token.form for token in statement.values if token.kind is Kind.PLACE)
    if not words or len(words) + len(where) < 2:
        return None
    days = tuple(token.form for token in statement.values if token.kind in _SETTING and token.kind is not Kind.PLACE)
    kinds = tuple(token.kind for token in _values(statement))
    return frozenset(words), frozenset[str]() if where == everywhere else where, days, kinds


def _told(statement: Statement) -> frozenset[str]:
    """Return the stems that tell something, the words for being affected included and those for rounding not."""
    lacking = {stem(token.form) for token in statement.tokens if token.kind is None and _LACKING.match(token.form)}
    return (statement.content | lacking) - {stem(word) for word in _ROUND}


def _plain(word: str) -> str:
    if _LACKING.match(word):
        return "lacking"
    return "current" if stem(word) in _CURRENT else stem(word)


def _values(statement: Statement) -> tuple[Token, ...]:
    return tuple(token for token in statement.values if token.kind not in _SETTING)


def _apart(one: Statement, other: Statement) -> tuple[Token, Token] | None:
    """Return the two values that differ, if just one does: with two, such as a time and a number, both may be right."""
    pairs = [
        (mine, theirs) for mine, theirs in zip(_values(one), _values(other), strict=True) if mine.form != theirs.form
    ]
    if len(pairs) != 1:
        return None
    mine, theirs = pairs[0]
    if mine.kind is Kind.NUMBER:
        rounded = any(token.form in _ROUND for statement in (one, other) for token in statement.tokens)
        low, high = _span(mine), _span(theirs)
        if not low or not high or _meet(low, high, _ROUGHLY if rounded else 0.0):
            return None
    return mine, theirs


def _span(token: Token) -> tuple[int, int] | None:
    low, dash, high = token.form.partition("-")
    return (int(low), int(high if dash else low)) if low.isdigit() and (not dash or high.isdigit()) else None


def _meet(one: tuple[int, int], other: tuple[int, int], slack: float) -> bool:
    """Return whether two numbers or spans can be the same number, somewhat rounded."""
    return one[0] <= other[1] * (1 + slack) and other[0] <= one[1] * (1 + slack)

"""Where two statements of the same thing differ in a value, or in what they deny."""

from collections.abc import Iterator
from difflib import SequenceMatcher

import msgspec

from krisapp.domain.consistency.statements import Statement
from krisapp.domain.consistency.values import FIGURES, Kind, Token

MOST_TOKENS = 400
_MOVED = 2
"""Words a denial may move without another thing being denied: "vet ännu inte", "vet inte ännu"."""

_ONE = frozenset(("en", "ett", "one", "a"))


class Difference(msgspec.Struct, frozen=True):
    """A value of one statement and the value the other has instead; None twice means that one denies what one says."""

    token: Token | None
    other: Token | None


def differences(statement: Statement, other: Statement) -> Iterator[Difference]:
    """Yield how a statement differs from another of all but the same words."""
    if statement.frame == other.frame:
        yield from _in_slots(statement, other)
    elif len(statement.tokens) <= MOST_TOKENS and len(other.tokens) <= MOST_TOKENS:
        yield from _in_blocks(statement, other)


def _in_slots(statement: Statement, other: Statement) -> Iterator[Difference]:
    pairs = [(one, two) for one, two in zip(statement.values, other.values, strict=True) if not same(one, two)]
    if not _only_reordered(pairs):
        for one, two in pairs:
            yield Difference(one, two)
    if len(statement.denials) != len(other.denials) or any(
        abs(one - two) > _MOVED for one, two in zip(statement.denials, other.denials, strict=True)
    ):
        yield Difference(None, None)


def _only_reordered(pairs: list[tuple[Token, Token]]) -> bool:
    """Return whether the places are the same in another order: "Bettna och Vadsbro", "Vadsbro och Bettna"."""
    return all(one.kind is Kind.PLACE for one, _two in pairs) and sorted(one.form for one, _two in pairs) == sorted(
        two.form for _one, two in pairs
    )


def _in_blocks(statement: Statement, other: Statement) -> Iterator[Difference]:
    matcher = SequenceMatcher(a=other.key, b=statement.key, autojunk=False)
    denied = 0
    for how, first, last, start, stop in matcher.get_opcodes():
        if how == "equal":
            continue
        theirs, ours = list(other.tokens[first:last]), list(statement.tokens[start:stop])
        denied += sum(each.kind is Kind.DENIAL for each in ours) - sum(each.kind is Kind.DENIAL for each in theirs)
        for one in ours:
            alone = len(ours) == last - first == 1
            two = next((two for two in theirs if alike(one, two) or (alone and _counts(one, two))), None)
            if two is None:
                continue
            theirs.remove(two)
            if not same(one, two):
                yield Difference(one, two)
    if denied:
        yield Difference(None, None)


def alike(one: Token, two: Token) -> bool:
    """Return whether two values can stand for each other: of one kind, or both in digits."""
    if one.kind in (None, Kind.DENIAL):
        return False
    return one.kind is two.kind or (one.kind in FIGURES and two.kind in FIGURES)


def _counts(one: Token, two: Token) -> bool:
    """Return whether one of two tokens is a number and the other "en"."""
    return any(number.kind is Kind.NUMBER and word.form in _ONE for number, word in ((one, two), (two, one)))


def same(one: Token, two: Token) -> bool:
    """Return whether two values say the same, a number within a span of numbers included."""
    if one.kind is not two.kind or one.form == two.form:
        return one.form == two.form and one.kind is two.kind
    return one.kind is Kind.NUMBER and (_within(one.form, two.form) or _within(two.form, one.form))


def _within(number: str, span: str) -> bool:
    low, dash, high = span.partition("-")
    return bool(dash) and low.isdigit() and high.isdigit() and number.isdigit() and int(low) <= int(number) <= int(high)

"""What all texts of an incident must say alike, edited or not: the next message's time, how many, what is denied."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from krisapp.domain.consistency.statements import Statement
from krisapp.domain.consistency.values import Kind, Token
from krisapp.domain.language.stems import stem
from krisapp.domain.sheet import Affected

_AFFECTED = ("berör", "affect")
_ROUNDED = frozenset(("omkring", "cirka", "ungefär", "runt", "drygt", "nästan", "about", "around"))
_ROUGHLY = 0.05
"""How far from the sheet's number a rounded one may lie."""


def wrong_promise(statement: Statement, due: datetime) -> Token | None:
    """Return the time or day of a promise of the next message that is not when the sheet says it comes."""
    if not statement.promises:
        return None
    clocks = [token for token in statement.values if token.kind is Kind.CLOCK]
    if clocks and all(token.form != f"{due:%H:%M}" for token in clocks):
        return clocks[-1]
    return next((token for token in statement.values if _is_other_day(token, due)), None)


def _is_other_day(token: Token, day: datetime) -> bool:
    return (token.kind is Kind.DATE and token.form != f"{day:%m-%d}") or (
        token.kind is Kind.WEEKDAY and token.form != str(day.isoweekday())
    )


def wrong_amount(statement: Statement, affected: Affected) -> Token | None:
    """Return the number of a sentence that only tells how many are affected, and not as many as the sheet says."""
    known = [amount for amount in (affected.min, affected.max) if amount is not None]
    words = {word for word in statement.content if word not in _ROUNDED}
    telling = {word for word in words if not word.startswith(_AFFECTED)}
    if not known or telling == words or telling != {stem(affected.unit.lower())}:
        return None
    numbers = [token for token in statement.values if token.kind is Kind.NUMBER]
    if len(numbers) != 1:
        return None
    slack = 0.0 if _ROUNDED.isdisjoint(token.form for token in statement.tokens) else _ROUGHLY
    low, high = min(known) * (1 - slack), max(known) * (1 + slack)
    ends = numbers[0].form.split("-")
    return None if all(end.isdigit() and low <= int(end) <= high for end in ends) else numbers[0]


def opposed(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Yield the statements that deny what an earlier one says in the same words, or say what it denies; with it."""
    first: dict[object, Statement] = {}
    for statement in statements:
        if len(statement.content) < 2 or statement.text.endswith("?"):
            continue
        earlier = first.setdefault((statement.frame, tuple(each.form for each in statement.values)), statement)
        if bool(earlier.denials) != bool(statement.denials):
            yield statement, earlier

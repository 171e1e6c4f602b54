"""What people have changed in a text: its statements that the fact sheet did not give, beside those it gave instead."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from krisapp.domain.consistency.contradiction import Told
from krisapp.domain.consistency.ground import likeness
from krisapp.domain.consistency.statements import Statement, lines_of, statements

_ALIKE = 0.4
"""Share of telling words from which two statements may be one, before and after an edit."""

MOST_PAIRS = 200_000


class Changed(msgspec.Struct, frozen=True):
    """A statement of a text that was changed or added, where its line begins, and what the sheet gave in its place.

    `again` tells that the same text states it once more.
    """

    statement: Statement
    line_start: int
    given: Statement | None = None
    again: bool = False

    @property
    def span(self) -> tuple[int, int]:
        """From and to of the statement in its text."""
        return self.line_start + self.statement.start, self.line_start + self.statement.stop


def changed(told: Told, places: tuple[str, ...]) -> list[Changed]:
    """Return what has been changed in a text, in its order. What only moved, or changed its commas, is not."""
    if told.text == told.expected:
        return []
    lines = Counter(line for _start, line in lines_of(told.expected))
    left: list[tuple[int, str]] = []
    for start, line in lines_of(told.text):
        if lines[line]:
            lines[line] -= 1
        else:
            left.append((start, line))
    given = [
        statement for line, times in lines.items() for _time in range(times) for statement in statements(line, places)
    ]
    keys = Counter(statement.key for statement in given)
    own: list[tuple[int, Statement]] = []
    for start, line in left:
        for statement in statements(line, places):
            if keys[statement.key]:
                keys[statement.key] -= 1
            else:
                own.append((start, statement))
    missing = []
    for statement in given:
        if keys[statement.key]:
            keys[statement.key] -= 1
            missing.append(statement)
    all_keys = (
        Counter(statement.key for _start, line in lines_of(told.text) for statement in statements(line, places))
        if own
        else Counter()
    )
    pairs = _paired([statement for _start, statement in own], missing)
    return [
        Changed(statement, start, pair, again=all_keys[statement.key] > 1)
        for (start, statement), pair in zip(own, pairs, strict=True)
    ]


def _paired(own: Sequence[Statement], missing: Sequence[Statement]) -> list[Statement | None]:
    """Return for each statement the one it took the place of: of the same frame first, then the most alike."""
    left = list(missing)
    pairs: list[Statement | None] = [None] * len(own)
    for at, statement in enumerate(own):
        pair = next((each for each in left if each.frame == statement.frame), None)
        if pair:
            pairs[at] = pair
            left.remove(pair)
    if len(own) * len(left) > MOST_PAIRS:
        return pairs
    for at, statement in enumerate(own):
        if pairs[at] is None and left:
            best = max(left, key=lambda each: likeness(each.content, statement.content))
            if likeness(best.content, statement.content) >= _ALIKE or _few_words(best, statement):
                pairs[at] = best
                left.remove(best)
    for at, statement in enumerate(own):
        if pairs[at] is None:
            pairs[at] = next((each for each in left if turned(statement, each)), None)
    return pairs


def turned(one: Statement, other: Statement) -> bool:
    """Return whether one tells not to do what the other tells to do, whatever else they say."""
    return one.bids == other.bids and (one.bids in one.denied) != (other.bids in other.denied)


def _few_words(one: Statement, other: Statement) -> bool:
    """Return whether two statements without telling words share all the words but one: "Ring 112." "Ring 1177"."""
    if one.content and other.content:
        return False
    shared = len(set(one.frame) & set(other.frame))
    return shared >= 1 and shared >= max(len(one.frame), len(other.frame)) - 1

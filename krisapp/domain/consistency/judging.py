"""Judging one changed statement: by the one it took the place of, by the words around each value, by what it denies."""

from collections.abc import Iterator
from difflib import SequenceMatcher

import msgspec

from krisapp.domain.consistency.differences import MOST_TOKENS, differences
from krisapp.domain.consistency.edited import Changed, turned
from krisapp.domain.consistency.ground import STRANGE, Said, Witness
from krisapp.domain.consistency.statements import Statement
from krisapp.domain.consistency.values import Kind, Token

_SAME_SENTENCE = 0.7
"""Likeness, word by word, from which a changed sentence is the old one with something changed in it."""

_ABOUT_THE_SAME = 0.5
_LITTLE = 0.3
_CLEARLY = 0.25
"""How much more like the other's words must be, before it counts that they give another value."""

_DENIED = 0.75
"""Share of the shorter sentence's telling words that another must hold to be told of the same thing."""


class Verdict(msgspec.Struct, frozen=True):
    """A value that disagrees, or without `token` the whole statement; who says otherwise, and with which value.

    `grounded` tells that the other is the fact sheet's word.
    """

    token: Token | None = None
    statement: Statement | None = None
    other: Token | None = None
    grounded: bool = True


class Judge:
    """Knows the ground, what the plan holds, and what others have changed in their texts."""

    def __init__(self, ground: Said, plan_values: frozenset[tuple[Kind | None, str]], others: Said) -> None:
        self._ground = ground
        self._known = ground.values | plan_values | others.values
        self._others = others

    def judge(self, changed: Changed) -> list[Verdict]:
        """Return what is wrong in a changed statement; nothing if the sheet says the same in its place elsewhere."""
        statement = changed.statement
        if statement.key in self._ground.keys and not changed.again and len(statement.content) >= 2:
            return []
        given = changed.given if changed.given and _is_same_sentence(statement, changed.given) else None
        if given is None:
            given = self._of_same_frame(statement)
        found: list[Verdict] = []
        if given:
            found = [Verdict(each.token, given, each.other) for each in differences(statement, given)]
        judged = {verdict.token for verdict in found}
        kept = {token.form for token in given.values} if given else set()
        for token in statement.values:
            if token not in judged and token.form not in kept:
                verdict = self._by_words(statement, token)
                if verdict:
                    found.append(verdict)
        if given is None and changed.given and turned(statement, changed.given):
            found.append(Verdict(None, changed.given))
        elif given is None:
            found += self._by_denial(statement)
        return found

    def _of_same_frame(self, statement: Statement) -> Statement | None:
        if len(statement.content) < 2:
            return None
        known = self._ground.frames.get(statement.frame, ())
        if any(each.key == statement.key for each in known):
            return None
        return min(known, key=lambda each: sum(1 for _one in differences(statement, each)), default=None)

    def _by_words(self, statement: Statement, token: Token) -> Verdict | None:
        about = statement.contexts[token]
        own = frozenset(each.form for each in statement.values)
        same, other = self._ground.nearest(token, about, own)
        support = same.likeness if same else 0.0
        if other and other.likeness >= _ABOUT_THE_SAME and other.likeness > support + _CLEARLY:
            return _verdict(token, other)
        same_edit, edit = self._others.nearest(token, about, own)
        if token.kind in STRANGE and (token.kind, token.form) not in self._known:
            if edit and edit.likeness >= _ABOUT_THE_SAME:
                return _verdict(token, edit, grounded=False)
            return _verdict(token, other) if other and other.likeness >= _LITTLE else Verdict(token, grounded=False)
        support = max(support, same_edit.likeness if same_edit else 0.0)
        if edit and edit.likeness >= _ABOUT_THE_SAME and edit.likeness > support + _CLEARLY:
            return _verdict(token, edit, grounded=False)
        return None

    def _by_denial(self, statement: Statement) -> Iterator[Verdict]:
        """Yield what denies or tells to do what the sheet, or else another text, has the other way round."""
        if len(statement.content) < 2 or statement.text.endswith("?"):
            return
        for said, grounded in ((self._ground, True), (self._others, False)):
            agree, oppose, opposed = 0.0, 0.0, None
            for each in said.statements:
                like = _held(statement.content, each.content)
                if like < _DENIED or each.text.endswith("?") or len(each.content) < 2:
                    continue
                if not _opposes(statement, each):
                    agree = max(agree, like)
                elif like > oppose and _held(statement.denied or each.denied, each.content) > 0:
                    oppose, opposed = like, each
            if opposed and oppose > agree:
                yield Verdict(None, opposed, None, grounded)
                return


def _verdict(token: Token, witness: Witness, *, grounded: bool = True) -> Verdict:
    return Verdict(token, witness.statement, witness.token, grounded)


def _is_same_sentence(one: Statement, other: Statement) -> bool:
    if one.frame == other.frame:
        return True
    if len(one.tokens) > MOST_TOKENS or len(other.tokens) > MOST_TOKENS:
        return False
    return SequenceMatcher(a=other.frame, b=one.frame, autojunk=False).ratio() >= _SAME_SENTENCE


def _opposes(one: Statement, other: Statement) -> bool:
    """Return whether of two statements of the same thing one denies what the other says."""
    return bool(one.denied) != bool(other.denied)


def _held(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how many of the fewer stems the other holds, alone or as the last part of a longer word."""
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    if not few:
        return 0.0
    return sum(1 for word in few if word in many or any(each.endswith(word) for each in many)) / len(few)

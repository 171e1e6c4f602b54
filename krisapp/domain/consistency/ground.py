"""The ground (grunden): all that the fact sheet says, in every wording it is given, to hold a statement to."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import takewhile

import msgspec

from krisapp.domain.checking.statements import open_sentences
from krisapp.domain.consistency.statements import Statement, lines_of, statements
from krisapp.domain.consistency.values import Kind, Token, finder
from krisapp.domain.language.clock import stamp
from krisapp.domain.plan import Plan
from krisapp.domain.sheet import Sheet

STRANGE = frozenset((Kind.CLOCK, Kind.DATE, Kind.WEEKDAY, Kind.PLACE, Kind.NUMBER, Kind.TELEPHONE))
"""Kinds of which each value has its place in the sheet; "open" and "closed" are said of many things."""


_OF_THE_PLAN = frozenset((Kind.NUMBER, Kind.TELEPHONE))
_SAME_EXCHANGE = 0.5
"""How much it adds that two telephone numbers begin alike."""


class Witness(msgspec.Struct, frozen=True):
    """A value somebody states, and how like the question's its words are, from 0 to 1."""

    statement: Statement
    token: Token
    likeness: float


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how much two sets of stems share, from 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


class Said:
    """A set of statements, found again by their words, their frame or a value."""

    def __init__(self, made: Iterable[Statement]) -> None:
        self.statements = tuple({statement.key: statement for statement in made}.values())
        self.keys = frozenset(statement.key for statement in self.statements)

    @cached_property
    def frames(self) -> dict[tuple[str, ...], list[Statement]]:
        """Statements by frame."""
        found: dict[tuple[str, ...], list[Statement]] = {}
        for statement in self.statements:
            found.setdefault(statement.frame, []).append(statement)
        return found

    @cached_property
    def values(self) -> frozenset[tuple[Kind, str]]:
        """Every value that is stated; an interval states its ends."""
        return frozenset(each for statement in self.statements for token in statement.values for each in forms(token))

    @cached_property
    def _by_kind(self) -> dict[Kind, list[tuple[Statement, Token]]]:
        found: dict[Kind, list[tuple[Statement, Token]]] = {}
        for statement in self.statements:
            for token in statement.values:
                if token.kind:
                    found.setdefault(token.kind, []).append((statement, token))
        return found

    def nearest(
        self, token: Token, about: frozenset[str], but: frozenset[str]
    ) -> tuple[Witness | None, Witness | None]:
        """Return who states this value, and who another, in the words most like these; values in `but` do not count."""
        same: Witness | None = None
        other: Witness | None = None
        for statement, each in self._by_kind.get(token.kind, ()) if token.kind else ():
            like = likeness(about, statement.contexts[each])
            if each.form == token.form:
                if same is None or like > same.likeness:
                    same = Witness(statement, each, like)
            elif each.form not in but:
                if each.kind is Kind.TELEPHONE:
                    like += _SAME_EXCHANGE * _begun_alike(each.form, token.form)
                if other is None or like > other.likeness:
                    other = Witness(statement, each, like)
        return same, other


def _begun_alike(one: str, other: str) -> float:
    """Return how much of two telephone numbers is the same from their beginning, from 0 to 1."""
    same = sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return same / max(len(one), len(other))


def forms(token: Token) -> Iterator[tuple[Kind, str]]:
    """Yield what a value states: itself, and the ends of an interval."""
    if token.kind:
        yield token.kind, token.form
        if "-" in token.form and token.kind in (Kind.CLOCK, Kind.NUMBER):
            for end in token.form.split("-"):
                yield token.kind, end
        if token.kind is Kind.CLOCK and token.form.replace("-", ":").endswith(":00"):
            for part in (token.form, *token.form.split("-")):
                yield Kind.NUMBER, "-".join(str(int(hour[:2])) for hour in part.split("-"))


def ground_of(expected: Iterable[str], sheet: Sheet, places: tuple[str, ...]) -> Said:
    """Return what the sheet says: in the texts it gives, and in its own open sentences."""
    lines = {line: None for text in expected for _start, line in lines_of(text)}
    lines |= dict.fromkeys(line for sentence in _own_words(sheet) for _start, line in lines_of(sentence))
    return Said(statement for line in lines for statement in statements(line, places))


def _own_words(sheet: Sheet) -> Iterator[str]:
    yield from open_sentences(sheet)
    yield from sheet.do_not
    yield stamp(sheet.alarm_at)
    if sheet.next_update:
        yield stamp(sheet.next_update)
    yield " ".join(str(amount) for amount in (sheet.affected.min, sheet.affected.max) if amount is not None)


@lru_cache(maxsize=4)
def _names(places: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(set(places)))


def place_names(plan: Plan) -> tuple[str, ...]:
    """Return the names of the gazetteer and of the trygghetspunkter."""
    return _names((*(place.name for place in plan.places), *(point.name for point in plan.safe_points)))


_plans: dict[int, tuple[Plan, frozenset[tuple[Kind | None, str]]]] = {}


def plan_values(plan: Plan) -> frozenset[tuple[Kind | None, str]]:
    """Return the numbers and telephones that the plan itself holds, in its templates and phrases.

    Its places and times tell where and when things may happen, not that they do. Computed once for each plan.
    """
    known = _plans.get(id(plan))
    if known is None or known[0] is not plan:
        names = place_names(plan)
        settings = plan.settings
        texts = (
            *(template.text for template in plan.templates),
            *(settings.public_contact, settings.media_contact, settings.business_contact, settings.radio),
        )
        lines = {line for text in texts for _start, line in lines_of(text)}
        tokens = (token for line in lines for token in finder(names).tokens(line))
        found = frozenset((token.kind, token.form) for token in tokens if token.kind in _OF_THE_PLAN)
        _plans.clear()
        known = _plans[id(plan)] = plan, found
    return known[1]

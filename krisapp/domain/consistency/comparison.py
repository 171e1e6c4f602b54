"""Comparing the texts of an incident with the fact sheet and with one another (jämförelse), rules 6.7 and ME4."""

from collections.abc import Iterator, Sequence

from krisapp.domain.consistency.agreed import opposed, wrong_amount, wrong_promise
from krisapp.domain.consistency.contradiction import Contradiction, Place, Told
from krisapp.domain.consistency.divided import splits
from krisapp.domain.consistency.edited import Changed, changed
from krisapp.domain.consistency.ground import Said, ground_of, place_names, plan_values
from krisapp.domain.consistency.judging import Judge, Verdict
from krisapp.domain.consistency.statements import Statement
from krisapp.domain.consistency.values import Kind, Token
from krisapp.domain.consistency.whereabouts import SHEET, Whereabouts
from krisapp.domain.language.clock import clock, day, span_of
from krisapp.domain.plan import Plan
from krisapp.domain.sheet import Sheet


def compare(texts: Sequence[Told], sheet: Sheet, plan: Plan) -> list[Contradiction]:
    """Return the contradictions of an incident's texts, in the order of the texts and of their words.

    Of two texts that disagree, the one the sheet does not support is told of; where it supports neither, the later.
    """
    places = place_names(plan)
    found: list[Contradiction] = []
    for stage in dict.fromkeys(told.stage for told in texts):
        found += _Comparison([told for told in texts if told.stage == stage], sheet, plan, places).contradictions()
    order = {told.id: at for at, told in enumerate(texts)}
    return sorted(found, key=lambda each: (order[each.id], each.span, each.kind))


class _Comparison:
    """The texts of one stage, each read once."""

    def __init__(self, texts: list[Told], sheet: Sheet, plan: Plan, places: tuple[str, ...]) -> None:
        self._texts = texts
        self._sheet = sheet
        self._plan = plan
        self._names = places
        self._where = Whereabouts(texts, places)

    def contradictions(self) -> list[Contradiction]:
        """Return what is wrong, each place once, and of two texts that only oppose each other one."""
        found: dict[tuple[str, tuple[int, int]], Contradiction] = {}
        told_of: set[tuple[str, tuple[int, int]]] = set()
        for each in (
            *self._of_edits(),
            *self._of_promises(),
            *self._of_amounts(),
            *self._of_splits(),
            *self._of_denials(),
        ):
            key = (each.id, each.span)
            if key in told_of:
                continue
            told_of.add(key)
            found[key] = each
            if each.against and not each.supported:
                told_of.add((each.against.id, each.against.span))
        return list(found.values())

    def _of_edits(self) -> Iterator[Contradiction]:
        edits = {told.id: changed(told, self._names) for told in self._texts}
        if not any(edits.values()):
            return
        ground = ground_of([told.expected for told in self._texts], self._sheet, self._names)
        held = plan_values(self._plan)
        for id, mine in reversed(edits.items()):
            if not mine:
                continue
            others = Said(each.statement for other, theirs in edits.items() if other != id for each in theirs)
            judge = Judge(ground, held, others)
            for each in mine:
                for verdict in judge.judge(each):
                    yield self._contradiction(id, each, verdict)

    def _contradiction(self, id: str, edit: Changed, verdict: Verdict) -> Contradiction:
        against, supported = None, ""
        if verdict.statement:
            against = self._where.other_than(id, verdict.statement, verdict.other)
            if verdict.grounded:
                supported = verdict.statement.says(verdict.other) if verdict.other else verdict.statement.text
        span, text = edit.span, edit.statement.text
        if verdict.token:
            span = (edit.line_start + verdict.token.start, edit.line_start + verdict.token.stop)
            text = edit.statement.says(verdict.token)
        kind = verdict.token.kind if verdict.token else None
        if kind is None and verdict.other:
            kind = verdict.other.kind
        return Contradiction(id, span, text, kind or Kind.DENIAL, against, supported)

    def _of_promises(self) -> Iterator[Contradiction]:
        due = self._sheet.next_update
        if due is None:
            return
        for statement in self._where.statements():
            token = wrong_promise(statement, due)
            if token:
                right = clock(due) if token.kind is Kind.CLOCK else day(due)
                yield from self._everywhere(statement, token, right)

    def _of_amounts(self) -> Iterator[Contradiction]:
        affected = self._sheet.affected
        right = f"{span_of(affected.min, affected.max)} {affected.unit}"
        for statement in self._where.statements():
            token = wrong_amount(statement, affected)
            if token:
                yield from self._everywhere(statement, token, right)

    def _of_splits(self) -> Iterator[Contradiction]:
        """Yield each place that tells the later of two values the sheet gives for one thing."""
        for split in splits(self._sheet, self._names):
            at = split.later.tokens.index(split.token) - len(split.later.key)
            for statement in self._where.statements():
                if statement.key[-len(split.later.key) :] == split.later.key:
                    token = statement.tokens[at]
                    for place in self._where.stands(statement, token):
                        against = self._where.other_than(place.id, split.earlier, split.other)
                        yield Contradiction(
                            place.id, place.span, place.text, split.token.kind or Kind.NUMBER, against, both=True
                        )

    def _of_denials(self) -> Iterator[Contradiction]:
        for statement, other in opposed(self._where.statements()):
            for place in self._where.stands(statement):
                against = self._where.other_than(place.id, other, None)
                yield Contradiction(place.id, place.span, place.text, Kind.DENIAL, against)

    def _everywhere(self, statement: Statement, token: Token, right: str) -> Iterator[Contradiction]:
        for place in self._where.stands(statement, token):
            yield Contradiction(
                place.id, place.span, place.text, token.kind or Kind.NUMBER, Place(SHEET, (0, 0), right), right
            )

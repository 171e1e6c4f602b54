"""Comparing all texts of an incident, as after each change: 110 texts, ten of them edited by hand."""

from statistics import median
from time import perf_counter

from pytest_benchmark.fixture import BenchmarkFixture

from krisapp.compose.message_set import message_set
from krisapp.domain.checks import Stage
from krisapp.domain.consistency.comparison import compare
from krisapp.domain.consistency.contradiction import Told
from krisapp.domain.consistency.statements import lines_of, statements
from tests.bench.ratios import Row, tell
from tests.compose.written import issued, plan, sheet

TEXTS, EDITED, ROUNDS = 110, 10, 9
MOST_SECONDS = 0.15


def _texts() -> list[Told]:
    known = sheet("002")
    told = [
        Told(f"{stage}-{text.audience}-{text.channel}", text.text, text.text, stage.value)
        for stage in (Stage.FIRST, Stage.UPDATE)
        for text in message_set(known, plan(), stage, exercise=False, issued=issued(known))
    ][:TEXTS]
    return [
        Told(each.id, f"{each.text}\nNästa besked kommer kl. 2{at % 4}.30.", each.expected, each.stage)
        if at < EDITED
        else each
        for at, each in enumerate(told)
    ]


def test_comparing_the_texts_of_an_incident(benchmark: BenchmarkFixture) -> None:
    texts, known = _texts(), sheet("002")
    assert len(texts) == TEXTS

    def again() -> None:
        assert len(compare(texts, known, plan())) == EDITED

    def first() -> None:
        lines_of.cache_clear()
        statements.cache_clear()
        again()

    again()
    took: dict[str, list[float]] = {"nothing remembered": [], "after a change": []}
    for _round in range(ROUNDS):
        for name, work in (("nothing remembered", first), ("after a change", again)):
            start = perf_counter()
            work()
            took[name].append(perf_counter() - start)
    benchmark.pedantic(again, rounds=1)  # type: ignore[no-untyped-call]
    for name, seconds in took.items():
        tell(Row(f"{TEXTS} texts compared: {name}", median(seconds), 0, "", most=MOST_SECONDS))

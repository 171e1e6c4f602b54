"""The checks of one text while somebody types in it: under 20 ms of the processor, aim for 5."""

import time
from itertools import count
from statistics import median

from pytest_benchmark.fixture import BenchmarkFixture

from krisapp.channels import check_text
from krisapp.compose.writing import context_for
from krisapp.domain.checks import Stage
from krisapp.domain.language.lix import counts
from tests.bench.ratios import Row, tell
from tests.compose.written import issued, plan, sheet
from tests.domain.language.golden import WEB_A

ROUNDS = 25
MOST_SECONDS = 0.02
WORDS = 300


def test_the_checks_of_a_web_text_after_each_key(benchmark: BenchmarkFixture) -> None:
    known = sheet("001")
    context = context_for(plan(), "E1", "C01", Stage.FIRST, exercise=False, issued=issued(known))
    start = f"Flens kommun\n{WEB_A}\n\n{WEB_A.replace('vattnet', 'kranvattnet')}"
    assert counts(start).words >= WORDS
    keys = count()

    def type_a_word() -> None:
        check_text(f"{start}\nKoka vatten i gryta nummer {next(keys)} nu.", known, context)

    def check_anew() -> None:
        number = next(keys)
        check_text("\n".join(f"{line} {number}" for line in start.split("\n")), known, context)

    for what, work, most in (
        ("a text of 400 words checked after one line has changed", type_a_word, MOST_SECONDS),
        ("a text of 400 words checked for the first time", check_anew, MOST_SECONDS),
    ):
        work()
        took = []
        for _round in range(ROUNDS):
            began = time.process_time()
            work()
            took.append(time.process_time() - began)
        tell(Row(what, median(took), 0, "", most=most))
    benchmark.pedantic(type_a_word, rounds=1)  # type: ignore[no-untyped-call]

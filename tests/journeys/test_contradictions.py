"""A planted contradiction is found wherever it stands, and an untouched set has none (ME4, domain handbook 6.7)."""

import os
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import groupby

import pytest

from krisapp.compose.message_set import message_set
from krisapp.domain.checks import Stage
from krisapp.domain.consistency.comparison import compare
from krisapp.domain.consistency.contradiction import Told
from krisapp.domain.sheet import Sheet
from krisapp.store.sample import sample_incidents
from tests.compose.written import issued, plan, sheet
from tests.journeys.planted import Planted, planted

SETS = [path.stem[-3:] for path in sample_incidents()]
EVERYWHERE = "KRISAPP_EVERY_POSITION"
"""Set it to plant at every position; the ordinary run takes one of each kind, set and stage."""

STRIDE = 7919
"""A prime: the sample walks through all texts and positions alike."""

ALL_KINDS, EACH_KIND = 0.99, 0.97


@cache
def told_of(number: str, stage: Stage, *, exercise: bool = False) -> list[Told]:
    known = sheet(number)
    texts = message_set(known, plan(), stage, exercise=exercise, issued=issued(known))
    return [Told(f"{text.audience}-{text.channel}", text.text, text.text, stage.value) for text in texts]


@pytest.mark.parametrize("stage", list(Stage))
@pytest.mark.parametrize("number", SETS)
def test_an_untouched_set_has_no_contradiction(number: str, stage: Stage) -> None:
    assert compare(told_of(number, stage), sheet(number), plan()) == []


@pytest.mark.parametrize("number", SETS)
def test_an_untouched_exercise_has_no_contradiction(number: str) -> None:
    assert compare(told_of(number, Stage.FIRST, exercise=True), sheet(number), plan()) == []


def _sampled(texts: list[Told], turn: int) -> Iterator[tuple[int, Planted]]:
    """Yield every slip, or one of each kind: another position and another text each turn."""
    every = [(at, slip) for at, told in enumerate(texts) for slip in planted(told.text)]
    if os.environ.get(EVERYWHERE):
        yield from every
        return
    for _kind, group in groupby(sorted(every, key=_kind_of), key=_kind_of):
        slips = list(group)
        yield slips[turn * STRIDE % len(slips)]


def _kind_of(planted_in: tuple[int, Planted]) -> str:
    return planted_in[1].kind


def _is_found(texts: list[Told], at: int, slip: Planted, known: Sheet) -> bool:
    edited = [*texts]
    edited[at] = Told(texts[at].id, slip.text, texts[at].expected, texts[at].stage)
    return any(
        found.id == texts[at].id and found.span[0] <= slip.span[1] and slip.span[0] <= found.span[1]
        for found in compare(edited, known, plan())
    )


def test_a_planted_contradiction_is_found_wherever_it_stands() -> None:
    planted_of, found_of = Counter[str](), Counter[str]()
    missed = []
    for number in SETS:
        known = sheet(number)
        for stage in Stage:
            texts = told_of(number, stage)
            for at, slip in _sampled(texts, planted_of.total()):
                planted_of[slip.kind] += 1
                if _is_found(texts, at, slip, known):
                    found_of[slip.kind] += 1
                else:
                    first = slip.text.rfind("\n", 0, slip.span[0]) + 1
                    line = slip.text[first:].split("\n")[0]
                    missed.append(f"{number} {stage} {texts[at].id} {slip.kind}: {slip.before!r} in {line!r}")
    for kind, count in sorted(planted_of.items()):
        print(f"{kind:20} {found_of[kind]:6} of {count:6} {found_of[kind] / count:8.2%}")
    print(f"{'all':20} {found_of.total():6} of {planted_of.total():6} {found_of.total() / planted_of.total():8.2%}")
    assert found_of.total() >= ALL_KINDS * planted_of.total(), "\n".join(missed)
    assert all(found_of[kind] >= EACH_KIND * count for kind, count in planted_of.items()), "\n".join(missed)
    print(*missed, sep="\n")

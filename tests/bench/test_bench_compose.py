"""A full message set against the bare Jinja2 renders of the same sources (product: at most 3 ×, and under 150 ms)."""

import time
from collections.abc import Callable
from statistics import median
from typing import Any

import jinja2
import msgspec
from pytest_benchmark.fixture import BenchmarkFixture

from krisapp.compose.blanks import FILTERS
from krisapp.compose.derived import DERIVED
from krisapp.compose.filling import render
from krisapp.compose.message_set import message_set
from krisapp.compose.sandbox import read_draft
from krisapp.compose.sheet_view import Shared, SheetView
from krisapp.compose.writing import read, source_for, writer_for
from krisapp.domain.checks import Stage
from krisapp.domain.matrix import cells
from krisapp.domain.sheet import Sheet
from tests.bench.ratios import Row, tell
from tests.compose.written import issued, plan, sheet

ROUNDS = 9
MOST_SECONDS = 0.15
MOST_RATIO = 3.0


class _Bare:
    """The same sources through Jinja2 itself, with the same filters and with values already looked up."""

    def __init__(self) -> None:
        self.known = sheet("001")
        writer = writer_for(plan())
        context = writer.context("E1", "C01", Stage.FIRST, exercise=False, issued=issued(self.known))
        view = SheetView(self.known, context, writer.ground(self.known.type), DERIVED)
        self.values = {name: view.value(name) for name in DERIVED.allowed.names}
        self.environment = jinja2.Environment(autoescape=False)
        for name, filter in FILTERS.items():
            self.environment.filters[name] = self._with(filter, view)
        self.sources = [
            source_for(plan(), self.known.type, audience, channel, Stage.FIRST) for audience, channel in cells(plan())
        ]
        self.templates = [self.environment.from_string(source) for source in self.sources]

    @staticmethod
    def _with(filter: Callable[..., Any], view: SheetView) -> Callable[..., Any]:
        return lambda value, *arguments: filter(value, view, *arguments)

    def render(self) -> list[str]:
        """Render the compiled templates."""
        return [template.render(self.values) for template in self.templates]

    def compile_and_render(self) -> list[str]:
        """Compile and render, as a program without our reading of drafts must at its first set."""
        return [self.environment.from_string(source).render(self.values) for source in self.sources]


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _written(known: Sheet) -> list[str]:
    """Render each text with its reads noted: what the bare renders do, and no more."""
    writer = writer_for(plan())
    shared: Shared = {}
    texts = []
    for audience, channel in cells(plan()):
        context = writer.context(audience, channel, Stage.FIRST, exercise=False, issued=issued(known))
        view = SheetView(known, context, writer.ground(known.type), DERIVED, shared)
        texts.append(render(read(writer.source(known.type, audience, channel, Stage.FIRST)), view)[0])
    return texts


def _first_set(known: Sheet) -> None:
    """Write a whole set on a plan nobody has read before."""
    fresh = msgspec.structs.replace(plan())
    read_draft.cache_clear()
    message_set(known, fresh, Stage.FIRST, exercise=False, issued=issued(known))


def test_a_full_message_set_against_the_bare_renders(benchmark: BenchmarkFixture) -> None:
    bare, known = _Bare(), sheet("001")
    works: dict[str, Callable[[], object]] = {
        "texts with reads noted": lambda: _written(known),
        "bare renders": bare.render,
        "whole set with forms and checks": lambda: message_set(
            known, plan(), Stage.FIRST, exercise=False, issued=issued(known)
        ),
        "first whole set of a plan": lambda: _first_set(known),
        "bare compile and render": bare.compile_and_render,
    }
    for work in works.values():
        work()
    rounds = [{name: _seconds(work) for name, work in works.items()} for _round in range(ROUNDS)]
    took = {name: median(each[name] for each in rounds) for name in works}
    benchmark.pedantic(works["whole set with forms and checks"], rounds=1)  # type: ignore[no-untyped-call]
    for name, floor, ratio, seconds in (
        ("texts with reads noted", "bare renders", MOST_RATIO, 0.0),
        ("first whole set of a plan", "bare compile and render", MOST_RATIO, 0.0),
        ("whole set with forms and checks", "bare renders", 0.0, MOST_SECONDS),
    ):
        what = f"{len(bare.sources)} texts: {name}"
        tell(Row(what, took[name], took[floor], floor, most_ratio=ratio, most=seconds))

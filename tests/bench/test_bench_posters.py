"""A poster against a bare page of the same engine (issue 5: a poster under 30 ms warm)."""

import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count

import msgspec
import typst
from pytest_benchmark.fixture import BenchmarkFixture

from krisapp.documents.pdf import _faces
from krisapp.documents.poster import Poster, Size, poster_pdf
from tests.bench.ratios import Row, tell
from tests.documents.posters import poster_of

ROUNDS = 15
MOST_SECONDS = 0.03
MOST_RATIO = 12.0
"""A poster is laid out at three or four sizes before it is drawn, and has a code of 500 letters."""


def _new() -> Iterator[Poster]:
    """Yield posters of a long sample text, each of a text of its own: the engine remembers what it has laid out."""
    longest = max((poster_of(number) for number in ("001", "005", "103")), key=lambda one: len(one.text))
    for number in count():
        yield msgspec.structs.replace(longest, text=longest.text.replace("Nästa besked", f"{number}. Nästa besked"))


def _bare(poster: Poster) -> bytes:
    """Return a page with the same words as text and nothing else."""
    page = (
        '#set document(title: "Koka", author: "Flens kommun", date: datetime(year: 2027, month: 6, day: 11))\n'
        '#set text(font: "Inter", lang: "sv")\n= Koka\n#sys.inputs.text.split("\\n").join(parbreak())'
    )
    made: bytes = typst.compile(
        page.encode(),
        font_paths=_faces(),
        format="pdf",
        pdf_standards=["ua-1", "a-2a"],
        sys_inputs={"text": poster.text},
    )
    return made


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def test_a_poster_takes_little_longer_than_a_bare_page(benchmark: BenchmarkFixture) -> None:
    posters = _new()
    poster_pdf(next(posters))
    _bare(next(posters))

    taken, floor = [], []
    for _round in range(ROUNDS):
        taken.append(_seconds(partial(poster_pdf, next(posters), Size.A4)))
        floor.append(_seconds(partial(_bare, next(posters))))
    benchmark(lambda: poster_pdf(next(posters)))

    # The quickest of each: what else the machine does only adds.
    tell(Row("a poster", min(taken), min(floor), "its words on a bare page", MOST_RATIO, MOST_SECONDS))

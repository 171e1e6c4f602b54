"""What the journal costs, each row beside its floor measured in the same run."""

import hashlib
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from krisapp.domain.entries import Pen, read_head
from krisapp.domain.log import Kind, Written
from krisapp.store import driver
from krisapp.store.index import Index
from krisapp.store.journal import Journal
from tests.bench.bare_commit import bare_insert
from tests.bench.long_journals import make
from tests.bench.ratios import Row, tell
from tests.store.writing import CONSOLE, TEN_PAST_TWO, Watch

ROUNDS = 2_000


def said(_kind: str, body: bytes) -> str | None:
    text = msgspec.json.decode(body).get("text")
    return text if isinstance(text, str) else None


def timed(function: Callable[[], object]) -> float:
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


def _rounds(benchmark: BenchmarkFixture, function: Callable[[], object], rounds: int) -> float:
    """Run a function so many times, once more to warm up, and return the median in seconds."""
    benchmark.pedantic(function, rounds=rounds, warmup_rounds=1)  # type: ignore[no-untyped-call]
    assert benchmark.stats is not None
    return float(benchmark.stats.stats.median)


@pytest.mark.benchmark(group="append, against a bare commit")
def test_append(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """A durable entry, signed, chained, read back and compared, against SQLite committing such a row and no more."""
    event = Written(Kind.OBSERVATION, "Vattenläcka på Kungsgatan, gatan är avstängd. " * 6, TEN_PAST_TWO)
    bare = bare_insert(tmp_path / "bare.db")
    with Journal.create(tmp_path / "a.krisapp", CONSOLE, Watch()) as journal:

        def append() -> None:
            journal.append(event, "KC")

        rows = [(timed(bare), timed(append)) for _ in range(ROUNDS)]
        _rounds(benchmark, append, ROUNDS)
    floor, ours = (statistics.median(column) for column in zip(*rows, strict=True))
    tell(Row("log entry, written and read back", ours, floor, "bare commit", most_ratio=1.5))


@pytest.fixture(scope="module")
def hundred_thousand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("long") / "a.krisapp"
    make(path, 100_000)
    return path


@pytest.mark.benchmark(group="open 100,000 entries, every hash and link checked")
def test_open_a_hundred_thousand(benchmark: BenchmarkFixture, hundred_thousand: Path) -> None:
    """Against reading, decoding and hashing the same rows with nothing made of them."""

    def bare() -> None:
        connection = driver.read(hundred_thousand)
        for raw, sig, salt, body in connection.execute("SELECT raw, sig, salt, body FROM entry"):
            hashlib.sha256(raw + sig).digest()
            hashlib.sha256(salt + body).digest()
            read_head(raw)
        connection.close()

    def opened() -> None:
        with Journal.read(hundred_thousand) as journal:
            assert len(journal.read_all().entries) == 100_002

    floor = min(timed(bare) for _ in range(3))
    ours = _rounds(benchmark, opened, 5)
    tell(Row("open 100,000 entries, the journal", ours, floor, "bare read", most=1.0))


@pytest.mark.benchmark(group="locked, against plain")
def test_locked(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """A durable entry, and 10,000 entries read and checked, in a locked file against the same in a plain one."""
    event = Written(Kind.OBSERVATION, "Vattenläcka på Kungsgatan, gatan är avstängd. " * 6, TEN_PAST_TWO)
    key = bytes(range(32))
    with (
        Journal.create(tmp_path / "plain.krisapp", CONSOLE, Watch()) as plain,
        Journal.create(tmp_path / "locked.krisapp", CONSOLE, Watch(), key) as locked,
    ):

        def append() -> None:
            locked.append(event, "KC")

        rows = [(timed(lambda: plain.append(event, "KC")), timed(append)) for _ in range(ROUNDS)]
        for journal in (plain, locked):
            journal.append_all([(event, ())] * (10_000 - ROUNDS), "KC")
        _rounds(benchmark, append, 10)
    floor, ours = (statistics.median(column) for column in zip(*rows, strict=True))
    tell(Row("log entry in a locked file", ours, floor, "a plain file", most_ratio=1.6))

    def opened(name: str, with_key: bytes | None) -> None:
        with Journal.read(tmp_path / name, with_key) as journal:
            assert len(journal.read_all().entries) > 10_000

    pairs = [
        (timed(lambda: opened("plain.krisapp", None)), timed(lambda: opened("locked.krisapp", key))) for _ in range(9)
    ]
    floor, ours = (statistics.median(column) for column in zip(*pairs, strict=True))
    tell(Row("open 10,000 entries of a locked file", ours, floor, "a plain file", most_ratio=1.6))


@pytest.mark.benchmark(group="sign")
def test_sign(benchmark: BenchmarkFixture) -> None:
    pen = Pen(CONSOLE.key, bytes(16))
    benchmark(pen.seal, "log.written", bytes(300), bytes(16), person="KC", tick=1, wall=0, offset=0)


@pytest.fixture(scope="module")
def million(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    path = tmp_path_factory.mktemp("million") / "a.krisapp"
    make(path, 1_000_000, signed=False)
    with Journal.open(path, CONSOLE, Watch()) as journal:
        index = Index(journal, said)
        while index.catch_up(20_000):
            pass
        yield index


@pytest.mark.benchmark(group="search 1,000,000 entries, newest 50")
@pytest.mark.parametrize(
    ("words", "hits"),
    [
        ("vatten", 50),
        ("kokningsrekommendation", 50),
        ("nattfjäril", 50),
        ("nattfjäril 500000", 1),
        ("skola bettna vatten", 50),
        ("tågbro", 0),
        ("ör", 50),
        ("zz", 0),
    ],
)
def test_search_a_million(benchmark: BenchmarkFixture, million: Index, words: str, hits: int) -> None:
    """A common word, a long, a rare and a unique one, several, one that is in no entry, and two letters."""
    found = million.search(words)
    assert len(found) == hits
    connection = million._journal.connection

    def bare() -> None:
        for name in found:
            connection.execute("SELECT id, raw, body FROM entry WHERE id = ?", (bytes.fromhex(name),)).fetchone()

    ours = _rounds(benchmark, lambda: million.search(words), 20)
    floor = statistics.median(timed(bare) for _ in range(20)) if found else 0
    tell(Row(f"search 1,000,000 for “{words}”", ours, floor, "reading what is found", most=0.05))

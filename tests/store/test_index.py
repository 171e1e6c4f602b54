from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from krisapp.domain.run import ClockTurnedBack
from krisapp.store.index import Index
from krisapp.store.journal import Journal
from tests.store.writing import CONSOLE, Watch, line, tamper

LINES = (
    "Vattenläcka på Kungsgatan i Flen",
    "Kokning av DRICKSVATTEN i hela Malmköping",
    "Åska över Bettna",
    "Aska efter branden i Bettna",
    "Öppet hus på Sparreholms skola",
    'Han sa "evakuera" – och gick',
)


def said(kind: str, body: bytes) -> str | None:
    return msgspec.json.decode(body)["text"] if kind == "log.written" else None


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal.create(tmp_path / "a.krisapp", CONSOLE, Watch()) as journal:
        for text in LINES:
            journal.append(line(text), "KC")
        journal.append(ClockTurnedBack(1, 2), "")
        yield journal


def found(journal: Journal, words: str, **options: object) -> list[str]:
    lines = {stamp.id: getattr(happened, "text", "") for stamp, happened, _ in journal.entries()}
    return [lines[id_] for id_ in Index(journal, said).search(words, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("vatten", [1, 0]),
        ("VATTEN", [1, 0]),
        ("dricksvatten", [1]),
        ("aska", [3]),
        ("åska", [2]),
        ("ö", [4, 2, 1]),
        ("a\u030aska", [2]),
        ("bettna brand", [3]),
        ("ka", [3, 2, 0]),
        ("fl", [0]),
        ("en", [3, 1, 0]),
        ("q", []),
        ('"evakuera"', [5]),
        ("– o", [5]),
        ("finns inte", []),
        ("", []),
        ("   ", []),
        ("\ue000", []),
        ('" OR "', []),
        ("NEAR(", []),
        ("text:vatten", []),
    ],
)
def test_words_are_found_newest_first_also_inside_others(journal: Journal, words: str, expected: list[int]) -> None:
    assert found(journal, words) == [LINES[n] for n in expected]


def test_the_newest_are_given_when_there_are_more(journal: Journal) -> None:
    assert found(journal, "e", limit=2) == [LINES[5], LINES[4]]
    assert found(journal, "tt", limit=1) == [LINES[3]]
    assert found(journal, "vatten", limit=0) == []


def test_search_can_be_narrowed_to_kinds(journal: Journal) -> None:
    assert found(journal, "vatten", kinds=["log.written"]) == [LINES[1], LINES[0]]
    assert found(journal, "vatten", kinds=["log.struck", "run.started"]) == []
    assert found(journal, "vatten", kinds=[]) == []


def test_a_line_is_found_the_moment_it_is_saved(journal: Journal) -> None:
    index = Index(journal, said)
    assert index.search("nyss") == []

    stamp = journal.append(line("skrivet nyss"), "KC")

    assert index.search("nyss") == [stamp.id]


def test_what_the_index_has_not_reached_is_found_too(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("krisapp.store.index.NEAR", 0)
    index = Index(journal, said)

    while True:
        assert len(index.search("bettna")) == 2
        if not index.catch_up(2):
            break
    assert len(index.search("bettna")) == 2


def test_each_search_takes_in_some_of_what_is_far_behind(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("krisapp.store.index.NEAR", 2)
    index = Index(journal, said)
    behind = index._behind()
    assert behind > 4

    left = []
    for _search in range(3):
        assert len(index.search("bettna")) == 2
        left.append(index._behind())
    assert left == [behind - 2, behind - 4, behind - 6]


def test_a_search_writes_nothing_when_the_index_has_reached_all(journal: Journal) -> None:
    index = Index(journal, said)
    index.catch_up()
    before = journal.connection.total_changes

    assert len(index.search("bettna")) == 2
    assert journal.connection.total_changes == before


def test_a_journal_open_for_reading_is_searched_with_the_index_it_has(journal: Journal) -> None:
    with Journal.read(journal.path) as reader:
        assert len(Index(reader, said).search("bettna")) == 2
    Index(journal, said).catch_up()
    journal.append(line("och en till i Bettna"), "KC")
    with Journal.read(journal.path) as reader:
        assert len(Index(reader, said).search("bettna")) == 3


def test_the_index_outlives_the_program_and_is_made_anew_when_the_texts_change(journal: Journal) -> None:
    Index(journal, said).catch_up()
    assert Index(journal, said)._behind() == 0

    newer = Index(journal, lambda kind, body: "allt är nytt", edition=2)

    assert len(newer.search("nytt")) == 8
    assert newer.search("bettna") == []


def test_an_index_that_is_damaged_is_made_anew(journal: Journal) -> None:
    Index(journal, said).catch_up()
    journal.connection.execute("UPDATE search_data SET block = X'FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF'")

    assert len(found(journal, "bettna")) == 2

    index = Index(journal, said)
    index.rebuild()
    assert index.catch_up() == 0
    assert len(index.search("bettna")) == 2


def test_the_index_holds_no_text(journal: Journal) -> None:
    index = Index(journal, said)
    assert index.catch_up() == 0

    names = [name for (name,) in journal.connection.execute("SELECT name FROM sqlite_master WHERE name LIKE 'search%'")]
    assert "search_content" not in names
    assert "search_docsize" not in names


def test_a_disposed_body_is_not_found(journal: Journal) -> None:
    index = Index(journal, said)
    assert len(index.search("åska")) == 1
    path = journal.path
    journal.close()
    tamper(path, ("UPDATE entry SET body = NULL, salt = NULL WHERE position = 4", ()))

    with Journal.open(path, CONSOLE, Watch()) as again:
        assert Index(again, said).search("åska") == []


SIGNS = st.text(alphabet="abåäö AÅ\"'*-:\u0301é😀\0", min_size=1, max_size=8)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(SIGNS, min_size=1, max_size=12), SIGNS)
def test_the_index_finds_exactly_what_reading_everything_finds(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], words: str
) -> None:
    path = tmp_path_factory.mktemp("index") / "a.krisapp"
    with Journal.create(path, CONSOLE, Watch()) as journal:
        for text in lines:
            journal.append(line(text), "KC")
        index = Index(journal, said)
        by_index = index.search(words)
        index.rebuild()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("krisapp.store.index.NEAR", -1)
            by_reading = index.search(words)

    assert by_index == by_reading

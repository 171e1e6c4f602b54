"""A code from a paper against the file on disk: what it stands for, and whether that is as it was."""

from pathlib import Path

import pytest

from krisapp.cli import run
from krisapp.domain.records.check_code import code_of, print_on
from krisapp.store.code_checking import check_code
from krisapp.store.journal import Journal
from krisapp.store.tips import tips
from tests.store.writing import CONSOLE, OTHER, Watch, line, tamper, written


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Name a journal of two runs where a code was printed after entry 8, and two entries came after it."""
    path = tmp_path / "a.krisapp"
    written(path, 5)
    with Journal.open(path, OTHER, Watch()) as journal:
        journal.append(line("av TiB"), "TIB")
        journal.append(print_on(tips(journal), "protokollet från möte 1"), "TIB")
        journal.append(line("sedan"), "TIB")
    return path


@pytest.fixture
def code(path: Path) -> str:
    """Give the code on the paper."""
    with Journal.read(path) as journal:
        ends = {stamp.stream: (stamp.seq, stamp.id) for stamp, _event, _kind in journal.read_all().entries[:8]}
    return code_of(ends)


def test_a_code_says_which_paper_and_that_all_before_it_is_unaltered(path: Path, code: str) -> None:
    answer = check_code(path, code.lower())

    assert answer.holds
    assert answer.sentences() == [
        f"Koden {code} står på protokollet från möte 1, utskrivet den 11 juni 2027 kl. 14.10.",
        "De 8 poster som fanns då är oförändrade.",
        "2 poster har kommit till sedan dess.",
    ]


def test_more_entries_and_another_console_change_nothing(path: Path, code: str) -> None:
    with Journal.open(path, CONSOLE, Watch()) as journal:
        journal.append(line("dagen efter"), "KC")
        assert check_code(path, code).holds

    assert check_code(path, code).after == 4


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET body = x'7b7d' WHERE position = 3",
        "UPDATE entry SET raw = CAST(replace(raw, '\"KC\"', '\"AB\"') AS BLOB) WHERE position = 3",
        "UPDATE entry SET sig = zeroblob(64) WHERE position = 8",
        "DELETE FROM entry WHERE position = 4",
        "DELETE FROM entry WHERE position BETWEEN 2 AND 6",
    ],
)
def test_what_was_altered_before_the_paper_is_told(path: Path, code: str, statement: str) -> None:
    tamper(path, (statement, ()))

    answer = check_code(path, code)

    assert not answer.holds
    assert "INTE oförändrat" in "\n".join(answer.sentences())


def test_a_journal_cut_off_before_the_paper_does_not_know_its_code(path: Path, code: str) -> None:
    tamper(path, ("DELETE FROM entry WHERE position > 6", ()))

    answer = check_code(path, code)

    assert not answer.holds
    assert "finns inte i journalen" in answer.sentences()[0]


def test_a_disposed_body_is_as_it_should_be(path: Path, code: str) -> None:
    tamper(path, ("UPDATE entry SET body = NULL, salt = NULL WHERE position = 3", ()))

    assert check_code(path, code).holds


def test_the_code_of_another_journal_is_unknown(path: Path) -> None:
    other = code_of({"annan": (1, "0" * 64)})

    assert check_code(path, other).sentences()[0].startswith(f"Koden {other} finns inte i journalen.")


def test_the_command_answers_yes_no_and_cannot_be_asked(
    path: Path, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["verify", str(path), "--code", code]) == 0
    assert "De 8 poster som fanns då är oförändrade." in capsys.readouterr().out

    assert run(["verify", str(path), "--code", code[:-1] + ("2" if code[-1] != "2" else "3")]) == 2
    assert "felskriven" in capsys.readouterr().err

    tamper(path, ("UPDATE entry SET body = x'7b7d' WHERE position = 3", ()))
    assert run(["verify", str(path), "--code", code]) == 1

"""Copies of the record from the command line: by time, writer and part, masked unless somebody says otherwise."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from krisapp.cli import run
from krisapp.desk import Desk
from krisapp.domain import log
from krisapp.domain.log import Kind
from tests.documents.reading import letters, words
from tests.test_archive import desk

__all__ = ["desk"]

SECRET = "Koden till larmet är bytt"


@pytest.fixture
def copied(desk: Desk, tmp_path: Path) -> Iterator[tuple[Desk, Path]]:
    """Give an incident with a secret line, and where a copy goes."""
    desk.do(log.write(desk.incident, Kind.OBSERVATION, SECRET, desk.now(), ground="OSL 18:8"))
    yield desk, tmp_path / "kopia.txt"


def export(desk: Desk, target: Path, *more: str) -> int:
    return run(["export", str(desk.path), "--format", "copy", "--out", str(target), *more])


def test_a_copy_is_masked_and_its_checksum_and_covers_are_said(
    copied: tuple[Desk, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    desk, target = copied
    assert export(desk, target) == 0

    said = capsys.readouterr().out
    assert f"Kontrollsumma: {hashlib.sha256(target.read_bytes()).hexdigest()}" in said
    assert "Maskerat enligt OSL 18:8: 2" in said
    assert SECRET not in target.read_text("utf-8-sig")


def test_only_who_asks_for_it_gets_what_is_secret(copied: tuple[Desk, Path]) -> None:
    desk, target = copied
    assert export(desk, target, "--unmasked") == 0

    assert SECRET in target.read_text("utf-8-sig")


def test_a_name_that_ends_in_pdf_gives_a_pdf(copied: tuple[Desk, Path]) -> None:
    desk, target = copied
    assert export(desk, target.with_suffix(".pdf"), "--parts", "log,facts") == 0

    said = letters(words(target.with_suffix(".pdf").read_bytes()))
    assert letters("Nätet är avstängt") in said
    assert letters(SECRET) not in said


def test_time_and_writer_narrow_the_copy(copied: tuple[Desk, Path]) -> None:
    desk, target = copied
    narrow = (
        (("--until", "2027-03-09T07:00+01:00"), True),
        (("--since", "2027-03-09T06:24+01:00"), False),
        (("--writer", desk.person), True),
        (("--writer", "ingen"), False),
    )
    for arguments, there in narrow:
        assert export(desk, target, *arguments) == 0
        assert ("Nätet är avstängt" in target.read_text("utf-8-sig")) is there, arguments


def test_a_part_nobody_knows_is_refused_in_words(copied: tuple[Desk, Path], capsys: pytest.CaptureFixture[str]) -> None:
    desk, target = copied
    assert export(desk, target, "--parts", "allt") == 2
    assert "Delarna är log, decisions, texts och facts" in capsys.readouterr().err

"""Generate makes every format that is asked for, names each file in the index, and refuses a name it does not know."""

import json
from pathlib import Path

import pytest

from krisapp.cli import run
from krisapp.documents.message_formats import NAMES
from krisapp.store.sample import sample_incidents

FACTS = str(sample_incidents()[0])
BEGINS = {"pdf": b"%PDF", "docx": b"PK", "poster": b"%PDF", "cap": b"<?xml", "html": b"<!doctype html>"}


def test_every_format_is_made_and_the_index_names_every_file(tmp_path: Path) -> None:
    assert run(["generate", FACTS, "--out", str(tmp_path), "--exercise", "--formats", ",".join(NAMES)]) == 0

    index = json.loads((tmp_path / "index.json").read_text("utf-8"))
    named = {path for entry in index["messages"] for path in entry["files"].values()}
    home = index["site"]["folder"]
    site = {f"{home}/{path}" for path in index["site"]["files"]}
    there = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert there == named | site | {"index.json", f"{home}/webbplats.json"}
    made = {name for entry in index["messages"] for name in entry["files"]}
    assert {*made, "site"} == set(NAMES) == set(index["formats"])
    for entry in index["messages"]:
        assert entry["files"]["txt"] == entry["file"]
        assert {"txt", "html", "pdf", "docx"} == {*entry["files"], *entry["left_out"]} - {"poster", "cap"}
        assert all(path.startswith("OVNING-") for path in entry["files"].values())
        for name, path in entry["files"].items():
            assert (tmp_path / path).read_bytes().startswith(BEGINS.get(name, b"")), path
    assert "UTKAST" in (tmp_path / home / "index.html").read_text("utf-8").upper()


def test_a_later_set_takes_the_files_of_all_formats_away(tmp_path: Path) -> None:
    run(["generate", FACTS, "--out", str(tmp_path), "--formats", "html,site"])
    run(["generate", FACTS, "--out", str(tmp_path)])

    assert {path.suffix for path in tmp_path.rglob("*")} == {".txt", ".json"}


def test_an_unknown_format_is_refused_in_one_sentence_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["generate", FACTS, "--out", str(tmp_path / "ut"), "--formats", "html,xls"]) == 2

    said = capsys.readouterr().err
    assert said.startswith("Formatet xls finns inte. Välj bland txt, html,")
    assert said.count("\n") == 1
    assert not (tmp_path / "ut").exists()

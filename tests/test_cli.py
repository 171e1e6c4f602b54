"""The commands, run as a script would: exit codes, one sentence on standard error, files on disk."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from krisapp.cli import run
from krisapp.store.sample import sample_incidents, sample_plan

INCIDENTS = sample_incidents()
STAGES = ("first", "update", "correction", "retraction", "all_clear", "final")
SOMETIMES = {"C14", "C20", "C21", "C23"}
"""By decision, with reviewed phrases, when a school is affected, and when mail and intranet are down."""


def index_of(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "index.json").read_text("utf-8"))
    return found


@pytest.fixture
def changed(tmp_path: Path) -> Callable[..., Path]:
    """Write set 001 with some keys changed, and give its path."""

    def write(**changes: object) -> Path:
        sheet = yaml.load(INCIDENTS[0].read_text("utf-8"), Loader=yaml.BaseLoader)
        sheet["danger_to_life"] = True
        sheet["affected"] = {"min": 1900, "max": 2100, "unit": "personer"}
        for fact in sheet["facts"]:
            fact["secret"] = fact.get("secret") == "true"
        for step in sheet["timeline"]:
            step["after_minutes"] = int(step["after_minutes"])
        sheet.update(changes)
        path = tmp_path / "fakta.yaml"
        path.write_text(yaml.safe_dump(sheet, allow_unicode=True, sort_keys=False), "utf-8")
        return path

    return write


def refused(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Run generate on a bad file; it answers with one sentence and leaves nothing."""
    out = tmp_path / "ut"
    assert run(["generate", str(path), "--out", str(out)]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert not out.exists()
    return said


@pytest.mark.parametrize("path", INCIDENTS, ids=lambda path: path.stem)
def test_generate_gives_every_covered_cell_of_the_matrix_with_its_index(path: Path, tmp_path: Path) -> None:
    assert run(["generate", str(path), "--out", str(tmp_path / "ut")]) == 0
    index = index_of(tmp_path / "ut")
    cells = {(cell.audience, cell.channel) for cell in sample_plan().matrix}
    written = {(entry["audience"], entry["channel"]) for entry in index["messages"]}
    assert written <= cells
    assert {channel for _audience, channel in cells - written} <= SOMETIMES
    for entry in index["messages"]:
        content = (tmp_path / "ut" / entry["file"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == entry["sha256"]
        assert len(content.decode()) == entry["characters"]
    assert [entry["order"] for entry in index["messages"]] == sorted(entry["order"] for entry in index["messages"])


@pytest.mark.parametrize("stage", STAGES)
def test_a_set_of_another_stage_takes_the_place_of_the_one_before(stage: str, tmp_path: Path) -> None:
    out = tmp_path / "ut"
    run(["generate", str(INCIDENTS[0]), "--out", str(out), "--exercise"])
    assert run(["generate", str(INCIDENTS[0]), "--out", str(out), "--stage", stage]) == 0
    assert index_of(out)["stage"] == stage
    assert {path.name for path in out.iterdir()} == {entry["file"] for entry in index_of(out)["messages"]} | {
        "index.json"
    }


def test_the_same_file_gives_the_same_texts(tmp_path: Path) -> None:
    for name in ("a", "b"):
        run(["generate", str(INCIDENTS[1]), "--out", str(tmp_path / name)])
    assert index_of(tmp_path / "a") == index_of(tmp_path / "b")


def test_p62_an_exercise_is_marked_first_and_last_in_every_text_and_in_file_names(tmp_path: Path) -> None:
    run(["generate", str(INCIDENTS[0]), "--out", str(tmp_path), "--exercise"])
    index = index_of(tmp_path)
    assert (index["incident"], index["exercise"]) == ("OVN-2027-001", True)
    for entry in index["messages"]:
        text = (tmp_path / entry["file"]).read_text("utf-8")
        assert entry["file"].startswith("OVNING-")
        assert "ÖVNING" in text.splitlines()[0]
        assert "ÖVNING" in text.splitlines()[-1]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"colour": "röd"}, "colour är okänd"),
        ({"type": "vulkan"}, "type är vulkan"),
        ({"level": "N9"}, "level är N9"),
        ({"affected": "många"}, "affected ska vara"),
        ({"alarm_at": "igår"}, "alarm_at ska vara datum"),
        ({"next_update": "2027-06-11T18:00"}, "tidszon"),
        ({"next_update": "2027-06-11T10:00+02:00"}, "före alarm_at"),
        ({"places": ["Malmköpin"]}, "Menade du Malmköping"),
        ({"places": ["Atlantis"]}, "lägg till den i planen"),
        ({"headline": "å" * 91}, "91 tecken"),
        ({"facts": [{"id": "F1", "status": "kanske", "text": "x"}]}, "kanske finns inte"),
        (
            {"facts": [{"id": "F1", "status": "unconfirmed", "text": "x", "secret": True}]},
            "saknar lagrum",
        ),
        (
            {"facts": [{"id": "F1", "status": "confirmed", "text": "x", "source": "y", "source_type": "public"}]},
            "kan inte bekräfta",
        ),
        ({"facts": [{"id": "F1", "status": "rumour", "text": text} for text in "xy"]}, "Två uppgifter heter F1"),
    ],
)
def test_a_bad_facts_file_is_refused_in_one_sentence_with_its_line(
    changes: dict[str, Any],
    says: str,
    changed: Callable[..., Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    said = refused(changed(**changes), tmp_path, capsys)
    assert says in said
    assert said.startswith("fakta.yaml, rad ")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("id: Malmköping".encode("latin-1"), "UTF-8"),
        (b"id: a\n" + b"x" * 10_000_000, "större än"),
        (b"", "tom"),
        (b"- a\n- b\n", "nycklar med värden"),
        (b"id: [", "Indraget stämmer inte"),
    ],
)
def test_a_file_that_is_no_facts_file_is_refused(
    content: bytes, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "fakta.yaml"
    path.write_bytes(content)
    assert says in refused(path, tmp_path, capsys)


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "finns inte" in refused(tmp_path / "saknas.yaml", tmp_path, capsys)


def test_a_folder_that_cannot_be_written_to_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    blocked = tmp_path / "fil"
    blocked.write_text("här ligger en fil", "utf-8")
    assert run(["generate", str(INCIDENTS[0]), "--out", str(blocked)]) == 2
    assert "går inte att skriva till" in capsys.readouterr().err


def test_a_wrong_command_exits_2_with_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(["generate"])
    assert stopped.value.code == 2
    assert "--help" in capsys.readouterr().err

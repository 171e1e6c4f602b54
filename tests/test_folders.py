"""Where the program keeps its files: with its user, or on the stick it runs from."""

import os
import sys
from pathlib import Path

import pytest

from krisapp.folders import (
    PORTABLE,
    chosen_language,
    data_folder,
    leave_nothing_here,
    leave_others_their_libraries,
    settings_folder,
)


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the frozen program lie on a stick."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "krisapp"))
    monkeypatch.delenv("KRISAPP_FOLDER", raising=False)
    monkeypatch.setattr(os, "environ", dict(os.environ))  # what is set for this process is not for the next test
    return tmp_path


def test_everything_is_kept_on_the_stick_when_its_folder_lies_beside_the_program(
    stick: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = stick / PORTABLE
    data.mkdir()

    leave_nothing_here()

    assert data_folder() == data
    assert settings_folder() == data / "settings"

    kept = {os.environ["XDG_CACHE_HOME"], os.environ["XDG_CONFIG_HOME"]}
    assert all(Path(folder).is_relative_to(data) for folder in kept)
    assert not list(own_home.rglob("*"))


def test_the_language_chosen_on_the_stick_is_that_of_its_commands(stick: Path) -> None:
    (stick / PORTABLE / "settings").mkdir(parents=True)
    (stick / PORTABLE / "settings" / "settings.json").write_text('{"language": "en"}')

    assert chosen_language() == "en"


def test_an_installed_program_keeps_its_files_with_its_user(
    stick: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "untouched")

    leave_nothing_here()

    assert data_folder().is_relative_to(own_home)
    assert settings_folder().is_relative_to(own_home)

    assert os.environ["XDG_CACHE_HOME"] == "untouched"


def test_a_folder_that_is_named_is_the_one(stick: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (stick / PORTABLE).mkdir()
    monkeypatch.setenv("KRISAPP_FOLDER", str(tmp_path / "annan"))

    assert data_folder() == tmp_path / "annan"


@pytest.mark.parametrize("before", [None, "of the machine"])
def test_other_programs_get_the_libraries_of_the_machine(stick: Path, before: str | None) -> None:
    os.environ["LD_LIBRARY_PATH"] = "ours"
    if before:
        os.environ["LD_LIBRARY_PATH_ORIG"] = before

    leave_others_their_libraries()

    assert os.environ.get("LD_LIBRARY_PATH") == before
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ

"""Bringing in Qt's binding: what it compiles is kept, and nothing a person or a program sees is lost by that."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_BRING_IN = """
import builtins
real = builtins.compile
from krisapp.ui import binding
read = binding.KEPT.read_bytes() if binding.KEPT.exists() else b""
binding.load_ahead()
binding.bring_in()
assert builtins.compile is real
from PySide6.QtCore import QTimer
try:
    QTimer().setInterval("soon")
except TypeError as no:
    assert "Supported signatures" in str(no), no
print(binding.KEPT if binding.KEPT.exists() else "", binding.KEPT.exists() and binding.KEPT.read_bytes() == read)
"""


def _start(folder: Path, **more: str) -> tuple[str, bool]:
    """Start a Python that brings in the binding; return where its bytecode is kept and whether it was there already."""
    known = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    told = subprocess.run(
        [sys.executable, "-c", _BRING_IN],
        env={**known, "PYTHONPYCACHEPREFIX": str(folder), "PYTHONPATH": str(Path(__file__).parents[2]), **more},
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert not told.stderr
    path, was_there = told.stdout.rstrip("\n").rsplit(" ", 1)
    return path, was_there == "True"


def test_the_second_start_compiles_nothing_of_the_binding(tmp_path: Path) -> None:
    path, was_there = _start(tmp_path)
    assert path and not was_there
    assert _start(tmp_path) == (path, True)
    assert [one.name for one in Path(path).parent.glob("qt_binding*")] == [Path(path).name]


@pytest.mark.parametrize("damaged", [b"", b"not bytecode", b"\xfb\x00\x00\x00\x00"])
def test_bytecode_that_cannot_be_read_is_made_anew(tmp_path: Path, damaged: bytes) -> None:
    path, _was_there = _start(tmp_path)
    Path(path).write_bytes(damaged)
    assert _start(tmp_path) == (path, False)
    assert _start(tmp_path) == (path, True)


def test_where_bytecode_may_not_be_written_the_program_starts_all_the_same(tmp_path: Path) -> None:
    assert _start(tmp_path, PYTHONDONTWRITEBYTECODE="1") == ("", False)

"""One printing system for all tests of printing."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.printing.cups import Cups


@pytest.fixture(scope="session")
def cups() -> Iterator[Cups]:
    """Run CUPS with a folder of its own, which the printing system's own user may enter."""
    with tempfile.TemporaryDirectory(prefix="krisapp-cups-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        system = Cups(folder)
        yield system
        system.stop()


@pytest.fixture(autouse=True)
def _found(cups: Cups, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let whoever prints find that system and no other."""
    monkeypatch.setenv("CUPS_SERVER", str(cups.socket))

"""One build of the frozen program for all tests of it: it takes half a minute."""

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.ui.printing.conftest import cups

__all__ = ("cups",)


@pytest.fixture(scope="session")
def built() -> Iterator[Path]:
    """Build the program as `make package` does, somewhere else, and give its folder."""
    with tempfile.TemporaryDirectory(prefix="krisapp-frozen-") as name:
        subprocess.run([ROOT / "packaging" / "package.sh", name], check=True, timeout=600)
        yield Path(name) / "krisapp"

"""What the start imports: nothing that the first screen, with an incident open, does not need."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench import water

MOST_OF_OUR_OWN = 126
"""Modules of the program a start may import; a new kind of event or a part of the window may raise it by one."""

NOT_YET = (
    "krisapp.channels",
    "krisapp.compose",
    "krisapp.documents",
    "krisapp.texts",
    "krisapp.domain.checking",
    "krisapp.domain.consistency",
    "krisapp.domain.language",
    "krisapp.domain.message_map",
    "krisapp.domain.reaching.gap",
    "krisapp.store.plan.plan_store",
    "krisapp.store.yaml_reading",
    "krisapp.ui.background",
    "dataclasses",
    "jinja2",
    "sqlite_utils",
    "yaml",
    "PySide6.QtTest",
)
"""Checks, readers of language, texts, and what is slow to import or to define. Each has its place behind a screen."""

_START = """
import atexit, sys
import krisapp.__main__ as program

atexit.register(lambda: print(*sys.modules, sep="\\n"))
sys.argv[1:] = ["--first-paint", "--incident", sys.argv[1]]
sys.exit(program.main())
"""


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """Start the program, as a process of its own, and return the modules it had imported at its first picture."""
    folder = tmp_path_factory.mktemp("start")
    path = water.long_file(folder / "workplace", 5)
    known = {**os.environ, "KRISAPP_FOLDER": str(folder / "workplace"), "HOME": str(folder)}
    told = subprocess.run(
        [sys.executable, "-c", _START, str(path)],
        env={**known, "PYTHONPATH": str(Path(__file__).parents[2]), "QT_QPA_PLATFORM": "offscreen"},
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    ).stdout
    return frozenset(told.split())


@pytest.mark.parametrize("name", NOT_YET)
def test_the_start_does_not_wait_for_what_the_first_screen_does_not_need(name: str, imported: frozenset[str]) -> None:
    assert not {one for one in imported if one == name or one.startswith(f"{name}.")}


def test_the_start_imports_few_modules_of_our_own(imported: frozenset[str]) -> None:
    own = sorted(one for one in imported if one.startswith("krisapp."))
    assert "krisapp.ui.views.overview" in own, "the first screen was not shown"
    assert len(own) <= MOST_OF_OUR_OWN, own


ONLY_WHEN_USED = (
    "argon2",
    "asyncio",
    "docx",
    "keyring",
    "lxml",
    "openpyxl",
    "paramiko",
    "psycopg",
    "segno",
    "statistics",
    "typst",
)
"""Large libraries that a screen needs only for what one does there."""

_SCREENS = """
import sys
from krisapp.ui.views import VIEWS
from krisapp.ui.views.tabbed import TabbedView

for place in VIEWS:
    screen = place.load()
    if issubclass(screen, TabbedView):
        for tab in screen.TABS:
            tab.load()
print(*sys.modules, sep="\\n")
"""


def test_bringing_the_screens_in_ahead_brings_in_no_library_that_they_need_only_when_used() -> None:
    """What is brought in ahead takes memory in every incident, and its import keeps the window from answering."""
    around = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run(
        [sys.executable, "-c", _SCREENS], env=around, check=True, capture_output=True, text=True, timeout=60
    )

    assert frozenset(ONLY_WHEN_USED) & frozenset(told.stdout.split()) == set()

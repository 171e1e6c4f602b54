"""The screens are made ready after the first one has been painted, so that none is waited for."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from krisapp.ui.first_paint import FirstPaint
from krisapp.ui.live import Live
from krisapp.ui.settings import Kept
from krisapp.ui.views import VIEWS
from krisapp.ui.views.after.view import AfterView
from krisapp.ui.views.lead.view import LeadView
from krisapp.ui.views.tabbed import Tab, TabPage
from krisapp.ui.views.view import View
from krisapp.ui.warming import Warming
from krisapp.ui.window import Window


@pytest.fixture
def window(live: Live, tmp_path: Path, qtbot: QtBot) -> Iterator[Window]:
    made = Window(live, Kept(tmp_path), VIEWS)
    qtbot.addWidget(made)
    yield made


def built(window: Window) -> set[str]:
    return {type(view).__name__ for view in window.findChildren(View)}


def test_the_first_paint_is_told_once_when_there_is_something_to_see(window: Window, qtbot: QtBot) -> None:
    first = FirstPaint(window)
    told: list[bool] = []
    first.done.connect(lambda: told.append(window.isVisible()))

    with qtbot.waitSignal(first.done):
        window.show()
    window.repaint()
    QApplication.processEvents()

    assert told == [True]


def test_the_screens_of_an_incident_are_ready_after_a_while_and_none_is_shown(window: Window, qtbot: QtBot) -> None:
    shown = window.view
    warming = Warming(window)
    assert len(built(window)) == 1

    warming.begin()
    qtbot.waitUntil(lambda: not warming.busy, timeout=20_000)

    assert built(window) == {"Overview", "ToDo", "SituationView", "MessagesView", "LeadView", "Log"}
    assert window.view is shown


def test_the_pages_of_a_screen_with_tabs_are_brought_in_one_a_step_and_only_the_first_is_built(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    warming = Warming(window)
    warming._timer.timeout.connect(lambda: steps.append(""))

    def told(tab: Tab) -> Tab:
        def load() -> type[TabPage]:
            steps.append(tab.key)
            return tab.load()

        return tab._replace(load=load)

    for screen in (LeadView, AfterView):
        monkeypatch.setattr(screen, "TABS", tuple(map(told, screen.TABS)))

    warming.begin()
    qtbot.waitUntil(lambda: not warming.busy, timeout=20_000)

    keys = [tab.key for screen in (LeadView, AfterView) for tab in screen.TABS]
    assert [step for step in steps if step] == [*keys, "alarm"]
    assert all(steps[steps.index(key) - 1] == "" for key in keys)
    assert [type(page).__name__ for page in window.findChildren(TabPage)] == ["CallingPage"]


def test_a_screen_visited_before_its_turn_is_not_built_twice(window: Window, qtbot: QtBot) -> None:
    warming = Warming(window)
    warming.begin()
    window.go("log")
    qtbot.waitUntil(lambda: not warming.busy, timeout=20_000)

    assert [type(view).__name__ for view in window.findChildren(View)].count("Log") == 1


def test_the_first_screen_waits_for_neither_templates_nor_checks(live: Live) -> None:
    path = live.desk.path
    live.close()
    asked = (
        "import sys; from krisapp.__main__ import main; code = main(); "
        "print(code, sorted({'jinja2', 'yaml', 'sqlite_utils', 'krisapp.channels'} & set(sys.modules)))"
    )

    said = subprocess.run(
        [sys.executable, "-c", asked, "--first-paint", "--incident", str(path)],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    ).stdout.splitlines()

    assert float(said[0]) > 0
    assert said[1] == "0 []"

"""Changing the look while the window is open: every part wears it, made before the change, after it, or meanwhile."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from krisapp.ui.live import Live
from krisapp.ui.settings import Kept
from krisapp.ui.theme import stylesheet
from krisapp.ui.theme.theme import current, wear
from krisapp.ui.theme.tokens import SCHEMES, Scheme
from krisapp.ui.views import VIEWS
from krisapp.ui.views.tabbed import TabbedView
from krisapp.ui.window import Window
from tests.ui.framing import start

RULED = (QAbstractButton, QAbstractScrollArea, QComboBox, QLabel, QLineEdit, QTabBar)
"""What the style sheet has rules for; the rest only holds others."""


@pytest.fixture
def full(live: Live, tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Window]:
    kept = Kept(tmp_path)
    kept.settings.person = live.plan.people[0].id
    start(live)
    made = Window(live, kept, VIEWS)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    wear(qapp, Scheme.LIGHT, 100)


def sheet_on(part: QWidget | None) -> str:
    """Return the sheet of the whole look that a part wears, whatever colour of its own it has over it."""
    while part is not None:
        if len(part.styleSheet()) > 1000:
            return part.styleSheet()
        part = part.parentWidget()
    return ""


def wrongly_dressed(window: Window) -> list[str]:
    theme = current()
    right = stylesheet.sheet(theme.colours, theme.px, theme.tight)
    found = []
    for part in window.findChildren(QWidget):
        if not part.isVisible():
            continue
        grounded = part.property("ground") not in (None, "clear")  # what is clear shows what lies behind it
        ruled = grounded or (isinstance(part, RULED) and type(part) is not QScrollArea)
        worn = sheet_on(part)
        if worn != right and (worn or (ruled and not is_page(part))):
            found.append(f"{type(part).__name__} {part.accessibleName()} in {type(part.parentWidget()).__name__}")
    return found


def is_page(part: QWidget) -> bool:
    """Tell whether a part is a scroll area of a whole screen, which both schemes leave clear."""
    return isinstance(part, QScrollArea)


def look_at_all(window: Window, qtbot: QtBot) -> list[str]:
    """Visit every tab of every screen, and return what wears another look than the one in force."""
    found = []
    for place in window.places:
        window.go(place.key)
        view = window.view
        assert view is not None
        names = [tab.key for tab in view.TABS] if isinstance(view, TabbedView) else [""]
        for name in names:
            if isinstance(view, TabbedView):
                view.turn_to(name)
            qtbot.wait(1)
            qtbot.waitUntil(lambda: not window._look.busy)
            found += [f"{place.key} {name}: {one}" for one in wrongly_dressed(window)]
            ground = window._stack.grab().toImage().pixelColor(2, window._stack.height() // 2).name()
            if ground != SCHEMES[current().scheme].ground:
                found.append(f"{place.key} {name}: ground {ground}")
    return found


def test_screens_and_tabs_made_after_a_change_of_scheme_wear_it(full: Window, qtbot: QtBot) -> None:
    full._look.pick_scheme(Scheme.DARK)
    qtbot.waitUntil(lambda: not full._look.busy)

    assert look_at_all(full, qtbot) == []


def test_screens_and_tabs_made_before_a_change_of_scheme_wear_it(full: Window, qtbot: QtBot) -> None:
    look_at_all(full, qtbot)
    for scheme in (Scheme.DARK, Scheme.LIGHT, Scheme.DARK):
        full._look.pick_scheme(scheme)
    qtbot.waitUntil(lambda: not full._look.busy)

    assert look_at_all(full, qtbot) == []


@pytest.mark.parametrize("key", ["messages", "situation", "lead", "questions", "reach"])
def test_a_screen_made_while_the_scheme_is_changing_wears_it(full: Window, qtbot: QtBot, key: str) -> None:
    full._look.pick_scheme(Scheme.DARK)
    full.go(key)
    assert full._look.busy
    qtbot.waitUntil(lambda: not full._look.busy)
    full._look.pick_scheme(Scheme.LIGHT)
    full._look.pick_scheme(Scheme.DARK)
    qtbot.waitUntil(lambda: not full._look.busy)

    assert wrongly_dressed(full) == []


def test_the_editor_first_opened_after_a_change_of_scheme_is_on_dark_ground(full: Window, qtbot: QtBot) -> None:
    full.go("messages")
    full.go("overview")
    full._look.pick_scheme(Scheme.DARK)
    qtbot.keyClick(full, Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: not full._look.busy)
    full.live.shown.emit("messages", "E1-C05.sv")
    qtbot.wait(50)

    assert wrongly_dressed(full) == []
    assert full._stack.grab().toImage().pixelColor(2, full._stack.height() // 2).name() == SCHEMES[Scheme.DARK].ground

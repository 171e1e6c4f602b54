"""The window in English: every screen, switched while it is open, and back again."""

import gettext
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from babel.messages.pofile import read_po
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from krisapp.domain import situation, words
from krisapp.store.translations import catalogue
from krisapp.ui.live import Live
from krisapp.ui.settings import Kept
from krisapp.ui.views import VIEWS
from krisapp.ui.window import Window
from tests.conftest import ROOT

FILE = ROOT / "resources" / "translations" / "en" / "LC_MESSAGES" / "krisapp.po"
PLACEHOLDER = re.compile(r"\{\w+(?::[^{}]*)?\}")
ROWS = 60
"""So many rows of a list are read; the rest are of the same kinds."""


def translations() -> Iterator[tuple[str, str]]:
    """Yield each source string that reads otherwise in English, with what it reads."""
    with FILE.open("rb") as file:
        for message in read_po(file, locale="en"):
            source, said = message.id, message.string
            if isinstance(source, tuple | list) and isinstance(said, tuple | list):
                yield from zip(source, said, strict=True)
            elif source:
                yield str(source), str(said)


def pattern(source: str) -> str:
    """Return the expression of a string with its values."""
    return "(?:.+)".join(re.escape(part) for part in PLACEHOLDER.split(source))


class Swedish:
    """Knows the source strings that have another wording in English, and what a plan says of its own."""

    def __init__(self, plan: object) -> None:
        pairs = [(source.replace("&", ""), said.replace("&", "")) for source, said in translations() if source != said]
        self._english = {said for _source, said in pairs}
        self._plain = {source for source, _said in pairs if not PLACEHOLDER.search(source)} - self._english
        own = set(texts_of(msgspec.to_builtins(plan)))
        self._own = own | {text[:1].upper() + text[1:] for text in own}
        # A string that is mostly values fits anything.
        filled = [
            source for source, _said in pairs if len(re.findall(r"[a-zåäö]{3,}", PLACEHOLDER.sub("", source))) > 1
        ]
        self._filled = re.compile("|".join(pattern(source) for source in filled if PLACEHOLDER.search(source)))

    def knows(self, text: str) -> bool:
        """Return whether a text is Swedish of the interface."""
        text = text.replace("&", "").strip()
        if text in self._own:
            return False
        return text in self._plain or bool(self._filled.fullmatch(text))


def texts_of(built: object) -> Iterator[str]:
    if isinstance(built, str):
        yield built
        yield from re.split(r", |\n", built)
    elif isinstance(built, dict):
        for value in built.values():
            yield from texts_of(value)
    elif isinstance(built, list | tuple):
        for value in built:
            yield from texts_of(value)


def columns(model: QAbstractItemModel) -> int:
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())


def headings(model: QAbstractItemModel) -> Iterator[str]:
    for section in range(columns(model)):
        yield str(model.headerData(section, Qt.Orientation.Horizontal) or "")


def cells(model: QAbstractItemModel) -> Iterator[str]:
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    for row in range(min(model.rowCount(QModelIndex()), ROWS)):
        for column in range(columns(model)):
            index = model.index(row, column, QModelIndex())
            yield from (said for role in roles if isinstance(said := index.data(role), str))


def said_by(part: QWidget) -> Iterator[str]:
    """Yield what one part of a window says, to the eye and to a reader of screens."""
    yield part.accessibleName()
    yield part.accessibleDescription()
    yield part.toolTip()
    yield from (action.text() for action in part.actions())
    if isinstance(part, QLabel | QAbstractButton):
        yield part.text()
    if isinstance(part, QLineEdit | QPlainTextEdit):
        yield part.placeholderText()
    if isinstance(part, QComboBox):
        yield from (part.itemText(number) for number in range(part.count()))
    if isinstance(part, QTabBar):
        yield from (part.tabText(number) for number in range(part.count()))
    if isinstance(part, QAbstractItemView) and part.model() is not None:
        yield from headings(part.model())
        yield from cells(part.model())


def said_in(window: QWidget) -> set[str]:
    """Return everything that is said by the parts of a window that are shown."""
    QApplication.processEvents()
    shown = [part for part in window.findChildren(QWidget) if part.isVisible()]
    return {text for part in (window, *shown) for text in said_by(part) if text}


@pytest.fixture
def window(calm: Live, tmp_path: Path, qtbot: QtBot) -> Iterator[Window]:
    made = Window(calm, Kept(tmp_path), VIEWS)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    words.speak(gettext.NullTranslations())


def walk(window: Window) -> set[str]:
    """Visit every screen that is offered; return all that was said."""
    said = set()
    for place in window.places:
        window.go(place.key)
        said |= said_in(window)
    return said


def pick(window: Window, language: str) -> None:
    """Choose a language in the menu, as a person does."""
    window._menus.make()
    next(action for action in window.actions() if action.data() == language).trigger()


def swedish(window: Window, said: set[str]) -> list[str]:
    known = Swedish(window.live.plan)
    return sorted(text for text in said if known.knows(text))


@pytest.fixture
def incident(live: Live) -> Live:
    """Give an open incident with facts, so that the screens have something to say."""
    next_update = live.now().replace(second=0, microsecond=0) + timedelta(hours=2)
    values = {
        "headline": "Koka kranvattnet i Malmköping.",
        "what_happened": "Ett prov visar tecken på bakterier.",
        "area": "Tätorten Malmköping.",
        "next_update": next_update,
    }
    live.do(situation.set_fields(live.incident, values))
    return live


def test_ax2_nothing_is_swedish_on_the_calm_screens_once_english_is_chosen(window: Window) -> None:
    before = walk(window)
    assert len(swedish(window, before)) > 50

    pick(window, "en")

    assert swedish(window, walk(window)) == []


@pytest.mark.usefixtures("incident")
def test_ax2_nothing_is_swedish_during_an_incident_once_english_is_chosen(window: Window) -> None:
    before = walk(window)
    assert len(swedish(window, before)) > 200

    pick(window, "en")

    assert swedish(window, walk(window)) == []


def test_ax2_a_line_of_the_programs_own_is_told_in_the_language_in_force(incident: Live) -> None:
    line = incident.incident.log[-1]
    words.speak(catalogue("en"))
    english = line.text
    words.speak(catalogue("sv"))

    assert english == "Situation changed (version 3): one sentence, what has happened, area, next update."
    assert line.text == "Läget ändrat (version 3): en mening, vad har hänt, område, nästa besked."


@pytest.mark.usefixtures("incident")
def test_ax2_a_screen_built_in_english_turns_swedish_when_swedish_is_chosen(window: Window) -> None:
    pick(window, "en")
    english = walk(window)
    assert {"Overview", "To do", "Situation", "Messages", "Log", "Contacts"} <= english

    pick(window, "sv")
    said = walk(window)

    assert {"Översikt", "Att göra", "Läge", "Budskap", "Logg", "Kontakter"} <= said
    assert sorted(said & {text for source, text in translations() if source != text and len(text) > 12}) == []

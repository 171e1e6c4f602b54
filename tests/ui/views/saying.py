"""What a window says, to the eye and to a reader of screens, and whether that is Swedish of the program's own."""

import re
from collections.abc import Iterator
from html import unescape

import msgspec
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

from krisapp.store.yaml_reading import read_yaml
from krisapp.ui.live import Live
from krisapp.ui.views.plan.page.sections import SECTIONS
from krisapp.ui.views.plan.view import PlanView
from krisapp.ui.window import Window
from tests.conftest import ROOT

FILE = ROOT / "resources" / "translations" / "en" / "LC_MESSAGES" / "krisapp.po"
PLACEHOLDER = re.compile(r"\{\w+(?::[^{}]*)?\}")
ROWS = 60
"""So many rows of a list are read; the rest are of the same kinds."""

SHORTEST = 2
"""Characters of a value that is cut out of what is said, before it is judged whether the rest is Swedish."""

LONG = 12
"""Characters of a value that is no word of a sentence of the program's own."""


def translations() -> Iterator[tuple[str, str]]:
    """Yield each source string with what it reads in English."""
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
    """Knows the program's own Swedish: its source strings, and what never was one but has the letters å, ä or ö.

    What the plan, the incident and the texts say of their own is Swedish in every language of the interface.
    """

    def __init__(self, live: Live) -> None:
        pairs = [(source.replace("&", ""), said.replace("&", "")) for source, said in translations() if source != said]
        english = {said for _source, said in pairs}
        self._plain = {source for source, _said in pairs if not PLACEHOLDER.search(source)} - english
        built: list[object] = [msgspec.to_builtins(live.workplace.plan)]
        built += [read_yaml(file)[0] for file in (ROOT / "resources").rglob("*.yaml")]
        if live.has_incident:
            built += [msgspec.to_builtins(part) for part in (live.plan, live.incident.sheet)]
            built += [live.texts.text(id).text for id in live.texts.ids()]
        own = set(texts_of(built))
        own |= {text[:1].upper() + text[1:] for text in own} | {text[:1].lower() + text[1:] for text in own}
        self._own = own | {quoted for text, said in pairs for quoted in re.findall("“(.+?)”", said) if quoted in text}
        self._values = sorted((text for text in self._own if len(text) >= SHORTEST), key=len, reverse=True)
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
        return text in self._plain or bool(self._filled.fullmatch(self._cut(text, LONG)))

    def suspects(self, text: str) -> bool:
        """Return whether å, ä or ö is left once all that is said by plan, incident and texts is cut out."""
        if not re.search("[åäöÅÄÖ]", text):
            return False
        return bool(re.search("[åäöÅÄÖ]", self._cut(text, SHORTEST)))

    def _cut(self, text: str, shortest: int) -> str:
        """Return a text with a dot for each value in it."""
        for value in self._values:
            if len(value) < shortest:
                break
            if value in text:
                text = text.replace(value, "·")
        return text


def texts_of(built: object) -> Iterator[str]:
    """Yield each text there is in something built of lists and dicts, whole and in its parts."""
    if isinstance(built, str):
        yield built
        yield built.removeprefix("M ")
        yield from re.split(r", |\n| och |(?<=[.?!:]) ", built)
    elif isinstance(built, dict):
        for value in built.values():
            yield from texts_of(value)
    elif isinstance(built, list | tuple):
        for value in built:
            yield from texts_of(value)


def plain(text: str) -> str:
    """Return a text without the tags that keep the lines of a tooltip."""
    return unescape(re.sub("</?p[^>]*>", "", text)) if text.startswith("<p") else text


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
    if part.isWindow():
        yield part.windowTitle()
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
    return {plain(text) for part in (window, *shown) for text in said_by(part) if text}


def walk(window: Window) -> set[str]:
    """Visit every screen that is offered, each tab of it and each shelf of the plan; return all that was said."""
    said = set()
    for place in window.places:
        window.go(place.key)
        said |= said_in(window)
        for tabs in [tabs for tabs in window.view.findChildren(QTabBar) if tabs.isVisible()] if window.view else []:
            for number in range(tabs.count()):
                tabs.setCurrentIndex(number)
                said |= said_in(window)
        if isinstance(window.view, PlanView):
            for section in SECTIONS:
                window.view.library.choose(section.key)
                said |= said_in(window)
    return said


def swedish(live: Live, said: set[str]) -> list[str]:
    """Return what is Swedish of the program's own in what was said."""
    known = Swedish(live)
    return sorted(text for text in said if known.knows(text) or known.suspects(text))

"""Typing as a person does, letters and keys to whatever has the focus, and reading what can be seen."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def typed(text: str) -> None:
    """Type as a keyboard with å, ä and ö does."""
    for letter in text:
        there = QApplication.focusWidget()
        assert there is not None
        QApplication.sendEvent(there, QKeyEvent(QEvent.Type.KeyPress, 0, NONE, letter))


def press_key(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, held)


def entered(qtbot: QtBot, *parts: str) -> None:
    """Fill in a line from its beginning, and Enter."""
    for part in parts:
        typed(part)
        if part is not parts[-1]:
            press_key(qtbot, Qt.Key.Key_Tab)
    press_key(qtbot, Qt.Key.Key_Return)


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())

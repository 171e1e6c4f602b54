"""Keys typed while a dialog is being made (tidiga tangenter): they belong to the dialog that was asked for.

Until the dialog stands, keys go to the window beneath; once it stands it blocks that window, and Qt throws away what is
still on its way there. So they are taken just before. Enter, Esc and what has Ctrl or Alt are let fall, as before:
nobody shall confirm what is not seen yet.
"""

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QWidget

_MOVING = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Backspace, Qt.Key.Key_Down, Qt.Key.Key_Up})
_PLAIN = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.Shortcut,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
    }
)


class EarlyKeys(QObject):
    """Takes what was typed before a dialog is shown, and types it there. Clicks on what is beneath are let fall."""

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._typed: list[QKeyEvent] = []

    def hand_over(self) -> None:
        """Take all that waits now, and give it to the dialog once that is shown."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.installEventFilter(self)
        try:
            app.processEvents(QEventLoop.ProcessEventsFlag.X11ExcludeTimers)  # what is to come later comes later
        finally:
            app.removeEventFilter(self)
        if self._typed:
            self._dialog.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a key, or type the kept ones into the dialog that is shown."""
        if watched is self._dialog and event.type() == QEvent.Type.Show:
            self._dialog.removeEventFilter(self)
            QTimer.singleShot(0, self, self._type)  # when Qt has put the focus in its place, and marked what is there
        if self._dialog.isVisible() or event.type() not in _INPUT:
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched.isWindowType():
            self._typed.append(event.clone())
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        return True

    def _type(self) -> None:
        for event in self._typed:
            part = self._dialog.focusWidget()
            if _is_for(part, event):
                QApplication.sendEvent(part, event)


def _is_for(part: QWidget, event: QKeyEvent) -> bool:
    """Return whether a key writes or moves in a part of the dialog, and nothing more."""
    if event.isAutoRepeat() or event.modifiers() not in _PLAIN:
        return False
    if event.key() == Qt.Key.Key_Space:
        return isinstance(part, QLineEdit | QPlainTextEdit)
    return event.key() in _MOVING or event.text().isprintable()

"""The frame of every dialog (dialogruta): title, body, buttons; it keeps what was typed when refused."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from krisapp.domain.words import Refused, _
from krisapp.ui.theme.theme import current, dress
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.widgets.banner import Banner
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.exercise import Strip, is_exercise
from krisapp.ui.widgets.plain import label


class Dialog(QDialog):
    """Subclass it, put the fields into `body`, and write `decide`.

    Enter confirms from every one-line field, Ctrl+Enter from anywhere. Esc closes; with something
    typed it asks for a second Esc first. In an exercise (övning) it is marked like the window.
    """

    def __init__(self, title: str, parent: QWidget, confirm: str, *, danger: bool = False, cancel: bool = True) -> None:
        super().__init__(parent)
        dress(self)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumWidth(min(current().px(440), parent.window().width()))
        self._warned = False
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(0)
        if is_exercise(parent):
            frame.addWidget(Strip(self))
        column = QVBoxLayout()
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        frame.addLayout(column, 1)
        column.addWidget(label(title, self, "title", wrap=True))
        self.body = QVBoxLayout()
        self.body.setSpacing(Space.M)
        column.addLayout(self.body, 1)
        self.banner = Banner(self, closes=False)
        column.addWidget(self.banner)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(Space.S)
        self.buttons.addStretch(1)
        self.cancel = Button(_("Avbryt"), self.reject, self)
        self.confirm = Button(confirm, self.press, self, "danger" if danger else "primary")
        self.confirm.setDefault(True)
        self.cancel.setVisible(cancel)
        self.buttons.addWidget(self.cancel)
        self.buttons.addWidget(self.confirm)
        column.addLayout(self.buttons)

    def decide(self) -> None:
        """Do what the dialog is for; raise `Refused` to stay open. A mere question does nothing."""

    def run(self) -> bool:
        """Show the dialog until it is confirmed (True) or left (False)."""
        return self.exec() == QDialog.DialogCode.Accepted

    def press(self) -> None:
        """Confirm: decide, and close unless the rules say no."""
        self.banner.hide()
        try:
            self.decide()
        except Refused as no:
            self.refuse(str(no))
        else:
            self.accept()

    def refuse(self, sentence: str) -> None:
        """Say why not, above the buttons; all that was typed stays, and nothing is squeezed."""
        self.banner.say(sentence)
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def reject(self) -> None:
        """Close, but not on the first Esc when something was typed."""
        if self._typed() and not self._warned:
            self._warned = True
            self.banner.say(_("Tryck Esc en gång till för att kasta det du har skrivit."), Tone.WAIT)
            return
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Confirm by Ctrl+Enter from a text area too."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.press()
        else:
            super().keyPressEvent(event)

    def _typed(self) -> bool:
        lines = any(line.isModified() for line in self.findChildren(QLineEdit))
        return lines or any(area.document().isModified() for area in self.findChildren(QPlainTextEdit))


def ask(parent: QWidget, title: str, text: str, yes: str, *, danger: bool = False) -> bool:
    """Ask a question with two answers; Esc is no. A dangerous yes is not what Enter means."""
    dialog = Dialog(title, parent, yes, danger=danger)
    dialog.body.addWidget(label(text, dialog, wrap=True))
    if danger:
        dialog.confirm.setDefault(False)
        dialog.cancel.setDefault(True)
        dialog.cancel.setFocus()
    answer = dialog.run()
    dialog.deleteLater()
    return answer


def tell(parent: QWidget, title: str, text: str) -> None:
    """Tell something that must be read before going on."""
    dialog = Dialog(title, parent, _("Stäng"), cancel=False)
    dialog.body.addWidget(label(text, dialog, wrap=True))
    dialog.run()
    dialog.deleteLater()

"""Where an answer is written (svarsruta): what may not be said is told while one types, before anything is saved."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.domain.checks import Finding, Severity
from krisapp.domain.words import _
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.compound import Compound
from krisapp.ui.widgets.plain import editor, label

Check = Callable[[str], list[Finding]]

SHOWN = 3
"""How many findings are told at once."""


class AnswerEdit(Compound):
    """A text area with its label above and findings beneath. What was typed for one question waits while one looks at
    another, until it is saved.
    """

    typed = Signal()

    def __init__(self, check: Check, parent: QWidget) -> None:
        super().__init__(parent)
        self._check = check
        self._id = ""
        self._drafts: dict[str, str] = {}
        self._name = label("", self, "strong")
        self.area = editor("", self)
        self._name.setBuddy(self.area)
        self._found = label("", self, "quiet", wrap=True)
        self._found.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(150)
        self._pause.timeout.connect(self.look)
        self.area.textChanged.connect(self._wait)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self._name)
        column.addWidget(self.area, 1)
        column.addWidget(self._found)
        self._measure()
        self.leads_to(self.area)

    @property
    def text(self) -> str:
        """Return what stands there."""
        return self.area.toPlainText()

    def say(self, name: str) -> None:
        """Set the label, which is the spoken name."""
        self._name.setText(name)
        self.area.setAccessibleName(name)

    def show_for(self, id: str, text: str) -> None:
        """Show what was last typed for this id, else its text; what is being typed for the same id stays."""
        if id == self._id:
            return
        self._keep()
        self._id = id
        self.area.setPlainText(self._drafts.get(id, text))
        self.area.document().setModified(id in self._drafts)
        self.area.moveCursor(QTextCursor.MoveOperation.End)
        self.look()

    def saved(self) -> None:
        """Forget what was typed: it is kept in the journal now."""
        self._drafts.pop(self._id, None)
        self.area.document().setModified(False)
        self._id = ""

    def add(self, text: str) -> None:
        """Add a sentence at the end."""
        before = self.text.rstrip()
        self.area.setPlainText(f"{before} {text}".strip())
        self.area.moveCursor(QTextCursor.MoveOperation.End)
        self.area.document().setModified(True)

    def look(self) -> None:
        """Tell what the checks find."""
        self._pause.stop()
        found = self._check(self.text) if self.text.strip() else []
        words = {
            Severity.STOP: _("Stopp: {text}"),
            Severity.WARNING: _("Varning: {text}"),
            Severity.TIP: _("Tips: {text}"),
        }
        lines = [
            words[one.severity].format(text=" ".join(part for part in (one.text, one.suggestion) if part))
            for one in found[:SHOWN]
        ]
        self._found.setText("\n".join(dict.fromkeys(lines)))
        self._found.speak("fault" if any(one.severity is Severity.STOP for one in found) else "quiet")
        self._found.setVisible(bool(lines))

    def changeEvent(self, event: QEvent) -> None:
        """Take the height of another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "area"):
            self._measure()

    def _measure(self) -> None:
        self.area.setFixedHeight(current().px(88))

    def _wait(self) -> None:
        self._pause.start()
        self.typed.emit()

    def _keep(self) -> None:
        if self._id and self.area.document().isModified():
            self._drafts[self._id] = self.text

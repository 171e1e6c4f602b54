"""What a field of the sheet is filled in with (inmatning): it shows a value and gives one back."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from krisapp.domain.words import Refused, _
from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.compound import Compound
from krisapp.ui.widgets.fields import Choice, Tick, text_field

MOST_LINES = 12
"""How far a text area grows before it scrolls."""


class Control(Compound):
    """`entered` tells that Enter was pressed; leaving is seen to by the form around it."""

    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: Any = None
        self._as_shown: Any = None
        self._ever_shown = False

    @property
    def modified(self) -> bool:
        """Return whether somebody has changed what was last shown; what cannot be read is changed."""
        if not self._ever_shown:
            return False
        try:
            return bool(self.value() != self._as_shown)
        except Refused:
            return True

    def value(self) -> Any:
        """Return what stands here as the sheet holds it. Raises `Refused` when it cannot be read."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        """Show a value of the sheet."""
        self._fill(value)
        # Compared with what stands here, not with the value itself: showing may tidy spaces, and that is no edit.
        self._shown, self._as_shown, self._ever_shown = value, self.value(), True

    def entitle(self, name: str, hint: str) -> None:
        """Set the spoken name and an example of what to write."""
        raise NotImplementedError

    def _fill(self, value: Any) -> None:
        raise NotImplementedError


class Growing(QPlainTextEdit):
    """A text area that is as high as its text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        """Take the height of another text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height of the lines a new width gives."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self, *_size: object) -> None:
        written = self._written()
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if written > MOST_LINES else policy.ScrollBarAlwaysOff)
        lines = max(1, min(written, MOST_LINES))
        frame = self.contentsMargins()
        margins = round(self.document().documentMargin() * 2) + frame.top() + frame.bottom()
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + margins)

    def _written(self) -> int:
        """Return how many lines the text takes at this width; asking for a block lays it out now, not later."""
        layout, block, lines = self.document().documentLayout(), self.document().begin(), 0
        while block.isValid() and lines <= MOST_LINES:
            layout.blockBoundingRect(block)
            lines += max(1, block.layout().lineCount())
            block = block.next()
        return lines


class Wrapping(Growing):
    """A sentence that is seen whole: it goes on in a next line, and Enter does not break it but says `entered`."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save by Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class Sentence(Control):
    """One sentence; Enter saves."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = Wrapping(self)
        _only(self, self.field)
        self.field.entered.connect(self.entered)

    def value(self) -> str:
        """Return the sentence, in one line whatever was pasted."""
        return " ".join(self.field.toPlainText().split())

    def entitle(self, name: str, hint: str) -> None:
        """Set the spoken name and the example."""
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(hint)

    def _fill(self, value: Any) -> None:
        if self.field.toPlainText() != str(value or ""):
            self.field.setPlainText(str(value or ""))


class Prose(Control):
    """A few sentences; Ctrl+Enter saves."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = Growing(self)
        _only(self, self.field)

    def value(self) -> Any:
        """Return the text as one paragraph."""
        return " ".join(self.field.toPlainText().split())

    def entitle(self, name: str, hint: str) -> None:
        """Set the spoken name and the example."""
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save by Ctrl+Enter."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _fill(self, value: Any) -> None:
        if self.value() != value:
            self.field.setPlainText(str(value or ""))


class Lines(Prose):
    """One sentence or name on each line."""

    def value(self) -> tuple[str, ...]:
        """Return the lines that are not empty."""
        lines = (" ".join(line.split()) for line in self.field.toPlainText().split("\n"))
        return tuple(line for line in lines if line)

    def _fill(self, value: Any) -> None:
        if self.value() != tuple(value or ()):
            self.field.setPlainText("\n".join(value or ()))


class YesNo(Control):
    """A box to tick; a click is saved at once."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = Tick("", self)
        _only(self, self.field)
        self.field.clicked.connect(self._click)

    def value(self) -> bool:
        """Return whether it is ticked."""
        return self.field.isChecked()

    def entitle(self, name: str, hint: str) -> None:
        """Set the words; the name stands above the box already, and the example says what it governs."""
        self.field.say(_("Ja"))
        self.field.setAccessibleName(name)
        self.field.setAccessibleDescription(hint)

    def _fill(self, value: Any) -> None:
        self.field.setChecked(bool(value))

    def _click(self, _ticked: object) -> None:
        self.entered.emit()


class Places(Control):
    """Places with comma between: those of the gazetteer are offered, any other may be written."""

    def __init__(self, parent: QWidget, offered: Callable[[], tuple[str, ...]]) -> None:
        super().__init__(parent)
        self._offered = offered
        self.field = text_field("", self)
        self._model = QStringListModel(self)
        completer = _LastWord(self._model, self.field)
        self.field.setCompleter(completer)
        self.add = Choice("", self)
        self.add.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.add.setMinimumContentsLength(13)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.field, 1)
        row.addWidget(self.add)
        self.field.returnPressed.connect(self.entered)
        self.add.chose.connect(self._add)

    def value(self) -> tuple[str, ...]:
        """Return the places in the order they are written, each once."""
        names = (name.strip() for name in self.field.text().split(","))
        return tuple(dict.fromkeys(name for name in names if name))

    def entitle(self, name: str, hint: str) -> None:
        """Set the spoken name and the example, and offer the gazetteer."""
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(hint)
        names = self._offered()
        self._model.setStringList(list(names))
        self.add.setAccessibleName(_("Lägg till ort"))
        self.add.fill([("", _("Lägg till ort")), *((one, one) for one in names)])

    def _fill(self, value: Any) -> None:
        if self.value() != tuple(value or ()):
            _set(self.field, ", ".join(value or ()))

    def _add(self, name: str) -> None:
        self.add.setCurrentIndex(0)
        if name:
            self.field.setText(", ".join(dict.fromkeys((*self.value(), name))))
            self.entered.emit()


class _LastWord(QCompleter):
    """Completes what stands after the last comma."""

    def __init__(self, model: QStringListModel, parent: QWidget) -> None:
        super().__init__(model, parent)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)

    def splitPath(self, path: str) -> list[str]:
        """Return what is completed."""
        return [path.rpartition(",")[2].strip()]

    def pathFromIndex(self, index: Any) -> str:
        """Return the whole line with the completed name."""
        field = self.parent()
        before = field.text().rpartition(",")[0].strip() if isinstance(field, QLineEdit) else ""
        name = super().pathFromIndex(index)
        return f"{before}, {name}" if before else name


def _only(control: Control, field: QWidget) -> None:
    column = QVBoxLayout(control)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(field)
    control.leads_to(field)


def _set(field: QLineEdit, text: str) -> None:
    if field.text() != text:
        field.setText(text)
        field.setCursorPosition(0)

"""The one place that makes labels, tool tips and text areas, and forces them to plain text.

Qt guesses that a text is HTML, and a log line with `<img src="//server/share/x.png">` would then be
fetched. Nobody else makes a QLabel or sets a tool tip; `tests/test_frame.py` holds it.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyleOption, QWidget

from krisapp.ui.theme import fonts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit

_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
"""What Qt's rich text would take for a mark."""


class Label(QLabel):
    """A text that is only ever a text."""

    def __init__(self, text: str, parent: QWidget, voice: str = "body") -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("voice", voice)
        self.setText(text)

    def speak(self, voice: str) -> None:
        """Change the voice: size, weight and colour by role."""
        if self.property("voice") != voice:
            self.setProperty("voice", voice)
            # Before it is first shown Qt will do this by itself; asking for the style then costs the start 15 ms.
            if self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
                self.style().polish(self)


class Elided(Label):
    """One line that is cut with … where room ends; the whole text is its tool tip and spoken name."""

    def __init__(self, text: str, parent: QWidget, voice: str = "body") -> None:
        super().__init__(text, parent, voice)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        """Set the text, its tool tip and its spoken name."""
        super().setText(text)
        self.setAccessibleName(text)
        tooltip(self, text)

    def minimumSizeHint(self) -> QSize:
        """Allow any width: that is what cutting is for."""
        return QSize(self.fontMetrics().averageCharWidth() * 6, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as much of the text as fits."""
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(option.palette.color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()


def label(text: str, parent: QWidget, voice: str = "body", *, wrap: bool = False) -> Label:
    """Return a plain label; `voice` is its size, weight and colour by role."""
    made = Label(text, parent, voice)
    made.setWordWrap(wrap)
    return made


def tip(text: str) -> str:
    """Return a text as a tool tip that Qt shows letter for letter (for `Qt.ToolTipRole`)."""
    return f'<p style="white-space: pre-wrap">{text.translate(_ESCAPED)}</p>' if text else ""


def tooltip(widget: QWidget, text: str) -> None:
    """Give a widget a tool tip, and the same words as its spoken description."""
    widget.setToolTip(tip(text))
    # Without this a screen reader would read the tool tip with its escapes.
    widget.setAccessibleDescription(text)


def literal(text: str) -> str:
    """Return a text for a button or an action, where a lone & would vanish into a short cut."""
    return text.replace("&", "&&")


def editor(name: str, parent: QWidget, *, mono: bool = False) -> "QPlainTextEdit":
    """Return a text area with a spoken name; Tab goes to the next control, as everywhere else."""
    # Here: the first screen has none, and making Qt's classes known to Python takes time.
    from PySide6.QtGui import QTextOption
    from PySide6.QtWidgets import QPlainTextEdit

    area = QPlainTextEdit(parent)
    area.setAccessibleName(name)
    area.setTabChangesFocus(True)
    area.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if mono:
        area.setStyleSheet(f'font-family: "{fonts.mono_family()}";')
    return area


def reader(name: str, parent: QWidget) -> "QPlainTextEdit":
    """Return a text area to read and copy from."""
    area = editor(name, parent)
    area.setReadOnly(True)
    area.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return area


def heavier(font: QFont, weight: int) -> QFont:
    """Return the same face in another weight."""
    other = QFont(font)
    other.setWeight(QFont.Weight(weight))
    return other

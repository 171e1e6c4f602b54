"""What is filled in (fält): text, choice, tick and search, each with a label that is its spoken name."""

from collections.abc import Callable, Iterable
from itertools import chain

from PySide6.QtCore import QChildEvent, QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from krisapp.ui.theme import icons
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.compound import Compound
from krisapp.ui.widgets.marks import Shape, paint_shape
from krisapp.ui.widgets.plain import label, literal


def text_field(name: str, parent: QWidget, hint: str = "") -> QLineEdit:
    """Return a one-line field with a spoken name; the hint is an example, never the name."""
    field = QLineEdit(parent)
    field.setAccessibleName(name)
    field.setPlaceholderText(hint)
    return field


class Field(Compound):
    """A control with its label above and, when refused, the reason beneath, where the eye is."""

    def __init__(self, text: str, control: QWidget, parent: QWidget, help: str = "") -> None:
        super().__init__(parent)
        self.control = control
        self._label = label(text, self, "strong")
        self._help = label(help, self, "quiet", wrap=True)
        self._fault = label("", self, "fault", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        for part in (self._label, control, self._help, self._fault):
            column.addWidget(part)
        self._label.setBuddy(control)
        self._fault.hide()
        self.leads_to(control)
        self.say(text, help)

    def say(self, text: str, help: str = "") -> None:
        """Set the label and the help; the label is also the control's spoken name."""
        self._label.setText(text)
        self._help.setText(help)
        self._help.setVisible(bool(help))
        self.control.setAccessibleName(text)
        self.control.setAccessibleDescription(help)

    def refuse(self, sentence: str) -> None:
        """Say beneath the control why what stands there cannot be used; it stays as typed."""
        self._fault.setText(sentence)
        self._fault.show()
        self._redraw(refused=True)
        self.control.setAccessibleDescription(sentence)
        self.control.setFocus()

    def clear_fault(self) -> None:
        """Take the reason away."""
        if not self._fault.isHidden():
            self._fault.hide()
            self._redraw(refused=False)
            self.control.setAccessibleDescription(self._help.text())

    def _redraw(self, *, refused: bool) -> None:
        self.control.setProperty("refused", refused)
        self.control.style().unpolish(self.control)
        self.control.style().polish(self.control)


SHOWN = 16
"""How many rows of a choice are seen at once; the list beneath it scrolls."""


class Choice(QComboBox):
    """One of several, by key and word. Give it a `Field` or a buddy label: on Linux its own name is not heard."""

    chose = Signal(str)
    entered = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMaxVisibleItems(SHOWN)
        self.activated.connect(self._tell)

    def childEvent(self, event: QChildEvent) -> None:
        """Name the list as the field once it is built. Not before: asking for it builds it, and a form has forty."""
        super().childEvent(event)
        child = event.child()
        if event.polished() and isinstance(child, QWidget):
            for view in child.findChildren(QAbstractItemView):
                view.setAccessibleName(self.accessibleName())

    def showPopup(self) -> None:
        """Show the list as wide as its longest words, however narrow the field."""
        view = self.view()
        width = view.sizeHintForColumn(0) + view.verticalScrollBar().sizeHint().width()
        view.setMinimumWidth(min(width, self.screen().availableGeometry().width() // 2))
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Enter while the list is closed; what is around it hears the key too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        super().keyPressEvent(event)

    def fill(self, choices: Iterable[tuple[str, str]], chosen: str = "") -> None:
        """Show these keys and words, and choose a key; without one what was chosen stays if it is still there."""
        wanted = chosen or self.key
        choices = list(choices)
        shown = [(str(self.itemData(i)), self.itemText(i)) for i in range(self.count())]
        if choices != shown:
            self.clear()
            for key, word in choices:
                self.addItem(word, key)
        self.choose(wanted)

    def choose(self, key: str) -> None:
        """Choose a key, if it is there."""
        at = self.findData(key)
        if at >= 0:
            self.setCurrentIndex(at)

    @property
    def key(self) -> str:
        """Return the chosen key, or nothing."""
        return str(self.currentData() or "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow: a style sheet can only show one from a file."""
        super().paintEvent(event)
        theme = current()
        side, half = theme.px(5), theme.px(5) / 2
        x, y = self.width() - theme.px(Space.M) - side / 2, self.height() / 2
        colours = theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.text if self.isEnabled() else colours.quiet), theme.px(3) / 2))
        points = (QPointF(x - side, y - half), QPointF(x, y + half), QPointF(x + side, y - half))
        painter.drawPolyline(QPolygonF(points))
        painter.end()

    def _tell(self, _at: int) -> None:
        self.chose.emit(self.key)


class Tick(QCheckBox):
    """A box to tick, with border, tick and focus ring that are seen in every scheme."""

    def __init__(self, text: str, parent: QWidget, slot: Callable[[bool], object] | None = None) -> None:
        super().__init__(parent)
        self.say(text)
        if slot is not None:
            self.toggled.connect(slot)

    def say(self, text: str) -> None:
        """Set the text and the spoken name."""
        self._words = text
        self.setText(literal(text))
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """Return the room for box and text."""
        theme = current()
        words = self.fontMetrics().horizontalAdvance(self._words)
        height = self.fontMetrics().height() + theme.tight(Space.S)
        return QSize(theme.px(20) + theme.tight(Space.M) * 2 + words, height)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a cut text would not say what is ticked."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint box, tick, text and, with focus, the ring around it all."""
        theme, painter = current(), QPainter(self)
        colours, side = theme.colours, theme.px(18)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(4, (self.height() - side) / 2, side, side)
        ticked = self.isChecked()
        painter.setPen(QPen(QColor(colours.accent if ticked else colours.border), 1.5))
        painter.setBrush(QColor(colours.accent if ticked else colours.surface))
        painter.drawRoundedRect(box, 3, 3)
        if ticked:
            inner = box.adjusted(side * 0.2, side * 0.2, -side * 0.2, -side * 0.2)
            paint_shape(painter, inner, Shape.CHECK, QColor(colours.on_accent))
        painter.setPen(QColor(colours.text if self.isEnabled() else colours.quiet))
        words = QRectF(self.rect()).adjusted(box.right() + theme.tight(Space.S), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._words)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 3, 3)
        painter.end()


class Search(QLineEdit):
    """A field that searches by itself shortly after the last key; Esc empties it, arrow down goes on to the list.

    Alone in a dialog (`alone`) it leaves Enter and Esc to it: the one does the first find, the other closes.
    """

    searched = Signal(str)
    left = Signal()

    def __init__(self, name: str, parent: QWidget, *, alone: bool = False) -> None:
        super().__init__(parent)
        self._alone = alone
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(120)
        self._pause.timeout.connect(self._search)
        self.textChanged.connect(self._wait)
        self._make_room()
        self.say(name)

    def say(self, name: str) -> None:
        """Set the spoken name and the words shown while the field is empty."""
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty by Esc, go on by arrow down or Enter."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape and self.text() and not self._alone:
            self.clear()
        elif event.key() == Qt.Key.Key_Down or (enter and not self._alone):
            self._search()
            self.left.emit()
        elif enter:
            self._search()
            super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Make room for the glass in another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the glass before the text."""
        super().paintEvent(event)
        theme = current()
        side = theme.px(16)
        glass = icons.pixmap("search", side, theme.colours.quiet, self.devicePixelRatioF())
        painter = QPainter(self)
        painter.drawPixmap(theme.tight(Space.S), (self.height() - side) // 2, glass)
        painter.end()

    def sizeHint(self) -> QSize:
        """Ask for room for the words shown while the field is empty."""
        theme, least = current(), super().sizeHint()
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        return QSize(max(least.width(), words + theme.px(20) + 2 * theme.tight(Space.M)), least.height())

    def _make_room(self) -> None:
        self.setTextMargins(current().px(20), 0, 0, 0)

    def _wait(self, _text: str) -> None:
        self._pause.start()

    def _search(self) -> None:
        self._pause.stop()
        self.searched.emit(self.text())


def stops(part: QWidget) -> list[QWidget]:
    """Return where Tab stops in a part, in the order they were made."""
    tab = Qt.FocusPolicy.TabFocus.value
    here = part.window()
    return [one for one in part.findChildren(QWidget) if one.focusPolicy().value & tab and one.window() is here]


def tab_order(parts: Iterable[QWidget]) -> None:
    """Let Tab go through these controls in this order."""
    order = list(parts)
    for before, after in zip(order, chain(order[1:]), strict=False):
        QWidget.setTabOrder(before, after)

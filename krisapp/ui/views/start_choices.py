"""The choices of the start dialog (val): one of a few that must be made, and the type from a list one types in."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from krisapp.domain.words import N_, _
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import RADIUS, Size, Space, Weight
from krisapp.ui.widgets.compound import Compound
from krisapp.ui.widgets.exercise import hatching
from krisapp.ui.widgets.marks import Shape, paint_shape
from krisapp.ui.widgets.plain import literal
from krisapp.ui.widgets.row_list import RowList
from krisapp.ui.widgets.rows import Column, RowsModel


class Option(QRadioButton):
    """One answer, large: filled when it is chosen. `ground` names the colour role it is filled with."""

    def __init__(self, text: str, key: str, ground: str, parent: "Either") -> None:
        super().__init__(parent)
        self.key = key
        self._ground = ground
        self._owner = parent
        self.setText(literal(text))
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return the room of shape and words."""
        theme = current()
        wide = self.fontMetrics().horizontalAdvance(self.accessibleName())
        return QSize(wide + theme.px(22) + theme.tight(Space.L) * 2, theme.px(Size.BODY) + theme.tight(22))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a cut answer is no answer."""
        return self.sizeHint()

    def hitButton(self, _position: object) -> bool:
        """Take a press anywhere in the frame."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by the first letter of an answer, and leave Enter to the dialog."""
        if not event.text() or not self._owner.choose_by_letter(event.text()):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame, the shape, the words and the ring; an exercise is hatched at its edge."""
        theme, painter = current(), QPainter(self)
        colours = theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        fill = QColor(str(getattr(colours, self._ground)) if chosen else colours.surface)
        ink = QColor(str(getattr(colours, f"on_{self._ground}")) if chosen else colours.text)
        painter.setPen(QPen(QColor(colours.border), 1))
        if chosen and self._ground == "exercise":
            painter.setBrush(QBrush(hatching()))
            painter.drawRoundedRect(frame, RADIUS, RADIUS)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            painter.drawRoundedRect(frame.adjusted(7, 5, -7, -5), RADIUS, RADIUS)
        else:
            painter.setBrush(fill)
            painter.drawRoundedRect(frame, RADIUS, RADIUS)
        side = theme.px(14)
        spot = QRectF(theme.tight(Space.L), (self.height() - side) / 2, side, side)
        paint_shape(painter, spot, Shape.DOT if chosen else Shape.RING, ink)
        painter.setPen(ink)
        painter.setFont(theme.font(Size.BODY, Weight.SEMIBOLD))
        words = frame.adjusted(spot.right() + theme.tight(Space.S), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.accessibleName())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ink if chosen else QColor(colours.focus), 2))
            inset = 3 if chosen else 0
            painter.drawRoundedRect(frame.adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
        painter.end()


class Either(Compound):
    """Answers side by side with none chosen beforehand, so that somebody has to choose."""

    chose = Signal(str)

    def __init__(self, answers: Iterable[tuple[str, str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        self._group = QButtonGroup(self)
        self.options = [Option(text, key, ground, self) for key, text, ground in answers]
        for option in self.options:
            row.addWidget(option, 1)
            self._group.addButton(option)
            option.toggled.connect(self._tell)
        self.leads_to(self.options[0])

    @property
    def key(self) -> str:
        """Return the key of the chosen answer, or nothing."""
        chosen = self._group.checkedButton()
        return chosen.key if isinstance(chosen, Option) else ""

    def choose(self, key: str) -> None:
        """Choose an answer."""
        for option in self.options:
            if option.key == key:
                option.setChecked(True)
                option.setFocus()

    def choose_by_letter(self, letter: str) -> bool:
        """Choose the answer that begins with a letter; return whether there is one."""
        for option in self.options:
            if option.accessibleName()[:1].lower() == letter.lower():
                self.choose(option.key)
                return True
        return False

    def _tell(self, on: bool) -> None:
        if on:
            self.chose.emit(self.key)


class TypeRow(NamedTuple):
    """A type of incident as the list shows it."""

    id: str
    name: str


# What people call it, beside the plan's own name for the type.
_ALSO_CALLED = {
    "drinking_water": N_("vatten kokning otjänligt VA"),
    "power_outage": N_("ström el avbrott mörkt"),
    "wildfire": N_("brand eld rök skog"),
    "it_outage": N_("dator hackad cyber system nät"),
    "school_threat": N_("skola hot våld vapen"),
    "flooding": N_("skyfall regn vatten översvämning"),
    "heat": N_("värme hetta"),
    "snow": N_("snö halka oväder storm"),
    "hazmat": N_("gas kemikalie utsläpp tåg lastbil läcka"),
    "infection": N_("smitta sjukdom epidemi mag"),
    "disinformation": N_("rykte falsk desinformation påverkan"),
    "telecom_outage": N_("telefon mobil internet 112 nät"),
    "other": N_("annat övrigt"),
}


def matching(types: Iterable[TypeRow], typed: str, also: dict[str, str]) -> list[TypeRow]:
    """Return the types that a text may mean: those whose name begins so first, then those that have it in them.

    When nothing fits, all of them are returned: a list that empties helps nobody at three in the night.
    """
    rows, wanted = list(types), typed.strip().lower()
    if not wanted:
        return rows
    first = [row for row in rows if row.name.lower().startswith(wanted)]
    inside = [row for row in rows if row not in first and wanted in f"{row.name} {also.get(row.id, '')}".lower()]
    return first + inside or rows


class TypeChoice(Compound):
    """Type some letters or step with the arrows; the marked row is what is chosen."""

    chose = Signal(str)

    def __init__(self, types: Iterable[TypeRow], hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._types = list(types)
        self.field = _Steps(self)
        self.field.setPlaceholderText(hint)
        self._model = RowsModel[TypeRow]((Column[TypeRow](N_("Vad har hänt?"), _name),), _id, self)
        self._model.feed(self._types)
        self.list = RowList(self._model, hint, self)
        self.list.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.list.chosen.connect(self._choose)
        self.field.textEdited.connect(self._filter)
        self.field.stepped.connect(self._step)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        self.leads_to(self.field)

    @property
    def key(self) -> str:
        """Return the id of the chosen type, or nothing."""
        row = self.list.current
        return row.id if isinstance(row, TypeRow) else ""

    @property
    def name(self) -> str:
        """Return the name of the chosen type, or nothing."""
        row = self.list.current
        return row.name if isinstance(row, TypeRow) else ""

    def sizeHint(self) -> QSize:
        """Return room for all of the list."""
        row = max(self.list.sizeHintForRow(0), 1)
        return QSize(current().px(260), self.field.sizeHint().height() + row * len(self._types) + Space.M)

    def _filter(self, typed: str) -> None:
        self._model.feed(matching(self._types, typed, {id: _(words) for id, words in _ALSO_CALLED.items()}))
        self.list.setCurrentIndex(self._model.index(0 if typed.strip() else -1, 0))

    def _step(self, step: int) -> None:
        last = self._model.rowCount() - 1
        at = self.list.currentIndex().row()
        self.list.setCurrentIndex(self._model.index(min(max(at + step, 0), last), 0))

    def _choose(self, row: object) -> None:
        if isinstance(row, TypeRow):
            self.field.setAccessibleDescription(row.name)
            self.chose.emit(row.id)


class _Steps(QLineEdit):
    """A field whose arrows step in the list beneath it."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step by the arrows."""
        step: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -5, Qt.Key.Key_PageDown: 5}
        if event.key() in step:
            self.stepped.emit(step[event.key()])
        else:
            super().keyPressEvent(event)


def _name(row: TypeRow) -> str:
    return row.name


def _id(row: TypeRow) -> str:
    return row.id

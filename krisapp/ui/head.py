"""The head of the window (huvud): real or exercise, level, name, the clocks, and who I am."""

from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from krisapp.domain import promises
from krisapp.domain.events import KINDS
from krisapp.domain.words import _
from krisapp.ui.live import Live
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import RADIUS, Size, Space, Tone, Weight
from krisapp.ui.widgets.chip import Chip
from krisapp.ui.widgets.clock import Countdown, Since
from krisapp.ui.widgets.fields import Choice
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import label, tooltip


class Standing(NamedTuple):
    """What the head shows of an incident: its name, level, kind and the two times its clocks count from."""

    id: str
    name: str
    level: str
    level_name: str
    exercise: bool
    alarm: datetime
    promise: datetime | None
    board: bool = False

    @classmethod
    def of(cls, live: Live) -> "Standing | None":
        """Return what stands of the open incident, or None when there is none."""
        start = live.incident.start if live.has_incident else None
        if start is None:
            return None
        level = live.incident.sheet.level
        waiting = promises.standing(live.incident)
        return cls(
            start.id,
            start.name,
            level,
            next((row.name for row in live.plan.levels if row.id == level), ""),
            start.exercise,
            start.alarm_at,
            waiting.due if waiting else None,
            _board_in_function(live),
        )


class Head(QFrame):
    """Always visible. `person` brings the id of whoever now sits at the console."""

    person = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("ground", "head")
        tall = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        tall.setHeightForWidth(True)
        self.setSizePolicy(tall)
        self._standing: Standing | None = None
        self._kind = _Kind(self)
        self._level = Chip(Mark("", Tone.NEUTRAL, Shape.BARS), self)
        self._name = label("", self, "heading", wrap=True)
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._board: Chip | None = None
        self._named = QVBoxLayout()
        self._named.setSpacing(Space.XS)
        self._named.addWidget(self._name)
        self._since = Since(self)
        self._promise = Countdown(self)
        self._law: Countdown | None = None
        self._who = QWidget(self)
        self._i_am = label("", self._who, "caption")
        self.people = Choice("", self._who)
        self.people.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.people.setMinimumContentsLength(10)
        self._i_am.setBuddy(self.people)
        self.people.chose.connect(self.person)
        who = QVBoxLayout(self._who)
        who.setContentsMargins(0, 0, 0, 0)
        who.setSpacing(Space.XS)
        who.addWidget(self._i_am)
        who.addWidget(self.people)
        marks = QVBoxLayout()
        marks.setSpacing(Space.XS)
        marks.addWidget(self._kind)
        marks.addWidget(self._level)
        self._first = QHBoxLayout()
        self._first.setSpacing(Space.L)
        self._first.addLayout(marks)
        self._first.addLayout(self._named, 1)
        self._second = QHBoxLayout()
        self._second.setSpacing(Space.L)
        for part in (self._since, self._promise, self._who):
            self._second.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        self._grid.setVerticalSpacing(Space.S)
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.addLayout(self._first, 0, 0)
        self._grid.addLayout(self._second, 0, 1)
        self._grid.setColumnStretch(0, 1)
        self._two_rows = False
        self.retranslate()

    def show_standing(self, standing: Standing | None) -> None:
        """Show an incident, or that there is none."""
        self._standing = standing
        for part in (self._kind, self._level, self._since, self._promise):
            part.setVisible(standing is not None)
        if standing is None:
            self._name.setText(_("Beredskap. Ingen händelse pågår."))
        else:
            self._kind.show_kind(exercise=standing.exercise)
            self._level.show_mark(level_mark(standing.level, standing.level_name))
            self._name.setText(standing.name)
            tooltip(self._name, f"{standing.name} ({standing.id})")
        self._show_board(on=standing is not None and standing.board)
        self._arrange()

    def show_law(self, caption: str, mark: Mark | None) -> None:
        """Show the most urgent clock that law has started, or none; its place is made when there first is one."""
        if mark is not None and self._law is None:
            self._law = Countdown(self)
            self._second.insertWidget(2, self._law, 0, Qt.AlignmentFlag.AlignTop)
        if self._law is not None:
            self._law.setVisible(mark is not None)
            if mark is not None:
                self._law.say(caption, mark)
            self._arrange()

    def tick(self, now: datetime) -> None:
        """Move the clocks."""
        if self._standing is not None:
            self._since.tick(now, self._standing.alarm)
            self._promise.tick(now, self._standing.promise)

    def retranslate(self) -> None:
        """Say every word anew."""
        self._i_am.setText(_("Jag är"))
        self.people.setAccessibleName(_("Jag är"))
        self._kind.retranslate()
        self.show_standing(self._standing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the clocks beneath the name where the window is too narrow for one row."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Arrange anew in another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_two_rows"):
            self.people.view().setMinimumWidth(current().px(340))
            self._arrange()

    def _show_board(self, *, on: bool) -> None:
        """Show that the krisledningsnämnd is in function; the chip is made when it is first needed."""
        if on and self._board is None:
            self._board = Chip(Mark("", Tone.ALARM, Shape.SQUARE), self)
            self._named.addWidget(self._board, 0, Qt.AlignmentFlag.AlignLeft)
        if self._board is not None:
            self._board.show_mark(Mark(_("Krisledningsnämnden i funktion"), Tone.ALARM, Shape.SQUARE))
            self._board.setVisible(on)

    def _arrange(self) -> None:
        marks = 0 if self._standing is None else max(self._kind.sizeHint().width(), self._level.sizeHint().width())
        words = self._name.text().split()
        longest = max(map(self._name.fontMetrics().horizontalAdvance, words), default=0) + 2
        least = marks + max(current().px(150), longest) + self._second.sizeHint().width() + 4 * Space.L
        two_rows = self.width() < least
        if two_rows != self._two_rows:
            self._two_rows = two_rows
            self._grid.removeItem(self._second)
            self._grid.addLayout(self._second, 1 if two_rows else 0, 0 if two_rows else 1)


def _board_in_function(live: Live) -> bool:
    """Return whether the krisledningsnämnd is in function, without importing anything for the many that have none."""
    if "board.activated" not in KINDS:
        return False
    from krisapp.domain.leading.decision.crisis_board import CrisisBoard

    return live.incident.part(CrisisBoard).current is not None


def level_mark(level: str, name: str) -> Mark:
    """Return the mark of a level N0–N3: each has its own shape."""
    tone, shape = {
        "N0": (Tone.NEUTRAL, Shape.RING),
        "N1": (Tone.INFO, Shape.HALF),
        "N2": (Tone.WAIT, Shape.DIAMOND),
        "N3": (Tone.ALARM, Shape.TRIANGLE),
    }.get(level, (Tone.NEUTRAL, Shape.DASH))
    return Mark(f"{level} {name}".strip(), tone, shape)


class _Kind(QWidget):
    """The words SKARPT LÄGE or ÖVNING, filled, so that nobody has to look twice."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._exercise = False

    def show_kind(self, *, exercise: bool) -> None:
        """Show which it is."""
        self._exercise = exercise
        self.retranslate()

    def retranslate(self) -> None:
        """Say the word anew."""
        self.setAccessibleName(self._word())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of the words."""
        metrics = QFontMetrics(self._font())
        return QSize(metrics.horizontalAdvance(self._word()) + current().tight(24), metrics.height() + 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words on their ground;."""
        colours, painter = current().colours, QPainter(self)
        ground, ink = (colours.exercise, colours.on_exercise) if self._exercise else (colours.real, colours.on_real)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(self.rect(), RADIUS, RADIUS)
        painter.setPen(QColor(ink))
        painter.setFont(self._font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._word())
        painter.end()

    def _word(self) -> str:
        return _("ÖVNING") if self._exercise else _("SKARPT LÄGE")

    def _font(self) -> QFont:
        return current().font(Size.SMALL, Weight.BOLD)

"""The column to the left (navigering): the screens, what waits in each, and what is saved where."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from krisapp.domain.words import _
from krisapp.ui.theme import icons
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import RADIUS, Size, Space, Tone, Weight
from krisapp.ui.views.view import Count, Place
from krisapp.ui.widgets.plain import label

Index = QModelIndex | QPersistentModelIndex
_COUNT = int(Qt.ItemDataRole.UserRole)
_ICON = _COUNT + 1

KEYS = "1234567890EÖ"
"""The keys that go to the screens with Alt, from the top."""


class Navigation(QFrame):
    """A list of screens, one chosen. `chosen` brings the key of the screen to show."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("ground", "nav")
        self._brand = label("Krisapp", self, "strong")
        self._owner = label("", self, "quiet", wrap=True)
        self._places = _Places(self)
        self._list = QListView(self)
        self._list.setProperty("ground", "nav")
        self._list.setModel(self._places)
        self._list.setItemDelegate(_Painting(self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setMouseTracking(True)
        self._saved = label("", self, "quiet", wrap=True)
        self._foot = ["", ""]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.M, 1, Space.M)
        column.setSpacing(Space.S)
        for part in (self._brand, self._owner):
            part.setContentsMargins(Space.L, 0, Space.S, 0)
        self._saved.setContentsMargins(Space.L, 0, Space.S, 0)
        column.addWidget(self._brand)
        column.addWidget(self._owner)
        column.addWidget(self._list, 1)
        column.addWidget(self._saved)
        self._list.selectionModel().currentChanged.connect(self._choose)
        self.retranslate()

    def offer(self, places: Sequence[Place]) -> None:
        """Show these screens instead."""
        self._places.offer(places)
        self._measure()

    def choose(self, key: str) -> None:
        """Mark the screen that is shown."""
        self._list.setCurrentIndex(self._places.index(self._places.at(key)))

    def count(self, counts: Mapping[str, Count]) -> None:
        """Show what waits in each screen."""
        self._places.count(counts)

    def say_owner(self, municipality: str) -> None:
        """Show whose plan this is."""
        self._owner.setText(municipality)

    def say_saved(self, text: str) -> None:
        """Show what is saved where."""
        self._say_foot(0, text)

    def say_met(self, text: str) -> None:
        """Show when other consoles were last met, or nothing."""
        self._say_foot(1, text)

    def _say_foot(self, place: int, text: str) -> None:
        if text != self._foot[place]:
            self._foot[place] = text
            self._saved.setText("\n".join(filter(None, self._foot)))

    def retranslate(self) -> None:
        """Say names anew."""
        self._list.setAccessibleName(_("Skärmar"))
        self._places.retranslate()
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """Take the width of another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_saved"):
            self._measure()

    def _measure(self) -> None:
        theme = current()
        metrics = QFontMetrics(theme.font(Size.BODY, Weight.SEMIBOLD))
        names = [metrics.horizontalAdvance(name) for name in self._places.names()]
        width = max(names, default=0) + theme.px(20) + theme.px(36) + theme.tight(18) + 40
        self.setFixedWidth(max(width, theme.tight(176)))

    def _choose(self, index: QModelIndex, _before: QModelIndex) -> None:
        place = self._places.place(index)
        if place is not None:
            self.chosen.emit(place.key)


class _Places(QAbstractListModel):
    """The screens offered, with their counts."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._offered: tuple[Place, ...] = ()
        self._counts: dict[str, Count] = {}

    def offer(self, places: Sequence[Place]) -> None:
        """Show these screens instead."""
        if tuple(places) != self._offered:
            self.beginResetModel()
            self._offered = tuple(places)
            self.endResetModel()

    def count(self, counts: Mapping[str, Count]) -> None:
        """Show these counts."""
        if dict(counts) != self._counts:
            self._counts = dict(counts)
            self.retranslate()

    def names(self) -> list[str]:
        """Return the names in the language in force."""
        return [_(place.name) for place in self._offered]

    def at(self, key: str) -> int:
        """Return the row of a screen, or -1."""
        return next((n for n, place in enumerate(self._offered) if place.key == key), -1)

    def place(self, index: Index) -> Place | None:
        """Return the screen of a row."""
        return self._offered[index.row()] if index.isValid() else None

    def retranslate(self) -> None:
        """Say each row anew."""
        if self._offered:
            self.dataChanged.emit(self.index(0), self.index(len(self._offered) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many screens there are."""
        return 0 if parent.isValid() else len(self._offered)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return name, count and drawing, and all of it as one sentence for a screen reader."""
        place = self.place(index)
        if place is None:
            return None
        count = self._counts.get(place.key)
        if role == Qt.ItemDataRole.DisplayRole:
            return _(place.name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join([_(place.name), *([count.words] if count and count.number else [])])
        if role == _COUNT:
            return count if count and count.number else None
        return place.icon if role == _ICON else None


class _Painting(QStyledItemDelegate):
    """Paints drawing, name, count and the digit of Alt+digit."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the room of one row."""
        return QSize(option.rect.width(), current().px(20) + current().tight(16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        theme, colours = current(), current().colours
        view = self._view
        chosen = view.currentIndex() == index
        row = QRect(option.rect).adjusted(Space.S, 1, -Space.S, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen:
            painter.setBrush(QColor(colours.nav_selected))
            painter.drawRoundedRect(row, RADIUS, RADIUS)
        text = QColor(colours.nav_on_selected if chosen else colours.nav_text)
        side = theme.px(20)
        spot = QRect(row.left() + Space.S, row.center().y() - side // 2, side, side)
        picture = icons.pixmap(str(index.data(_ICON)), side, text.name(), view.devicePixelRatioF())
        painter.drawPixmap(spot, picture)
        words = row.adjusted(side + theme.tight(18), 0, -Space.S, 0)
        words.setRight(self._count(painter, words, index, chosen=chosen))
        painter.setPen(text)
        painter.setFont(theme.font(Size.BODY, Weight.SEMIBOLD if chosen else Weight.MEDIUM))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        if chosen and view.hasFocus():
            ring = colours.focus_on_selection if colours.nav_selected == colours.selection else colours.nav_focus
            painter.setPen(QPen(QColor(ring), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.restore()

    def _count(self, painter: QPainter, room: QRect, index: Index, *, chosen: bool) -> int:
        """Paint the count, or else the digit of the short cut, and return where the name must end."""
        theme = current()
        count = index.data(_COUNT)
        if not isinstance(count, Count):
            painter.setPen(QColor(theme.colours.nav_on_selected if chosen else theme.colours.nav_quiet))
            painter.setFont(theme.font(Size.CAPTION))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, right, KEYS[index.row() :][:1])
            return room.right() - theme.px(14)
        font = theme.font(Size.CAPTION, Weight.BOLD)
        metrics = QFontMetrics(font)
        word = str(count.number) + (" !" if count.tone is Tone.ALARM else "")
        wide = max(metrics.horizontalAdvance(word) + theme.tight(12), metrics.height() + 2)
        pill = QRect(room.right() - wide, room.center().y() - metrics.height() // 2 - 1, wide, metrics.height() + 2)
        pair = theme.tone(count.tone)
        painter.setPen(QPen(QColor(pair.line), 1))
        painter.setBrush(QColor(pair.ground))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(QColor(pair.text))
        painter.setFont(font)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, word)
        return pill.left() - Space.XS

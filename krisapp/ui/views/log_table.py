"""The table of the log (loggen): rows of one height with two lines of text, so that any number of them scrolls."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QTableView, QWidget

from krisapp.domain.log import Line
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Size, Space
from krisapp.ui.views.log_model import KIND, NUMBER, STATE, TEXT, TIME, LogModel
from krisapp.ui.widgets.row_choice import stand_on
from krisapp.ui.widgets.row_painting import RowPainting
from krisapp.ui.widgets.rows import ROW

Index = QModelIndex | QPersistentModelIndex

# Widths in pixels at text size 100 %; what is left goes to the text.
_WIDTHS = {NUMBER: 56, TIME: 112, KIND: 172, STATE: 128}


TEXT_LEAST = 220
"""Pixels at text size 100 % the text of a line must have."""


class LogPainting(RowPainting):
    """Breaks the text of a line in two, and draws through what is struck."""

    def __init__(self, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._line: Line | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        line = index.data(ROW)
        self._line = line if index.column() == TEXT and isinstance(line, Line) else None
        super().paint(painter, option, index)

    def _lines(
        self, painter: QPainter, room: QRect, lines: tuple[str, str], align: Qt.AlignmentFlag, *, selected: bool
    ) -> None:
        if self._line is None:
            super()._lines(painter, room, lines, align, selected=selected)
            return
        theme, text = current(), " ".join(lines[0].split())
        font = theme.font(Size.BODY)
        font.setStrikeOut(self._line.struck is not None)
        metrics = QFontMetrics(font)
        both = metrics.lineSpacing() * 2.5
        wide = QRect(room.left(), 0, room.width(), 10_000)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        # The longest text that can stand in two lines is measured, never all of what somebody pasted.
        text = text[: max(40, room.width() // 2)]
        whole, kept = text, len(text)
        while kept and metrics.boundingRect(wide, flags, text).height() > both:
            kept = int(kept * 0.95)
            text = f"{whole[:kept].rpartition(' ')[0] or whole[:kept]} …"
        role = theme.colours.on_selection if selected else theme.colours.text
        quiet = theme.colours.on_selection if selected else theme.colours.quiet
        painter.setFont(font)
        painter.setPen(QColor(quiet if self._line.struck is not None else role))
        painter.drawText(room, flags, text)


class LogTable(QTableView):
    """Shows a `LogModel`. Delete strikes, Ctrl+C copies, Enter and a new line at the end are the view's."""

    chosen = Signal(object)
    struck = Signal()
    copied = Signal()

    def __init__(self, model: LogModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._log = model
        self.setModel(model)
        self.setItemDelegate(LogPainting(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().currentRowChanged.connect(self._choose)
        self._measure()

    @property
    def line(self) -> Line | None:
        """Return the line the keyboard stands on."""
        return self._log.line(self.currentIndex())

    @property
    def selected(self) -> list[Line]:
        """Return the selected lines in their order."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        lines = [self._log.line(self._log.index(row, 0)) for row in rows]
        return [line for line in lines if line is not None]

    @property
    def at_end(self) -> bool:
        """Return whether the newest line is in sight."""
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - self.verticalHeader().defaultSectionSize()

    def go_to(self, row: int) -> None:
        """Stand on a row and bring it into sight."""
        index = self._log.index(row, TEXT)
        if index.isValid():
            stand_on(self, index, rows=True)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Strike by Delete, copy by Ctrl+C."""
        if event.key() == Qt.Key.Key_Delete:
            self.struck.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out columns where the text would have too little room; the whole line stands beneath the table."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Take heights and widths of another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _measure(self) -> None:
        theme = current()
        line = QFontMetrics(theme.font(Size.BODY)).lineSpacing()
        self.verticalHeader().setDefaultSectionSize(line * 2 + theme.tight(Space.S))
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, theme.px(width))
        self._fit()

    def _fit(self) -> None:
        theme, shown = current(), dict(_WIDTHS)
        room = self.viewport().width() - theme.px(TEXT_LEAST)
        for column in (KIND, NUMBER, STATE):
            narrow = sum(theme.px(width) for width in shown.values()) > room
            self.setColumnHidden(column, narrow)
            if narrow:
                del shown[column]

    def _choose(self, index: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit(self._log.line(index))

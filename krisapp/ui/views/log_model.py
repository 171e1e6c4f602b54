"""The log as a table (loggtabellen): lines by time of event, read from the incident as they come.

It holds places in the log and not copies, so that 100,000 lines cost little; what is new is put where its time says,
and nothing else is touched.
"""

from bisect import bisect
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from krisapp.domain.incident import Incident
from krisapp.domain.log import KIND_NAMES, Line
from krisapp.domain.words import N_, _
from krisapp.ui.live import Live
from krisapp.ui.views.log_filter import FOUND, MEMORY, Sieve, Wanted
from krisapp.ui.views.log_words import entered, mark_of, origin, spoken, when
from krisapp.ui.widgets.plain import tip
from krisapp.ui.widgets.rows import DETAIL, KEY, MARK, ROW

MANY = 200
"""More new lines than this, as when consoles have exchanged theirs, are shown all at once."""

Index = QModelIndex | QPersistentModelIndex
NUMBER, TIME, KIND, TEXT, STATE = range(5)
HEADINGS = (N_("Nr"), N_("Hände"), N_("Slag och vem"), N_("Loggpost"), N_("Läge"))


class LogModel(QAbstractTableModel):
    """Rows are lines of the open incident, oldest event first."""

    def __init__(self, live: Live, parent: QObject) -> None:
        super().__init__(parent)
        self._live = live
        self._incident: Incident | None = None
        self._sieve: Sieve | None = None
        self._read = 0
        self._struck = 0
        self._wanted: Wanted | None = None
        self._in_time = _ByTime()
        self._shown = _ByTime()

    @property
    def total(self) -> int:
        """Return how many lines the log has, wanted or not."""
        return self._read

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return the lines that are shown, by time of event."""
        return tuple(self._shown.lines)

    def show_lines(self, wanted: Wanted) -> None:
        """Show what is wanted of the log as it stands; what is shown already stays where it is."""
        incident = self._live.incident
        if incident is not self._incident or len(incident.log) < self._read:
            self._in_time, self._read, self._sieve = _ByTime(), 0, Sieve(incident)
            self._incident = incident
            self._wanted = None
        new = incident.log[self._read :]
        self._read += len(new)
        self._in_time.extend(new)
        if wanted != self._wanted or len(new) > MANY:
            self._wanted = wanted
            self.beginResetModel()
            self._shown = self._in_time.only(self._sieved(wanted))
            self.endResetModel()
            return
        for line in filter(self._sieved(wanted), new):
            at = self._shown.place(line)
            self.beginInsertRows(QModelIndex(), at, at)
            self._shown.put(at, line)
            self.endInsertRows()
        if new and self._shown.lines:
            # A new line may have struck an older one; only rows in sight are painted anew.
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown.lines) - 1, STATE))

    def line(self, index: Index) -> Line | None:
        """Return the line of an index, or None."""
        return self._shown.lines[index.row()] if index.isValid() else None

    def place(self, key: str) -> int:
        """Return the row of an entry, or -1."""
        return next((at for at, line in enumerate(self._shown.lines) if line.stamp.id == key), -1)

    def retranslate(self) -> None:
        """Say headings and cells anew in the language in force."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, STATE)
        if self._shown.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown.lines) - 1, STATE))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many lines are shown."""
        return 0 if parent.isValid() else len(self._shown.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        """Return the name of a column."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(HEADINGS):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _(HEADINGS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return what a cell shows in a role."""
        line = self.line(index)
        if line is None or not self._live.has_incident:
            # A list that is hidden is measured too when the look changes, also after the incident has been closed.
            return None
        column = index.column()
        if role == ROW:
            return line
        if role == KEY:
            return line.stamp.id
        if role == MARK:
            return mark_of(line) if column == STATE else None
        if role == DETAIL:
            return self._detail(line, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(line, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(line.text if column == TEXT else self._text(line, column))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _detail(self, line: Line, column: int) -> str:
        if column == TIME:
            return entered(line, self._live.now())
        if column == KIND:
            return ", ".join(
                part
                for part in (self._live.incident.name_of(line.stamp.person), origin(line, self._live.incident))
                if part
            )
        return ""

    def _spoken(self, line: Line, column: int) -> str:
        if column == TEXT:
            return spoken(line, self._live.incident, self._live.now())
        mark = mark_of(line) if column == STATE else None
        return mark.word if mark else self._text(line, column)

    def _text(self, line: Line, column: int) -> str:
        match column:
            case 0:
                return line.label
            case 1:
                return when(line.happened, self._live.now())
            case 2:
                return _(KIND_NAMES[line.kind])
            case 3:
                return line.text
        return ""

    def _sieved(self, wanted: Wanted) -> Callable[[Line], bool] | None:
        """Return what tells whether a line is wanted; None when all are."""
        if wanted.all or self._sieve is None:
            return None
        found = None
        if wanted.words and self._read > MEMORY:
            found = frozenset(self._live.desk.search(wanted.words, limit=FOUND))
        return self._sieve.through(wanted, found)


class _ByTime:
    """Lines by time of event, and by order of entry where times are the same."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._times: list[float] = []

    def extend(self, lines: list[Line]) -> None:
        """Put lines in, each where it belongs."""
        if len(lines) <= MANY:
            for line in lines:
                self.put(self.place(line), line)
            return
        every, times = self.lines + lines, self._times + [line.happened.timestamp() for line in lines]
        order = sorted(range(len(every)), key=times.__getitem__)
        self.lines = [every[at] for at in order]
        self._times = [times[at] for at in order]

    def only(self, wanted: Callable[[Line], bool] | None) -> "_ByTime":
        """Return those that are wanted; all when it is None."""
        part = _ByTime()
        pairs = zip(self.lines, self._times, strict=True)
        chosen = [pair for pair in pairs if wanted is None or wanted(pair[0])]
        part.lines = [line for line, _time in chosen]
        part._times = [time for _line, time in chosen]
        return part

    def place(self, line: Line) -> int:
        """Return where a new line belongs: after all that happened no later."""
        return bisect(self._times, line.happened.timestamp())

    def put(self, at: int, line: Line) -> None:
        """Put a line in its place."""
        self._times.insert(at, line.happened.timestamp())
        self.lines.insert(at, line)

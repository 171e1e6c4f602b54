"""A table of rows (tabell): whole rows are chosen, Enter opens, the chosen row stays chosen."""

from collections.abc import Hashable
from typing import Any

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Size, Space
from krisapp.ui.widgets.row_choice import RowChoice
from krisapp.ui.widgets.row_painting import RowPainting
from krisapp.ui.widgets.rows import RowsModel


class Table(QTableView):
    """Shows a `RowsModel`. Columns fit their text; those marked `stretch` share what is left."""

    def __init__(self, model: RowsModel[Any], name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._two_lines = any(column.detail for column in model.columns)
        self.setAccessibleName(name)
        self.setItemDelegate(RowPainting(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        # A fit of more rows than these would make a long log slow to show.
        header.setResizeContentsPrecision(40)
        self._choice = RowChoice(self, model)
        self.opened, self.chosen = self._choice.opened, self._choice.chosen
        for at, column in enumerate(model.columns):
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(at, mode.Stretch if column.stretch else mode.ResizeToContents)
        self._measure()

    @property
    def current(self) -> Any:
        """Return the chosen row, or None."""
        return self._choice.row

    def choose(self, key: Hashable) -> None:
        """Choose the row with this key, if it is there."""
        self._choice.choose(key)

    def minimumSizeHint(self) -> QSize:
        """Keep the heading and two rows in sight, however low the window."""
        return QSize(current().px(200), self.verticalHeader().defaultSectionSize() * 2 + current().px(36))

    def changeEvent(self, event: QEvent) -> None:
        """Take the row height of another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_two_lines"):
            self._measure()

    def _measure(self) -> None:
        theme = current()
        lines = theme.px(Size.BODY) * 1.25 + (theme.px(Size.SMALL) * 1.25 if self._two_lines else 0)
        self.verticalHeader().setDefaultSectionSize(round(lines) + theme.tight(Space.M) + 2)

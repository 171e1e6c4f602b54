"""A list of two-line rows (radlista): title, detail, and to the right a note and a mark."""

from collections.abc import Hashable
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from krisapp.ui.theme.theme import current
from krisapp.ui.widgets.row_choice import RowChoice
from krisapp.ui.widgets.row_painting import RowPainting
from krisapp.ui.widgets.rows import RowsModel


class RowList(QListView):
    """Shows the first column of a `RowsModel`, with its detail, note and mark. `enter`: whether Enter opens a row."""

    def __init__(
        self, model: RowsModel[Any], name: str, parent: QWidget, *, tight: bool = False, enter: bool = True
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(RowPainting(self, strong=True, tight=tight))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setProperty("bare", True)  # noqa: FBT003 - Qt takes no name here
        self._choice = RowChoice(self, model, enter=enter)
        self.opened, self.chosen = self._choice.opened, self._choice.chosen

    @property
    def current(self) -> Any:
        """Return the chosen row, or None."""
        return self._choice.row

    def choose(self, key: Hashable) -> None:
        """Choose the row with this key, if it is there."""
        self._choice.choose(key)

    def minimumSizeHint(self) -> QSize:
        """Keep two rows in sight, however low the window."""
        return QSize(current().px(160), current().px(92))

"""Everything the program can do, found by typing (kommandolistan, Ctrl+K)."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from krisapp.domain.words import _
from krisapp.ui.commands import keys_of, name_of
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.exercise import Strip, is_exercise
from krisapp.ui.widgets.fields import Search
from krisapp.ui.widgets.plain import label
from krisapp.ui.widgets.row_list import RowList
from krisapp.ui.widgets.rows import Column, RowsModel


class CommandPalette(QDialog):
    """A field and the commands that fit what is typed; Enter does the first or the chosen one."""

    def __init__(self, actions: list[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Alla kommandon"))
        self.setModal(True)
        self._actions = actions
        self._field = Search(_("Sök kommando"), self, alone=True)
        columns = [Column[QAction]("", name_of, note=keys_of)]
        self._model: RowsModel[QAction] = RowsModel(columns, name_of, self)
        self._list = RowList(self._model, _("Alla kommandon"), self)
        self._none = label("", self, "quiet", wrap=True)
        self._none.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        column.setSpacing(Space.S)
        if is_exercise(parent):
            column.addWidget(Strip(self))
        column.addWidget(self._field)
        column.addWidget(self._none)
        column.addWidget(self._list, 1)
        self._field.searched.connect(self._fit)
        self._field.left.connect(self._go_on)
        self._field.returnPressed.connect(self._do_first)
        self._list.opened.connect(self._do)
        theme = current()
        room = parent.window().size()
        self.resize(min(theme.px(520), room.width() - 80), min(theme.px(480), room.height() - 120))
        self._fit("")
        self._field.setFocus()

    def offer(self, more: list[QAction]) -> None:
        """Offer these too, after the others."""
        self._actions = [*self._actions, *more]
        self._fit(self._field.text())

    def _fit(self, typed: str) -> None:
        words = typed.casefold().split()
        names = ((action, name_of(action).casefold()) for action in self._actions)
        self._model.feed([action for action, name in names if all(word in name for word in words)])
        found = bool(self._model.rows)
        self._none.setText(_("Inget kommando har orden ”{typed}”. Prova ett annat ord.").format(typed=typed.strip()))
        self._none.setVisible(not found)
        if found:
            self._list.setCurrentIndex(self._model.index(0, 0))

    def _go_on(self) -> None:
        self._list.setFocus(Qt.FocusReason.TabFocusReason)

    def _do_first(self) -> None:
        if self._list.current is not None:
            self._do(self._list.current)

    def _do(self, action: QAction) -> None:
        self.accept()
        action.trigger()

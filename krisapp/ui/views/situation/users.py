"""The texts that use a thing of the sheet (används i), in a list that leads to each."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from krisapp.domain.messages import STATE_NAMES
from krisapp.domain.words import N_, _
from krisapp.ui.views.messages.cells import LOOKS
from krisapp.ui.views.messages.standing import title_of
from krisapp.ui.views.situation.names import words_of
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.marks import Mark
from krisapp.ui.widgets.row_list import RowList
from krisapp.ui.widgets.rows import Column, RowsModel

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class Users(Dialog):
    """Lists texts; Enter opens the chosen one in Budskap."""

    def __init__(self, live: "Live", name: str, ids: Sequence[str], parent: QWidget) -> None:
        super().__init__(_("Texter som använder {name}").format(name=words_of(name)), parent, _("Öppna texten"))
        self._live = live
        model = RowsModel[str]((Column(N_("Text"), self._title, self._mark),), lambda one: one, self)
        self.list = RowList(model, _("Texter"), self)
        model.feed(ids)
        self.body.addWidget(self.list, 1)
        self.list.opened.connect(self._open)
        if ids:
            self.list.choose(ids[0])
        self.confirm.setEnabled(bool(ids))
        self.resize(460, 480)
        self.list.setFocus()

    def decide(self) -> None:
        """Go to the chosen text."""
        self._live.shown.emit("messages", str(self.list.current or ""))

    def _open(self, _row: object) -> None:
        self.press()

    def _title(self, id: str) -> str:
        return title_of(self._live.plan, id)

    def _mark(self, id: str) -> Mark:
        state = self._live.texts.state(id)
        return Mark(_(STATE_NAMES[state]), *LOOKS[state])

"""The list of fields one can put in a text (infoga fält), with what each gives now; typing makes it shorter."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from krisapp.domain.words import N_, Refused, _
from krisapp.ui.views.messages.blank_values import Value
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import text_field
from krisapp.ui.widgets.row_list import RowList
from krisapp.ui.widgets.rows import Column, RowsModel

_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class BlankList(Dialog):
    """Lets a field be found by its name or by what it says, and put in with Enter."""

    def __init__(self, values: Sequence[Value], parent: QWidget) -> None:
        super().__init__(_("Infoga fält"), parent, _("Infoga"))
        self._values = values
        self.search = text_field(_("Sök fält"), self, _("Skriv en del av namnet eller värdet"))
        self.rows = RowsModel[Value](
            (Column(N_("Fält"), lambda row: row.label, None, lambda row: " · ".join(row.value.split("\n"))),),
            lambda row: row.blank,
            self,
        )
        self.list = RowList(self.rows, _("Fält"), self)
        self.body.addWidget(self.search)
        self.body.addWidget(self.list, 1)
        self.list.opened.connect(self._put_in)
        self.search.textChanged.connect(self._show)
        self.search.installEventFilter(self)
        self.setMinimumSize(520, 420)
        self._show("")
        self.search.setFocus()

    def choose(self) -> str:
        """Show the list; return the blank that was chosen, as it is written, or nothing."""
        chosen = self.run()
        blank = self.list.current.blank if chosen and self.list.current else ""
        self.deleteLater()
        return blank

    def reject(self) -> None:
        """Leave at the first Esc: what was typed was only looked for."""
        self.search.setModified(False)
        super().reject()

    def decide(self) -> None:
        """Take the chosen field. Raises `Refused` when none is."""
        if self.list.current is None:
            raise Refused(N_("Inget fält heter så. Sök på något annat."))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows go through the list while one types."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            at, keys = self.list.currentIndex().row(), dict(zip(_KEYS, (-1, 1, -6, 6), strict=True))
            if event.key() in keys:
                to = max(0, min(len(self.rows.rows) - 1, at + keys[Qt.Key(event.key())]))
                self.list.setCurrentIndex(self.rows.index(to, 0))
                return True
        return super().eventFilter(watched, event)

    def _show(self, words: str) -> None:
        wanted = words.casefold().split()
        found = [one for one in self._values if all(word in f"{one.label} {one.value}".casefold() for word in wanted)]
        self.rows.feed(found)
        if found:
            self.list.setCurrentIndex(self.rows.index(0, 0))

    def _put_in(self, _row: object) -> None:
        self.press()

"""The page Handlingar: mark what is secret, and make copies where it is covered."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from krisapp.domain.records.record_copies import CopyMade
from krisapp.domain.words import N_, _
from krisapp.ui.attempt import attempt, tell_refused
from krisapp.ui.finding import Finding
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.after.copy_dialog import CopyDialog
from krisapp.ui.views.after.copying import Copying
from krisapp.ui.views.after.record_pane import RecordPane
from krisapp.ui.views.after.record_rows import ALL, BY_HAND, COLUMNS, MOST, SHOWN, RecordRow, record_rows, row_subject
from krisapp.ui.views.messages.told import told
from krisapp.ui.views.saving import ask_path
from krisapp.ui.views.tabbed import TabbedView, TabPage
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.empty import Empty
from krisapp.ui.widgets.fields import Choice, Search
from krisapp.ui.widgets.rows import RowsModel
from krisapp.ui.widgets.two_panes import TwoPanes
from krisapp.ui.widgets.wrapped_list import WrappedList

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class RecordsPage(TabPage):
    """To the left the records, to the right the chosen one with its marks."""

    def __init__(self, live: "Live", view: TabbedView) -> None:
        super().__init__(live, view)
        self.shown, self.search = Choice("", self), Search("", self)
        self.finding = Finding(live, self)
        self.copy_button = Button("", self.make_copy, self, icon="copy")
        self.model = RowsModel[RecordRow](COLUMNS, row_subject, self)
        self.list = WrappedList(self.model, "", self)
        self._empty = Empty(self, "document")
        self.pane = RecordPane(live, self)
        self.copying = Copying(self)
        self._lay_out()
        self.list.chosen.connect(self._show)
        self.shown.chose.connect(self._choose)
        self.search.searched.connect(self._choose)
        self.search.left.connect(self.list.setFocus)
        self.copying.done.connect(self._keep)
        self.copying.failed.connect(self._fail)
        self.command(N_("Sök bland handlingarna"), "Ctrl+F", self._go_search)
        self.command(N_("Maska det markerade"), "F8", self.pane.cover)
        self.command(N_("Gör en kopia av handlingarna"), "Ctrl+P", self.make_copy)

    def _lay_out(self) -> None:
        left = QWidget(self)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.shown)
        row.addWidget(self.search, 1)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        column.addWidget(self._empty, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.copy_button)
        foot.addStretch(1)
        column.addLayout(foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, Space.M, 0, 0)
        whole.addWidget(TwoPanes(left, self.pane, self, narrow=760, stretch=(1, 1)))

    def start(self) -> None:
        """Begin in the list."""
        self.list.setFocus()

    def refresh(self) -> None:
        """Show the records as they stand."""
        self.pane.retranslate()
        words = self.search.text().strip()
        found = self.live.desk.search(words, limit=MOST) if words else None
        rows = record_rows(self.live.incident, self.live.now(), self.shown.key or BY_HAND, words, found)
        self.model.feed(rows)
        self.list.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        if rows and self.list.current is None:
            self.list.choose(rows[0].subject)
        self._show(self.list.current)

    def retranslate(self) -> None:
        """Set every word."""
        self.shown.setAccessibleName(_("Visa"))
        self.shown.fill([(key, _(name)) for key, name in SHOWN.items()], self.shown.key or BY_HAND)
        self.search.setAccessibleName(_("Sök bland handlingarna"))
        self.search.setPlaceholderText(_("Sök bland handlingarna"))
        self.list.setAccessibleName(_("Handlingar, de senaste först"))
        self._empty.say(_("Inget att visa här"), _("Välj Allt, eller sök på något annat."))
        self._say_busy()
        self.pane.retranslate()
        self.model.retranslate()

    def show_item(self, key: str) -> None:
        """Go to a record, by what a mark calls it; what is narrowed gives way for it."""
        if not self.model.find(key).isValid():
            self.search.clear()
            self.shown.choose(ALL)
            self.refresh()
        self.list.choose(key)
        self.pane.ground.setFocus()

    def make_copy(self) -> None:
        """Ask what the copy holds and where it goes, and make it away from the window."""
        if self.copying.busy:
            return
        dialog = CopyDialog(self.live, self)
        chosen = dialog.run()
        selection, form = dialog.selection, dialog.form
        dialog.deleteLater()
        if not chosen:
            return
        words = _("maskad kopia") if selection.masked else _("kopia")
        path = ask_path(self, _("Spara kopian"), f"{self.live.incident.id} {words}.{form}")
        if path is not None:
            self.copying.begin(self.live.desk.path, selection, path)
            self._say_busy()

    def _keep(self, made: CopyMade) -> None:
        self._say_busy()
        if attempt(self, lambda: self.live.do(made)):
            told(self, _("Kopian ligger i {file}.").format(file=made.name))

    def _fail(self, sentence: str) -> None:
        self._say_busy()
        tell_refused(self, sentence)

    def _say_busy(self) -> None:
        self.copy_button.setEnabled(not self.copying.busy)
        self.copy_button.say(_("Gör kopian …") if self.copying.busy else _("Gör en kopia …"))

    def _choose(self, _key: str) -> None:
        if self.live.has_incident:  # what was typed may be searched after the incident was closed
            self.refresh()

    def _go_search(self) -> None:
        self.search.setFocus()

    def _show(self, row: object) -> None:
        self.pane.show_row(row if isinstance(row, RecordRow) else None)

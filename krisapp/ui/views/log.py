"""The screen of the log (Logg): what happened and when, oldest first, the newest by the line where it was written.

The newest stands at the bottom, as in a paper log: the eye goes from the line one writes in to the row it became, and a
line that came in late stands where it happened.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from krisapp.domain.language.clock import clock
from krisapp.domain.log import Line
from krisapp.domain.words import N_, _, ngettext
from krisapp.ui.finding import Finding
from krisapp.ui.live import Live
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.log_dialogs import PROGRAMS_OWN, StrikeDialog, WriteDialog
from krisapp.ui.views.log_filter import FOUND, MEMORY, Wanted
from krisapp.ui.views.log_kinds import KindChoice
from krisapp.ui.views.log_model import LogModel
from krisapp.ui.views.log_table import LogTable
from krisapp.ui.views.log_words import about, copied
from krisapp.ui.views.view import View
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.card import Card
from krisapp.ui.widgets.empty import Empty
from krisapp.ui.widgets.fields import Choice, Search, Tick
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.page import scrolled
from krisapp.ui.widgets.plain import label, tooltip

if TYPE_CHECKING:
    from krisapp.ui.views.open_export import IncidentExport


class Log(View):
    """Search and filter above, the lines in the middle, the whole of the chosen line beneath."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(live, parent)
        self.model = LogModel(live, self)
        self.table = LogTable(self.model, self)
        self.table.chosen.connect(self._show_line)
        self.table.struck.connect(self.strike)
        self.table.copied.connect(self.copy)
        self.search = Search("", self)
        self.finding = Finding(live, self)
        self.search.searched.connect(self._filter)
        self.search.left.connect(self.table.setFocus)
        self.kinds = KindChoice(self)
        self.kinds.chose.connect(self._filter)
        self._who = label("", self, "quiet")
        self.person = Choice("", self)
        self.person.chose.connect(self._filter)
        self._who.setBuddy(self.person)
        self.by_hand = Tick("", self)
        self.by_hand.toggled.connect(self._filter)
        self.clear = Button("", self.clear_filter, self, "bare", "cross")
        self.new = Button("", self.write, self, "primary", "plus")
        self.strike_button = Button("", self.strike, self, icon="strike")
        self.copy_button = Button("", self.copy, self, icon="copy")
        self.print_button = Button("", self.print, self, icon="print")
        self._empty = Empty(self, "log")
        self._text = label("", self, "strong", wrap=True)
        self._about = label("", self, "quiet", wrap=True)
        self.command(N_("Ny loggpost med källa och tid"), "Ctrl+N", self.write)
        self.command(N_("Sök i loggen"), "Ctrl+F", self._seek)
        self.command(N_("Sekretess på posten"), "F8", self._mark_secret)
        self.command(N_("Skriv ut de poster som visas"), "Ctrl+P", self.print)
        self.command(N_("Exportera händelsen …"), "Ctrl+E", self.export)
        self._export: IncidentExport | None = None
        self._lay_out()

    def _lay_out(self) -> None:
        for button in (self.strike_button, self.copy_button, self.print_button, self.new):
            self.tools.addWidget(button)
        row = Flow(first_wide=True)
        for part in (self.search, self.kinds, self._who, self.person, self.by_hand, self.clear):
            row.addWidget(part)
        self.body.addLayout(row)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._empty, 1)
        self._inside = Card("", self)
        self._inside.body.addWidget(self._text)
        self._inside.body.addWidget(self._about)
        self._inside.body.addStretch(1)
        self._whole = scrolled(self._inside, self)
        self.body.addWidget(self._whole)

    @property
    def wanted(self) -> Wanted:
        """Return what is chosen above the table."""
        return Wanted(self.search.text().strip(), self.kinds.kinds, self.person.key, self.by_hand.isChecked())

    def start(self) -> None:
        """Put the focus on the newest line."""
        self.table.setFocus()

    def refresh(self) -> None:
        """Show what is new, and follow it if the end is in sight."""
        if not self.live.has_incident:
            return
        people = dict.fromkeys(line.stamp.person for line in self.live.incident.log[-MEMORY:])
        names = sorted((self.live.incident.name_of(id), id) for id in people)
        self.person.fill([("", _("alla")), *((id, name) for name, id in names)])
        follow, last = self.table.at_end, self.table.currentIndex().row() == self.model.rowCount() - 1
        self.model.show_lines(self.wanted)
        rows = self.model.rowCount()
        if rows and (follow or not self.table.currentIndex().isValid()):
            if last or not self.table.currentIndex().isValid():
                self.table.go_to(rows - 1)
            self.table.scrollToBottom()
        self.table.setVisible(bool(rows))
        self._whole.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self.clear.setVisible(not self.wanted.all)
        self._say_count()
        self._show_line(self.table.line)

    def retranslate(self) -> None:
        """Set every word of the screen."""
        self._say_count()
        self.search.say(_("Sök i loggen"))
        self.table.setAccessibleName(_("Loggen, äldst först"))
        self.kinds.retranslate()
        self._who.setText(_("Av"))
        self.person.setAccessibleName(_("Skrivet av"))
        self.by_hand.say(_("Bara handskrivna"))
        self.clear.say(_("Visa allt"))
        self.new.say(_("Ny post …"))
        tooltip(self.new, _("Med tid, källa och sekretess. Ctrl+N"))
        self.strike_button.say(_("Stryk"))
        tooltip(self.strike_button, "Delete")
        self.copy_button.say(_("Kopiera"))
        tooltip(self.copy_button, "Ctrl+C")
        self.print_button.say(_("Skriv ut …"))
        tooltip(self.print_button, _("De poster som visas, på papper eller som PDF. Ctrl+P"))
        self._empty.say(_("Ingen post stämmer med urvalet"), _("Ändra sökningen, eller välj Visa allt."))
        self.model.retranslate()

    def print(self) -> None:
        """Show the lines of the table to be printed or saved, with a check code that is journalled when they leave."""
        from krisapp.documents.log_paper import log_paper  # here: no screen waits for what few print
        from krisapp.domain.records.check_code import print_on
        from krisapp.store.tips import tips
        from krisapp.ui.views.paper_saving import show_paper

        live = self.live
        printed = print_on(tips(live.desk.journal), _("loggen, utskriven {time}").format(time=clock(live.now())))
        lines = self.model.lines
        show_paper(
            self,
            lambda: log_paper(live.incident, live.now(), lines, code=printed.code),
            lambda _pdf: live.do(printed),
        )

    def show_item(self, key: str) -> None:
        """Go to a line by its entry or its number; a filter that hides it is taken away."""
        at = self._find(key)
        if at < 0 and not self.wanted.all:
            self.clear_filter()
            at = self._find(key)
        if at >= 0:
            self.table.go_to(at)
            self.table.setFocus()

    def write(self) -> None:
        """Write a line with everything about it."""
        dialog = WriteDialog(self.live, self)
        if dialog.run() and self.wanted.all:
            self.table.scrollToBottom()
        dialog.deleteLater()

    def export(self) -> None:
        """Save the incident in an open format."""
        from krisapp.ui.views.open_export import IncidentExport  # only for one who exports

        self._export = self._export or IncidentExport(self.live, self)
        self._export.ask()

    def strike(self) -> None:
        """Ask why, and strike the chosen line through."""
        self.banner.hide()
        line = self.table.line
        if line is None:
            return
        if not line.by_hand:
            self.refuse(_(PROGRAMS_OWN))
            return
        if line.struck is not None:
            self.refuse(_("Posten är redan struken."))
            return
        dialog = StrikeDialog(self.live, line, self)
        dialog.run()
        dialog.deleteLater()

    def copy(self) -> None:
        """Copy the selected lines as text."""
        lines = self.table.selected
        if lines:
            QGuiApplication.clipboard().setText(copied(lines, self.live.incident))
            words = ngettext("{count} post kopierad.", "{count} poster kopierade.", len(lines))
            self.banner.say(words.format(count=len(lines)), Tone.INFO)

    def clear_filter(self) -> None:
        """Show the whole log again."""
        self.search.clear()
        self.kinds.choose(())
        self.person.choose("")
        self.by_hand.setChecked(False)
        self.refresh()

    def _find(self, key: str) -> int:
        if len(key) < 12:
            label = key.upper()
            key = next((line.stamp.id for line in self.live.incident.log if line.label == label), key)
        return self.model.place(key)

    def _filter(self) -> None:
        self.refresh()

    def _mark_secret(self) -> None:
        line = self.table.line
        if line is not None:
            self.live.shown.emit("after", f"records:log:{line.stamp.id}")

    def _seek(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _say_count(self) -> None:
        if not self.live.has_incident:
            return
        total, shown = self.model.total, self.model.rowCount()
        words = ngettext("{count} post", "{count} poster", total).format(count=total)
        if not self.wanted.all:
            words = _("{shown} av {total} poster").format(shown=shown, total=total)
        if self.wanted.words and total > MEMORY and shown >= FOUND:
            words = _("{shown} senaste träffarna av {total} poster").format(shown=shown, total=total)
        self.title(_("Logg"), words)

    def _show_line(self, line: Line | None) -> None:
        if line is None:
            return
        self._text.setText(line.text)
        self._about.setText(about(line, self.live.incident, self.live.now()))
        self._whole.setFixedHeight(
            min(self._inside.heightForWidth(self._whole.viewport().width()) + 2, current().px(120))
        )
        own = line.by_hand and line.struck is None
        self.strike_button.setEnabled(own)

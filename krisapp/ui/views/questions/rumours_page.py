"""What is rumoured (Rykten): a line to enter it, the list with the most heard on top, and the pane to answer it in."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.domain.answering import countering
from krisapp.domain.answering.rumours import Repeated, Uncounted
from krisapp.domain.words import _
from krisapp.ui.attempt import attempt
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.questions.beside import beside
from krisapp.ui.views.questions.entry_line import EntryLine, fill_places, say_field
from krisapp.ui.views.questions.listed import COLUMNS, Listed, row_key
from krisapp.ui.views.questions.one_more import say_counted
from krisapp.ui.views.questions.rumour_pane import RumourPane
from krisapp.ui.views.questions.rumour_rows import rumour_rows
from krisapp.ui.views.tabbed import TabbedView, TabPage
from krisapp.ui.widgets.empty import Empty
from krisapp.ui.widgets.fields import Choice, text_field
from krisapp.ui.widgets.rows import RowsModel
from krisapp.ui.widgets.two_panes import TwoPanes
from krisapp.ui.widgets.wrapped_list import WrappedList


class RumoursPage(TabPage):
    """Enter, count, check and answer."""

    def __init__(self, live: Live, view: TabbedView) -> None:
        super().__init__(live, view)
        self.entry = EntryLine(self._hear, self)
        self.text, self.where, self.reporter = (text_field("", self.entry) for _number in range(3))
        self.place = Choice("", self.entry)
        self.entry.lay((((self.text, 0),), ((self.where, 0), (self.place, 150), (self.reporter, 0))))
        self.model = RowsModel[Listed](COLUMNS, row_key, self)
        self.list = WrappedList(self.model, "", self)
        self._empty = Empty(self, "people")
        self.pane = RumourPane(live, self)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        column.addWidget(self._empty, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(Space.M)
        whole.addWidget(self.entry)
        whole.addWidget(TwoPanes(left, beside(self.pane, self), self, narrow=760, stretch=(1, 1)), 1)
        self.list.chosen.connect(self._show)
        self.list.opened.connect(self._open)

    def start(self) -> None:
        """Begin where something new is entered."""
        self.entry.begin()

    def refresh(self) -> None:
        """Show what the desk holds now."""
        fill_places(self.place, self.live.plan.places)
        rows = rumour_rows(self.live.incident)
        self.model.feed(rows)
        self.list.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        if rows and self.list.current is None:
            self.list.choose(rows[0].id)
        self._show(self.list.current)

    def tick(self) -> None:
        """Nothing here depends on the clock."""

    def retranslate(self) -> None:
        """Set every word."""
        say_field(self.text, _("Ryktet, så som det berättas. Enter sparar"))
        say_field(self.where, _("Var? Facebook, samtal …"))
        say_field(self.reporter, _("Vem berättade för oss?"))
        self.entry.save_button.say(_("Nytt rykte"))
        self.list.setAccessibleName(_("Rykten, de som ingen har kontrollerat först"))
        self._empty.say(
            _("Inga rykten ännu"),
            _("Skriv ryktet i raden ovanför. Då varnar programmet om någon text säger samma sak."),
        )
        self.pane.retranslate()
        self.model.retranslate()

    def choose(self, id: str) -> None:
        """Go to a rumour."""
        self.list.choose(id)

    def one_more(self) -> None:
        """Count the chosen rumour once more, from the place in the line above."""
        row = self.list.current
        if isinstance(row, Listed):
            live = self.live
            act = Repeated(row.id, live.now(), self.place.key)
            attempt(self, lambda: say_counted(self, live, act, lambda entry: Uncounted(row.id, entry), row.title))

    def _hear(self) -> None:
        live = self.live
        live.do(
            countering.hear(
                live.incident,
                self.text.text(),
                live.now(),
                where=self.where.text(),
                place=self.place.key,
                reported_by=self.reporter.text(),
            )
        )
        self.place.choose("")

    def _show(self, row: object) -> None:
        self.pane.show_rumour(row.id if isinstance(row, Listed) else "")

    def _open(self, _row: Listed) -> None:
        self.pane.begin()

"""The page Utkorg: what waits, what is being sent, what came of each recipient, and what a person has to judge."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.domain.sending.requesting import unclear
from krisapp.domain.sending.sendings import UNSENT, Sending, Sendings, State
from krisapp.domain.words import N_, Refused, _, ngettext
from krisapp.ui.attempt import attempt
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.messages.told import told
from krisapp.ui.views.reaching.outbox.outbox_rows import COLUMNS, WHO, Row, Who, row_key, rows_of, who_key, who_of
from krisapp.ui.views.reaching.outbox.outbox_run import courier_of
from krisapp.ui.views.tabbed import TabbedView, TabPage
from krisapp.ui.widgets.banner import Banner
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.empty import Empty
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.plain import label
from krisapp.ui.widgets.row_list import RowList
from krisapp.ui.widgets.rows import RowsModel
from krisapp.ui.widgets.table import Table
from krisapp.ui.widgets.two_panes import TwoPanes

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class OutboxPage(TabPage):
    """The sendings to the left, the recipients of the chosen one to the right, and what can be done beneath."""

    def __init__(self, live: "Live", view: TabbedView) -> None:
        super().__init__(live, view)
        self.courier = courier_of(live)
        self.banner = Banner(self)
        self.new = Button("", self.ask_to_send, self, "primary", "plus")
        self.ways = Button("", self.set_up_ways, self, icon="settings")
        self.model = RowsModel[Row](COLUMNS, row_key, self)
        self.table = Table(self.model, "", self)
        self.people = RowsModel[Who](WHO, who_key, self)
        self.list = RowList(self.people, "", self, enter=False)
        self.list.setMinimumWidth(240)
        self.buttons = [Button("", slot, self) for slot in (self.send, self.judge, self.give_up)]
        self._empty = Empty(self, "send")
        self._whom = label("", self, "strong", wrap=True)
        side = QWidget(self)
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(Space.S)
        right.addWidget(self._whom)
        right.addWidget(self.list, 1)
        self._panes = TwoPanes(self.table, side, self, narrow=900, stretch=(3, 2))
        top, acts = Flow(), Flow()
        for button in (self.new, self.ways):
            top.addWidget(button)
        for button in self.buttons:
            acts.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addLayout(top)
        column.addWidget(self.banner)
        column.addWidget(self._panes, 1)
        column.addWidget(self._empty, 1)
        column.addLayout(acts)
        self.command(N_("Skicka en text"), "Ctrl+N;Ins", self.ask_to_send)
        self.command(N_("Utvägar: servrar och konton"), "Ctrl+U", self.set_up_ways)
        self.command(N_("Skicka det som väntar"), "S", self.send, self.table)
        self.command(N_("Bedöm det som är oklart"), "B", self.judge, self.table)
        self.command(N_("Avbryt utskicket"), "Del", self.give_up, self.table)
        self.table.chosen.connect(self._show_people)
        self.table.opened.connect(self._open)
        self.courier.moved.connect(self._look)
        self.courier.refused.connect(self._refused)
        self.courier.secret_wanted.connect(self._ask_secret)

    def retranslate(self) -> None:
        """Set every word."""
        self.new.say(_("Skicka en text …"))
        self.ways.say(_("Utvägar …"))
        self.table.setAccessibleName(_("Utskick"))
        self.list.setAccessibleName(_("Mottagare av det valda utskicket"))
        for button, words in zip(
            self.buttons, (_("Skicka nu (S)"), _("Bedöm (B) …"), _("Avbryt (Del) …")), strict=True
        ):
            button.say(words)
        self.model.retranslate()
        self.people.retranslate()

    def refresh(self) -> None:
        """Show what the desk holds now."""
        live = self.live
        self.courier.guard(self.window())
        sendings = live.incident.part(Sendings).asked
        self.model.feed(rows_of(live.incident, sendings, self.courier, live.now()))
        some = bool(sendings)
        if some and self.table.current is None:
            self.table.choose(self.model.keys[0])
        self._panes.setVisible(some)
        for button in self.buttons:
            button.setVisible(some)
        self._empty.setVisible(not some)
        self.new.setEnabled(not live.incident.exercise)
        if live.incident.exercise:
            self._empty.say(
                _("Inget skickas i en övning"),
                _("Utvägarna är stängda i en övning, också Prova. Texterna är märkta och stannar här."),
            )
        else:
            self._empty.say(
                _("Inget är skickat härifrån än"),
                _("Tryck Ctrl+N och välj en text som är släppt, vem som ska ha den och vilken väg den ska gå."),
            )
        self._show_people()

    def start(self) -> None:
        """Begin in the list, or with the first thing to do."""
        (self.table if self.table.isVisible() else self.new).setFocus()

    def show_item(self, key: str) -> None:
        """Go to a sending, or begin sending the text of a message."""
        if key in self.model.keys:
            self.table.choose(key)
            self.table.setFocus()
        elif key in self.live.incident.messages:
            self.offer(key)

    def ask_to_send(self) -> None:
        """Ask which text goes to whom, and send it (Ctrl+N)."""
        self.offer("")

    def offer(self, message: str) -> None:
        """Ask to whom a text goes, and send it."""
        attempt(self, partial(self._ask_to_send, message))

    def set_up_ways(self) -> None:
        """Show how the ways out are set up (Ctrl+U)."""
        from krisapp.ui.views.reaching.outbox.ways_dialog import show_ways

        show_ways(self.live, self)

    def send(self) -> None:
        """Send what waits or was refused, in the chosen one (S)."""
        found = self._current()
        if found is not None:
            attempt(self, partial(self._send, found))

    def judge(self) -> None:
        """Ask what is known of what is unclear (B)."""
        from krisapp.ui.views.reaching.outbox.judging_dialogs import Judging

        found = self._current()
        if found is not None and found.id != self.courier.running and unclear(found):
            self._run(Judging(self.live, found, self))

    def give_up(self) -> None:
        """Ask why what has not gone is not to go (Del)."""
        from krisapp.ui.views.reaching.outbox.judging_dialogs import GivingUp

        found = self._current()
        waits = found is not None and any(one.state in UNSENT for one in found.states())
        if found is not None and waits and self._run(GivingUp(self.live, found, self)):
            self.courier.stop(found.id)

    def refuse(self, sentence: str) -> None:
        """Say above the lists why something was refused."""
        self.banner.say(sentence)

    def _ask_to_send(self, message: str) -> None:
        from krisapp.ui.views.reaching.outbox.sending_dialog import SendingDialog

        dialog = SendingDialog(self.live, self.courier.ways(), self, message)
        done = dialog.run()
        id = dialog.id
        dialog.deleteLater()
        if done and id:
            self.refresh()
            self.table.choose(id)
            self.table.setFocus()
            self.banner.hide()
            self.courier.send(id)

    def _send(self, found: Sending) -> None:
        states = {one.state for one in found.states()}
        if not states & UNSENT:
            raise Refused(
                N_("Det är oklart om texten gick i väg. Bedöm det först (B).")
                if unclear(found)
                else N_("Inget väntar på att skickas.")
            )
        self.banner.hide()
        self.courier.send(found.id, refused=State.REFUSED in states)

    def _ask_secret(self, id: str) -> None:
        from krisapp.ui.views.reaching.outbox.secret_dialog import SecretDialog

        if not self.isVisible():
            return
        request = next((one.request for one in self.live.incident.part(Sendings).asked if one.id == id), None)
        if request is None:
            return
        dialog = SecretDialog(self.courier, request.way, self)
        if dialog.run():
            attempt(self, partial(self.courier.send, id))
        dialog.deleteLater()

    def _run(self, dialog: Dialog) -> bool:
        done = dialog.run()
        dialog.deleteLater()
        self.table.setFocus()
        return done

    def _open(self, _row: object) -> None:
        """Do what the chosen one needs (Enter): judge what is unclear, else send what waits."""
        found = self._current()
        if found is not None:
            (self.judge if unclear(found) else self.send)()

    def _look(self) -> None:
        if self.live.has_incident and self.isVisible():
            self.refresh()

    def _refused(self, sentence: str) -> None:
        if self.isVisible():
            self.banner.say(sentence, Tone.ALARM)
        else:
            told(self, sentence)

    def _show_people(self, *_chosen: object) -> None:
        found = self._current()
        if found is None or found.request is None:
            self.people.feed(())
            for button in self.buttons:
                button.setEnabled(False)
            return
        self.people.feed(who_of(self.live.incident, found, self.courier))
        count = len(found.request.recipients)
        words = ngettext("{count} mottagare med {way}", "{count} mottagare med {way}", count)
        self._whom.setText(words.format(count=count, way=self.table.current.way))
        going = self.courier.running == found.id
        states = {one.state for one in found.states()}
        for button, on in zip(
            self.buttons, (states & UNSENT and not going, unclear(found) and not going, states & UNSENT), strict=True
        ):
            button.setEnabled(bool(on))

    def _current(self) -> Sending | None:
        row = self.table.current
        return self.live.incident.part(Sendings).by_id.get(row.id) if isinstance(row, Row) else None

"""The page Anslag: which poster hangs where, the posters and the list to take along, and ticking them off."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from krisapp.domain import dispatch
from krisapp.domain.events import Event
from krisapp.domain.posting import Hangs, Posting, place_of, posters, postings, take_down, undo_done
from krisapp.domain.reaching.ladder import ladder
from krisapp.domain.replacing import reopen
from krisapp.domain.words import N_, Refused, _, ngettext
from krisapp.ui.attempt import attempt, tell_refused
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.messages.told import told
from krisapp.ui.views.paper_saving import show_paper
from krisapp.ui.views.reaching.carrying_dialogs import Finishing
from krisapp.ui.views.reaching.posters_rows import COLUMNS, Row, row_key, rows_of
from krisapp.ui.views.tabbed import TabbedView, TabPage
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.captioned import Captioned
from krisapp.ui.widgets.empty import Empty
from krisapp.ui.widgets.fields import Choice, text_field
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.plain import label
from krisapp.ui.widgets.rows import RowsModel
from krisapp.ui.widgets.table import Table

if TYPE_CHECKING:
    from krisapp.documents.paper import Paper
    from krisapp.ui.live import Live

SIZES = (("a4", N_("A4")), ("a3", N_("A3")), ("a5", N_("A5, två på ett ark")))
"""The papers by the values of `documents.poster.Size`, which is read when a poster is made."""


class PostersPage(TabPage):
    """One poster at a time, at each place of the plan in the order to go round; the worst off first."""

    def __init__(self, live: "Live", view: TabbedView) -> None:
        super().__init__(live, view)
        self._found: tuple[Posting, ...] = ()
        self.message, self.paper = Choice("", self), Choice("", self)
        self.carrier = text_field("", self)
        self._captioned = [Captioned(part, self) for part in (self.message, self.paper, self.carrier)]
        self.give = Button("", self.give_round, self)
        self.show_posters = Button("", self.open_posters, self, "primary", "document")
        self.show_list = Button("", self.open_list, self, icon="document")
        self.model = RowsModel[Row](COLUMNS, row_key, self)
        self.table = Table(self.model, "", self)
        self.buttons = [Button("", slot, self) for slot in (self.hang, self.prove, self.take_it_down)]
        self._empty = Empty(self, "document")
        self._count = label("", self, "quiet", wrap=True)
        line, acts = Flow(), Flow()
        for part in self._captioned:
            line.addWidget(part)
        line.addWidget(self.give)
        for button in (*self.buttons, self.show_posters, self.show_list):
            acts.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addLayout(line)
        column.addWidget(self._count)
        column.addWidget(self.table, 1)
        column.addWidget(self._empty, 1)
        column.addLayout(acts)
        self.command(N_("Anslaget hänger"), "Space", self.hang, self.table)
        self.command(N_("Anslaget är nedtaget"), "T", self.take_it_down, self.table)
        self.command(N_("Skriv ut eller spara anslagen"), "Ctrl+P", self.open_posters)
        self.command(N_("Skriv ut eller spara hänglistan"), "Ctrl+L", self.open_list)
        self.message.chose.connect(self._choose)
        self.carrier.returnPressed.connect(self.give_round)
        self.table.opened.connect(self._open)

    def retranslate(self) -> None:
        """Set every word."""
        text, paper, carrier = self._captioned
        text.say(_("Anslag"), _("Anslag som ska hänga"))
        paper.say(_("Papper"), _("Papper som anslagen skrivs på"))
        carrier.say(_("Vem"), _("Vem som går rundan"))
        self.carrier.setPlaceholderText(_("Namn eller roll"))
        kept = self.paper.key
        self.paper.fill([(key, _(words)) for key, words in SIZES])
        self.paper.choose(kept or SIZES[0][0])
        self.give.say(_("Ge rundan"))
        self.show_posters.say(_("Anslagen … (Ctrl+P)"))
        self.show_list.say(_("Hänglistan … (Ctrl+L)"))
        self.table.setAccessibleName(_("Anslagsplatser och trygghetspunkter"))
        acts = (_("Hänger (mellanslag)"), _("Hänger, med bevis (Enter)"), _("Nedtaget (T)"))
        for button, act in zip(self.buttons, acts, strict=True):
            button.say(act)
        self.model.retranslate()

    def refresh(self) -> None:
        """Show what the desk holds now."""
        live = self.live
        incident = live.incident
        out = posters(incident)
        self.message.fill([(id, incident.title_of(id)) for id in out])
        some = bool(out)
        self.table.setVisible(some)
        self._count.setVisible(some)
        self._empty.setVisible(not some)
        for part in (self.message, self.paper, self.carrier, self.give, self.show_posters, self.show_list):
            part.setEnabled(some)
        for button in self.buttons:
            button.setEnabled(some)
        self._empty.say(
            _("Inget anslag är ute än"),
            _("Skriv, godkänn och släpp ett anslag under Budskap. Sedan ser du här var det ska hänga."),
        )
        self._choose(self.message.key)

    def start(self) -> None:
        """Begin in the list, or nowhere while nothing is out."""
        self.table.setFocus()

    def offer(self, message: str) -> None:
        """Show one poster."""
        self.message.choose(message)
        self._choose(message)

    def hang(self) -> None:
        """Say that the newest hangs at the chosen place, now (mellanslag)."""
        one = self._current()
        if one is not None:
            attempt(self, partial(self._hang, one))

    def prove(self) -> None:
        """Ask when the newest came to the chosen place and how that is known (Enter)."""
        one = self._current()
        if one is None:
            return
        if one.how is Hangs.NEWEST:
            tell_refused(self, _("Det nyaste anslaget hänger redan här."))
            return
        if one.coming is None and not attempt(self, lambda: self._plan((one,))):
            return
        coming = (self._current() or one).coming
        if coming is not None:
            dialog = Finishing(self.live, coming, self)
            dialog.run()
            dialog.deleteLater()

    def take_it_down(self) -> None:
        """Say that what hung at the chosen place is taken down (T)."""
        one = self._current()
        if one is not None:
            attempt(self, partial(self._take_down, one))

    def give_round(self) -> None:
        """Give each place where the newest does not hang to whoever stands in the line (Enter)."""
        if attempt(self, self._give):
            self.table.setFocus()

    def open_posters(self) -> None:
        """Show the posters of all places where the newest is to be put up, to print or to save (Ctrl+P)."""
        if self._found:
            show_paper(self, self._posters)

    def open_list(self) -> None:
        """Show the list for whoever goes round, to print or to save (Ctrl+L)."""
        if not self._found:
            return
        from krisapp.documents.posting_list import posting_paper  # here: few papers are ever made

        live = self.live
        show_paper(self, lambda: posting_paper(live.incident, self.message.key, self._found, live.now()))

    def _hang(self, one: Posting) -> None:
        if one.how is Hangs.NEWEST:
            raise Refused(N_("Det nyaste anslaget hänger redan här."))
        live = self.live
        with live.desk.telling_once():
            coming = one.coming.id if one.coming else self._plan((one,))[0]
            live.do(dispatch.finish(live.incident, coming, live.now()))
        told(self, _("Hänger: {where}.").format(where=one.where), partial(self._unhang, coming))

    def _unhang(self, id: str) -> None:
        self.live.do(undo_done(self.live.incident, id))

    def _take_down(self, one: Posting) -> None:
        self.live.do(take_down(self.live.incident, one))
        place = place_of(one)
        if place is not None:
            undo = partial(self._put_back, place)
            told(self, _("Nedtaget: {where}.").format(where=one.where), undo)

    def _put_back(self, place: tuple[str, int, str]) -> None:
        self.live.do(reopen(self.live.incident, place))

    def _give(self) -> None:
        waiting = tuple(one for one in self._found if one.how is not Hangs.NEWEST and one.coming is None)
        if not self.carrier.text().strip():
            raise Refused(N_("Skriv vem som går rundan."))
        if not waiting:
            raise Refused(N_("Det nyaste anslaget hänger eller är på väg överallt."))
        count = len(self._plan(waiting))
        words = ngettext("{count} plats är given.", "{count} platser är givna.", count)
        told(self, words.format(count=count))

    def _plan(self, places: tuple[Posting, ...]) -> list[str]:
        incident, carrier = self.live.incident, self.carrier.text()
        planned: list[Event] = [
            dispatch.plan_dispatch(incident, self.message.key, one.goal, carrier=carrier) for one in places
        ]
        return [stamp.id for stamp in self.live.desk.do(*planned)]

    def _posters(self) -> "Paper":
        from krisapp.documents.poster import Size, poster_paper  # here: the code of a poster is a large import
        from krisapp.ui.views.reaching.posters_making import poster_of_release

        live, message = self.live, self.live.texts.message(self.message.key)
        if message.out is None:
            raise Refused(N_("Släpp texten först. Bara en text som är godkänd och släppt får bäras ut."))
        waiting = [one for one in self._found if one.how is not Hangs.NEWEST] or self._found
        places = [one.where for one in waiting for _copy in range(max(one.copies, 1))]
        return poster_paper(poster_of_release(live, message, message.out), Size(self.paper.key), places)

    def _choose(self, id: str) -> None:
        live = self.live
        out = live.incident.messages[id].out if id else None
        if out is None:
            self._found = ()
        else:
            struck = live.incident.sheet.places
            steps = ladder(live.plan, live.incident.working, live.now())
            worst = sorted(steps, key=lambda step: (step.rung, step.place in struck), reverse=True)
            self._found = postings(live.incident, live.plan, id, [step.place for step in worst])
        self.model.feed(rows_of(live.incident, self._found, out.number if out else 0))
        up = sum(one.how is Hangs.NEWEST for one in self._found)
        wrong = sum(one.how is Hangs.OLD for one in self._found)
        words = [
            _("Nr {number} hänger på {up} av {all} platser.").format(
                number=out.number if out else 0, up=up, all=len(self._found)
            )
        ]
        if wrong:
            words.append(
                ngettext("{count} gammalt anslag ska ner.", "{count} gamla anslag ska ner.", wrong).format(count=wrong)
            )
        self._count.setText(" ".join(words))

    def _open(self, _row: Row) -> None:
        self.prove()

    def _current(self) -> Posting | None:
        row = self.table.current
        return row.posting if isinstance(row, Row) else None

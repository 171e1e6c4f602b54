"""Nå ut: the ladder's word above three pages, what works, who is reached, and what is carried."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QWidget

from krisapp.domain.reaching.gap import Reach, gaps
from krisapp.domain.reaching.ladder import Rung, ladder, whole, words
from krisapp.domain.reaching.working import together
from krisapp.domain.words import N_, _, ngettext
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.messages.told import told
from krisapp.ui.views.plan.one_part import OnePart
from krisapp.ui.views.reaching.carrying_page import CarryingPage
from krisapp.ui.views.reaching.reach_page import ReachPage
from krisapp.ui.views.reaching.telling import by_hand, rung_mark
from krisapp.ui.views.reaching.working_page import WorkingPage
from krisapp.ui.views.view import View
from krisapp.ui.widgets.chip import Chip
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from krisapp.ui.live import Live

WORKING, REACH, CARRYING = range(3)


class ReachView(View):
    """What works in each place, whom that leaves unreached, and who carries what there."""

    def __init__(self, live: "Live", parent: QWidget) -> None:
        super().__init__(live, parent)
        self._chip = Chip(Mark("", Tone.NEUTRAL, Shape.RING), self)
        self._ladder = label("", self, wrap=True)
        self.tabs = QTabBar(self)
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.working = WorkingPage(live, self)
        self.reached = ReachPage(live, self)
        self.carrying = CarryingPage(live, self)
        self._commands: list[tuple[QWidget, QAction]] = []
        self._pages = (self.working, self.reached, self.carrying)
        self._part = OnePart(self)
        for page in self._pages:
            self.tabs.addTab("")
            self._part.add(page)
        step = QHBoxLayout()
        step.setSpacing(Space.M)
        step.addWidget(self._chip)
        step.addWidget(self._ladder, 1)
        self.body.addLayout(step)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self._part, 1)
        self.tabs.currentChanged.connect(self._turn)
        self.working.gaps_wanted.connect(self._show_reach)
        self.working.undoable.connect(self._told)
        self.reached.opened.connect(self._open)
        self._add_commands()

    def _add_commands(self) -> None:
        self.command(N_("Vad fungerar"), "Ctrl+1", self._show_working)
        self.command(N_("Vem nås"), "Ctrl+2", self._show_reach)
        self.command(N_("Bärs ut"), "Ctrl+3", self._show_carrying)
        for page, name, key, slot in (
            (self.working, N_("Orten är strömlös"), "S", self.working.mark_dark),
            (self.working, N_("Allt fungerar på orten"), "A", self.working.mark_working),
            (self.carrying, N_("Texten är på väg"), "G", self.carrying.leave),
            (self.carrying, N_("Texten kom inte fram"), "X", self.carrying.fail),
            (self.carrying, N_("Byt ut det som hänger"), "B", self.carrying.replace_it),
        ):
            self._commands.append((page, self.command(name, key, slot)))
        self._offer()

    def _offer(self) -> None:
        """Let only the commands of the page that is shown be used."""
        for page, command in self._commands:
            command.setEnabled(page is self._page)

    def refresh(self) -> None:
        """Show what the desk holds now."""
        if not self.live.has_incident:
            return
        incident, plan, now = self.live.incident, self.live.plan, self.live.now()
        steps = ladder(plan, incident.working, now)
        worst = whole(steps, plan, incident.working, now)
        told = bool(incident.working.known)
        self._chip.show_mark(rung_mark(worst.rung, told=told))
        where = [step.place for step in steps if step.rung is worst.rung]
        some = worst.rung is not Rung.A and bool(worst.place) and len(where) < len(steps)
        sentence = words(worst, plan, together(where) if some else "")
        if not told:
            sentence = _("{sentence} Fråga orterna. Tryck N för det som är nere, S där elen är borta.").format(
                sentence=sentence
            )
        self._ladder.setText(sentence)
        self._page.refresh()
        self._name_tabs(len(gaps(incident, plan)))

    def retranslate(self) -> None:
        """Set every word."""
        self.title(_("Nå ut"), _("Vad fungerar, vem nås, och vad bärs ut av någon"))
        self.tabs.setAccessibleName(_("Nå ut"))
        self._name_tabs(0)
        for page in self._pages:
            page.retranslate()

    def start(self) -> None:
        """Begin in the page that is shown."""
        self._page.start()

    def show_item(self, key: str) -> None:
        """Show a page: "works", "gap" or "carry"."""
        self.tabs.setCurrentIndex({"gap": REACH, "carry": CARRYING}.get(key, WORKING))

    @property
    def _page(self) -> WorkingPage | ReachPage | CarryingPage:
        return self._pages[max(self.tabs.currentIndex(), 0)]

    def _name_tabs(self, missed: int) -> None:
        self.tabs.setTabText(WORKING, _("Vad fungerar"))
        counted = ngettext("Vem nås ({count} lucka)", "Vem nås ({count} luckor)", missed).format(count=missed)
        self.tabs.setTabText(REACH, counted if missed else _("Vem nås"))
        self.tabs.setTabText(CARRYING, _("Bärs ut"))

    def _turn(self, _at: int) -> None:
        self._part.show_part(self._page)
        self._offer()
        if self.live.has_incident:
            self._page.refresh()

    def _show_working(self) -> None:
        self._show(WORKING)

    def _show_reach(self) -> None:
        self._show(REACH)

    def _show_carrying(self) -> None:
        self._show(CARRYING)

    def _show(self, at: int) -> None:
        self.tabs.setCurrentIndex(at)
        self._page.start()

    def _open(self, one: Reach) -> None:
        """Go to where the gap is filled: the register for what is released and must be carried, else the text."""
        plan = self.live.plan
        ready = [id for id in one.waits if id in one.out and by_hand(plan, id)]
        ids = [message.id for message in self.live.incident.messages.values() if message.audience == one.audience]
        if ready:
            self._show(CARRYING)
            id = next((id for id in ids if f"-{ready[0]}." in id), "")
            self.carrying.offer(id, one.place)
            return
        for channel in (*one.waits, *one.arrives):
            id = next((id for id in self.live.texts.ids() if id.startswith(f"{one.audience}-{channel}.")), "")
            if id:
                self.live.shown.emit("messages", id)
                return
        self.refuse(_("Ingen text skrivs för den vägen. Se kanalen i planen."))

    def _told(self, sentence: str, undo: "Callable[[], object]") -> None:
        told(self, sentence, undo)

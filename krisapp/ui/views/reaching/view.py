"""Nå ut: the ladder's word above its pages: what works, who is reached, and each way by which a text gets there."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QWidget

from krisapp.domain.events import KINDS
from krisapp.domain.reaching.gap import Reach, gaps
from krisapp.domain.reaching.ladder import Rung, ladder, whole, words
from krisapp.domain.reaching.working import together
from krisapp.domain.words import N_, _
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.messages.told import told
from krisapp.ui.views.reaching.carrying_page import CarryingPage
from krisapp.ui.views.reaching.reach_page import ReachPage
from krisapp.ui.views.reaching.telling import by_hand, rung_mark
from krisapp.ui.views.reaching.working_page import WorkingPage
from krisapp.ui.views.tabbed import Tab, TabbedView, TabPage
from krisapp.ui.widgets.chip import Chip
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from krisapp.ui.live import Live

WORKING, REACH, CARRYING = "works", "gap", "carry"
OUTBOX = "outbox"
POSTERS = "posters"
VMA = "vma"
SITE = "site"


def _gaps(live: "Live") -> int:
    return len(gaps(live.incident, live.plan))


def _outbox() -> type[TabPage]:
    from krisapp.ui.views.reaching.outbox.outbox_page import OutboxPage  # here: most visits send nothing

    return OutboxPage


def _waiting(live: "Live") -> int:
    """Return how many sendings a person has to do something about; a journal without any brings nothing in."""
    if "sending.requested" not in KINDS:
        return 0
    from krisapp.domain.sending.sendings import waiting  # here: only a journal that holds sendings needs it

    return waiting(live.incident)


def _posters() -> type[TabPage]:
    from krisapp.ui.views.reaching.posters_page import PostersPage  # here: most visits hang nothing

    return PostersPage


def _vma() -> type[TabPage]:
    from krisapp.ui.views.reaching.vma_page import VmaPage  # here: few incidents need a warning

    return VmaPage


def _site() -> type[TabPage]:
    from krisapp.ui.views.reaching.site.site_page import SitePage  # here: most visits publish nothing

    return SitePage


def _unpublished(live: "Live") -> int:
    """Return how many released texts are not on the site; a journal without one brings nothing in."""
    if "site.published" not in KINDS:
        return 0
    from krisapp.documents.site.told import told_by
    from krisapp.domain.site_history import not_on_site  # here: only a journal that holds a site needs it

    return len(not_on_site(live.incident, told_by(live.incident, live.plan).versions))


class ReachView(TabbedView):
    """What works in each place, whom that leaves unreached, and who carries what there."""

    NAME = N_("Nå ut")
    NOTE = N_("Vad fungerar, vem nås, och vad bärs ut av någon")
    TABS: ClassVar[tuple[Tab, ...]] = (
        Tab(WORKING, N_("Vad fungerar"), lambda: WorkingPage),
        Tab(REACH, N_("Vem nås"), lambda: ReachPage, _gaps),
        Tab(CARRYING, N_("Bärs ut"), lambda: CarryingPage),
        Tab(POSTERS, N_("Anslag"), _posters),
        Tab(OUTBOX, N_("Utkorg"), _outbox, _waiting),
        Tab(VMA, N_("P4 och VMA"), _vma),
        Tab(SITE, N_("Webbplats"), _site, _unpublished),
    )

    def __init__(self, live: "Live", parent: QWidget) -> None:
        super().__init__(live, parent)
        self._chip = Chip(Mark("", Tone.NEUTRAL, Shape.RING), self)
        self._ladder = label("", self, wrap=True)
        step = QHBoxLayout()
        step.setSpacing(Space.M)
        step.addWidget(self._chip)
        step.addWidget(self._ladder, 1)
        self.body.insertLayout(self.body.indexOf(self.tabs), step)

    @property
    def working(self) -> WorkingPage:
        """Return the part about what works."""
        return self.page_of(WORKING, WorkingPage)

    @property
    def reached(self) -> ReachPage:
        """Return the part about who is reached."""
        return self.page_of(REACH, ReachPage)

    @property
    def carrying(self) -> CarryingPage:
        """Return the part about what is carried."""
        return self.page_of(CARRYING, CarryingPage)

    def join(self, page: TabPage) -> None:
        """Let the parts lead to one another."""
        if isinstance(page, WorkingPage):
            page.gaps_wanted.connect(self._show_reach)
            page.undoable.connect(self._told)
        elif isinstance(page, ReachPage):
            page.opened.connect(self._open)

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
        super().refresh()

    def _show_reach(self) -> None:
        self.turn_to(REACH)
        self.page.start()

    def _open(self, one: Reach) -> None:
        """Go to where the gap is filled: the register for what is released and must be carried, else the text."""
        plan = self.live.plan
        ready = [id for id in one.waits if id in one.out and by_hand(plan, id)]
        ids = [message.id for message in self.live.incident.messages.values() if message.audience == one.audience]
        if ready:
            self.turn_to(CARRYING)
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

"""The page Vem nås: audiences down, places across, and how each is reached."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from krisapp.domain.reaching.gap import Reach, affected, reach
from krisapp.domain.reaching.working import HOUSE, towns
from krisapp.domain.words import _
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.reaching.telling import detail_of, verdict_mark
from krisapp.ui.views.reaching.things import Grid, GridModel, Spot
from krisapp.ui.views.tabbed import TabbedView, TabPage
from krisapp.ui.widgets.plain import label

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class ReachPage(TabPage):
    """Shows every audience in every place. `opened` gives the `Reach` Enter was pressed on."""

    opened = Signal(object)

    def __init__(self, live: "Live", view: TabbedView) -> None:
        super().__init__(live, view)
        self._reach: dict[Spot, Reach] = {}
        self.model = GridModel(self)
        self.grid = Grid(self.model, self)
        self._sentence = label("", self, wrap=True)
        self._legend = label("", self, "quiet", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.grid, 1)
        column.addWidget(self._sentence)
        column.addWidget(self._legend)
        self.grid.moved.connect(self._tell)
        self.grid.opened.connect(self._open)

    def retranslate(self) -> None:
        """Set every word."""
        self.grid.setAccessibleName(_("Vem nås, målgrupper i policyns ordning och orter"))
        self._legend.setText(
            _(
                "Nås: minst två vägar. En väg: bara en, och den kan brista. Väntar: inget är ute än. "
                "Nås inte: det som är ute går inte fram. En kvar: en enda väg finns, och den är inte använd. "
                "Enter visar texten."
            )
        )

    def refresh(self) -> None:
        """Show what the desk holds now."""
        live = self.live
        plan = live.plan
        self._reach = reach(live.incident, plan)
        about = affected(live.incident, plan)
        audiences = [(row.id, f"{row.rank}  {row.short}") for row in plan.audiences]
        names = [(town.id, _starred(town.name, about=town.id in about)) for town in towns(plan)]
        first = [name for name in names if name[0] in about]
        places = [*first, (HOUSE, _("Utanför")), *(name for name in names if name not in first)]
        cells = {spot: (verdict_mark(one.verdict), detail_of(plan, one)) for spot, one in self._reach.items()}
        self.model.feed(audiences, places, cells)
        self._tell()

    def start(self) -> None:
        """Begin in the table."""
        self.grid.setFocus()

    def go(self, one: Reach) -> None:
        """Stand on a cell."""
        self.grid.go((one.audience, one.place))

    def _open(self, spot: Spot) -> None:
        if spot in self._reach:
            self.opened.emit(self._reach[spot])

    def _tell(self) -> None:
        spot = self.grid.spot
        one = self._reach.get(spot) if spot else None
        if one is None:
            self._sentence.setText(_("Gå till en ruta för att se vad som når fram och vad som återstår."))
            return
        names = {row.id: row.short for row in self.live.plan.audiences}
        head = ", ".join(part for part in (names.get(one.audience, one.audience), one.place) if part)
        self._sentence.setText(f"{head}: {verdict_mark(one.verdict).word}. {detail_of(self.live.plan, one)}")


def _starred(name: str, *, about: bool) -> str:
    return _("{place} (berörd)").format(place=name) if about else name

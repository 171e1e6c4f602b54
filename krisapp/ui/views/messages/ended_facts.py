"""Facts that no longer hold when it is over (det som inte gäller längre): asked about before the last texts are made.

A final text tells nothing of the facts, but what others are told is built on them until somebody says that they ended.
"""

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.domain import situation
from krisapp.domain.events import Event
from krisapp.domain.facts import Status
from krisapp.domain.words import _
from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.fields import Tick
from krisapp.ui.widgets.plain import label

if TYPE_CHECKING:
    from krisapp.ui.live import Live

MOST = 5
"""How many facts are asked about; the rest are changed in Läge."""


class EndedFacts(QWidget):
    """One tick for each fact that stands as confirmed; those ticked are made outdated."""

    def __init__(self, live: "Live", parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(label(_("Kryssa för det som inte gäller längre:"), self, "strong", wrap=True))
        self.ticks: dict[str, Tick] = {}
        for fact in live.incident.sheet.public_facts()[:MOST]:
            tick = self.ticks[fact.id] = Tick(f"{fact.id} {fact.text}", self)
            column.addWidget(tick)

    @property
    def any(self) -> bool:
        """Return whether there is anything to ask about."""
        return bool(self.ticks)

    def ended(self) -> tuple[Event, ...]:
        """Return what is written down for those ticked. Raises `Refused` by the rules for facts."""
        live = self._live
        facts = {fact.id: fact for fact in live.incident.sheet.facts}
        return tuple(
            situation.state_fact(
                live.incident, msgspec.structs.replace(facts[id], status=Status.OUTDATED), live.desk.person
            )
            for id, tick in self.ticks.items()
            if tick.isChecked()
        )

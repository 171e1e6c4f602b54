"""Several of a few that never change (kryssrad): all are seen at once, and each is turned on and off by Space."""

from collections.abc import Collection, Iterable

from PySide6.QtWidgets import QWidget

from krisapp.ui.widgets.compound import Compound
from krisapp.ui.widgets.fields import Tick
from krisapp.ui.widgets.flow import Flow


class TickRow(Compound):
    """A tick for each choice, in rows that wrap."""

    def __init__(self, name: str, choices: Iterable[tuple[str, str]], chosen: Collection[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.ticks = {key: Tick(words, self) for key, words in choices}
        row = Flow()
        for key, tick in self.ticks.items():
            tick.setChecked(key in chosen)
            row.addWidget(tick)
        self.setLayout(row)
        self.leads_to(next(iter(self.ticks.values())))

    @property
    def keys(self) -> tuple[str, ...]:
        """Return what is ticked, in the order of the choices."""
        return tuple(key for key, tick in self.ticks.items() if tick.isChecked())

"""The page of the matrix: what rests on older facts, the matrix, the chosen cell in words, and the legend."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from krisapp.domain.messages import STATE_NAMES, State
from krisapp.domain.words import N_, _, ngettext
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.messages.cells import LOOKS, Cell
from krisapp.ui.views.messages.gaps import Gap
from krisapp.ui.views.messages.grid import GridModel
from krisapp.ui.views.messages.matrix import Matrix
from krisapp.ui.widgets.banner import Banner
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.chip import Chip
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import Elided, label

LOWEST = 200
"""Pixels of the matrix in height, however large the text."""


class MatrixPage(QWidget):
    """Shows the cells it is given. `renewal` asks for new versions of all that is stale, `plan_wanted` for a thing
    in the plan, as "kind:id".
    """

    renewal = Signal()
    plan_wanted = Signal(str)

    def __init__(self, model: GridModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = model
        self.stale = Banner(self)
        self.matrix = Matrix(model, "", self)
        self._title = label("", self, "strong")
        self._chip = Chip(Mark("", Tone.NEUTRAL, Shape.DASH), self)
        self._sentence = Elided("", self)
        self.to_plan = Button("", self._go_to_plan, self)
        self.to_plan.hide()
        self._legend = [Chip(Mark("", *LOOKS[state]), self) for state in LOOKS]
        self._key = Elided("", self, "quiet")
        self._lay_out()
        self.matrix.chosen.connect(self._tell)
        self._now: datetime | None = None

    def tell(self, now: datetime) -> None:
        """Say the chosen cell in words."""
        self._now = now
        self._tell()

    def give(self, command: Callable[[str, str, Callable[[], object]], QAction]) -> None:
        """Give the screen the commands of choosing, and of renewing all that is stale."""
        command(N_("Välj det som ska ut först och det som redan är ute"), "O", self.choose_must)
        command(N_("Välj det som är inaktuellt"), "Ctrl+Shift+I", self.choose_stale)
        command(N_("Gör nya versioner av allt inaktuellt"), "I", self.renewal.emit)

    def choose_must(self) -> None:
        """Select what must be out within the first hour, M in the matrix, and what has reached somebody (row ME7)."""
        self.matrix.choose_all(tuple(cell for cell in self.model.cells if cell.need == "M" or _has_been_out(cell)))

    def choose_stale(self) -> None:
        """Select the texts that are out and no longer hold."""
        self.matrix.choose_all(tuple(cell for cell in self.model.cells if cell.state is State.STALE))

    def warn(self, count: int, names: str) -> None:
        """Say how many texts no longer hold, and by which facts; of none, nothing.

        Without a fact it is a version in another language whose Swedish text has changed, or whose phrase has (ME11).
        """
        if not count:
            self.stale.hide()
            return
        if names:
            words = ngettext(
                "{count} text som är ute bygger på äldre fakta: {names}.",
                "{count} texter som är ute bygger på äldre fakta: {names}.",
                count,
            )
        else:
            words = ngettext(
                "{count} text på annat språk eller lättläst gäller inte längre. Den svenska är ändrad.",
                "{count} texter på annat språk eller lättlästa gäller inte längre. De svenska är ändrade.",
                count,
            )
        words = words.format(count=count, names=names)
        if self.stale.isHidden() or self.stale.text != words:
            button = Button(_("Gör nya versioner … (I)"), self.renewal.emit, self.stale)
            self.stale.say(words, Tone.ALARM, button)

    def retranslate(self) -> None:
        """Set every word."""
        self.matrix.setAccessibleName(_("Budskap, målgrupper i policyns ordning och kanaler"))
        for chip, state in zip(self._legend, LOOKS, strict=True):
            chip.show_mark(Mark(_(STATE_NAMES[state]), *LOOKS[state]))
        self._key.setText(_("✕ stopp, △ varningar · M första timmen, B bör, K kan · Ctrl+A väljer alla, O bara M"))
        self.to_plan.say(_("Kanalen i planen"))
        self.model.retranslate()
        self._tell()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.stale)
        column.addWidget(self.matrix, 1)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self._title)
        row.addWidget(self._chip)
        row.addWidget(self._sentence, 1)
        row.addWidget(self.to_plan)
        column.addLayout(row)
        legend = Flow()
        for chip in self._legend:
            legend.addWidget(chip)
        self._key.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        legend.addWidget(self._key)
        column.addLayout(legend)
        self.matrix.setMinimumHeight(LOWEST)

    def _go_to_plan(self) -> None:
        cell, gap = self.matrix.cell, self.matrix.gap
        if gap is not None:
            self.plan_wanted.emit(gap.to)
        elif cell is not None and cell.waits is not None:
            self.plan_wanted.emit(f"channel:{cell.waits.in_plan}")

    def _tell(self) -> None:
        chosen = self.matrix.selected
        cell = self.matrix.cell
        if (gap := self.matrix.gap) is not None:
            self._tell_gap(gap)
            return
        self.to_plan.say(_("Kanalen i planen"))
        self.to_plan.setVisible(len(chosen) == 1 and bool(cell and cell.waits and cell.waits.in_plan))
        if self._now is None or not chosen:
            return
        many = len(chosen) > 1
        self._chip.setVisible(not many)
        if many:
            self._title.setText(
                ngettext("{count} text vald", "{count} texter valda", len(chosen)).format(count=len(chosen))
            )
            self._sentence.setText(_several(chosen))
            return
        cell = self.matrix.cell or chosen[0]
        self._title.setText(cell.title)
        self._chip.show_mark(cell.mark)
        self._sentence.setText(cell.sentence(self._now))

    def _tell_gap(self, gap: Gap) -> None:
        """Say why there is no text here, and offer the way to mend it."""
        self._title.setText(gap.title)
        self._chip.show_mark(Mark(gap.short, Tone.NEUTRAL, Shape.DASH))
        self._chip.setVisible(True)
        self._sentence.setText(gap.sentence)
        self.to_plan.say(_("Granska fraser"))
        self.to_plan.setVisible(True)


def _several(cells: tuple[Cell, ...]) -> str:
    """Return how the chosen cells stand: "9 utkast, 2 godkänt"."""
    counted = {state: sum(cell.state is state for cell in cells) for state in LOOKS}
    return ", ".join(f"{count} {_(STATE_NAMES[state])}" for state, count in counted.items() if count)


def _has_been_out(cell: Cell) -> bool:
    """Tell whether some version has reached people: what follows goes to the same, or they keep the old one."""
    return cell.state in (State.RELEASED, State.STALE) or cell.number > 1

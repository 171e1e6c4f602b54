"""Level and krisledningsnämnd above the decisions (ledningens läge): what stands, since when, and how to change it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from krisapp.domain.leading.decision.crisis_board import CrisisBoard, review_due
from krisapp.domain.leading.levels import history
from krisapp.domain.words import _
from krisapp.ui.head import level_mark
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.log_words import when
from krisapp.ui.views.overview_level import LevelDialog
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.chip import Chip
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import Label, label


class StandingLine(QWidget):
    """Two chips, each with since when and a button. `board_wanted` brings the decision that the board entered by."""

    board_wanted = Signal(str)

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live
        self._level, self._board = Chip(Mark("", Tone.NEUTRAL, Shape.BARS), self), Chip(board_mark(on=False), self)
        self._since, self._board_since = label("", self, "quiet"), label("", self, "quiet")
        self.level_button = Button("", self.change_level, self, icon="pencil")
        self.board_button = Button("", self.go_board, self, icon="shield")
        row = Flow(self)
        for part in (self._level, self._since, self.level_button, self._board, self._board_since, self.board_button):
            row.addWidget(part)

    def refresh(self) -> None:
        """Show what the desk holds now."""
        live, incident = self._live, self._live.incident
        standing = incident.sheet.level
        name = next((row.name for row in live.plan.levels if row.id == standing), "")
        self._level.show_mark(level_mark(standing, name))
        self.tick()
        term = incident.part(CrisisBoard).current
        self._board.show_mark(board_mark(on=term is not None))
        self.board_button.say(_("Aktivera …") if term is None else _("Visa nämnden"))

    def tick(self) -> None:
        """Let what is due for the board come due."""
        live, now = self._live, self._live.now()
        step = history(live.incident)[-1]
        words = _("sedan {time}, {by}") if step.decided_by else _("sedan {time}")
        _say(self._since, words.format(time=when(step.stamp.at, now), by=live.incident.name_of(step.decided_by)))
        term = live.incident.part(CrisisBoard).current
        due = review_due(term) if term is not None else None
        words = ""
        if term is not None and term.since is not None and due is not None:
            words = _("sedan {time}. Behovet skulle ha prövats {due}.") if due <= now else _("sedan {time}")
            words = words.format(time=when(term.since, now), due=when(due, now))
        _say(self._board_since, words)
        self._board_since.setVisible(bool(words))

    def retranslate(self) -> None:
        """Set every word."""
        self.level_button.say(_("Ändra nivå …"))

    def change_level(self) -> None:
        """Ask which level, by whom and why."""
        dialog = LevelDialog(self._live, self)
        dialog.run()
        dialog.deleteLater()

    def go_board(self) -> None:
        """Show the board that is in function, or ask for what it takes to put it there."""
        term = self._live.incident.part(CrisisBoard).current
        if term is not None:
            self.board_wanted.emit(term.id)
            return
        from krisapp.ui.views.lead.decision.board_dialogs import ActivateDialog  # here: most incidents never need it

        dialog = ActivateDialog(self._live, self)
        if dialog.run():
            self.board_wanted.emit(dialog.made)
        dialog.deleteLater()


def board_mark(*, on: bool) -> Mark:
    """Return whether the krisledningsnämnd is in function, by word, tone and shape."""
    if on:
        return Mark(_("Krisledningsnämnden i funktion"), Tone.ALARM, Shape.SQUARE)
    return Mark(_("Krisledningsnämnden inte i funktion"), Tone.NEUTRAL, Shape.RING)


def _say(part: Label, words: str) -> None:
    if part.text() != words:
        part.setText(words)

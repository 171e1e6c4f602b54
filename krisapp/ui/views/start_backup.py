"""The safety copy on the start screen (säkerhetskopian): how old it is, where it lies, and what to do about it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from krisapp.backing_up import FOLDER, Index, choose_places, index_of, is_there, places
from krisapp.commands.answers import CANNOT_ASK
from krisapp.domain.words import _
from krisapp.ui.attempt import attempt
from krisapp.ui.background import Job
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.after.command_run import CommandRun
from krisapp.ui.widgets.banner import Banner
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.clock import at, span
from krisapp.ui.widgets.plain import label

Standing = tuple[Path, Index | None, bool]
"""A place, what the copy there holds, and whether the place can be reached."""


def _look(chosen: Sequence[Path]) -> list[Standing]:
    """Return how each place stands, asked away from the window."""
    found = [(place, index_of(place)) for place in chosen]
    return [(place, index, index is not None or is_there(place)) for place, index in found]


class BackupLine(QWidget):
    """Says how old the copy is. `answer` says what came of copying by hand, or of bringing a copy home."""

    def __init__(self, live: Live, answer: Banner, parent: QWidget) -> None:
        super().__init__(parent)
        self._live, self._answer = live, answer
        self.words = label("", self, "quiet", wrap=True)
        self.copy = Button("", self.take, self, icon="save")
        self.choose = Button("", self.choose_place, self, "bare")
        self.home = Button("", self.bring_home, self, "bare")
        self.run = CommandRun(self)
        self.run.ended.connect(self._end)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        for button in (self.copy, self.choose, self.home):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self.words)
        column.addLayout(row)

    @property
    def _places(self) -> tuple[Path, ...]:
        return places(self._live.workplace.folder)

    def retranslate(self) -> None:
        """Set every word."""
        self.copy.say(_("Ta en kopia nu"))
        self.choose.say(_("Välj plats …"))
        self.home.say(_("Hämta hem en kopia …"))
        self.refresh()

    def refresh(self) -> None:
        """Say how old the copy is, and offer what can be done."""
        chosen = self._places
        self.copy.setVisible(bool(chosen))
        self.copy.setEnabled(not self.run.busy)
        self.home.setVisible(not self._live.workplace.incidents())
        if not chosen:
            self.words.setText(_("Ingen säkerhetskopia tas. Välj ett usb-minne eller en delad mapp."))
            return
        # A share that is down may take half a minute to say so.
        asking = Job(partial(_look, chosen), self)
        asking.done.connect(self._say)
        asking.start()

    def _say(self, found: Sequence[Standing]) -> None:
        if not self.run.busy:
            self.words.setText("\n".join(map(self._told, found)))

    def _told(self, standing: Standing) -> str:
        place, index, there = standing
        if not there:
            return _("Säkerhetskopians plats {place} går inte att nå just nu.").format(place=place)
        if index is None:
            return _("Ingen säkerhetskopia än i {place}.").format(place=place)
        age = self._live.now() - index.taken
        return _("Säkerhetskopia kl. {time}, för {span} sedan, i {place}.").format(
            time=at(index.taken.astimezone()), span=span(age), place=place
        )

    def take(self) -> None:
        """Bring the copy in every place up to date, now."""
        if self._places and not self.run.busy:
            self._begin("backup", self._places[0])

    def choose_place(self) -> None:
        """Ask where copies are to be taken to from now on, and take the first one."""
        chosen = QFileDialog.getExistingDirectory(self, _("Välj var säkerhetskopian ska ligga"))
        if chosen and attempt(self, lambda: choose_places(self._live.workplace.folder, (Path(chosen),))):
            self.refresh()
            self.take()

    def bring_home(self) -> None:
        """Ask for a copy, and begin with what lies in it; the workplace here has no incidents of its own."""
        chosen = QFileDialog.getExistingDirectory(self, _("Välj minnet eller mappen där säkerhetskopian ligger"))
        if not chosen or self.run.busy:
            return
        place = Path(chosen)
        if not self._unlocked(place):
            return
        self._live.workplace.let_go()
        self._begin("restore", place)

    def _unlocked(self, place: Path) -> bool:
        """Return whether a copy can be read, after its lock has been opened if it has one."""
        from krisapp.store import driver
        from krisapp.store.sealing import is_sealed

        folder = place / FOLDER
        if not is_sealed(folder):
            return True
        from krisapp.ui.lock.unlocking import unlock

        if not unlock(folder, self):
            return False
        key = driver.key_of(folder)
        assert key is not None, "it has just been opened"
        driver.unlock(self._live.workplace.folder, key)
        return True

    def _begin(self, command: str, place: Path) -> None:
        self._answer.hide()
        self.run.begin([command, str(place), "--workplace", str(self._live.workplace.folder)])
        self.words.setText(_("Kopierar och läser tillbaka …"))
        self.copy.setEnabled(False)

    def _end(self, code: int, lines: list[str], wrong: str) -> None:
        self._live.workplace.plan_changed()
        self._live.planned.emit()
        if code >= CANNOT_ASK:
            self._answer.say(wrong, Tone.ALARM)
        else:
            self._answer.say("\n".join(lines), Tone.GOOD if len(lines) == 1 else Tone.INFO)
        self.refresh()

"""Packing the bag from the window (väskan): choose the stick, follow it, stop it; the window never waits."""

import shutil
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from krisapp.commands.answers import CANNOT_ASK
from krisapp.commands.bag_names import DRAFT
from krisapp.domain.planning.acts import Act, ActKind
from krisapp.domain.words import _
from krisapp.ui.attempt import attempt
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.after.command_run import CommandRun
from krisapp.ui.widgets.banner import Banner
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.plain import label


class BagLine(QWidget):
    """The button, and while the bag is packed how far it has come and how to stop. `answer` says how it went.

    A whole bag is noted among the acts.
    """

    def __init__(self, live: Live, answer: Banner, parent: QWidget) -> None:
        super().__init__(parent)
        self._live, self.answer = live, answer
        self._stick = Path()
        self.button = Button("", self.pack, self, icon="save")
        self.stop = Button("", self.cancel, self, icon="cross")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.words = label("", self, "quiet", wrap=True)
        self.run = CommandRun(self)
        self.run.said.connect(self._hear)
        self.run.ended.connect(self._end)
        self.run.stopped.connect(self._stopped)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.button)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(row)
        column.addWidget(self.words)
        self._show_busy()

    def retranslate(self) -> None:
        """Set every word."""
        self.button.say(_("Uppdatera väskan på usb …"))
        self.stop.say(_("Avbryt"))
        self.bar.setAccessibleName(_("Hur mycket av väskan som är packad"))

    def pack(self) -> None:
        """Ask for the stick, and pack the bag on it."""
        if self.run.busy:
            return
        chosen = QFileDialog.getExistingDirectory(self, _("Välj usb-minnet eller mappen där väskan ska ligga"))
        if chosen:
            self.pack_on(Path(chosen))

    def pack_on(self, stick: Path) -> None:
        """Pack the bag on a stick."""
        self._stick = stick
        self.answer.hide()
        self.words.setText(_("Läser planen …"))
        self.bar.setRange(0, 0)
        self.run.begin(["bag", str(stick), "--workplace", str(self._live.workplace.folder), "--progress"])
        self._show_busy()
        self.stop.setFocus()

    def cancel(self) -> None:
        """Stop packing; the old bag is as it was."""
        self.run.cancel()

    def _hear(self, line: str) -> None:
        count, _gap, name = line.partition(" ")
        number, slash, total = count.partition("/")
        if slash and number.isdigit() and total.isdigit():
            self.bar.setRange(0, int(total))
            self.bar.setValue(int(number) - 1)
            last = number == total
            self.words.setText(_("Läser tillbaka det som skrevs") if last else _("Packar {name}").format(name=name))

    def _end(self, code: int, lines: list[str], wrong: str) -> None:
        self._show_busy()
        self.button.setFocus()
        if code >= CANNOT_ASK:
            self.answer.say(wrong, Tone.ALARM)
            return
        today: date = self._live.now().date()
        act = Act(ActKind.BAG, today, self._live.person)
        if attempt(self, lambda: self._live.workplace.plans.note_act(act)):
            told = [line for line in lines if not line.partition(" ")[0].replace("/", "").isdigit()]
            self.answer.say("\n".join(told), Tone.GOOD if len(told) == 1 else Tone.INFO)
            self._live.planned.emit()

    def _stopped(self) -> None:
        from krisapp.ui.background import Job  # a slow stick must not make the window wait

        Job(partial(shutil.rmtree, self._stick / DRAFT, ignore_errors=True), self).start()
        self._show_busy()
        self.button.setFocus()
        self.answer.say(_("Avbrutet. Den gamla väskan är kvar som den var."), Tone.INFO)

    def _show_busy(self) -> None:
        busy = self.run.busy
        self.button.setEnabled(not busy)
        for part in (self.bar, self.stop, self.words):
            part.setVisible(busy)

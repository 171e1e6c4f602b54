"""The page Avslut: what is left before the staff stands down, list K09, and the archive package (3.14, 11.3)."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from krisapp.domain.checklists import open_list
from krisapp.domain.leading.standing_down import ANCHOR, left
from krisapp.domain.words import _, ngettext
from krisapp.ui.attempt import attempt
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.after.packing import Packing
from krisapp.ui.views.messages.told import told
from krisapp.ui.views.tabbed import TabbedView, TabPage
from krisapp.ui.widgets.banner import Banner
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.card import Card
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.plain import label

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class ClosingPage(TabPage):
    """Two cards: standing down, and packing what is to be kept."""

    def __init__(self, live: "Live", view: TabbedView) -> None:
        super().__init__(live, view)
        self.standing, self.packing_card = Card("", self), Card("", self)
        self._left = label("", self.standing, wrap=True)
        self._when = label("", self.standing, "quiet", wrap=True)
        self.list_button = Button("", self.go_to_list, self.standing, icon="todo")
        self.level_button = Button("", self.go_to_level, self.standing, icon="overview")
        self._about = label("", self.packing_card, wrap=True)
        self._progress = label("", self.packing_card, "strong", wrap=True)
        self.pack_button = Button("", self.pack, self.packing_card, "primary", "folder")
        self.stop_button = Button("", self.stop, self.packing_card, icon="cross")
        self.answer = Banner(self.packing_card, closes=False)
        self.packing = Packing(self)
        self._lay_out()
        self.packing.moved.connect(self._say_progress)
        self.packing.done.connect(self._say_done)
        self.packing.failed.connect(self._say_failed)
        self.packing.stopped.connect(self._say_stopped)

    def _lay_out(self) -> None:
        acts, packs = Flow(), Flow()
        for button in (self.list_button, self.level_button):
            acts.addWidget(button)
        for button in (self.pack_button, self.stop_button):
            packs.addWidget(button)
        self.standing.body.addWidget(self._left)
        self.standing.body.addWidget(self._when)
        self.standing.body.addLayout(acts)
        self.packing_card.body.addWidget(self._about)
        self.packing_card.body.addLayout(packs)
        self.packing_card.body.addWidget(self._progress)
        self.packing_card.body.addWidget(self.answer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.M, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.standing)
        column.addWidget(self.packing_card)
        column.addStretch(1)

    def start(self) -> None:
        """Begin with what is left."""
        self.list_button.setFocus()

    def refresh(self) -> None:
        """Show what is left to do."""
        open_now = left(self.live.incident)
        self._left.setText(
            "\n".join(f"• {sentence}" for sentence in open_now)
            or _("Inget utlovat besked och inget slutbesked saknas.")
        )
        self.list_button.setEnabled(bool(self._list))
        self._say_busy()

    def retranslate(self) -> None:
        """Set every word."""
        self.standing.say(_("Avveckla staben"))
        self._when.setText(
            _("Beslutet att avveckla fattas under Nivå på Översikten. Händelsen är kvar tills efterarbetet är klart.")
        )
        self.list_button.say(_("Öppna checklistan Avveckling"))
        self.level_button.say(_("Till nivån"))
        self.packing_card.say(_("Arkivpaket"))
        self._about.setText(
            _(
                "Hela händelsen i en mapp: PDF, tabeller och journal, både hel och maskad, med kontrollsummor. Den går "
                "att läsa och kontrollera utan programmet. Du kan arbeta vidare medan den görs."
            )
        )
        self.stop_button.say(_("Avbryt"))
        self._say_busy()

    def go_to_list(self) -> None:
        """Open the list for standing down, if it is not open, and go to it."""
        live, list_id = self.live, self._list

        def act() -> None:
            if list_id not in live.incident.opened:
                live.do(open_list(live.incident, list_id, live.now()))

        if list_id and attempt(self, act):
            live.shown.emit("todo", list_id)

    def go_to_level(self) -> None:
        """Go to where the level is decided."""
        self.live.shown.emit("overview", "level")

    def pack(self) -> None:
        """Ask for a place, and make the package there."""
        if self.packing.busy:
            return
        parent = QFileDialog.getExistingDirectory(self, _("Välj var arkivpaketet ska ligga"))
        if parent:
            self.answer.hide()
            self._progress.setText(_("Läser journalen …"))
            self.packing.begin(self.live.desk.path, Path(parent), self.live.incident.id)
            self._say_busy()
            self.stop_button.setFocus()

    def stop(self) -> None:
        """Stop making it."""
        self.packing.cancel()

    @property
    def _list(self) -> str:
        """Return the plan's list for standing down."""
        return next((row.id for row in self.live.plan.checklists if row.anchor == ANCHOR), "")

    def _say_progress(self, count: int, name: str) -> None:
        done = count - 1
        words = ngettext("{count} fil klar. Gör {name}", "{count} filer klara. Gör {name}", done)
        self._progress.setText(words.format(count=done, name=name))

    def _say_done(self, folder: Path, told_wrong: str) -> None:
        self._end()
        words = _("Arkivpaketet ligger i {folder}. Läs 00_innehall.txt först.").format(folder=folder)
        if told_wrong:
            words = _("{words} Journalen är inte hel: {wrong}").format(words=words, wrong=told_wrong)
        self.answer.say(words, Tone.ALARM if told_wrong else Tone.GOOD)
        told(self, _("Arkivpaketet är klart."))

    def _say_failed(self, sentence: str) -> None:
        self._end()
        self.answer.say(sentence)

    def _say_stopped(self) -> None:
        self._end()
        self.answer.say(_("Avbrutet. Inget är sparat."), Tone.INFO)

    def _end(self) -> None:
        self._progress.setText("")
        self._say_busy()
        self.pack_button.setFocus()

    def _say_busy(self) -> None:
        busy = self.packing.busy
        self.pack_button.setEnabled(not busy)
        self.pack_button.say(_("Gör paketet …") if busy else _("Gör arkivpaket …"))
        self.stop_button.setVisible(busy)
        self._progress.setVisible(busy)

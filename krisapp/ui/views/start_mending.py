"""What mends a lack of readiness (åtgärder): the place to go to, or what is done at once."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from krisapp.domain.plan import Plan
from krisapp.domain.planning.acts import Act, ActKind
from krisapp.domain.planning.ready_question import Mend
from krisapp.domain.words import _
from krisapp.ui.attempt import attempt, tell_refused
from krisapp.ui.live import Live
from krisapp.ui.views.messages.told import told
from krisapp.ui.views.start_readiness import WHEEL, ReadyRow
from krisapp.ui.widgets.dialog import ask


class Mending(QObject):
    """Mends on behalf of the start screen. `exercise` starts one and `pack` packs the bag."""

    def __init__(self, live: Live, view: QWidget, exercise: Callable[[], object], pack: Callable[[], object]) -> None:
        super().__init__(view)
        self._live, self._view = live, view
        self._acts: dict[Mend, Callable[[], object]] = {
            Mend.FORMS: self.print_forms,
            Mend.BAG: pack,
            Mend.EXERCISE: exercise,
            Mend.OFFLINE: self.tested_offline,
        }

    def mend(self, row: ReadyRow) -> None:
        """Do what mends a row, or go to where it is mended."""
        if row.mend is None:
            self._live.shown.emit(WHEEL, row.item)
        elif row.mend in self._acts:
            self._acts[row.mend]()
        else:
            self._live.shown.emit(row.mend.value, row.item)

    def tested_offline(self) -> None:
        """Note that the standalone computer was tried without a network today."""
        self.note(ActKind.OFFLINE, _("Antecknat: den fristående datorn är testad utan nät i dag."))

    def note(self, kind: ActKind, words: str) -> None:
        """Note that something was done today; it can be taken back."""
        live = self._live
        done: list[Act] = []

        def act() -> None:
            done.append(live.workplace.plans.note_act(Act(kind, live.now().date(), live.person)))

        if attempt(self._view, act):
            live.planned.emit()
            told(self._view, words, partial(self._take_back, done[0]))

    def print_forms(self) -> None:
        """Ask for a folder, make the forms there, and ask whether they are printed."""
        chosen = QFileDialog.getExistingDirectory(self._view, _("Välj mappen där blanketterna ska ligga"))
        if chosen:
            self.make_forms(Path(chosen))

    def make_forms(self, folder: Path) -> None:
        """Make the forms in the background."""
        from krisapp.ui.background import Job  # only for one who prints

        workplace = self._live.workplace
        work = partial(_make, workplace.plan, workplace.console.public, self._live.now(), folder)
        job = Job(work, self)
        job.done.connect(self._ask_printed)
        job.failed.connect(self._fail)
        job.start()
        told(self._view, _("Gör blanketterna …"))

    def _ask_printed(self, folder: Path) -> None:
        from krisapp.documents.blank_forms import SHEETS  # made by now

        words = _("Fyra filer med {count} numrerade blad var ligger i {folder}. Skriv ut dem och lägg dem i lådan.")
        title = _("Är blanketterna utskrivna?")
        if ask(self._view, title, words.format(count=SHEETS, folder=folder), _("Ja, utskrivna i dag")):
            self.note(ActKind.FORMS, _("Antecknat: blanketterna är utskrivna i dag."))

    def _fail(self, error: Exception) -> None:
        tell_refused(self._view, _("Blanketterna gick inte att göra: {reason}").format(reason=error))

    def _take_back(self, act: Act) -> None:
        if attempt(self._view, partial(self._live.workplace.plans.forget_act, act)):
            self._live.planned.emit()


def _make(plan: Plan, console: str, now: datetime, folder: Path) -> Path:
    """Write a PDF of each form, with numbers that no other printing shares."""
    from krisapp.documents.blank_forms import BLANK, SHEETS, forms_in_advance  # here: the engine for documents is large
    from krisapp.domain.records.papers import FORM_NAMES, Number
    from krisapp.store.paper_series import series_of

    series = series_of(f"{console} {now.isoformat(timespec='seconds')}")
    for form in BLANK:
        numbers = [Number(form, series, place) for place in range(1, SHEETS + 1)]
        name = f"{_(FORM_NAMES[form])} {numbers[0]}.pdf"
        (folder / name).write_bytes(forms_in_advance(plan, form, numbers, now))
    return folder

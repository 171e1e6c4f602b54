"""Reading contacts from a file (inläsning), in the background: a line says how far it is, and it can be left."""

from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from krisapp.domain.contacts.contact_import import Act, ContactSource, JudgedRow, Outcome, settle
from krisapp.domain.plan import Plan
from krisapp.domain.words import _, ngettext
from krisapp.store.plan.plan_store import Edit
from krisapp.ui.attempt import attempt
from krisapp.ui.background import Job
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.plan.changing import PlanChanges
from krisapp.ui.widgets.banner import Banner
from krisapp.ui.widgets.buttons import Button

_OFTEN = 150
"""Milliseconds between two looks at how far the reading is."""


class Saved(NamedTuple):
    """What came of a file: the edit, None when nothing was to be changed, and the rows that stayed outside.

    `plan` is the plan after it, read where nobody waits.
    """

    edit: Edit | None
    outcome: Outcome
    plan: Plan


class _Progress:
    """How far a reading is. Written by one thread and read by another: plain values that need no lock."""

    rows = 0
    left = False

    def tell(self, rows: int) -> bool:
        """Note how many rows are read; return whether to go on."""
        self.rows = rows
        return not self.left


class Importing(Banner):
    """Says what is under way, and what came of it. One file at a time."""

    def __init__(self, live: Live, changes: PlanChanges, parent: QWidget) -> None:
        super().__init__(parent)
        self._live, self._changes = live, changes
        self._job: Job | None = None
        self._progress = _Progress()
        self._path = Path()
        self._source = ContactSource((), ())
        self._outcome: Outcome | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(_OFTEN)
        self._clock.timeout.connect(self._say_rows)

    def retranslate(self) -> None:
        """Take away what was said in another language."""
        if self._job is None:
            self.hide()

    def choose_file(self) -> None:
        """Ask for a file with contacts."""
        if not self._changes.may_edit(self):
            return
        pattern = _("Kontakter ({pattern})").format(pattern="*.csv *.txt *.tsv *.xlsx *.xlsm *.vcf")
        every = _("Alla filer ({pattern})").format(pattern="*")
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Läs in kontakter"), "", f"{pattern};;{every}")
        if chosen:
            self.bring_in(Path(chosen))

    def bring_in(self, path: Path) -> None:
        """Read a file; nothing is changed before somebody has seen what becomes of each row."""
        self.leave()
        self._path, self._progress = path, _Progress()
        job = self._job = Job(partial(_read, path, self._progress), self)
        job.done.connect(self._offer)
        job.failed.connect(self._fail)
        self.say(_("Läser {name} …").format(name=path.name), Tone.NEUTRAL, Button(_("Avbryt"), self._stop, self))
        self._clock.start()
        job.start()

    def leave(self) -> None:
        """Let what is being read come to nothing."""
        self._progress.left = True
        self._clock.stop()
        if self._job is not None:
            # It ends only later: a result that comes before is not heard.
            self._job.blockSignals(True)  # noqa: FBT003 - Qt takes no name here
            self._job.deleteLater()
            self._job = None

    def _stop(self) -> None:
        self.leave()
        self.say(_("Inläsningen är avbruten. Inget är ändrat."), Tone.NEUTRAL)

    def _say_rows(self) -> None:
        if self._progress.rows and self._job is not None:
            words = _("Läser {name}: {count} rader …").format(name=self._path.name, count=self._progress.rows)
            self.say(words, Tone.NEUTRAL, Button(_("Avbryt"), self._stop, self))

    def _fail(self, error: object) -> None:
        self.leave()
        self.say(_("{fault}\nInget är ändrat.").format(fault=error))

    def _offer(self, source: object) -> None:
        from krisapp.ui.views.contacts.import_dialog import ImportDialog  # only when a file is read

        self.leave()
        self.hide()
        if not isinstance(source, ContactSource):
            return
        self._source = source
        dialog = ImportDialog(self._live, self._path.name, source, self._take, self)
        if dialog.run() and isinstance(dialog.saved, Saved):
            self._tell(dialog.saved)
        dialog.deleteLater()

    def _take(self, judged: Sequence[JudgedRow], acts: dict[int, Act]) -> Job:
        plans = self._live.workplace.plans
        work = partial(_save, plans.path, self._live.person, self._live.now(), judged, dict(acts), self._path.name)
        return Job(work, self)

    def _tell(self, saved: Saved) -> None:
        outcome = self._outcome = saved.outcome
        told = [
            ngettext("{count} ny kontakt", "{count} nya kontakter", outcome.added).format(count=outcome.added),
            ngettext("{count} ändrad", "{count} ändrade", outcome.changed).format(count=outcome.changed),
            ngettext("{count} oförändrad", "{count} oförändrade", len(outcome.unchanged)).format(
                count=len(outcome.unchanged)
            ),
        ]
        words = _("{file}: {told}.").format(file=self._path.name, told=", ".join(told))
        if saved.edit is not None:
            self._live.workplace.plans.hand_over(saved.plan, saved.edit)
            self._changes.made_beside(words, saved.edit)
        stay = len(outcome.left)
        if not stay:
            self.say(words, Tone.GOOD)
            return
        more = ngettext(
            "{words} {count} rad stannade utanför. Spara den, rätta det som är fel och läs in filen igen.",
            "{words} {count} rader stannade utanför. Spara dem, rätta det som är fel och läs in filen igen.",
            stay,
        )
        self.say(
            more.format(words=words, count=stay), Tone.WAIT, Button(_("Spara raderna …"), self.save_rejected, self)
        )

    def save_rejected(self) -> None:
        """Ask where to put the rows that stayed outside, and write them with what is wrong with each."""
        name = _("{file} avvisade.csv").format(file=self._path.stem)
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Spara raderna som stannade utanför"), name, "CSV (*.csv)")
        if chosen and attempt(self, partial(self._write, Path(chosen))):
            self.say(
                _("{name} är sparad. Rätta raderna och läs in filen igen.").format(name=Path(chosen).name), Tone.GOOD
            )

    def _write(self, target: Path) -> None:
        from krisapp.documents.contact_list import rejected_rows  # only when rows were rejected

        if self._outcome is not None:
            target.write_bytes(rejected_rows(self._source, self._outcome.left))


def _read(path: Path, progress: _Progress) -> ContactSource:
    from krisapp.store.contacts.contact_reading import read_contacts  # slow to import, and seldom needed

    return read_contacts(path, progress.tell)


def _save(plan: Path, by: str, at: datetime, judged: Sequence[JudgedRow], acts: dict[int, Act], source: str) -> Saved:
    """Write the contacts through a connection of its own, for a thousand of them take longer than a window may wait."""
    from krisapp.store.plan.plan_editing import PlanEditing
    from krisapp.store.plan.plan_store import PlanStore

    with closing(PlanStore.open(plan)) as store:
        outcome = settle(judged, acts, store.plan().people)
        if not outcome.people:
            return Saved(None, outcome, store.plan())
        edit = PlanEditing(store, by, lambda: at).save_people(outcome.people, source)
        return Saved(edit, outcome, store.plan())

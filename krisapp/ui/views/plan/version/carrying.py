"""Carrying a plan out of the program and into it (planpaket, PL5), in the background, with a line that can be left."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from krisapp.domain.plan import Plan
from krisapp.domain.planning.plan_difference import Difference, differences
from krisapp.domain.words import N_, Refused, _
from krisapp.store.plan.plan_editing import PlanEditing
from krisapp.store.plan.plan_store import Edit
from krisapp.ui.background import Job
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.plan.changing import PlanChanges
from krisapp.ui.views.plan.version.version_rows import VersionRow
from krisapp.ui.widgets.banner import Banner
from krisapp.ui.widgets.buttons import Button


class Arrived(NamedTuple):
    """A package that was read: its plan, whether it is an adopted version, and what it has that the plan has not."""

    plan: Plan
    adopted: bool
    found: list[Difference]


class Carrying(Banner):
    """Says what is under way, and what came of it. Only one thing is carried at a time."""

    def __init__(self, live: Live, changes: PlanChanges, parent: QWidget) -> None:
        super().__init__(parent)
        self._live, self._changes = live, changes
        self._job: Job | None = None
        self._left = Event()
        self._source = Path()
        self._done = ""

    def retranslate(self) -> None:
        """Take away what was said in another language."""
        if self._job is None:
            self.hide()

    def carry_out(self, row: VersionRow, target: Path) -> None:
        """Write a version as a plan package."""
        self._done = _("{name} ligger i {folder}.").format(name=target.name, folder=target.parent)
        self._left = Event()
        work = partial(_write, row.plan(), target, partial(_look, self._left), adopted=row.version is not None)
        self._start(Job(work, self), _("Skriver {name} …").format(name=target.name))

    def bring_in(self, source: Path) -> None:
        """Read a plan package and compare it with the plan; nothing is changed before somebody has chosen."""
        self._source = source
        self._left = Event()
        work = partial(_read, source, self._live.workplace.plan, partial(_look, self._left))
        self._start(Job(work, self), _("Läser {name} …").format(name=source.name))

    def leave(self) -> None:
        """Stop what is under way, at its next file; what it wrote is taken away."""
        self._left.set()
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        self.say(_("Avbrutet. Inget är ändrat."), Tone.NEUTRAL)

    def _start(self, job: Job, words: str) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = job
        job.done.connect(self._arrive)
        job.failed.connect(self._fail)
        self.say(words, Tone.NEUTRAL, Button(_("Avbryt"), self.leave, self))
        job.start()

    def _arrive(self, result: object) -> None:
        self._job = None
        self.hide()
        if isinstance(result, Arrived):
            self._offer(result)
        else:
            self.say(self._done, Tone.GOOD)

    def _fail(self, error: object) -> None:
        self._job = None
        # A plan may have a hundred faults; the first ones tell what is wrong.
        lines = str(error).split("\n")
        more = _("och {count} fel till").format(count=len(lines) - _MOST) if len(lines) > _MOST else ""
        told = "\n".join(filter(None, (*lines[:_MOST], more)))
        self.say(_("{faults}\nInget är ändrat.").format(faults=told))

    def _offer(self, arrived: Arrived) -> None:
        from krisapp.ui.views.plan.version.package_dialog import PackageDialog  # only when a package is read

        if not arrived.found:
            self.say(_("{name} är lika med planen här.").format(name=self._source.name), Tone.GOOD)
            return
        dialog = PackageDialog(self._source.name, arrived, self._take, self)
        dialog.run()
        dialog.deleteLater()

    def _take(self, near: QWidget, arrived: Arrived, chosen: list[Difference]) -> bool:
        whole = len(chosen) == len(arrived.found)
        act = partial(_whole, arrived=arrived) if whole else partial(_parts, arrived=arrived, chosen=chosen)
        return self._changes.change(near, _("Planpaketet är inläst."), act)


_MOST = 8
"""Faults of a package that are shown."""


def _look(left: Event) -> None:
    """Raise `Refused` when somebody has left the work, in its own thread."""
    if left.is_set():
        raise Refused(N_("Avbrutet. Inget är ändrat."))


def _write(plan: Plan, target: Path, look: Callable[[], None], *, adopted: bool) -> None:
    from krisapp.store.plan.plan_package import export_plan  # YAML is slow to import

    export_plan(plan, target, adopted=adopted, look=look)


def _read(source: Path, plan: Plan, look: Callable[[], None]) -> Arrived:
    from krisapp.compose.package_checking import refuse_templates  # templates and YAML are slow to import
    from krisapp.store.plan.plan_package import open_package

    package = open_package(source, look)
    refuse_templates(package.plan)
    look()
    return Arrived(package.plan, package.adopted, differences(plan, package.plan))


def _whole(editing: PlanEditing, *, arrived: Arrived) -> Edit:
    return editing.replace_plan(arrived.plan, adopted=arrived.adopted)


def _parts(editing: PlanEditing, *, arrived: Arrived, chosen: list[Difference]) -> Edit:
    return editing.take_parts(arrived.plan, chosen)

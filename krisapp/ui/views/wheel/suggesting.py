"""The program's own year of work (förslag till årshjul), for a plan that has none yet."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from krisapp.domain.plan import Plan
from krisapp.domain.planning.plan_difference import Difference, differences
from krisapp.domain.words import _
from krisapp.store.plan.plan_editing import PlanEditing
from krisapp.store.plan.plan_store import Edit
from krisapp.store.sample import sample_plan
from krisapp.ui.background import Job
from krisapp.ui.live import Live
from krisapp.ui.views.plan.changing import PlanChanges

WHEEL = ("year_wheel",)


class Suggesting(QObject):
    """Takes the year's work of the program's own plan into this one, as one edit that can be undone."""

    def __init__(self, live: Live, changes: PlanChanges, view: QWidget) -> None:
        super().__init__(view)
        self._live, self._changes, self._view = live, changes, view

    def begin(self) -> None:
        """Read the program's plan, away from the window, and take the work."""
        job = Job(sample_plan, self)
        job.done.connect(self._take)
        job.start()

    def _take(self, program: Plan) -> None:
        plan = self._live.workplace.plan
        roles = {role.id for role in plan.roles}
        known = tuple(one for one in program.year_wheel if not one.owner or one.owner in roles)
        found = [one for one in differences(plan, program, WHEEL) if one.key in {item.id for item in known}]
        self._changes.change(self._view, _("Förslaget ligger i årshjulet."), partial(_taken, program, found))


def _taken(program: Plan, found: list[Difference], editing: PlanEditing) -> Edit:
    return editing.take_parts(program, found)

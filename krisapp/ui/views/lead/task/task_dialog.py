"""The form of a task (uppdragets formulär): words, owner, deadline and priority; and why one is cancelled."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from krisapp.domain.leading.task.tasks import PRIORITY_NAMES, Priority
from krisapp.domain.plan import Plan
from krisapp.domain.words import Refused, _
from krisapp.ui.views.lead.moments import read_moment
from krisapp.ui.views.lead.task.task_rows import owners
from krisapp.ui.widgets.clock import at
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice, Field, text_field

TITLE, OWNER, DEADLINE = "title", "owner", "deadline"
"""The fields one may come to directly."""


class Filled(NamedTuple):
    """What the form says: words, owner, deadline and priority, and why the time was changed."""

    title: str = ""
    owner: str = ""
    deadline: datetime | None = None
    priority: Priority = Priority.NORMAL
    reason: str = ""


class TaskDialog(Dialog):
    """Asks for the parts of a task. `save` settles them and may refuse; `first` is the field to begin in."""

    def __init__(
        self,
        title: str,
        plan: Plan,
        now: datetime,
        before: Filled,
        save: Callable[[Filled], None],
        parent: QWidget,
        first: str = TITLE,
    ) -> None:
        super().__init__(title, parent, _("Spara"))
        self._now, self._before, self._save = now, before, save
        self.title = text_field("", self)
        self.title.setText(before.title)
        self.owner = Choice("", self)
        # The longest name of a role must not decide how wide the form is.
        self.owner.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.owner.setMinimumContentsLength(24)
        self.owner.fill(owners(plan, before.owner))
        self.owner.choose(before.owner)
        self.deadline = text_field("", self)
        self.deadline.setText(_written(before.deadline, now))
        self.priority = Choice("", self)
        self.priority.fill([(one.value, _(PRIORITY_NAMES[one]).capitalize()) for one in Priority], before.priority)
        self.reason = text_field("", self)
        self.deadline_field = Field(
            _("Klart senast"), self.deadline, self, _("15.30, i morgon 9, 12/6 9.00 eller 30 min. Tomt är ingen tid.")
        )
        self.body.addWidget(Field(_("Vad ska göras?"), self.title, self))
        self.body.addWidget(Field(_("Vem gör det?"), self.owner, self))
        self.body.addWidget(self.deadline_field)
        self.body.addWidget(Field(_("Hur viktigt är det?"), self.priority, self))
        self._reason = Field(_("Skäl till den nya tiden"), self.reason, self)
        self._reason.setVisible(before.deadline is not None and first == DEADLINE)
        self.body.addWidget(self._reason)
        begin: QWidget = {OWNER: self.owner, DEADLINE: self.deadline}.get(first, self.title)
        begin.setFocus()
        if begin is self.deadline:
            self.deadline.selectAll()

    def decide(self) -> None:
        """Save, or say beside the time what is wrong with it."""
        self.deadline_field.clear_fault()
        typed = self.deadline.text()
        deadline = self._before.deadline
        if typed != _written(self._before.deadline, self._now):
            try:
                deadline = read_moment(typed, self._now)
            except Refused as no:
                self.deadline_field.refuse(str(no))
                raise
        priority = Priority(self.priority.key)
        self._save(Filled(self.title.text(), self.owner.key, deadline, priority, self.reason.text().strip()))


class WhyDialog(Dialog):
    """Asks for one line and hands it to `act`, which may refuse."""

    def __init__(
        self,
        title: str,
        question: str,
        confirm: str,
        act: Callable[[str], object],
        parent: QWidget,
        help: str = "",
    ) -> None:
        super().__init__(title, parent, confirm)
        self._act = act
        self.answer = text_field("", self)
        self.body.addWidget(Field(question, self.answer, self, help))
        self.answer.setFocus()

    def decide(self) -> None:
        """Hand it on."""
        self._act(self.answer.text())


class WhichDialog(Dialog):
    """Asks for one of several and hands its key to `act`, which may refuse."""

    def __init__(
        self, title: str, question: str, choices: list[tuple[str, str]], act: Callable[[str], object], parent: QWidget
    ) -> None:
        super().__init__(title, parent, _("Spara"))
        self._act = act
        self.choice = Choice("", self)
        self.choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(40)
        self.choice.fill(choices)
        self.body.addWidget(Field(question, self.choice, self))
        self.choice.setFocus()

    def decide(self) -> None:
        """Hand it on."""
        self._act(self.choice.key)


def _written(moment: datetime | None, now: datetime) -> str:
    if moment is None:
        return ""
    local = moment.astimezone(now.tzinfo)
    return at(local) if local.date() == now.date() else f"{local.day}/{local.month} {at(local)}"

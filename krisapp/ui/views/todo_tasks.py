"""The tasks of some roles beside their checklists (uppdrag i Att göra): how many wait, the first of them, and a way."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from krisapp.domain.events import KINDS
from krisapp.domain.words import _, ngettext
from krisapp.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class TasksLine(Button):
    """Hidden while no task waits for these roles; pressed, it shows the first among the tasks of Stab."""

    def __init__(self, live: "Live", parent: QWidget) -> None:
        super().__init__("", self._go, parent, icon="people")
        self._live, self._first = live, ""
        self.hide()

    def show_for(self, roles: Iterable[str] | None) -> None:
        """Show what waits for some roles and for whoever sits here, or with None for everybody."""
        self.setVisible(False)
        if "task.added" not in KINDS:  # no journal of this run has held a task
            return
        from krisapp.domain.tasks import in_order, waiting
        from krisapp.ui.views.log_words import when

        live = self._live
        incident, now = live.incident, live.now()
        open_now = waiting(incident, None if roles is None else frozenset((*roles, live.person)))
        if not open_now:
            return
        first = next(one for one in in_order(incident, now) if one in open_now)
        self._first = first.id
        words = ngettext("{count} uppdrag: {title}", "{count} uppdrag, först: {title}", len(open_now))
        said = words.format(count=len(open_now), title=first.title)
        due = _("klart senast {time}").format(time=when(first.deadline, now)) if first.deadline else ""
        self.say(", ".join(part for part in (said, due) if part))
        self.setVisible(True)

    def _go(self) -> None:
        self._live.shown.emit("lead", f"tasks:{self._first}")

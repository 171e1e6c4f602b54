"""The tasks of some roles beside their checklists (uppdrag i Att göra): how many wait, the first of them, and a way."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from krisapp.domain.events import KINDS
from krisapp.domain.words import _, ngettext
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.plain import tooltip

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class TasksLine(Button):
    """Hidden while no task waits for these roles; pressed, it shows the first among the tasks of Stab."""

    def __init__(self, live: "Live", parent: QWidget) -> None:
        super().__init__("", self._go, parent, icon="people")
        self._live, self._first, self._words = live, "", ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_for(self, roles: Iterable[str] | None) -> None:
        """Show what waits for some roles and for whoever sits here, or with None for everybody."""
        self.setVisible(False)
        if "task.added" not in KINDS:  # no journal of this run has held a task
            return
        from krisapp.domain.leading.task.tasks import in_order, waiting
        from krisapp.ui.views.log_words import when

        live = self._live
        incident, now = live.incident, live.now()
        open_now = waiting(incident, None if roles is None else frozenset((*roles, live.person)))
        if not open_now:
            return
        first = next(one for one in in_order(incident, now) if one in open_now)
        self._first = first.id
        count = ngettext("{count} uppdrag", "{count} uppdrag, det första", len(open_now)).format(count=len(open_now))
        due = (
            _("{count} senast {time}").format(count=count, time=when(first.deadline, now)) if first.deadline else count
        )
        self._words = _("{due}: {title}").format(due=due, title=first.title)
        self._fit()
        self.setVisible(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut a long task anew in another width; a screen reader hears all of it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        theme = current()
        room = self.width() - theme.px(18) - 4 * theme.tight(Space.M)
        self.say(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room))
        self.setAccessibleName(self._words)
        tooltip(self, self._words)

    def _go(self) -> None:
        self._live.shown.emit("lead", f"tasks:{self._first}")

"""What else waits beside the checklists (uppdrag och möte i Att göra): the first of it in a line, and a way there."""

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


class WaitingLine(Button):
    """Hidden while nothing waits; pressed, it shows the first of what waits, in Stab."""

    def __init__(self, live: "Live", parent: QWidget, icon: str) -> None:
        super().__init__("", self._go, parent, icon=icon)
        self._live, self._first, self._words = live, "", ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    def tell(self, words: str, item: str = "") -> None:
        """Show these words and go to this item of Stab when pressed; without words, hide."""
        if words != self._words:
            self._words = words
            self._fit()
        self._first = item
        self.setVisible(bool(words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut a long line anew in another width; a screen reader hears all of it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        theme = current()
        room = self.width() - theme.px(18) - 4 * theme.tight(Space.M)
        self.say(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room))
        self.setAccessibleName(self._words)
        tooltip(self, self._words)

    def _go(self) -> None:
        self._live.shown.emit("lead", self._first)


class MeetingLine(WaitingLine):
    """The next meeting: when it is, and how long is left or how late it is (row AC7)."""

    def __init__(self, live: "Live", parent: QWidget) -> None:
        super().__init__(live, parent, "calendar")

    def refresh(self) -> None:
        """Show the next meeting, if one is planned."""
        if "meeting.opened" not in KINDS:  # no journal of this run has held a meeting
            self.tell("")
            return
        from krisapp.ui.views.lead.meeting.meeting_needs import meeting_needs

        needs = meeting_needs(self._live.incident, self._live.now())
        words = [_("{what}, {mark}").format(what=need.title, mark=need.mark.word) for need in needs]
        self.tell(words[0] if words else "", needs[0].item if needs else "")


class TasksLine(WaitingLine):
    """The tasks of some roles: how many wait, and the first of them."""

    def __init__(self, live: "Live", parent: QWidget) -> None:
        super().__init__(live, parent, "people")

    def show_for(self, roles: Iterable[str] | None) -> None:
        """Show what waits for some roles and for whoever sits here, or with None for everybody."""
        if "task.added" not in KINDS:  # no journal of this run has held a task
            self.tell("")
            return
        from krisapp.domain.leading.task.tasks import in_order, waiting
        from krisapp.ui.views.log_words import when

        live = self._live
        incident, now = live.incident, live.now()
        open_now = waiting(incident, None if roles is None else frozenset((*roles, live.person)))
        if not open_now:
            self.tell("")
            return
        first = next(one for one in in_order(incident, now) if one in open_now)
        count = ngettext("{count} uppdrag", "{count} uppdrag, det första", len(open_now)).format(count=len(open_now))
        due = (
            _("{count} senast {time}").format(count=count, time=when(first.deadline, now)) if first.deadline else count
        )
        self.tell(_("{due}: {title}").format(due=due, title=first.title), f"tasks:{first.id}")

"""Keeping the clock of law in the head of the window (lagens klocka i huvudet): the most urgent one, and how many more.

It is made ready after the first screen has been painted, so that the start waits neither for it nor for its rules.
"""

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from krisapp.domain.leading.law import legal_history  # noqa: F401 - from now on KINDS tells the overview that there are clocks
from krisapp.domain.leading.law.legal_clocks import running
from krisapp.domain.words import _
from krisapp.store.law_clocks import law_clocks
from krisapp.ui.views.lead.law.legal_rows import clock_mark

if TYPE_CHECKING:
    from krisapp.ui.head import Head
    from krisapp.ui.live import Live

MINUTES_FROM = timedelta(hours=3)
"""How near its end a clock is when its minutes are told."""


class LegalWatch(QObject):
    """Looks once a second, and after each change, which clock of law is to stand in the head."""

    def __init__(self, live: "Live", head: "Head") -> None:
        super().__init__(head)
        self._live, self._head = live, head
        for signal in (live.opened, live.changed, live.ticked):
            signal.connect(self.look)
        self.look()

    def look(self) -> None:
        """Show the most urgent clock that the law wants in sight, or none."""
        live = self._live
        if not live.has_incident:
            self._head.show_law("", None)
            return
        now = live.now()
        shown = [one for one in running(live.incident, law_clocks(), now) if one.rule.top]
        if not shown:
            self._head.show_law("", None)
            return
        first, more = shown[0], len(shown) - 1
        name = first.rule.short or first.name
        caption = _("{name} +{count}").format(name=name, count=more) if more else name
        mark, left = clock_mark(first, now), (first.due - now) if first.due else timedelta(0)
        if left >= MINUTES_FROM:
            # The head has little room, and nobody needs the minutes of three days.
            mark = mark._replace(word=_("om {hours} tim").format(hours=left // timedelta(hours=1)))
        self._head.show_law(caption, mark)

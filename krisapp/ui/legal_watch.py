"""Keeping the clock of law in the head of the window (lagens klocka i huvudet): the most urgent one, and how many more.

It is made ready after the first screen has been painted, so that the start waits neither for it nor for its rules.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from krisapp.domain.legal_clocks import running
from krisapp.domain.legal_history import ClockStarted
from krisapp.domain.words import _
from krisapp.store.law_clocks import law_clocks
from krisapp.ui.views.lead.legal_rows import clock_mark

if TYPE_CHECKING:
    from krisapp.ui.head import Head
    from krisapp.ui.live import Live

KNOWN = ClockStarted.kind
"""The kind of event that tells others of this program that clocks are at hand."""


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
        caption = _("{name} och {count} till").format(name=first.name, count=more) if more else first.name
        self._head.show_law(caption, clock_mark(first, now))

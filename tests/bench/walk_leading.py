"""Walking through Stab and Efter of a full incident, as a crisis team does on the first evening."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial

from krisapp.domain.leading.meeting import holding
from krisapp.store.agendas import agendas
from krisapp.ui.views.after.records_page import RecordsPage
from krisapp.ui.views.lead.decision.decisions_page import DecisionsPage
from krisapp.ui.views.lead.task.tasks_page import TasksPage
from krisapp.ui.views.tabbed import TabbedView
from tests.bench import outage, water
from tests.bench.walk import Step, Walk
from tests.ui.views.conftest import OFFICER


class EveningClock:
    """A clock that moves when it is told to, from the evening of the incident on."""

    def __init__(self) -> None:
        self.time = outage.EIGHT_IN_THE_EVENING

    def __call__(self) -> datetime:
        """Return the time."""
        return self.time

    def later(self, **step: float) -> None:
        """Let time pass."""
        self.time += timedelta(**step)


class LeadingWalk(Walk):
    """Visits each tab, writes where one writes, and lets a second and a minute pass in each."""

    clock: EveningClock

    def go(self) -> None:
        """Do every step."""
        for name, act in self._work():
            self.measure(name, act)

    def _work(self) -> Iterator[Step]:
        yield "nothing at all", lambda: None
        yield "show the window", self.window.show
        yield "make the screens ready", self._warming.begin
        for key in ("lead", "after"):
            yield from self._tabs(key)
        yield from self._write()
        yield from self._search()

    def _tabs(self, key: str) -> Iterator[Step]:
        yield f"visit {key}", partial(self.window.go, key)
        view = self._shown()
        for tab in view.TABS:
            yield f"visit {key}, {tab.key}", partial(view.turn_to, tab.key)
            yield f"a second passes in {key}, {tab.key}", partial(self._pass, seconds=1)
            yield f"a minute passes in {key}, {tab.key}", partial(self._pass, minutes=1)
            yield f"a line comes in {key}, {tab.key}", partial(water.write_lines, self.live, 1)
        for tab in view.TABS:
            yield f"visit {key}, {tab.key} again", partial(view.turn_to, tab.key)

    def _write(self) -> Iterator[Step]:
        self.window.go("lead")
        view = self._shown()
        tasks = view.page_of("tasks", TasksPage)
        decisions = view.page_of("decisions", DecisionsPage)
        yield "go to the tasks", partial(view.turn_to, "tasks")
        yield "type a task", partial(tasks.line.setText, "@KOM kl. 23 ring skolan i Malmköping")
        yield "give the task", tasks.add
        yield "search the tasks", partial(tasks.search.setText, "enhet 77")
        yield "show all tasks", tasks.search.clear
        yield "scroll to the last task", tasks.list.scrollToBottom
        yield "go to the decisions", partial(view.turn_to, "decisions")
        yield "write a decision", partial(decisions.text.setText, "Skolan i Malmköping håller stängt i morgon.")
        yield "decide", decisions.entry.save_button.click
        yield "scroll to the first decision", decisions.list.scrollToBottom
        yield "go to the meetings", partial(view.turn_to, "meetings")
        opened = holding.open_meeting(self.live.incident, agendas()[2], (OFFICER,))
        yield "open a meeting", partial(self.live.do, opened)

    def _search(self) -> Iterator[Step]:
        yield "visit after once more", partial(self.window.go, "after")
        view = self._shown()
        yield "go to the records", partial(view.turn_to, "records")
        records = view.page_of("records", RecordsPage)
        while records.finding.busy:
            yield "make the journal findable", lambda: None
        for words in ("storgatan", "vattnet storgatan", "samtal 7777", "finns ingenstans"):
            yield f"search the records for “{words}”", partial(records.search.setText, words)

    def _shown(self) -> TabbedView:
        view = self.window.view
        assert isinstance(view, TabbedView)
        return view

    def _pass(self, **step: float) -> None:
        self.clock.later(**step)
        self.live.ticked.emit()

"""What can be done with a task (uppdragets handlingar): by one key, with a form where more must be said, and undone."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from krisapp.domain.events import Event
from krisapp.domain.leading.task import assigning
from krisapp.domain.leading.task.tasks import Source, State, Task, Tasks
from krisapp.domain.words import N_, Refused, _
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.lead.acting import Acting
from krisapp.ui.views.lead.task.task_dialog import DEADLINE, OWNER, TITLE, Filled, TaskDialog, WhyDialog
from krisapp.ui.views.lead.task.task_rows import conflict_words

DONE, BEGIN, GIVE, PUT_OFF, CHANGE, PART, CANCEL = "done", "begin", "give", "put_off", "change", "part", "cancel"
ORIGIN = "origin"
KEYS: dict[int, str] = {
    Qt.Key.Key_Space: DONE,
    Qt.Key.Key_P: BEGIN,
    Qt.Key.Key_R: GIVE,
    Qt.Key.Key_S: PUT_OFF,
    Qt.Key.Key_F4: CHANGE,
    Qt.Key.Key_D: PART,
    Qt.Key.Key_Delete: CANCEL,
    Qt.Key.Key_K: ORIGIN,
}
_PAGES = {Source.MEETING: "meetings", Source.DECISION: "decisions", Source.REPORT: "incoming"}
"""The tab where each source of a task is shown."""

_SAID = {
    State.OPEN: N_("Inte klart längre: {title}"),
    State.STARTED: N_("Påbörjat: {title}"),
    State.DONE: N_("Klart: {title}"),
    State.CANCELLED: N_("Avbrutet: {title}"),
}


class TaskActs:
    """Does things with tasks on behalf of one page, and asks there."""

    def __init__(self, live: Live, acting: Acting, page: QWidget) -> None:
        self._live, self._acting, self._page = live, acting, page

    def do(self, act: str, task: Task) -> None:
        """Do what an act means for this task; what makes no sense for it does nothing."""
        if act == ORIGIN and task.origin.source in _PAGES:
            self._live.shown.emit("lead", f"{_PAGES[task.origin.source]}:{task.origin.id}")
        elif act == DONE:
            settled = task.closed and not task.marks.contested
            self._mark(task, State.OPEN if settled else State.DONE)
        elif act == BEGIN and not task.closed:
            self._mark(task, State.OPEN if task.state is State.STARTED else State.STARTED)
        elif act == CANCEL and not task.closed:
            self._cancel(task)
        elif act == PART and not task.closed and not task.parent:
            title = _("Deluppdrag till uppdrag {number}").format(number=task.number)
            self._ask(title, Filled(owner=task.owner), TITLE, lambda filled: self._add_part(task, filled))
        elif act in (GIVE, PUT_OFF, CHANGE) and not task.closed:
            before = Filled(task.title, task.owner, task.deadline, task.priority)
            first = {GIVE: OWNER, PUT_OFF: DEADLINE}.get(act, TITLE)
            title = _("Uppdrag {number}").format(number=task.number)
            conflict = conflict_words(task, self._live.incident, self._live.now())
            self._ask(title, before, first, lambda filled: self._change(task, before, filled), conflict)

    def _mark(self, task: Task, state: State) -> None:
        was, reason = task.state, task.reason
        self._acting.do(
            _(_SAID[state]).format(title=task.title),
            lambda: [assigning.mark_task(self._live.incident, task.id, state)],
            lambda: [assigning.mark_task(self._live.incident, task.id, was, reason)],
        )

    def _cancel(self, task: Task) -> None:
        was = task.state

        def act(reason: str) -> None:
            happened = assigning.mark_task(self._live.incident, task.id, State.CANCELLED, reason)
            self._acting.do(
                _(_SAID[State.CANCELLED]).format(title=task.title),
                lambda: [happened],
                lambda: [assigning.mark_task(self._live.incident, task.id, was)],
            )

        dialog = WhyDialog(
            _("Avbryt uppdrag {number}").format(number=task.number),
            _("Varför avbryts det?"),
            _("Avbryt uppdraget"),
            act,
            self._page,
            _("Uppdraget går att läsa efteråt, och att öppna igen."),
        )
        dialog.run()
        dialog.deleteLater()

    def _ask(self, title: str, before: Filled, first: str, save: Callable[[Filled], None], conflict: str = "") -> None:
        live = self._live
        dialog = TaskDialog(title, live.plan, live.now(), before, save, self._page, first)
        if conflict:
            dialog.banner.say(conflict, Tone.WAIT)
        dialog.run()
        dialog.deleteLater()

    def _add_part(self, task: Task, filled: Filled) -> None:
        happened = assigning.add_task(
            self._live.incident,
            filled.title,
            owner=filled.owner,
            deadline=filled.deadline,
            priority=filled.priority,
            parent=task.id,
        )
        said = _("Deluppdraget är givet: {title}").format(title=happened.title)
        self._acting.do(said, lambda: [happened], lambda: cancel_latest(self._live))

    def _change(self, task: Task, before: Filled, after: Filled) -> None:
        happened = list(self._changes(task, before, after))
        if not happened:
            raise Refused(N_("Inget är ändrat."))
        said = _("Uppdrag {number} är ändrat.").format(number=task.number)
        self._acting.do(said, lambda: happened, lambda: self._changes(task, after, before))

    def _changes(self, task: Task, before: Filled, after: Filled) -> Iterable[Event]:
        """Return an event for each part of the form that differs, or over which two people disagree.

        The rest is left alone: others may have changed it meanwhile.
        """
        incident, id = self._live.incident, task.id
        if after.title.strip() != before.title or task.words.contested:
            yield assigning.reword_task(incident, id, after.title)
        if after.owner != before.owner or task.owners.contested:
            yield assigning.give_task(incident, id, after.owner)
        if after.deadline != before.deadline or task.deadlines.contested:
            yield assigning.time_task(incident, id, after.deadline, after.reason)
        if after.priority is not before.priority or task.priorities.contested:
            yield assigning.rank_task(incident, id, after.priority)


def cancel_latest(live: Live) -> list[Event]:
    """Take back the task that was given last (ångra): it stays readable as cancelled."""
    newest = live.incident.part(Tasks).added()[-1]
    return [assigning.mark_task(live.incident, newest.id, State.CANCELLED, _("Ångrat direkt."))]

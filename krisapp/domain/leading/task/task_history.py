"""What happens to tasks (uppdragens händelser): given, begun, done, cancelled, handed over, put off, said better."""

from datetime import datetime
from typing import TYPE_CHECKING

from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.leading.task.tasks import BY_HAND, Origin, Priority, State, Task, Tasks, called
from krisapp.domain.log import Kind
from krisapp.domain.words import N_, Later

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident


@event("task.added")
class TaskAdded(Event, frozen=True):
    """Somebody gave a task. `parent` is the task it is a part of; the entry's id is the task's."""

    title: str
    owner: str = ""
    deadline: datetime | None = None
    priority: Priority = Priority.NORMAL
    parent: str = ""
    origin: Origin = BY_HAND

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Add the task and log it, once."""
        tasks = incident.part(Tasks)
        task = tasks.task(stamp.id)
        if task.added is not None:
            return
        task.added, task.stamp = self, stamp
        tasks.give(task)
        task.words.set(self.title, stamp)
        task.owners.set(self.owner, stamp)
        task.deadlines.set(self.deadline, stamp)
        task.priorities.set(self.priority, stamp)
        sentence = {
            (False, False): N_("Uppdrag {number}: {title}"),
            (True, False): N_("Uppdrag {number} till {owner}: {title}"),
            (False, True): N_("Uppdrag {number}, klart senast {time}: {title}"),
            (True, True): N_("Uppdrag {number} till {owner}, klart senast {time}: {title}"),
        }[bool(self.owner), self.deadline is not None]
        _note(incident, stamp, task, sentence, title=self.title, owner=self.owner, time=self.deadline)


@event("task.marked")
class TaskMarked(Event, frozen=True):
    """Somebody began a task, finished it, cancelled it or opened it again."""

    task: str
    state: State
    reason: str = ""

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the standing mark."""
        return incident.part(Tasks).task(self.task).marks.heads

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set the mark and log it."""
        task = incident.part(Tasks).task(self.task)
        task.marks.set(self, stamp)
        sentence = {
            State.OPEN: N_("Uppdrag {number} öppnat igen: {title}"),
            State.STARTED: N_("Uppdrag {number} påbörjat: {title}"),
            State.DONE: N_("Uppdrag {number} klart: {title}. {reason}")
            if self.reason
            else N_("Uppdrag {number} klart: {title}"),
            State.CANCELLED: N_("Uppdrag {number} avbrutet: {title}. Skäl: {reason}"),
        }[self.state]
        _note(incident, stamp, task, sentence, reason=self.reason)


@event("task.given")
class TaskGiven(Event, frozen=True):
    """Somebody gave a task to another owner."""

    task: str
    owner: str

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the standing owner."""
        return incident.part(Tasks).task(self.task).owners.heads

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Move the task and log it."""
        task = incident.part(Tasks).task(self.task)
        task.owners.set(self.owner, stamp)
        sentence = (
            N_("Uppdrag {number} till {owner}: {title}")
            if self.owner
            else N_("Uppdrag {number} har ingen ansvarig: {title}")
        )
        _note(incident, stamp, task, sentence, owner=self.owner)


@event("task.timed")
class TaskTimed(Event, frozen=True):
    """Somebody set another deadline, or none; `reason` says why it was put off."""

    task: str
    deadline: datetime | None
    reason: str = ""

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the standing deadline."""
        return incident.part(Tasks).task(self.task).deadlines.heads

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set the deadline and log it."""
        task = incident.part(Tasks).task(self.task)
        task.deadlines.set(self.deadline, stamp)
        sentence = {
            (False, False): N_("Uppdrag {number} har ingen sista tid längre: {title}"),
            (True, False): N_("Uppdrag {number} ska vara klart senast {time}: {title}"),
            (False, True): N_("Uppdrag {number} har ingen sista tid längre: {title}. Skäl: {reason}"),
            (True, True): N_("Uppdrag {number} ska vara klart senast {time}: {title}. Skäl: {reason}"),
        }[self.deadline is not None, bool(self.reason)]
        _note(incident, stamp, task, sentence, time=self.deadline, reason=self.reason)


@event("task.reworded")
class TaskReworded(Event, frozen=True):
    """Somebody said better what is to be done."""

    task: str
    title: str

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the standing words."""
        return incident.part(Tasks).task(self.task).words.heads

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set the words and log them."""
        task = incident.part(Tasks).task(self.task)
        task.words.set(self.title, stamp)
        _note(incident, stamp, task, N_("Uppdrag {number} är nu: {title}"), title=self.title)


@event("task.ranked")
class TaskRanked(Event, frozen=True):
    """Somebody said how important a task is. The log does not tell it: nothing was done."""

    task: str
    priority: Priority

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the standing priority."""
        return incident.part(Tasks).task(self.task).priorities.heads

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set the priority."""
        incident.part(Tasks).task(self.task).priorities.set(self.priority, stamp)


def _note(
    incident: "Incident",
    stamp: Stamp,
    task: Task,
    sentence: str,
    *,
    title: str = "",
    owner: str = "",
    time: datetime | None = None,
    reason: str = "",
) -> None:
    """Log what was done with a task; who owns it is named when the line is read, for the plan comes in afterwards."""
    incident.note(
        stamp,
        Kind.TASK,
        sentence,
        number=Later(lambda: str(task.number or "?")),
        title=title or task.title or Later(lambda: task.title),
        owner=Later(lambda: called(incident, owner)),
        time=_time(time, stamp) if time else "",
        reason=reason,
    )


def _time(time: datetime, stamp: Stamp) -> str:
    """Return a deadline in the log: the hour, with the date when it is another day than that of the entry."""
    local = time.astimezone(stamp.at.tzinfo)
    return f"{local:%H.%M}" if local.date() == stamp.at.date() else f"{local.day}/{local.month} {local:%H.%M}"

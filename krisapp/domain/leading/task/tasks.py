"""Tasks (uppdrag): what somebody is to do by when, born in a meeting, a decision or a report, or written by hand.

Owner, deadline, words, priority and state are each a value of their own, so that two people may change different
things of one task at the same time. A task is never deleted: it is done, or cancelled with a reason. What happens to
it is in `task_history`, and what may be done with it in `assigning`.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

import msgspec

from krisapp.domain.events import Stamp
from krisapp.domain.register import Register
from krisapp.domain.words import N_

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident
    from krisapp.domain.leading.task.task_history import TaskAdded, TaskMarked

SOON = timedelta(minutes=30)
"""How near its deadline a task is when it turns yellow."""


S = TypeVar("S", bound=StrEnum)


class State(StrEnum):
    """How far a task has come."""

    OPEN = "open"
    STARTED = "started"
    DONE = "done"
    CANCELLED = "cancelled"


STATE_NAMES = {
    State.OPEN: N_("inte påbörjat"),
    State.STARTED: N_("påbörjat"),
    State.DONE: N_("klart"),
    State.CANCELLED: N_("avbrutet"),
}
CLOSED = frozenset({State.DONE, State.CANCELLED})


class Priority(StrEnum):
    """How important a task is beside others as urgent."""

    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


PRIORITY_NAMES = {Priority.HIGH: N_("viktig"), Priority.NORMAL: N_("vanlig"), Priority.LOW: N_("kan vänta")}


class Urgency(StrEnum):
    """How a task stands to its deadline: passed, within half an hour, later, without one, or nothing is waited for."""

    OVERDUE = "overdue"
    SOON = "soon"
    AHEAD = "ahead"
    UNTIMED = "untimed"
    CLOSED = "closed"


class Source(StrEnum):
    """What a task can come from."""

    HAND = ""
    MEETING = "meeting"
    DECISION = "decision"
    REPORT = "report"


class Origin(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where a task comes from: a meeting, decision or incoming report, by the id it has in its own module."""

    source: Source = Source.HAND
    id: str = ""


BY_HAND = Origin()
"""Of a task that somebody wrote."""


class Task:
    """One task. `id` is the entry that made it; `number` its place in the journal; `parent` what it is a part of."""

    def __init__(self, id: str) -> None:
        self.id = id
        self.number = 0
        self.added: TaskAdded | None = None
        self.stamp: Stamp | None = None
        self.words: Register[str] = Register()
        self.owners: Register[str] = Register()
        self.deadlines: Register[datetime | None] = Register()
        self.priorities: Register[Priority] = Register()
        self.marks: Register[TaskMarked] = Register()

    @property
    def title(self) -> str:
        """Return what is to be done."""
        return self.words.value or ""

    @property
    def owner(self) -> str:
        """Return who does it: a role's code, a person's id, or words for somebody outside the plan; "" is nobody."""
        return self.owners.value or ""

    @property
    def deadline(self) -> datetime | None:
        """Return when it is to be done at the latest (klart senast)."""
        return self.deadlines.value

    @property
    def priority(self) -> Priority:
        """Return how important it is."""
        return self.priorities.value or Priority.NORMAL

    @property
    def state(self) -> State:
        """Return how far it has come."""
        return self.marks.value.state if self.marks.value else State.OPEN

    @property
    def reason(self) -> str:
        """Return why it was cancelled or opened again, or what was said when it was done."""
        return self.marks.value.reason if self.marks.value else ""

    @property
    def parent(self) -> str:
        """Return the id of the task it is a part of, or nothing."""
        return self.added.parent if self.added else ""

    @property
    def origin(self) -> Origin:
        """Return where it comes from."""
        return self.added.origin if self.added else BY_HAND

    @property
    def heads(self) -> tuple[tuple[str, ...], ...]:
        """Return the entries it stands on: others as soon as anything about it has changed."""
        return self.words.heads, self.owners.heads, self.deadlines.heads, self.priorities.heads, self.marks.heads

    @property
    def closed(self) -> bool:
        """Return whether nothing is waited for any longer."""
        return self.state in CLOSED

    @property
    def contested(self) -> bool:
        """Return whether two people set the same thing apart and nobody has chosen (two uppgifter)."""
        parts = (self.words, self.owners, self.deadlines, self.priorities, self.marks)
        return any(register.contested for register in parts)

    def urgency(self, now: datetime) -> Urgency:
        """Return how it stands to its deadline."""
        if self.closed:
            return Urgency.CLOSED
        deadline = self.deadline
        if deadline is None:
            return Urgency.UNTIMED
        left = deadline - now
        if left <= timedelta(0):
            return Urgency.OVERDUE
        return Urgency.SOON if left <= SOON else Urgency.AHEAD


class Tasks:
    """The tasks of an incident by id, in the order they were given, and the parts of each."""

    def __init__(self) -> None:
        self.by_id: dict[str, Task] = {}
        self._given: list[Task] = []
        self._parts: dict[str, list[Task]] = {}

    def task(self, id: str) -> Task:
        """Return a task, made when first asked for: what is said of it may be read before it is."""
        return self.by_id.setdefault(id, Task(id))

    def added(self) -> list[Task]:
        """Return the tasks that were given, the first first."""
        return list(self._given)

    def parts_of(self, id: str) -> list[Task]:
        """Return the subtasks of a task (deluppdrag)."""
        return list(self._parts.get(id, ()))

    def give(self, task: Task) -> None:
        """Let a task follow those that were given before it, and take its number."""
        self._given.append(task)
        task.number = len(self._given)
        if task.parent:
            self._parts.setdefault(task.parent, []).append(task)


def called(incident: "Incident", owner: str) -> str:
    """Return what people call an owner: the role's name with its code, the person's name, or the words themselves."""
    role = incident.plan.role(owner) if incident.plan and owner else None
    return f"{role.name} ({role.id})" if role else incident.name_of(owner)


def in_order(incident: "Incident", now: datetime) -> list[Task]:
    """Return the tasks, the most urgent on top, then the most important; those that are closed last, newest first."""
    first, rank = _places(Urgency), _places(Priority)

    def place(task: Task) -> tuple[int, int, float, int]:
        urgency, deadline = task.urgency(now), task.deadline
        if urgency is Urgency.CLOSED:
            return first[urgency], 0, 0.0, -task.number
        due = deadline.timestamp() if deadline else 0.0
        late = urgency in (Urgency.OVERDUE, Urgency.SOON)
        return first[urgency], 0 if late else rank[task.priority], due, task.number

    return sorted(incident.part(Tasks).added(), key=place)


def waiting(incident: "Incident", owners: Collection[str] | None = None) -> list[Task]:
    """Return the tasks that are not closed, of some owners (codes of roles, ids of persons) or of all."""
    return [one for one in incident.part(Tasks).added() if not one.closed and (owners is None or one.owner in owners)]


def overdue(incident: "Incident", now: datetime) -> list[Task]:
    """Return the tasks whose deadline has passed, the longest late first."""
    late = [
        (due, one.number, one)
        for one in incident.part(Tasks).added()
        if not one.closed and (due := one.deadline) is not None and due <= now
    ]
    return [one for _due, _number, one in sorted(late)]


def turns(incident: "Incident", now: datetime) -> datetime | None:
    """Return when the next of the tasks becomes as urgent as it is not yet, or None when none ever does."""
    ahead = (
        moment
        for one in incident.part(Tasks).added()
        if not one.closed and (due := one.deadline) is not None and due > now
        for moment in (due - SOON, due)
        if moment > now
    )
    return min(ahead, default=None)


def _places(sort: type[S]) -> dict[S, int]:
    return {one: place for place, one in enumerate(sort)}

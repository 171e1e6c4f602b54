"""Giving and moving tasks (dela ut uppdrag): what may be done with them, and why not. What they are: `tasks`."""

from datetime import datetime
from typing import TYPE_CHECKING

from krisapp.domain.leading.task.task_history import (
    TaskAdded,
    TaskGiven,
    TaskMarked,
    TaskRanked,
    TaskReworded,
    TaskTimed,
)
from krisapp.domain.leading.task.tasks import BY_HAND, Origin, Priority, State, Task, Tasks
from krisapp.domain.words import N_, Refused

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

LONGEST_TITLE = 300
"""Characters of a task; what is longer is several tasks."""


def add_task(
    incident: "Incident",
    title: str,
    *,
    owner: str = "",
    deadline: datetime | None = None,
    priority: Priority = Priority.NORMAL,
    parent: str = "",
    origin: Origin = BY_HAND,
) -> TaskAdded:
    """Give a task (ge uppdrag), or a part of one.

    Raises `Refused` without words, with too many, or for a part of a part or of a closed task.
    """
    if parent:
        whole = _known(incident, parent)
        if whole.parent:
            raise Refused(N_("Ett deluppdrag kan inte delas en gång till. Lägg ett nytt deluppdrag bredvid."))
        if whole.closed:
            raise Refused(N_("Uppdrag {number} är avslutat. Öppna det igen först."), number=whole.number)
    return TaskAdded(_title(title), owner.strip(), deadline, priority, parent, origin)


def mark_task(incident: "Incident", id: str, state: State, reason: str = "") -> TaskMarked:
    """Begin, finish, cancel or reopen a task (påbörja, klart, avbryt, öppna igen).

    Raises `Refused` when it is so already, when cancelling has no reason, or while parts of it are not closed.
    """
    task = _known(incident, id)
    if task.state is state and not task.marks.contested:
        raise Refused(N_("Uppdraget är redan markerat så."))
    if state is State.CANCELLED and not reason.strip():
        raise Refused(N_("Skriv varför uppdraget avbryts."))
    if state in (State.DONE, State.CANCELLED):
        left = [one for one in incident.part(Tasks).parts_of(id) if not one.closed]
        if left:
            raise Refused(
                N_("Deluppdrag {number} är inte avslutat: {title}"), number=left[0].number, title=left[0].title
            )
    return TaskMarked(id, state, reason.strip())


def give_task(incident: "Incident", id: str, owner: str) -> TaskGiven:
    """Give a task to another (lämna över). Raises `Refused` for the same owner, or when it is closed."""
    task = _going_on(incident, id)
    owner = " ".join(owner.split())
    if task.owner == owner and not task.owners.contested:
        raise Refused(N_("Den har redan uppdraget."))
    return TaskGiven(id, owner)


def time_task(incident: "Incident", id: str, deadline: datetime | None, reason: str = "") -> TaskTimed:
    """Set another deadline (skjut upp, ändra tid). Raises `Refused` for the same, or when the task is closed."""
    task = _going_on(incident, id)
    if task.deadline == deadline and not task.deadlines.contested:
        raise Refused(N_("Uppdraget har redan den tiden."))
    return TaskTimed(id, deadline, reason.strip())


def reword_task(incident: "Incident", id: str, title: str) -> TaskReworded:
    """Say better what is to be done (ändra text). Raises `Refused` when nothing is new, or without words."""
    task = _going_on(incident, id)
    title = _title(title)
    if task.title == title and not task.words.contested:
        raise Refused(N_("Inget är ändrat."))
    return TaskReworded(id, title)


def rank_task(incident: "Incident", id: str, priority: Priority) -> TaskRanked:
    """Say how important a task is (prioritera). Raises `Refused` when it is said already."""
    task = _going_on(incident, id)
    if task.priority is priority and not task.priorities.contested:
        raise Refused(N_("Uppdraget har redan den prioriteten."))
    return TaskRanked(id, priority)


def _known(incident: "Incident", id: str) -> Task:
    task = incident.part(Tasks).by_id.get(id)
    if task is None or task.added is None:
        raise Refused(N_("Uppdraget finns inte."))
    return task


def _going_on(incident: "Incident", id: str) -> Task:
    task = _known(incident, id)
    if task.closed:
        raise Refused(N_("Uppdrag {number} är avslutat. Öppna det igen först."), number=task.number)
    return task


def _title(title: str) -> str:
    title = " ".join(title.split())
    if not title:
        raise Refused(N_("Skriv vad som ska göras."))
    if len(title) > LONGEST_TITLE:
        raise Refused(
            N_("Uppdraget är {length} tecken långt. Högst {limit} får plats; dela upp det."),
            length=len(title),
            limit=LONGEST_TITLE,
        )
    return title

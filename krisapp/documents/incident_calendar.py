"""An incident's times as a calendar (händelsens kalender): its meetings, what is due, and the shifts if they may leave.

Shifts tell how long the staff lasts and may be secret (OSL 18:13): they are in it only when somebody asks for them.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta

from krisapp.documents.calendar import Entry, calendar
from krisapp.domain.incident import Incident
from krisapp.domain.leading.meeting.meetings import Meetings
from krisapp.domain.leading.staff.shifts import Shifts
from krisapp.domain.leading.staff.staffing import role_name
from krisapp.domain.leading.task.tasks import Tasks, called
from krisapp.domain.words import _

_MEETING, _DUE = timedelta(minutes=30), timedelta(minutes=15)
"""How long a meeting is taken to be before it has ended, and how long a deadline is shown."""

Said = Callable[[str], str]
"""Returns a text as it may leave."""


def incident_calendar(incident: Incident, said: Said, *, shifts: bool = False) -> bytes:
    """Return an incident as iCalendar. `said` covers what is secret; `shifts` takes the shift plan in."""
    entries = [*_meetings(incident), *_tasks(incident, said), *(_shifts(incident) if shifts else ())]
    return calendar(entries, f"{incident.id} {incident.sheet.name}", exercise=incident.exercise)


def _meetings(incident: Incident) -> Iterator[Entry]:
    meetings = incident.part(Meetings)
    for meeting in meetings.held():
        if meeting.began is None:
            continue
        end = meeting.closed.ended_at if meeting.closed else meeting.began + _MEETING
        title = _("{name} {number}").format(name=meeting.name, number=meeting.number)
        yield Entry(f"{meeting.id}@krisapp", title, meeting.began, end)
    planned = meetings.next.value
    if planned is not None:
        # One and the same entry each time: the next meeting moves, and never stands there twice.
        yield Entry(f"{incident.id}-nasta-mote@krisapp", _("Nästa möte"), planned.at, planned.at + _MEETING)


def _tasks(incident: Incident, said: Said) -> Iterator[Entry]:
    for task in incident.part(Tasks).added():
        if task.deadline is not None and not task.closed:
            title = _("Klart senast: {task}").format(task=said(task.title))
            owner = said(called(incident, task.owner)) if task.owner else ""
            yield Entry(f"{task.id}@krisapp", title, task.deadline - _DUE, task.deadline, owner)


def _shifts(incident: Incident) -> Iterator[Entry]:
    for shift in incident.part(Shifts).standing():
        title = _("{role}: {name}").format(role=role_name(incident, shift.post), name=incident.name_of(shift.person))
        yield Entry(f"{shift.id}@krisapp", title, shift.start, shift.end, shift.ground)

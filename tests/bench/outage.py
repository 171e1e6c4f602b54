"""A full incident to measure on: set 004, an attack on all computers, fourteen hours in."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from krisapp.domain.events import Event
from krisapp.domain.leading.decision import deciding
from krisapp.domain.leading.decision.decisions import Formulation
from krisapp.domain.leading.meeting import holding
from krisapp.domain.leading.meeting.meetings import Meetings
from krisapp.domain.leading.staff.shifts import Planned
from krisapp.domain.leading.staff.staffing import Taken
from krisapp.domain.leading.task import assigning, receiving
from krisapp.domain.leading.task.tasks import Priority
from krisapp.store.agendas import agendas
from krisapp.store.resources import resource
from krisapp.ui.live import Live
from tests.bench.water import BATCH, write_lines
from tests.ui.views.conftest import OFFICER

SET = resource("resources", "incidents", "FLN-2027-004.yaml")
EIGHT_IN_THE_EVENING = datetime.fromisoformat("2027-03-09T20:00:30+01:00")
DECISIONS, TASKS, REPORTS, MEETINGS, SHIFTS, LINES = 300, 1_000, 200, 10, 60, 20_000
LED = "Räddningstjänsten vid Sparreholms station rapporterar att reservkraften håller till klockan fyra i natt"


def fill(live: Live) -> None:
    """Write all that a crisis team of many hands writes in a day, and more."""
    write_lines(live, LINES)
    for events in (_manned(live), _tasks(live), _decisions(live), _reports(live)):
        batch = list(events)
        for first in range(0, len(batch), BATCH):
            live.do(*batch[first : first + BATCH])
    _meet(live)


def ago(hours: float) -> datetime:
    """Return the time so many hours before the evening."""
    return EIGHT_IN_THE_EVENING - timedelta(hours=hours)


def _manned(live: Live) -> Iterator[Event]:
    """Give who works and who comes after them: a shift is planned for each of many days."""
    posts = [(one.role, one.person) for one in live.plan.holders if one.rank == 1]
    for at, (post, person) in enumerate(posts[:12]):
        yield Taken(post, person, ago(2 + at))
    for at in range(SHIFTS):
        post, person = posts[at % len(posts)]
        begin = EIGHT_IN_THE_EVENING + timedelta(hours=12 * (1 + at // len(posts)))
        yield Planned(post, person, begin, begin + timedelta(hours=8))


def _tasks(live: Live) -> Iterator[Event]:
    """Give tasks, a third of them late, each of its own length."""
    roles = [role.id for role in live.plan.roles]
    for at in range(TASKS):
        yield assigning.add_task(
            live.incident,
            f"Ring enhet {at} och fråga hur länge reservkraften räcker " + LED[: at % 7 * 14],
            owner=roles[at % len(roles)],
            deadline=EIGHT_IN_THE_EVENING + timedelta(minutes=at - TASKS // 3) if at % 5 else None,
            priority=list(Priority)[at % 3],
        )


def _decisions(live: Live) -> Iterator[Event]:
    """Give decisions, each with its own number."""
    for at in range(DECISIONS):
        words = Formulation(
            f"Hemtjänsten i område {at} går över till papper och ringer varje brukare före kvällen. "
            + LED[: at % 5 * 20],
            ago(12 - at * 0.03),
            OFFICER,
            "SC",
            carried_out_by="Omsorgschefen",
            units=("Hemtjänst",) if at % 3 else (),
            review_at=EIGHT_IN_THE_EVENING + timedelta(minutes=at - 150) if at % 4 == 0 else None,
        )
        made = deciding.decide(live.incident, words, live.now())
        yield type(made)(at + 1, made.words, made.sort)


def _reports(live: Live) -> Iterator[Event]:
    """Give reports of twenty units."""
    for at in range(REPORTS):
        came = ago(10 - at * 0.05)
        yield receiving.receive_report(live.incident, f"Enhet {at % 20}", f"{at}. {LED}", came, came)


def _meet(live: Live) -> None:
    """Hold the meetings; the last goes on."""
    meetings = live.incident.part(Meetings)
    for at in range(MEETINGS):
        agenda = agendas()[at % 2]
        live.do(holding.open_meeting(live.incident, agenda, (OFFICER,)))
        meeting = meetings.held()[-1]
        for point in meeting.points:
            live.do(holding.note(live.incident, meeting.id, point.id, f"{LED}. " * 4))
        if at < MEETINGS - 1:
            then = live.now() + timedelta(hours=1)
            live.do(holding.close(live.incident, meeting.id, live.now(), then))

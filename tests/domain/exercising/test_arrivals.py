"""What reaches the team of a drill, and what it makes of it."""

import pytest

from krisapp.domain.exercising.arrivals import arrivals, roles, suggested, take, waiting
from krisapp.domain.exercising.drill import Standing, handle
from krisapp.domain.exercising.scenario import Inject, InjectKind, Via
from krisapp.domain.exercising.taking import InjectTaken, Made
from krisapp.domain.leading.task.incoming import Means, Reports
from tests.domain.exercising.test_drill import Sitting, begun


def one(id: str, to: str = "KOM", kind: InjectKind = InjectKind.INFORMATION, via: Via = Via.PHONE) -> Inject:
    return Inject(id, kind, "rektor", to, via, "Vi har barn på skolgården.")


def played(*injects: Inject) -> Sitting:
    sitting = begun(*injects)
    for inject in injects:
        sitting.wait(1)
        sitting.send(inject.id)
    return sitting


def test_the_team_sees_what_was_sent_newest_first_and_nothing_that_is_planned_held_or_skipped() -> None:
    sitting = begun(one("A"), one("B"), one("C"), one("D"))
    sitting.send("A")
    sitting.wait(1)
    sitting.send("C")
    sitting.apply(handle(sitting.drill, "B", Standing.HELD, sitting.now))
    sitting.apply(handle(sitting.drill, "D", Standing.SKIPPED, sitting.now, "behövs inte"))
    assert [arrival.inject.id for arrival in arrivals(sitting.incident)] == ["C", "A"]


def test_a_role_sees_its_own_and_what_is_for_all() -> None:
    sitting = played(one("A", "KOM"), one("B", "TIB"), one("C", "alla"))
    assert [arrival.inject.id for arrival in arrivals(sitting.incident, "KOM")] == ["C", "A"]
    assert roles(sitting.incident) == ["KOM", "TIB"]


def test_what_was_repeated_is_one_arrival_that_came_twice() -> None:
    sitting = played(one("A"))
    sitting.send("A")
    (arrival,) = arrivals(sitting.incident)
    assert arrival.times == 2


@pytest.mark.parametrize(
    ("kind", "made"),
    [
        (InjectKind.MEDIA, Made.ENQUIRY),
        (InjectKind.RUMOUR, Made.RUMOUR),
        (InjectKind.COLLABORATION, Made.REPORT),
        (InjectKind.STAFF, Made.LOG),
    ],
)
def test_enter_makes_what_its_kind_most_often_becomes(kind: InjectKind, made: Made) -> None:
    sitting = played(one("A", kind=kind))
    (arrival,) = arrivals(sitting.incident)
    assert suggested(arrival.inject) is made
    happened = take(sitting.incident, arrival, made, sitting.now)
    assert happened is not None
    sitting.apply(happened)
    incident = sitting.incident
    held = {
        Made.ENQUIRY: len(incident.enquiries),
        Made.RUMOUR: len(incident.rumours),
        Made.REPORT: len(incident.part(Reports).by_id),
        Made.LOG: sum("skolgården" in line.text for line in incident.log),
    }
    assert held[made] == 1


def test_a_call_over_the_radio_becomes_a_report_that_came_by_radio() -> None:
    sitting = played(one("A", via=Via.RAKEL))
    happened = take(sitting.incident, arrivals(sitting.incident)[0], Made.REPORT, sitting.now)
    assert happened is not None
    sitting.apply(happened)
    (report,) = sitting.incident.part(Reports).by_id.values()
    assert report.received is not None
    assert report.received.means is Means.RADIO


def test_what_was_made_of_an_inject_is_not_forgotten_when_it_is_read_again() -> None:
    sitting = played(one("A"), one("B"))
    assert waiting(sitting.incident) == 2
    sitting.apply(InjectTaken("A", Made.LOG, "x"), InjectTaken("A", Made.SEEN), InjectTaken("B", Made.SEEN))
    assert waiting(sitting.incident) == 0
    assert sitting.drill.taken["A"][0].made is Made.LOG

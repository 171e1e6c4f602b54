"""Agendas, the calling order and the reporting units are rows of the plan, and an incident runs on its own plan's."""

import pytest
from msgspec.structs import replace

from krisapp.domain.leading.alarm.alarm_chain import HANDBOOK, chain
from krisapp.domain.leading.task.incoming import units_of
from krisapp.domain.leading_rows import CallStep, ReportingUnit
from krisapp.domain.planning.leading_forms import AGENDA, AGENDA_POINT, CALL_STEP, REPORTING_UNIT
from krisapp.domain.planning.plan_changing import moved, with_row
from krisapp.domain.planning.plan_difference import differences
from krisapp.domain.planning.plan_form_rows import INCIDENT_TYPE, ROLE
from krisapp.domain.planning.plan_forms import blank_row
from krisapp.domain.planning.plan_references import references, without
from krisapp.domain.planning.plan_soundness import faults
from krisapp.domain.words import Refused
from krisapp.store.agendas import agendas
from krisapp.store.sample import sample_plan

PLAN = sample_plan()
BARE = replace(PLAN, agendas=(), agenda_points=(), call_steps=(), reporting_units=())


def test_the_sample_has_the_handbooks_calling_order_and_agendas() -> None:
    assert PLAN.call_steps == HANDBOOK
    assert agendas(PLAN) == agendas(BARE) == agendas()
    assert list(faults(PLAN)) == list(faults(BARE)) == []


def test_p51_the_locked_point_of_an_agenda_cannot_be_taken_away_or_given_to_another_agenda() -> None:
    left = without(PLAN, AGENDA_POINT, "start.communication")
    assert [str(fault) for fault in faults(left)] == [
        "Dagordningen Startmöte behöver den låsta punkten Kommunikation. Den kan inte tas bort (P51)."
    ]
    point = next(one for one in PLAN.agenda_points if one.id == "start.communication")
    given, _id = with_row(PLAN, AGENDA_POINT, point, {"agenda": "press"})
    assert any("P51" in str(fault) for fault in faults(given))
    free = without(PLAN, AGENDA_POINT, "start.safety")
    assert list(faults(free)) == []
    assert "safety" not in {one.id for one in agendas(free)[0].points}


def test_p51_a_new_agenda_begins_with_its_locked_point() -> None:
    plan, id = with_row(PLAN, AGENDA, blank_row(PLAN, AGENDA), {"name": "Lägesmöte natt", "minutes": 10})
    assert list(faults(plan)) == []
    (point,) = agendas(plan)[-1].points
    assert (id, point.id, point.locked) == ("lagesmote-natt", "communication", True)
    assert point.text.startswith("Kommunikation")


def test_a_new_point_moves_within_its_agenda_only_and_is_met_in_that_place() -> None:
    plan, id = with_row(
        PLAN, AGENDA_POINT, blank_row(PLAN, AGENDA_POINT), {"agenda": "start", "text": "Väder", "minutes": 1}
    )
    assert [one.text for one in agendas(plan)[0].points][-1] == "Väder"
    first = moved(plan, AGENDA_POINT, id, -50)
    assert agendas(first)[0].points[0].text == "Väder"
    assert agendas(first)[1:] == agendas(plan)[1:]


def test_an_agenda_takes_its_points_along() -> None:
    plan = without(PLAN, AGENDA, "press")
    assert "press" not in {one.agenda for one in plan.agenda_points}
    assert list(faults(plan)) == []


def test_the_order_of_the_plan_is_the_order_in_which_people_are_rung() -> None:
    chair_first = moved(PLAN, CALL_STEP, "ring5", -10)
    assert [post.id for post in chain(chair_first, "N2", "other")][:2] == ["KSO", "KC"]
    step = PLAN.call_steps[0]
    sooner, _id = with_row(PLAN, CALL_STEP, step, {"caller": "SC", "within": 3})
    assert (chain(sooner, "N2", "other")[0].caller, chain(sooner, "N2", "other")[0].within) == ("SC", 3)


def test_nobody_who_is_to_be_manned_is_forgotten_when_a_step_is_taken_away() -> None:
    everyone = {post.id for post in chain(PLAN, "N3", "flooding")}
    assert everyone == {post.id for post in chain(BARE, "N3", "flooding")}
    left = without(without(PLAN, CALL_STEP, "ring2"), CALL_STEP, "ring10")
    assert {post.id for post in chain(left, "N3", "flooding")} == everyone


def test_a_role_is_rung_in_one_step_and_a_step_rings_one_thing() -> None:
    twice = replace(PLAN, call_steps=(*PLAN.call_steps, CallStep(id="x", rank=11, role="KC", caller="TIB")))
    assert "redan i ett annat steg" in str(next(faults(twice)))
    both = replace(
        PLAN, call_steps=(*PLAN.call_steps, CallStep(id="x", rank=11, role="IT", organisation="SOS", caller="TIB"))
    )
    assert "antingen en roll" in str(next(faults(both)))


def test_a_role_that_goes_takes_its_step_along_and_leaves_others_without_caller() -> None:
    assert {"call_step"} <= {one.table for one in references(PLAN, "role", "RED")}
    plan = without(PLAN, ROLE, "RED")
    assert "ring6" not in {one.id for one in plan.call_steps}
    assert not any(str(fault).startswith("RED") for fault in faults(plan))


def test_p54_the_units_of_the_plan_report_each_in_its_time_and_type_of_incident() -> None:
    assert units_of(PLAN, "wildfire").keys() == units_of(BARE, "wildfire").keys()
    assert units_of(PLAN, "flooding").keys() == units_of(BARE, "flooding").keys()
    assert units_of(PLAN, "flooding")["Sörmland Vatten"] == ("va-jour", 120)
    row = blank_row(PLAN, REPORTING_UNIT)
    plan, _id = with_row(PLAN, REPORTING_UNIT, row, {"name": "Fjärrvärmen", "minutes": 60, "types": ("heat",)})
    assert units_of(plan, "heat")["Fjärrvärmen"] == ("", 60)
    assert "Fjärrvärmen" not in units_of(plan, "snow")
    assert "heat" not in {kind for unit in without(plan, INCIDENT_TYPE, "heat").reporting_units for kind in unit.types}


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        (ReportingUnit(id="a", rank=1, name="A", minutes=1), "minst 15"),
        (ReportingUnit(id="a", rank=1, name="A", contact="ingen"), "kontakterna"),
        (ReportingUnit(id="a", rank=1, name="A", types=("rymden",)), "händelsetyperna"),
        (ReportingUnit(id="a", rank=1, name=" "), "saknar namn"),
    ],
)
def test_p54_a_unit_that_cannot_report_is_refused_in_words(unit: ReportingUnit, said: str) -> None:
    assert said in str(next(faults(replace(PLAN, reporting_units=(unit,)))))


def test_a_changed_row_is_told_in_words_in_the_difference_between_two_plans() -> None:
    plan, _id = with_row(PLAN, CALL_STEP, PLAN.call_steps[1], {"caller": "TIB"})
    (found,) = differences(PLAN, plan)
    (field,) = found.fields
    assert (found.table, found.name, field.label) == ("call_step", "SC", "Rings av")
    assert field.old.startswith("KC ")
    assert field.new.startswith("TIB ")


def test_without_an_agenda_a_point_is_refused() -> None:
    with pytest.raises(Refused):
        without(PLAN, AGENDA, "saknas")

"""Whoever has a protected identity stands on no paper by name or number: papers are left lying about."""

from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from krisapp.documents.binder import binder
from krisapp.documents.call_list import call_list
from krisapp.domain.plan import Plan
from krisapp.domain.records.papers import Form, Number
from krisapp.store.plan.plan_editing import PlanEditing
from krisapp.store.sample import sample_plan
from krisapp.workplace import Workplace
from tests.documents.reading import words

NOW = datetime.fromisoformat("2027-03-09T05:50:00+01:00")
HIDDEN = "love.alpilund"
NAME, NUMBER = "Love Alpilund", "070-174 06 17"


def test_the_binder_names_no_protected_identity() -> None:
    plan = sample_plan()
    assert NAME in said(plan)

    people = tuple(replace(one, protected=True, address="") if one.id == HIDDEN else one for one in plan.people)
    covered = said(replace(plan, people=people))
    assert NAME not in covered
    assert NUMBER not in covered
    assert "Skyddad identitet" in covered


def said(plan: Plan) -> str:
    return " ".join(words(binder(plan, NOW)).split())


def test_a_printed_call_list_names_no_protected_identity_and_keeps_its_row(tmp_path: Path) -> None:
    workplace = Workplace(tmp_path / "workplace", lambda: NOW)
    person = workplace.plan.person(HIDDEN)
    assert person is not None
    PlanEditing(workplace.plans, HIDDEN, lambda: NOW).save_person(replace(person, protected=True, address=""))
    workplace.plan_changed()
    desk = workplace.start(
        type="it_outage",
        places=("Flen",),
        sentence="Kommunens it-system är nere",
        level="N3",
        danger_to_life=False,
        exercise=False,
        person=HIDDEN,
        alarm_at=NOW,
    )
    paper = str(call_list(desk.incident, Number(Form.CALLS, "", 1), HIDDEN, NOW))
    desk.close()

    assert "Skyddad identitet" in paper
    assert NUMBER not in paper

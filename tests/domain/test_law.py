"""What the law asks of the plan, the staff and the records (domain handbook 11.1), one test a row not tested beside it.

The clocks that law starts are in `leading/law`, the krisledningsnämnd in `leading/decision`, requests in `records`.
"""

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from krisapp.domain.contacts.contact_open import open_plan
from krisapp.domain.leading.staff.endurance import DAILY_REST, account_for_rest
from krisapp.domain.plan_rows import Law
from krisapp.domain.planning.plan_adoption import Adoption, adopt
from krisapp.domain.planning.plan_form_rows import FORMS, LAW
from krisapp.domain.planning.plan_soundness import faults
from krisapp.domain.records.secrecy import grounds
from krisapp.domain.words import Refused
from krisapp.store import driver
from krisapp.store.sample import sample_plan
from tests.domain.sitting import Sitting
from tests.store.writing import written

PLAN = sample_plan()
DECIDED = Adoption(
    version="Flen 2027-1",
    adopted="2027-01-11",
    owner="Kommunstyrelsen",
    decision="KS 2027 § 14",
    review_due="2030-12-31",
)


@pytest.mark.parametrize(
    ("field", "value"), [("owner", " "), ("decision", ""), ("review_due", ""), ("review_due", "2026-12-31")]
)
def test_law_leh_a_plan_is_adopted_with_owner_decision_and_the_day_until_which_it_holds(field: str, value: str) -> None:
    assert adopt(PLAN, DECIDED, ()).review_due == "2030-12-31"
    with pytest.raises(Refused):
        adopt(PLAN, replace(DECIDED, **{field: value}), ())


def test_law_leh_what_the_pending_reform_may_change_is_data_and_stands_in_no_text_to_residents() -> None:
    assert FORMS["law"] is LAW
    assert not LAW.closed
    said = re.compile(r"\bLEH\b|2006:544|extraordinära händelser i fredstid", re.IGNORECASE)
    assert [one.id for one in PLAN.templates if said.search(one.text)] == []


def test_law_kommunallagen_the_table_of_delegation_says_who_by_which_decision_and_nothing_without_one() -> None:
    first = PLAN.delegations[0]
    assert first.decision
    bare = replace(PLAN, delegations=(replace(first, decision=""), *PLAN.delegations[1:]))
    assert "beslut" in str(next(faults(bare)))


def test_law_osl_the_grounds_of_secrecy_are_the_laws_the_plan_marks_as_such() -> None:
    own = Law(id="osl-99", rank=99, name="Egen grund", reference="OSL 99:9", about="Prov.", ground=True)
    assert "OSL 99:9" in dict(grounds(replace(PLAN, laws=(*PLAN.laws, own))))
    assert "OSL 99:9" not in dict(grounds(replace(PLAN, laws=(*PLAN.laws, replace(own, ground=False)))))


def test_law_gdpr_no_address_is_kept_of_one_with_a_protected_identity_and_private_numbers_stay() -> None:
    hidden = replace(PLAN.people[0], protected=True, address="Storgatan 1")
    assert "skyddad identitet" in str(next(faults(replace(PLAN, people=(hidden, *PLAN.people[1:])))))
    private = replace(PLAN.people[0], mobile="070-174 06 99", private=("mobile",))
    opened = open_plan(replace(PLAN, people=(private, *PLAN.people[1:])))
    assert "070-174 06 99" not in str(opened.people)


def test_law_arbetstidslagen_less_than_eleven_hours_of_rest_needs_a_written_reason() -> None:
    sitting = Sitting()
    rest = DAILY_REST * 0.9
    with pytest.raises(Refused, match="Dygnsvilan är 11"):
        account_for_rest(sitting.incident, "tib", rest, " ")
    assert account_for_rest(sitting.incident, "tib", rest, "Ingen annan kan.") == "Ingen annan kan."
    assert account_for_rest(sitting.incident, "tib", DAILY_REST, "") == ""


@pytest.mark.parametrize("statement", ["DELETE FROM entry", "UPDATE entry SET body = x'00' WHERE position = 2"])
def test_law_arkivlagen_no_entry_is_deleted_or_changed_even_by_one_with_sql_at_hand(
    tmp_path: Path, statement: str
) -> None:
    path = tmp_path / "a.krisapp"
    written(path, 3)
    connection = driver.write(path)
    with pytest.raises(driver.DatabaseError):
        connection.execute(statement)
    connection.close()

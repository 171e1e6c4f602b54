"""What a cell of the matrix is depends on the incident: schools, what is down, and what a person asks for (6.3)."""

import msgspec
import pytest

from krisapp.domain.matrix import cells, every_cell, message_ids, standing_ids
from krisapp.domain.needs import NONE, depends, down_by_state, need_of, school_affected
from krisapp.domain.plan_rows import Cell
from krisapp.domain.sheet import Affected, Service, Sheet, Traffic
from tests.compose.written import plan, sheet
from tests.domain.sitting import Sitting

NOTICE, GUARDIANS = Cell("E1", "C12", "B", "M när C01 är nere"), Cell("E1", "C21", "M")
AT_WORK, WARNING = Cell("I2", "C23", "M"), Cell("E1", "C14", "D")


def quiet(**values: object) -> Sheet:
    """A sheet that has nothing to do with schools."""
    known = sheet("002")
    bare = msgspec.structs.replace(known, services=(), traffic=(), affected=Affected(), headline="Elen är borta.")
    return msgspec.structs.replace(bare, what_happened="Strömmen är borta.", **values)


def test_a_notice_is_a_must_only_when_the_web_is_down() -> None:
    assert need_of(NOTICE, quiet()) == "B"
    assert need_of(NOTICE, quiet(), frozenset({"C05"})) == "B"
    assert need_of(NOTICE, quiet(), frozenset({"C01"})) == "M"


def test_a_notice_at_work_is_needed_only_when_both_intranet_and_mail_are_down() -> None:
    assert need_of(AT_WORK, quiet(), frozenset({"C06"})) == ""
    assert need_of(AT_WORK, quiet(), frozenset({"C06", "C07"})) == "M"


@pytest.mark.parametrize(
    ("values", "affected"),
    [
        ({}, False),
        ({"type": "school_threat"}, True),
        ({"headline": "Förskolan i Bettna är stängd."}, True),
        ({"what_happened": "Taket på en skola läcker."}, True),
        ({"headline": "Skolchefen svarar på frågor."}, False),
        ({"headline": "Fritidshusen får vatten i morgon."}, False),
        ({"services": (Service("Skolor och förskolor", "öppna"),)}, False),
        ({"services": (Service("Skolor och förskolor", "stängda"),)}, True),
        ({"services": (Service("Biblioteken", "stängda"),)}, False),
        ({"traffic": (Traffic("Skolskjuts till Bettna", "inställd"),)}, True),
        ({"affected": Affected(10, 20, "elever")}, True),
    ],
)
def test_guardians_are_told_when_a_school_is_affected(values: dict[str, object], affected: bool) -> None:
    known = msgspec.structs.replace(quiet(), **values)

    assert school_affected(known) is affected
    assert need_of(GUARDIANS, known) == ("M" if affected else "")


def test_a_request_for_a_warning_exists_only_when_a_person_asks_for_it() -> None:
    assert need_of(WARNING, sheet("110")) == "D"
    assert depends(WARNING)
    assert not any(channel == "C14" for _audience, channel in cells(plan(), sheet("110")))
    asked = cells(plan(), sheet("110"), asked=frozenset({"C14"}))
    assert [cell for cell in asked if cell[1] == "C14"] == [("E1", "C14"), ("E3", "C14")]


def test_what_the_sheet_says_of_the_channels_is_believed_until_somebody_knows_better() -> None:
    broken = sheet("004")

    assert {"C01", "C06", "C07"} <= down_by_state(broken)
    assert ("I2", "C23") in cells(plan(), broken)
    assert ("I2", "C23") not in cells(plan(), broken, frozenset())
    assert down_by_state(sheet("007")) == frozenset()


def test_without_a_sheet_only_what_every_incident_has_is_counted() -> None:
    always = set(cells(plan()))

    assert always < set(every_cell(plan()))
    assert {channel for _audience, channel in set(every_cell(plan())) - always} == {"C14", "C21", "C23"}


def test_a_message_somebody_has_begun_is_never_lost_from_sight() -> None:
    sitting = Sitting()
    before = standing_ids(plan(), sitting.incident)
    sitting.approved("E1-C14.sv")
    after = standing_ids(plan(), sitting.incident)

    assert before == message_ids(plan(), sitting.incident.sheet, NONE)
    assert set(after) - set(before) == {"E1-C14.sv"}
    assert after.index("E1-C14.sv") < after.index("E3-C01.sv")


def test_a_notice_at_work_stands_among_the_messages_once_intranet_and_mail_are_down() -> None:
    incident = Sitting().incident

    assert "I2-C23.sv" not in standing_ids(plan(), incident)
    assert "I2-C23.sv" in standing_ids(plan(), incident, frozenset({"C06", "C07"}))

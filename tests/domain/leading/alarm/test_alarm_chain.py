"""Whom the alarm chain holds: by level, by type of incident, and in the order of the handbook (3.4, 3.5)."""

from pathlib import Path

import msgspec
import pytest

from krisapp.domain.leading.alarm.alarm_chain import chain
from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Level
from krisapp.workplace import Workplace
from tests.domain.leading.alarm.test_calling import staffed
from tests.domain.sitting import NOON


@pytest.fixture(scope="module")
def flen(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """Give the sample plan."""
    folder: Path = tmp_path_factory.mktemp("workplace")
    return Workplace(folder, lambda: NOON).plan


def test_below_staff_level_only_the_chief_and_communication_are_rung_and_in_normal_mode_nobody() -> None:
    plan = staffed({"KC": ("folke",), "KOM": ("love",), "SC": ("idun",)})
    first = Level(id="N0", rank=0, name="", criteria="", decided_by="")
    watching = Level(id="NV", rank=1, name="", criteria="", decided_by="", opens=("K01",))
    plan = msgspec.structs.replace(plan, levels=(first, watching, *plan.levels))
    assert [post.id for post in chain(plan, "NV", "other")] == ["KC", "KOM"]
    assert chain(plan, "N0", "other") == ()
    assert [post.id for post in chain(plan, "N1", "other")] == ["KC", "SC", "KOM"]


def test_the_first_eight_are_called_in_the_order_of_the_handbook(flen: Plan) -> None:
    first = [(post.id, post.caller, post.within) for post in chain(flen, "N2", "other")][:8]
    assert [id for id, _caller, _within in first] == ["KC", "SC", "KOM", "LOG", "KSO", "RED", "KCT", "SAM"]
    assert first[0] == ("KC", "TIB", 10)
    assert first[4] == ("KSO", "KC", 20)


def test_the_county_board_is_told_by_the_liaison(flen: Plan) -> None:
    county = next(post for post in chain(flen, "N2", "other") if not post.role)
    assert (county.people, county.caller, county.within) == (("lansstyrelsen-tib",), "SAM", 30)


@pytest.mark.parametrize(("type", "role"), [("school_threat", "REK"), ("it_outage", "IT"), ("wildfire", "RCB")])
def test_the_type_of_incident_brings_in_those_its_list_gives_something_to_do(flen: Plan, type: str, role: str) -> None:
    assert role in {post.role for post in chain(flen, "N2", type)}
    assert role not in {post.role for post in chain(flen, "N2", "other")}


def test_the_crisis_board_is_told_first_at_the_highest_level(flen: Plan) -> None:
    assert "KLN" not in {post.id for post in chain(flen, "N2", "other")}
    assert "KLN" in {post.id for post in chain(flen, "N3", "other")}


def test_nobody_is_a_post_twice_and_the_duty_officer_is_never_called(flen: Plan) -> None:
    for level in flen.levels:
        for kind in flen.types:
            ids = [post.id for post in chain(flen, level.id, kind.id)]
            assert len(ids) == len(set(ids))
            assert "TIB" not in ids

"""Each of our own rules fails its example and lets a near one through."""

from typing import Any

import pytest
from msgspec.structs import replace

from krisapp.channels.exercise_marks import FULL
from krisapp.documents.cap import rules
from krisapp.documents.cap.alert import Alert, Pair
from krisapp.documents.cap.rules import EXPORTED, READ, Rule, faults
from krisapp.documents.cap.writing import encode_alert
from krisapp.domain.words import Refused
from tests.documents.cap.alerts import ALERT, EARLIER, FLEN, INFO, SQUARE


def _info(**changed: Any) -> Alert:
    return replace(ALERT, info=(replace(INFO, **changed),))


def _area(**changed: Any) -> Alert:
    return _info(area=(replace(FLEN, **changed),))


_EXERCISE = replace(
    ALERT,
    identifier="OVN-2027-001-1",
    incidents="OVN-2027-001",
    status="Exercise",
    note="ÖVNING OVN-2027-001",
    info=(replace(INFO, headline="ÖVNING Koka vattnet", description=f"{FULL}\nKoka vattnet.\n{FULL}"),),
)

CASES: tuple[tuple[Rule, Alert, Alert], ...] = (
    (rules.no_space_in_identifier, replace(ALERT, identifier="FLN 2027 1"), replace(ALERT, identifier="FLN-2027-1")),
    (rules.earlier_named, replace(ALERT, msg_type="Update"), replace(ALERT, msg_type="Update", references=EARLIER)),
    (
        rules.references_whole,
        replace(ALERT, references="https://www.flen.se,FLN-2027-001-1"),
        replace(ALERT, references=f"{EARLIER} {EARLIER}"),
    ),
    (
        rules.times_with_offset,
        replace(ALERT, sent="2027-06-11T12:30:00Z"),
        replace(ALERT, sent="2027-01-11T12:30:00+01:00"),
    ),
    (
        rules.ends_after_it_is_sent,
        _info(expires="2027-06-11T13:30:00+01:00"),
        _info(expires="2027-06-11T14:30:01+02:00"),
    ),
    (rules.polygons_closed, _area(polygon=(SQUARE.rpartition(" ")[0],)), _area(polygon=(SQUARE,))),
    (rules.points_on_earth, _area(polygon=("159.0,16.5 1,2 3,4 159.0,16.5",)), _area(polygon=(SQUARE,))),
    (rules.points_in_sweden, _area(circle=("16.59,59.06 3",)), _area(circle=("59.06,16.59 3",))),
    (rules.circles_in_kilometres, _area(circle=("59.06,16.59 3000",)), _area(circle=("59.06,16.59 30",))),
    (
        rules.language_once,
        replace(ALERT, info=(INFO, INFO)),
        replace(ALERT, info=(INFO, replace(INFO, language="en-GB"))),
    ),
    (rules.exercise_marked, replace(_EXERCISE, note=""), _EXERCISE),
    (rules.exercise_marked, replace(_EXERCISE, info=(replace(INFO, headline="ÖVNING Koka vattnet"),)), _EXERCISE),
    (rules.exercise_never_actual, replace(_EXERCISE, status="Actual"), _EXERCISE),
    (
        rules.own_name,
        replace(ALERT, identifier="SRCAP20251201140327E"),
        replace(ALERT, identifier="FLN-SRCAP-1"),
    ),
    (
        rules.no_warning_claimed,
        _info(headline="VMA i Malmköping"),
        _info(headline="Koka vattnet i Malmköping", description="Viktigt meddelande till allmänheten i Malmköping."),
    ),
    (rules.public_open, replace(ALERT, addresses="a@example.org"), ALERT),
    (rules.nothing_to_assess, _info(response_type=("Assess",)), _info(response_type=("Monitor",))),
    (
        rules.cancel_bare,
        replace(ALERT, msg_type="Cancel", references=EARLIER, note="Faran är över."),
        replace(ALERT, msg_type="Cancel", references=EARLIER, note="Faran är över.", info=()),
    ),
    (rules.place_and_text_told, _info(description=" "), ALERT),
    (
        rules.codes_known,
        _area(geocode=(Pair(value_name="Kommun", value="482"),)),
        _area(geocode=(Pair(value_name="Län", value="04"),)),
    ),
)


@pytest.mark.parametrize(("rule", "wrong", "near"), CASES, ids=[rule.__name__ for rule, _wrong, _near in CASES])
def test_a_rule_fails_its_example_and_lets_a_near_one_through(rule: Rule, wrong: Alert, near: Alert) -> None:
    assert faults(wrong, (rule,))
    assert not faults(near, (rule,))


def test_every_rule_has_its_examples() -> None:
    assert {rule for rule, _wrong, _near in CASES} == set(EXPORTED)
    assert set(READ) < set(EXPORTED)


@pytest.mark.parametrize("wrong", [wrong for _rule, wrong, _near in CASES])
def test_what_a_rule_fails_is_never_written(wrong: Alert) -> None:
    with pytest.raises(Refused):
        encode_alert(wrong)


def test_p62_an_exercise_is_never_written_as_actual() -> None:
    assert b"<status>Exercise</status>" in encode_alert(_EXERCISE)
    with pytest.raises(Refused, match="Exercise"):
        encode_alert(replace(_EXERCISE, status="Actual"))


def test_the_schema_is_asked_too() -> None:
    with pytest.raises(Refused, match="severity"):
        encode_alert(_info(severity="Terrible"))
    with pytest.raises(Refused, match="styrtecken"):
        encode_alert(_info(description="Koka\x00 vattnet"))

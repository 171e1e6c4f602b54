"""Our own alerts: of every sample incident, at every stage, valid and never more than was approved."""

from datetime import datetime, timedelta

import pytest
from lxml import etree

from krisapp.compose.message_set import message_set
from krisapp.documents.cap.alert import Alert, reference
from krisapp.documents.cap.export import alert_of
from krisapp.documents.cap.reading import read_alerts
from krisapp.documents.cap.writing import encode_alert, schema_of_cap
from krisapp.domain.checks import Stage
from krisapp.domain.ground import read_circle
from krisapp.domain.sheet import Sheet
from krisapp.domain.warning_form import Form
from krisapp.domain.words import Refused
from krisapp.store.facts_file import read_facts
from krisapp.store.resources import resource
from krisapp.store.sample import sample_plan

PLAN = sample_plan()
FILES = sorted(resource("resources", "incidents").glob("*.yaml"))


def _sheet(number: str = "001") -> Sheet:
    return read_facts(resource("resources", "incidents", f"FLN-2027-{number}.yaml"), PLAN)


def _texts(sheet: Sheet, stage: Stage, *, exercise: bool) -> dict[str, str]:
    made = message_set(sheet, PLAN, stage, exercise=exercise, issued=sheet.alarm_at + timedelta(hours=1))
    found = {(one.audience, one.channel): one.text for one in made}
    texts = {"sv": found[("E1", "C01")]}
    english = next((text for (_audience, channel), text in found.items() if channel == "C19"), "")
    return texts | ({"en": english} if english else {})


def _alert(stage: Stage = Stage.FIRST, *, exercise: bool = False, earlier: tuple[Alert, ...] = ()) -> Alert:
    sheet = _sheet()
    return alert_of(
        sheet,
        PLAN,
        stage,
        _texts(sheet, stage, exercise=exercise),
        exercise=exercise,
        issued=sheet.alarm_at + timedelta(hours=1 + len(earlier)),
        released=True,
        number=len(earlier) + 1,
        earlier=earlier,
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("exercise", [False, True], ids=["real", "exercise"])
def test_every_sample_incident_is_a_valid_alert(path: object, *, exercise: bool) -> None:
    sheet = read_facts(path, PLAN)  # type: ignore[arg-type]  # the parameters of pytest have no type
    texts = _texts(sheet, Stage.FIRST, exercise=exercise)
    issued = sheet.alarm_at + timedelta(hours=1)
    made = encode_alert(alert_of(sheet, PLAN, Stage.FIRST, texts, exercise=exercise, issued=issued))
    assert schema_of_cap().validate(etree.fromstring(made))
    (read,) = read_alerts(made)
    assert not read.faults
    assert read.alert.status == ("Exercise" if exercise else "Draft")
    assert [info.language for info in read.alert.info] == ["sv-SE", "en-GB"][: len(texts)]
    assert read.alert.info[0].area[0].geocode[0].value == "0482"


def test_it_is_actual_only_when_a_person_has_released_it() -> None:
    sheet = _sheet()
    texts = _texts(sheet, Stage.FIRST, exercise=False)
    held = alert_of(sheet, PLAN, Stage.FIRST, texts, exercise=False, issued=sheet.alarm_at)
    assert held.status == "Draft"
    assert _alert().status == "Actual"


def test_p62_an_exercise_is_never_actual_and_says_so_first_everywhere() -> None:
    made = _alert(exercise=True)
    assert made.status == "Exercise"
    assert made.identifier.startswith("OVN-2027-001")
    assert made.note == "ÖVNING OVN-2027-001"
    swedish = made.info[0]
    assert swedish.headline.startswith("ÖVNING ")
    assert swedish.description.startswith("ÖVNING ÖVNING ÖVNING\n")
    assert swedish.description.endswith("\nÖVNING ÖVNING ÖVNING")
    encode_alert(made)


def test_p57_an_update_refers_to_all_before_it_and_an_end_cancels_them() -> None:
    first = _alert()
    second = _alert(Stage.UPDATE, earlier=(first,))
    assert (second.msg_type, second.identifier) == ("Update", "FLN-2027-001-2")
    assert second.references == reference(first) == f"https://www.flen.se,FLN-2027-001-1,{first.sent}"
    last = _alert(Stage.FINAL, earlier=(first, second))
    assert last.msg_type == "Cancel"
    assert last.references.split() == [reference(first), reference(second)]
    assert not last.info
    assert last.note
    for one in (first, second, last):
        encode_alert(one)


def test_p43_a_correction_updates_and_a_withdrawal_cancels() -> None:
    first = _alert()
    assert _alert(Stage.CORRECTION, earlier=(first,)).msg_type == "Update"
    assert _alert(Stage.RETRACTION, earlier=(first,)).msg_type == "Cancel"


def test_the_all_clear_says_so_in_its_codes() -> None:
    made = _alert(Stage.ALL_CLEAR, earlier=(_alert(),))
    info = made.info[0]
    assert (info.response_type, info.urgency, info.severity) == (("AllClear",), "Past", "Minor")
    assert not info.expires
    encode_alert(made)


def test_everything_said_stands_in_the_approved_text() -> None:
    sheet = _sheet()
    made = alert_of(sheet, PLAN, Stage.FIRST, {"sv": "Koka vattnet."}, exercise=False, issued=sheet.alarm_at)
    assert made.info[0].headline == "Koka vattnet."
    assert made.info[0].instruction == ""


def test_s8_a_secret_fact_is_in_no_alert() -> None:
    for path in FILES:
        sheet = read_facts(path, PLAN)
        texts = _texts(sheet, Stage.FIRST, exercise=False)
        made = encode_alert(alert_of(sheet, PLAN, Stage.FIRST, texts, exercise=False, issued=sheet.alarm_at)).decode()
        assert not [fact.text for fact in sheet.facts if fact.secret and fact.text in made]


def test_a_circle_is_written_both_ways_with_latitude_first() -> None:
    sheet = _sheet()
    made = encode_alert(
        alert_of(
            sheet,
            PLAN,
            Stage.FIRST,
            {"sv": "Koka vattnet."},
            exercise=False,
            issued=sheet.alarm_at,
            form=Form(circle=read_circle("59,13", "16,73", "2,5")),
        )
    )
    (read,) = read_alerts(made)
    area = read.alert.info[0].area[0]
    assert area.circle == ("59.130000,16.730000 2.5",)
    assert area.polygon[0].startswith("59.15")


def test_the_same_message_gives_the_same_bytes_and_two_messages_two_names() -> None:
    assert encode_alert(_alert()) == encode_alert(_alert())
    sheet = _sheet()
    named = alert_of(sheet, PLAN, Stage.FIRST, {"sv": "A."}, exercise=False, issued=sheet.alarm_at, name="E1-C05")
    assert named.identifier == "FLN-2027-001-E1-C05-1"


def test_it_needs_a_swedish_text_and_an_offset() -> None:
    sheet = _sheet()
    with pytest.raises(Refused, match="svensk"):
        alert_of(sheet, PLAN, Stage.FIRST, {"en": "Boil it."}, exercise=False, issued=sheet.alarm_at)
    with pytest.raises(Refused, match="tidszon"):
        alert_of(sheet, PLAN, Stage.FIRST, {"sv": "A."}, exercise=False, issued=datetime(2027, 6, 11, 13))  # noqa: DTZ001 - that is the fault

"""The card of a request for a VMA, and a request as CAP."""

from datetime import timedelta

import pytest

from krisapp.compose.message_set import message_set
from krisapp.documents.cap.export import alert_of
from krisapp.documents.cap.of_message import message_as_cap
from krisapp.documents.cap.reading import read_alerts
from krisapp.documents.cap.writing import encode_alert
from krisapp.documents.warning_card import read_aloud, sentences, spelled_in, warning_card
from krisapp.domain.approval import approve
from krisapp.domain.checks import Stage
from krisapp.domain.ground import read_circle
from krisapp.domain.messages import Rendering, draft
from krisapp.domain.release import Reason, release
from krisapp.domain.warning import Step, report_step
from krisapp.domain.warning_form import Form, Phones, fill_form
from krisapp.domain.words import Refused
from krisapp.store.facts_file import read_facts
from krisapp.store.resources import resource
from krisapp.store.sample import sample_plan
from tests.documents.reading import words
from tests.domain.sitting import NOON, Sitting

ID, PAGE = "E1-C14.sv", "E1-C01.sv"
TEXT = """Begäran om VMA, formulär och text
Hot: Röken är giftig.

Text att läsa upp
Viktigt meddelande till allmänheten i Malmköping i Flens kommun, Södermanlands län.
Gå inomhus. Stäng dörrar, fönster och ventilation.
"""


def test_only_the_part_that_is_read_is_read_and_names_are_spelled() -> None:
    assert "giftig" not in read_aloud(TEXT)
    assert len(sentences(TEXT)) == 2
    spelled = dict(spelled_in(TEXT, sample_plan()))
    assert spelled["Malmköping"].startswith("Martin Adam Ludvig Martin Kalle Östen")


def test_the_card_is_a_document_with_the_calls_in_order_and_says_nothing_of_being_sent() -> None:
    sitting = Sitting(danger=True)
    said = words(warning_card(sitting.incident, sample_plan(), ID, TEXT, NOON).pdf())
    assert said.index("räddningsledaren") < said.index("Ring SOS Alarm") < said.index("tillbaka")
    assert "Viktigt meddelande till allmänheten i Malmköping" in said
    assert "sänt" not in said


def test_the_form_is_typed_once_and_stands_on_the_card_and_what_is_public_of_it_in_the_file() -> None:
    sitting = Sitting(danger=True)
    sitting.released(ID)
    form = Form(
        callback="08-465 004 12",
        commander="Sara Ask",
        agreed_at=NOON,
        phones=(Phones.SMS,),
        languages="arabiska",
        code="04",
        circle=read_circle("59,13", "16,73", "3"),
    )
    sitting.do(fill_form(sitting.incident, ID, form, NOON))
    said = words(warning_card(sitting.incident, sample_plan(), ID, TEXT, NOON).pdf())
    for one in ("08-465 004 12", "Sara Ask kl. 12.00", "arabiska", "sms till telefoner", "3 km kring 59,13, 16,73"):
        assert one in said
    made = message_as_cap(sitting.incident, sample_plan(), ID)
    (read,) = read_alerts(made)
    area = read.alert.info[0].area[0]
    assert (area.geocode[0].value_name, area.geocode[0].value) == ("Län", "04")
    assert area.circle == ("59.130000,16.730000 3",)
    assert [one.value for one in read.alert.info[0].parameter] == ["sms till telefoner i området", "arabiska"]
    assert "08-465" not in made.decode().replace(sample_plan().settings.public_contact, "")
    assert "Ask" not in made.decode()


def test_p62_in_an_exercise_the_mark_is_read_aloud_first_and_last() -> None:
    lines = sentences(TEXT, exercise=True)
    assert lines[0] == lines[-1] == "ÖVNING ÖVNING ÖVNING"
    sitting = Sitting(danger=True, exercise=True)
    said = words(warning_card(sitting.incident, sample_plan(), ID, TEXT, NOON).pdf())
    assert said.count("ÖVNING ÖVNING ÖVNING") >= len(("first", "last"))


def test_the_english_text_of_an_audience_is_in_the_same_file_once_it_is_out() -> None:
    sitting = Sitting(danger=True)
    sitting.released(PAGE)
    assert _languages(sitting, PAGE) == ["sv-SE"]
    sitting.released("E1-C19.en")
    assert _languages(sitting, PAGE) == ["sv-SE", "en-GB"]
    sitting.released(PAGE, stage=Stage.ALL_CLEAR)
    assert _languages(sitting, PAGE) == ["sv-SE"]


def test_the_request_to_those_here_for_the_season_has_a_file_of_its_own() -> None:
    sitting = Sitting(danger=True)
    sitting.released(PAGE)
    sitting.released("E3-C14.sv")
    (read,) = read_alerts(message_as_cap(sitting.incident, sample_plan(), "E3-C14.sv"))
    assert read.alert.identifier.endswith("-E3-C14-1")


@pytest.mark.parametrize("id", ["E4-C17.sv", "I2-C06.sv", "E1-C19.en", "E5-C08.sv"])
def test_what_is_not_to_the_public_in_swedish_gives_no_file(id: str) -> None:
    sitting = Sitting(danger=True)
    with pytest.raises(Refused, match="allmänheten"):
        message_as_cap(sitting.incident, sample_plan(), id)


def _languages(sitting: Sitting, id: str) -> list[str]:
    (read,) = read_alerts(message_as_cap(sitting.incident, sample_plan(), id))
    return [info.language for info in read.alert.info]


def test_a_message_nobody_has_approved_gives_no_file() -> None:
    with pytest.raises(Refused, match="godkänna"):
        message_as_cap(Sitting().incident, sample_plan(), PAGE)


def test_a_released_message_is_an_actual_alert_and_its_update_refers_to_it() -> None:
    sitting = Sitting(danger=True)
    sitting.released(PAGE)
    (first,) = read_alerts(message_as_cap(sitting.incident, sample_plan(), PAGE))
    assert (first.alert.status, first.alert.msg_type) == ("Actual", "Alert")
    sitting.do(draft(sitting.incident, PAGE, "Nytt.", Stage.UPDATE, edited=True))
    sitting.do(approve(sitting.incident, PAGE, Rendering("Nytt.", ()), "chef"))
    (waiting,) = read_alerts(message_as_cap(sitting.incident, sample_plan(), PAGE))
    assert (waiting.alert.status, waiting.alert.msg_type) == ("Draft", "Update")
    sitting.do(release(sitting.incident, PAGE, Reason.KNOWN, "prov"))
    (second,) = read_alerts(message_as_cap(sitting.incident, sample_plan(), PAGE))
    assert (second.alert.status, second.alert.msg_type) == ("Actual", "Update")
    assert first.alert.identifier in second.alert.references


def test_a_request_is_a_draft_until_a_person_has_logged_that_it_was_heard() -> None:
    sitting = Sitting(danger=True)
    sitting.released(ID)
    assert b"<status>Draft</status>" in message_as_cap(sitting.incident, sample_plan(), ID)
    for step in (Step.CALLED, Step.CONFIRMED, Step.READ_BACK, Step.SENT):
        sitting.do(report_step(sitting.incident, ID, step, NOON, now=NOON))
    assert b"<status>Actual</status>" in message_as_cap(sitting.incident, sample_plan(), ID)


@pytest.mark.parametrize("stage", list(Stage))
def test_no_text_of_any_incident_at_any_stage_says_that_a_warning_is_sent(stage: Stage) -> None:
    plan = sample_plan()
    for path in sorted(resource("resources", "incidents").glob("*.yaml")):
        sheet = read_facts(path, plan)
        asked = frozenset({"C14", "C21", "C23"})
        made = message_set(sheet, plan, stage, exercise=False, issued=sheet.alarm_at, asked=asked)
        assert not [one.channel for one in made if "vma är sänt" in one.text.casefold()]


@pytest.mark.parametrize("exercise", [False, True], ids=["real", "exercise"])
def test_8_7_no_alert_of_any_incident_at_any_stage_says_that_a_warning_is_sent(*, exercise: bool) -> None:
    plan = sample_plan()
    for path in sorted(resource("resources", "incidents").glob("*.yaml")):
        sheet = read_facts(path, plan)
        for stage in (Stage.FIRST, Stage.UPDATE, Stage.ALL_CLEAR, Stage.FINAL):
            issued = sheet.alarm_at + timedelta(hours=1)
            asked = frozenset({"C14"})
            made = message_set(sheet, plan, stage, exercise=exercise, issued=issued, asked=asked)
            for one in (one for one in made if one.audience == "E1" and one.channel in ("C14", "C15")):
                text = read_aloud(one.text) if one.channel == "C14" else one.text
                file = encode_alert(alert_of(sheet, plan, stage, {"sv": text}, exercise=exercise, issued=issued))
                assert "vma är sänt" not in file.decode().casefold(), (path.stem, stage)
                (read,) = read_alerts(file)
                assert not read.faults
                assert read.alert.status == ("Exercise" if exercise else "Draft")
                assert not [info.headline for info in read.alert.info if "VMA" in info.headline]

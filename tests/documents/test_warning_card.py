"""The card of a request for a VMA, and a request as CAP."""

import pytest

from krisapp.compose.message_set import message_set
from krisapp.documents.cap.of_message import message_as_cap
from krisapp.documents.cap.reading import read_alerts
from krisapp.documents.warning_card import read_aloud, sentences, spelled_in, warning_card
from krisapp.domain.approval import approve
from krisapp.domain.checks import Stage
from krisapp.domain.messages import Rendering, draft
from krisapp.domain.release import Reason, release
from krisapp.domain.warning import Step, report_step
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
    said = words(warning_card(sitting.incident, sample_plan(), TEXT, NOON).pdf())
    assert said.index("räddningsledaren") < said.index("Ring SOS Alarm") < said.index("tillbaka")
    assert "Viktigt meddelande till allmänheten i Malmköping" in said
    assert "sänt" not in said


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

"""A correction or a retraction by text message is one part in every set: a second part may never come (7.9, P43)."""

import pytest
from msgspec.structs import replace

from krisapp.compose.message_set import message_set
from krisapp.compose.writing import Text
from krisapp.domain.checks import Severity, Stage
from krisapp.domain.sheet import Correction
from krisapp.store.sample import sample_incidents
from tests.compose.written import issued, plan, sheet

SETS = [path.stem[-3:] for path in sample_incidents()]
SAID = Correction(
    wrong="Vi skrev att vattnet kan drickas i Bettna.",
    right="Vattnet i Bettna måste kokas.",
    why="Det gick ut av misstag.",
)


def messages(number: str, stage: Stage, said: Correction) -> list[Text]:
    known = replace(sheet(number), correction=said)
    texts = message_set(known, plan(), stage, exercise=False, issued=issued(known))
    return [text for text in texts if text.channel == "C05"]


@pytest.mark.parametrize("number", SETS)
@pytest.mark.parametrize("stage", [Stage.CORRECTION, Stage.RETRACTION])
@pytest.mark.parametrize("said", [SAID, Correction()], ids=["said", "not said"])
def test_p43_a_text_message_that_takes_something_back_is_one_part_in_the_small_alphabet(
    number: str, stage: Stage, said: Correction
) -> None:
    found = messages(number, stage, said)
    assert found
    for text in found:
        assert (text.sms_parts, text.sms_alphabet) == (1, "GSM-7"), text.text
        stopped = [one.text for one in text.findings if one.severity is Severity.STOP]
        assert not stopped or said == Correction(), text.text


def test_p43_a_retraction_by_text_message_tells_why_when_there_is_room_and_warns_when_there_is_not() -> None:
    short = replace(SAID, wrong="Rådet att koka vattnet.", right="Drick som vanligt.", why="Det var fel ort.")
    assert all("Skäl: Det var fel ort." in text.text for text in messages("001", Stage.RETRACTION, short))

    for text in messages("001", Stage.RETRACTION, SAID):
        assert "Skäl" not in text.text
        assert "Varför det återkallas" in " ".join(one.text for one in text.findings)

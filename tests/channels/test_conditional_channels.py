"""The request for a VMA, guardians, notices at work, what is read out and 113 13: their limits and what they say."""

import re

import pytest

from krisapp.channels.read_aloud import under
from krisapp.channels.read_out import SAY_TWICE
from krisapp.channels.vma_request import LEAST_WORDS, MOST_WORDS, READ_THIS
from krisapp.compose.prefill import complete
from krisapp.compose.writing import Text
from krisapp.domain.checks import Severity, Stage
from krisapp.domain.language.lix import words
from krisapp.domain.sheet import Sheet
from tests.compose.written import changed, first_text, issued, plan, sheet

TYPES = [row.id for row in plan().types]
SPOKEN = {"C14": READ_THIS, "C24": SAY_TWICE}
MOST = {"C14": MOST_WORDS, "C21": 120, "C23": 90, "C24": 40, "C25": 100}
CELLS = [("E1", "C14"), ("E1", "C21"), ("I2", "C23"), ("E1", "C24"), ("E3", "C24"), ("E1", "C25"), ("E6", "C25")]
OFFICE_HOURS = {"public": "08-465 004 10, kl. 8–17", "media": "070-174 06 05"}

every_cell = pytest.mark.parametrize(("audience", "channel"), CELLS, ids=["-".join(cell) for cell in CELLS])


def three_facts(type: str) -> Sheet:
    """A sheet of three facts, completed with the type's standard texts."""
    known = sheet("110")
    bare = Sheet(
        id=known.id,
        name="Prov",
        type=type,
        alarm_at=known.alarm_at,
        level="N1",
        danger_to_life=True,
        places=("Malmköping",),
        contact=OFFICE_HOURS,
    )
    return complete(bare, plan(), issued(known))


def counted(text: Text, channel: str) -> int:
    return len(words(under(SPOKEN[channel])(text.text) if channel in SPOKEN else text.text))


@pytest.mark.parametrize("type", TYPES)
@every_cell
def test_three_facts_of_any_type_give_a_text_within_its_limit_that_nothing_stops(
    type: str, audience: str, channel: str
) -> None:
    known = three_facts(type)
    for stage in (Stage.FIRST, Stage.UPDATE, Stage.FINAL):
        text = first_text(known, audience, channel, stage)
        assert not text.stops, (stage, text.stops, text.text)
        assert counted(text, channel) <= MOST[channel], (stage, text.text)


@pytest.mark.parametrize("type", TYPES)
def test_the_text_of_a_request_has_its_four_parts_and_is_long_enough_to_be_said(type: str) -> None:
    text = first_text(three_facts(type), "E1", "C14")
    lines = under(READ_THIS)(text.text).split("\n")

    assert lines[0] == "Viktigt meddelande till allmänheten i Malmköping i Flens kommun, Södermanlands län."
    assert any(line.startswith("Flens kommun uppmanar alla") for line in lines)
    assert lines[-1] == "Mer information finns på flen.se och i Sveriges Radio P4 Sörmland."
    assert LEAST_WORDS <= counted(text, "C14") <= MOST_WORDS, text.text


@pytest.mark.parametrize("stage", list(Stage))
def test_no_request_says_that_a_warning_is_sent(stage: Stage) -> None:
    text = first_text(sheet("110"), "E1", "C14", stage).text

    told = text.replace("Ingenting är begärt eller sänt förrän en behörig person har ringt SOS Alarm.", "")

    assert told != text
    assert not re.search(r"\b(?:sänt|sänts|sänd|skickats?|begärt|begärts|begärd)\b", told.lower())


def test_a_town_that_names_its_municipality_is_told_from_it() -> None:
    assert "i tätorten Flen i Flens kommun" in first_text(sheet("110"), "E1", "C14").text


def test_a_request_too_long_to_be_said_in_half_a_minute_is_warned_of() -> None:
    long = " ".join(["Det brinner i ett stort lager med farliga ämnen nära stationen och torget"] * 4)
    found = first_text(changed(three_facts("other"), what_happened=f"{long}."), "E1", "C14").findings

    assert [finding.severity for finding in found if finding.rule == "C14"] == [Severity.WARNING]


@pytest.mark.parametrize(
    ("number", "urged"),
    [
        ("004", "Ring 112 om ditt trygghetslarm inte svarar och du behöver akut hjälp."),
        ("007", "Res bara om du måste."),
        ("110", "Gå inomhus i Flen och stäng fönster, dörrar och ventiler."),
    ],
)
@pytest.mark.parametrize("stage", [Stage.FIRST, Stage.UPDATE])
def test_a_request_urges_first_what_keeps_people_from_the_danger(number: str, urged: str, stage: Stage) -> None:
    text = first_text(sheet(number), "E1", "C14", stage).text

    assert f"Uppmaning: {urged}" in text
    assert f"Flens kommun uppmanar alla i området: {urged}" in text


def test_the_web_is_not_named_where_it_is_down() -> None:
    text = first_text(sheet("004"), "E1", "C14").text

    assert "Mer information finns i Sveriges Radio P4 Sörmland." in text
    assert "flen.se" not in text


def test_guardians_are_told_where_they_meet_before_any_other_advice() -> None:
    text = first_text(sheet("005"), "E1", "C21").text

    assert "Samlingsplats för vårdnadshavare: biblioteket i Flen, från kl. 11.15." in text
    assert text.index("Samlingsplats") < text.index("Vänta på besked")


def test_p48_a_notice_at_work_says_that_everybody_may_speak_to_the_media() -> None:
    for number in ("001", "004", "110"):
        assert (
            "Du har alltid rätt att själv lämna uppgifter till medier." in first_text(sheet(number), "I2", "C23").text
        )


def test_what_is_read_out_is_said_as_a_voice_says_it() -> None:
    text = first_text(sheet("001"), "E1", "C24").text

    assert text.startswith(SAY_TWICE)
    assert "klockan 18" in text and "kl." not in text

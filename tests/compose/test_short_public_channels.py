"""Banner, post, press conference, flyer and material for Krisinformation.se: what each must be, in every kind."""

import msgspec
import pytest

from krisapp.channels import channel
from krisapp.channels.banner import LINE
from krisapp.channels.press_conference import said
from krisapp.compose.message_set import message_set
from krisapp.compose.prefill import complete
from krisapp.compose.writing import context_for
from krisapp.domain.checks import Severity, Stage
from krisapp.domain.language.lix import words
from krisapp.domain.language.posts import weighted_length
from krisapp.domain.matrix import cells
from krisapp.domain.sheet import Correction, Sheet
from tests.compose.written import NUMBERS, changed, first_text, issued, plan, sheet

AUDIENCES = {
    "C02": ("E1", "E3", "E6"),
    "C04": ("E1", "E3", "E5", "E6"),
    "C09": ("E5",),
    "C13": ("E1", "E2", "E3"),
    "C16": ("E1", "E3", "E6"),
}
CELLS = [(audience, code) for code, audiences in AUDIENCES.items() for audience in audiences]
MENDED = Correction(wrong="Rådet gällde bara centrum.", right="Rådet gäller hela orten.", since="kl. 14.00")


def known(number: str, stage: Stage) -> Sheet:
    """Return a set as a message set is written on it, with what the plan adds."""
    whole = complete(sheet(number), plan(), issued(sheet(number)))
    return changed(whole, correction=MENDED) if stage is Stage.CORRECTION else whole


every_stage = pytest.mark.parametrize("stage", [Stage.FIRST, Stage.UPDATE, Stage.CORRECTION, Stage.FINAL])
every_set = pytest.mark.parametrize("number", NUMBERS)


@every_set
@every_stage
def test_each_is_within_its_limit_and_nothing_stops_it(number: str, stage: Stage) -> None:
    for audience, code in CELLS:
        text = first_text(known(number, stage), audience, code, stage)
        assert not text.stops, (audience, code, text.stops, text.text)
        over = [finding for finding in text.findings if finding.rule == code and finding.severity is not Severity.TIP]
        assert not over, (audience, code, text.text)


@every_set
@every_stage
def test_a_banner_is_one_line_of_90_characters_and_its_time(number: str, stage: Stage) -> None:
    first, *beneath = first_text(known(number, stage), "E1", "C02", stage).text.splitlines()
    assert 0 < len(first) <= LINE
    assert any(" kl. " in line for line in beneath)


@every_set
@every_stage
def test_a_post_weighs_at_most_280_and_is_one_paragraph(number: str, stage: Stage) -> None:
    for audience in AUDIENCES["C04"]:
        text = first_text(known(number, stage), audience, "C04", stage).text
        assert weighted_length(text) <= 280, text
        assert "\n" not in text


@every_set
@every_stage
def test_a_press_conference_is_said_in_three_minutes(number: str, stage: Stage) -> None:
    assert len(words(said(first_text(known(number, stage), "E5", "C09", stage).text))) <= 390


def test_p48_a_spokesperson_says_that_employees_may_talk_to_media() -> None:
    text = first_text(sheet("001"), "E5", "C09").text
    answer = text.partition("Får vi prata med era medarbetare?\n")[2]
    assert "Det bestämmer de själva." in answer and "rätt att själv lämna uppgifter till medier" in answer


def test_q40_a_press_conference_begins_with_those_affected() -> None:
    lines = first_text(sheet("002"), "E5", "C09").text.splitlines()
    assert lines.index("Det här har hänt") > next(at for at, line in enumerate(lines) if "kallt och mörkt" in line)


def test_a_long_headline_is_shortened_where_it_still_says_something() -> None:
    long = "Koka kranvattnet i Malmköping innan du dricker det, lagar mat, borstar tänderna eller gör is av det i dag."
    first = first_text(changed(sheet("001"), headline=long), "E1", "C02").text.splitlines()[0]
    assert len(first) <= LINE
    assert long.startswith(first.rstrip("."))


def test_a_correction_in_a_banner_is_never_shortened_but_warned_of() -> None:
    wrong = "Rådet att koka kranvattnet gällde bara de som bor i Malmköpings centrum och vid torget."
    mended = changed(sheet("001"), correction=Correction(wrong=wrong, right="Rådet gäller hela orten."))
    text = first_text(mended, "E1", "C02", Stage.CORRECTION)
    assert "Rätt: Rådet gäller hela orten." in text.text
    assert [finding.severity for finding in text.findings if finding.rule == "C02"] == [Severity.WARNING]


def test_a_post_that_is_too_long_is_stopped_a_link_counted_as_23() -> None:
    context = context_for(plan(), "E1", "C04", Stage.FIRST, exercise=False, issued=issued(sheet("001")))
    long = f"{'Koka vattnet. ' * 19}https://www.flen.se/ Flens kommun"
    found = [one for check in channel("C04").checks for one in check(long, sheet("001"), context) if one.rule == "C04"]
    assert [one.severity for one in found] == [Severity.STOP]


def test_p28_material_for_krisinformation_says_where_our_own_text_already_is_and_whom_to_ask() -> None:
    text = first_text(sheet("001"), "E1", "C16").text
    assert text.startswith("Ämne: [KRIS] ")
    assert "De ligger redan på flen.se." in text and "070-174 06 05" in text and "08-465 004 10" in text


def test_material_for_krisinformation_says_to_whom_it_should_be_carried() -> None:
    away, outside = (first_text(sheet("103"), audience, "C16").text for audience in ("E3", "E6"))
    assert "Råd till den som inte är på plats" in away
    assert "Råd till den som bor på annat håll" in outside


def test_a_plan_from_before_a_channel_was_written_still_writes_all_others() -> None:
    older = msgspec.structs.replace(
        plan(), templates=tuple(template for template in plan().templates if not template.id.startswith("C02"))
    )
    codes = {channel for _audience, channel in cells(older)}
    assert "C02" not in codes and {"C01", "C04"} <= codes
    texts = message_set(sheet("001"), older, Stage.FIRST, exercise=False, issued=issued(sheet("001")))
    assert {text.channel for text in texts} >= {"C01", "C04"}

"""Retraction and all-clear: what is withdrawn, why and what holds instead; what is over and what still holds (ME7)."""

import pytest

from krisapp.domain.checks import Severity, Stage
from krisapp.domain.matrix import cells
from krisapp.domain.sheet import Answered, Correction, Sheet
from krisapp.store.sample import sample_plan
from tests.compose.written import changed, first_text, sheet

WITHDRAWN = Correction(
    wrong="Du kan dricka vattnet igen.",
    right="Koka vattnet tills vi säger till.",
    why="Provsvaret gällde en annan ort.",
)
BANNER, WARNING = "C02", "C14"
SHORTEST = ("C05", "C04", "C24")
"""Where there may be no room for what still holds."""
SWEDISH = [cell for cell in cells(sample_plan(), sheet("001")) if cell[1] not in ("C19", "C20", BANNER)]


def withdrawn() -> Sheet:
    return changed(sheet("001"), correction=WITHDRAWN, staff_impact="Ta med eget vatten till jobbet.")


@pytest.mark.parametrize(("audience", "channel"), SWEDISH)
def test_p43_a_retraction_says_what_is_withdrawn_why_and_what_holds_instead(audience: str, channel: str) -> None:
    text = first_text(withdrawn(), audience, channel, Stage.RETRACTION)

    told = text.text.lower()
    assert "återkallelse" in told
    why = () if channel == "C05" else ("provsvaret gällde en annan ort",)  # there it must be one part (7.9)
    for part in ("du kan dricka vattnet igen", *why, "koka vattnet tills vi säger till"):
        assert part in told, text.text
    assert not [one for one in text.findings if one.severity is Severity.STOP and one.rule == "Q20"]


def test_p43_a_retraction_without_its_reason_is_stopped() -> None:
    text = first_text(
        changed(sheet("001"), correction=Correction(wrong="Drick vattnet.")), "E1", "C01", Stage.RETRACTION
    )

    assert any("Varför det återkallas" in one.text for one in text.stops)


@pytest.mark.parametrize(("audience", "channel"), SWEDISH)
def test_an_all_clear_says_what_is_over_and_promises_more(audience: str, channel: str) -> None:
    text = first_text(sheet("001"), audience, channel, Stage.ALL_CLEAR)

    assert "aran är över" in text.text or "Faran över" in text.text
    assert "sista" not in text.text
    assert "18.00" in text.text or "klockan 18" in text.text
    assert not text.stops, text.text


def test_an_all_clear_says_where_and_what_still_holds() -> None:
    text = first_text(sheet("001"), "E1", "C01", Stage.ALL_CLEAR).text

    assert text.startswith("Faran är över i Malmköping\n")
    assert "Det här gäller nu\n" in text


def test_what_still_holds_stands_in_every_text_that_says_it_is_over() -> None:
    held = "Koka vattnet i Hedenlunda till fredag 18 juni."
    known = changed(sheet("001"), still_holds=(held,))

    for stage in (Stage.ALL_CLEAR, Stage.FINAL):
        for audience, channel in SWEDISH:
            if channel not in SHORTEST:
                assert held in first_text(known, audience, channel, stage).text, (stage, audience, channel)
        assert f"This still applies, in Swedish: {held}" in first_text(known, "E1", "C19", stage).text
        assert "Det här gäller fortfarande\n" in first_text(known, "E1", "C01", stage).text
    assert held not in first_text(known, "E1", "C01", Stage.UPDATE).text


def test_an_all_clear_says_in_english_once_that_the_danger_is_over_and_where() -> None:
    assert first_text(sheet("110"), "E1", "C19", Stage.ALL_CLEAR).text.startswith(
        "The danger is over in Flen.\nYou can go outside again. Open windows"
    )


def test_an_update_by_text_message_names_the_place_and_puts_the_news_before_what_everybody_knows() -> None:
    snow = changed(sheet("007"), news="Alla matlådor är framme.")
    power = changed(sheet("002"), news="Elen är tillbaka i Bettna. Vadsbro kan få el i kväll torsdag 14 januari.")

    assert "Bettna" in (told := first_text(snow, "E1", "C05", Stage.UPDATE).text)
    assert "Nytt: Alla matlådor är framme." in told
    told = first_text(sheet("007"), "E1", "C05", Stage.UPDATE).text
    assert "Nytt: Alla skolor och förskolor är öppna." in told, "the second piece of news, where the first has no room"
    dark = first_text(power, "E1", "C05", Stage.UPDATE)
    assert dark.sms_parts == 1
    assert "Elen är borta i Bettna och Vadsbro. Nytt: Elen är tillbaka i Bettna." in dark.text


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage is not Stage.FIRST])
def test_p57_a_later_text_names_the_one_it_replaces(stage: Stage) -> None:
    assert "Ersätter besked" not in first_text(sheet("001"), "E1", "C01").text
    assert "Ersätter besked 2." in first_text(withdrawn(), "E1", "C01", stage, number=3).text


@pytest.mark.parametrize(("audience", "channel"), [("E5", "C09"), ("E1", "C11"), ("E1", "C01")])
def test_a_final_text_tells_no_answer_that_was_given_while_it_lasted(audience: str, channel: str) -> None:
    asked = Answered("Hur många saknar vatten?", "Omkring 2 100 kunder saknar vatten.")
    known = changed(sheet("001"), answers=(asked,), staff_answers=(asked,))

    assert asked.answer in first_text(known, audience, channel, Stage.UPDATE).text
    assert asked.answer not in first_text(known, audience, channel, Stage.FINAL).text


def test_p59_a_first_text_says_when_it_was_written_and_not_that_it_was_published_then() -> None:
    """It is approved as it stands and let out later, and may not be changed between."""
    told = first_text(sheet("001"), "E1", "C01").text
    assert "\nUppdaterat fredag 11 juni 2027 kl. " in told
    assert "Publicerat" not in told

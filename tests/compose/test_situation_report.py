"""The situation report to the county board tells what people have judged, and says when nobody has (CN10)."""

from datetime import timedelta

from krisapp.compose.message_set import message_set
from krisapp.compose.writing import Text
from krisapp.domain.checks import Stage
from krisapp.domain.consistency.comparison import compare
from krisapp.domain.consistency.contradiction import Told
from krisapp.domain.sheet import Sheet
from tests.compose.written import changed, first_text, issued, plan, sheet

JUDGED = {
    "impact": {"water": "critical", "trust": "moderate", "unheard of": "critical", "food": "?"},
    "forecast": {"24": "Vattnet är fortfarande otjänligt", "6": ""},
    "assumptions": ("nya prover visar bakterier",),
    "confidence": "medium",
    "support_needed": ("Två tankbilar behövs",),
}


def report(known: Sheet) -> Text:
    return first_text(known, "E4", "C17")


def test_a_report_says_the_impact_the_forecast_and_the_needs_that_people_have_judged() -> None:
    text = report(changed(sheet("001"), **JUDGED)).text
    assert "Vatten: kritisk påverkan.\nFörtroende: måttlig påverkan.\n" in text
    assert "Inom ett dygn: vattnet är fortfarande otjänligt.\nVi antar: nya prover visar bakterier." in text
    assert "Säkerheten i bedömningen är medel." in text
    assert "6. Behov av stöd\nTvå tankbilar behövs.\n" in text
    assert "inte bedömd" not in text


def test_a_report_says_when_nobody_has_judged() -> None:
    text = report(sheet("001")).text
    assert "Påverkan per område är inte bedömd ännu." in text


def test_a_report_has_its_own_next_time_or_that_of_the_next_word() -> None:
    known = sheet("001")
    assert known.next_update
    due = known.next_update + timedelta(minutes=90)
    assert f"Nästa rapport fredag 11 juni kl. {known.next_update:%H.%M}." in report(known).text
    later = report(changed(known, next_report=due))
    assert f"Nästa rapport fredag 11 juni kl. {due:%H.%M}." in later.text
    assert later.stops == report(known).stops == ()


def test_a_report_goes_out_of_date_when_the_judgement_changes() -> None:
    used = report(sheet("001")).uses
    assert {"impact", "forecast", "support_needed", "next_report"} <= set(used)


def test_a_report_at_its_own_time_contradicts_no_other_text() -> None:
    known = sheet("001")
    assert known.next_update
    known = changed(known, **JUDGED, next_report=known.next_update + timedelta(minutes=90))
    texts = message_set(known, plan(), Stage.FIRST, exercise=False, issued=issued(known))
    told = [Told(f"{one.audience}-{one.channel}", one.text, one.text, Stage.FIRST.value) for one in texts]
    assert compare(told, known, plan()) == []


def test_a_report_says_whether_the_krisledningsnamnd_is_in_function() -> None:
    known = sheet("001")
    assert "Kommunchefen lämnar besked om krisledningsnämnden." in report(known).text
    in_function = changed(known, board_since=known.alarm_at + timedelta(minutes=50))
    assert "Krisledningsnämnden är i funktion sedan fredag 11 juni kl. 14.00." in report(in_function).text

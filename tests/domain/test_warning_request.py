"""Before a warning is asked for: two questions, five points, and reading back."""

from pathlib import Path

import pytest

from krisapp.domain.warning import Step, report_step, steps_of
from krisapp.domain.warning_request import (
    Point,
    Requests,
    Wanted,
    check_content,
    checked,
    pace,
    read_back,
    wanted,
    weigh,
)
from krisapp.domain.words import Refused
from tests.domain.sitting import NOON, Sitting

ID = "E1-C14.sv"
SAID = ("Viktigt meddelande till allmänheten i Flen.", "Gå inomhus.")


def test_law_2023_579_without_danger_it_is_no_vma_and_with_danger_urgency_decides_which() -> None:
    assert wanted(danger=False, urgent=True) is Wanted.NOTICE
    assert wanted(danger=True, urgent=False) is Wanted.INFORMATION
    assert wanted(danger=True, urgent=True) is Wanted.WARNING


def test_what_was_weighed_is_in_the_log_and_two_answers_at_once_both_stand() -> None:
    sitting = Sitting()
    sitting.do(weigh(sitting.incident, danger=True, urgent=True))
    assert "varning som ska ut omedelbart" in sitting.incident.log[-1].text
    with pytest.raises(Refused, match="redan"):
        weigh(sitting.incident, danger=True, urgent=True)
    assert sitting.incident.part(Requests).weighed.value == weigh(Sitting().incident, danger=True, urgent=True)


def test_the_check_of_five_points_holds_for_that_very_text() -> None:
    sitting = Sitting()
    four = [one for one in Point if one is not Point.EASE]
    with pytest.raises(Refused, match="hotar"):
        check_content(ID, "Text.", [one for one in four if one is not Point.THREAT])
    sitting.do(check_content(ID, "Text.", four))
    assert checked(sitting.incident, ID, "Text.") == tuple(four)
    assert checked(sitting.incident, ID, "Text!") is None


def test_reading_back_waits_for_each_sentence_or_another_wording() -> None:
    sitting = Sitting(danger=True)
    sitting.released(ID)
    for step in (Step.CALLED, Step.CONFIRMED):
        sitting.do(report_step(sitting.incident, ID, step, NOON, now=NOON))
    with pytest.raises(Refused, match="Gå inomhus"):
        read_back(sitting.incident, ID, NOON, now=NOON, said=SAID, heard=SAID[:1])
    sitting.do(read_back(sitting.incident, ID, NOON, now=NOON, said=SAID, heard=SAID[:1], wording="Gå in."))
    assert steps_of(sitting.incident, ID)[-1].text == "Gå in."


def test_sixty_words_are_read_in_under_thirty_seconds() -> None:
    assert pace(60).seconds == 28
    assert pace(0).seconds == 0


def test_the_words_that_a_warning_is_sent_stand_nowhere_in_the_program() -> None:
    root = Path(__file__).parents[2]
    suffixes = {".py", ".j2", ".yaml", ".md", ".typ", ".po", ".txt", ".svg"}
    claims = [
        path
        for folder in ("krisapp", "templates", "resources")
        for path in (root / folder).rglob("*")
        if path.suffix in suffixes
        and path.stat().st_size < 1_000_000
        and "vma är sänt" in path.read_text("utf-8", "replace").casefold()
    ]
    assert claims == []

"""Final ratings and sections of the report: held to the drill, and two versions stand until one is chosen."""

import msgspec
import pytest

from krisapp.domain.events import Event, Stamp
from krisapp.domain.exercising.drill import Drill, DrillEnded, observe
from krisapp.domain.exercising.scenario import Condition, Goal
from krisapp.domain.leading.levels import LevelSet
from krisapp.domain.scoring.drafting import followed_up, section_words
from krisapp.domain.scoring.evaluation import (
    Evaluation,
    Section,
    SectionWritten,
    goals_reached,
    of_objective,
    rate,
    write_section,
)
from krisapp.domain.scoring.measures import score
from krisapp.domain.words import Refused
from tests.domain.scoring.accounts import SCENARIO, Kept
from tests.domain.sitting import NOON


def test_only_objectives_of_the_drill_are_rated_and_only_by_the_four() -> None:
    sitting = Kept(drill=True)
    sitting.do(rate(sitting.incident, "Ö1", "M", "Ingen ringde"))

    assert sitting.incident.part(Evaluation).rating("Ö1") == "M"
    with pytest.raises(Refused, match="har inte målet"):
        rate(sitting.incident, "Ö2", "P")
    with pytest.raises(Refused, match="Välj ett betyg"):
        rate(sitting.incident, "Ö1", "A")
    with pytest.raises(Refused):
        rate(Kept().incident, "Ö1", "P")


def test_observations_of_no_objective_are_kept_apart() -> None:
    sitting = Kept(drill=True)
    sitting.do(observe(sitting.drill, sitting.now, "Bra", objective="Ö1"))
    sitting.do(observe(sitting.drill, sitting.now, "Kallt i rummet"))

    assert [one.text for one, _stamp in of_objective(sitting.incident, "Ö1")] == ["Bra"]
    assert [one.text for one, _stamp in of_objective(sitting.incident, "")] == ["Kallt i rummet"]


def test_a_section_shows_the_draft_until_somebody_writes_and_may_be_emptied() -> None:
    sitting = Kept()
    account = sitting.account()
    found = score(account)
    assert "larmet kom" in section_words(sitting.incident, account, found, Section.SUMMARY)

    sitting.do(write_section(sitting.incident, Section.SUMMARY, ""))

    assert section_words(sitting.incident, account, found, Section.SUMMARY) == ""
    with pytest.raises(Refused, match="Inget är ändrat"):
        write_section(sitting.incident, Section.SUMMARY, " ")


def test_two_who_wrote_apart_are_both_shown_until_one_is_saved() -> None:
    sitting = Kept()

    def apart(event: Event, id: str) -> None:
        event.apply(sitting.incident, Stamp(id, id, 1, 9, int(NOON.timestamp() * 1000), 120, "tib"))

    apart(SectionWritten(Section.WELL, "Det ena"), "a")
    apart(SectionWritten(Section.WELL, "Det andra"), "b")
    assert sitting.incident.part(Evaluation).words(Section.WELL) == "Det ena\n\nDet andra"

    sitting.do(write_section(sitting.incident, Section.WELL, "Det ena\n\nDet andra"))
    assert not sitting.incident.part(Evaluation).sections[Section.WELL].contested


def test_the_follow_up_falls_after_three_and_twelve_months_in_any_month() -> None:
    assert [day.isoformat() for day in followed_up(NOON.date())] == ["2027-09-11", "2028-06-11"]
    assert [day.isoformat() for day in followed_up(NOON.date().replace(month=11, day=30))] == [
        "2028-02-29",
        "2028-11-30",
    ]


def test_what_is_written_after_the_end_is_read_though_it_is_no_part_of_the_drill() -> None:
    sitting = Kept(drill=True)
    sitting.do(DrillEnded(0))
    sitting.do(rate(sitting.incident, "Ö1", "P"))

    assert sitting.incident.part(Evaluation).rating("Ö1") == "P"
    assert sitting.account().incident.part(Evaluation).rating("Ö1") == ""


def test_a_quick_drills_goals_are_read_as_they_stand_and_as_they_were_at_its_end() -> None:
    level = Goal("Sätt nivå N2", Condition(level="N2"))
    sitting = Kept()
    sitting.incident.part(Drill).scenario = msgspec.structs.replace(SCENARIO, goals=(level,))
    assert goals_reached(sitting.incident) == [(level.name, False)]

    sitting.do(LevelSet("N2", "chef", "Många"))
    assert goals_reached(sitting.incident) == [(level.name, True)]
    sitting.do(DrillEnded(15))
    assert goals_reached(sitting.incident) == [(level.name, False)], "the end says what was reached"

"""The handover sheet: everything the next one needs, computed, in its order, and nothing secret (K08)."""

from datetime import timedelta

import pytest

from krisapp.domain.answering.enquiries import Received
from krisapp.domain.answering.question_history import Asked
from krisapp.domain.answering.questions import Asker
from krisapp.domain.answering.rumours import Heard
from krisapp.domain.checks import Stage
from krisapp.domain.facts import Fact, SourceType, Status
from krisapp.domain.leading.decision import deciding
from krisapp.domain.leading.decision.decisions import Formulation
from krisapp.domain.leading.staff import manning
from krisapp.domain.leading.staff.handover_brief import Brief, as_text, brief
from krisapp.domain.leading.staff.shifts import Planned
from krisapp.domain.leading.task import assigning
from krisapp.domain.log import Kind, write
from krisapp.domain.messages import draft
from krisapp.domain.situation import set_fields, state_fact
from tests.domain.sitting import NOON, Sitting

HOUR = timedelta(hours=1)


@pytest.fixture
def sitting() -> Sitting:
    return Sitting()


def sheet(sitting: Sitting, post: str = "") -> Brief:
    return brief(sitting.incident, sitting.now, NOON, post)


def section(sitting: Sitting, title: str, post: str = "") -> tuple[str, ...]:
    return next(one.lines for one in sheet(sitting, post).sections if one.title == title)


def test_an_empty_incident_says_of_each_point_that_there_is_nothing(sitting: Sitting) -> None:
    made = sheet(sitting)
    empty = [one for one in made.sections if not one.lines]
    assert len(empty) >= 8
    assert all(one.none in as_text(made) for one in empty)


def test_k08_open_tasks_decisions_texts_media_rumours_and_questions_are_all_on_it(sitting: Sitting) -> None:
    incident = sitting.incident
    words = Formulation("Skolan stänger.", sitting.now, "chef", "KC")
    sitting.do(deciding.decide(incident, words, sitting.now))
    sitting.do(assigning.add_task(incident, "Ring skolan", owner="tib", deadline=NOON + HOUR))
    sitting.do(draft(incident, "E1-C01.sv", "Hej", Stage.FIRST, edited=False))
    sitting.do(Received("P4", "Hur många?", sitting.now))
    sitting.do(Heard("Skolan brinner", "R1", sitting.now))
    sitting.do(Asked("Är skolan öppen?", Asker.RESIDENTS, sitting.now))
    text = as_text(sheet(sitting))
    for part in (
        "Beslut 1, 12.00, Vera Lind, Kommunchef: Skolan stänger.",
        "1. Ring skolan (Olle Berg), klart senast 13.00",
        "skriven av Olle Berg",
        "P4: Hur många?",
        "R1: Skolan brinner (inte kontrollerat)",
        "Är skolan öppen? (1 har frågat)",
    ):
        assert part in text


def test_k08_the_next_promised_word_stands_with_its_time(sitting: Sitting) -> None:
    sitting.do(set_fields(sitting.incident, {"next_update": NOON + 2 * HOUR}))
    assert section(sitting, "Utlovade besked") == ("14.00, satt i faktaunderlaget men inte utskickat",)
    sitting.released("E1-C01.sv")
    assert [line[:24] for line in section(sitting, "Utlovade besked")] == ["14.00, utlovat i E1, C01"]
    sitting.later(121)
    assert "FÖRSENAT" in section(sitting, "Utlovade besked")[0]


def test_what_is_due_within_two_hours_comes_first_and_what_is_late_says_so(sitting: Sitting) -> None:
    sitting.later(15)
    assert section(sitting, "Gör först: inom två timmar") == (
        "12.20: Ställ sju frågor (TIB)",
        "FÖRSENAD, 12.00: Starta händelsen (TIB)",
        "FÖRSENAD, 12.10: Ring elnätet (KC)",
    )


def test_the_sheet_of_a_role_tells_only_its_own_points(sitting: Sitting) -> None:
    sitting.later(15)
    assert section(sitting, "Gör först: inom två timmar", "KC") == ("FÖRSENAD, 12.10: Ring elnätet (KC)",)


def test_p31_what_is_secret_is_named_with_its_ground_and_never_told(sitting: Sitting) -> None:
    fact = Fact(
        "F1",
        Status.UNCONFIRMED,
        "Nyckeln ligger under mattan",
        "vakten",
        SourceType.OWN_SERVICE,
        "12:00",
        True,
        "OSL 18:8",
    )
    sitting.do(state_fact(sitting.incident, fact, "tib"))
    sitting.do(write(sitting.incident, Kind.INCOMING, "Koden är 4711", sitting.now, ground="OSL 18:8"))
    sitting.do(Planned("KC", "red", NOON, NOON + 8 * HOUR, ground="OSL 18:13"))
    text = as_text(sheet(sitting))
    assert "mattan" not in text
    assert "4711" not in text
    assert "Ida Ek" not in text
    assert "F1: sekretess enligt OSL 18:8, läs den i Krisapp (obekräftad)" in text


def test_who_works_and_must_be_relieved_is_on_it(sitting: Sitting) -> None:
    sitting.do(manning.take(sitting.incident, "KC", "chef", sitting.now, sitting.now))
    assert section(sitting, "I tjänst och avlösning") == ("Kommunchef: Vera Lind sedan 12.00",)
    sitting.later(10 * 60)
    sitting.do(Planned("TIB", "tib", NOON, NOON + 8 * HOUR))
    assert section(sitting, "I tjänst och avlösning") == (
        "Kommunchef: Vera Lind sedan 12.00, SKA AVLÖSAS. INGEN AVLÖSNING ÄR PLANERAD.",
    )
    sitting.later(2 * 60)
    assert "MER ÄN 12 TIMMAR I STRÄCK" in section(sitting, "I tjänst och avlösning")[0]


def test_only_what_happened_during_the_shift_is_told(sitting: Sitting) -> None:
    sitting.do(write(sitting.incident, Kind.OBSERVATION, "Tidigt", NOON - HOUR))
    sitting.do(write(sitting.incident, Kind.OBSERVATION, "Under passet", NOON + timedelta(minutes=1)))
    assert section(sitting, "Det har hänt under passet") == ("12.01, händelse: Under passet",)


def test_p62_in_an_exercise_the_sheet_is_marked_first_and_last() -> None:
    lines = as_text(sheet(Sitting(exercise=True))).split("\n")
    assert (lines[0], lines[-1]) == ("ÖVNING ÖVNING ÖVNING", "ÖVNING ÖVNING ÖVNING")

"""Secrecy marks: a ground of the list or none, both of two that stand, lifted by name, and never told of in the log."""

from datetime import timedelta

import msgspec
import pytest

from krisapp.domain import log
from krisapp.domain.facts import Fact, Status
from krisapp.domain.log import Kind, Line
from krisapp.domain.plan_rows import Law
from krisapp.domain.records import secrecy
from krisapp.domain.situation import state_fact
from krisapp.domain.words import Refused
from tests.domain.sitting import PLAN, Sitting


@pytest.fixture
def sitting() -> Sitting:
    """Give a desk with one line in the log, that names a pupil."""
    made = Sitting()
    made.do(log.write(made.incident, Kind.OBSERVATION, "Elin Berg i 4B saknas på Malmaskolan", made.now))
    return made


def line_of(sitting: Sitting) -> Line:
    return next(line for line in sitting.incident.log if line.by_hand)


def subject_of(sitting: Sitting) -> str:
    return f"log:{line_of(sitting).stamp.id}"


@pytest.mark.parametrize("ground", ["", "för säkerhets skull", "OSL 99:1", "OSL 26", "hemligt, OSL 26:1"])
def test_p31_a_mark_without_a_legal_ground_of_the_list_is_refused(sitting: Sitting, ground: str) -> None:
    with pytest.raises(Refused, match="Bara lagen sätter gränser"):
        secrecy.mark(sitting.incident, subject_of(sitting), ground)


def test_p31_a_reason_in_free_words_alone_secures_neither_a_line_nor_a_fact(sitting: Sitting) -> None:
    with pytest.raises(Refused, match="P31"):
        log.write(sitting.incident, Kind.OBSERVATION, "Namn", sitting.now, ground="känsligt")
    with pytest.raises(Refused, match="P31"):
        fact = Fact(id="F1", status=Status.UNCONFIRMED, text="Namn", secret=True, legal_ground="känsligt")
        state_fact(sitting.incident, fact, "tib")


@pytest.mark.parametrize("ground", ["OSL 26:1", "OSL 18:8, 18:13", "TF 2:12", " OSL  23 kap. "])
def test_a_ground_of_the_list_is_enough_also_with_another_beside_it(sitting: Sitting, ground: str) -> None:
    sitting.do(secrecy.mark(sitting.incident, subject_of(sitting), ground, "namn på elev"))

    assert line_of(sitting).ground == " ".join(ground.split())


def test_the_list_is_the_plans_own_once_it_has_one(sitting: Sitting) -> None:
    own = Law(id="osl-1", rank=1, name="Utrikes", reference="OSL 15:1", about="", ground=True)
    sitting.incident.plan = msgspec.structs.replace(
        PLAN, laws=(own, Law(id="x", rank=2, name="", reference="", about=""))
    )

    assert secrecy.grounds(sitting.incident.plan) == [("OSL 15:1", "Utrikes")]
    with pytest.raises(Refused, match="till exempel OSL 15:1"):
        secrecy.mark(sitting.incident, subject_of(sitting), "OSL 26:1")


def test_the_log_tells_who_marked_what_and_when_and_not_what_it_covers(sitting: Sitting) -> None:
    sitting.later(5)
    sitting.do(secrecy.mark(sitting.incident, subject_of(sitting), "OSL 23 kap.", "", ["Elin Berg"]))

    told = sitting.incident.log[-1]
    assert told.text == "Sekretessmarkerad enligt OSL 23 kap.: post 2."
    assert (told.stamp.person, told.stamp.at - line_of(sitting).stamp.at) == ("tib", timedelta(minutes=5))


def test_a_passage_has_to_stand_in_the_text(sitting: Sitting) -> None:
    with pytest.raises(Refused, match="”Elin Borg” står inte i texten"):
        secrecy.mark(sitting.incident, subject_of(sitting), "OSL 23 kap.", passages=["Elin Borg"])


def test_a_mark_is_lifted_with_a_reason_and_once(sitting: Sitting) -> None:
    subject = subject_of(sitting)
    sitting.do(secrecy.mark(sitting.incident, subject, "OSL 26:1"))
    with pytest.raises(Refused, match="varför"):
        secrecy.lift(sitting.incident, subject, " ")

    sitting.do(secrecy.lift(sitting.incident, subject, "Uppgiften är allmänt känd."))

    assert line_of(sitting).ground == ""
    assert sitting.incident.log[-1].text == "Sekretessen är hävd på post 2. Uppgiften är allmänt känd."
    with pytest.raises(Refused, match="ingen sekretess"):
        secrecy.lift(sitting.incident, subject, "igen")


def test_a_line_written_as_secret_is_marked_and_can_be_lifted(sitting: Sitting) -> None:
    sitting.do(log.write(sitting.incident, Kind.STAFFING, "Namn", sitting.now, ground="OSL 39 kap."))
    line = sitting.incident.log[-1]
    subject = f"log:{line.stamp.id}"
    assert [one.ground for one in secrecy.standing(sitting.incident, subject)] == ["OSL 39 kap."]

    sitting.do(secrecy.lift(sitting.incident, subject, "Namnet är känt."))

    assert line.ground == ""
    assert secrecy.standing(sitting.incident, subject) == []


def test_two_marks_that_nobody_chose_between_both_cover(sitting: Sitting) -> None:
    subject = subject_of(sitting)
    first = secrecy.mark(sitting.incident, subject, "OSL 26:1")
    second = secrecy.mark(sitting.incident, subject, "OSL 25:1")
    stamps = [sitting.stamp(first), sitting.stamp(second)]
    for happened, stamp in zip((first, second), stamps, strict=True):
        happened.apply(sitting.incident, stamp)

    assert line_of(sitting).ground == "OSL 26:1; OSL 25:1"


def test_a_lift_does_not_take_away_a_mark_its_author_never_saw(sitting: Sitting) -> None:
    subject = subject_of(sitting)
    sitting.do(secrecy.mark(sitting.incident, subject, "OSL 26:1"))
    lift = secrecy.lift(sitting.incident, subject, "Känt")
    before = sitting.stamp(lift)
    sitting.do(secrecy.mark(sitting.incident, subject, "OSL 25:1"))

    lift.apply(sitting.incident, before)

    assert line_of(sitting).ground == "OSL 25:1"


def test_a_mark_on_what_never_came_does_no_harm(sitting: Sitting) -> None:
    sitting.do(secrecy.Marked("log:" + "f" * 64, "OSL 26:1"), secrecy.Lifted("text:E1-C01.sv#9", "Känt"))

    assert secrecy.standing(sitting.incident, "text:E1-C01.sv#9") == []
    with pytest.raises(Refused, match="finns inte längre"):
        secrecy.mark(sitting.incident, "text:E1-C01.sv#9", "OSL 26:1")


def test_passages_of_two_grounds_stand_side_by_side_and_one_of_the_same_ground_is_replaced(sitting: Sitting) -> None:
    subject = subject_of(sitting)
    sitting.do(secrecy.mark(sitting.incident, subject, "OSL 23 kap.", "", ["Elin"]))
    sitting.do(secrecy.mark(sitting.incident, subject, "OSL 18:8", "", ["4B"]))
    sitting.do(secrecy.mark(sitting.incident, subject, "OSL 23 kap.", "", ["Elin Berg"]))

    found = {one.ground: one.passages for one in secrecy.standing(sitting.incident, subject)}
    assert found == {"OSL 18:8": ("4B",), "OSL 23 kap.": ("Elin Berg",)}


def test_a_passage_does_not_open_a_line_that_was_written_as_secret(sitting: Sitting) -> None:
    stamp = sitting.do(log.write(sitting.incident, Kind.STAFFING, "Elin är sjuk", sitting.now, ground="OSL 39 kap."))
    sitting.do(secrecy.mark(sitting.incident, f"log:{stamp.id}", "OSL 25:1", "", ["sjuk"]))

    found = secrecy.standing(sitting.incident, f"log:{stamp.id}")
    assert [(one.ground, one.passages) for one in found] == [("OSL 39 kap.", ()), ("OSL 25:1", ("sjuk",))]

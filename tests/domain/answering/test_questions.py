"""Questions: counted by place and hour, answered in versions, and told in the texts only as adopted."""

import itertools
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krisapp.domain.answering import asking, questions
from krisapp.domain.answering.question_history import Answered, Repeated, Uncounted
from krisapp.domain.answering.questions import Asker, Standing, outdated
from krisapp.domain.answering.tally import Ask, by_hour, by_place, total
from krisapp.domain.sheet import digest_of
from krisapp.domain.situation import set_fields
from krisapp.domain.words import Refused
from tests.domain.sitting import NOON, Sitting

PLACES = st.sampled_from(["", "Flen", "Bettna", "Malmköping"])
ASKS = st.lists(
    st.builds(
        Ask, PLACES, st.integers(0, 60 * 40).map(lambda minutes: NOON + timedelta(minutes=minutes)), st.integers(1, 9)
    )
)


def asked(sitting: Sitting, text: str = "När kommer strömmen?", asker: Asker = Asker.RESIDENTS, place: str = "") -> str:
    return sitting.do(asking.ask(sitting.incident, text, asker, sitting.now, place)).id


@given(ASKS)
def test_every_asking_is_counted_once_by_place_and_once_by_hour(asks: list[Ask]) -> None:
    now = NOON + timedelta(hours=40)
    everyone = sum(ask.count for ask in asks)
    assert sum(count for _place, count in by_place(asks)) == everyone
    hours = by_hour(asks, now, most=100)
    assert sum(count for _hour, count in hours) == everyone
    assert all(later - hour == timedelta(hours=1) for (hour, _), (later, _) in itertools.pairwise(hours))
    assert not asks or hours[-1][0] <= now < hours[-1][0] + timedelta(hours=1)


@given(st.lists(st.tuples(PLACES, st.booleans()), max_size=20))
def test_a_count_taken_back_is_as_if_it_had_never_been(moves: list[tuple[str, bool]]) -> None:
    sitting = Sitting()
    id = asked(sitting)
    kept = 1
    for place, stays in moves:
        entry = sitting.do(asking.repeat(sitting.incident, id, sitting.now, place)).id
        if stays:
            kept += 1
        else:
            sitting.do(Uncounted(id, entry), Uncounted(id, entry))
    assert sitting.incident.questions[id].count == kept == total(sitting.incident.questions[id].tally)


@given(st.lists(st.text("abc ", min_size=1).filter(str.strip), min_size=1, max_size=8))
def test_the_last_answer_stands_and_all_before_it_are_kept_in_order(answers: list[str]) -> None:
    sitting = Sitting()
    id = asked(sitting)
    for text in answers:
        sitting.do(Answered(id, text, "När kommer strömmen?"))
    question = sitting.incident.questions[id]
    assert [version.answer for version in question.versions] == answers
    assert [version.number for version in question.versions] == list(range(1, len(answers) + 1))
    assert question.answer.value is question.versions[-1]
    assert not question.answer.contested


def test_the_same_question_in_other_capitals_is_counted_and_not_noted_twice() -> None:
    sitting = Sitting()
    id = asked(sitting, place="Bettna")
    sitting.do(asking.ask(sitting.incident, "  när kommer STRÖMMEN ", Asker.RESIDENTS, sitting.now, "Flen"))
    assert list(sitting.incident.questions) == [id]
    assert by_place(sitting.incident.questions[id].tally.values()) == [("Bettna", 1), ("Flen", 1)]


def test_an_answer_that_replaces_another_says_so_with_its_time() -> None:
    sitting = Sitting()
    id = asked(sitting)
    sitting.do(asking.answer(sitting.incident, id, "Det vet vi inte ännu.", sitting.now))
    sitting.later(20)
    sitting.do(asking.answer(sitting.incident, id, "Klockan 18.", sitting.now))
    assert sitting.incident.log[-1].text == "Fråga 1: svar 2 ersätter svar 1. Klockan 18."
    assert [version.stamp.at for version in sitting.incident.questions[id].versions] == [
        NOON,
        NOON + timedelta(minutes=20),
    ]


def test_two_who_answer_at_once_are_both_shown_and_none_is_told() -> None:
    sitting = Sitting()
    id = asked(sitting)
    one, other = (
        asking.answer(sitting.incident, id, text, sitting.now) for text in ("Klockan 18.", "Det vet vi inte ännu.")
    )
    stamps = [sitting.stamp(one), sitting.stamp(other)]
    one.apply(sitting.incident, stamps[0])
    other.apply(sitting.incident, stamps[1])
    question = sitting.incident.questions[id]
    assert question.standing(sitting.now) is Standing.CONTESTED
    with pytest.raises(Refused, match="Två svar"):
        asking.adopt(sitting.incident, id)
    sitting.do(asking.answer(sitting.incident, id, "Klockan 18.", sitting.now))
    assert question.standing(sitting.now) is Standing.ANSWERED


def test_only_an_adopted_answer_is_on_the_sheet_and_another_answer_changes_just_that() -> None:
    sitting = Sitting()
    incident = sitting.incident
    id = asked(sitting)
    with pytest.raises(Refused, match="inget svar"):
        asking.adopt(incident, id)
    sitting.do(asking.answer(incident, id, "Det vet vi inte ännu.", sitting.now))
    assert not incident.sheet.answers
    sitting.do(asking.adopt(incident, id))
    assert [told.answer for told in incident.sheet.answers] == ["Det vet vi inte ännu."]
    before = {name: digest_of(incident.sheet, name) for name in ("answers", "staff_answers", "headline")}
    sitting.do(asking.repeat(incident, id, sitting.now))
    assert digest_of(incident.sheet, "answers") == before["answers"]
    sitting.do(asking.answer(incident, id, "Klockan 18.", sitting.now))
    changed = [name for name, digest in before.items() if digest_of(incident.sheet, name) != digest]
    assert changed == ["answers"]
    sitting.do(asking.withdraw(incident, id, "Strömmen är tillbaka."))
    assert incident.sheet.answers == ()


def test_an_answer_tells_when_what_it_was_written_from_has_changed() -> None:
    sitting = Sitting()
    incident = sitting.incident
    id = asked(sitting)
    sitting.do(asking.answer(incident, id, "Spara på vattnet.", sitting.now, uses=("advice",)))
    sitting.do(set_fields(incident, {"headline": "Strömmen är borta"}))
    assert outdated(incident, incident.questions[id]) == ()
    sitting.do(set_fields(incident, {"advice": ("Ladda telefonen.",)}))
    assert outdated(incident, incident.questions[id]) == ("advice",)


@pytest.mark.parametrize(("hours", "standing"), [(23.9, Standing.OPEN), (24, Standing.OPEN), (24.1, Standing.LATE)])
def test_p63_an_employees_question_is_late_after_24_hours(hours: float, standing: Standing) -> None:
    sitting = Sitting()
    id = asked(sitting, "Får jag gå hem?", Asker.STAFF)
    other = asked(sitting)
    sitting.later(hours * 60)
    assert sitting.incident.questions[id].standing(sitting.now) is standing
    assert sitting.incident.questions[other].standing(sitting.now) is Standing.OPEN
    late = [sitting.incident.questions[id]] if standing is Standing.LATE else []
    assert questions.late(sitting.incident, sitting.now) == late


def test_p63_a_promised_time_answers_for_now_and_is_late_when_it_passes() -> None:
    sitting = Sitting()
    id = asked(sitting, "Får jag gå hem?", Asker.STAFF)
    sitting.do(asking.promise(sitting.incident, id, NOON + timedelta(hours=30), sitting.now))
    sitting.later(29 * 60)
    assert sitting.incident.questions[id].standing(sitting.now) is Standing.PROMISED
    sitting.later(61)
    assert sitting.incident.questions[id].standing(sitting.now) is Standing.LATE
    sitting.do(asking.answer(sitting.incident, id, "Ja, efter skiftet.", sitting.now))
    assert sitting.incident.questions[id].standing(sitting.now) is Standing.ANSWERED


def test_p14_what_employees_ask_is_told_to_employees_and_not_to_residents() -> None:
    sitting = Sitting()
    id = asked(sitting, "Får jag gå hem?", Asker.STAFF)
    sitting.do(asking.answer(sitting.incident, id, "Ja, efter skiftet.", sitting.now))
    sitting.do(asking.adopt(sitting.incident, id))
    assert sitting.incident.sheet.answers == ()
    assert [one.question for one in sitting.incident.sheet.staff_answers] == ["Får jag gå hem?"]


def test_p37_a_question_of_the_bank_comes_with_its_answer_once() -> None:
    sitting = Sitting()
    sitting.do(*asking.from_bank(sitting.incident, "Får jag ersättning?", "Fråga ditt elnät.", sitting.now))
    assert sitting.incident.sheet.answers[0].answer == "Fråga ditt elnät."
    assert next(iter(sitting.incident.questions.values())).count == 0
    with pytest.raises(Refused, match="har redan ett svar"):
        asking.from_bank(sitting.incident, "Får jag ersättning?", "Fråga ditt elnät.", sitting.now)


def test_p37_a_question_that_was_asked_already_gets_the_answer_of_the_bank() -> None:
    sitting = Sitting()
    id = asked(sitting, "får jag ersättning")
    sitting.do(*asking.from_bank(sitting.incident, "Får jag ersättning?", "Fråga ditt elnät.", sitting.now))
    assert list(sitting.incident.questions) == [id]
    assert [one.answer for one in sitting.incident.sheet.answers] == ["Fråga ditt elnät."]


def test_a_count_of_a_question_nobody_knows_changes_nothing() -> None:
    sitting = Sitting()
    sitting.do(Repeated("okänd", datetime.now().astimezone()), Uncounted("okänd", "x"))
    assert sitting.incident.questions == {}

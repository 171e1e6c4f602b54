"""Numbered papers: handed out once, entered once, and what stands on them keeps its time and its number."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krisapp.domain.log import Kind
from krisapp.domain.records import papers
from krisapp.domain.records.papers import Form, HandedOut, Number, Papers, SheetLine
from krisapp.domain.words import Refused
from tests.domain.sitting import NOON, Sitting

SHEET = [
    SheetLine(NOON - timedelta(hours=2), Kind.OBSERVATION, "Strömmen gick i Bettna"),
    SheetLine(NOON - timedelta(hours=1), Kind.INCOMING, "Vattenfall ringde", "Vattenfall, driftcentralen"),
]


@pytest.fixture
def sitting() -> Sitting:
    """Give a desk where log sheets 1 to 20 are out."""
    made = Sitting()
    made.do(papers.hand_out(made.incident, Form.LOG, 20, ""))
    return made


def number(typed: str) -> Number:
    return papers.read_number(typed)


def test_numbers_follow_on_each_form_has_its_own_and_the_log_tells(sitting: Sitting) -> None:
    more = papers.hand_out(sitting.incident, Form.LOG, 2, "")
    sitting.do(more)
    first = papers.hand_out(sitting.incident, Form.DECISION, 1, "")

    assert [str(one) for one in more.numbers] == ["L-021", "L-022"]
    assert [str(one) for one in first.numbers] == ["B-001"]
    assert sitting.incident.log[-1].text == "Loggblad L-021–L-022 utskrivna."


@given(st.lists(st.tuples(st.sampled_from(Form), st.integers(1, 9), st.sampled_from(["", "KMX", "ACD"]))))
def test_no_number_is_handed_out_twice_whatever_is_printed_on_whichever_console(
    prints: list[tuple[Form, int, str]],
) -> None:
    sitting = Sitting()
    given_out: list[Number] = []
    for form, count, series in prints:
        happened = papers.hand_out(sitting.incident, form, count, series)
        given_out += happened.numbers
        sitting.do(happened)

    assert len(set(map(str, given_out))) == len(given_out)
    assert papers.contested(sitting.incident) == []


@pytest.mark.parametrize("typed", ["L-014", "l14", " L 014 ", "l-14"])
def test_a_number_is_read_however_it_is_typed(typed: str) -> None:
    assert str(number(typed)) == "L-014"


def test_the_number_of_another_console_is_read_with_its_letters() -> None:
    assert str(number("b7 kmx")) == "B-007-KMX"


@pytest.mark.parametrize("typed", ["", "14", "X-014", "L-000", "L-014-K", "L-99999"])
def test_what_is_no_number_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(Refused, match="L-014"):
        number(typed)


def test_l10_what_is_entered_keeps_its_time_of_event_and_says_from_which_paper(sitting: Sitting) -> None:
    sitting.do(*papers.enter(sitting.incident, number("L-014"), SHEET, sitting.now))

    line = sitting.incident.log[-1]
    assert (line.happened, line.stamp.at) == (NOON - timedelta(hours=1), NOON)
    assert (line.paper, line.kind, line.source) == ("L-014", Kind.INCOMING, "Vattenfall, driftcentralen")
    assert sitting.incident.log[-3].text == "Papper nr L-014 är inskrivet, 2 rader."


def test_a_number_is_used_once_and_the_second_hears_who_entered_it_and_when(sitting: Sitting) -> None:
    sitting.do(*papers.enter(sitting.incident, number("L-014"), SHEET, sitting.now))
    sitting.later(30)

    with pytest.raises(Refused, match=r"L-014 skrevs in av Olle Berg den 11 juni 2027 kl\. 12\.00"):
        papers.enter(sitting.incident, number("L-014"), SHEET, sitting.now)


def test_a_number_nobody_printed_is_refused_unless_the_paper_comes_from_elsewhere(sitting: Sitting) -> None:
    with pytest.raises(Refused, match="är inte utskrivet"):
        papers.enter(sitting.incident, number("L-099"), SHEET, sitting.now)

    sitting.do(*papers.enter(sitting.incident, number("L-099"), SHEET, sitting.now, elsewhere=True))

    assert papers.hand_out(sitting.incident, Form.LOG, 1, "").first == 100


def test_an_empty_sheet_and_a_time_that_has_not_been_are_refused(sitting: Sitting) -> None:
    ahead = SheetLine(NOON + timedelta(minutes=6), Kind.OBSERVATION, "Strömmen kom")
    with pytest.raises(Refused, match="minst en rad"):
        papers.enter(sitting.incident, number("L-001"), [], sitting.now)
    with pytest.raises(Refused, match=r"Strömmen kom.*inte har varit än"):
        papers.enter(sitting.incident, number("L-001"), [ahead], sitting.now)


def test_taking_back_frees_the_number_and_strikes_its_lines_and_no_others(sitting: Sitting) -> None:
    sitting.do(*papers.enter(sitting.incident, number("L-013"), SHEET, sitting.now))
    sitting.do(*papers.enter(sitting.incident, number("L-014"), SHEET, sitting.now))
    use = sitting.incident.part(Papers).paper(number("L-014")).use
    assert use is not None

    sitting.do(*papers.take_back(sitting.incident, number("L-014"), use.stamp.id))

    struck = {line.paper for line in sitting.incident.log if line.struck}
    assert struck == {"L-014"}
    sitting.do(*papers.enter(sitting.incident, number("L-014"), SHEET, sitting.now))
    with pytest.raises(Refused, match="redan borttaget"):
        papers.take_back(sitting.incident, number("L-014"), use.stamp.id)


def test_a_paper_entered_by_two_consoles_at_once_is_shown_as_a_conflict(sitting: Sitting) -> None:
    both = [papers.enter(sitting.incident, number("L-014"), SHEET, sitting.now) for _console in range(2)]
    for happened in both:
        sitting.do(*happened)

    assert [str(one.number) for one in papers.contested(sitting.incident)] == ["L-014"]
    assert len([line for line in sitting.incident.log if line.paper == "L-014"]) == 4


def test_the_same_numbers_from_two_consoles_are_shown_as_a_conflict(sitting: Sitting) -> None:
    sitting.do(HandedOut(Form.LOG, 20, 1))

    assert [str(one.number) for one in papers.contested(sitting.incident)] == ["L-020"]


def test_those_that_wait_are_out_and_not_entered(sitting: Sitting) -> None:
    sitting.do(*papers.enter(sitting.incident, number("L-002"), SHEET, sitting.now))

    assert [str(one.number) for one in papers.waiting(sitting.incident)][:2] == ["L-001", "L-003"]


def test_an_entry_that_arrives_before_its_paper_and_one_that_takes_back_what_never_came_do_no_harm() -> None:
    sitting = Sitting()
    sitting.do(papers.TakenBack("f" * 64), *papers.enter(sitting.incident, number("L-1"), SHEET, NOON, elsewhere=True))
    sitting.do(HandedOut(Form.LOG, 1, 3))

    assert [str(one.number) for one in papers.waiting(sitting.incident)] == ["L-002", "L-003"]
    assert papers.contested(sitting.incident) == []

"""Which channels live where: what chapter 6.2 says each needs, as a table of decisions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krisapp.domain.plan_rows import Channel
from krisapp.domain.reaching.living import NEEDED, broken, down, down_in, lives, ways_of
from krisapp.domain.reaching.working import (
    BOARD,
    HOUSE,
    LOCAL,
    MOBILE,
    OWN,
    OWN_EXCHANGE,
    OWN_INTRANET,
    OWN_MAIL,
    OWN_WEB,
    POWER,
    RADIO,
    TELEPHONE,
    WEB,
    State,
    towns,
)
from tests.domain.reaching.places import sample, sitting_in_flen, tell

PLACES = tuple(place.id for place in towns(sample()))


def test_every_channel_of_the_sample_plan_says_what_it_needs() -> None:
    needs = {row.id: row.needs for row in sample().channels}

    assert all(needs.values())
    assert {thing for row in needs.values() for things, _carried in ways_of(row) for thing in things} <= set(NEEDED)


@pytest.mark.parametrize(
    ("house", "place", "gone"),
    [
        ((OWN_WEB,), (), {"C01", "C02"}),
        ((OWN_MAIL,), (), {"C07"}),
        ((OWN_INTRANET,), (), {"C06"}),
        ((OWN_EXCHANGE,), (), {"C10", "C11"}),
        ((), (MOBILE,), {"C05"}),
        ((), (RADIO,), {"C15"}),
        ((), (BOARD,), {"C12"}),
        ((), (TELEPHONE,), set()),
        ((), (WEB,), {"C01", "C02", "C03", "C04", "C06", "C07", "C16"}),
        ((), (POWER,), set()),
        (
            (),
            (POWER, MOBILE),
            {"C01", "C02", "C03", "C04", "C05", "C06", "C07", "C08", "C10", "C11", "C16", "C17", "C25"},
        ),
        ((OWN_WEB, OWN_MAIL, OWN_INTRANET), (), {"C01", "C02", "C06", "C07"}),
    ],
)
def test_channels_go_down_with_what_they_need(house: tuple[str, ...], place: tuple[str, ...], gone: set[str]) -> None:
    sitting = sitting_in_flen()
    if house:
        tell(sitting, HOUSE, *house)
    if place:
        tell(sitting, "Bettna", *place)

    assert down_in(sample(), sitting.incident.working, "Bettna") == gone
    for other in set(PLACES) - {"Bettna"}:
        assert not down_in(sample(), sitting.incident.working, other) & gone or house


def test_a_channel_is_down_as_a_whole_only_when_it_is_so_everywhere() -> None:
    sitting = sitting_in_flen()
    for place in PLACES[:-1]:
        tell(sitting, place, MOBILE)
    assert sitting.incident.down == frozenset()

    tell(sitting, PLACES[-1], MOBILE)
    assert sitting.incident.down == down(sample(), sitting.incident.working) == {"C05"}


def test_nothing_is_down_before_anybody_has_told() -> None:
    assert sitting_in_flen().incident.down == frozenset()


def test_a_channel_that_does_not_say_what_it_needs_is_never_down() -> None:
    sitting = sitting_in_flen()
    tell(sitting, "Bettna", *LOCAL)
    silent = Channel(id="C99", rank=99, name="Ny", short="Ny")

    assert lives(silent, broken(sitting.incident.working, "Bettna"))


def test_what_needs_only_hands_lives_when_all_else_is_gone() -> None:
    sitting = sitting_in_flen()
    tell(sitting, "Bettna", *LOCAL)
    tell(sitting, HOUSE, *OWN)

    living = {row.id for row in sample().channels} - down_in(sample(), sitting.incident.working, "Bettna")
    assert living == {"C09", "C13", "C21", "C22", "C23", "C24"}


STATES = st.sampled_from(list(State))


@given(st.dictionaries(st.sampled_from(LOCAL), STATES), st.sampled_from(LOCAL))
def test_turning_something_back_on_never_takes_a_channel_down(states: dict[str, State], thing: str) -> None:
    sitting = sitting_in_flen()
    for one, state in states.items():
        tell(sitting, "Bettna", one, state=state)
    before = down_in(sample(), sitting.incident.working, "Bettna")

    tell(sitting, "Bettna", thing, state=State.WORKING)

    assert down_in(sample(), sitting.incident.working, "Bettna") <= before

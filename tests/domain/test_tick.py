from hypothesis import given
from hypothesis import strategies as st

from krisapp.domain.tick import REACH, next_tick, turned_back

TICKS = st.integers(0, 1 << 60)


def test_a_tick_is_one_more_than_the_highest_seen() -> None:
    assert next_tick(3, [9, 4], 16) == 10
    assert next_tick(12, [9, 4], 25) == 13
    assert next_tick(0, [], 0) == 1


def test_one_console_far_ahead_does_not_pull_the_others_along() -> None:
    assert next_tick(3, [1 << 60], 10) == 10 + REACH + 1


@given(TICKS, st.lists(TICKS), st.integers(0, 1 << 40))
def test_own_ticks_always_rise(own: int, seen: list[int], held: int) -> None:
    assert next_tick(own, seen, held) > own


@given(st.lists(st.integers(0, REACH)), st.integers(0, 1 << 40))
def test_an_entry_comes_after_all_that_was_seen_within_reach(seen: list[int], held: int) -> None:
    assert all(next_tick(0, seen, held) > tick for tick in seen)


@given(TICKS, st.lists(st.integers()), st.integers(0, 1 << 40))
def test_nothing_claimed_by_others_can_lead_further_than_reach(own: int, seen: list[int], held: int) -> None:
    assert next_tick(own, seen, held) <= max(own, held + REACH) + 1


def test_a_watch_a_minute_slow_has_not_been_turned_back() -> None:
    assert not turned_back(100_000, 40_000)
    assert turned_back(100_001, 40_000)
    assert not turned_back(0, 10**15)

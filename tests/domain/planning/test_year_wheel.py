"""The annual wheel: when the year's work falls, what is late, and when next year's is asked for (P4)."""

import calendar
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Role, Settings, YearItem
from krisapp.domain.planning.acts import Act, ActKind
from krisapp.domain.planning.year_wheel import (
    State,
    When,
    faults_in_wheel,
    month_of,
    occasions,
    state,
    wheel_wanted,
)

ITEM = YearItem(id="a", rank=1, name="Larmövning", when=When.MONTH, months=("3",))


def days(item: YearItem, year: int) -> list[tuple[date, date]]:
    return [(one.start, one.end) for one in occasions([item], year)]


def test_work_of_a_month_has_the_whole_month_also_a_february_of_a_leap_year() -> None:
    item = replace(ITEM, months=("2",))
    assert days(item, 2027) == [(date(2027, 2, 1), date(2027, 2, 28))]
    assert days(item, 2028) == [(date(2028, 2, 1), date(2028, 2, 29))]


def test_the_test_of_the_sirens_is_the_first_working_monday_of_four_months_at_15() -> None:
    item = replace(ITEM, months=("3", "6", "9", "12"), when=When.FIRST_MONDAY, time="15.00")
    found = occasions([item], 2033)
    assert [one.start for one in found] == [
        date(2033, 3, 7),
        date(2033, 6, 13),
        date(2033, 9, 5),
        date(2033, 12, 5),
    ]
    zone = timezone(timedelta(hours=1))
    assert found[0].moment(zone) == datetime(2033, 3, 7, 15, tzinfo=zone)
    assert occasions([ITEM], 2033)[0].moment(zone) is None


def test_a_day_that_a_month_lacks_is_its_last() -> None:
    item = replace(ITEM, months=("2", "4"), when=When.DAY, number=31)
    assert [start for start, _end in days(item, 2028)] == [date(2028, 2, 29), date(2028, 4, 30)]


def test_a_week_is_shown_in_the_month_and_year_of_its_thursday() -> None:
    first = occasions([replace(ITEM, months=(), when=When.WEEK, number=1)], 2026)[0]
    assert (first.start, first.end, first.key, month_of(first)) == (
        date(2025, 12, 29),
        date(2026, 1, 4),
        "a/2026-01",
        1,
    )
    last = replace(ITEM, months=(), when=When.WEEK, number=53)
    assert days(last, 2026) == [(date(2026, 12, 28), date(2027, 1, 3))]
    assert days(last, 2027) == [], "2027 has no week 53"


def test_something_for_one_year_falls_in_no_other() -> None:
    item = replace(ITEM, year=2028)
    assert days(item, 2027) == []
    assert len(days(item, 2028)) == 1


def test_an_occasion_is_late_the_day_after_its_last_until_it_is_done() -> None:
    (one,) = occasions([ITEM], 2027)
    assert state(one, date(2027, 2, 28)) is State.AHEAD
    assert state(one, date(2027, 3, 1)) is State.NOW
    assert state(one, date(2027, 3, 31)) is State.NOW
    assert state(one, date(2027, 4, 1)) is State.LATE
    acts = [Act(ActKind.DONE, date(2027, 4, 2), "alva", "a/2027-03")]
    (done,) = occasions([ITEM], 2027, acts)
    assert state(done, date(2027, 4, 3)) is State.DONE
    (next_year,) = occasions([ITEM], 2028, acts)
    assert next_year.done is None, "what was done last year is not done this year"


def test_p4_next_years_wheel_is_asked_for_from_1_october_until_somebody_makes_it() -> None:
    this_year = [Act(ActKind.WHEEL, date(2026, 11, 3), "alva", "2027")]
    assert wheel_wanted(this_year, date(2027, 9, 30)) is None
    assert wheel_wanted(this_year, date(2027, 10, 1)) == 2028
    assert wheel_wanted(this_year, date(2027, 12, 31)) == 2028
    assert wheel_wanted(this_year, date(2028, 1, 1)) == 2028
    made = [*this_year, Act(ActKind.WHEEL, date(2027, 10, 5), "alva", "2028")]
    assert wheel_wanted(made, date(2027, 10, 5)) is None
    assert wheel_wanted(made, date(2028, 9, 30)) is None


def test_a_workplace_that_never_made_a_wheel_is_asked_for_this_years() -> None:
    assert wheel_wanted([], date(2027, 6, 11)) == 2027


ITEMS = st.builds(
    YearItem,
    id=st.just("a"),
    rank=st.just(1),
    name=st.just("x"),
    months=st.lists(st.integers(1, 12).map(str), min_size=1, max_size=12).map(tuple),
    when=st.sampled_from([str(one) for one in When]),
    number=st.integers(1, 31),
    year=st.just(0),
)


@given(ITEMS, st.integers(1990, 2100))
def test_each_month_has_its_occasion_once_and_every_key_is_its_own(item: YearItem, year: int) -> None:
    found = occasions([item], year)
    keys = [one.key for one in found]
    assert len(keys) == len(set(keys))
    assert all(one.start <= one.end for one in found)
    if item.when != When.WEEK:
        assert sorted(month_of(one) for one in found) == sorted({int(month) for month in item.months})
        for one in found:
            assert one.end.day <= calendar.monthrange(year, one.start.month)[1]


def plan(*items: YearItem) -> Plan:
    role = Role(id="KOM", rank=1, name="Kommunikation", english="", tasks="", manned="ja")
    return Plan(
        version="prov",
        settings=Settings(municipality="Flens kommun", sender="Flens kommun"),
        roles=(role,),
        year_wheel=items,
    )


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": " "}, "name"),
        ({"when": "ibland"}, "when"),
        ({"months": ("13",)}, "months"),
        ({"months": ()}, "months"),
        ({"when": "day", "number": 32}, "number"),
        ({"when": "week", "number": 0, "months": ()}, "number"),
        ({"time": "25.00"}, "time"),
        ({"owner": "XYZ"}, "owner"),
    ],
)
def test_an_item_that_cannot_fall_is_refused_where_it_is_wrong(change: dict[str, object], field: str) -> None:
    assert list(faults_in_wheel(plan(replace(ITEM, owner="KOM", time="15.00")))) == []
    assert field in {at[-1] for at, _sentence, _values in faults_in_wheel(plan(replace(ITEM, **change)))}

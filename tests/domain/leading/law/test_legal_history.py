"""What happens to the clocks of law can come in any order, and twice, and the deadline is the same (11.2, CH5)."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from krisapp.domain.events import Event, Stamp
from krisapp.domain.leading.law import legal_keeping
from krisapp.domain.leading.law.legal_clocks import Outcome, clocks
from krisapp.domain.leading.law.legal_history import ClockSettled, ClockStarted
from krisapp.store.law_clocks import law_clocks
from tests.domain.sitting import NOON, PLAN, Sitting, read_in_any_order

RULES = {rule.id: rule for rule in law_clocks()}


def _entries(sitting: Sitting) -> list[tuple[Event, Stamp]]:
    (warning, _notice) = legal_keeping.start_clocks(
        sitting.incident, [RULES["cyber-warning"], RULES["cyber-notice"]], NOON, NOON
    )
    made: list[tuple[Event, Stamp]] = []
    stamp = sitting.stamp(warning)
    warning.apply(sitting.incident, stamp)
    made.append((warning, stamp))
    for outcome in (Outcome.DONE, Outcome.RUNS, Outcome.DONE):
        happened = ClockSettled(made[0][1].id, outcome, NOON, warning.name, "prov")
        stamp = sitting.stamp(happened)
        happened.apply(sitting.incident, stamp)
        made.append((happened, stamp))
    return made


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_whatever_order_the_entries_come_in_the_clock_has_the_same_deadline(data: st.DataObject) -> None:
    entries = _entries(Sitting())
    incident = read_in_any_order(data, PLAN, entries)
    (clock,) = clocks(incident, law_clocks())
    assert isinstance(entries[0][0], ClockStarted)
    assert (clock.began, clock.due) == (NOON, NOON + timedelta(hours=24))

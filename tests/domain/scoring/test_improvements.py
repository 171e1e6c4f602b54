"""Improvements: with owner and day, ended with a reason, and the same whatever order the journal is read in."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krisapp.domain.scoring.improvements import (
    Changed,
    End,
    Improvements,
    Improving,
    InWheel,
    Tried,
    change,
    end,
    propose,
)
from krisapp.domain.words import Refused
from tests.domain.scoring.accounts import Kept
from tests.domain.sitting import PLAN, read_in_any_order

WORDS = Improving("Larma kommunikatören samtidigt", "KC", date(2027, 9, 1), "internal")


def proposed(sitting: Kept) -> str:
    return sitting.do(propose(WORDS)).id


def test_an_improvement_needs_words_and_keeps_owner_day_and_measure() -> None:
    sitting = Kept()
    with pytest.raises(Refused, match="bli bättre"):
        propose(Improving("  "))
    with pytest.raises(Refused, match="501 tecken"):
        propose(Improving("x" * 501))
    id = proposed(sitting)

    (one,) = sitting.incident.part(Improvements).open
    assert (one.id, one.words) == (id, WORDS)
    assert "Ansvarig: KC, klart 2027-09-01" in sitting.incident.lines[id].text
    with pytest.raises(Refused, match="Inget är ändrat"):
        change(sitting.incident, id, WORDS)


def test_one_that_is_done_is_no_longer_open_and_one_that_is_dropped_is_gone() -> None:
    sitting = Kept()
    id = proposed(sitting)
    kept = sitting.incident.part(Improvements)
    sitting.do(end(sitting.incident, id, End.DONE))
    assert (kept.open, [one.id for one in kept.all]) == ([], [id])

    with pytest.raises(Refused, match="Inget är ändrat"):
        end(sitting.incident, id, End.DONE)
    with pytest.raises(Refused, match="varför"):
        end(sitting.incident, id, End.DROPPED)
    sitting.do(end(sitting.incident, id, End.DROPPED, "Görs redan"))
    assert kept.all == []
    sitting.do(end(sitting.incident, id, None))
    assert [one.id for one in kept.open] == [id]


@given(st.data())
def test_improvements_are_the_same_whatever_order_they_are_read_in(data: st.DataObject) -> None:
    sitting = Kept()
    begun = len(sitting.entries)
    id = proposed(sitting)
    sitting.do(change(sitting.incident, id, Improving("Larma i tid", "TIB")))
    sitting.do(InWheel(id, "larma-i-tid"))
    sitting.do(end(sitting.incident, id, End.DONE))
    sitting.do(Tried("OVN-2027-001", "e1", "Ring först", held=False, seen="Ingen svarade"))

    entries = [(happened, stamp) for stamp, happened in sitting.entries[begun:] if happened is not None]
    read = read_in_any_order(data, PLAN, entries).part(Improvements)

    (one,) = read.all
    assert one.end is not None and one.end.how is End.DONE
    assert one.wheel == "larma-i-tid"
    assert "Larma i tid" in {claim.text for claim, _stamp in one.said.claims}
    tried = read.tried["OVN-2027-001", "e1"].value
    assert tried is not None and not tried.held


def test_a_change_read_before_what_it_changes_is_not_lost() -> None:
    sitting = Kept()
    sitting.do(Changed("e" * 64, Improving("Senare ord")))

    assert sitting.incident.part(Improvements).all == []

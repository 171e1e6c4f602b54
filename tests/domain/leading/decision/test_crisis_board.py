"""The krisledningsnämnd: a switch of its own with its grounds, what it takes over, and the way back (LEH)."""

from datetime import date, timedelta
from itertools import permutations

import pytest

from krisapp.domain.events import Event
from krisapp.domain.incident import Incident
from krisapp.domain.leading.decision import deciding, seating
from krisapp.domain.leading.decision.board_history import BoardActivated, BoardEnded, BoardTold, BoardTookOver
from krisapp.domain.leading.decision.crisis_board import CrisisBoard, Grounds, decisions_of, review_due
from krisapp.domain.leading.decision.decision_words import rows
from krisapp.domain.leading.decision.decisions import COUNCIL, Decisions, Formulation, Sort, State
from krisapp.domain.leading.levels import set_level
from krisapp.domain.words import Refused
from tests.domain.leading.decision.test_decisions import entry
from tests.domain.sitting import NOON, PLAN, Sitting

GROUNDS = Grounds(
    "Elen har varit borta i hela kommunen i två dygn.",
    "Vatten, äldreomsorg och telefoni fungerar inte.",
    "Boende måste flyttas före natten.",
)


def board(sitting: Sitting) -> CrisisBoard:
    return sitting.incident.part(CrisisBoard)


def activated(sitting: Sitting) -> str:
    happened = seating.activate(sitting.incident, "chef", sitting.now, GROUNDS, sitting.now, alone=True, basis="F1, F2")
    return sitting.do(happened).id


def taken(sitting: Sitting) -> str:
    happened = seating.take_over(
        sitting.incident, "Socialnämnden", "Flytt av boende på Solgården", sitting.now, "chef", sitting.now
    )
    return sitting.do(happened).id


def test_leh_the_board_enters_by_its_chair_with_the_grounds_written_and_the_level_stays() -> None:
    sitting = Sitting()
    id = activated(sitting)

    term = board(sitting).current
    assert term is not None
    assert (term.id, term.since, term.chair, term.alone, term.grounds) == (id, NOON, "chef", True, GROUNDS)
    assert sitting.incident.sheet.level == "N1"
    (decision,) = sitting.incident.part(Decisions).all
    assert (decision.number, decision.sort, decision.made.background) == (1, Sort.BOARD, "F1, F2")
    said = dict(rows(sitting.incident, decision))
    assert (said["Avviker från det normala"], said["Kräver skyndsamma insatser"]) == (GROUNDS.departs, GROUNDS.prompt)
    assert sitting.incident.log[-1].text.startswith("Beslut 1 av Vera Lind: Krisledningsnämnden träder i funktion.")


def test_leh_the_level_never_puts_the_board_in_function_or_out_of_it() -> None:
    sitting = Sitting()
    sitting.do(set_level(sitting.incident, "N3", "Vera Lind", "Länge."))
    assert board(sitting).current is None
    activated(sitting)
    sitting.do(set_level(sitting.incident, "N1", "Vera Lind", "Lugnare."))
    assert board(sitting).current is not None


@pytest.mark.parametrize("missing", ["departs", "disturbs", "prompt"])
def test_leh_each_of_the_three_tests_of_the_law_needs_words(missing: str) -> None:
    sitting = Sitting()
    known = {name: "" if name == missing else "Skäl." for name in ("departs", "disturbs", "prompt")}
    with pytest.raises(Refused, match="alla tre leden"):
        seating.activate(sitting.incident, "chef", NOON, Grounds(**known), NOON, alone=False)


def test_leh_the_board_takes_over_tells_the_other_board_and_gives_back_as_soon_as_it_can() -> None:
    sitting = Sitting()
    with pytest.raises(Refused, match="inte i funktion"):
        taken(sitting)
    activated(sitting)
    id = taken(sitting)
    term = board(sitting).current
    assert term is not None
    assert [one.board for one in board(sitting).untold(term)] == ["Socialnämnden"]

    sitting.do(seating.tell_board(sitting.incident, id, sitting.now, "ordföranden", sitting.now))
    assert board(sitting).untold(term) == []
    assert sitting.incident.log[-1].text == (
        "Socialnämnden underrättad kl. 12.00 om uppgifterna som tagits över: ordföranden."
    )
    sitting.later(90)
    sitting.do(seating.give_back(sitting.incident, id, sitting.now, "chef", sitting.now))
    assert board(sitting).returned_at(board(sitting).taken[id]) == sitting.now
    kept = sitting.incident.part(Decisions)
    assert kept.state(kept.by_id[id], sitting.now) is State.LAPSED
    with pytest.raises(Refused, match="redan återlämnade"):
        seating.give_back(sitting.incident, id, sitting.now, "chef", sitting.now)


def test_leh_the_end_gives_back_what_is_still_held_and_says_so_in_the_decision() -> None:
    sitting = Sitting()
    activated(sitting)
    id = taken(sitting)
    sitting.later(600)
    with pytest.raises(Refused, match="inte längre behövs"):
        seating.end(sitting.incident, "chef", sitting.now, " ", sitting.now, council=False)
    sitting.do(seating.end(sitting.incident, "chef", sitting.now, "Elen är tillbaka.", sitting.now, council=False))

    assert board(sitting).current is None
    assert board(sitting).returned_at(board(sitting).taken[id]) == sitting.now
    kept = sitting.incident.part(Decisions)
    entered, took_over, last = kept.all
    assert [kept.state(one, sitting.now) for one in kept.all] == [State.REVOKED, State.LAPSED, State.HOLDS]
    assert kept.after(entered.id) == [last]
    assert took_over.within == entered.id
    assert "Uppgifterna återlämnas till Socialnämnden: Flytt av boende på Solgården" in last.made.text
    # It may enter anew, as a time of its own.
    activated(sitting)
    assert len(board(sitting).terms) == 2


def test_leh_the_council_may_end_it_too_and_that_is_not_reported_to_itself() -> None:
    sitting = Sitting()
    activated(sitting)
    sitting.do(seating.end(sitting.incident, "", sitting.now, "Beslut i fullmäktige.", sitting.now, council=True))
    last = sitting.incident.part(Decisions).all[-1]
    assert (last.made.decider, last.made.report_to) == (COUNCIL, "")


def test_leh_every_decision_of_the_board_is_reported_to_the_council() -> None:
    sitting = Sitting()
    term_id = activated(sitting)
    taken(sitting)
    sitting.later(5)
    own = Formulation("Förskolorna ska vara stängda.", sitting.now, "chef", "KLN")
    sitting.do(deciding.decide(sitting.incident, own, sitting.now))
    officials = Formulation("Staben möts kl. 14.", sitting.now, "chef", "KC")
    sitting.do(deciding.decide(sitting.incident, officials, sitting.now))

    kept, term = sitting.incident.part(Decisions), board(sitting).term(term_id)
    assert [one.number for one in kept.to_report(COUNCIL)] == [1, 2, 3]
    assert [one.number for one in decisions_of(sitting.incident, term)] == [1, 2, 3]
    ids = [one.id for one in kept.to_report(COUNCIL)]
    sitting.do(deciding.report(ids, COUNCIL, date(2027, 6, 28), "§ 61"))
    assert kept.to_report(COUNCIL) == []


def test_leh_it_is_tried_every_day_whether_the_board_is_still_needed() -> None:
    sitting = Sitting()
    activated(sitting)
    term = board(sitting).current
    assert term is not None
    assert review_due(term) == NOON + timedelta(days=1)
    sitting.later(23 * 60)
    sitting.do(seating.keep_on(sitting.incident, "Elen är inte tillbaka.", sitting.now))
    assert review_due(term) == NOON + timedelta(days=1, hours=23)
    sitting.do(seating.end(sitting.incident, "chef", sitting.now, "Klart.", sitting.now, council=False))
    assert review_due(term) is None


def test_what_happens_to_the_board_may_come_in_any_order_and_twice() -> None:
    start, over = entry("a", 1), entry("b", 2)
    board_words = Formulation("Krisledningsnämnden träder i funktion.", NOON, "chef", "KLN")
    acts: list[tuple[Event, object]] = [
        (BoardActivated(1, board_words, GROUNDS), start),
        (BoardTookOver(start.id, 2, board_words, "Socialnämnden", "Flytt"), over),
        (BoardTold(over.id, NOON, "ordföranden"), entry("c", 3)),
        (BoardEnded(start.id, 3, Formulation("Slut.", NOON + timedelta(hours=1), "chef", "KLN")), entry("d", 4)),
    ]
    for order in permutations(acts):
        incident = Incident(PLAN)
        for happened, stamp in (*order, order[0]):
            happened.apply(incident, stamp)  # type: ignore[arg-type] # each is a stamp
        kept = incident.part(CrisisBoard)
        (term,) = kept.terms
        (one,) = kept.takeovers(term)
        assert kept.current is None
        assert one.told.value is not None
        assert kept.returned_at(one) == NOON + timedelta(hours=1)
        assert [decision.number for decision in incident.part(Decisions).all] == [1, 2, 3]

"""The first day of an IT attack, its decisions: numbered, told, reported and the same when the file is opened again."""

from datetime import date, timedelta

from krisapp.domain.incident import Incident
from krisapp.domain.leading import standing_down
from krisapp.domain.leading.alarm.alarm_questions import Question, answer, answered
from krisapp.domain.leading.decision import deciding, seating
from krisapp.domain.leading.decision.crisis_board import CrisisBoard, Grounds, decisions_of
from krisapp.domain.leading.decision.decision_words import rows, standing
from krisapp.domain.leading.decision.decisions import COUNCIL, Decisions, Formulation, State
from krisapp.domain.leading.levels import history, set_level
from krisapp.ui.live import Live
from krisapp.workplace import Workplace
from tests.ui.views.conftest import OFFICER, StandingClock

GROUNDS = Grounds("Alla system är låsta.", "Trygghetslarm fungerar inte.", "Boende måste flyttas i kväll.")


def told(incident: Incident, live: Live) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Return every decision as people read it."""
    decisions = incident.part(Decisions)
    return [
        (decisions.label(one.id), standing(incident, one, live.now()), rows(incident, one)) for one in decisions.all
    ]


def test_what_was_decided_is_the_same_after_a_restart(live: Live, workplace: Workplace, clock: StandingClock) -> None:
    desk, incident = live.desk, live.incident
    chief, chair = "folke.stenhagenius", "alva.granlycke"
    desk.do(answer(incident, Question.WHO, "Alla förvaltningar", "it-jouren"))
    desk.do(set_level(incident, "N3", incident.name_of(chief), "Alla system är nere."))
    paper = Formulation("Alla ska arbeta på papper.", clock(), chief, "KC", units=("Alla",))
    (first,) = desk.do(deciding.decide(incident, paper, clock()))
    desk.do(*deciding.tell_staff(incident, first.id))
    clock.later(30)
    desk.do(deciding.change(incident, first.id, Formulation("Skolan använder datorer.", clock(), chief, "KC"), clock()))
    (term,) = desk.do(seating.activate(incident, chair, clock(), GROUNDS, clock(), alone=True))
    (over,) = desk.do(seating.take_over(incident, "Socialnämnden", "Flytt av boende", clock(), chair, clock()))
    desk.do(seating.tell_board(incident, over.id, clock(), "ordföranden", clock()))
    (school,) = desk.do(seating.take_over(incident, "Barnnämnden", "Skolskjuts", clock(), chair, clock()))
    clock.later(600)
    desk.do(seating.give_back(incident, school.id, clock(), chair, clock()))
    desk.do(seating.end(incident, chair, clock(), "Systemen är igång.", clock(), council=False))
    ids = [one.id for one in incident.part(Decisions).to_report(COUNCIL)]
    desk.do(deciding.report(ids, COUNCIL, date(2027, 6, 28), "§ 61"))
    desk.do(*standing_down.stand_down(incident, incident.name_of(chief), "Systemen är igång.", clock()))
    before, path = told(incident, live), desk.path
    log = [line.text for line in incident.log]
    live.close()

    live.open(workplace.open(path))
    again = live.incident
    assert told(again, live) == before
    assert [line.text for line in again.log][: len(log)] == log
    assert [label for label, _standing, _rows in before] == ["1", "2", "3", "4", "5", "6", "7", "8"]
    kept, board = again.part(Decisions), again.part(CrisisBoard)
    assert board.current is None
    assert [one.number for one in decisions_of(again, board.term(term.id))] == [4, 5, 6, 7]
    assert board.returned_at(board.taken[over.id]) == clock()
    assert kept.to_report() == []
    assert kept.state(kept.by_id[first.id], clock() + timedelta(days=1)) is State.CHANGED
    assert [step.level for step in history(again)] == ["N2", "N3", "N0"]
    assert again.opened["K09"].value is not None
    assert answered(again, Question.WHO) == "Alla förvaltningar"
    assert live.person == OFFICER

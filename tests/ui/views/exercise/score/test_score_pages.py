"""Resultat, Rapport and Jämför in the real window: scored from the file and worked by keys (EX4, EX5, AA1)."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from krisapp.domain.exercising.drill import observe
from krisapp.domain.scoring.evaluation import Evaluation, Section
from krisapp.domain.scoring.improvements import End, Improvements, Improving, propose
from krisapp.store.scenario_files import read_scenario, shipped
from krisapp.ui.live import Live
from krisapp.ui.views.exercise.score.compare_page import ComparePage
from krisapp.ui.views.exercise.score.improvement_dialog import ImprovementDialog, TriedDialog
from krisapp.ui.views.exercise.score.papers_dialog import PapersDialog
from krisapp.ui.views.exercise.score.rate_dialog import RateDialog
from krisapp.ui.views.exercise.score.report_page import ReportPage
from krisapp.ui.views.exercise.score.score_page import ScorePage
from krisapp.ui.views.tabbed import TabbedView
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.window import Window
from krisapp.workplace import Workplace
from tests.journeys.played_drills import Team, bad
from tests.ui.views.conftest import StandingClock, opened
from tests.ui.views.keyboard import words

ALREADY = Improving("Larma kommunikatören samtidigt som TiB startar", "KOM", date(2027, 8, 30), "internal")


@pytest.fixture
def window(calm: Live, workplace: Workplace, clock: StandingClock, qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    """Give a window with a drill that a team played badly, a month after another of the same kind."""
    first = bad(Team(workplace, clock))
    first.do(propose(ALREADY))
    first.desk.close()
    clock.later(60 * 24 * 30)
    second = bad(Team(workplace, clock))
    second.do(observe(second.drill, second.now, "Ingen ringde kommunikatören", objective="Ö1", rating="U"))
    with opened(calm, qtbot, tmp_path) as made:
        calm.open(second.desk)
        yield made


def go(window: Window, view: str, tab: str) -> TabbedView:
    window.go(view)
    shown = window.view
    assert isinstance(shown, TabbedView)
    shown.turn_to(tab)
    return shown


def score_page(window: Window, qtbot: QtBot) -> ScorePage:
    page = go(window, "after", "score").page
    assert isinstance(page, ScorePage)
    qtbot.waitUntil(lambda: page.scored is not None and not page.scoring.busy)
    return page


def report_page(window: Window, qtbot: QtBot) -> ReportPage:
    page = go(window, "after", "report").page
    assert isinstance(page, ReportPage)
    qtbot.waitUntil(lambda: page.scored is not None and page.folder.progress is None and bool(page.folder.past))
    return page


def in_dialog(kind: type[Dialog], fill: Callable[[Dialog], object]) -> None:
    """Fill in the dialog that opens next, and confirm it."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        try:
            assert isinstance(dialog, kind)
            fill(dialog)
            dialog.press()
        finally:
            if isinstance(dialog, QDialog) and dialog.isVisible():
                dialog.done(0)

    QTimer.singleShot(100, act)


def test_enter_goes_from_a_measure_to_what_it_rests_on_and_on_to_the_log(window: Window, qtbot: QtBot) -> None:
    page = score_page(window, qtbot)
    assert "mål som går att pröva är nådda" in words(page)
    page.table.setFocus()
    page.table.choose("order")

    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.evidence.hasFocus()
    with qtbot.waitSignal(page.live.shown) as shown:
        QTest.keyClick(page.evidence, Qt.Key.Key_Return)

    place, entry = shown.args
    assert place == "log"
    assert "invånarna först (P28)" in page.live.incident.lines[entry].text


def test_what_nobody_did_shows_no_entries_and_an_inject_left_lying_says_so(window: Window, qtbot: QtBot) -> None:
    page = score_page(window, qtbot)
    page.table.choose("web")
    assert not page.evidence.isVisible()
    assert "Inga poster att visa: inte gjort." in words(page)

    page.table.choose("media")

    assert page.evidence.isVisible()
    assert [row.text for row in page.evidence_model.rows] == ["Inspel A5 skickades, och ingen tog hand om det."]


def test_the_score_follows_what_is_done(window: Window, qtbot: QtBot) -> None:
    page = score_page(window, qtbot)
    before = page.scored
    page.live.do(propose(Improving("Öva mer")))

    qtbot.waitUntil(lambda: page.scored is not before)
    assert page.scored is not None and before is not None
    assert page.scored.found == before.found, "what is written after the end is no part of the drill"


def test_an_objective_is_rated_with_the_observations_in_sight(window: Window, qtbot: QtBot) -> None:
    page = score_page(window, qtbot)
    page.goals.choose("Ö1")

    def fill(dialog: Dialog) -> None:
        assert isinstance(dialog, RateDialog)
        assert "Ingen ringde kommunikatören (U)" in words(dialog)
        dialog.rating.choose("U")

    in_dialog(RateDialog, fill)
    page.rate()

    assert page.live.incident.part(Evaluation).rating("Ö1") == "U"
    qtbot.waitUntil(lambda: any(row.rating == "U" for row in page.goals_model.rows))


def test_the_report_is_a_draft_until_somebody_saves_other_words(window: Window, qtbot: QtBot) -> None:
    page = report_page(window, qtbot)
    well = page.editors[Section.WELL]
    assert "Rättelser: 0 rättelser" in well.toPlainText()
    assert not page.save_button.isEnabled()

    well.setFocus()
    well.selectAll()
    QTest.keyClicks(well, "Alla var med.")
    page.refresh()
    qtbot.waitUntil(lambda: not page.scoring.busy)
    assert well.toPlainText() == "Alla var med.", "a count that comes in takes nothing that is typed"
    page.save()

    assert page.live.incident.part(Evaluation).words(Section.WELL) == "Alla var med."
    assert page.live.incident.part(Evaluation).words(Section.SUMMARY) is None
    assert "Alla var med." in str(page.paper().data["blocks"])


def test_words_that_the_journal_refuses_are_still_there_to_be_saved(window: Window, qtbot: QtBot) -> None:
    page = report_page(window, qtbot)
    well, person = page.editors[Section.WELL], page.live.person
    well.setPlainText("Alla var med.")
    well.document().setModified(True)
    page.live.sit("")
    page.save()
    assert page.live.incident.part(Evaluation).words(Section.WELL) is None
    page.refresh()
    qtbot.waitUntil(lambda: not page.scoring.busy)
    assert well.toPlainText() == "Alla var med."

    page.live.sit(person)
    page.save()

    assert page.live.incident.part(Evaluation).words(Section.WELL) == "Alla var med."


def test_an_improvement_goes_to_the_annual_wheel_and_back(window: Window, qtbot: QtBot) -> None:
    page = report_page(window, qtbot)
    live, kept = page.live, page.live.incident.part(Improvements)

    def fill(dialog: Dialog) -> None:
        assert isinstance(dialog, ImprovementDialog)
        dialog.text.setPlainText("Öva ordningen: invånarna före företagen")
        dialog.owner.choose("SC")
        dialog.due.setText("2027-10-30")

    in_dialog(ImprovementDialog, fill)
    page.improvements.add()
    (one,) = kept.all
    page.improvements.list.choose(("", one.id))
    page.improvements.to_wheel()

    item = next(row for row in live.workplace.plan.year_wheel if row.id == one.wheel)
    assert (item.name, item.months, item.year, item.owner) == (one.words.text, ("10",), 2027, "SC")
    assert live.incident.id in item.note
    with qtbot.waitSignal(live.shown) as shown:
        page.improvements.to_wheel()
    assert shown.args == ["wheel", one.wheel]

    window.toast.undo()
    assert one.wheel == ""
    assert item.id not in {row.id for row in live.workplace.plan.year_wheel}


def test_one_without_a_day_is_refused_a_place_in_the_wheel(window: Window, qtbot: QtBot) -> None:
    page = report_page(window, qtbot)
    live = page.live
    live.do(propose(Improving("Ge loggföraren en egen dator")))
    (one,) = live.incident.part(Improvements).all
    page.improvements.list.choose(("", one.id))
    page.improvements.to_wheel()

    assert one.wheel == ""
    assert "Sätt en dag då förbättringen ska vara klar" in words(window)


def test_what_an_earlier_drill_left_open_is_tried_in_this_one(window: Window, qtbot: QtBot) -> None:
    page = report_page(window, qtbot)
    (row,) = [row for row in page.improvements.model.rows if row.earlier]
    assert row.text == ALREADY.text
    assert row.detail.startswith("Prövas, från OVN-2027-001")
    page.improvements.list.choose(("OVN-2027-001", row.id))

    def fill(dialog: Dialog) -> None:
        assert isinstance(dialog, TriedDialog)
        dialog.held.choose("no")
        dialog.seen.setText("Hon larmades först efter 30 minuter.")

    in_dialog(TriedDialog, fill)
    page.improvements.change()

    tried = page.live.incident.part(Improvements).tried["OVN-2027-001", row.id].value
    assert tried is not None and not tried.held
    assert "håller inte" in str(page.paper().data["blocks"])


def test_an_improvement_that_is_done_can_be_opened_again(window: Window, qtbot: QtBot) -> None:
    page = report_page(window, qtbot)
    page.live.do(propose(Improving("Öva mer")))
    (one,) = page.live.incident.part(Improvements).all
    page.improvements.list.choose(("", one.id))
    page.improvements.list.setFocus()

    QTest.keyClick(page.improvements.list, Qt.Key.Key_Space)
    assert one.end is not None and one.end.how is End.DONE
    window.toast.undo()
    assert one.end is None


def test_drills_are_compared_measure_by_measure(window: Window, qtbot: QtBot) -> None:
    page = go(window, "exercise", "compare").page
    assert isinstance(page, ComparePage)
    qtbot.waitUntil(lambda: page.folder.progress is None and len(page.model.rows) == 2)
    assert [row.found.words for row in page.model.rows] == [row.found.words for row in page.model.rows[:1]] * 2
    assert "2 av 13" in page.model.rows[0].goals

    page.measure.choose("residents")
    page.measure.chose.emit("residents")

    assert [row.found.words for row in page.model.rows] == ["41 min", "41 min"]
    assert "2027-07-11 41 min (missat)" in page.chart.accessibleName()
    page.which.choose("real")
    page.which.chose.emit("real")
    assert page.model.rows == ()


def test_the_papers_of_a_scenario_know_what_is_to_be_tried(window: Window, qtbot: QtBot) -> None:
    live = window.view.live if window.view else None
    assert live is not None
    dialog = PapersDialog(live, read_scenario(shipped()[0], live.plan), window)
    qtbot.waitUntil(lambda: dialog.folder.progress is None)

    assert [row.key for row in dialog.model.rows] == ["injects", "roles", "forms", "rules", "questions"]
    assert any(one.text == ALREADY.text for past in dialog.folder.past for one in past.open)
    dialog.deleteLater()


def test_a_real_incident_is_scored_and_reported_too(live: Live, qtbot: QtBot, tmp_path: Path) -> None:
    with opened(live, qtbot, tmp_path) as window:
        page = score_page(window, qtbot)
        assert not page.goals.isVisible()
        assert len(page.model.rows) == 18
        report = report_page(window, qtbot)
        assert "larmet kom" in report.editors[Section.SUMMARY].toPlainText()
        assert report.paper().data["exercise"] is False

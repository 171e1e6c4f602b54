"""Incoming reports in the window: taken in at a line, made something of by one key, and missed when they are late."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from krisapp.domain.facts import Status
from krisapp.domain.leading.task import receiving
from krisapp.domain.leading.task.incoming import Means, Outcome, Report, Reports, Stage, silent_units, units
from krisapp.domain.leading.task.tasks import Tasks
from krisapp.ui.live import Live
from krisapp.ui.views.lead.task.incoming_page import IncomingPage
from krisapp.ui.views.lead.task.incoming_rows import place_of
from krisapp.ui.views.lead.task.task_dialog import TaskDialog, WhyDialog
from krisapp.ui.views.lead.task.tasks_page import TasksPage
from krisapp.ui.views.lead.task.units_card import UnitDialog
from krisapp.ui.views.lead.view import LeadView
from krisapp.ui.views.overview_needs import needs
from krisapp.ui.widgets.toast import Toast
from tests.ui.views.conftest import StandingClock
from tests.ui.views.keyboard import CTRL, press_key, typed, words
from tests.ui.views.lead.screen import answering, lead

__all__ = ["lead"]

SOCIAL = "Socialförvaltningen"


@pytest.fixture
def page(lead: LeadView) -> IncomingPage:
    lead.turn_to("incoming")
    shown = lead.page
    assert isinstance(shown, IncomingPage)
    shown.start()
    return shown


def reports(live: Live) -> list[Report]:
    return live.incident.part(Reports).received()


def stage(report: Report) -> Stage:
    return report.stage


def came(page: IncomingPage, text: str = "Alla boenden har fått besked.", *, verified: bool = False) -> Report:
    live = page.live
    now = live.now()
    live.do(receiving.receive_report(live.incident, SOCIAL, text, now, now, verified=verified))
    report = reports(live)[-1]
    page.list.choose(report.id)
    page.list.setFocus()
    return report


def test_a_report_is_taken_in_by_the_keyboard_alone(page: IncomingPage, live: Live, qtbot: QtBot) -> None:
    assert page.unit.hasFocus()
    typed(SOCIAL)
    press_key(qtbot, Qt.Key.Key_Tab)
    typed("Alla boenden har el.")
    press_key(qtbot, Qt.Key.Key_Return)

    (report,) = reports(live)
    assert report.received is not None
    assert (report.received.unit, report.received.text, report.received.means) == (
        SOCIAL,
        "Alla boenden har el.",
        Means.PHONE,
    )
    assert page.unit.hasFocus()
    assert page.model.rows[0].mark.word == "ny"


def test_a_report_without_words_is_not_taken_in_and_what_was_typed_stays(
    page: IncomingPage, live: Live, qtbot: QtBot
) -> None:
    typed(SOCIAL)
    press_key(qtbot, Qt.Key.Key_Return)
    assert reports(live) == []
    assert "Skriv vad rapporten säger." in words(page)
    assert page.unit.text() == SOCIAL


@pytest.mark.parametrize(("verified", "status"), [(False, Status.UNCONFIRMED), (True, Status.CONFIRMED)])
def test_u_makes_a_fact_of_it_confirmed_only_when_somebody_has_checked(
    page: IncomingPage, live: Live, qtbot: QtBot, status: Status, *, verified: bool
) -> None:
    report = came(page, verified=verified)
    qtbot.keyClick(page.list, Qt.Key.Key_U)
    (fact,) = live.incident.sheet.facts
    assert (fact.status, fact.text, fact.source) == (status, "Alla boenden har fått besked.", SOCIAL)
    assert stage(report) is Stage.DONE
    assert [(one.outcome, one.target) for one in report.led_to] == [(Outcome.FACT, fact.id)]
    page.done.setChecked(True)
    assert f"uppgift {fact.id}" in page.model.rows[0].detail


def test_g_makes_a_task_of_it_and_each_leads_to_the_other(
    page: IncomingPage, lead: LeadView, live: Live, qtbot: QtBot
) -> None:
    report = came(page, "Ett boende behöver elverk.")
    answering(TaskDialog, lambda dialog: dialog.owner.choose("LOK"))
    qtbot.keyClick(page.list, Qt.Key.Key_G)
    (task,) = live.incident.part(Tasks).added()
    assert (task.title, task.owner, task.origin.id) == ("Ett boende behöver elverk.", "LOK", report.id)
    assert (report.stage, report.led_to[0].target) == (Stage.DONE, task.id)

    page.done.setChecked(True)
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    tasks_page = lead.page
    assert isinstance(tasks_page, TasksPage)
    assert tasks_page.task is task
    qtbot.keyClick(tasks_page.list, Qt.Key.Key_K)
    assert lead.page is page
    assert page.report is report


def test_r_f_and_l_make_a_rumour_a_question_or_nothing_more(page: IncomingPage, live: Live, qtbot: QtBot) -> None:
    for key, outcome in (
        (Qt.Key.Key_R, Outcome.RUMOUR),
        (Qt.Key.Key_F, Outcome.QUESTION),
        (Qt.Key.Key_L, Outcome.LOG),
    ):
        report = came(page, f"Någon säger {outcome}.")
        qtbot.keyClick(page.list, key)
        assert (report.stage, report.led_to[0].outcome) == (Stage.DONE, outcome)
    (rumour,) = live.incident.rumours.values()
    (question,) = live.incident.questions.values()
    assert [one.led_to[0].target for one in reports(live)[:2]] == [rumour.heard.fact, question.id]
    places = [place_of(one.led_to[0], live.incident) for one in reports(live)]
    assert places[:2] == [("questions", rumour.id), ("questions", question.id)]


def test_a_report_waits_for_a_decision_and_goes_back_with_a_reason(
    page: IncomingPage, live: Live, qtbot: QtBot
) -> None:
    report = came(page)
    qtbot.keyClick(page.list, Qt.Key.Key_B)
    qtbot.keyClick(page.list, Qt.Key.Key_E)
    assert stage(report) is Stage.DECISION
    qtbot.keyClick(page.list, Qt.Key.Key_E)
    assert "Inget beslut är fattat ännu" in words(page.window())

    answering(WhyDialog, lambda dialog: dialog.answer.setText(""))
    qtbot.keyClick(page.list, Qt.Key.Key_T)
    assert stage(report) is Stage.DECISION
    answering(WhyDialog, lambda dialog: dialog.answer.setText("Mer behöver frågas."))
    qtbot.keyClick(page.list, Qt.Key.Key_T)
    assert (report.stage, report.reason) == (Stage.TRIAGE, "Mer behöver frågas.")

    answering(WhyDialog, lambda dialog: dialog.answer.setText("Löst på plats."))
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    assert stage(report) is Stage.DONE
    toast = page.window().findChild(Toast)
    assert toast is not None
    assert toast.undo()
    assert stage(report) is Stage.TRIAGE
    assert live.incident.log[-1].text.endswith("Ångrat direkt.")


def test_a_report_is_checked_with_how_and_that_can_be_taken_back(page: IncomingPage, live: Live, qtbot: QtBot) -> None:
    report = came(page)
    answering(WhyDialog, lambda dialog: dialog.answer.setText("Motringd."))
    qtbot.keyClick(page.list, Qt.Key.Key_K)
    assert report.verified
    assert "kontrollerad: Motringd." in page.model.rows[0].detail
    qtbot.keyClick(page.list, Qt.Key.Key_Z, CTRL)
    assert [one.verified for one, _stamp in report.checks.claims] == [False]
    assert live.incident.log[-1].text == f"Rapport 1 från {SOCIAL} är inte kontrollerad."


def test_p54_a_silent_unit_is_yellow_on_the_page_and_a_need_on_the_overview_once_reports_are_kept(
    page: IncomingPage, live: Live, clock: StandingClock, qtmodeltester: ModelTester
) -> None:
    def silent() -> list[str]:
        return [need.title for need in needs(live.incident, live.plan, live.now()) if need.key == "silent"]

    assert {row.mark.word for row in page.units.model.rows} == {"väntas"}
    clock.later(119)
    live.ticked.emit()
    assert {row.mark.word for row in page.units.model.rows} == {"tyst"}
    assert silent() == []
    came(page)
    count = len(page.units.model.rows) - 1
    assert silent() == [f"{count} verksamheter är tysta"]
    assert next(row.mark.word for row in page.units.model.rows if row.title == SOCIAL) == "i tid"
    qtmodeltester.check(page.units.model)
    qtmodeltester.check(page.model)


def test_a_unit_is_asked_given_another_rhythm_let_go_and_added(
    page: IncomingPage, live: Live, qtbot: QtBot, clock: StandingClock
) -> None:
    card = page.units
    card.list.choose("socialförvaltningen")
    card.list.setFocus()
    qtbot.keyClick(card.list, Qt.Key.Key_P)
    assert "tillfrågad" in next(row.detail for row in card.model.rows if row.title == SOCIAL)

    answering(UnitDialog, lambda dialog: dialog.minutes.setText("30"))
    qtbot.keyClick(card.list, Qt.Key.Key_F4)
    clock.later(29)
    assert SOCIAL in [one.name for one in silent_units(live.incident, live.now())]

    card.list.choose("socialförvaltningen")
    qtbot.keyClick(card.list, Qt.Key.Key_Delete)
    assert SOCIAL not in [one.name for one in units(live.incident)]
    qtbot.keyClick(card.list, Qt.Key.Key_Z, CTRL)
    assert SOCIAL in [one.name for one in units(live.incident)]

    answering(UnitDialog, lambda dialog: dialog.name.setText("Svenska kyrkan"))
    card.add()
    assert "Svenska kyrkan" in [one.name for one in units(live.incident)]


def test_space_on_a_unit_begins_its_report(page: IncomingPage, qtbot: QtBot) -> None:
    page.units.list.choose("socialförvaltningen")
    page.units.list.setFocus()
    qtbot.keyClick(page.units.list, Qt.Key.Key_Space)
    assert page.unit.text() == SOCIAL
    assert page.text.hasFocus()


def test_an_alert_of_others_is_taken_in_here_too_and_is_not_checked(page: IncomingPage, live: Live) -> None:
    samples = Path(__file__).parents[3] / "documents" / "cap" / "samples"
    page.alerts.take_in(samples / "sweden_smhi_2019_single_valid.cap")
    (report,) = reports(live)
    assert stage(report) is Stage.RECEIVED
    assert not report.verified

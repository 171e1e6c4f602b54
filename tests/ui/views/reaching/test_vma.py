"""The page P4 och VMA: weighed, read, called and read back, with nothing claimed."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from krisapp.documents.cap.reading import read_alerts
from krisapp.domain.approval import approve
from krisapp.domain.checks import Stage
from krisapp.domain.delegation import TextKind, entitled
from krisapp.domain.ground import Circle, Point
from krisapp.domain.leading.task.incoming import Reports
from krisapp.domain.messages import Rendering, draft
from krisapp.domain.release import Reason, release
from krisapp.domain.situation import set_fields
from krisapp.domain.warning import Step, steps_of
from krisapp.domain.warning_form import Phones, form_of
from krisapp.domain.warning_reading import heard_of
from krisapp.ui.live import Live
from krisapp.ui.views.messages.reading import Reading
from krisapp.ui.views.messages.renewing import Renewing
from krisapp.ui.views.overview_needs import needs
from krisapp.ui.views.reaching.view import ReachView
from krisapp.ui.views.reaching.vma_form import RequestForm
from krisapp.ui.views.reaching.vma_page import VmaPage
from tests.ui.views.reaching.screen import view

__all__ = ["view"]

MESSAGE = "E1-C14.sv"
TEXT = "Text att läsa upp\nGå inomhus.\nStäng fönster."


Opened = Callable[[type, Callable[..., None]], None]


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    """Give what does something in the next dialog of a kind, once it is open."""

    def next_is(kind: type, act: Callable[..., None]) -> None:
        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, kind) and isinstance(dialog, QDialog):
                try:
                    act(dialog)
                finally:
                    dialog.done(dialog.result())  # a dialog left open would wait for ever
            else:
                QTimer.singleShot(20, look)

        QTimer.singleShot(0, look)

    return next_is


def _decide(live: Live, stage: Stage = Stage.FIRST) -> None:
    live.do(draft(live.incident, MESSAGE, TEXT, stage, edited=True))
    chief = entitled(live.plan, TextKind.VMA, live.now().date())[0]
    live.do(approve(live.incident, MESSAGE, Rendering(TEXT, ()), chief))
    live.do(release(live.incident, MESSAGE, Reason.KNOWN, "prov"))


def _report(page: VmaPage, *steps: Step) -> None:
    for step in steps:
        page.call.step.choose(step)
        page.call.report()


def _page(view: ReachView) -> VmaPage:
    view.show_item("vma")
    found = view.page
    assert isinstance(found, VmaPage)
    return found


def test_before_a_decision_it_says_what_to_do_and_nothing_can_be_reported(view: ReachView) -> None:
    page = _page(view)
    assert "Ingenting är begärt" in page.timer.text()
    assert page.call.report_button.isHidden()
    assert all(button.isHidden() for button in page.call.follow.values())
    assert page.text.toPlainText().startswith("Viktigt meddelande till allmänheten")
    assert "sekunder" in page.pace_line.text()
    assert page.call.who_may.text().startswith("Får begära: ")


def test_opening_a_text_begins_it_so_that_there_is_one_to_approve(view: ReachView, live: Live) -> None:
    page, shown = _page(view), list[str]()
    live.shown.connect(lambda _screen, item: shown.append(item))
    assert MESSAGE not in live.texts.ids()
    page.open_button.click()
    page.questions.notice.click()

    assert shown == [MESSAGE, "E1-C15.sv"]
    assert set(shown) <= set(live.texts.ids())


def test_the_answers_and_the_points_go_to_the_log(view: ReachView, live: Live) -> None:
    page = _page(view)
    page.questions.danger.setChecked(True)
    page.questions.urgent.setChecked(True)
    assert "omedelbart" in page.questions.outcome.text()
    page.questions.weigh()
    assert "VMA övervägt" in live.incident.log[-1].text
    for tick in page.points.points.values():
        tick.setChecked(True)
    page.points.check()
    assert "5 av 5" in live.incident.log[-1].text


def test_the_call_goes_step_by_step_and_reading_back_needs_every_sentence(view: ReachView, live: Live) -> None:
    _decide(live)
    page = _page(view)
    assert "Ring SOS Alarm nu" in page.timer.text()
    _report(page, Step.CALLED, Step.CONFIRMED)
    assert "sedan SOS Alarm ringdes" in page.timer.text()
    _report(page, Step.READ_BACK)
    assert len(steps_of(live.incident, MESSAGE)) == 2
    for tick in page.call.heard:
        tick.click()
    _report(page, Step.READ_BACK)
    assert [one.step for one in steps_of(live.incident, MESSAGE)][-1] is Step.READ_BACK


def test_ticks_of_reading_back_are_kept_in_the_journal(view: ReachView, live: Live) -> None:
    _decide(live)
    page = _page(view)
    page.call.heard[1].click()
    assert heard_of(live.incident, MESSAGE) == {"Stäng fönster."}
    page.refresh()
    assert [tick.isChecked() for tick in page.call.heard] == [False, True]
    page.call.heard[1].click()
    assert heard_of(live.incident, MESSAGE) == frozenset()


def test_a_step_has_the_time_it_happened_and_can_be_taken_back(view: ReachView, live: Live) -> None:
    _decide(live)
    page = _page(view)
    now = live.now()
    page.call.time.setText((now - timedelta(minutes=20)).strftime("%H.%M"))
    _report(page, Step.CALLED)
    (called,) = steps_of(live.incident, MESSAGE)
    assert now - called.at >= timedelta(minutes=20)
    assert not page.call.time.text()
    page.call.take_back()
    assert steps_of(live.incident, MESSAGE) == ()
    assert page.call.reports.isHidden()
    page.call.time.setText("i går")
    _report(page, Step.CALLED)
    assert steps_of(live.incident, MESSAGE) == ()
    assert not view.banner.isHidden()


def test_the_form_is_typed_once_and_stays(view: ReachView, live: Live, opened: Opened) -> None:
    page = _page(view)

    def fill(dialog: RequestForm) -> None:
        dialog.callback.setText("08-465 004 12")
        dialog.commander.setText("Sara Ask")
        dialog.phones[Phones.SMS].setChecked(True)
        dialog.code.choose("04")
        for line, text in zip((dialog.latitude, dialog.longitude, dialog.radius), ("59,13", "16,73", "3"), strict=True):
            line.setText(text)
        dialog.press()

    opened(RequestForm, fill)
    page.call.fill_in()
    form = form_of(live.incident, MESSAGE)
    assert (form.callback, form.code, form.circle) == ("08-465 004 12", "04", Circle(Point(59.13, 16.73), 3))
    assert "Sara Ask" in page.call.form_line.text()

    def look(dialog: RequestForm) -> None:
        assert dialog.latitude.text() == "59,13"
        dialog.latitude.setText("16,73")
        dialog.longitude.setText("59,13")
        dialog.press()
        assert "bytt plats" in dialog.banner.text
        dialog.reject()
        dialog.reject()

    opened(RequestForm, look)
    page.call.fill_in()
    assert form_of(live.incident, MESSAGE) == form


@pytest.mark.parametrize("stage", [Stage.UPDATE, Stage.ALL_CLEAR, Stage.FINAL])
def test_what_follows_leads_to_the_text_at_that_stage(
    view: ReachView, live: Live, opened: Opened, stage: Stage
) -> None:
    _decide(live)
    page, shown = _page(view), list[str]()
    live.shown.connect(lambda _screen, item: shown.append(item))

    def make(dialog: Renewing) -> None:
        assert dialog.stage.key == stage
        dialog.others.setChecked(False)
        dialog.press()

    opened(Renewing, make)
    page.call.follow[stage].click()
    assert live.texts.stage(MESSAGE) is stage
    assert shown == [MESSAGE]


def test_the_request_to_those_here_for_the_season_is_a_choice_away(view: ReachView, live: Live) -> None:
    _decide(live)
    view.show_item("vma:E3-C14.sv")
    page = view.page
    assert isinstance(page, VmaPage)
    assert page.message == "E3-C14.sv"
    assert page.call.report_button.isHidden()


def test_the_text_is_read_over_the_whole_screen_by_a_key(view: ReachView, opened: Opened) -> None:
    page = _page(view)
    seen: list[str] = []

    def look(reading: Reading) -> None:
        seen.append(reading.text)
        reading.reject()

    opened(Reading, look)
    page.read_large()
    assert seen[0].startswith("Viktigt meddelande")


def test_a_released_text_is_saved_as_cap_by_the_button(
    view: ReachView, live: Live, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    _decide(live)
    page, path = _page(view), tmp_path / "a.cap"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_all, **_named: (str(path), ""))
    page.saving.save()
    qtbot.waitUntil(path.exists)
    (read,) = read_alerts(path.read_bytes())
    assert read.alert.status == "Draft"


def test_an_alert_of_others_comes_in_as_reports_and_an_attack_is_refused_where_one_looks(
    view: ReachView, live: Live
) -> None:
    samples = Path(__file__).parents[3] / "documents" / "cap" / "samples"
    page = _page(view)
    page.reading.take_in(samples / "sweden_smhi_2019_single_valid.cap")
    assert len(live.incident.part(Reports).by_id) == 1
    page.reading.take_in(samples / "attack_xxe_entity.cap")
    assert len(live.incident.part(Reports).by_id) == 1


def test_k14_10_a_request_whose_time_has_come_stands_on_the_overview_and_leads_here(
    view: ReachView, live: Live
) -> None:
    live.do(set_fields(live.incident, {"next_update": live.now() + timedelta(hours=1)}))
    _decide(live)
    _report(_page(view), Step.CALLED)
    now = live.now()
    assert not [one for one in needs(live.incident, live.plan, now) if one.view == "reach" and "vma" in one.item]
    (need,) = [
        one
        for one in needs(live.incident, live.plan, now + timedelta(hours=2))
        if one.view == "reach" and "vma" in one.item
    ]
    assert need.item == "vma:E1-C14.sv"
    assert "Ompröva" in need.title

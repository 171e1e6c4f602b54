"""The clocks of law in the window: asked about, started, settled, in the head, and the same after a restart (CH5)."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from krisapp.domain.leading.law.legal_clocks import Clock, Outcome, clocks, running
from krisapp.store.law_clocks import law_clocks
from krisapp.ui.head import Head
from krisapp.ui.legal_watch import LegalWatch
from krisapp.ui.live import Live
from krisapp.ui.views.lead.law.legal_dialog import ClockDialog, read_day_and_time
from krisapp.ui.views.lead.law.legal_page import LegalPage
from krisapp.ui.views.lead.task.task_dialog import WhyDialog
from krisapp.ui.views.lead.view import LeadView
from krisapp.ui.views.overview_needs import needs
from krisapp.ui.widgets.clock import Countdown
from krisapp.workplace import Workplace
from tests.ui.views.conftest import ALARM, OFFICER, StandingClock
from tests.ui.views.keyboard import CTRL, words
from tests.ui.views.lead.screen import answering, lead

__all__ = ["lead"]

J, N, SPACE = Qt.Key.Key_J, Qt.Key.Key_N, Qt.Key.Key_Space


@pytest.fixture
def live(calm: Live, workplace: Workplace) -> Live:
    """Give an incident in which it systems are down."""
    calm.sit(OFFICER)
    calm.open(
        workplace.start(
            type="it_outage",
            places=(),
            sentence="Kommunens filservrar är krypterade",
            level="N2",
            danger_to_life=False,
            exercise=False,
            person=OFFICER,
            alarm_at=ALARM,
        )
    )
    return calm


@pytest.fixture
def page(lead: LeadView) -> LegalPage:
    lead.turn_to("law")
    shown = lead.page
    assert isinstance(shown, LegalPage)
    shown.start()
    return shown


@pytest.fixture
def watched(live: Live, home: QWidget) -> Iterator[Head]:
    """Give a head that the clocks of law are shown in."""
    head = Head(home)
    head.resize(1080, 70)
    head.show()
    watch = LegalWatch(live, head)
    yield head
    watch.deleteLater()


def titles(page: LegalPage) -> list[str]:
    return [row.title for row in page.model.rows]


def runs(live: Live) -> list[Clock]:
    return running(live.incident, law_clocks(), live.now())


def start_all(page: LegalPage, qtbot: QtBot) -> None:
    page.list.choose("? significant")
    answering(ClockDialog, lambda dialog: dialog.because.setText("Angrepp."))
    qtbot.keyClick(page.list, J)


def test_an_it_incident_asks_and_a_yes_starts_both_clocks_from_when_it_was_known(
    page: LegalPage, live: Live, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    assert titles(page) == ["Kan personuppgifter ha läckt, försvunnit eller ändrats?", "Är it-incidenten betydande?"]
    start_all(page, qtbot)
    assert [(one.name, one.due) for one in runs(live)] == [
        ("Cyber, tidig varning", ALARM + timedelta(hours=24)),
        ("Cyber, anmälan", ALARM + timedelta(hours=72)),
    ]
    assert titles(page)[1:] == ["Cyber, tidig varning", "Cyber, anmälan"]
    assert page.model.rows[1].mark.word == "om 23 tim 58 min"
    qtmodeltester.check(page.model)


def test_a_no_needs_a_reason_and_can_be_taken_back(page: LegalPage, live: Live, qtbot: QtBot) -> None:
    page.list.choose("? breach")
    answering(WhyDialog, lambda dialog: dialog.answer.setText(""))
    qtbot.keyClick(page.list, N)
    assert len(page.model.rows) == 2
    answering(WhyDialog, lambda dialog: dialog.answer.setText("Bara kartor."))
    qtbot.keyClick(page.list, N)
    assert titles(page) == ["Är it-incidenten betydande?"]
    assert live.incident.log[-1].text.endswith("Nej. Skäl: Bara kartor.")
    qtbot.keyClick(page.list, Qt.Key.Key_Z, CTRL)
    assert len(page.model.rows) == 2


def test_a_clock_is_settled_the_last_report_follows_and_it_can_be_taken_back(
    page: LegalPage, live: Live, qtbot: QtBot, clock: StandingClock
) -> None:
    start_all(page, qtbot)
    clock.later(60)
    notice = next(one for one in runs(live) if one.rule.id == "cyber-notice")
    page.list.choose(notice.key)
    answering(WhyDialog, lambda dialog: dialog.answer.setText("Ärende 12."))
    qtbot.keyClick(page.list, SPACE)
    assert [one.name for one in runs(live)] == ["Cyber, tidig varning", "Cyber, slutrapport"]
    assert next(row for row in page.model.rows if row.id == notice.key).mark.word == "klar"
    qtbot.keyClick(page.list, Qt.Key.Key_Z, CTRL)
    assert [one.name for one in runs(live)] == ["Cyber, tidig varning", "Cyber, anmälan"]


def test_a_clock_is_started_by_hand_in_any_incident_and_its_deadline_is_told_before(
    page: LegalPage, live: Live, qtbot: QtBot
) -> None:
    told: list[str] = []

    def fill(dialog: ClockDialog) -> None:
        dialog.which.choose("Utvärdering")
        dialog.since.setText("10/6 12.00")
        told.append(words(dialog))

    answering(ClockDialog, fill)
    qtbot.keyClick(page.list, N, CTRL)
    (clock,) = runs(live)
    assert clock.due == ALARM.replace(day=10, hour=12, minute=0) + timedelta(days=30)
    assert "Utvärdering: senast 10/7 12.00" in told[0]


def test_law_clocks_stand_in_the_head_the_most_urgent_first_and_only_while_they_run(
    page: LegalPage, watched: Head, live: Live, qtbot: QtBot, clock: StandingClock
) -> None:
    def shown() -> list[str]:
        return [part.mark.word for part in watched.findChildren(Countdown) if part.isVisibleTo(watched)]

    assert shown() == []
    start_all(page, qtbot)
    assert shown() == ["om 23 tim"]
    assert "Cyber 24 tim +1" in [part.text() for part in watched.findChildren(type(page._about))]
    clock.later(24 * 60)
    live.ticked.emit()
    assert shown() == ["2 min sent"]
    for one in runs(live):
        page.list.choose(one.key)
        answering(WhyDialog, lambda dialog: dialog.answer.setText("Skickad."))
        qtbot.keyClick(page.list, SPACE)
    assert shown() == []


def test_the_overview_asks_the_question_and_counts_down_what_runs(page: LegalPage, live: Live, qtbot: QtBot) -> None:
    def law() -> list[tuple[str, str]]:
        found = needs(live.incident, live.plan, live.now())
        return [(need.title, need.item) for need in found if need.key.startswith("law")]

    assert [item for _title, item in law()] == ["law:? breach", "law:? significant"]
    start_all(page, qtbot)
    assert [title for title, _item in law()][1:] == ["Cyber, tidig varning", "Cyber, anmälan"]


def test_ch5_a_clock_has_the_same_deadline_after_a_restart_and_after_the_machine_has_slept(
    page: LegalPage, live: Live, workplace: Workplace, qtbot: QtBot, clock: StandingClock
) -> None:
    start_all(page, qtbot)
    before = runs(live)
    path = live.desk.path
    live.close()
    clock.later(30 * 60)
    live.open(workplace.open(path))
    assert [(one.key, one.due) for one in runs(live)] == [(one.key, one.due) for one in before]
    live.ticked.emit()
    assert runs(live)[0].name == "Cyber, tidig varning"
    assert [one.outcome for one in clocks(live.incident, law_clocks())] == [Outcome.RUNS, Outcome.RUNS]


def test_once_the_head_watches_the_overview_knows_that_there_are_clocks() -> None:
    asks = """
import krisapp.ui.legal_watch
from krisapp.domain.events import KINDS
assert "legal.started" in KINDS
"""
    subprocess.run([sys.executable, "-c", asks], check=True, timeout=60)


@pytest.mark.parametrize(
    ("text", "day", "hour"), [("14.10", 11, 14), ("10/6 14.10", 10, 14), ("10/6 23.00", 10, 23), ("18.00", 10, 18)]
)
def test_a_time_that_has_been_is_read_with_its_day(text: str, day: int, hour: int) -> None:
    read = read_day_and_time(text, ALARM.replace(hour=15, minute=0))
    assert (read.day, read.hour) == (day, hour)

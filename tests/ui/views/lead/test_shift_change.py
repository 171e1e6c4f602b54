"""Passbyte: at hour ten everybody whose relief is here hands over in one go, and the journal tells each (K08-07)."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from krisapp.documents.pdf import compile_pdf
from krisapp.documents.shift_list import shift_list
from krisapp.domain.leading.staff import manning, shift_planning
from krisapp.domain.leading.staff.handovers import Handovers
from krisapp.domain.leading.staff.staffing import Staffing
from krisapp.ui.views.lead.staff.shift_change_dialog import ShiftChangeDialog
from krisapp.ui.views.lead.staff.staffing_page import StaffingPage
from krisapp.ui.views.lead.view import LeadView
from tests.documents.reading import words as words_of
from tests.ui.views.conftest import StandingClock
from tests.ui.views.keyboard import press_key, words
from tests.ui.views.lead.screen import answering, lead

__all__ = ["lead"]
PAIRS = {"KC": ("folke.stenhagenius", "gerda.ronnmalm"), "SC": ("idun.askfjord", "klara.lovmyren")}


@pytest.fixture
def page(lead: LeadView, clock: StandingClock) -> StaffingPage:
    """Give the page ten hours on, with two who work and their reliefs planned."""
    live = lead.live
    lead.turn_to("staffing")
    shown = lead.page
    assert isinstance(shown, StaffingPage)
    for post, (first, second) in PAIRS.items():
        start = live.now() + timedelta(hours=10)
        live.do(manning.take(live.incident, post, first, live.now(), live.now()))
        live.do(shift_planning.plan_shift(live.incident, post, second, start, start + timedelta(hours=8)))
    clock.later(10 * 60)
    live.ticked.emit()
    shown.start()
    return shown


def in_roles(page: StaffingPage) -> dict[str, list[str]]:
    staffing = page.live.incident.part(Staffing)
    return {post: [spell.person for spell in staffing.standing(post)] for post in PAIRS}


def test_k08_all_who_are_ticked_hand_over_at_once(page: StaffingPage, qtbot: QtBot) -> None:
    assert page.buttons["change"].isVisible()

    def fill(dialog: ShiftChangeDialog) -> None:
        for _relief, tick in dialog.pairs:
            tick.setChecked(True)

    titles = answering(ShiftChangeDialog, fill)
    press_key(qtbot, Qt.Key.Key_Y)
    assert titles == ["Passbyte"]
    assert in_roles(page) == {post: [second] for post, (_first, second) in PAIRS.items()}
    handed = page.live.incident.part(Handovers).all.values()
    assert all(one.confirmed is not None and one.offered.brief for one in handed)
    assert not page.buttons["change"].isVisible()


def test_who_is_not_ticked_stays_and_nothing_ticked_is_refused(page: StaffingPage) -> None:
    said: list[str] = []

    def fill(dialog: ShiftChangeDialog) -> None:
        dialog.press()
        said.append(words(dialog.banner))
        dialog.pairs[0][1].setChecked(True)

    answering(ShiftChangeDialog, fill)
    page.change_shift()
    assert "Kryssa i minst en" in said[0]
    assert in_roles(page) == {"KC": ["gerda.ronnmalm"], "SC": ["idun.askfjord"]}


def test_the_list_on_paper_says_it_may_be_secret_and_tells_who_is_on_duty_and_who_comes(page: StaffingPage) -> None:
    said = words_of(compile_pdf("report", shift_list(page.live.incident, page.live.now())))
    for part in ("Kan omfattas av sekretess", "Folke Stenhagenius", "Klara Lövmyren", "11/6 23.12"):
        assert part in said

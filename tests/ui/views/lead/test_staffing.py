"""Bemanning: who works where, for how long, handing over with the sheet, and the shifts, by the keyboard (AC4, AC5)."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from krisapp.domain.events import Stamp
from krisapp.domain.leading.staff import manning
from krisapp.domain.leading.staff.handovers import Handovers
from krisapp.domain.leading.staff.shifts import Shifts
from krisapp.domain.leading.staff.staffing import Staffing, Taken
from krisapp.ui.views.lead.staff.handover_dialog import ConfirmDialog, OfferDialog
from krisapp.ui.views.lead.staff.shift_chart import Line, in_words, lines
from krisapp.ui.views.lead.staff.staffing_dialogs import AwayDialog, DutyDialog, ShiftDialog
from krisapp.ui.views.lead.staff.staffing_page import StaffingPage
from krisapp.ui.views.lead.view import LeadView
from krisapp.ui.views.log_words import about, acted_as
from krisapp.ui.views.overview_needs import needs
from tests.ui.views.conftest import OFFICER, StandingClock
from tests.ui.views.keyboard import CTRL, NONE, press_key, words
from tests.ui.views.lead.screen import answering, lead

__all__ = ["lead"]
CHIEF, DEPUTY, STAFF = "folke.stenhagenius", "gerda.ronnmalm", "idun.askfjord"
HOUR = 60


@pytest.fixture
def page(lead: LeadView) -> StaffingPage:
    lead.turn_to("staffing")
    shown = lead.page
    assert isinstance(shown, StaffingPage)
    shown.start()
    return shown


def takes(page: StaffingPage, post: str, person: str) -> None:
    live = page.live
    live.do(manning.take(live.incident, post, person, live.now(), live.now()))


def chosen(page: StaffingPage, start: str) -> None:
    page.list.choose(next(row.key for row in page.model.rows if row.title.startswith(start)))


def press(page: StaffingPage, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """Press a key in the page, once the dialog before it has given the window back."""
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    press_key(qtbot, key, held)


def in_role(page: StaffingPage, post: str) -> list[str]:
    return [spell.person for spell in page.live.incident.part(Staffing).standing(post)]


def test_every_role_the_level_needs_is_listed_until_somebody_is_in_it(page: StaffingPage, qtbot: QtBot) -> None:
    assert "roller är obemannade" in words(page)
    chosen(page, "Stabschef")
    titles = answering(DutyDialog, lambda _dialog: None)
    press(page, qtbot, Qt.Key.Key_N, CTRL)
    assert titles == ["Gå i tjänst"]
    assert in_role(page, "SC") == [STAFF]
    assert any(row.title == "Stabschef: Idun Askfjord" for row in page.model.rows)


def test_arbetstidslagen_a_short_rest_is_refused_in_the_dialog_until_a_reason_stands_there(
    page: StaffingPage, clock: StandingClock
) -> None:
    takes(page, "SC", STAFF)
    clock.later(8 * HOUR)
    live = page.live
    live.do(manning.leave(live.incident, "SC", STAFF, live.now(), live.now()))
    clock.later(5 * HOUR)
    said: list[str] = []

    def fill(dialog: DutyDialog) -> None:
        dialog.role.choose("SC")
        dialog.person.choose(STAFF)
        dialog.press()
        said.append(words(dialog.banner))
        dialog.reason.setText("Ingen annan når fram")

    answering(DutyDialog, fill)
    page.go_on_duty()
    assert "5 timmars vila" in said[0]
    assert in_role(page, "SC") == [STAFF]


def test_relief_is_warned_of_at_ten_hours_and_red_at_twelve_here_and_on_the_overview(
    page: StaffingPage, clock: StandingClock
) -> None:
    live = page.live
    takes(page, "KC", CHIEF)
    clock.later(10 * HOUR)
    live.ticked.emit()
    assert page.model.rows[0].mark.word == "10 tim 0 min, ska avlösas"
    need = next(one for one in needs(live.incident, live.plan, live.now()) if one.key == "relief")
    assert (need.title, need.view, need.item) == ("Folke Stenhagenius ska avlösas", "lead", "staffing:relief")
    clock.later(2 * HOUR)
    live.ticked.emit()
    assert page.model.rows[0].mark.word == "12 tim 0 min, måste avlösas"
    assert "1 har arbetat mer än 12 timmar" in words(page)


def test_nothing_is_shown_anew_before_a_minute_turns(
    page: StaffingPage, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown_at: list[datetime] = []
    show = page.chart.show_lines

    def showing(shown: list[Line], now: datetime) -> None:
        shown_at.append(now)
        show(shown, now)

    monkeypatch.setattr(page.chart, "show_lines", showing)
    clock.later(0.5)
    page.live.ticked.emit()
    assert shown_at == []

    clock.later(0.5)
    page.live.ticked.emit()
    assert shown_at == [page.live.now()]


def test_the_overview_leads_to_who_has_to_be_relieved(page: StaffingPage, clock: StandingClock) -> None:
    takes(page, "KC", CHIEF)
    clock.later(11 * HOUR)
    page.live.shown.emit("lead", "staffing:relief")
    assert page.list.current.title == "Kommunchef: Folke Stenhagenius"


def test_a_role_is_handed_over_and_confirmed_by_the_one_who_takes_it(
    page: StaffingPage, qtbot: QtBot, clock: StandingClock
) -> None:
    live = page.live
    takes(page, "KC", CHIEF)
    clock.later(9 * HOUR)
    chosen(page, "Kommunchef")
    offered: list[str] = []

    def fill(dialog: OfferDialog) -> None:
        offered.append(dialog.receiver.key)
        dialog.note.setText("Nyckeln till elverket ligger i receptionen")
        offered.append(dialog.text.toPlainText())

    answering(OfferDialog, fill)
    press(page, qtbot, Qt.Key.Key_L)
    assert offered[0] == DEPUTY
    assert "1. Läget just nu" in offered[1]
    assert in_role(page, "KC") == [CHIEF]
    assert page.model.rows[0].mark.word == "bekräfta"

    refused: list[str] = []

    def without_word(dialog: ConfirmDialog) -> None:
        dialog.press()
        refused.append(words(dialog.banner))
        refused.append(dialog.text.toPlainText())
        dialog.done(0)

    answering(ConfirmDialog, without_word)
    page.confirm()
    assert "Bara Gerda Rönnmalm" in refused[0]
    assert "- Nyckeln till elverket ligger i receptionen" in refused[1]

    live.sit(DEPUTY)
    answering(ConfirmDialog, lambda _dialog: None)
    page.start()
    press(page, qtbot, Qt.Key.Key_B)
    assert in_role(page, "KC") == [DEPUTY]
    (one,) = live.incident.part(Handovers).all.values()
    assert one.confirmed_by is not None
    assert one.confirmed_by.person == DEPUTY
    assert live.incident.log[-1].text.endswith("och bekräftat det själv.")


def test_side_by_side_the_handover_is_offered_and_confirmed_at_once(page: StaffingPage) -> None:
    takes(page, "KC", CHIEF)
    chosen(page, "Kommunchef")

    def fill(dialog: OfferDialog) -> None:
        dialog.receiver.choose(DEPUTY)
        dialog.here.setChecked(True)

    answering(OfferDialog, fill)
    page.hand_over()
    assert in_role(page, "KC") == [DEPUTY]
    assert page.live.incident.log[-1].text.endswith("och bekräftat det muntligt.")


def test_a_shift_is_proposed_from_the_deputies_planned_changed_and_dropped(
    page: StaffingPage, qtbot: QtBot, clock: StandingClock
) -> None:
    live = page.live
    takes(page, "KC", CHIEF)
    chosen(page, "Kommunchef")
    filled: list[str] = []

    def fill(dialog: ShiftDialog) -> None:
        filled.extend((dialog.person.key, dialog.start.text(), dialog.end.text()))
        assert dialog.secret.isChecked()

    answering(ShiftDialog, fill)
    press(page, qtbot, Qt.Key.Key_F4)
    assert filled == [DEPUTY, "00.42", "09.12"]
    (shift,) = live.incident.part(Shifts).standing()
    assert shift.ground == "OSL 18:13"
    assert shift.start - live.now() == timedelta(hours=11, minutes=30)
    assert "Avlöses" in next(row.detail for row in page.model.rows if row.title.startswith("Kommunchef"))
    assert "Gerda Rönnmalm 00.42–09.12" in in_words(lines(live.incident, live.now()))
    chosen(page, "Pass:")
    page.list.setFocus()
    press(page, qtbot, Qt.Key.Key_Delete)
    assert live.incident.part(Shifts).standing() == []
    press(page, qtbot, Qt.Key.Key_Z, CTRL)
    assert len(live.incident.part(Shifts).standing()) == 1


def test_a_gap_nobody_is_planned_for_is_in_the_chart_and_in_words(page: StaffingPage) -> None:
    takes(page, "KC", CHIEF)
    live = page.live
    assert "ingen" in in_words(lines(live.incident, live.now()))
    assert "Kommunchef" in page.chart.accessibleDescription()


def test_who_rests_is_noted_until_when_and_called_back(page: StaffingPage, qtbot: QtBot) -> None:
    def fill(dialog: AwayDialog) -> None:
        dialog.person.choose(DEPUTY)
        dialog.until.setText("21.00")

    answering(AwayDialog, fill)
    press(page, qtbot, Qt.Key.Key_F)
    row = page.model.rows[-1]
    assert (row.title, row.detail) == ("Gerda Rönnmalm", "vilar till 21.00")
    page.list.choose(row.key)
    press(page, qtbot, Qt.Key.Key_Delete)
    assert all(one.title != "Gerda Rönnmalm" for one in page.model.rows)


def test_who_acts_in_the_log_is_told_with_the_role_they_were_on_duty_in(page: StaffingPage) -> None:
    live = page.live
    takes(page, "TIB", OFFICER)
    line = live.incident.log[-1]
    assert acted_as(line, live.incident) == "TIB"
    assert "Roll: TIB." in about(line, live.incident, live.now())
    assert acted_as(live.incident.log[0], live.incident) in ("", "TIB")


def test_two_in_one_role_is_shown_and_one_key_settles_who(page: StaffingPage, qtbot: QtBot) -> None:
    live = page.live
    takes(page, "KC", CHIEF)
    (spell,) = live.incident.part(Staffing).running()
    Taken("KC", DEPUTY, spell.since).apply(live.incident, Stamp("f" * 64, "other", 1, 99, 0, 0, DEPUTY))
    live.changed.emit()
    assert [row.mark.word for row in page.model.rows[:2]] == ["två i samma roll, välj en"] * 2
    assert "role KC" in {one.key for one in needs(live.incident, live.plan, live.now())}
    chosen(page, "Kommunchef: Gerda")
    assert "Den här gäller" in page.buttons["duty"].text()
    press(page, qtbot, Qt.Key.Key_N, CTRL)
    assert in_role(page, "KC") == [DEPUTY]

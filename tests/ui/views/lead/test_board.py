"""The krisledningsnämnd and reports to boards in the page Beslut: in function, out of it, and what is owed."""

from datetime import date, timedelta
from itertools import pairwise

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from krisapp.documents.decision_sheet import report_paper
from krisapp.documents.pdf import compile_pdf
from krisapp.domain.leading.decision import seating
from krisapp.domain.leading.decision.crisis_board import CrisisBoard, Grounds, review_due
from krisapp.domain.leading.decision.decisions import COUNCIL, State
from krisapp.ui.head import Standing
from krisapp.ui.views.lead.decision import board_dialogs
from krisapp.ui.views.lead.decision.decision_dialog import DecisionDialog
from krisapp.ui.views.lead.decision.decision_report import ReportDialog
from krisapp.ui.views.lead.decision.decisions_page import DecisionsPage
from krisapp.ui.views.overview_needs import needs
from tests.documents.reading import words as words_of
from tests.ui.views.conftest import StandingClock
from tests.ui.views.deciding import decided, decisions, page, pressed
from tests.ui.views.keyboard import words
from tests.ui.views.lead.screen import lead

__all__ = ["lead", "page"]


def test_kl_decisions_by_delegation_wait_on_the_page_until_they_are_reported(page: DecisionsPage) -> None:
    live = page.live
    assert not page.report.isVisible()
    decided(page, "Stöd köps in.", delegation="KS delegationsordning 4.2", report_to="Kommunstyrelsen")
    decided(page, "Staben äter kl. 18.", delegation="KS 4.3", report_to="Kommunstyrelsen", ground="OSL 18:13")
    assert "2 beslut ska anmälas till Kommunstyrelsen." in words(page.report)
    listed = words_of(
        compile_pdf(
            "report",
            report_paper(live.incident, "Kommunstyrelsen", decisions(page).to_report("Kommunstyrelsen"), live.now()),
        )
    )
    assert "Stöd köps in." in listed
    assert "Staben äter" not in listed

    dialog = ReportDialog(live, page)
    dialog.on.setText("2027-06-21")
    dialog.know_meeting()
    assert "som sammanträder 2027-06-21" in words(page.report)

    dialog = ReportDialog(live, page)
    assert dialog.on.text() == "2027-06-21"
    dialog.reference.setText("§ 112")
    pressed(dialog)
    report = decisions(page).all[0].reported.value
    assert report is not None
    assert (report.on, report.reference) == (date(2027, 6, 21), "§ 112")
    assert not page.report.isVisible()


def test_leh_the_board_is_put_in_function_takes_over_tells_gives_back_and_ends_by_the_window(
    page: DecisionsPage, clock: StandingClock
) -> None:
    live = page.live
    level = live.incident.sheet.level
    dialog = board_dialogs.ActivateDialog(live, page)
    dialog.who.setCurrentIndex(1)
    dialog.departs.setText("Hela kommunens vatten är otjänligt.")
    dialog.disturbs.setText("Äldreboenden saknar vatten.")
    dialog.press()
    assert "alla tre leden" in dialog.banner.text
    dialog.prompt.setText("Boende måste flyttas före kvällen.")
    pressed(dialog)

    kept = live.incident.part(CrisisBoard)
    assert kept.current is not None
    assert live.incident.sheet.level == level
    page.refresh()
    page.standing.go_board()
    assert page.board.take_button.hasFocus()
    assert live.incident.opened["K11"].value is not None
    standing = Standing.of(live)
    assert standing is not None
    assert standing.board

    page.show_item("board")
    assert page.board.isVisible()
    take = board_dialogs.TakeOverDialog(live, page)
    take.board.setText("Socialnämnden")
    take.tasks.setText("Beslut om flytt av boende")
    pressed(take)
    (row,) = page.board.model.rows
    assert page.board.model.columns[0].mark is not None
    assert not row.told
    tell = board_dialogs.TellBoardDialog(live, row.id, row.board, page)
    tell.whom.setText("ordföranden")
    pressed(tell)
    clock.later(60)
    pressed(board_dialogs.GiveBackDialog(live, row.id, row.board, page))
    assert page.board.model.rows[0].back

    keep = board_dialogs.KeepOnDialog(live, page)
    keep.reason.setText("Provet är inte klart.")
    pressed(keep)
    clock.later(60)
    end = board_dialogs.EndDialog(live, page)
    end.reason.setText("Vattnet är bra igen.")
    pressed(end)
    assert review_due(kept.terms[0]) is None
    assert [one.number for one in decisions(page).to_report(COUNCIL)] == [1, 2, 3]
    first = decisions(page).all[0]
    assert decisions(page).state(first, live.now()) is State.REVOKED


def test_the_krisledningsnamnd_stands_in_the_head_while_it_is_in_function(page: DecisionsPage) -> None:
    def in_head() -> bool:
        said = [part.accessibleName() for part in page.window().findChildren(type(page.standing._board))]
        return said.count("Krisledningsnämnden i funktion") > 1

    assert not in_head()
    dialog = board_dialogs.ActivateDialog(page.live, page)
    dialog.who.setCurrentIndex(1)
    for line in (dialog.departs, dialog.disturbs, dialog.prompt):
        line.setText("Skäl.")
    pressed(dialog)
    assert in_head()
    end = board_dialogs.EndDialog(page.live, page)
    end.reason.setText("Vattnet är bra igen.")
    end.council.setChecked(True)
    pressed(end)
    standing = Standing.of(page.live)
    assert standing is not None
    assert not standing.board


def test_what_decisions_and_the_board_need_stands_on_the_overview_and_goes_there(
    page: DecisionsPage, clock: StandingClock
) -> None:
    live = page.live
    now = live.now()
    one = decided(page, units=("Förskolan",), review_at=now + timedelta(hours=1))
    activate = seating.activate(live.incident, "folke", now, Grounds("a", "b", "c"), now, alone=True)
    live.do(activate)
    live.do(seating.take_over(live.incident, "Socialnämnden", "Flytt av boende", now, "folke", now))
    clock.later(60)

    found = {need.key: need for need in needs(live.incident, live.plan, live.now()) if need.view == "lead"}
    told = next(need for key, need in found.items() if key.startswith("board "))
    assert (told.title, told.item) == ("Underrätta Socialnämnden", "decisions:board")
    assert found["decision untold"].item == f"decisions:{one.id}"
    assert found["decision review"].title == "1 beslut ska omprövas"
    clock.later(24 * 60)
    assert "board review" in {need.key for need in needs(live.incident, live.plan, live.now())}
    live.shown.emit("lead", told.item)
    assert page.board.isVisible()
    assert decisions(page).waiting(live.now()) == 1


def test_tab_goes_through_the_forms_from_the_top(page: DecisionsPage, qtbot: QtBot) -> None:
    dialog = board_dialogs.ActivateDialog(page.live, page)
    dialog.show()
    qtbot.waitExposed(dialog)
    order = [dialog.who, dialog.departs, dialog.disturbs, dialog.prompt, dialog.basis, dialog.alone, dialog.when]
    for before, after in pairwise(order):
        before.setFocus()
        qtbot.keyClick(before, Qt.Key.Key_Tab)
        assert dialog.focusWidget() is after
    dialog.close()
    form = DecisionDialog(page.live, "Nytt", page, lambda *_written: None)
    form.show()
    qtbot.waitExposed(form)
    places = [form.text, form.decider, form.lines["at"], form.sort, form.lines["paper"], form.lines["carried_out_by"]]
    for field, next_field in pairwise(places):
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_Tab)
        assert form.focusWidget() is next_field
    form.close()

"""The page Lägesbild: each line opens where it stands, versions are fixed, the judgement reaches the report (CN10)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from krisapp.domain.facts import Fact, SourceType, Status
from krisapp.domain.leading.picture.picture import Pictures
from krisapp.domain.situation import set_fields, state_fact
from krisapp.ui.live import Live
from krisapp.ui.views.lead.picture.county_report import REPORT
from krisapp.ui.views.lead.picture.pasting_dialog import PastingDialog
from krisapp.ui.views.lead.picture.picture_page import PicturePage
from krisapp.ui.views.lead.view import LeadView
from krisapp.ui.views.overview_needs import needs
from krisapp.ui.views.situation.choices import Choices
from tests.documents.reading import words as words_of
from tests.ui.views.conftest import OFFICER, StandingClock, opened
from tests.ui.views.keyboard import press_key, typed

SECRET = Fact(
    "F7", Status.CONFIRMED, "Två elever är inlagda.", "Regionen", SourceType.REGION, "13:20", True, "OSL 25:1"
)


@pytest.fixture
def page(live: Live, qtbot: QtBot, tmp_path: Path) -> Iterator[PicturePage]:
    with opened(live, qtbot, tmp_path) as window:
        live.shown.emit("lead", "picture")
        view = window.view
        assert isinstance(view, LeadView)
        shown = view.page
        assert isinstance(shown, PicturePage)
        shown.form.finish()
        shown.start()
        yield shown


def stated(page: PicturePage, fact: Fact) -> None:
    page.live.do(state_fact(page.live.incident, fact, OFFICER))


def titles(page: PicturePage) -> list[str]:
    return [row.title for row in page.model.rows]


def chosen(page: PicturePage, choice: str, key: str) -> None:
    control = getattr(page, choice)
    control.choose(key)
    control.chose.emit(key)


def test_a_line_opens_where_it_stands(page: PicturePage, qtbot: QtBot) -> None:
    stated(page, Fact("F1", Status.CONFIRMED, "Provet visar bakterier.", "VA-jour", SourceType.WATER_UTILITY))
    row = next(row for row in page.model.rows if row.title == "Provet visar bakterier.")
    page.list.choose(row.key)
    page.list.setFocus()
    with qtbot.waitSignal(page.live.shown) as opened:
        press_key(qtbot, Qt.Key.Key_Return)
    assert opened.args == ["situation", "facts.F1"]


def test_only_what_is_unknown_can_be_shown(page: PicturePage) -> None:
    stated(page, Fact("F1", Status.CONFIRMED, "Provet visar bakterier.", "VA-jour", SourceType.WATER_UTILITY))
    chosen(page, "basis", "unknown")
    assert "Provet visar bakterier." not in titles(page)
    assert {row.line.basis for row in page.model.rows if row.line} == {"unknown"}


def test_the_picture_is_fixed_by_a_key_and_the_next_shows_what_has_changed(
    page: PicturePage, clock: StandingClock, qtbot: QtBot
) -> None:
    press_key(qtbot, Qt.Key.Key_F8)
    clock.later(20)
    stated(page, Fact("F1", Status.UNCONFIRMED, "Fler är magsjuka.", "Vårdcentralen"))
    chosen(page, "basis", "changed")
    assert "Fler är magsjuka." in titles(page)
    press_key(qtbot, Qt.Key.Key_F8)
    assert [one.number for one in page.live.incident.part(Pictures).versions] == [1, 2]

    chosen(page, "basis", "")
    chosen(page, "which", "1")
    assert "Fler är magsjuka." not in titles(page)
    chosen(page, "which", "2")
    assert "Fler är magsjuka." in titles(page)


def test_a_picture_with_nothing_new_is_not_fixed_twice(page: PicturePage, qtbot: QtBot) -> None:
    press_key(qtbot, Qt.Key.Key_F8)
    press_key(qtbot, Qt.Key.Key_F8)
    assert len(page.live.incident.part(Pictures).versions) == 1
    view = page.window().findChild(LeadView)
    assert isinstance(view, LeadView)
    assert "Inget har ändrats" in view.banner.text


def test_p31_the_open_version_shows_and_copies_no_secret(page: PicturePage, qtbot: QtBot) -> None:
    stated(page, SECRET)
    assert "Två elever är inlagda." in titles(page)
    chosen(page, "reader", "open")
    assert "Två elever är inlagda." not in titles(page)
    assert "[uppgift borttagen, sekretess enligt OSL 25:1]" in titles(page)
    page.copy()
    copied = QGuiApplication.clipboard().text()
    assert "elever" not in copied
    assert "sekretess enligt OSL 25:1" in copied
    chosen(page, "reader", "internal")
    page.copy()
    assert "Två elever är inlagda." in QGuiApplication.clipboard().text()


def test_cn10_what_is_judged_here_stands_in_the_report_to_the_county_board(page: PicturePage, qtbot: QtBot) -> None:
    live = page.live
    page.show_item("impact")
    control = page.form.lines["impact"].control
    assert isinstance(control, Choices)
    water = control.fields["water"]
    water.choose("critical")
    water.chose.emit("critical")
    page.form.go_to("support_needed")
    typed("Vi behöver två tankbilar.")
    page.list.setFocus()
    assert live.incident.sheet.impact == {"water": "critical"}
    text = live.texts.text(REPORT).text
    assert "Vatten: kritisk påverkan." in text
    assert "Vi behöver två tankbilar." in text
    assert "Vatten: kritisk påverkan." in titles(page)


def test_cn10_the_report_opens_where_it_is_approved_and_nothing_says_it_was_sent(
    page: PicturePage, qtbot: QtBot
) -> None:
    assert page.report._state.mark.word == "förslag"
    with qtbot.waitSignal(page.live.shown) as opened:
        press_key(qtbot, Qt.Key.Key_F7)
    assert opened.args == ["messages", REPORT]
    assert not page.live.incident.message(REPORT).releases


def test_two_judgements_at_once_are_told_on_the_overview_and_chosen_between_here(page: PicturePage) -> None:
    live = page.live
    incident = live.incident
    first = set_fields(incident, {"forecast": {"6": "Det blir bättre."}})
    second = set_fields(incident, {"forecast": {"6": "Det blir värre."}})
    (stamp,) = live.desk.do(first)
    other = stamp.__class__("f" * 64, "other", 1, stamp.tick + 1, stamp.wall, stamp.offset, OFFICER)
    second.apply(incident, other)
    page.refresh()
    (need,) = [one for one in needs(incident, live.plan, live.now()) if one.key == "conflict forecast"]
    assert (need.view, need.item) == ("lead", "picture:forecast")
    conflict = page.form.lines["forecast"].conflict
    assert not conflict.isHidden()
    conflict.buttons[0].click()
    assert incident.sheet.forecast == {"6": "Det blir bättre."}
    assert not incident.contested


def test_the_picture_is_saved_as_pdf(
    page: PicturePage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stated(page, SECRET)
    path = tmp_path / "lägesbild.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(path), ""))
    chosen(page, "reader", "open")
    page.keep_paper()
    qtbot.waitUntil(path.exists, timeout=20_000)
    assert "elever" not in words_of(path.read_bytes())


def test_cn10_the_report_is_pasted_part_by_part_with_enter_and_a_secret_fact_is_in_no_part(
    page: PicturePage, qtbot: QtBot
) -> None:
    stated(page, SECRET)
    pasted: list[str] = []
    told: list[str] = []

    def paste() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, PastingDialog):
            QTimer.singleShot(20, paste)
            return
        for _part in dialog.parts:
            QTest.keyClick(dialog.list, Qt.Key.Key_Return)
            pasted.append(QGuiApplication.clipboard().text())
        told.append(dialog.said.text())
        dialog.done(0)

    QTimer.singleShot(0, paste)
    page.report.paste()

    assert "sista" in told[0]
    assert pasted[0].startswith("Lägesrapport 1")
    assert pasted[1].startswith("Avsändare och tid\n")
    assert pasted[-1].startswith("Kontakt\n")
    assert len(pasted) == len(set(pasted)) == 11
    assert not any(SECRET.text in one for one in pasted)

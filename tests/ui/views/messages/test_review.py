"""Findings in the open text and mending them, its spelling, its form, and what has changed since it was out."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from pytestqt.qtbot import QtBot

from krisapp.domain import situation
from krisapp.domain.checks import Severity, Stage
from krisapp.domain.facts import Fact, SourceType, Status
from krisapp.store.word_lists import own_words
from krisapp.ui.views.messages.findings import Found
from krisapp.ui.views.messages.spelling import SPELLING
from krisapp.ui.views.messages.view import MessagesView
from krisapp.ui.views.view import View
from tests.ui.views.conftest import OFFICER, StandingClock
from tests.ui.views.keyboard import CTRL
from tests.ui.views.messages.test_messages import approve, release, view

__all__ = ("view",)
Show = Callable[[View], View]
POST = "E1-C03.sv"


@pytest.fixture
def opened(view: MessagesView) -> MessagesView:
    view.open_editor(POST)
    view.editor.source.setFocus()
    return view


def put(view: MessagesView, words: str) -> None:
    """Put words in at the end, as a person who has typed them, and let the checks follow."""
    view.editor.source.moveCursor(QTextCursor.MoveOperation.End)
    view.editor.source.put_in(words)
    view.editor.follow()


def found(view: MessagesView, rule: str) -> Found:
    return next(row for row in view.editor.rows.rows if row.finding.rule == rule)


def test_a_finding_is_underlined_where_it_was_written_and_where_it_is_read(opened: MessagesView) -> None:
    put(opened, "\nVi har öppet 18:00h i dag.")
    row = found(opened, "T1")

    marks = [one.cursor.selectedText() for one in opened.editor.source.extraSelections()]
    seen = [one.cursor.selectedText() for one in opened.editor.preview.page.extraSelections()]
    words = opened.editor.preview.text[slice(*row.finding.span)]
    assert words in marks
    assert words in seen


def test_each_hardness_has_a_line_of_its_own(opened: MessagesView) -> None:
    put(opened, "\nVi har öppet 18:00h pga detta.")

    lines = {one.format.underlineStyle() for one in opened.editor.source.extraSelections()}
    assert {QTextCharFormat.UnderlineStyle.DotLine, QTextCharFormat.UnderlineStyle.DashUnderline} <= lines


def test_one_key_mends_the_finding_at_the_cursor_and_undo_brings_it_back(opened: MessagesView, qtbot: QtBot) -> None:
    source = opened.editor.source
    put(opened, "\nDet beror på läckan pga kyla.")
    before = source.toPlainText()
    at = before.index("pga")
    source.go_to(at + 1, at + 1)

    qtbot.keyClick(source, Qt.Key.Key_Period, CTRL)

    assert source.toPlainText() == before.replace("pga", "på grund av")
    qtbot.keyClick(source, Qt.Key.Key_Z, CTRL)
    assert source.toPlainText() == before


def test_enter_in_the_list_mends_too(opened: MessagesView, qtbot: QtBot) -> None:
    put(opened, "\nDet beror på läckan pga kyla.")
    opened.editor.findings.setFocus()
    opened.editor.findings.choose(found(opened, "Q07").number)

    qtbot.keyClick(opened.editor.findings, Qt.Key.Key_Return)

    assert opened.editor.source.toPlainText().endswith("på grund av kyla.")


def test_what_a_blank_gave_leads_to_the_sheet(opened: MessagesView, qtbot: QtBot) -> None:
    opened.live.do(situation.set_fields(opened.live.incident, {"what_happened": "Vattnet är smutsigt pga läckan."}))
    opened.editor.follow()
    row = found(opened, "Q07")
    assert row.place is not None
    assert row.place.blank
    assert not row.replaces

    with qtbot.waitSignal(opened.live.shown) as asked:
        opened.editor.findings.choose(row.number)
        qtbot.keyClick(opened.editor.findings, Qt.Key.Key_Return)

    assert asked.args == ["situation", "what_happened"]


def test_the_reason_and_the_rule_are_told_at_the_cursor(opened: MessagesView) -> None:
    source = opened.editor.source
    put(opened, "\nDet beror på läckan pga kyla.")
    at = source.toPlainText().index("pga")

    source.go_to(at + 1, at + 1)

    assert "Ctrl+. skriver ”på grund av”" in opened.editor.blank.text()
    assert "Bara förkortningar som alla känner" in opened.editor.blank.text()


def test_a_slip_is_found_suggested_and_mended(opened: MessagesView, qtbot: QtBot) -> None:
    put(opened, "\nVattnet kommer från en tankbiil.")
    qtbot.waitUntil(lambda: not opened.editor.spelling.busy, timeout=20_000)
    opened.editor.follow()

    row = found(opened, SPELLING)
    assert (row.finding.severity, row.finding.replacement) == (Severity.TIP, "tankbil")

    assert row.own is not None
    opened.editor.source.go_to(row.own.start, row.own.start)
    qtbot.keyClick(opened.editor.source, Qt.Key.Key_Period, CTRL)
    assert opened.editor.source.toPlainText().endswith("en tankbil.")


def test_a_word_is_added_to_the_list_of_the_workplace_and_taken_out_with_undo(
    opened: MessagesView, qtbot: QtBot
) -> None:
    put(opened, "\nHämta din snurrvattla.")
    qtbot.waitUntil(lambda: not opened.editor.spelling.busy, timeout=20_000)
    opened.editor.follow()
    row = found(opened, SPELLING)
    assert row.place is not None
    opened.editor.source.go_to(row.place.start, row.place.start)

    qtbot.keyClick(opened.editor.source, Qt.Key.Key_O, CTRL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: not any(one.finding.rule == SPELLING for one in opened.editor.rows.rows))

    folder = opened.live.workplace.folder
    assert "snurrvattla" in own_words(folder)
    opened.editor.spelling.drop("snurrvattla")
    assert "snurrvattla" not in own_words(folder)


@pytest.mark.parametrize("id", ["E1-C01.sv", "E1-C03.sv", "E1-C05.sv", "E1-C10.sv", "E1-C12.sv", "E1-C18.sv"])
def test_the_form_of_a_channel_changes_no_letter(view: MessagesView, id: str) -> None:
    view.open_editor(id)

    assert view.editor.preview.text == view.live.texts.text(id).text


def test_a_script_tells_how_long_it_takes_to_read(view: MessagesView) -> None:
    view.open_editor("E1-C10.sv")

    words = [chip.mark.word for chip in view.editor.preview._chips if not chip.isHidden()]
    assert any(word.startswith("cirka ") and "sekunder högt" in word for word in words)


def test_a_notice_is_set_in_the_largest_letters_that_hold_on_a_page(view: MessagesView) -> None:
    view.open_editor("E1-C12.sv")
    words = [chip.mark.word for chip in view.editor.preview._chips if not chip.isHidden()]
    assert any(word.startswith("ryms på en sida med") for word in words)

    put(view, "\nEn rad till som gör anslaget för långt att läsa." * 60)
    words = [chip.mark.word for chip in view.editor.preview._chips if not chip.isHidden()]
    assert "ryms inte på en sida i läsbar storlek" in words


def test_what_has_changed_since_the_text_that_is_out_is_told_in_words(view: MessagesView) -> None:
    id = "I1-C05.sv"
    approve(view, id)
    release(view, id)
    view.live.texts.renew((id,), Stage.UPDATE)
    view.open_editor(id)
    put(view, "\nTanken står vid torget.")

    told = view.editor.changed.toPlainText()
    assert view.editor.texts.isTabVisible(view.editor.texts.indexOf(view.editor.changed))
    assert "Nytt: Tanken står vid torget." in told
    assert "Hela texten" in told


def test_p29_the_residents_text_stands_beside_and_both_can_be_read(view: MessagesView, qtbot: QtBot) -> None:
    view.open_editor("E2-C01.sv")

    qtbot.keyClick(view.editor.source, Qt.Key.Key_B, CTRL)

    assert view.editor.residents.isVisible()
    assert view.editor.preview.isVisible()
    assert view.editor.residents.text == view.live.texts.text("E1-C01.sv").text
    view.open_editor("E1-C01.sv")
    assert not view.editor.residents.isVisible()


def test_p29_what_residents_are_not_told_is_a_warning_in_the_texts_of_others(view: MessagesView) -> None:
    live = view.live
    words = "Provtagningen utförs av ett laboratorium i Linköping."
    fact = Fact("F1", Status.CONFIRMED, words, source="VA-chefen", source_type=SourceType.OWN_SERVICE)
    live.do(situation.state_fact(live.incident, fact, OFFICER))
    page = live.texts.source("E1-C01.sv")
    live.texts.save("E1-C01.sv", "Koka vattnet i Malmköping.", Stage.FIRST)
    view.open_editor("E5-C08.sv")
    view.editor.source.setPlainText(f"Pressmeddelande\n{words}")
    view.editor.follow()

    row = found(view, "P29")
    assert row.finding.severity is Severity.WARNING

    live.texts.save("E1-C01.sv", f"{page}\n{words}", Stage.FIRST)
    view.editor.follow()
    assert all(row.finding.rule != "P29" for row in view.editor.rows.rows)


def test_a_text_that_says_an_older_time_than_the_sheet_is_a_warning(view: MessagesView, clock: StandingClock) -> None:
    clock.later(90)
    view.live.do(situation.set_fields(view.live.incident, {"headline": "Koka allt kranvatten i Malmköping."}))
    view.open_editor(POST)

    view.editor.source.setPlainText("Koka vattnet.")
    put(view, "\nUppdaterad 11 juni 2027 kl. 13.20.")

    assert found(view, "Q26").finding.severity is Severity.WARNING

"""The editor: preview that follows, drafts that are kept, and what is out and cannot be changed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from krisapp.domain import messages, situation
from krisapp.domain.checks import Stage
from krisapp.domain.events import Stamp
from krisapp.domain.messages import State
from krisapp.ui.views.messages.reading import Reading
from krisapp.ui.views.messages.returning import Returning
from krisapp.ui.views.messages.view import MessagesView
from krisapp.ui.views.view import View
from tests.ui.views.conftest import CHIEF
from tests.ui.views.messages.test_messages import approve, cell, release, view

__all__ = ("view",)
Show = Callable[[View], View]
SMS = "E1-C05.sv"


@pytest.fixture
def opened(view: MessagesView) -> MessagesView:
    view.open_editor(SMS)
    return view


def write(view: MessagesView, qtbot: QtBot, text: str) -> None:
    """Type at the end of the source."""
    view.editor.source.setFocus()
    qtbot.keyClick(view.editor.source, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(view.editor.source, text)


def test_the_preview_is_the_text_as_it_goes_out(opened: MessagesView) -> None:
    assert "{{" in opened.editor.source.toPlainText()
    assert opened.editor.preview.text == opened.live.texts.text(SMS).text
    assert "Koka kranvattnet i Malmköping" in opened.editor.preview.text


def test_the_preview_follows_what_is_typed(opened: MessagesView, qtbot: QtBot) -> None:
    write(opened, qtbot, " Hej")

    qtbot.waitUntil(lambda: "Hej" in opened.editor.preview.text, timeout=1000)


def test_a_broken_blank_is_told_and_what_is_typed_stays(opened: MessagesView, qtbot: QtBot) -> None:
    write(opened, qtbot, " {{ nonsens }}")
    before = opened.editor.preview.text

    opened.close_editor()

    assert opened.editing
    assert "nonsens" in opened.editor.fault.text()
    assert "nonsens" in opened.editor.source.toPlainText()
    assert opened.editor.preview.text == before


def test_leaving_saves_the_draft(opened: MessagesView, qtbot: QtBot) -> None:
    write(opened, qtbot, " Hej")

    qtbot.keyClick(opened.editor.source, Qt.Key.Key_Escape)

    assert not opened.editing
    draft = opened.live.texts.message(SMS).draft.value
    assert draft is not None
    assert draft.edited
    assert draft.source.endswith("Hej")
    assert cell(opened, SMS).mark.word == "utkast"


def test_looking_without_typing_makes_no_draft(opened: MessagesView) -> None:
    opened.close_editor()

    assert opened.live.texts.message(SMS).draft.value is None


def test_own_words_survive_a_change_of_facts(opened: MessagesView, qtbot: QtBot) -> None:
    write(opened, qtbot, " Hej")
    opened.close_editor()

    opened.live.do(situation.set_fields(opened.live.incident, {"headline": "Drick inte vattnet i Malmköping."}))
    opened.open_editor(SMS)

    assert "Drick inte vattnet" in opened.editor.preview.text
    assert opened.editor.preview.text.endswith("Hej")


def test_typing_is_not_lost_when_the_sheet_changes_meanwhile(opened: MessagesView, qtbot: QtBot) -> None:
    write(opened, qtbot, " Hej")

    opened.live.do(situation.set_fields(opened.live.incident, {"headline": "Drick inte vattnet i Malmköping."}))

    assert opened.editor.source.toPlainText().endswith("Hej")
    assert "Drick inte vattnet" in opened.editor.preview.text


def test_the_templates_text_comes_back(opened: MessagesView, qtbot: QtBot) -> None:
    template = opened.editor.source.toPlainText()
    write(opened, qtbot, " Hej")
    opened.editor.store()

    opened.editor.restore.click()

    assert opened.editor.source.toPlainText() == template


def test_p59_a_text_that_is_out_cannot_be_changed(opened: MessagesView, qtbot: QtBot) -> None:
    approve(opened, "I1-C05.sv")
    release(opened, "I1-C05.sv")
    opened.open_editor("I1-C05.sv")
    out = opened.live.texts.message("I1-C05.sv").out
    assert out is not None

    write(opened, qtbot, " z")

    assert opened.editor.source.isReadOnly()
    assert opened.editor.preview.text == opened.editor.source.toPlainText() == out.text


def test_p57_a_new_version_has_the_next_number_and_the_old_one_can_be_read(opened: MessagesView) -> None:
    approve(opened, "I1-C05.sv")
    release(opened, "I1-C05.sv")
    opened.live.texts.renew(("I1-C05.sv",), Stage.UPDATE)
    opened.open_editor("I1-C05.sv")

    assert cell(opened, "I1-C05.sv").number == 2
    assert cell(opened, "I1-C05.sv").state is State.DRAFT
    history = opened.editor.about.history
    assert history.list.model().index(0, 0).data() == "Nr 1, första besked"
    assert history.page.toPlainText() == opened.live.texts.message("I1-C05.sv").releases[0].text


def test_p29_other_audiences_have_the_residents_text_beside(opened: MessagesView) -> None:
    opened.open_editor("E2-C05.sv")

    assert opened.editor.texts.isTabVisible(1)
    assert opened.editor.residents.text == opened.live.texts.text(SMS).text


def test_a_finding_leads_to_its_place(opened: MessagesView, qtbot: QtBot) -> None:
    write(opened, qtbot, " Se https://exempel.se")
    opened.editor.follow()
    rows = [row for row in opened.editor.rows.rows if row.finding.span[1] > row.finding.span[0]]
    assert rows

    opened.editor.findings.choose(rows[0].number)

    start, end = rows[0].finding.span
    selected = opened.editor.preview.page.textCursor().selectedText()
    assert selected == opened.editor.preview.text[start:end].replace("\n", "\u2029")


def test_measures_are_told_with_their_limits(opened: MessagesView) -> None:
    words = [chip.mark.word for chip in opened.editor.preview._chips]

    assert "1 sms-del av högst 1" in words
    assert "GSM-7" in words


def test_a_text_sent_back_tells_why(opened: MessagesView, qtbot: QtBot) -> None:
    write(opened, qtbot, " Hej")
    opened.editor.store()
    dialog = Returning(opened.live, SMS, opened)
    dialog.press()
    assert dialog.banner.text == "Skriv vad som behöver ändras."
    dialog.reason.setPlainText("Kortare.")

    dialog.press()

    assert cell(opened, SMS).line(opened.live.now()) == "tillbaka"
    assert opened.editor.why.text() == "Skickat tillbaka: Kortare."


def test_used_facts_lead_to_the_sheet(opened: MessagesView, qtbot: QtBot) -> None:
    used = opened.editor.about.used
    used.choose("headline")

    with qtbot.waitSignal(opened.live.shown) as asked:
        qtbot.keyClick(used, Qt.Key.Key_Return)

    assert asked.args == ["situation", "headline"]


def test_the_value_of_the_blank_at_the_cursor_is_told(opened: MessagesView) -> None:
    source = opened.editor.source
    at = source.toPlainText().index("{{ headline")
    source.go_to(at, at)

    assert "Koka kranvattnet i Malmköping" in opened.editor.blank.text()
    assert "en mening" in opened.editor.blank.text()


def test_the_reading_view_shows_the_text_large_and_short(view: MessagesView, qtbot: QtBot) -> None:
    text = view.live.texts.text("E1-C12.sv").text
    reading = Reading("Invånare · Anslag", text, "C12", view)
    qtbot.addWidget(reading)
    reading.show()

    assert reading.text == text
    qtbot.keyClick(reading, Qt.Key.Key_H)
    assert len(reading.text.split()) < len(text.split())


def test_two_drafts_stand_against_each_other_until_a_person_chooses(opened: MessagesView, qtbot: QtBot) -> None:
    incident = opened.live.incident
    for number, words in ((1, "Den ena texten."), (2, "Den andra texten.")):
        made = messages.draft(incident, SMS, words, Stage.FIRST, edited=True)
        made.apply(incident, Stamp(f"{number:064x}", f"{number:032x}", 1, number, 1_812_000_000_000, 120, CHIEF))
    opened.refresh()
    assert cell(opened, SMS).line(opened.live.now()) == "två utkast"

    qtbot.mouseClick(opened.editor.conflict.buttons[0], Qt.MouseButton.LeftButton)

    assert opened.editor.source.toPlainText() == "Den ena texten."
    assert cell(opened, SMS).line(opened.live.now()) != "två utkast"

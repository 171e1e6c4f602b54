"""The source with its blanks as chips: what is kept, how it is changed, and what is pasted into it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage, QTextCursor
from pytestqt.qtbot import QtBot

from krisapp.domain import situation
from krisapp.ui.views.messages.blank_list import BlankList
from krisapp.ui.views.messages.source_edit import SourceEdit
from krisapp.ui.views.messages.source_text import SIGN
from krisapp.ui.views.messages.view import MessagesView
from krisapp.ui.views.view import View
from tests.ui.views.keyboard import CTRL, typed
from tests.ui.views.messages.test_messages import view

__all__ = ("view",)
Show = Callable[[View], View]
SMS, WEB = "E1-C05.sv", "E1-C01.sv"


@pytest.fixture
def opened(view: MessagesView) -> MessagesView:
    view.open_editor(SMS)
    return view


@pytest.fixture
def source(opened: MessagesView) -> SourceEdit:
    return opened.editor.source


def shown(source: SourceEdit) -> str:
    """Return what stands in the document, chips as signs."""
    return source.document().toPlainText()


def paste(source: SourceEdit, text: str, html: str = "") -> None:
    mime = QMimeData()
    if text:
        mime.setText(text)
    if html:
        mime.setHtml(html)
    source.insertFromMimeData(mime)


def at_end(source: SourceEdit) -> None:
    source.moveCursor(QTextCursor.MoveOperation.End)


def test_every_text_of_the_matrix_is_kept_as_it_was_with_its_blanks_as_chips(view: MessagesView) -> None:
    for id in view.live.texts.ids():
        view.open_editor(id)
        kept = view.live.texts.source(id)

        assert view.editor.source.toPlainText() == kept
        assert "{{" not in shown(view.editor.source)
        assert not view.editor.modified


def test_a_chip_is_deleted_as_one_and_comes_back_with_undo(source: SourceEdit, qtbot: QtBot) -> None:
    kept = source.toPlainText()
    assert kept.startswith("{{ sender }}")

    source.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClick(source, Qt.Key.Key_Delete)

    assert source.toPlainText() == kept.removeprefix("{{ sender }}")
    qtbot.keyClick(source, Qt.Key.Key_Z, CTRL)
    assert source.toPlainText() == kept


def test_the_cursor_steps_over_a_chip_as_one_sign(source: SourceEdit, qtbot: QtBot) -> None:
    source.moveCursor(QTextCursor.MoveOperation.Start)

    qtbot.keyClick(source, Qt.Key.Key_Right)

    assert source.at == len("{{ sender }}")


def test_a_chip_says_its_field_in_swedish_and_what_it_gives_now(opened: MessagesView) -> None:
    blanks = opened.editor.blanks
    blank = next(one for one in blanks.offered(opened.editor.source.toPlainText()) if "next_update" in one.blank)
    assert (blank.label, blank.value) == ("Nästa besked", "kl. 15.12")

    later = opened.live.incident.sheet.next_update
    assert later is not None
    opened.live.do(situation.set_fields(opened.live.incident, {"next_update": later.replace(hour=20, minute=0)}))

    assert blanks.value(blank.blank).value == "kl. 20.00"


def test_a_blank_that_is_typed_becomes_a_chip_and_a_broken_one_stays_to_be_mended(source: SourceEdit) -> None:
    source.setFocus()
    at_end(source)
    typed(" {{ radio }}")
    assert shown(source).endswith(f" {SIGN}")
    assert source.toPlainText().endswith(" {{ radio }}")

    typed(" {{ radioo }}")
    assert shown(source).endswith(" {{ radioo }}")


def test_letters_typed_beside_a_chip_are_letters(source: SourceEdit) -> None:
    source.setFocus()
    source.setPlainText("{{ radio }}")
    at_end(source)

    typed("s ä😀")

    assert source.toPlainText() == "{{ radio }}s ä😀"
    source.go_to(len("{{ radio }}s "), len("{{ radio }}s ä😀"))
    assert source.textCursor().selectedText() == "ä😀"


def test_blanks_can_be_written_out_and_drawn_again(opened: MessagesView, qtbot: QtBot) -> None:
    source, kept = opened.editor.source, opened.editor.source.toPlainText()

    qtbot.keyClick(source, Qt.Key.Key_E, CTRL)

    assert shown(source) == source.toPlainText() == kept
    assert not opened.editor.modified
    opened.editor.source.setFocus()
    qtbot.keyClick(source, Qt.Key.Key_E, CTRL)
    assert SIGN in shown(source)
    assert source.toPlainText() == kept


@pytest.fixture
def fields(opened: MessagesView, qtbot: QtBot) -> BlankList:
    """Give the list of fields, open but not waited for."""
    made = BlankList(opened.editor.blanks.offered(opened.editor.source.toPlainText()), opened)
    made.show()
    qtbot.waitExposed(made)
    made.search.setFocus()
    return made


def test_a_field_is_found_by_a_part_of_its_name_and_put_in(
    opened: MessagesView, fields: BlankList, qtbot: QtBot
) -> None:
    source, everything = opened.editor.source, len(fields.rows.rows)
    before = source.toPlainText()

    qtbot.keyClicks(fields.search, "lokal")
    assert 0 < len(fields.rows.rows) < everything
    qtbot.keyClick(fields.search, Qt.Key.Key_Return)

    assert fields.result() == 1
    at_end(source)
    source.put_in(fields.list.current.blank)
    assert source.toPlainText() == f"{before}{{{{ radio }}}}"
    source.undo()
    assert source.toPlainText() == before


def test_the_arrows_go_through_the_list_while_one_types(fields: BlankList, qtbot: QtBot) -> None:
    first = fields.list.current

    qtbot.keyClick(fields.search, Qt.Key.Key_Down)

    assert fields.list.current == fields.rows.rows[1] != first


def test_esc_leaves_the_list_at_once(fields: BlankList, qtbot: QtBot) -> None:
    qtbot.keyClicks(fields.search, "xyz")
    assert fields.list.current is None or not fields.rows.rows

    qtbot.keyClick(fields.search, Qt.Key.Key_Escape)

    assert not fields.isVisible()


def test_a_field_that_does_not_exist_is_told(fields: BlankList, qtbot: QtBot) -> None:
    qtbot.keyClicks(fields.search, "xyz")

    qtbot.keyClick(fields.search, Qt.Key.Key_Return)

    assert fields.isVisible()
    assert fields.banner.text == "Inget fält heter så. Sök på något annat."
    fields.search.setText("")
    fields.reject()


def test_a_chip_is_cut_and_pasted_as_a_chip(source: SourceEdit, qtbot: QtBot) -> None:
    source.setPlainText("Hör på {{ radio }} nu.")
    source.selectAll()
    source.copy()

    assert QGuiApplication.clipboard().text() == "Hör på {{ radio }} nu."
    at_end(source)
    qtbot.keyClick(source, Qt.Key.Key_V, CTRL)
    assert source.toPlainText() == "Hör på {{ radio }} nu." * 2
    assert shown(source).count(SIGN) == 2


def test_pasted_text_is_made_clean_and_it_is_told(opened: MessagesView, qtbot: QtBot) -> None:
    source = opened.editor.source
    source.setPlainText("")

    with qtbot.waitSignal(source.noticed) as told:
        paste(source, "Dricks\u00advatten\u200b\ufeff från “tanken”")

    assert source.toPlainText() == "Dricksvatten från ”tanken”"
    assert "3 osynliga tecken togs bort." in told.args[0]
    source.undo()
    assert source.toPlainText() == ""


@pytest.mark.parametrize("sign", ["{{ sender }}", "{% for x in y %}", "{# hemligt #}", "{{{{ 7*7 }}}}"])
def test_blanks_and_statements_from_outside_are_text_and_never_lost(opened: MessagesView, sign: str) -> None:
    source = opened.editor.source
    source.setPlainText("Först. ")
    at_end(source)

    paste(source, f"Ur ett brev: {sign} slut.")
    opened.editor.follow()

    assert SIGN not in shown(source)
    assert sign.replace(" ", "") in source.toPlainText().replace(" ", "")
    assert opened.editor.fault.text() == ""
    assert sign.replace(" ", "") in opened.editor.preview.text.replace(" ", "")


def test_html_and_pictures_from_outside_are_text_with_a_notice(source: SourceEdit, qtbot: QtBot) -> None:
    source.setPlainText("")

    with qtbot.waitSignal(source.noticed) as told:
        paste(source, "", '<p>Koka <b>vattnet</b></p><img src="file:///etc/passwd"><script>alert(1)</script>')

    assert source.toPlainText() == "Koka vattnet"
    assert told.args == ["1 bild följde inte med. Texten rymmer bara text."]


def test_a_picture_alone_puts_nothing_in_and_is_told(source: SourceEdit, qtbot: QtBot) -> None:
    before, mime = source.toPlainText(), QMimeData()
    mime.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))

    with qtbot.waitSignal(source.noticed):
        source.insertFromMimeData(mime)

    assert source.toPlainText() == before


def test_signs_that_set_numbers_apart_are_kept_in_other_languages_only(source: SourceEdit) -> None:
    source.setPlainText("")
    paste(source, "Puh. \u20680157-43 00 00\u2069")
    assert "\u2068" not in source.toPlainText()

    source.setPlainText("")
    source.keeps_isolates = True
    paste(source, "Puh. \u20680157-43 00 00\u2069")
    assert source.toPlainText() == "Puh. \u20680157-43 00 00\u2069"


def test_a_hundred_thousand_characters_are_refused_in_words_and_never_lost(opened: MessagesView) -> None:
    source = opened.editor.source
    source.setPlainText("")

    paste(source, "Koka vattnet. " * 7200)
    opened.editor.follow()

    assert len(source.toPlainText()) > 100_000 - 1000
    assert "för lång" in opened.editor.fault.text()

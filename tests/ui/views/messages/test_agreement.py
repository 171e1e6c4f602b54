"""Texts that contradict one another: said on the page, shown side by side, and warned of at approval."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from krisapp.domain import situation
from krisapp.ui.live import Live
from krisapp.ui.views.messages.approving import Approving
from krisapp.ui.views.messages.contradictions import ContradictionsDialog
from krisapp.ui.views.messages.view import MessagesView
from krisapp.ui.views.view import View
from krisapp.ui.widgets.toast import Toast
from tests.ui.views.conftest import CHIEF

Show = Callable[[View], View]
WEB, SMS = "E1-C01.sv", "E1-C05.sv"


@pytest.fixture
def view(live: Live, shown: Show, home: QWidget, qtbot: QtBot) -> MessagesView:
    live.do(
        situation.set_fields(
            live.incident,
            {
                "headline": "Koka kranvattnet i Malmköping.",
                "what_happened": "Ett prov visar tecken på bakterier i vattnet.",
                "area": "Tätorten Malmköping.",
                "next_update": live.now().replace(hour=18, minute=0, second=0, microsecond=0),
            },
        )
    )
    view = MessagesView(live, home)
    shown(view)
    view.sweep.finish()
    settle(view, qtbot)
    return view


def settle(view: MessagesView, qtbot: QtBot) -> None:
    """Wait for the next comparison."""
    with qtbot.waitSignal(view.agreement.compared, timeout=20_000):
        view.refresh()
        view.sweep.finish()


def edit(view: MessagesView, id: str, before: str, after: str) -> None:
    texts = view.live.texts
    source = texts.source(id)
    assert before in source
    texts.save(id, source.replace(before, after, 1), texts.stage(id))


def contradict(view: MessagesView, qtbot: QtBot) -> None:
    """Let a hand write that the water need not be boiled."""
    edit(
        view, SMS, view.live.texts.source(SMS), "Flens kommun: Koka inte kranvattnet i Malmköping. Nytt besked kl. 19."
    )
    settle(view, qtbot)


def test_texts_that_agree_say_nothing(view: MessagesView) -> None:
    assert not view.agreement.found
    assert view.agreement.isHidden()


def test_whoever_asks_is_told_that_texts_agree(view: MessagesView, qtbot: QtBot) -> None:
    toast = Toast(view.window())
    view.agreement.open()
    assert toast.accessibleName() == "Inga motsägelser: texterna säger samma sak."

    edit(view, WEB, "{{", "Vi ses. {{")
    view.agreement.open()
    assert toast.accessibleName() == "Texterna jämförs, vänta lite."


def test_a_contradiction_by_hand_is_said_on_the_page_and_gone_when_mended(view: MessagesView, qtbot: QtBot) -> None:
    contradict(view, qtbot)
    assert {each.id for each in view.agreement.found} == {SMS}
    assert "2 motsägelser" in view.agreement.banner.text
    assert view.agreement.isVisible()
    view.live.texts.save(SMS, view.live.texts.template(SMS, view.live.texts.stage(SMS)), view.live.texts.stage(SMS))
    settle(view, qtbot)
    assert view.agreement.isHidden()


def test_a_time_written_by_hand_contradicts_when_the_sheet_gets_another(view: MessagesView, qtbot: QtBot) -> None:
    edit(view, SMS, view.live.texts.source(SMS), "Flens kommun: Koka kranvattnet i Malmköping. Nytt besked kl. 18.")
    settle(view, qtbot)
    assert not view.agreement.found
    due = view.live.incident.sheet.next_update
    assert due is not None
    view.live.do(situation.set_fields(view.live.incident, {"next_update": due + timedelta(hours=1)}))
    settle(view, qtbot)
    (found,) = view.agreement.found
    assert (found.id, found.text) == (SMS, "kl. 18")
    assert "19" in found.supported


def test_both_texts_stand_side_by_side_with_the_words_marked(view: MessagesView, qtbot: QtBot) -> None:
    contradict(view, qtbot)
    dialog = ContradictionsDialog(view.live, view.agreement.found, view)
    qtbot.addWidget(dialog)
    assert "Koka inte kranvattnet" in dialog.here.page.toPlainText()
    assert "stöder" in dialog.verdict.text()
    cursor = dialog.here.page.textCursor()
    cursor.movePosition(cursor.MoveOperation.NextCharacter)
    assert cursor.charFormat().underlineStyle() is QTextCharFormat.UnderlineStyle.WaveUnderline
    dialog.here.go.click()
    assert dialog.chosen[0] == SMS


def test_opening_from_the_dialog_chooses_the_words_in_the_editor(view: MessagesView, qtbot: QtBot) -> None:
    contradict(view, qtbot)
    view.agreement.wanted.emit(SMS, "kl. 19")
    assert view.editing
    assert view.editor.id == SMS
    assert view.editor.source.textCursor().selectedText() == "kl. 19"


def test_a_contradicting_text_warns_at_approval_and_is_passed_by_a_tick(view: MessagesView, qtbot: QtBot) -> None:
    source = view.live.texts.source(WEB)
    edit(view, WEB, source, f"{source}\nDet gäller omkring 40 hushåll i Bettna.")
    settle(view, qtbot)
    dialog = Approving(view.live, (WEB,), view)
    assert not dialog.left_out
    qtbot.addWidget(dialog)
    assert any(finding.rule == "6.7" for finding in dialog.shown[WEB].findings)
    dialog.who.choose(CHIEF)
    dialog.press()
    assert view.live.texts.message(WEB).approval is None
    dialog.read.setChecked(True)
    dialog.press()
    approval = view.live.texts.message(WEB).approval
    assert approval is not None
    assert "6.7" in approval.accepted

"""Who may approve, what was approved in advance, emergencies and requests for a warning, by the keyboard."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from krisapp.domain import approval, situation
from krisapp.domain.break_glass import owed
from krisapp.domain.checks import Stage
from krisapp.domain.facts import Fact, SourceType, Status
from krisapp.domain.messages import State
from krisapp.domain.warning import WARNINGS
from krisapp.ui.live import Live
from krisapp.ui.views import overview_needs, todo_rows
from krisapp.ui.views.messages.approving import Approving
from krisapp.ui.views.messages.chain_dialog import ChainDialog
from krisapp.ui.views.messages.emergency import Afterwards, Emergency
from krisapp.ui.views.messages.releasing import Releasing
from krisapp.ui.views.messages.view import MessagesView
from tests.ui.views.conftest import CHIEF, OFFICER
from tests.ui.views.keyboard import press_key
from tests.ui.views.messages.test_messages import approve, cell, release, view

__all__ = ("view",)

SMS = "E1-C05.sv"
SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
WHY = "Ingen svarar, och folk dricker."


def key(
    view: MessagesView, qtbot: QtBot, key: Qt.Key, how: Callable[[QDialog], None], held: Qt.KeyboardModifier = NONE
) -> None:
    """Press a key in the matrix, and do something with the dialog that opens."""
    seen: list[QDialog] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        seen.append(dialog)
        try:
            how(dialog)
        finally:
            if dialog.isVisible():
                dialog.done(0)

    view.window().activateWindow()
    view.page.matrix.setFocus()
    qtbot.waitUntil(view.page.matrix.hasFocus)
    QTimer.singleShot(0, act)
    qtbot.keyClick(view.page.matrix, key, held)
    assert seen


def let_out(view: MessagesView, qtbot: QtBot) -> None:
    def in_emergency(dialog: QDialog) -> None:
        assert isinstance(dialog, Emergency)
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert dialog.isVisible()
        dialog.reason.insertPlainText(WHY)
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert dialog.isVisible()
        qtbot.keyClick(dialog.knows, Qt.Key.Key_Space)
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert not dialog.isVisible(), dialog.banner.text

    view.page.matrix.choose(SMS)
    key(view, qtbot, Qt.Key.Key_R, in_emergency, SHIFT)


def test_p49_a_text_is_marked_political_by_a_key_and_only_the_elected_are_offered(
    view: MessagesView, qtbot: QtBot
) -> None:
    view.page.matrix.choose("I1-C07.sv")
    view.page.matrix.setFocus()
    qtbot.keyClick(view.page.matrix, Qt.Key.Key_P)

    assert cell(view, "I1-C07.sv").political
    dialog = Approving(view.live, ["I1-C07.sv", SMS], view)
    roles = {role.id for at in range(dialog.who.count()) for role in view.live.plan.held_by(dialog.who.itemData(at))}
    assert "KSO" in roles
    # The krisledningsnämnd is not in function.
    assert not roles & {"KLN", "KC"}
    assert "risledningsnämnd" not in dialog._who_may()
    assert list(dialog.shown) == ["I1-C07.sv"]
    assert SMS in dialog.left_out
    dialog.close()

    qtbot.keyClick(view.page.matrix, Qt.Key.Key_P)
    assert not cell(view, "I1-C07.sv").political


def test_me6_the_approval_says_by_which_decision(view: MessagesView) -> None:
    approve(view, SMS)
    found = view.live.incident.message(SMS).approval
    assert found is not None
    assert (found.role, found.name) == ("KOM", view.live.incident.name_of(CHIEF))
    assert found.delegation


def test_me6_a_text_approved_in_advance_is_released_by_that_decision_and_says_so(
    view: MessagesView, qtbot: QtBot
) -> None:
    assert view.live.texts.in_advance(SMS) is not None
    assert cell(view, SMS).line(view.live.now()) == "i förväg"
    assert "Kommunchefens beslut 2026:9" in cell(view, SMS).sentence(view.live.now())
    decisions: list[str] = []

    def let_go(dialog: QDialog) -> None:
        assert isinstance(dialog, Releasing)
        decisions.extend(dialog.in_advance.values())
        dialog.why.choose("other")
        dialog.words.setText("Interna besked är på väg.")
        dialog.press()

    view.page.matrix.choose(SMS)
    key(view, qtbot, Qt.Key.Key_S, let_go)

    out = view.live.incident.message(SMS).out
    assert out is not None
    assert out.delegation == decisions[0]
    assert any("godkänt i förväg" in line.text for line in view.live.incident.log)


def test_me6_a_text_with_own_words_is_not_approved_in_advance(view: MessagesView) -> None:
    source = view.live.texts.source(SMS)
    view.live.texts.save(SMS, f"{source} Hälsa grannen.", view.live.texts.stage(SMS))
    assert view.live.texts.in_advance(SMS) is None


def test_me6_an_emergency_takes_two_deliberate_acts_and_is_seen_until_somebody_else_approves(
    view: MessagesView, qtbot: QtBot, live: Live
) -> None:
    let_out(view, qtbot)

    assert cell(view, SMS).state is State.RELEASED
    assert "ej godkänd" in cell(view, SMS).line(live.now())
    assert "utan godkännande" in view.banner.text
    first = overview_needs.needs(live.incident, live.plan, live.now())[0]
    assert (first.view, first.item) == ("messages", SMS)
    for roles in (("LOG",), ("TIB", "SC"), None):
        assert todo_rows.next_items(live.incident, roles)[0].owed

    def approve_it(dialog: QDialog) -> None:
        assert isinstance(dialog, Afterwards)
        people = [dialog.who.itemData(at) for at in range(dialog.who.count())]
        assert OFFICER not in people
        dialog.press()

    key(view, qtbot, Qt.Key.Key_G, approve_it, SHIFT)
    assert owed(live.incident) == ()
    assert not view.banner.isVisible()
    assert not [one for one in overview_needs.needs(live.incident, live.plan, live.now()) if "godkännande" in one.title]


def test_me6_history_shows_the_chain_with_numbers_and_what_was_sent_back(view: MessagesView, qtbot: QtBot) -> None:
    approve(view, "I1-C07.sv")
    act = approval.send_back(view.live.incident, "I1-C07.sv", CHIEF, "Säg vem som beslutar.", "Texten som den var.")
    view.live.do(act)
    approve(view, "I1-C07.sv")
    release(view, "I1-C07.sv")
    shown: list[tuple[str, str, str]] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, ChainDialog)
        for link in dialog._rows.rows:
            dialog.list.choose(link.key)
            shown.append((link.title, dialog.about.text(), dialog.text.toPlainText()))
        press_key(qtbot, Qt.Key.Key_Escape)

    view.page.matrix.choose("I1-C07.sv")
    key(view, qtbot, Qt.Key.Key_H, look)
    titles = [title for title, _about, _text in shown]
    assert sorted(titles) == ["Nr 1: första besked", "Skickad tillbaka, första besked"]
    assert any("Säg vem som beslutar." in about and text == "Texten som den var." for _t, about, text in shown)


def test_a_warning_is_asked_for_on_its_page_approved_here_and_never_said_to_be_out(
    view: MessagesView, qtbot: QtBot, live: Live
) -> None:
    went: list[tuple[str, str]] = []
    live.shown.connect(lambda place, item: went.append((place, item)))
    for id in WARNINGS:
        live.texts.save(id, live.texts.template(id, Stage.FIRST), Stage.FIRST)
        view.page.matrix.choose(id)
        view.page.matrix.setFocus()
        qtbot.keyClick(view.page.matrix, Qt.Key.Key_V)
    assert went == [("reach", "vma:E1-C14.sv"), ("reach", "vma:E3-C14.sv")]

    dialog = Approving(live, ["E1-C14.sv"], view)
    assert CHIEF not in [dialog.who.itemData(at) for at in range(dialog.who.count())]
    dialog.read.setChecked(True)
    dialog.press()
    released = Releasing(live, ["E1-C14.sv"], ["E1-C14.sv"], view)
    released.why.choose("danger")
    released.words.setText("Fara för hälsan.")
    released.press()
    assert live.incident.message("E1-C14.sv").out is not None
    assert cell(view, "E1-C14.sv").mark.word == "beslutad"
    assert not any("VMA" in line.text and "är ute" in line.text for line in live.incident.log)


def test_p29_what_residents_are_not_told_asks_for_a_reason_in_words(view: MessagesView) -> None:
    live = view.live
    words = "Provtagningen utförs av ett laboratorium i Linköping."
    fact = Fact("F1", Status.CONFIRMED, words, source="VA-chefen", source_type=SourceType.OWN_SERVICE)
    live.do(situation.state_fact(live.incident, fact, OFFICER))
    live.texts.save("E1-C01.sv", "Koka vattnet i Malmköping.", Stage.FIRST)
    press = "E5-C08.sv"
    live.texts.save(press, f"{live.texts.source(press)}\n{words}", Stage.FIRST)

    dialog = Approving(live, [press], view)
    dialog.read.setChecked(True)
    dialog.press()
    assert "varför invånarna inte får veta" in dialog.banner.text
    assert live.texts.state(press) is State.DRAFT

    dialog.why.setText("Laboratoriet har bett om det till i morgon.")
    dialog.press()
    approved = live.texts.message(press).approval
    assert approved is not None
    assert approved.why == "Laboratoriet har bett om det till i morgon."
    assert "Skäl: Laboratoriet har bett om det till i morgon." in live.incident.log[-1].text

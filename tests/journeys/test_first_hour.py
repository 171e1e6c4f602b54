"""The main job by keyboard alone: from the start screen to every audience told, and the record that proves it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from krisapp.cli import run
from krisapp.domain.messages import State
from krisapp.store.verify import verify
from krisapp.ui.live import Live
from krisapp.ui.settings import Kept
from krisapp.ui.views import VIEWS
from krisapp.ui.views.messages.view import MessagesView
from krisapp.ui.window import Window
from tests.store.writing import tamper
from tests.ui.views.conftest import StandingClock

CONTROL = Qt.KeyboardModifier.ControlModifier
EIGHT = ("I1", "I2", "E1", "E2", "E3", "E4", "E5", "E6")


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(*keys: Qt.Key, hold: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(focus(), key, hold)


def write(text: str) -> None:
    """Type a text, Swedish letters too, as a keyboard gives them."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(focus(), QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def in_dialog(act: Callable[[], None]) -> None:
    """Do something in the dialog that opens next; one still open after it has refused, and fails with its words."""

    def acting() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None and not dialog.isActiveWindow():
            dialog.activateWindow()
            QTimer.singleShot(20, acting)
            return
        try:
            act()
        finally:
            if dialog is not None and dialog.isVisible():
                said = [each.text() for each in dialog.findChildren(QLabel) if each.isVisible() and each.text()]
                dialog.close()
                raise AssertionError(said)

    QTimer.singleShot(50, acting)


def open_window(live: Live, qtbot: QtBot, tmp_path: Path) -> Window:
    kept = Kept(tmp_path / "settings")
    kept.settings.person = live.person
    window = Window(live, kept, VIEWS)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def back_in(window: Window, qtbot: QtBot) -> None:
    """Wait until the window has the focus again; without a window manager nobody gives it back after a dialog."""
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)


def start_by_keyboard(window: Window) -> None:
    """Fill in the start dialog from its first field, as a duty officer would."""

    def fill() -> None:
        write("Dricks")
        press(Qt.Key.Key_Tab)
        write("Malmköping")
        press(Qt.Key.Key_Tab)
        write("Ett prov visar tecken på bakterier i kranvattnet")
        press(Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
        write("Jöns")
        press(Qt.Key.Key_Return)

    window.go("start")
    assert window.view is not None
    window.view.start()
    in_dialog(fill)
    press(Qt.Key.Key_Return)


def test_a_duty_officer_alone_tells_eight_audiences_the_same_truth(
    calm: Live, clock: StandingClock, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(calm, qtbot, tmp_path)

    start_by_keyboard(window)

    live = calm
    assert live.has_incident
    view = window.view
    assert isinstance(view, MessagesView)
    assert "Koka kranvattnet i Malmköping" in view.editor.preview.text

    back_in(window, qtbot)
    press(Qt.Key.Key_Escape)
    view.sweep.finish()
    press(Qt.Key.Key_A, hold=CONTROL)

    def approve() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        dialog.read.setFocus()  # type: ignore[attr-defined]  # the dialog of approval
        press(Qt.Key.Key_Space)
        press(Qt.Key.Key_Return, hold=CONTROL)

    in_dialog(approve)
    press(Qt.Key.Key_A)
    assert {live.texts.state(id) for id in live.texts.ids()} == {State.APPROVED}

    clock.later(1)
    back_in(window, qtbot)
    in_dialog(lambda: press(Qt.Key.Key_Return, hold=CONTROL))
    press(Qt.Key.Key_S)

    out = {message.audience: message for message in live.incident.messages.values() if message.out}
    assert set(out) == set(EIGHT)
    first = [
        min(
            release.stamp.seq
            for message in live.incident.messages.values()
            for release in message.releases
            if message.audience == audience
        )
        for audience in EIGHT
    ]
    assert first == sorted(first)

    path = live.desk.path
    window.close()
    live.close()
    assert verify(path).whole
    assert run(["verify", str(path)]) == 0
    assert run(["export", str(path), "--format", "text", "--out", str(tmp_path / "logg.txt")]) == 0
    assert "godkänt av" in (tmp_path / "logg.txt").read_text("utf-8")


def test_a_changed_fact_marks_the_texts_that_used_it_and_the_update_keeps_the_promise(
    live: Live, clock: StandingClock, qtbot: QtBot, tmp_path: Path
) -> None:
    from krisapp.domain.checks import Stage
    from krisapp.domain.promises import promises, standing
    from krisapp.domain.release import Reason, release
    from krisapp.domain.situation import set_fields
    from tests.ui.views.conftest import CHIEF

    def send(*ids: str) -> None:
        live.texts.approve(ids, CHIEF, means="phone", accepted=live.texts.warnings(ids))
        for id in ids:
            live.do(release(live.incident, id, Reason.OTHER, "prov"))

    send("I1-C07.sv", "I2-C06.sv", "E1-C01.sv", "E1-C05.sv")
    window = open_window(live, qtbot, tmp_path)
    window.go("messages")
    due = standing(live.incident)
    assert due is not None

    later = due.due.replace(hour=due.due.hour + 2)
    live.do(set_fields(live.incident, {"next_update": later, "commitment": "Vi ringer alla som har frågat."}))

    stale = {id for id in live.texts.ids() if live.texts.state(id) is State.STALE}
    assert stale == {"I1-C07.sv", "I2-C06.sv", "E1-C01.sv", "E1-C05.sv"}
    clock.later(20)
    live.texts.renew(tuple(stale), Stage.UPDATE)
    send(*(id for id in live.texts.ids() if id in stale))
    first, second = promises(live.incident)
    assert first.kept is not None
    assert not first.broken(clock())
    assert second.due == later
    assert later.strftime("%H.%M") in live.texts.message("E1-C05.sv").releases[-1].text
    window.close()


def test_a_file_that_was_altered_is_told_by_name_and_the_rest_is_shown(
    live: Live, qtbot: QtBot, tmp_path: Path
) -> None:
    path = live.desk.path
    live.close()
    tamper(path, ("UPDATE entry SET body = CAST(replace(body, 'Malmköping', 'Flen') AS BLOB) WHERE position = 2", ()))
    assert run(["verify", str(path)]) == 1
    window = open_window(live, qtbot, tmp_path)

    live.open(live.workplace.open(path))

    assert live.incident.id == path.stem
    assert live.incident.sheet.what_happened.startswith("Vattnet i Malmköping")
    said = window._alerts.text
    assert said.startswith("Innehållet i post 2, skriven av ")
    assert "Jöns Tallbäcker den 11 juni 2027 kl. 13.12, är ändrat." in said
    window.close()

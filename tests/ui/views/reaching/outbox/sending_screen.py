"""Utkorg open before a person, with servers on this machine and no keyring."""

from collections.abc import Callable, Iterator

import keyring
import pytest
from keyring.backends import fail
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from krisapp.domain.sending.sendings import Sendings, State
from krisapp.domain.sending.ways import Email, Gateway, Security, WaysOut
from krisapp.store.ways_out import write_ways
from krisapp.ui.live import Live
from krisapp.ui.views.reaching.outbox.outbox_page import OutboxPage
from krisapp.ui.views.reaching.view import OUTBOX, ReachView
from krisapp.ui.widgets.dialog import Dialog
from tests.delivery.gateway_server import ACCOUNT, GatewayServer
from tests.ui.views.reaching.screen import key

MAIL, SMS = "E4-C17.sv", "E1-C05.sv"


@pytest.fixture(autouse=True)
def no_keyring() -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]  # as the library has it
    yield
    keyring.set_keyring(before)


@pytest.fixture
def page(view: ReachView, home: QWidget) -> Iterator[OutboxPage]:
    home.resize(1000, 640)
    view.turn_to(OUTBOX)
    made = view.page_of(OUTBOX, OutboxPage)
    home.removeEventFilter(made.courier)  # what a test leaves waiting asks nobody at the end
    yield made
    made.courier.pool.waitForDone(10_000)


def by_mail(live: Live, port: int) -> None:
    write_ways(
        live.workplace.folder,
        WaysOut(Email("127.0.0.1", port, Security.NOTHING, sender="kris@example.se", name="Flens kommun")),
    )


def by_sms(live: Live, server: GatewayServer) -> None:
    url = f"http://127.0.0.1:{server.port}/a1/sms"
    write_ways(live.workplace.folder, WaysOut(sms=Gateway(url, ACCOUNT, "FlensKommun", 35)))


def states(live: Live) -> list[State]:
    """Return the states of the newest sending's recipients."""
    return [one.state for one in live.incident.part(Sendings).asked[0].states()]


def in_dialog(act: Callable[[Dialog], object]) -> list[BaseException]:
    """Do something in the next dialog that opens, and close it whatever comes of it; return what went wrong."""
    wrong: list[BaseException] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, Dialog):
            QTimer.singleShot(20, look)
            return
        try:
            act(dialog)
        except AssertionError as error:
            wrong.append(error)
        finally:
            if dialog.isVisible():
                dialog.done(0)

    QTimer.singleShot(0, look)
    return wrong


def by_key(page: OutboxPage, name: Qt.Key, qtbot: QtBot) -> None:
    """Press a key in the list, in a window that has the keyboard again after a dialog."""
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    page.table.setFocus()
    key(page.table, name)


def settle_down(page: OutboxPage, qtbot: QtBot) -> None:
    """Wait until nothing is being sent."""
    qtbot.waitUntil(lambda: not page.courier.running and not page.courier.waiting, timeout=15_000)

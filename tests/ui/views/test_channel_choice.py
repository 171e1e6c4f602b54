"""A channel that cannot be chosen is shown with the reason, and the button that leads to where it is mended (P35)."""

from collections.abc import Callable

from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from krisapp.ui.live import Live
from krisapp.ui.views.messages.view import MessagesView
from krisapp.ui.views.view import View

Show = Callable[[View], View]


def without_owner(live: Live, channel: str) -> None:
    plan = live.incident.plan
    assert plan is not None
    channels = tuple(structs.replace(row, owner="") if row.id == channel else row for row in plan.channels)
    live.incident.plan = structs.replace(plan, channels=channels)


def test_p35_a_channel_nobody_owns_is_shown_with_the_reason_and_the_way_to_the_plan(
    live: Live, shown: Show, home: QWidget, qtbot: QtBot
) -> None:
    without_owner(live, "C05")
    view = MessagesView(live, home)
    shown(view)
    view.page.matrix.choose("E1-C05.sv")
    cell = view.page.matrix.cell

    assert cell is not None and cell.waits is not None
    assert cell.waits.short == "ej valbar"
    assert "har ingen ansvarig" in cell.sentence(live.now())
    assert view.page.to_plan.isVisible()
    with qtbot.waitSignal(live.shown) as went:
        QTest.keyClick(view.page.to_plan, Qt.Key.Key_Return)
    assert went.args == ["plan", "channel:C05"]

    view.page.matrix.choose("E1-C01.sv")
    assert not view.page.to_plan.isVisible()


def test_p35_a_channel_nobody_owns_is_left_out_of_what_is_approved(live: Live, shown: Show, home: QWidget) -> None:
    without_owner(live, "C05")
    view = MessagesView(live, home)
    shown(view)
    view.start()
    view.page.matrix.choose("E1-C05.sv")

    QTest.keyClick(view.page.matrix, Qt.Key.Key_A)

    assert "har ingen ansvarig" in view.banner.text


def test_one_key_leads_from_the_texts_to_whom_they_reach(live: Live, shown: Show, home: QWidget, qtbot: QtBot) -> None:
    view = MessagesView(live, home)
    shown(view)
    view.start()
    with qtbot.waitSignal(live.shown) as went:
        QTest.keyClick(view.page.matrix, Qt.Key.Key_N)

    assert went.args == ["reach", ""]

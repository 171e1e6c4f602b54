"""A row of parts goes on in the next where room ends, and a page is shown whole or scrolls."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.page import Page
from krisapp.ui.widgets.whole_page import WholePage


@pytest.mark.parametrize(("width", "rows"), [(900, 1), (260, 2), (110, 4)])
def test_parts_wrap_and_none_is_cut_or_covered(home: QWidget, qtbot: QtBot, width: int, rows: int) -> None:
    box = QWidget(home)
    flow = Flow(box)
    buttons = [Button(word, None, box) for word in ("Godkänn", "Släpp ut", "Kopiera", "Spara som")]
    for button in buttons:
        flow.addWidget(button)
    box.resize(width, flow.heightForWidth(width))
    box.show()
    flow.activate()

    places = [button.geometry() for button in buttons]
    assert len({place.top() for place in places}) == rows
    assert all(box.rect().contains(place) for place in places)
    assert not any(one.intersects(other) for one in places for other in places if one is not other)


def test_a_hidden_part_takes_no_room(home: QWidget) -> None:
    box = QWidget(home)
    flow = Flow(box)
    first, second = Button("Ett", None, box), Button("Två", None, box)
    flow.addWidget(first)
    flow.addWidget(second)
    both = flow.sizeHint().width()

    first.hide()

    assert flow.sizeHint().width() < both - flow.spacing()


def test_the_tools_of_a_page_stand_to_the_right_or_beneath(home: QWidget, qtbot: QtBot) -> None:
    page = Page(home)
    page.title("Budskap", "tolv texter")
    tool = Button("Godkänn alla utkast", None, page)
    page.tools.addWidget(tool)
    page.show()

    page.resize(800, 300)
    qtbot.waitUntil(lambda: tool.geometry().right() > 770)

    page.resize(230, 300)
    title = page.findChildren(QLabel)[0]
    qtbot.waitUntil(lambda: tool.geometry().top() > title.geometry().bottom())


def test_a_page_fills_its_room_and_scrolls_only_when_it_cannot_shrink(home: QWidget, qtbot: QtBot) -> None:
    page = Page(home)
    for number in range(6):
        page.body.addWidget(Button(f"Knapp {number}", None, page))
    whole = WholePage(page, home)
    whole.show()

    whole.resize(500, 600)
    qtbot.waitUntil(lambda: page.size() == whole.size())

    whole.resize(500, 120)
    qtbot.waitUntil(lambda: page.height() > 200)
    assert page.width() < 500
    assert whole.verticalScrollBar().maximum() > 0
    assert whole.horizontalScrollBar().maximum() == 0

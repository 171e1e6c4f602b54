"""A long list is laid out at once: rows are measured when they come into sight, and in pauses, and nothing jumps."""

from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from krisapp.ui.widgets.row_heights import SHORT
from krisapp.ui.widgets.rows import Column, RowsModel
from krisapp.ui.widgets.wrapped_list import WrappedList

LONG = "Kontrollera värme, el, vatten och toaletter på trygghetspunkten innan den öppnar för allmänheten. " * 3
MANY = 1000


class Thing(NamedTuple):
    """A row."""

    key: int
    text: str


def key(thing: Thing) -> int:
    return thing.key


def text(thing: Thing) -> str:
    return thing.text


def things(count: int, *, long: bool = True) -> list[Thing]:
    return [Thing(at, LONG[: at % 3 * 120 + 5] if long else "Kort") for at in range(count)]


@pytest.fixture
def listed(home: QWidget) -> WrappedList:
    model = RowsModel[Thing]((Column[Thing]("", text),), key, home)
    view = WrappedList(model, "Saker", home)
    view.resize(400, 300)
    return view


def model_of(view: WrappedList) -> RowsModel[Thing]:
    model = view.model()
    assert isinstance(model, RowsModel)
    return model


def needed(view: WrappedList, row: int) -> int:
    return view.itemDelegate().sizeHint(QStyleOptionViewItem(), view.model().index(row, 0)).height()


def shown(view: WrappedList, row: int) -> int:
    return view.visualRect(view.model().index(row, 0)).height()


def in_sight(view: WrappedList) -> list[int]:
    area = view.viewport().rect()
    return [row for row in range(MANY) if view.visualRect(view.model().index(row, 0)).intersects(area)]


def test_what_is_in_sight_is_as_high_as_its_text_before_the_rest_is_measured(listed: WrappedList) -> None:
    model_of(listed).feed(things(MANY))
    listed.show()
    listed.doItemsLayout()

    assert listed.heights.busy
    rows = in_sight(listed)
    assert len(rows) > 3
    assert [shown(listed, row) for row in rows] == [needed(listed, row) for row in rows]


def test_every_row_is_as_high_as_its_text_once_the_pauses_have_measured_it(listed: WrappedList, qtbot: QtBot) -> None:
    model_of(listed).feed(things(MANY))
    listed.show()
    qtbot.waitUntil(lambda: listed.heights.busy)
    qtbot.waitUntil(lambda: not listed.heights.busy)

    assert [shown(listed, row) for row in range(MANY)] == [needed(listed, row) for row in range(MANY)]


def test_no_row_is_wider_than_what_can_be_seen(listed: WrappedList) -> None:
    model_of(listed).feed(things(MANY))
    listed.show()
    listed.doItemsLayout()

    assert listed.verticalScrollBar().isVisible()
    assert listed.visualRect(listed.model().index(0, 0)).width() == listed.viewport().width()
    assert listed.horizontalScrollBar().maximum() == 0


def test_a_short_list_is_measured_whole_at_once(listed: WrappedList) -> None:
    model_of(listed).feed(things(SHORT))
    listed.show()
    listed.doItemsLayout()

    assert not listed.heights.busy
    assert [shown(listed, row) for row in range(SHORT)] == [needed(listed, row) for row in range(SHORT)]


def test_the_chosen_row_stays_where_it_is_while_those_above_it_are_measured(listed: WrappedList, qtbot: QtBot) -> None:
    model_of(listed).feed(things(MANY))
    listed.show()
    listed.choose(500)
    before = listed.visualRect(listed.currentIndex()).top()
    assert listed.heights.busy
    assert 0 <= before < listed.viewport().height()
    assert shown(listed, 500) == needed(listed, 500)

    qtbot.waitUntil(lambda: not listed.heights.busy)
    assert abs(listed.visualRect(listed.currentIndex()).top() - before) <= 1


def test_rows_that_are_scrolled_to_are_as_high_as_their_text(listed: WrappedList) -> None:
    model_of(listed).feed(things(MANY))
    listed.show()
    listed.doItemsLayout()
    listed.verticalScrollBar().setValue(listed.verticalScrollBar().maximum() // 2)

    assert listed.heights.busy
    rows = in_sight(listed)
    assert rows[0] > 100
    assert [shown(listed, row) for row in rows] == [needed(listed, row) for row in rows]


def test_a_row_that_changes_moves_nothing_above_the_chosen_one(listed: WrappedList, qtbot: QtBot) -> None:
    model_of(listed).feed(things(MANY))
    listed.show()
    listed.choose(500)
    qtbot.waitUntil(lambda: not listed.heights.busy)
    before = listed.visualRect(listed.currentIndex()).top()

    # Such as at the turn of a minute: every row says something else, in as much room.
    model_of(listed).feed([Thing(one.key, one.text.replace("e", "a")) for one in things(MANY)])
    listed.doItemsLayout()

    assert listed.visualRect(listed.currentIndex()).top() == before
    qtbot.waitUntil(lambda: not listed.heights.busy)
    assert abs(listed.visualRect(listed.currentIndex()).top() - before) <= 1


@pytest.mark.parametrize("first", [0, MANY], ids=["above", "below"])
def test_rows_that_come_let_the_others_keep_their_heights(listed: WrappedList, qtbot: QtBot, first: int) -> None:
    old = things(MANY)
    model_of(listed).feed(old)
    listed.show()
    qtbot.waitUntil(lambda: listed.heights.busy)
    qtbot.waitUntil(lambda: not listed.heights.busy)

    new = [Thing(MANY, LONG)]
    model_of(listed).feed([*new, *old] if first == 0 else [*old, *new])
    listed.doItemsLayout()
    qtbot.waitUntil(lambda: not listed.heights.busy)

    assert [shown(listed, row) for row in range(MANY + 1)] == [needed(listed, row) for row in range(MANY + 1)]
    assert listed.indexAt(QPoint(1, 1)).isValid()


def test_a_list_in_another_width_is_measured_anew(listed: WrappedList, qtbot: QtBot) -> None:
    model_of(listed).feed(things(MANY))
    listed.show()
    qtbot.waitUntil(lambda: listed.heights.busy)
    qtbot.waitUntil(lambda: not listed.heights.busy)
    wide = shown(listed, 2)

    listed.resize(250, 300)
    qtbot.waitUntil(lambda: not listed.heights.busy and shown(listed, 2) > wide)
    assert [shown(listed, row) for row in range(MANY)] == [needed(listed, row) for row in range(MANY)]

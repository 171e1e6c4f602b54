"""Cells that wait for reviewed phrases say so in words, can be reached by the keyboard, and hinder nothing."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from krisapp.ui.live import Live
from krisapp.ui.views.messages.view import MessagesView
from krisapp.ui.views.view import View


@pytest.fixture
def view(live: Live, home: QWidget, shown: Callable[[View], View]) -> MessagesView:
    made = shown(MessagesView(live, home))
    assert isinstance(made, MessagesView)
    return made


def test_me11_the_cell_of_other_languages_says_what_is_missing_and_leads_to_it(
    view: MessagesView, qtbot: QtBot
) -> None:
    model, matrix = view.page.model, view.page.matrix
    index = model.index_of(("E1", "C20"))
    assert index.data() == "ej granskat"
    assert "Låt någon granska i Plan" in index.data(int(Qt.ItemDataRole.AccessibleTextRole))

    matrix.setCurrentIndex(index)
    assert matrix.selected == ()
    assert view.targets == ()
    assert view.page.to_plan.isVisibleTo(view)
    with qtbot.waitSignal(view.live.shown) as sent:
        qtbot.mouseClick(view.page.to_plan, Qt.MouseButton.LeftButton)
    assert sent.args == ["plan", "phrase:sender"]


def test_all_can_be_chosen_and_none_of_them_is_a_gap(view: MessagesView) -> None:
    view.page.matrix.selectAll()

    assert {cell.id for cell in view.page.matrix.selected} == set(view.live.texts.ids())

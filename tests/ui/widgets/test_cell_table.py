"""A table of cells: one stands on a cell alike whatever key brought one there."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from krisapp.ui.widgets.cell_table import CellTable
from krisapp.ui.widgets.row_choice import stand_on


class Squares(CellTable):
    """Two by two, and what was opened."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.opened: list[tuple[int, int]] = []
        self.setModel(QStandardItemModel(2, 2, self))

    def open_cell(self, index: QModelIndex) -> None:
        """Remember it."""
        self.opened.append((index.row(), index.column()))

    def measure(self) -> None:
        """Leave the sizes as they are."""


@pytest.fixture
def squares(qtbot: QtBot) -> Iterator[Squares]:
    owner = QWidget()
    qtbot.addWidget(owner)
    made = Squares(owner)
    owner.show()
    yield made


@pytest.mark.parametrize("held", [False, True], ids=["free", "ctrl"])
def test_standing_on_a_cell_chooses_it_alone_also_while_ctrl_is_held(squares: Squares, held: bool) -> None:
    stand_on(squares, squares.model().index(0, 0))
    if held:
        QTest.keyPress(squares, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
        assert QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier

    stand_on(squares, squares.model().index(1, 1))

    if held:
        QTest.keyRelease(squares, Qt.Key.Key_Control)
    assert [(index.row(), index.column()) for index in squares.selectedIndexes()] == [(1, 1)]


def test_enter_opens_the_cell_one_stands_on(squares: Squares) -> None:
    stand_on(squares, squares.model().index(1, 0))
    QTest.keyClick(squares, Qt.Key.Key_Return)

    assert squares.opened == [(1, 0)]

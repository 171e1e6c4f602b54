"""A model fed with rows holds nothing of its own, and what was chosen stays chosen."""

from typing import NamedTuple

import pytest
from PySide6.QtCore import QAbstractItemModel, QObject, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from krisapp.domain.words import N_
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.row_list import RowList
from krisapp.ui.widgets.rows import DETAIL, KEY, MARK, ROW, Column, RowsModel
from krisapp.ui.widgets.table import Table


class Task(NamedTuple):
    id: str
    text: str
    late: bool = False


ONE, TWO, THREE = Task("1", "Ring TiB"), Task("2", "Skriv sms", late=True), Task("3", "Öppna logg")


def late(task: Task) -> Mark | None:
    return Mark("försenad", Tone.ALARM, Shape.TRIANGLE) if task.late else None


def model_of(parent: QObject) -> RowsModel[Task]:
    columns = [
        Column[Task](N_("Uppgift"), lambda task: task.text, mark=late, detail=lambda task: f"nummer {task.id}"),
        Column[Task](N_("Nummer"), lambda task: task.id, right=True),
    ]
    return RowsModel(columns, lambda task: task.id, parent)


@pytest.fixture
def model(home: QWidget) -> RowsModel[Task]:
    return model_of(home)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((), (ONE, TWO)),
        ((ONE, TWO), ()),
        ((ONE,), (ONE, TWO, THREE)),
        ((TWO, THREE), (ONE, TWO, THREE)),
        ((ONE, TWO), (TWO, ONE)),
        ((ONE, TWO), (ONE._replace(text="Ring KC"), TWO)),
        ((TWO,), (ONE, TWO._replace(late=False), THREE)),
    ],
)
def test_any_rows_can_follow_any_rows(home: QWidget, before: tuple[Task, ...], after: tuple[Task, ...]) -> None:
    model = model_of(home)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, mode, home)

    model.feed(before)
    model.feed(after)

    assert isinstance(tester.model(), QAbstractItemModel)
    assert model.rows == after
    assert [model.index(n, 0).data(ROW) for n in range(model.rowCount())] == list(after)


def test_a_cell_tells_its_text_mark_and_detail_and_a_screen_reader_hears_all(model: RowsModel[Task]) -> None:
    model.feed([TWO])
    cell = model.index(0, 0)

    assert cell.data() == "Skriv sms"
    assert cell.data(MARK) == Mark("försenad", Tone.ALARM, Shape.TRIANGLE)
    assert cell.data(DETAIL) == "nummer 2"
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Skriv sms, försenad, nummer 2"


def test_the_tool_tip_of_a_hostile_row_is_plain(model: RowsModel[Task]) -> None:
    model.feed([Task("4", '<img src="//server/x.png">')])

    assert "<img" not in model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_only_the_row_that_changed_is_told(model: RowsModel[Task], qtbot: QtBot) -> None:
    model.feed([ONE, TWO, THREE])
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))

    model.feed([ONE, TWO._replace(late=False), THREE])

    assert told == [(1, 1)]


@pytest.mark.parametrize("kind", [Table, RowList])
def test_the_chosen_row_stays_chosen_when_rows_change_places(
    home: QWidget, model: RowsModel[Task], kind: type[Table] | type[RowList]
) -> None:
    model.feed([ONE, TWO])
    view = kind(model, "Uppgifter", home)
    view.choose("2")

    model.feed([THREE, TWO, ONE])

    assert view.current == TWO
    assert view.currentIndex().data(KEY) == "2"
    assert view.selectionModel().selectedIndexes()[0].data(KEY) == "2"


@pytest.mark.parametrize("kind", [Table, RowList])
def test_the_first_row_is_chosen_when_the_keyboard_comes_and_enter_opens_it(
    home: QWidget, model: RowsModel[Task], kind: type[Table] | type[RowList], qtbot: QtBot
) -> None:
    model.feed([ONE, TWO])
    view = kind(model, "Uppgifter", home)
    view.show()
    view.setFocus()

    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)

    assert opened.args == [ONE]

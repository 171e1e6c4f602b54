"""The checklist editor: an ordinary user makes, copies, orders and removes lists, and takes it all back (row CH4)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Checklist
from krisapp.domain.planning.checklist_changing import opened_by
from krisapp.ui.live import Live
from krisapp.ui.views.plan.checklist.checklist_dialog import ChecklistDialog
from krisapp.ui.views.plan.checklist.point_list import PointList
from krisapp.ui.views.plan.view import PlanView
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.window import Window
from tests.ui.views.conftest import OFFICER, opened
from tests.ui.views.keyboard import CTRL, words
from tests.ui.views.lead.screen import answering

NONE = Qt.KeyboardModifier.NoModifier


class Sourced(QDropEvent):
    """A drop that comes from a list, as Qt tells of one while a person drags."""

    def __init__(self, point: QPointF, carried: QMimeData, source: PointList) -> None:
        super().__init__(point, Qt.DropAction.MoveAction, carried, Qt.MouseButton.LeftButton, NONE)
        self._from = source

    def source(self) -> PointList:
        return self._from


@pytest.fixture
def window(calm: Live, qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    calm.sit(OFFICER)
    with opened(calm, qtbot, tmp_path) as made:
        made.go("plan")
        yield made


@pytest.fixture
def view(window: Window) -> PlanView:
    shown = window.view
    assert isinstance(shown, PlanView)
    shown.go_to("checklist", "K03")
    shown.checklist.items.setFocus()
    return shown


def plan(view: PlanView) -> Plan:
    return view.live.workplace.plans.plan()


def listed(view: PlanView, id: str) -> Checklist:
    found = plan(view).checklist(id)
    assert found is not None
    return found


def drop(view: PlanView, id: str, after: int) -> None:
    """Let go of a point over the lower half of a row."""
    items = view.checklist.items
    carried = items.model().mimeData([view.checklist.model.find(id)])
    below = items.visualRect(items.model().index(after, 0)).adjusted(0, 0, 0, -2).bottomLeft()
    items.dropEvent(Sourced(QPointF(below.x() + 10, below.y()), carried, items))


def test_ch4_a_new_list_is_made_in_a_form_and_shown_ready_for_its_points(view: PlanView, qtbot: QtBot) -> None:
    def fill(dialog: ChecklistDialog) -> None:
        assert dialog.code.text() == "K16"
        dialog.name.setText("Evakuera boende")
        dialog.owner.choose("SC")
        dialog.levels["N3"].setChecked(True)
        dialog.types["flooding"].setChecked(True)

    answering(ChecklistDialog, fill)
    qtbot.keyClick(view.checklist.items, Qt.Key.Key_N, CTRL)
    made = listed(view, "K16")
    assert (made.name, made.owner, made.anchor, made.items) == ("Evakuera boende", "SC", "T0", ())
    assert opened_by(plan(view), "K16") == (("N3",), ("flooding",))
    assert view.checklist.checklist == made
    assert "Öppnas av: N3" in words(view.checklist)


def test_ch4_what_is_wrong_with_a_head_is_said_in_words_and_what_was_typed_stays(view: PlanView, qtbot: QtBot) -> None:
    said: list[str] = []

    def fill(dialog: ChecklistDialog) -> None:
        dialog.press()
        said.append(words(dialog))
        dialog.name.setText("Något")
        dialog.code.setText("K01")
        dialog.press()
        said.append(words(dialog))
        assert dialog.name.text() == "Något"
        dialog.code.setText("K16")
        dialog.anchor.choose("L0")
        dialog.press()
        said.append(words(dialog))

    before = plan(view)
    answering(ChecklistDialog, fill)
    qtbot.keyClick(view.checklist.items, Qt.Key.Key_N, CTRL)
    assert "Ge checklistan ett namn." in said[0]
    assert "Koden K01 är upptagen" in said[1]
    assert "Skriv vad som startar listan" in said[2]
    assert plan(view) == before


def test_ch4_a_copy_has_the_points_with_codes_of_its_own_and_ctrl_z_takes_it_back(
    view: PlanView, window: Window, qtbot: QtBot
) -> None:
    before = plan(view)
    answering(ChecklistDialog, lambda dialog: dialog.code.setText("E1"))
    qtbot.keyClick(view.checklist.items, Qt.Key.Key_D, CTRL)
    copy = listed(view, "E1")
    assert copy.name == f"{listed(view, 'K03').name}, kopia"
    assert [item.text for item in copy.items] == [item.text for item in listed(view, "K03").items]
    assert copy.items[0].id == "E1-01"
    window.toast.undo()
    assert plan(view) == before


def test_ch4_the_head_is_changed_and_the_history_says_who(view: PlanView, qtbot: QtBot) -> None:
    def fill(dialog: ChecklistDialog) -> None:
        assert not dialog.code_field.isVisible()
        dialog.name.setText("Kommunikation, första timmen")
        dialog.phase.setText("första timmen")

    answering(ChecklistDialog, fill)
    points = listed(view, "K03").items
    qtbot.keyClick(view.checklist.items, Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)
    assert listed(view, "K03").name == "Kommunikation, första timmen"
    assert listed(view, "K03").items == points
    edit = view.live.workplace.plans.history()[0]
    assert (edit.kind, edit.key, edit.by) == ("checklist", "K03", OFFICER)


def test_ch4_a_list_is_removed_after_a_question_that_tells_what_opens_it(
    view: PlanView, window: Window, qtbot: QtBot
) -> None:
    before, asked = plan(view), []

    def fill(dialog: Dialog) -> None:
        asked.append(words(dialog))

    answering(Dialog, fill)
    qtbot.keyClick(view.checklist.items, Qt.Key.Key_Delete, CTRL)
    assert "Öppnas av: N" in asked[0]
    assert plan(view).checklist("K03") is None
    window.toast.undo()
    assert plan(view) == before


def test_ch4_a_point_is_moved_by_dragging_down_and_up_and_keeps_its_code(view: PlanView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.live.planned):
        drop(view, "K03-01", after=2)
    assert [item.id for item in listed(view, "K03").items][:4] == ["K03-02", "K03-03", "K03-01", "K03-04"]
    assert view.checklist.items.current.id == "K03-01"
    with qtbot.waitSignal(view.live.planned):
        drop(view, "K03-04", after=0)
    assert [item.id for item in listed(view, "K03").items][:3] == ["K03-02", "K03-04", "K03-03"]


def test_ch4_a_drop_where_it_came_from_or_from_elsewhere_changes_nothing(
    view: PlanView, qtmodeltester: ModelTester
) -> None:
    before = plan(view)
    drop(view, "K03-02", after=0)
    foreign = QMimeData()
    foreign.setText("K99-01")
    items = view.checklist.items
    items.dropEvent(Sourced(QPointF(10, 10), foreign, items))
    assert plan(view) == before
    qtmodeltester.check(view.checklist.model)

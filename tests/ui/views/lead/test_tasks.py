"""Tasks in the window: given in one line, worked with one key each, taken back, and seen where they are needed."""

from datetime import timedelta

import msgspec
import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from krisapp.domain.leading.task import assigning
from krisapp.domain.leading.task.task_history import TaskGiven
from krisapp.domain.leading.task.tasks import Origin, Priority, Source, State, Task, Tasks
from krisapp.ui.counts import counts
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.lead.task.task_dialog import TaskDialog, WhyDialog
from krisapp.ui.views.lead.task.tasks_page import MINE, TasksPage
from krisapp.ui.views.lead.view import LeadView
from krisapp.ui.views.overview_needs import needs
from krisapp.ui.views.todo import ToDo
from krisapp.ui.widgets.toast import Toast
from tests.ui.views.conftest import OFFICER, StandingClock
from tests.ui.views.keyboard import CTRL, press_key, typed, words
from tests.ui.views.lead.screen import answering, lead

__all__ = ["lead"]

SPACE, Z = Qt.Key.Key_Space, Qt.Key.Key_Z


@pytest.fixture
def page(lead: LeadView) -> TasksPage:
    lead.turn_to("tasks")
    shown = lead.page
    assert isinstance(shown, TasksPage)
    shown.start()
    return shown


def tasks(live: Live) -> list[Task]:
    return live.incident.part(Tasks).added()


def state(task: Task) -> State:
    return task.state


def given(live: Live, title: str, **values: object) -> Task:
    (stamp,) = live.desk.do(assigning.add_task(live.incident, title, **values))  # type: ignore[arg-type]
    return live.incident.part(Tasks).by_id[stamp.id]


def test_a_task_is_given_in_one_line_and_what_was_understood_is_shown_first(
    page: TasksPage, live: Live, qtbot: QtBot
) -> None:
    typed("@KOM kl. 15 ring skolan !")
    assert "Ring skolan · Kommunikationschef" in words(page)
    assert "klart senast 15.00 · viktig" in words(page)
    press_key(qtbot, Qt.Key.Key_Return)

    (task,) = tasks(live)
    assert (task.title, task.owner, task.priority) == ("Ring skolan", "KOM", Priority.HIGH)
    assert task.deadline is not None
    assert f"{task.deadline:%H.%M}" == "15.00"
    assert page.line.text() == ""
    assert page.line.hasFocus()
    assert page.model.rows[0].said.title == "Ring skolan"


def test_nothing_is_given_while_the_line_is_unclear_and_what_was_typed_stays(
    page: TasksPage, live: Live, qtbot: QtBot
) -> None:
    typed("@KOM kl. 25 ring skolan")
    press_key(qtbot, Qt.Key.Key_Return)
    assert tasks(live) == []
    assert page.line.text() == "@KOM kl. 25 ring skolan"
    assert "kl. 25 är ingen tid" in words(page)
    page.line.clear()
    press_key(qtbot, Qt.Key.Key_Return)
    assert "Skriv vad som ska göras." in words(page)


def test_space_p_and_ctrl_z_do_begin_and_take_back(page: TasksPage, live: Live, qtbot: QtBot) -> None:
    task = given(live, "Ring skolan")
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_P)
    assert state(task) is State.STARTED
    qtbot.keyClick(page.list, SPACE)
    assert state(task) is State.DONE
    assert page.model.rows == ()
    page.closed.setChecked(True)
    qtbot.keyClick(page.list, Z, CTRL)
    assert state(task) is State.STARTED
    qtbot.keyClick(page.list, Z, CTRL)
    assert state(task) is State.OPEN


def test_a_task_is_handed_over_and_put_off_with_a_reason_and_the_toast_takes_it_back(
    page: TasksPage, live: Live, qtbot: QtBot
) -> None:
    task = given(live, "Ring skolan", owner="KOM", deadline=live.now() + timedelta(minutes=10))
    page.list.setFocus()

    def put_off(dialog: TaskDialog) -> None:
        assert dialog.deadline.hasFocus() or not dialog.isActiveWindow()
        dialog.deadline.setText("60 min")
        dialog.reason.setText("Skolan har rast.")
        dialog.owner.choose("FC")

    answering(TaskDialog, put_off)
    qtbot.keyClick(page.list, Qt.Key.Key_S)
    assert task.owner == "FC"
    assert task.deadline == live.now() + timedelta(minutes=60)
    assert "Skäl: Skolan har rast." in "".join(line.text for line in live.incident.log)

    toast = page.window().findChild(Toast)
    assert isinstance(toast, Toast)
    assert toast.undo()
    assert (task.owner, task.deadline) == ("KOM", live.now() + timedelta(minutes=10))


def test_a_time_that_cannot_be_read_keeps_the_form_open(page: TasksPage, live: Live, qtbot: QtBot) -> None:
    task = given(live, "Ring skolan")
    page.list.setFocus()
    told: list[str] = []

    def answer(dialog: TaskDialog) -> None:
        dialog.deadline.setText("senare")
        dialog.press()
        told.append(words(dialog))

    answering(TaskDialog, answer)
    qtbot.keyClick(page.list, Qt.Key.Key_F4)
    assert "Skriv tiden som 15.30" in told[0]
    assert task.deadline is None


def test_a_part_is_given_and_the_whole_waits_for_it(page: TasksPage, live: Live, qtbot: QtBot) -> None:
    whole = given(live, "Öppna trygghetspunkt", owner="TPA")
    page.list.setFocus()
    answering(TaskDialog, lambda dialog: dialog.title.setText("Ordna el"))
    qtbot.keyClick(page.list, Qt.Key.Key_D)
    part = tasks(live)[1]
    assert (part.title, part.parent, part.owner) == ("Ordna el", whole.id, "TPA")
    page.list.choose(whole.id)
    qtbot.keyClick(page.list, SPACE)
    assert not whole.closed
    assert "Deluppdrag 2 är inte avslutat: Ordna el" in words(page)


def test_a_task_is_cancelled_only_with_a_reason(page: TasksPage, live: Live, qtbot: QtBot) -> None:
    task = given(live, "Ring skolan")
    page.list.setFocus()
    answering(WhyDialog, lambda dialog: dialog.answer.setText(" "))
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    assert not task.closed
    answering(WhyDialog, lambda dialog: dialog.answer.setText("Skolan ringde själv."))
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    assert (task.state, task.reason) == (State.CANCELLED, "Skolan ringde själv.")


def test_the_list_is_filtered_by_owner_by_what_is_late_and_by_words(
    page: TasksPage, live: Live, qtmodeltester: ModelTester
) -> None:
    now = live.now()
    mine = given(live, "Mitt eget", owner=OFFICER)
    role = given(live, "Min rolls", owner="TIB")
    late = given(live, "Sent", owner="KOM", deadline=now - timedelta(minutes=1))
    page.owner.choose(MINE)
    page.refresh()
    assert {row.id for row in page.model.rows} == {mine.id, role.id}
    page.owner.choose("KOM")
    page.late.setChecked(True)
    assert [row.id for row in page.model.rows] == [late.id]
    page.show_item(mine.id)
    assert page.task is mine
    page.search.setText("rolls")
    page._search("rolls")
    assert [row.id for row in page.model.rows] == [role.id]
    qtmodeltester.check(page.model)


def test_only_the_tasks_in_sight_are_put_into_words_when_the_page_is_shown(page: TasksPage, live: Live) -> None:
    live.do(*(assigning.add_task(live.incident, f"Ring skola {at}") for at in range(300)))

    in_words = [row for row in page.model.rows if "said" in vars(row)]
    assert len(page.model.rows) == 300
    assert len(in_words) < 60


def test_nothing_is_listed_anew_before_a_minute_or_an_urgency_turns(
    page: TasksPage, live: Live, clock: StandingClock
) -> None:
    given(live, "Ring skolan", owner="TIB", deadline=live.now() + timedelta(minutes=30, seconds=20))
    before = page.model.rows
    clock.later(10 / 60)
    live.ticked.emit()
    assert page.model.rows is before

    clock.later(10 / 60)
    live.ticked.emit()
    assert page.model.rows[0].said.mark.word == "om 30 min"

    before = page.model.rows
    clock.later(40 / 60)
    live.ticked.emit()
    assert page.model.rows is not before
    assert page.model.rows[0].said.mark.word == "om 29 min"


def test_a_row_changes_with_its_parts(page: TasksPage, live: Live, qtbot: QtBot) -> None:
    whole = given(live, "Ring skolan")
    part = given(live, "Leta upp numret", parent=whole.id)
    assert "0 av 1" in page.model.rows[0].said.detail
    page.closed.setChecked(True)
    with qtbot.waitSignal(page.model.dataChanged):
        live.do(assigning.mark_task(live.incident, part.id, State.DONE))
    assert "1 av 1" in page.model.rows[0].said.detail


def test_a_late_task_is_told_in_the_tab_on_the_overview_and_in_att_gora(
    page: TasksPage, lead: LeadView, live: Live, clock: StandingClock
) -> None:
    task = given(live, "Ring skolan", owner="TIB", deadline=live.now() + timedelta(minutes=5))
    assert "Uppdrag (1)" in [lead.tabs.tabText(at) for at in range(lead.tabs.count())]
    clock.later(20)
    live.ticked.emit()
    assert page.model.rows[0].said.mark.word == "15 min sent"
    badge = counts(live)["lead"]
    assert (badge.number, badge.words, badge.tone) == (1, "1 sak brådskar för staben", Tone.ALARM)
    (need,) = [need for need in needs(live.incident, live.plan, live.now()) if need.key == "tasks"]
    assert (need.title, need.view, need.item) == ("1 uppdrag är försenat", "lead", f"tasks:{task.id}")

    window = page.window()
    window.go("todo")  # type: ignore[attr-defined]  # the real window
    (view,) = window.findChildren(ToDo)
    assert view.tasks.isVisible()
    assert view.tasks.accessibleName() == f"1 uppdrag senast {task.deadline:%H.%M}: Ring skolan"
    view.role.choose("KOM")
    view._choose_role("KOM")
    assert not view.tasks.isVisible()


def test_a_task_tells_what_it_comes_from(page: TasksPage, live: Live) -> None:
    given(live, "Skriv anslag", origin=Origin(Source.REPORT, "saknas"))
    assert "från rapport ?" in page.model.rows[0].said.detail


def test_what_two_set_apart_is_shown_with_both_names_and_what_is_saved_holds(
    page: TasksPage, live: Live, qtbot: QtBot
) -> None:
    task = given(live, "Ring skolan")
    assert task.stamp is not None
    for tick, owner in enumerate(("KOM", "FC"), task.stamp.tick + 1):
        stamp = msgspec.structs.replace(task.stamp, id=f"annan {owner}", tick=tick, replaces=(task.stamp.id,))
        TaskGiven(task.id, owner).apply(live.incident, stamp)
    page.refresh()
    assert page.model.rows[0].said.mark.word == "två uppgifter"
    page.list.setFocus()
    told: list[str] = []
    answering(TaskDialog, lambda dialog: told.append(words(dialog)))
    qtbot.keyClick(page.list, Qt.Key.Key_F4)
    assert "Två har ändrat samtidigt: Kommunikationschef" in told[0]
    assert [owner for owner, _stamp in task.owners.claims] == ["FC"]
    assert page.model.rows[0].said.mark.word == "inte påbörjat"

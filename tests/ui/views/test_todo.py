"""The checklists: one key ticks and goes on, every act is logged, and nobody meets 300 items."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from krisapp.domain.checklists import Mark
from krisapp.domain.leading.meeting.holding import plan_next
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.todo import ToDo
from krisapp.ui.views.todo_rows import ALL_ROLES, next_items, time_mark
from krisapp.ui.views.view import View

SPACE, ENTER, ESCAPE = Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def todo(live: Live, shown: Callable[[View], View], home: QWidget) -> ToDo:
    view = ToDo(live, home)
    shown(view)
    view.start()
    return view


def texts(view: ToDo) -> list[str]:
    return [one.item.id for one in view.next_model.rows]


def last_line(view: ToDo) -> str:
    return view.live.incident.log[-1].text


def kinds(view: ToDo) -> list[str]:
    return [row.kind for row in view.lists_model.rows]


def test_the_next_five_are_those_of_the_roles_of_whoever_sits_here(todo: ToDo) -> None:
    held = {role.id for role in todo.live.plan.held_by(todo.live.person)}

    assert len(texts(todo)) == 5
    assert {one.role for one in todo.next_model.rows} <= held
    due = [one.due for one in todo.next_model.rows if one.due is not None]
    assert len(due) == 5
    assert due == sorted(due)


def test_all_roles_can_be_shown_and_one_role_alone(todo: ToDo) -> None:
    todo.role.choose(ALL_ROLES)
    todo._choose_role(ALL_ROLES)
    assert texts(todo)[0] == next_items(todo.live.incident, None)[0].item.id

    todo.role.choose("KOM")
    todo._choose_role("KOM")
    assert {one.role for one in todo.next_model.rows} == {"KOM"}


def test_space_ticks_the_item_logs_it_and_goes_on_to_the_next(todo: ToDo, qtbot: QtBot) -> None:
    first, second = texts(todo)[:2]

    with qtbot.waitSignal(todo.live.changed):
        qtbot.keyClick(todo.next, SPACE)

    assert todo.live.incident.mark(first).state is Mark.DONE
    assert last_line(todo).startswith("Klart:")
    assert todo.next.current.item.id == second
    assert len(texts(todo)) == 5


def test_ctrl_z_opens_the_item_again(todo: ToDo, qtbot: QtBot) -> None:
    first = texts(todo)[0]
    qtbot.keyClick(todo.next, SPACE)
    qtbot.keyClick(todo.next, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert todo.live.incident.mark(first).state is Mark.OPEN
    assert texts(todo)[0] == first
    assert last_line(todo).startswith("Öppnad igen:")


def test_not_applicable_asks_for_a_reason_and_keeps_the_item_until_it_has_one(todo: ToDo, qtbot: QtBot) -> None:
    first = texts(todo)[0]
    qtbot.keyClick(todo.next, Qt.Key.Key_N)
    assert todo.form.isVisible()

    qtbot.keyClick(todo.form.text, ENTER)
    assert todo.form.isVisible()
    assert todo.form._text_field._fault.text() == "Skriv varför punkten inte är aktuell."
    assert todo.live.incident.mark(first).state is Mark.OPEN

    qtbot.keyClicks(todo.form.text, "Ingen fara")
    qtbot.keyClick(todo.form.text, ENTER)
    assert not todo.form.isVisible()
    assert todo.live.incident.mark(first).state is Mark.NOT_APPLICABLE
    assert "Ingen fara" in last_line(todo)


def test_escape_leaves_the_question_and_nothing_is_done(todo: ToDo, qtbot: QtBot) -> None:
    before = len(todo.live.incident.log)
    qtbot.keyClick(todo.next, Qt.Key.Key_N)
    qtbot.keyClick(todo.form.text, ESCAPE)

    assert not todo.form.isVisible()
    assert len(todo.live.incident.log) == before


def test_an_item_handed_over_leaves_my_five_and_can_be_taken_back(todo: ToDo, qtbot: QtBot) -> None:
    first = texts(todo)[0]
    qtbot.keyClick(todo.next, Qt.Key.Key_R)
    todo.form.role.choose("KOM")
    qtbot.keyClick(todo.form.role, ENTER)

    assert first not in texts(todo)
    assert todo.live.incident.mark(first).role.value.role == "KOM"  # type: ignore[union-attr]  # set just now
    todo.take_back()
    assert texts(todo)[0] == first


def test_a_note_stands_beneath_its_item(todo: ToDo, qtbot: QtBot) -> None:
    qtbot.keyClick(todo.next, Qt.Key.Key_A)
    qtbot.keyClicks(todo.form.text, "Ringer igen 14")
    qtbot.keyClick(todo.form.text, ENTER)

    assert "Ringer igen 14" in todo._detail(todo.next_model.rows[0])


def test_time_is_told_as_what_is_left_and_as_how_late_it_is(todo: ToDo) -> None:
    one = next(one for one in next_items(todo.live.incident, None, 50) if one.item.offset == 20)
    assert one.due is not None

    told = {minutes: time_mark(one, one.due + timedelta(minutes=minutes)) for minutes in (-18, -3, 0, 6, 10)}

    assert [(mark.word, mark.tone) for mark in told.values() if mark] == [
        ("om 18 min", Tone.NEUTRAL),
        ("om 3 min", Tone.WAIT),
        ("nu", Tone.WAIT),
        ("6 min sen", Tone.WAIT),
        ("10 min sen", Tone.ALARM),
    ]


def test_lists_stand_folded_by_phase_with_how_far_they_have_come(todo: ToDo, qtmodeltester: ModelTester) -> None:
    assert "item" not in kinds(todo)
    assert len(kinds(todo)) < 30
    row = next(row for row in todo.lists_model.rows if row.key == "K01")
    assert row.mark is not None
    assert row.mark.word == "0 av 9"
    qtmodeltester.check(todo.lists_model)


def test_enter_unfolds_a_list_and_folds_it_again(todo: ToDo, qtbot: QtBot) -> None:
    todo.lists.choose("K01")
    qtbot.keyClick(todo.lists, ENTER)
    assert kinds(todo).count("item") == 9

    qtbot.keyClick(todo.lists, ENTER)
    assert "item" not in kinds(todo)


def test_a_list_whose_clock_has_not_started_is_started_by_enter(todo: ToDo, qtbot: QtBot) -> None:
    todo.lists.choose("K07")
    assert todo.lists.current.kind == "idle"
    qtbot.keyClick(todo.lists, ENTER)

    assert todo.live.incident.opened["K07"].value is not None
    assert next(row for row in todo.lists_model.rows if row.key == "K07").kind == "list"


def test_a_list_that_is_not_open_is_found_by_searching_and_opened_by_enter(todo: ToDo, qtbot: QtBot) -> None:
    assert "K14" not in [row.key for row in todo.lists_model.rows]
    todo._search("vma")
    todo.lists.choose("K14")
    qtbot.keyClick(todo.lists, ENTER)

    assert "K14" in todo.live.incident.opened


def test_a_search_shows_the_items_that_have_the_words_and_no_others(todo: ToDo) -> None:
    todo._search("ring kommunchefen")

    assert [row.key for row in todo.lists_model.rows if row.kind == "item"] == ["K01-06"]


def test_going_to_an_item_from_elsewhere_stands_on_it(todo: ToDo) -> None:
    todo.show_item("K03-05")

    assert todo.lists.current.key == "K03-05"


def test_a_tick_made_elsewhere_shows_here(todo: ToDo) -> None:
    from krisapp.domain import checklists

    first = todo.next_model.rows[0]
    todo.live.do(checklists.tick(todo.live.incident, first.item, Mark.DONE))

    assert first.item.id not in texts(todo)


def test_nobody_at_the_desk_is_refused_in_words_and_the_item_stays_open(todo: ToDo, qtbot: QtBot) -> None:
    todo.live.sit("")
    first = todo.next.current.item.id
    qtbot.keyClick(todo.next, SPACE)

    assert "Välj vem du är" in todo.banner.text
    assert todo.live.incident.mark(first).state is Mark.OPEN


def test_ac7_the_next_meeting_stands_beside_the_lists_and_leads_to_stab(todo: ToDo, qtbot: QtBot) -> None:
    live = todo.live
    assert todo.meeting.isHidden()
    live.do(plan_next(live.incident, live.now() + timedelta(minutes=25), "briefing", live.now()))
    todo.refresh()
    assert not todo.meeting.isHidden()
    assert todo.meeting.accessibleName().startswith("Stabsorientering kl. ")
    assert todo.meeting.accessibleName().endswith("om 25 min")
    with qtbot.waitSignal(live.shown) as went:
        todo.meeting.click()
    assert went.args == ["lead", "meetings:next"]

    live.do(plan_next(live.incident, live.now() + timedelta(days=2), "briefing", live.now()))
    todo.refresh()
    day = live.now() + timedelta(days=2)
    assert f"{day.day} " in todo.meeting.accessibleName()
    assert f"/{day.month}" not in todo.meeting.accessibleName()

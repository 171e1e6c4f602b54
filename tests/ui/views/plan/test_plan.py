"""The plan is read, searched and followed from thing to thing, and its checklists are edited by keyboard."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from krisapp.domain.plan_rows import Item
from krisapp.domain.planning.plan_soundness import AUDIENCES
from krisapp.ui.views.plan.checklist.item_dialog import ItemDialog
from krisapp.ui.views.plan.view import PlanView
from krisapp.ui.window import Window
from tests.ui.views.conftest import CHIEF


def items(view: PlanView, id: str = "K03") -> tuple[Item, ...]:
    """Return the points of a checklist as they lie on disk."""
    checklist = view.live.workplace.plans.plan().checklist(id)
    assert checklist is not None
    return checklist.items


def shown_ids(view: PlanView) -> list[str]:
    return [item.id for item in view.checklist.model.rows]


def titles(view: PlanView) -> list[str]:
    return [thing.title for thing in view.model.rows]


def page_text(view: PlanView) -> str:
    return view.reading.document().toPlainText()


def in_dialog(fill: Callable[[ItemDialog], None]) -> None:
    """Fill in the form when it has opened; close it if it stays."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ItemDialog)
        fill(dialog)
        if dialog.isVisible():
            dialog.done(0)

    QTimer.singleShot(50, act)


def open_list(view: PlanView, id: str = "K03") -> None:
    view.go_to("checklist", id)
    view.checklist.items.setFocus()


def test_the_library_counts_what_lies_on_each_shelf(view: PlanView) -> None:
    plan = view.live.workplace.plan
    counts = {shelf.section.key: shelf.size for shelf in view.library._model.rows}

    assert counts["checklist"] == len(plan.checklists) == 27
    assert counts["role"] == 30
    assert counts["channel"] == 25
    assert counts["complement"] == 5
    assert counts["matrix"] is None


def test_p27_the_audiences_stand_in_the_policys_order_and_nothing_moves_them(view: PlanView, qtbot: QtBot) -> None:
    view.go_to("audience", "I1")
    before = view.live.workplace.plans.plan()

    assert [thing.id for thing in view.model.rows] == list(AUDIENCES)
    qtbot.keyClick(view.things, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert view.live.workplace.plans.plan() == before
    assert "Ordningen ligger fast." in page_text(view)


def test_p3_an_empty_slot_for_a_complement_document_shows_as_a_gap(view: PlanView) -> None:
    view.go_to("complement", view.live.workplace.plan.complements[0].id)

    assert len(view.model.rows) == 5
    assert {thing.mark.word for thing in view.model.rows if thing.mark} == {"saknas"}
    assert "Dokumentet saknas." in page_text(view)


def test_enter_goes_from_shelf_to_thing_to_page(view: PlanView, qtbot: QtBot) -> None:
    view.library.choose("role")
    qtbot.keyClick(view.library, Qt.Key.Key_Return)
    assert view.things.hasFocus()

    qtbot.keyClick(view.things, Qt.Key.Key_Return)
    assert view.reading.hasFocus()


def test_a_search_finds_a_part_of_a_word_anywhere_and_enter_opens_the_hit(view: PlanView, qtbot: QtBot) -> None:
    view.search.insert("nödvatten")
    qtbot.keyClick(view.search, Qt.Key.Key_Down)
    assert view.things.hasFocus()
    assert any("H01-07" in title for title in titles(view))

    view.things.choose(("checklist_item", "H01-07"))
    qtbot.keyClick(view.things, Qt.Key.Key_Return)

    assert view.search.text() == ""
    assert view.things.current.id == "H01"
    assert view.checklist.items.current.id == "H01-07"
    assert view.checklist.items.hasFocus()


def test_a_search_without_hits_says_what_to_do(view: PlanView, qtbot: QtBot) -> None:
    qtbot.keyClicks(view.search, "xyzzy")
    qtbot.keyClick(view.search, Qt.Key.Key_Return)

    words = [label.text() for label in view._no_hits.findChildren(QLabel) if label.isVisible()]
    assert "Inget i planen passar in" in words


def test_a_person_found_in_the_plan_is_shown_among_the_contacts(view: PlanView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.live.shown) as went:
        view.go_to("person", CHIEF)

    assert went.args == ["contacts", CHIEF]


def test_a_role_leads_to_its_people_lists_and_points(view: PlanView) -> None:
    view.go_to("role", "KOM")
    links = [block.to for block in view.reading.blocks if block.to]

    assert ("person", CHIEF) in links
    assert ("checklist", "K03") in links
    assert ("checklist_item", "K03-01") in links

    view.reading.anchorClicked.emit(QUrl(f"#{links.index(('checklist', 'K03'))}"))
    assert view.things.current.id == "K03"


def test_what_looks_like_markup_in_the_plan_is_shown_letter_for_letter(view: PlanView) -> None:
    template = next(one for one in view.live.workplace.plan.templates if "{{" in one.text)
    view.go_to("template", template.id)

    assert template.text.rstrip("\n") in page_text(view)


def test_another_screen_can_ask_for_a_thing_by_its_id_alone(view: PlanView) -> None:
    view.show_item("C05")
    assert view.things.current.kind == "channel"

    view.show_item("K03-02")
    assert view.checklist.items.current.id == "K03-02"

    view.show_item("borta")
    assert view.banner.isVisible()


def test_the_matrix_says_in_words_what_the_chosen_row_means(view: PlanView, qtbot: QtBot) -> None:
    view.library.choose("matrix")
    qtbot.keyClick(view.library, Qt.Key.Key_Return)
    view.matrix.table.choose("C12")

    assert view.matrix.table.hasFocus()
    assert "E1 bör, måste när C01 är nere" in view.matrix.row_words.text()
    assert view.matrix.model.headerData(1, Qt.Orientation.Horizontal) == "I1"

    qtbot.keyClick(view.matrix.table, Qt.Key.Key_Return)
    assert view.things.current.id == "C12"


def test_alt_down_moves_a_point_keeps_its_id_and_keeps_it_chosen(view: PlanView, qtbot: QtBot) -> None:
    open_list(view)
    view.checklist.items.choose("K03-01")
    with qtbot.waitSignal(view.live.planned):
        qtbot.keyClick(view.checklist.items, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert [item.id for item in items(view)][:3] == ["K03-02", "K03-01", "K03-03"]
    assert [item.rank for item in items(view)] == list(range(1, len(items(view)) + 1))
    assert shown_ids(view)[:2] == ["K03-02", "K03-01"]
    assert view.checklist.items.current.id == "K03-01"


def test_a_deleted_point_comes_back_with_ctrl_z(view: PlanView, window: Window, qtbot: QtBot) -> None:
    open_list(view)
    before = items(view)
    view.checklist.items.choose("K03-04")
    with qtbot.waitSignal(view.live.planned):
        qtbot.keyClick(view.checklist.items, Qt.Key.Key_Delete)
    assert "K03-04" not in shown_ids(view)
    assert window.toast.isVisible()

    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(view.live.planned):
        qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert items(view) == before
    assert "K03-04" in shown_ids(view)


def test_a_new_point_gets_the_next_free_id_and_stands_after_the_chosen_one(view: PlanView, qtbot: QtBot) -> None:
    open_list(view)
    highest = max(item.id for item in items(view))
    view.checklist.items.choose("K03-02")

    def fill(dialog: ItemDialog) -> None:
        dialog.text.setPlainText("Ring växeln")
        dialog.offset.setText("25")
        qtbot.keyClick(dialog.offset, Qt.Key.Key_Return)

    in_dialog(fill)
    qtbot.keyClick(view.checklist.items, Qt.Key.Key_Insert)

    number = int(highest.rpartition("-")[2]) + 1
    new = items(view)[2]
    assert (new.id, new.text, new.offset, new.role) == (f"K03-{number}", "Ring växeln", 25, "KOM")
    assert view.checklist.items.current.id == new.id


def test_a_point_without_words_or_with_letters_for_minutes_is_refused_beside_the_field(
    view: PlanView, qtbot: QtBot
) -> None:
    open_list(view)
    before = items(view)
    said: list[str] = []

    def fill(dialog: ItemDialog) -> None:
        dialog.offset.setText("snart")
        dialog.press()
        said.extend(label.text() for label in dialog.offset_field.findChildren(QLabel) if label.isVisible())
        dialog.offset.setText("5")
        dialog.text.setPlainText("  ")
        dialog.press()
        said.extend(label.text() for label in dialog.text_field.findChildren(QLabel) if label.isVisible())

    in_dialog(fill)
    qtbot.keyClick(view.checklist.items, Qt.Key.Key_Return)

    assert any(words.startswith("Skriv minuter med siffror") for words in said)
    assert "Punkten är tom. Skriv vad som ska göras." in said
    assert items(view) == before


def test_the_changes_are_listed_with_who_made_them_and_each_can_be_taken_back(view: PlanView, qtbot: QtBot) -> None:
    open_list(view)
    before = items(view)
    view.checklist.items.choose("K03-04")
    view.checklist.remove_item()
    view.library.choose("history")
    row = view.history.model.rows[0]

    assert row.title == "Checklista K03 ändrad: K03-04"
    assert "Love Alpilund" in row.detail

    qtbot.keyClick(view.library, Qt.Key.Key_Return)
    with qtbot.waitSignal(view.live.planned):
        qtbot.keyClick(view.history.edits, Qt.Key.Key_Delete)
    assert items(view) == before
    assert [row.undone for row in view.history.model.rows] == [False, True]


def test_what_somebody_has_changed_since_is_not_undone_and_the_view_says_so(view: PlanView) -> None:
    open_list(view)
    view.checklist.items.choose("K03-04")
    view.checklist.move_down()
    (first,) = view.live.workplace.plans.history(1)
    view.checklist.move_down()
    after = items(view)

    view.changes.undo(first)

    assert view.banner.text.startswith("Någon har ändrat samma sak efteråt.")
    assert items(view) == after

"""Every table of the plan is edited in a form made of its description, by keyboard, and each edit can be taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from krisapp.domain.planning.plan_form_rows import FORMS, SETTINGS
from krisapp.domain.planning.plan_forms import blank_row, row_of, rows_of
from krisapp.ui.views.plan.table.needs_dialog import NeedsDialog
from krisapp.ui.views.plan.table.picked_list import PickedList
from krisapp.ui.views.plan.table.row_form import RowForm
from krisapp.ui.views.plan.view import PlanView
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice
from krisapp.ui.window import Window
from tests.ui.views.plan.screen import in_dialog


def line(dialog: Dialog, name: str) -> QLineEdit:
    assert isinstance(dialog, RowForm)
    found = dialog.controls[name].widget
    assert isinstance(found, QLineEdit)
    return found


def refuse_all(_near: QWidget, _values: object) -> bool:
    """Save nothing: what is unchanged is not saved at all."""
    raise AssertionError("nothing was to be saved")


@pytest.mark.parametrize("table", sorted(FORMS))
def test_every_table_opens_in_a_form_that_shows_what_stands_and_saving_it_unchanged_changes_nothing(
    view: PlanView, table: str
) -> None:
    plan, form = view.live.workplace.plan, FORMS[table]
    for row in rows_of(plan, form)[:3] if form is not SETTINGS else (plan.settings,):
        dialog = RowForm(plan, form, row, refuse_all, view)
        dialog.press()

        assert dialog.result() == 1, (table, [field._fault.text() for field in dialog.fields.values()])
        dialog.deleteLater()


def test_every_field_of_a_form_has_a_name_a_screen_reader_says(view: PlanView) -> None:
    plan = view.live.workplace.plan
    for form in FORMS.values():
        row = plan.settings if form is SETTINGS else rows_of(plan, form)[0]
        dialog = RowForm(plan, form, row, lambda _near, _values: True, view)
        for name, made in dialog.controls.items():
            assert made.widget.accessibleName() or made.widget.focusProxy() is not None, (form.table, name)
        dialog.deleteLater()


def test_f4_changes_a_row_and_ctrl_z_takes_it_back(view: PlanView, window: Window, qtbot: QtBot) -> None:
    view.go_to("law", "GDPR")
    before = view.live.workplace.plan

    def fill(dialog: Dialog) -> None:
        line(dialog, "checked").setText("2026-11-02")
        qtbot.keyClick(line(dialog, "checked"), Qt.Key.Key_Return)

    in_dialog(fill)
    qtbot.keyClick(view.things, Qt.Key.Key_F4)
    assert row_of(view.live.workplace.plan, FORMS["law"], "GDPR").checked == "2026-11-02"
    assert view.things.current.mark is None

    view.changes.undo_latest()
    assert view.live.workplace.plan == before


def test_insert_adds_a_row_shows_it_and_it_is_found_by_the_search(view: PlanView, qtbot: QtBot) -> None:
    view.go_to("safe_point", "TP1")

    def fill(dialog: Dialog) -> None:
        assert isinstance(dialog, RowForm)
        line(dialog, "name").setText("Folkets hus")
        place = dialog.controls["place"].widget
        assert isinstance(place, Choice)
        place.choose("Mellösa")
        dialog.press()

    in_dialog(fill)
    qtbot.keyClick(view.things, Qt.Key.Key_Insert)

    assert view.things.current.title == "Folkets hus"
    point = view.live.workplace.plan.safe_points[-1]
    assert (point.id, point.name, point.place) == ("TP6", "Folkets hus", "Mellösa")
    assert "TP6" in {hit.id for hit in view.live.workplace.plans.search("Folkets hus")}


def test_what_is_missing_or_wrong_is_said_beside_its_field_and_nothing_is_saved(view: PlanView, qtbot: QtBot) -> None:
    view.go_to("law", "GDPR")
    before, said = view.live.workplace.plan, {}

    def fill(dialog: Dialog) -> None:
        assert isinstance(dialog, RowForm)
        line(dialog, "name").setText("")
        line(dialog, "checked").setText("igår")
        dialog.press()
        said.update({name: field._fault.text() for name, field in dialog.fields.items() if field._fault.isVisible()})

    in_dialog(fill)
    qtbot.keyClick(view.things, Qt.Key.Key_F4)

    assert said == {"name": "Fyll i namn.", "checked": "Skriv datumet som 2026-11-24."}
    assert view.live.workplace.plan == before


def test_a_channel_says_in_words_what_a_way_takes_and_refuses_what_it_does_not_know(view: PlanView) -> None:
    plan = view.live.workplace.plan
    channel = row_of(plan, FORMS["channel"], "C01")
    dialog = RowForm(plan, FORMS["channel"], channel, lambda _near, _values: True, view)
    ways = dialog.controls["needs"].widget
    assert isinstance(ways, QPlainTextEdit)

    assert ways.toPlainText() == "egen webb + internet"
    ways.setPlainText("Internet\np4 + el")
    assert dialog.controls["needs"].read() == ("web", "p4 + power")
    ways.setPlainText("brevduva")
    dialog.press()
    assert "brevduva är inget en kanal kan kräva" in dialog.fields["needs"]._fault.text()
    dialog.deleteLater()


def test_the_holders_of_a_role_are_ordered_added_and_taken_out_by_keyboard(view: PlanView, qtbot: QtBot) -> None:
    plan = view.live.workplace.plan
    role = row_of(plan, FORMS["role"], "KC")
    dialog = RowForm(plan, FORMS["role"], role, lambda _near, _values: True, view)
    picked = dialog.controls["holders"].widget
    assert isinstance(picked, PickedList)
    before = picked.keys
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)

    picked.list.choose(before[0])
    picked.list.setFocus()
    qtbot.keyClick(picked.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert picked.keys[:2] == (before[1], before[0])
    qtbot.keyClick(picked.list, Qt.Key.Key_Delete)
    assert picked.keys == (before[1], *before[2:])

    picked.choice.choose(before[0])
    picked.add_chosen()
    assert picked.keys == (before[1], *before[2:], before[0])
    dialog.done(0)
    dialog.deleteLater()


def test_alt_arrow_moves_a_row_but_never_an_audience(view: PlanView, qtbot: QtBot) -> None:
    view.go_to("role", "KC")
    qtbot.keyClick(view.things, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [role.id for role in view.live.workplace.plan.roles][:3] == ["KLN", "KC", "KSO"]
    assert view.things.current.id == "KC"

    view.go_to("audience", "E1")
    assert not view.row_tools.up.isVisible()
    assert not view.row_tools.add.isVisible()


def test_a_chapter_moves_within_its_own_document(view: PlanView, qtbot: QtBot) -> None:
    view.go_to("chapter", "kl17")
    qtbot.keyClick(view.things, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [one.id for one in view.live.workplace.plan.chapters][16] == "kl17"

    qtbot.keyClick(view.things, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [one.id for one in view.live.workplace.plan.chapters][15:17] == ["kl17", "kl16"]


def test_before_a_role_is_taken_away_what_hangs_on_it_is_told(view: PlanView, qtbot: QtBot) -> None:
    view.go_to("role", "OMV")
    texts: list[str] = []

    def leave(dialog: Dialog) -> None:
        texts.extend(child.text() for child in dialog.findChildren(type(view._caption)))

    in_dialog(leave)
    qtbot.keyClick(view.things, Qt.Key.Key_Delete)
    assert any("Kontakt:" in text and "hänger på" in text for text in texts)
    assert view.live.workplace.plan.role("OMV") is not None

    in_dialog(lambda dialog: dialog.press())
    view.acting.remove()
    assert view.live.workplace.plan.role("OMV") is None
    view.changes.undo_latest()
    assert view.live.workplace.plan.role("OMV") is not None


def test_what_something_rests_on_is_not_taken_away_and_the_screen_says_by_what(view: PlanView, qtbot: QtBot) -> None:
    view.go_to("place", "Bettna")
    qtbot.keyClick(view.things, Qt.Key.Key_Delete)

    assert "Det används av" in view.banner.text
    assert row_of(view.live.workplace.plan, FORMS["place"], "Bettna") is not None


def test_p3_the_version_of_a_complement_document_fills_its_slot(view: PlanView, qtbot: QtBot) -> None:
    view.go_to("complement", "intern")

    def fill(dialog: Dialog) -> None:
        line(dialog, "version").setText("3")
        line(dialog, "valid_from").setText("2026-01-01")
        dialog.press()

    in_dialog(fill)
    qtbot.keyClick(view.things, Qt.Key.Key_F4)

    assert [thing.mark is None for thing in view.model.rows] == [True, False, False, False, False]
    assert not view.row_tools.remove.isVisible()


def test_f4_in_the_matrix_changes_what_a_channel_is_for_each_audience(view: PlanView, qtbot: QtBot) -> None:
    view.library.choose("matrix")
    view.matrix.table.choose("C09")
    view.matrix.table.setFocus()

    def fill(dialog: Dialog) -> None:
        assert isinstance(dialog, NeedsDialog)
        dialog.needs["E1"].setCurrentIndex(dialog.needs["E1"].findData("B"))
        dialog.notes["E1"].setText("om det finns el")
        dialog.needs["E5"].setCurrentIndex(0)
        dialog.press()

    in_dialog(fill)
    qtbot.keyClick(view.matrix.table, Qt.Key.Key_F4)

    cells = {cell.audience: (cell.need, cell.note) for cell in view.live.workplace.plan.matrix if cell.channel == "C09"}
    assert cells == {"E1": ("B", "om det finns el")}
    assert "E1 bör (om det finns el)" in view.matrix.row_words.text()


def test_a_choice_that_was_made_is_not_thrown_away_by_the_first_esc(view: PlanView) -> None:
    plan = view.live.workplace.plan
    dialog = RowForm(plan, FORMS["role"], row_of(plan, FORMS["role"], "KC"), refuse_all, view)
    dialog.show()
    manned = dialog.controls["manned"].widget
    assert isinstance(manned, Choice)
    manned.choose("senare")
    dialog.reject()
    assert dialog.isVisible()

    dialog.reject()
    assert not dialog.isVisible()
    dialog.deleteLater()


def test_the_settings_of_the_municipality_have_a_page_and_a_form(view: PlanView, qtbot: QtBot) -> None:
    view.go_to("setting", "settings")
    assert "08-465 004 10, kl. 8–22" in view.reading.document().toPlainText()

    def fill(dialog: Dialog) -> None:
        line(dialog, "public_contact").setText("08-465 004 19, dygnet runt")
        dialog.press()

    in_dialog(fill)
    qtbot.keyClick(view.things, Qt.Key.Key_F4)
    assert view.live.workplace.plan.settings.public_contact == "08-465 004 19, dygnet runt"


def test_a_new_row_of_every_table_that_takes_one_says_what_must_be_filled_in_and_is_not(view: PlanView) -> None:
    plan = view.live.workplace.plan
    for form in FORMS.values():
        row = blank_row(plan, form)
        if not form.closed and any(field.must and not getattr(row, field.name) for field in form.fields):
            dialog = RowForm(plan, form, row, lambda _near, _values: True, view)
            dialog.press()
            assert dialog.result() == 0, form.table
            dialog.deleteLater()

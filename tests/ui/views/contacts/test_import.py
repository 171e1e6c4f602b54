"""Contacts come in from a file in steps and by keys, nothing is changed unseen, and what stays outside is saved."""

import csv
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from krisapp.domain.contacts.contact_import import Act, Verdict
from krisapp.ui.views.contacts.import_dialog import ImportDialog
from krisapp.ui.views.contacts.import_rows import row_mark
from krisapp.ui.views.contacts.view import ContactsView
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.window import Window

FILE = """Namn;Befattning;Mobilnr;Skostorlek
Nils Nyman;Rektor;070-174 06 99;43
Någon Annan;;070-174 06 06;40
Tove Trasig;;ring mig;38
"""


def bring_in(view: ContactsView, qtbot: QtBot, path: Path, *steps: Callable[[ImportDialog], None]) -> None:
    """Read a file, and go through the dialog: each step is made when the dialog has nothing under way."""
    left = list(steps)

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ImportDialog) and not dialog.busy:
            last = len(left) == 1
            try:
                left.pop(0)(dialog)
            except BaseException:
                left.clear()
                dialog.done(0)
                raise
            if last and dialog.isVisible() and not dialog.busy:
                dialog.done(0)
        if left:
            QTimer.singleShot(20, act)

    QTimer.singleShot(20, act)
    view.importing.bring_in(path)
    qtbot.waitUntil(lambda: not left and QApplication.activeModalWidget() is None, timeout=20_000)


def press(dialog: Dialog) -> None:
    dialog.press()


def written(tmp_path: Path, text: str = FILE) -> Path:
    path = tmp_path / "larmlista.csv"
    path.write_bytes(text.encode("cp1252"))
    return path


def test_a_file_is_read_in_two_presses_as_one_edit_that_one_undo_takes_back(
    view: ContactsView, window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    before = view.live.workplace.plan
    bring_in(view, qtbot, written(tmp_path), press, press)

    plan = view.live.workplace.plan
    assert len(plan.people) == len(before.people) + 1
    assert plan.person("nils.nyman") is not None
    assert "1 ny kontakt" in window.toast.accessibleName()

    view.changes.undo_latest()
    assert view.live.workplace.plan == before


def test_nothing_is_changed_by_one_who_looks_and_leaves(view: ContactsView, qtbot: QtBot, tmp_path: Path) -> None:
    before = view.live.workplace.plan
    bring_in(view, qtbot, written(tmp_path), press, lambda dialog: dialog.reject())

    assert view.live.workplace.plan == before
    assert view.live.workplace.plans.history() == []


def test_what_may_be_double_stands_beside_the_contact_and_is_left_until_a_key_says_otherwise(
    view: ContactsView, qtbot: QtBot, tmp_path: Path
) -> None:
    seen: list[str] = []

    def look(dialog: ImportDialog) -> None:
        rows = dialog.rows
        row = rows.table.current
        assert row.judged.verdict is Verdict.DOUBLE, "what needs a person is chosen first"
        seen.append(rows.page.toPlainText())
        seen.append(row_mark(row).word)
        qtbot.keyClick(rows.table, Qt.Key.Key_N)
        seen.append(row_mark(rows.table.current).word)
        qtbot.keyClick(rows.table, Qt.Key.Key_Delete)
        qtbot.keyClick(rows.table, Qt.Key.Key_Space)
        assert rows.acts[row.judged.row.number] is Act.CHANGE
        qtbot.keyClick(rows.table, Qt.Key.Key_N)
        dialog.press()

    count = len(view.live.workplace.plan.people)
    bring_in(view, qtbot, written(tmp_path), press, look)

    assert "Alva Granlycke" in seen[0]
    assert "Någon Annan" in seen[0]
    assert seen[1:] == ["dubblett? lämnas", "ny"]
    assert len(view.live.workplace.plan.people) == count + 2


def test_a_column_can_be_read_in_as_something_else_and_the_field_is_never_given_twice(
    view: ContactsView, qtbot: QtBot, tmp_path: Path
) -> None:
    def choose(dialog: ImportDialog) -> None:
        page = dialog.columns
        assert page.columns == ("name", "function", "mobile", "")
        page.choices[3].choose("note")
        page.choices[3].chose.emit("note")
        page.choices[1].choose("note")
        page.choices[1].chose.emit("note")
        assert page.columns == ("name", "note", "mobile", "")
        dialog.press()

    bring_in(view, qtbot, written(tmp_path), choose, press)

    person = view.live.workplace.plan.person("nils.nyman")
    assert person is not None
    assert person.note == "Rektor"


def test_without_a_name_the_dialog_says_what_is_missing_and_stays(
    view: ContactsView, qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[str] = []

    def press_and_read(dialog: ImportDialog) -> None:
        dialog.press()
        said.append(dialog.banner.text)

    bring_in(view, qtbot, written(tmp_path, "A;B\nx;y\n"), press_and_read)

    assert "namnet" in said[0]


def test_rows_that_stay_outside_are_saved_with_what_is_wrong_and_can_be_mended_and_read_again(
    view: ContactsView, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring_in(view, qtbot, written(tmp_path), press, press)
    assert "2 rader stannade utanför" in view.importing.text

    target = tmp_path / "avvisade.csv"
    # Qt's own dialog of the system cannot be filled in here.
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_about: (str(target), ""))
    view.importing.save_rejected()
    lines = list(csv.reader(StringIO(target.read_text("utf-8-sig"), newline=""), delimiter=";"))
    assert lines[0] == ["Fel", "Namn", "Befattning", "Mobilnr", "Skostorlek"]
    assert [line[1] for line in lines[1:]] == ["Någon Annan", "Tove Trasig"]
    assert "Alva Granlycke" in lines[1][0]
    assert "telefonnummer" in lines[2][0]

    target.write_text(target.read_text("utf-8-sig").replace("ring mig", "070-174 06 97"), "utf-8")
    bring_in(view, qtbot, target, press, press)
    assert view.live.workplace.plan.person("tove.trasig") is not None


def test_a_file_that_is_no_list_is_refused_in_words_and_changes_nothing(
    view: ContactsView, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "bild.csv"
    path.write_bytes(bytes(range(256)) * 50)
    view.importing.bring_in(path)
    qtbot.waitUntil(lambda: "Inget är ändrat" in view.importing.text)

    assert "bild.csv" in view.importing.text


def test_a_reading_that_is_left_says_so_and_opens_nothing(view: ContactsView, qtbot: QtBot, tmp_path: Path) -> None:
    view.importing.bring_in(written(tmp_path))
    view.importing._stop()
    qtbot.wait(200)

    assert QApplication.activeModalWidget() is None
    assert "avbruten" in view.importing.text


def test_five_thousand_rows_come_in(view: ContactsView, qtbot: QtBot, tmp_path: Path) -> None:
    rows = "".join(f"Person {n};Rektor;070-{n:07d};40\n" for n in range(5000))
    path = written(tmp_path, "Namn;Befattning;Mobilnr;Skostorlek\n" + rows)
    bring_in(view, qtbot, path, press, press)

    assert len(view.live.workplace.plan.people) >= 5000


def test_f7_notes_every_chosen_contact_as_checked_in_one_edit(view: ContactsView, qtbot: QtBot) -> None:
    people = view.people.people
    people.setFocus()
    qtbot.keyClick(people, Qt.Key.Key_Home)
    for _step in range(2):
        qtbot.keyClick(people, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    ids = [person.id for person in view.people.selected]
    assert len(ids) == 3
    assert view.people.check.text() == "3 kontrollerade i dag"
    before = view.live.workplace.plan

    qtbot.keyClick(people, Qt.Key.Key_F7)

    plan = view.live.workplace.plan
    assert {plan.person(id).checked for id in ids} == {"2027-06-11"}  # type: ignore[union-attr]  # they are there
    assert len(view.live.workplace.plans.history()) == 1
    view.changes.undo_latest()
    assert view.live.workplace.plan == before

"""A plan is carried out and in as a package, in whole or in parts, and its chapters are written beside their page."""

import zipfile
from pathlib import Path

from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from krisapp.domain.planning.plan_form_rows import CHANNEL
from krisapp.domain.planning.plan_forms import row_of
from krisapp.store.plan.plan_editing import PlanEditing
from krisapp.store.plan.plan_package import export_plan, open_package
from krisapp.ui.views.plan.page.chapter_editor import ChapterEditor
from krisapp.ui.views.plan.version.package_dialog import PackageDialog
from krisapp.ui.views.plan.view import PlanView
from krisapp.ui.widgets.dialog import Dialog
from tests.ui.views.conftest import CHIEF
from tests.ui.views.plan.screen import criteria, edit, in_dialog, wait_for_dialog


def test_a_plan_is_carried_out_and_in_and_the_import_is_one_edit_that_is_undone(
    view: PlanView, qtbot: QtBot, tmp_path: Path
) -> None:
    view.library.choose("version")
    view.versions.list.choose("v1")
    target = tmp_path / "Flen 2026-1.zip"
    view.versions.carrying.carry_out(view.versions.list.current, target)
    qtbot.waitUntil(target.exists, timeout=10000)
    qtbot.waitUntil(lambda: "ligger i" in view.versions.carrying.text)
    assert open_package(target).adopted

    edit(view.live, "Skriven i utkastet")
    before = view.live.workplace.plan
    taken: list[str] = []

    def fill(dialog: Dialog) -> None:
        assert isinstance(dialog, PackageDialog)
        taken.extend(one.key for one in dialog.chosen)
        dialog.press()

    with qtbot.waitSignal(view.live.planned, timeout=10000):
        view.versions.carrying.bring_in(target)
        wait_for_dialog(qtbot, fill)
    assert taken == ["N1"]
    assert criteria(view.live.workplace.plan) != "Skriven i utkastet"

    view.changes.undo_latest()
    assert view.live.workplace.plan == before
    assert len(view.live.workplace.plans.versions()) == 1


def test_cancel_stops_the_work_itself_and_leaves_no_file_behind(view: PlanView, qtbot: QtBot, tmp_path: Path) -> None:
    view.library.choose("version")
    view.versions.list.choose("v1")
    carrying = view.versions.carrying
    carrying.carry_out(view.versions.list.current, tmp_path / "Flen.zip")
    carrying.leave()
    assert QThreadPool.globalInstance().waitForDone(20000)
    assert list(tmp_path.glob("Flen*")) == []

    target = tmp_path / "in.zip"
    export_plan(view.live.workplace.plan, target)
    edit(view.live)
    carrying.bring_in(target)
    carrying.leave()
    assert QThreadPool.globalInstance().waitForDone(20000)
    qtbot.wait(50)
    assert carrying.text == "Avbrutet. Inget är ändrat."
    assert QApplication.activeModalWidget() is None


def test_parts_of_a_package_are_left_by_space_and_only_the_rest_is_taken(
    view: PlanView, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "paket.zip"
    export_plan(view.live.workplace.plan, target)
    edit(view.live, "Eget")
    PlanEditing(view.live.workplace.plans, CHIEF, view.live.now).save_row(
        CHANNEL, row_of(view.live.workplace.plan, CHANNEL, "C03"), {"address": "Egen sida"}
    )
    view.live.workplace.plan_changed()
    view.live.planned.emit()
    view.library.choose("version")

    def fill(dialog: Dialog) -> None:
        assert isinstance(dialog, PackageDialog)
        dialog.differences.list.choose(("channel", "C03"))
        qtbot.keyClick(dialog.differences.list, Qt.Key.Key_Space)
        assert dialog.told.text().startswith("1 av 2 tas in")
        dialog.press()

    view.versions.carrying.bring_in(target)
    wait_for_dialog(qtbot, fill)

    plan = view.live.workplace.plan
    assert criteria(plan) != "Eget"
    assert row_of(plan, CHANNEL, "C03").address == "Egen sida"


def test_a_broken_package_is_refused_in_words_and_changes_nothing(view: PlanView, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "elak.zip"
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("../ute.yaml", b"x")
    before = view.live.workplace.plan
    view.library.choose("version")
    view.versions.carrying.bring_in(target)
    qtbot.waitUntil(lambda: "pekar utanför paketet" in view.versions.carrying.text, timeout=10000)

    assert "Inget är ändrat." in view.versions.carrying.text
    assert view.live.workplace.plan == before


def test_reading_a_package_can_be_left_and_then_comes_to_nothing(view: PlanView, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "paket.zip"
    export_plan(view.live.workplace.plan, target)
    edit(view.live)
    view.library.choose("version")
    view.versions.carrying.bring_in(target)
    view.versions.carrying.leave()
    qtbot.wait(700)

    assert QApplication.activeModalWidget() is None
    assert view.versions.carrying.text == "Avbrutet. Inget är ändrat."


def test_a_chapter_is_written_with_its_page_beside_it_and_no_markup_is_believed(view: PlanView, qtbot: QtBot) -> None:
    view.go_to("chapter", "kl02")

    def fill(dialog: Dialog) -> None:
        assert isinstance(dialog, ChapterEditor)
        dialog.source.setPlainText("Ett")
        dialog.source.selectAll()
        dialog.make_heading()
        assert dialog.source.toPlainText() == "## Ett"
        dialog.make_points()
        assert dialog.source.toPlainText() == "- Ett"
        dialog.make_points()
        assert dialog.source.toPlainText() == "Ett"
        dialog.insert_blank("nivåer")
        dialog.source.insertPlainText('\n<img src="//server/x.png"> {påhitt}')
        dialog._show()
        shown = dialog.shown.document().toPlainText()
        assert "N2 Stabsläge" in shown
        assert '<img src="//server/x.png">' in shown
        assert "påhitt" in dialog._note.text()
        dialog.press()

    in_dialog(fill)
    qtbot.keyClick(view.things, Qt.Key.Key_F4)

    chapter = next(one for one in view.live.workplace.plan.chapters if one.id == "kl02")
    assert chapter.text.startswith("Ett\n\n{nivåer}")
    assert "N2 Stabsläge" in view.reading.document().toPlainText()

"""The plan is adopted, compared, read as it was and carried as a package, and an incident starts on what is adopted."""

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from krisapp.domain.plan import Plan
from krisapp.domain.plan_form_rows import CHANNEL, INCIDENT_TYPE, LEVEL
from krisapp.domain.plan_forms import blank_row, row_of
from krisapp.store.plan_editing import PlanEditing
from krisapp.store.plan_package import export_plan, open_package
from krisapp.ui.live import Live
from krisapp.ui.settings import Kept
from krisapp.ui.views import VIEWS
from krisapp.ui.views.plan.adopt_dialog import AdoptPlan, next_name
from krisapp.ui.views.plan.chapter_editor import ChapterEditor
from krisapp.ui.views.plan.package_dialog import PackageDialog
from krisapp.ui.views.plan.version_rows import review_mark
from krisapp.ui.views.plan.view import PlanView
from krisapp.ui.views.start_dialog import StartDialog
from krisapp.ui.views.start_plan import plan_words
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.window import Window
from tests.ui.views.conftest import ALARM, OFFICER

CHIEF = "love.alpilund"


@pytest.fixture
def window(calm: Live, qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    kept = Kept(tmp_path / "settings")
    kept.settings.person = CHIEF
    shown = Window(calm, kept, VIEWS)
    qtbot.addWidget(shown)
    shown.resize(1280, 720)
    shown.show()
    qtbot.waitExposed(shown)
    yield shown
    shown.close()


@pytest.fixture
def view(window: Window) -> PlanView:
    window.go("plan")
    assert isinstance(window.view, PlanView)
    window.view.start()
    return window.view


def in_dialog(fill: Callable[[Dialog], None]) -> None:
    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Dialog)
        fill(dialog)
        if dialog.isVisible():
            dialog.done(0)

    QTimer.singleShot(50, act)


def edit(live: Live, words: str = "Nytt kriterium") -> None:
    """Change a level, which is not in force before it is adopted."""
    plan = live.workplace.plan
    PlanEditing(live.workplace.plans, CHIEF, live.now).save_row(LEVEL, row_of(plan, LEVEL, "N1"), {"criteria": words})
    live.workplace.plan_changed()
    live.planned.emit()


def adopt(view: PlanView) -> None:
    view.library.choose("version")

    def fill(dialog: Dialog) -> None:
        assert isinstance(dialog, AdoptPlan)
        dialog.decision.setText("KS 2027 § 44")
        dialog.note.setText("Efter vårens övning")
        dialog.press()

    in_dialog(fill)
    view.versions.adopt_draft()


def criteria(plan: Plan) -> str:
    return next(level.criteria for level in plan.levels if level.id == "N1")


def titles(view: PlanView) -> list[str]:
    return [thing.title for thing in view.model.rows]


def start(live: Live, *, unadopted: bool = False) -> Plan:
    desk = live.workplace.start(
        type="drinking_water",
        places=("Malmköping",),
        sentence="Vattnet går inte att dricka",
        level="N2",
        danger_to_life=False,
        exercise=False,
        person=OFFICER,
        alarm_at=ALARM,
        unadopted=unadopted,
    )
    plan = desk.incident.plan
    desk.close()
    assert plan is not None
    return plan


def test_the_draft_says_how_much_is_not_adopted_and_which_things(view: PlanView) -> None:
    edit(view.live)
    view.library.choose("version")

    draft = view.versions.model.rows[0]
    assert draft.detail == "1 ändring sedan Flen 2026-1 antogs"
    assert [(one.table, one.key) for one in view.versions.differences.model.rows] == [("level", "N1")]
    assert "Nytt kriterium" in view.versions.differences.page.document().toPlainText()


def test_adopting_makes_a_version_and_the_head_of_the_screen_follows(view: PlanView) -> None:
    edit(view.live)
    adopt(view)

    rows = view.versions.model.rows
    assert [row.title for row in rows[1:]] == ["Flen 2027-1", "Flen 2026-1"]
    assert "KS 2027 § 44" in rows[1].detail
    assert "Efter vårens övning" in rows[1].detail
    assert rows[0].mark.word == "lika"
    assert view.live.workplace.plan.adopted == "2027-06-11"
    assert "Flen 2027-1, antagen 2027-06-11" in view._note.text()


def test_an_adoption_cannot_be_undone_from_the_screen(view: PlanView) -> None:
    adopt(view)
    view.changes.undo_latest()
    view.library.choose("history")

    assert view.history.model.rows[0].title == "Planen antagen som Flen 2027-1"
    assert not view.history.undo.isEnabled()
    assert len(view.live.workplace.plans.versions()) == 2


def test_an_old_version_is_read_searched_and_cannot_be_changed(view: PlanView, qtbot: QtBot) -> None:
    edit(view.live, "Skriven i utkastet")
    view.library.choose("version")
    view.versions.list.choose("v1")
    view.versions.open_chosen()

    assert "Du läser Flen 2026-1, antagen 2026-02-16" in view.old.text
    assert "delegation" not in {shelf.section.key for shelf in view.library._model.rows}
    view.go_to("level", "N1")
    assert "Skriven i utkastet" not in view.reading.document().toPlainText()
    assert not view.row_tools.isVisible()
    qtbot.keyClick(view.things, Qt.Key.Key_F4)
    assert QApplication.activeModalWidget() is None
    view.go_to("checklist", "K01")
    assert "Starta händelsen i Krisapp" in view.reading.document().toPlainText()
    view.search.insert("Skriven i utkastet")
    qtbot.keyClick(view.search, Qt.Key.Key_Return)
    assert not titles(view)

    view.old.leave()
    view.go_to("level", "N1")
    assert "Skriven i utkastet" in view.reading.document().toPlainText()
    assert view.row_tools.isVisible()


def test_p41_an_incident_starts_on_what_is_adopted_with_todays_facts(calm: Live) -> None:
    edit(calm, "Skriven i utkastet")
    plan = calm.workplace.plan
    PlanEditing(calm.workplace.plans, CHIEF, calm.now).save_row(
        CHANNEL, row_of(plan, CHANNEL, "C03"), {"verified": "2027-06-10"}
    )
    calm.workplace.plan_changed()
    held = start(calm)

    assert criteria(held) != "Skriven i utkastet"
    assert row_of(held, CHANNEL, "C03").verified == "2027-06-10"
    assert held.version == "Flen 2026-1"


def test_p41_one_who_asks_for_it_starts_on_the_draft(calm: Live) -> None:
    edit(calm, "Skriven i utkastet")

    assert criteria(start(calm, unadopted=True)) == "Skriven i utkastet"


def test_p41_the_start_dialog_says_which_version_and_that_the_draft_differs(window: Window, calm: Live) -> None:
    assert plan_words(calm) == (
        "Händelsen startar på Flen 2026-1, antagen 2026-02-16, med dagens kontakter och kanaler.",
        False,
    )
    edit(calm)
    told, differs = plan_words(calm)
    assert told.endswith("1 ändring i utkastet är inte antagen och är inte med.")
    assert differs

    dialog = StartDialog(calm, window)
    assert not dialog.plan_line.draft.isHidden()
    assert dialog.plan_line.unadopted is False
    dialog.deleteLater()


def test_p41_a_type_that_only_the_draft_has_is_refused_until_the_draft_is_chosen(window: Window, calm: Live) -> None:
    plan = calm.workplace.plan
    PlanEditing(calm.workplace.plans, CHIEF, calm.now).save_row(
        INCIDENT_TYPE, blank_row(plan, INCIDENT_TYPE), {"name": "Ras och skred"}
    )
    calm.workplace.plan_changed()
    dialog = StartDialog(calm, window)

    assert dialog.plan_line.lacks("types", "ras_och_skred")
    assert not dialog.plan_line.lacks("types", "drinking_water")
    dialog.plan_line.draft.setChecked(True)
    assert not dialog.plan_line.lacks("types", "ras_och_skred")
    dialog.deleteLater()


def test_p41_the_plan_of_the_incident_is_read_beside_the_draft(live: Live, window: Window) -> None:
    edit(live, "Skriven i utkastet")
    window.go("plan")
    view = window.view
    assert isinstance(view, PlanView)
    view.library.choose("version")
    view.versions.list.choose("incident")
    view.versions.open_chosen()
    view.go_to("level", "N1")

    assert "Du läser planen som händelsen körs på" in view.old.text
    assert "Skriven i utkastet" not in view.reading.document().toPlainText()


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


def wait_for_dialog(qtbot: QtBot, fill: Callable[[Dialog], None]) -> None:
    """Fill in a dialog that opens when work in the background is done."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, Dialog):
            timer.stop()
            fill(dialog)
            if dialog.isVisible():
                dialog.done(0)

    timer = QTimer()
    timer.setInterval(20)
    timer.timeout.connect(look)
    timer.start()
    qtbot.waitUntil(lambda: not timer.isActive(), timeout=10000)


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


@pytest.mark.parametrize(
    ("due", "word"),
    [
        ("2027-06-10", "gäller, översyn försenad"),
        ("2027-08-01", "gäller, översyn nära"),
        ("2028-01-01", "gäller"),
        ("", "gäller"),
    ],
)
def test_when_the_review_is_due_is_said_in_words(due: str, word: str) -> None:
    assert review_mark(due, ALARM.date()).word == word


@pytest.mark.parametrize(
    ("name", "following"), [("Flen 2026-1", "Flen 2027-1"), ("Flen 2027-3", "Flen 2027-4"), ("Plan", "Plan 2027-1")]
)
def test_the_next_version_is_named_after_the_last(name: str, following: str) -> None:
    assert next_name(name, 2027) == following

"""The plan is adopted, compared, read as it was and carried as a package, and an incident starts on what is adopted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from krisapp.domain.plan import Plan
from krisapp.domain.planning.plan_form_rows import CHANNEL, INCIDENT_TYPE
from krisapp.domain.planning.plan_forms import blank_row, row_of
from krisapp.store.plan.plan_editing import PlanEditing
from krisapp.ui.live import Live
from krisapp.ui.views.plan.version.adopt_dialog import AdoptPlan, next_name
from krisapp.ui.views.plan.version.version_rows import review_mark
from krisapp.ui.views.plan.view import PlanView
from krisapp.ui.views.start_dialog import StartDialog
from krisapp.ui.views.start_plan import plan_words
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.window import Window
from tests.begun import begin
from tests.ui.views.conftest import ALARM, CHIEF
from tests.ui.views.plan.screen import criteria, edit, in_dialog


def adopt(view: PlanView) -> None:
    view.library.choose("version")

    def fill(dialog: Dialog) -> None:
        assert isinstance(dialog, AdoptPlan)
        dialog.decision.setText("KS 2027 § 44")
        dialog.note.setText("Efter vårens övning")
        dialog.press()

    in_dialog(fill)
    view.versions.adopt_draft()


def titles(view: PlanView) -> list[str]:
    return [thing.title for thing in view.model.rows]


def start(live: Live, *, unadopted: bool = False) -> Plan:
    desk = begin(live.workplace, unadopted=unadopted)
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

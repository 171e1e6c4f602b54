"""The phrases in the plan: each language with its state, signed off by name and date, and undone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from krisapp.domain.phrase_bank import Standing, reviewed, translations
from krisapp.ui.live import Live
from krisapp.ui.views.plan.table.phrase_dialog import PhraseDialog
from krisapp.ui.views.plan.table.phrases import PhraseRow, Phrases
from krisapp.ui.views.plan.view import PlanView
from krisapp.ui.views.view import View


@pytest.fixture
def view(live: Live, home: QWidget, shown: Callable[[View], View]) -> PlanView:
    made = shown(PlanView(live, home))
    assert isinstance(made, PlanView)
    live.planned.connect(made.refresh)
    made.go_to("phrase", "boil_water")
    return made


def dialog_of(view: PlanView, language: str) -> PhraseDialog:
    plan = view.live.workplace.plan
    phrase = next(one for one in plan.phrases if one.id == "boil_water")
    spoken = next(one for one in plan.languages if one.id == language)
    known = translations(plan, language).get("boil_water")
    return PhraseDialog(phrase, known, spoken, "2026-11-24", view.phrases._save, view.phrases)


def row(phrases: Phrases) -> PhraseRow:
    return next(one for one in phrases.model.rows if one.phrase.id == "boil_water")


def test_me11_nothing_is_shown_as_reviewed_before_anybody_has_reviewed_it(view: PlanView) -> None:
    for language in ("fi", "ar", "so", "uk", "pl", "prs", "ti"):
        view.phrases.language.choose(language)
        view.phrases.refresh()
        states = {one.standing for one in view.phrases.model.rows}
        assert Standing.REVIEWED not in states
        assert len(view.phrases.model.rows) == 120


def test_me11_a_phrase_is_signed_off_with_name_and_date_and_undone(view: PlanView, qtbot: QtBot) -> None:
    dialog = dialog_of(view, "fi")
    dialog.reviewer.setText("Aino Exempel")
    dialog.press()
    qtbot.waitUntil(lambda: row(view.phrases).standing is Standing.REVIEWED)
    found = reviewed(view.live.workplace.plan)["fi"]["boil_water"]
    assert (found.reviewed_by, found.reviewed_on) == ("Aino Exempel", "2026-11-24")

    view.changes.undo_latest()
    qtbot.waitUntil(lambda: row(view.phrases).standing is Standing.DRAFT)


def test_me11_a_changed_wording_has_to_be_reviewed_anew(view: PlanView, qtbot: QtBot) -> None:
    first = dialog_of(view, "fi")
    first.reviewer.setText("Aino Exempel")
    first.press()
    second = dialog_of(view, "fi")
    second.reviewer.clear()
    second.text.setPlainText("Keitä vesi.")
    second.press()

    qtbot.waitUntil(lambda: row(view.phrases).standing is Standing.DRAFT)


def test_a_refused_sign_off_stays_open_with_what_was_typed(view: PlanView) -> None:
    dialog = dialog_of(view, "so")
    dialog.reviewer.setText("Aino Exempel")
    dialog.press()

    assert not dialog.result()
    assert "ingen översättning" in dialog.banner.text
    assert dialog.reviewer.text() == "Aino Exempel"
    dialog.done(0)


def test_a_language_written_from_the_right_is_edited_from_the_right(view: PlanView) -> None:
    for language, direction in (("ar", Qt.LayoutDirection.RightToLeft), ("fi", Qt.LayoutDirection.LayoutDirectionAuto)):
        dialog = dialog_of(view, language)
        assert dialog.text.document().defaultTextOption().textDirection() == direction
        dialog.done(0)


def test_the_list_is_narrowed_to_a_state(view: PlanView) -> None:
    view.phrases.where.choose(Standing.DRAFT)
    view.phrases.refresh()
    assert len(view.phrases.model.rows) == 34


def test_me11_what_is_reviewed_while_an_incident_goes_on_is_taken_into_it(view: PlanView, qtbot: QtBot) -> None:
    live = view.live
    assert not [id for id in live.texts.ids() if "C20" in id]
    dialog = dialog_of(view, "fi")
    dialog.reviewer.setText("Aino Exempel")
    dialog.press()
    with qtbot.waitSignal(live.changed):
        view.phrases.take_over()

    assert "E1-C20.mul" in live.texts.ids()
    assert "Keitä vesijohtovesi" in live.texts.text("E1-C20.mul").text

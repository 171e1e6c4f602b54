"""The line about what is newer in the program: shown, chosen from, taken over and undone; and a template that acts."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from krisapp.domain.checks import Stage
from krisapp.domain.plan_rows import Template
from krisapp.store.sample import sample_plan
from krisapp.ui.live import Live
from krisapp.ui.views.plan.version import newer_line
from krisapp.ui.views.plan.version.newer_line import NewerDialog
from krisapp.ui.views.plan.view import PlanView
from krisapp.ui.views.view import View
from krisapp.workplace import Workplace
from tests.ui.views.conftest import OFFICER

SMS, WEB = "C05-sms.j2", "C01-web.j2"


@pytest.fixture
def view(
    live: Live, home: QWidget, shown: Callable[[View], View], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> PlanView:
    """Give the plan as a later program shows it, whose texts by SMS and on the web are others."""
    known = sample_plan()
    texts = {SMS: "Senare sms.", WEB: "Senare webb."}
    templates = tuple(Template(one.id, texts.get(one.id, one.text)) for one in known.templates)
    later = replace(known, templates=templates)
    monkeypatch.setattr(newer_line, "program_plan", lambda: later)
    made = shown(PlanView(live, home))
    assert isinstance(made, PlanView)
    live.planned.connect(made.refresh)
    qtbot.waitUntil(lambda: not made.newer.isHidden())
    return made


def chosen(view: PlanView, act: Callable[[NewerDialog], None]) -> None:
    def there() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NewerDialog)
        act(dialog)
        if dialog.isVisible():
            dialog.done(0)

    QTimer.singleShot(0, there)
    view.newer.choose()


def text_of(live: Live, id: str) -> str:
    return next(one.text for one in live.workplace.plan.templates if one.id == id)


def test_a_plan_of_this_program_says_nothing(
    live: Live, home: QWidget, shown: Callable[[View], View], qtbot: QtBot
) -> None:
    made = shown(PlanView(live, home))
    assert isinstance(made, PlanView)
    qtbot.waitUntil(lambda: made.newer._seen is not None)
    assert made.newer.isHidden()


def test_all_that_is_newer_is_taken_over_in_one_edit_and_undone(view: PlanView, qtbot: QtBot) -> None:
    assert view.newer.text == "2 mallar är nyare i programmet."
    chosen(view, lambda dialog: dialog.press())
    assert (text_of(view.live, SMS), text_of(view.live, WEB)) == ("Senare sms.", "Senare webb.")
    qtbot.waitUntil(view.newer.isHidden)

    view.changes.undo_latest()
    qtbot.waitUntil(lambda: not view.newer.isHidden())
    assert text_of(view.live, SMS) != "Senare sms."
    view.history.refresh()
    assert [row.title for row in view.history.model.rows] == [
        "Delar ur programmet återlämnade",
        "Nyare delar hämtade ur programmet",
    ]


def test_an_edited_template_is_not_ticked_and_stays(view: PlanView, qtbot: QtBot) -> None:
    view.changes.change(view, "", lambda editing: editing.adopt_template(SMS, "Vårt eget.", "Vår ton"))
    qtbot.waitUntil(lambda: any(one.edited for one in view.newer.found))
    said: list[str] = []

    def there(dialog: NewerDialog) -> None:
        said.extend(tick.accessibleName() or tick.text() for tick in dialog.ticks.values())
        dialog.press()

    chosen(view, there)
    assert (text_of(view.live, SMS), text_of(view.live, WEB)) == ("Vårt eget.", "Senare webb.")
    assert any("ändrad hos er" in words for words in said)


def test_me13_an_adopted_template_writes_the_next_incident_and_leaves_this_one(
    view: PlanView, workplace: Workplace
) -> None:
    live = view.live
    view.changes.change(view, "", lambda editing: editing.adopt_template(SMS, "Vårt eget.", "Vår ton"))
    assert "Vårt eget." not in live.texts.template("E1-C05.sv", Stage.FIRST)

    live.open(
        workplace.start(
            type="power_outage",
            places=("Bettna",),
            sentence="Det är strömavbrott i Bettna",
            level="N2",
            danger_to_life=False,
            exercise=False,
            person=OFFICER,
        )
    )
    assert live.texts.template("E1-C05.sv", Stage.FIRST) == "Vårt eget."

"""The fact sheet: fields saved when one leaves them, with the texts that use each, and nothing typed lost."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from krisapp.domain import situation
from krisapp.domain.events import Stamp
from krisapp.domain.fields import FIELDS
from krisapp.domain.messages import State
from krisapp.domain.situation import FieldsSet
from krisapp.ui.live import Live
from krisapp.ui.views.situation.field_line import FieldLine
from krisapp.ui.views.situation.groups import GROUPS
from krisapp.ui.views.situation.users import Users
from krisapp.ui.views.situation.view import SituationView
from krisapp.ui.views.view import View
from krisapp.ui.widgets.toast import Toast
from tests.ui.views.conftest import CHIEF, OFFICER

Show = Callable[[View], View]


@pytest.fixture
def view(live: Live, shown: Show, home: QWidget) -> SituationView:
    view = SituationView(live, home)
    shown(view)
    view.form.finish()
    view.sweep.finish()
    return view


def line(view: SituationView, key: str) -> FieldLine:
    return view.form.lines[key]


def control(view: SituationView, key: str) -> Any:
    return line(view, key).control


def write(view: SituationView, key: str, text: str) -> None:
    """Write in a field in place of what stands there."""
    field = control(view, key).field
    field.setFocus()
    field.setPlainText(text) if hasattr(field, "setPlainText") else field.setText(text)


def stamp(number: int, person: str, replaces: tuple[str, ...] = ()) -> Stamp:
    return Stamp(f"{number:064x}", f"{number:032x}", 1, 1000 + number, 1_812_000_000_000, 120, person, replaces)


def test_every_field_but_the_level_stands_in_a_group() -> None:
    grouped = [key for group in GROUPS for key in group.keys]

    assert sorted(grouped) == sorted(field.key for field in FIELDS if field.key != "level")


def test_each_field_shows_what_the_sheet_holds(view: SituationView) -> None:
    assert control(view, "headline").value() == view.live.incident.sheet.headline
    assert control(view, "advice").value() == view.live.incident.sheet.advice
    assert not any(one.modified for one in view.form.lines.values())


def test_looking_at_the_sheet_changes_nothing(view: SituationView) -> None:
    before = view.live.incident.version

    assert view.form.save_all()

    assert view.live.incident.version == before


def test_going_through_every_field_by_tab_writes_nothing(view: SituationView, qtbot: QtBot) -> None:
    live = view.live
    live.do(situation.set_fields(live.incident, {"headline": "Koka vattnet  i Malmköping. ", "advice": (" Koka. ",)}))
    before = (live.incident.version, len(live.incident.log))
    visited = set()
    view.start()

    for _number in range(200):
        place = QApplication.focusWidget()
        assert place is not None
        visited |= {key for key, one in view.form.lines.items() if one.isAncestorOf(place)}
        qtbot.keyClick(place, Qt.Key.Key_Tab)
    view.hide()

    assert visited == set(view.form.lines)
    assert (live.incident.version, len(live.incident.log)) == before


def test_a_long_sentence_is_seen_whole(view: SituationView) -> None:
    live = view.live
    live.do(
        situation.set_fields(
            live.incident,
            {"headline": "Koka kranvattnet i Malmköping innan du dricker det eller lagar mat med det. Så: koka."},
        )
    )

    field = control(view, "headline").field
    assert field.document().firstBlock().layout().lineCount() >= 2
    assert field.viewport().height() >= field.fontMetrics().lineSpacing() * 2


def test_enter_saves_a_line(view: SituationView, qtbot: QtBot) -> None:
    write(view, "headline", "Koka vattnet i Malmköping.")

    qtbot.keyClick(control(view, "headline").field, Qt.Key.Key_Return)

    assert view.live.incident.sheet.headline == "Koka vattnet i Malmköping."


def test_leaving_a_field_saves_it(view: SituationView) -> None:
    write(view, "area", "Hela tätorten.")

    control(view, "headline").field.setFocus()

    assert view.live.incident.sheet.area == "Hela tätorten."


def test_leaving_the_screen_saves_what_is_typed(view: SituationView) -> None:
    write(view, "area", "Hela tätorten.")

    view.hide()

    assert view.live.incident.sheet.area == "Hela tätorten."


def test_what_is_refused_is_told_beneath_and_stays_typed(view: SituationView, qtbot: QtBot) -> None:
    before = view.live.incident.sheet.headline
    write(view, "headline", "k" * 91)

    qtbot.keyClick(control(view, "headline").field, Qt.Key.Key_Return)

    assert line(view, "headline")._fault.text() == "En mening får vara högst 90 tecken. Den är 91 nu."
    assert control(view, "headline").value() == "k" * 91
    assert view.live.incident.sheet.headline == before


def test_typing_stays_when_somebody_changes_something_else(view: SituationView) -> None:
    write(view, "area", "Hela tät")

    view.live.do(situation.set_fields(view.live.incident, {"cause": "Orsaken utreds."}))

    assert control(view, "area").field.toPlainText() == "Hela tät"
    assert control(view, "cause").value() == "Orsaken utreds."


def test_a_list_is_one_sentence_on_each_line(view: SituationView) -> None:
    write(view, "advice", "Koka vattnet.\n\n  Hjälp en   granne. \n")

    view.form.save("advice")

    assert view.live.incident.sheet.advice == ("Koka vattnet.", "Hjälp en granne.")


def test_a_change_can_be_undone(view: SituationView, home: QWidget) -> None:
    toast = Toast(home)
    before = view.live.incident.sheet.area
    write(view, "area", "Hela tätorten.")
    view.form.save("area")
    assert toast.accessibleName() == "Ändrat. Alla utkast följer med."

    toast.undo()

    assert view.live.incident.sheet.area == before
    assert control(view, "area").field.toPlainText() == before


def test_a_change_tells_how_many_texts_rest_on_older_facts(view: SituationView, home: QWidget, qtbot: QtBot) -> None:
    toast = Toast(home)
    live = view.live
    later = live.now().replace(second=0, microsecond=0) + timedelta(hours=2)
    live.do(situation.set_fields(live.incident, {"next_update": later}))
    live.texts.approve(("I1-C05.sv", "I2-C05.sv"), CHIEF, means="here", accepted=live.texts.warnings(("I1-C05.sv",)))

    write(view, "headline", "Drick inte vattnet i Malmköping.")
    qtbot.keyClick(control(view, "headline").field, Qt.Key.Key_Return)

    assert toast.accessibleName() == "Ändrat. 2 texter bygger nu på äldre fakta."
    assert view.older.text == "2 texter bygger på äldre fakta."
    assert live.texts.state("I1-C05.sv") is State.DRAFT


def test_each_field_tells_how_many_texts_use_it_and_leads_there(view: SituationView, qtbot: QtBot) -> None:
    using = view.sweep.users()["headline"]
    assert f"används i {len(using)} texter" in line(view, "headline")._uses.text()
    dialog = Users(view.live, "headline", using, view)
    dialog.list.choose("E1-C05.sv")

    with qtbot.waitSignal(view.live.shown) as asked:
        qtbot.keyClick(dialog.list, Qt.Key.Key_Return)

    assert asked.args == ["messages", "E1-C05.sv"]


def test_the_head_says_what_is_missing_and_asks_for_no_full_sheet(view: SituationView) -> None:
    view.live.do(situation.set_fields(view.live.incident, {"next_update": None}))
    assert view._note.text() == "Tre fakta räcker för en första text. Saknas: nästa besked."

    later = view.live.now().replace(second=0, microsecond=0) + timedelta(hours=2)
    view.live.do(situation.set_fields(view.live.incident, {"next_update": later}))

    assert view._note.text().startswith("Det räcker för en första text.")


def test_two_values_are_shown_with_who_and_a_person_chooses(view: SituationView, qtbot: QtBot) -> None:
    incident = view.live.incident
    heads = incident.register("area").heads
    FieldsSet({"area": "Östra delen."}).apply(incident, stamp(1, CHIEF, heads))
    FieldsSet({"area": "Hela tätorten."}).apply(incident, stamp(2, OFFICER, heads))
    view.refresh()
    conflict = line(view, "area").conflict
    assert conflict.isVisibleTo(view)
    assert "area" in incident.contested

    qtbot.mouseClick(conflict.buttons[0], Qt.MouseButton.LeftButton)

    assert incident.sheet.area == "Östra delen."
    assert incident.contested == frozenset()
    assert not conflict.isVisibleTo(view)

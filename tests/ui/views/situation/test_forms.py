"""The forms of the fact sheet: times, places, entries in parts, numbers, and their names."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from krisapp.domain import situation
from krisapp.domain.sheet import Affected, Help
from krisapp.ui.views.situation.next_update import NextUpdate
from krisapp.ui.views.situation.parts import Parts
from krisapp.ui.views.situation.view import SituationView
from tests.ui.views.conftest import StandingClock
from tests.ui.views.situation.test_situation import control, line, view

__all__ = ("view",)


def test_the_next_word_is_set_by_time_as_people_write_it(view: SituationView, qtbot: QtBot) -> None:
    field = control(view, "next_update").time
    for written, shown in (("18", "18.00"), ("1830", "18.30"), ("19:15", "19.15"), ("20.05", "20.05")):
        field.setFocus()
        field.setText(written)
        qtbot.keyClick(field, Qt.Key.Key_Return)

        assert field.text() == shown
        due = view.live.incident.sheet.next_update
        assert due is not None
        assert f"{due:%H.%M}" == shown
        assert due.utcoffset() == view.live.now().utcoffset()


def test_a_time_that_cannot_be_read_is_told(view: SituationView, qtbot: QtBot) -> None:
    field = control(view, "next_update").time
    field.setFocus()
    field.setText("25.00")

    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert line(view, "next_update")._fault.text() == "Skriv klockslaget så här: 18.00."
    assert field.text() == "25.00"


def test_a_quick_choice_promises_a_round_time(view: SituationView, clock: StandingClock) -> None:
    clock.later(1.5)
    quick = control(view, "next_update")
    assert isinstance(quick, NextUpdate)

    quick._quick[0].click()

    due = view.live.incident.sheet.next_update
    assert due is not None
    assert f"{due:%H.%M}" == "13.45"
    assert quick.left.mark.word == "om 32 min"


def test_a_place_of_the_gazetteer_is_added_and_any_other_may_be_written(view: SituationView, qtbot: QtBot) -> None:
    places = control(view, "places")
    places.add.choose("Bettna")
    places.add.activated.emit(places.add.currentIndex())
    assert view.live.incident.sheet.places == ("Malmköping", "Bettna")

    places.field.setText("Malmköping, Lilla Torp")
    qtbot.keyClick(places.field, Qt.Key.Key_Return)

    assert view.live.incident.sheet.places == ("Malmköping", "Lilla Torp")


def test_an_entry_is_filled_in_part_by_part_with_an_empty_one_after(view: SituationView, qtbot: QtBot) -> None:
    helps = control(view, "help")
    last = helps.entries[-1]
    count = len(helps.entries)
    qtbot.keyClicks(last.fields["what"], "Vattentank")
    qtbot.keyClicks(last.fields["where"], "Malmaskolan")

    qtbot.keyClick(last.fields["where"], Qt.Key.Key_Return)

    assert view.live.incident.sheet.help[-1] == Help(what="Vattentank", where="Malmaskolan")
    assert len(helps.entries) == count + 1


def test_an_emptied_entry_is_left_out(view: SituationView) -> None:
    view.live.do(situation.set_fields(view.live.incident, {"help": (Help(what="A"), Help(what="B"))}))
    helps = control(view, "help")
    helps.entries[0].fields["what"].setText("")

    view.form.save("help")

    assert view.live.incident.sheet.help == (Help(what="B"),)
    assert [one.fields["what"].text() for one in helps.entries] == ["B", ""]


def test_numbers_are_read_with_their_spaces(view: SituationView, qtbot: QtBot) -> None:
    counts = control(view, "affected")
    assert isinstance(counts, Parts)
    counts.fields["min"].setText("1 900")
    counts.fields["max"].setText("många")
    assert not view.form.save("affected")
    assert line(view, "affected")._fault.text() == "Skriv antalet med siffror, till exempel 2 000."

    counts.fields["max"].setText("2100")
    assert view.form.save("affected")

    assert view.live.incident.sheet.affected == Affected(min=1900, max=2100)


def test_every_control_of_the_sheet_has_a_name(view: SituationView) -> None:
    nameless = [
        part
        for part in view.form.findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isVisibleTo(view) and not part.accessibleName()
    ]

    assert nameless == []


def test_the_focused_field_tells_what_to_write(view: SituationView) -> None:
    control(view, "our_actions").field.setFocus()

    assert view.form._hint.text().startswith("Verb i presens.")

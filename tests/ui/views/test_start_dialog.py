"""Starting an incident: by keyboard, with few answers, and never by a slip."""

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from krisapp.ui.live import Live
from krisapp.ui.views.start import Start
from krisapp.ui.views.start_choices import TypeRow, matching
from krisapp.ui.views.start_dialog import StartDialog
from tests.ui.views.conftest import OFFICER
from tests.ui.views.keyboard import words

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


@pytest.fixture
def dialog(calm: Live, home: QWidget, qtbot: QtBot) -> StartDialog:
    made = StartDialog(calm, home)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def write(field: QWidget, text: str) -> None:
    """Write as fingers do (QTest itself knows no å, ä or ö)."""
    for letter in text:
        pressed = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(field, pressed)


def fill(dialog: StartDialog) -> None:
    """Answer everything that has no answer yet, as fingers do."""
    write(dialog.kind.field, "vatt")
    write(dialog.place, "Malmköping,")
    write(dialog.sentence, "Vattnet går inte att dricka")
    dialog.danger.choose("no")
    dialog.reality.choose("real")
    dialog.person.choose(OFFICER)


def faults(dialog: StartDialog) -> dict[str, str]:
    return {key: field._fault.text() for key, field in dialog._fields.items() if field._fault.isVisible()}


def test_some_letters_find_the_type_by_its_name_or_by_what_people_call_it() -> None:
    types = [
        TypeRow("power_outage", "Elavbrott"),
        TypeRow("drinking_water", "Dricksvatten"),
        TypeRow("snow", "Snöoväder"),
    ]
    also = {"power_outage": "ström"}

    assert [row.id for row in matching(types, "VATTEN", also)] == ["drinking_water"]
    assert [row.id for row in matching(types, "strö", also)] == ["power_outage"]
    assert matching(types, "zzz", also) == types


def test_what_is_missing_is_said_beside_each_field_and_nothing_starts(dialog: StartDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog.sentence, ENTER)

    assert set(faults(dialog)) == {"type", "place", "sentence", "danger", "reality", "person"}
    assert dialog.isVisible()
    assert dialog.kind.field.hasFocus()
    assert dialog.desk is None


def test_what_was_typed_is_kept_when_something_is_refused(dialog: StartDialog, qtbot: QtBot) -> None:
    fill(dialog)
    dialog.sentence.setText("x" * 91)
    qtbot.keyClick(dialog.sentence, ENTER)

    assert faults(dialog) == {"sentence": "Meningen är för lång. Högst 90 tecken får plats."}
    assert dialog.sentence.text() == "x" * 91
    assert dialog.place.places == ("Malmköping",)


def test_real_or_exercise_and_danger_are_never_chosen_beforehand(dialog: StartDialog) -> None:
    assert dialog.reality.key == ""
    assert dialog.danger.key == ""


def test_the_first_letter_of_an_answer_chooses_it(dialog: StartDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog.danger.options[0], Qt.Key.Key_N)

    assert dialog.danger.key == "no"


def test_an_exercise_cannot_be_missed(dialog: StartDialog) -> None:
    dialog.reality.choose("exercise")

    assert dialog._strip.isVisible()
    assert dialog.confirm.accessibleName() == "Starta övning"

    dialog.reality.choose("real")
    assert not dialog._strip.isVisible()
    assert dialog.confirm.accessibleName() == "Starta skarp händelse"


def test_p62_an_exercise_started_here_is_one_on_disk(dialog: StartDialog, qtbot: QtBot) -> None:
    fill(dialog)
    dialog.reality.choose("exercise")
    qtbot.keyClick(dialog.sentence, ENTER)

    assert dialog.desk is not None
    assert dialog.desk.incident.exercise
    assert dialog.desk.incident.id.startswith("OVN-")
    dialog.desk.close()


def test_a_place_is_suggested_from_the_gazetteer_and_several_may_be_named(dialog: StartDialog) -> None:
    assert dialog.place.suggestions("malm")[0] == "Malmköping"
    assert "Stenhammarskolan" in dialog.place.suggestions("stenh")

    dialog.place.setText("Malmköping, Flen, Malmköping, ")

    assert dialog.place.places == ("Malmköping", "Flen")


def test_the_rest_of_a_place_is_filled_in_and_going_on_takes_it(dialog: StartDialog, qtbot: QtBot) -> None:
    write(dialog.place, "Flen, malmk")

    assert dialog.place.text() == "Flen, Malmköping"
    assert dialog.place.selectedText() == "öping"
    qtbot.keyClick(dialog.place, TAB)
    assert dialog.place.places == ("Flen", "Malmköping")


def test_arrow_down_turns_to_the_next_place_that_fits(dialog: StartDialog, qtbot: QtBot) -> None:
    write(dialog.place, "malm")
    qtbot.keyClick(dialog.place, Qt.Key.Key_Down)

    assert dialog.place.places == ("Malmaskolan",)


def test_a_comma_takes_what_was_filled_in(dialog: StartDialog) -> None:
    write(dialog.place, "malm, bett")

    assert dialog.place.places == ("Malmköping", "Bettna")


def test_what_is_filled_in_can_be_deleted_again(dialog: StartDialog, qtbot: QtBot) -> None:
    write(dialog.place, "Malm")
    qtbot.keyClick(dialog.place, Qt.Key.Key_Backspace)

    assert dialog.place.places == ("Malm",)


def test_a_place_outside_the_gazetteer_is_taken_and_told(dialog: StartDialog, qtbot: QtBot) -> None:
    dialog.place.setFocus()
    write(dialog.place, "Storgatan")
    qtbot.keyClick(dialog.place, TAB)

    assert dialog.place.places == ("Storgatan",)
    assert "Storgatan finns inte i ortregistret" in dialog._fields["place"]._help.text()


def test_the_name_is_made_from_type_and_place_until_somebody_writes_another(dialog: StartDialog, qtbot: QtBot) -> None:
    fill(dialog)
    assert dialog.name.placeholderText() == "Dricksvatten Malmköping"

    qtbot.keyClick(dialog.sentence, ENTER)

    assert dialog.desk is not None
    assert dialog.desk.incident.sheet.name == "Dricksvatten Malmköping"
    dialog.desk.close()


def test_the_alarm_is_now_or_the_time_that_was_written(dialog: StartDialog, qtbot: QtBot) -> None:
    fill(dialog)
    write(dialog.alarm, "12.55")
    qtbot.keyClick(dialog.alarm, ENTER)

    assert dialog.desk is not None
    assert dialog.desk.incident.sheet.alarm_at.strftime("%H.%M") == "12.55"
    dialog.desk.close()


def test_a_time_ahead_of_the_clock_is_said_to_be_yesterday(dialog: StartDialog) -> None:
    write(dialog.alarm, "12.55")
    assert "För " in words(dialog)
    dialog.alarm.setText("23.30")
    assert "I går kl. 23.30, för " in words(dialog)


def test_those_who_may_sit_here_are_told_by_the_names_of_their_roles(dialog: StartDialog) -> None:
    told = [dialog.person.itemText(at) for at in range(dialog.person.count())]
    assert any("i beredskap" in one for one in told)
    assert not any("TIB" in one for one in told)


def test_a_time_that_is_none_is_refused_beside_the_field(dialog: StartDialog, qtbot: QtBot) -> None:
    fill(dialog)
    dialog.alarm.setText("kvart över")
    qtbot.keyClick(dialog.alarm, ENTER)

    assert list(faults(dialog)) == ["alarm"]


def test_a_duty_officer_who_is_known_gets_from_start_to_the_first_text_in_eight_actions(
    calm: Live, home: QWidget, qtbot: QtBot
) -> None:
    """Counted as AC1 counts: each answer, and each press that leads on."""
    calm.sit(OFFICER)
    start = Start(calm, home)
    start.retranslate()
    start.refresh()
    start.show()
    actions = 0

    def answer() -> None:
        nonlocal actions
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, StartDialog)
        write(dialog.kind.field, "vatten")
        write(dialog.place, "Malmköping")
        write(dialog.sentence, "Vattnet går inte att dricka")
        qtbot.keyClick(dialog.danger.options[0], Qt.Key.Key_N)
        qtbot.keyClick(dialog.reality.options[0], Qt.Key.Key_S)
        actions += 5
        qtbot.keyClick(dialog.sentence, ENTER)
        actions += 1

    QTimer.singleShot(100, answer)
    with qtbot.waitSignal(calm.shown) as asked:
        actions += 1
        qtbot.keyClick(start.begin, ENTER)

    assert asked.args == ["messages", "E1-C01.sv"]
    assert actions <= 8
    assert calm.texts.text("E1-C01.sv").text

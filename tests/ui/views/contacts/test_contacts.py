"""Contacts are found as one types, read at arm's length, checked in one key, and changed with a way back."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from krisapp.domain.plan_rows import Person
from krisapp.store.plan.plan_editing import PlanEditing
from krisapp.ui.live import Live
from krisapp.ui.views.contacts.person_dialog import PersonDialog
from krisapp.ui.views.contacts.view import ContactsView
from krisapp.ui.window import Window
from tests.ui.views.conftest import CHIEF


def names(view: ContactsView) -> list[str]:
    return [row.person.name for row in view.people.model.rows]


def texts(widget: QWidget) -> str:
    """Return every word a person sees in a part."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def stored(view: ContactsView, id: str) -> Person | None:
    return view.live.workplace.plans.plan().person(id)


def in_dialog(qtbot: QtBot, fill: Callable[[PersonDialog], None]) -> None:
    """Fill in the form when it has opened; close it if it stays."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PersonDialog)
        fill(dialog)
        if dialog.isVisible():
            dialog.done(0)

    QTimer.singleShot(50, act)


def test_typing_a_name_finds_the_person_and_arrow_down_goes_to_the_list(view: ContactsView, qtbot: QtBot) -> None:
    qtbot.keyClicks(view.search, "alpil")
    qtbot.keyClick(view.search, Qt.Key.Key_Down)

    assert names(view) == ["Love Alpilund"]
    assert view.people.people.hasFocus()
    assert "070-174 06 17" in texts(view.people.pane)


def test_a_number_without_its_spaces_finds_whose_it_is(view: ContactsView) -> None:
    view.show_item(CHIEF)
    view.search.setText("0701740617")
    view.search.searched.emit("0701740617")

    assert names(view) == ["Love Alpilund"]


def test_esc_shows_everyone_again(view: ContactsView, qtbot: QtBot) -> None:
    everyone = names(view)
    qtbot.keyClicks(view.search, "alpil")
    qtbot.keyClick(view.search, Qt.Key.Key_Return)
    view.search.setFocus()
    qtbot.keyClick(view.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: names(view) == everyone)

    assert len(everyone) == len(view.live.workplace.plan.people)


def test_ctrl_c_copies_the_number_to_try_first_and_says_so(view: ContactsView, window: Window, qtbot: QtBot) -> None:
    view.show_item(CHIEF)
    qtbot.keyClick(view.people.people, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().text() == "070-174 06 17"
    assert window.toast.accessibleName() == "070-174 06 17 är kopierat."


def test_a_number_is_shown_whole_and_larger_than_anything_around_it(view: ContactsView) -> None:
    view.show_item(CHIEF)
    first = view.people.pane.numbers.rows[0].number

    assert first.property("voice") == "hero"
    assert first.fontMetrics().horizontalAdvance(first.text()) <= first.width()


def test_one_key_notes_that_a_contact_was_checked_today_and_ctrl_z_takes_it_back(
    view: ContactsView, window: Window, qtbot: QtBot
) -> None:
    view.show_item(CHIEF)
    before = stored(view, CHIEF)
    assert before is not None
    assert "sedan" in view.people.pane.checked.mark.word
    with qtbot.waitSignal(view.live.planned):
        qtbot.keyClick(view.people.people, Qt.Key.Key_F7)

    assert view.people.pane.checked.mark.word == "kontrollerad i dag"
    assert getattr(stored(view, CHIEF), "checked", "") == "2027-06-11"

    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(view.live.planned):
        qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert stored(view, CHIEF) == before
    assert "sedan" in view.people.pane.checked.mark.word


def test_a_deleted_contact_comes_back_with_its_roles(view: ContactsView, qtbot: QtBot) -> None:
    before = view.live.workplace.plans.plan()
    view.show_item(CHIEF)
    with qtbot.waitSignal(view.live.planned):
        qtbot.keyClick(view.people.people, Qt.Key.Key_Delete)
    assert "Love Alpilund" not in names(view)
    assert view.people.person is not None, "another contact is chosen"

    view.changes.undo_latest()

    assert "Love Alpilund" in names(view)
    assert view.live.workplace.plans.plan() == before


def test_a_form_says_beside_each_field_what_is_wrong_and_keeps_what_was_typed(view: ContactsView, qtbot: QtBot) -> None:
    view.show_item(CHIEF)
    before = view.live.workplace.plans.plan()
    seen: dict[str, str] = {}

    def fill(dialog: PersonDialog) -> None:
        for name, text in (("email", "love(at)flen"), ("mobile", "växeln")):
            dialog.controls[name].setText(text)  # type: ignore[attr-defined]  # both are one-line fields
        dialog.press()
        seen.update({name: texts(dialog.fields[name]) for name in ("email", "mobile", "name")})
        seen["typed"] = dialog.typed()["email"]
        seen["focus"] = str(dialog.focusWidget() is dialog.controls["mobile"])

    in_dialog(qtbot, fill)
    qtbot.keyClick(view.people.people, Qt.Key.Key_F4)

    assert "Det är ingen e-postadress." in seen["email"]
    assert "Numret saknar siffror." in seen["mobile"]
    assert seen["name"] == "Namn"
    assert seen["typed"] == "love(at)flen"
    assert seen["focus"] == "True", "the first field that is wrong has the focus"
    assert view.live.workplace.plans.plan() == before


def test_a_new_contact_is_saved_found_and_chosen(view: ContactsView, qtbot: QtBot) -> None:
    def fill(dialog: PersonDialog) -> None:
        dialog.controls["name"].setText("Åsa Öst")  # type: ignore[attr-defined]  # a one-line field
        qtbot.keyClicks(dialog.controls["mobile"], "070-174 06 99")
        qtbot.keyClick(dialog.controls["mobile"], Qt.Key.Key_Return)

    in_dialog(qtbot, fill)
    qtbot.keyClick(view.search, Qt.Key.Key_Insert)

    assert stored(view, "asa.ost") == Person(id="asa.ost", name="Åsa Öst", mobile="070-174 06 99")
    assert view.people.person is not None
    assert view.people.person.id == "asa.ost"


def test_nobody_changes_the_plan_without_saying_who_they_are(view: ContactsView) -> None:
    view.live.sit("")
    before = view.live.workplace.plans.plan()
    view.show_item(CHIEF)
    view.people.check_today()

    assert view.banner.isVisible()
    assert view.banner.text.startswith("Välj vem du är")
    assert view.live.workplace.plans.plan() == before


def test_the_address_of_a_protected_identity_is_never_shown(view: ContactsView) -> None:
    person = Person(id="x", name="Skyddad Person", protected=True)
    PlanEditing(view.live.workplace.plans, CHIEF, view.live.now).save_person(person)
    view.live.workplace.plan_changed()
    view.live.planned.emit()
    view.show_item("x")

    assert "Sparas inte" in texts(view.people.pane)
    assert view.people.model.row(view.people.model.find("x")).mark.word == "skyddad"  # type: ignore[union-attr]  # is there


def test_a_role_shows_its_people_in_calling_order_and_alt_down_changes_it(view: ContactsView, qtbot: QtBot) -> None:
    view.show_item("KOM")
    people = [person.name for _rank, person in view.roles.holders_model.rows]
    assert people[0] == "Love Alpilund"
    assert "070-174 06 17" in texts(view.roles.numbers)

    view.roles.holders.setFocus()
    with qtbot.waitSignal(view.live.planned):
        qtbot.keyClick(view.roles.holders, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    after = [person.name for _rank, person in view.roles.holders_model.rows]
    assert after == [people[1], people[0], *people[2:]]
    assert view.roles.holders.current[1].name == "Love Alpilund", "the moved one stays chosen"


def test_a_role_of_a_person_leads_to_the_role_and_enter_leads_back(view: ContactsView, qtbot: QtBot) -> None:
    view.show_item(CHIEF)
    view.people.pane.role_pressed.emit("KOM")
    assert view.roles.roles.current.role.id == "KOM"

    view.roles.holders.setFocus()
    qtbot.keyClick(view.roles.holders, Qt.Key.Key_Return)

    assert view.people.person is not None
    assert view.people.person.id == CHIEF


def test_an_open_incident_is_said_to_run_on_the_plan_of_its_start(
    live: Live, qtbot: QtBot, shown: Callable[[ContactsView], ContactsView], home: QWidget
) -> None:
    view = shown(ContactsView(live, home))
    live.planned.connect(view.refresh)
    assert "Händelsen körs på planen som den var när den startade." in texts(view)

    view.show_item(CHIEF)
    view.people.check_today()

    assert "Planen har ändrats sedan dess." in texts(view)
    assert live.plan.person(CHIEF) != live.workplace.plan.person(CHIEF)

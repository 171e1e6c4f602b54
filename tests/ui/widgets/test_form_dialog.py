"""A long form in a dialog: as high as its fields, and never higher than the screen."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from krisapp.ui.widgets.fields import Field, text_field
from krisapp.ui.widgets.form_dialog import FormDialog
from krisapp.ui.widgets.plain import label


def form(home: QWidget, fields: int) -> FormDialog:
    dialog = FormDialog("Formulär", home, "Spara", 500)
    for number in range(fields):
        dialog.form.addWidget(Field(f"Fält {number}", text_field("", dialog), dialog))
    return dialog


def test_it_shows_all_its_fields_where_there_is_room(home: QWidget, qtbot: QtBot) -> None:
    dialog = form(home, 4)
    more = label("En lång mening. " * 20, dialog, wrap=True)
    more.hide()
    dialog.form.addWidget(more)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert dialog._area.verticalScrollBar().maximum() == 0
    before = dialog.height()
    more.show()
    dialog.fit()
    assert dialog.height() > before
    dialog.close()


def test_it_scrolls_where_the_screen_is_lower_and_the_buttons_stay_in_sight(home: QWidget, qtbot: QtBot) -> None:
    dialog = form(home, 60)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert dialog.height() <= dialog.screen().availableSize().height()
    assert dialog._area.verticalScrollBar().maximum() > 0
    assert dialog.rect().contains(dialog.confirm.geometry())
    dialog.close()

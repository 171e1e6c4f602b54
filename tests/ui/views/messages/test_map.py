"""The message map on the screen: a draft from the sheet, counted while one writes, copied, saved and given up again."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from krisapp.domain.message_map import map_of, message_map
from krisapp.ui.live import Live
from krisapp.ui.views.messages.map_dialog import MapDialog


@pytest.fixture
def dialog(live: Live, home: QWidget) -> Iterator[MapDialog]:
    made = MapDialog(live, home)
    yield made
    made.done(0)


def test_me10_the_map_shows_the_draft_of_the_sheet_and_writes_nothing(dialog: MapDialog, live: Live) -> None:
    assert dialog.written == message_map(live.incident.sheet)

    dialog.press()
    assert live.incident.message_map.value is None


def test_q43_the_count_follows_what_is_written(dialog: MapDialog) -> None:
    dialog.messages[0].setText("ord " * 30)

    assert "av 27 ord" in dialog.measure.accessibleName()
    assert "Högst 27 ord" in dialog.advice.text()


def test_me10_a_map_of_ones_own_stands_until_one_follows_the_sheet_again(
    dialog: MapDialog, live: Live, home: QWidget
) -> None:
    dialog.messages[0].setText("Koka vattnet.")
    dialog.supports[0].setPlainText("Det kan finnas bakterier i vattnet.\n\n")
    dialog.press()
    first = map_of(live.incident).keys[0]
    assert (first.message, first.supports) == ("Koka vattnet.", ("Det kan finnas bakterier i vattnet.",))
    assert any(line.text == "Budskapskartan ändrad." for line in live.incident.log)

    again = MapDialog(live, home)
    assert again.messages[0].text() == "Koka vattnet."
    again.follow_sheet()
    assert map_of(live.incident) == message_map(live.incident.sheet)


def test_a_map_that_is_refused_stays_with_what_was_typed(dialog: MapDialog) -> None:
    dialog.supports[0].setPlainText("ett\ntvå\ntre\nfyra")
    dialog.press()

    assert "Högst tre huvudbudskap" in dialog.banner.text
    assert dialog.supports[0].toPlainText() == "ett\ntvå\ntre\nfyra"


def test_the_map_is_copied_as_it_is_written(dialog: MapDialog) -> None:
    dialog.copy_text()

    assert QGuiApplication.clipboard().text() == dialog.written.text()

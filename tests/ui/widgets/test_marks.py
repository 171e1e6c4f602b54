"""A state can be told without colour, and is spoken as its word."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.widgets.chip import Chip
from krisapp.ui.widgets.marks import Mark, Shape, mark_size, paint_shape
from krisapp.ui.widgets.tile import Tile


def drawn(shape: Shape) -> bytes:
    picture = QImage(24, 24, QImage.Format.Format_Grayscale8)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    paint_shape(painter, QRectF(2, 2, 20, 20), shape, QColor("black"))
    painter.end()
    return bytes(picture.constBits())


def test_no_two_shapes_look_alike_in_black_and_white(home: QWidget) -> None:
    blank = QImage(24, 24, QImage.Format.Format_Grayscale8)
    blank.fill(QColor("white"))

    assert len({drawn(shape) for shape in Shape} | {bytes(blank.constBits())}) == len(Shape) + 1


def test_a_chip_is_spoken_as_its_word_and_makes_room_for_it(home: QWidget) -> None:
    chip = Chip(Mark("Utkast", Tone.WAIT, Shape.HALF), home)
    narrow = chip.sizeHint().width()

    chip.show_mark(Mark("Väntar på godkännande", Tone.INFO, Shape.DIAMOND))

    assert chip.accessibleName() == "Väntar på godkännande"
    assert chip.sizeHint().width() > narrow
    assert chip.sizeHint() == mark_size(chip.mark, current())


@pytest.mark.parametrize("width", [160, 600])
def test_a_tile_never_covers_its_number_with_its_state(home: QWidget, width: int) -> None:
    tile = Tile(home)
    tile.say("Målgrupper nådda", "6 av 8", "Medier väntar", Mark("Försenat 6 min", Tone.ALARM, Shape.TRIANGLE))
    tile.resize(width, 160)
    tile.show()
    tile._grid.activate()
    number = tile._value.geometry()

    assert not number.intersects(tile._chip.geometry())
    assert number.width() >= tile._value.sizeHint().width()
    assert tile.accessibleName() == "Målgrupper nådda, 6 av 8, Försenat 6 min, Medier väntar"

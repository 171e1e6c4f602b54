"""The one-colour drawings (ikoner), tinted when they are asked for and kept.

A file is a 24-pixel SVG drawn with `currentColor`. A missing drawing raises `FileNotFoundError`:
`tests/ui/theme/test_icons.py` sees to it that every name in the source has its file.
"""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from krisapp.store.resources import resource


@cache
def pixmap(name: str, size: int, colour: str, ratio: float = 1.0) -> QPixmap:
    """Return a drawing as a square of `size` logical pixels in one colour (#rrggbb)."""
    from PySide6.QtSvg import QSvgRenderer  # here: a library the first paint must not wait for

    drawing = _source(name).replace(b"currentColor", colour.encode())
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def icon(name: str, size: int, colour: str, ratio: float = 1.0) -> QIcon:
    """Return a drawing as an icon for a button or an action."""
    return QIcon(pixmap(name, size, colour, ratio))


@cache
def before_text(name: str, size: int, gap: int, colour: str, ratio: float = 1.0) -> QIcon:
    """Return a drawing with a gap after it, for a button where words follow."""
    picture = QPixmap(round((size + gap) * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.drawPixmap(0, 0, pixmap(name, size, colour, ratio))
    painter.end()
    return QIcon(picture)


@cache
def _source(name: str) -> bytes:
    return resource("resources", "icons", f"{name}.svg").read_bytes()

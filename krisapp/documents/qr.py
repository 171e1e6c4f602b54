"""A text as a QR code (qr-kod): the whole of it in the code, so that a phone reads it with no network.

Level M bears a scratch and a drop of rain. A code of more modules than `MOST_MODULES` is not read by an ordinary phone
at arm's length on paper, so a longer text is not put into one: whoever makes the poster gives a shorter version, or
says in words that there is none.
"""

from io import BytesIO
from typing import NamedTuple

import segno
from segno.encoder import DataOverflowError

MOST_MODULES = 117
"""The side of version 25, which holds 997 bytes at level M: 50 mm on a flyer, 62 mm on an A4 poster."""

QUIET = 4
"""Modules of white around a code, which readers need (ISO/IEC 18004)."""

_MASK = 2
"""The pattern over the code. Trying all eight and weighing them takes four times as long as all the rest, and on text
of some hundred letters they weigh alike."""


class Code(NamedTuple):
    """A code as SVG without a size of its own, and how many modules wide it is, the white around it included."""

    svg: str
    modules: int


def qr_code(text: str) -> Code | None:
    """Return a text as a code of level M in UTF-8, which phones expect; None for one too long to be read by a phone."""
    try:
        code = segno.make(text, error="m", boost_error=False, micro=False, encoding="utf-8", eci=False, mask=_MASK)
    except DataOverflowError:
        return None
    side = code.symbol_size(scale=1, border=0)[0]
    if side > MOST_MODULES:
        return None
    drawn = BytesIO()
    code.save(drawn, kind="svg", border=QUIET, xmldecl=False, svgclass=None, lineclass=None, omitsize=True)
    return Code(drawn.getvalue().decode(), int(side) + 2 * QUIET)

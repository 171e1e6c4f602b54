"""What the bundled faces can show (tecken): a document must not be refused for an emoji somebody pasted."""

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache

from krisapp.store.resources import resource

UNSHOWABLE = "□"
"""What stands in a document where the faces have no letter for what was written."""

_NO_INK = frozenset("\n\t\r\u00ad\u200b\u200c\u200d\u2028\u2029")
"""Signs that break, join or hide, and need no letter."""


def showable(text: str) -> str:
    """Return the text with each sign the faces lack as `UNSHOWABLE`, and letters composed so that fewer are lacking."""
    composed = unicodedata.normalize("NFC", text)
    if composed.isascii() and composed.isprintable():
        return composed
    known = letters()
    return "".join(sign if sign in _NO_INK or ord(sign) in known else _instead(sign) for sign in composed)


def _instead(sign: str) -> str:
    return "" if unicodedata.category(sign) in ("Cc", "Cf", "Mn") else UNSHOWABLE


@cache
def letters() -> frozenset[int]:
    """Return the code points that the faces of a document have between them."""
    names = ("Inter-Regular.ttf", "JetBrainsMono-Regular.ttf")
    return frozenset(code for name in names for code in _mapped(resource("resources", "fonts", name).read_bytes()))


def _mapped(face: bytes) -> Iterator[int]:
    """Give the code points of a TrueType face: its character map of format 4, which covers the basic plane."""
    count = struct.unpack_from(">H", face, 4)[0]
    tables = {face[at : at + 4]: struct.unpack_from(">I", face, at + 8)[0] for at in range(12, 12 + 16 * count, 16)}
    start = tables[b"cmap"]
    for at in range(start + 4, start + 4 + 8 * struct.unpack_from(">H", face, start + 2)[0], 8):
        map_at = start + struct.unpack_from(">I", face, at + 4)[0]
        if struct.unpack_from(">H", face, map_at)[0] == 4:
            yield from _segments(face, map_at)


def _segments(face: bytes, at: int) -> Iterator[int]:
    segments = struct.unpack_from(">H", face, at + 6)[0] // 2
    ends = struct.unpack_from(f">{segments}H", face, at + 14)
    starts = struct.unpack_from(f">{segments}H", face, at + 16 + 2 * segments)
    for first, last in zip(starts, ends, strict=True):
        if first != 0xFFFF:
            yield from range(first, last + 1)

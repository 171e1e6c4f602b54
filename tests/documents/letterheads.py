"""Letterheads for tests: plain ones, and ones a person or an attacker has changed."""

import base64
import io
import struct
import zipfile
import zlib

import docx


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


_PIXELS = zlib.compress(b"".join(b"\0" + b"\x1d\x4f\x72" * 8 for _row in range(8)))
PNG = (
    "data:image/png;base64,"
    + base64.b64encode(
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0))
        + _chunk(b"IDAT", _PIXELS)
        + _chunk(b"IEND", b"")
    ).decode()
)
"""A mark of one colour."""


def with_paragraphs(*lines: str) -> bytes:
    """Return a letterhead with these lines and nothing else."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def repacked(content: bytes, **changes: bytes | None) -> bytes:
    """Return a letterhead with parts changed, added or taken away; a name is written with "__" for "/"."""
    given = {name.replace("__", "/"): value for name, value in changes.items()}
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as read, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as write:
        for name in read.namelist():
            value = given.pop(name, read.read(name))
            if value is not None:
                write.writestr(name, value)
        for name, value in given.items():
            if value is not None:
                write.writestr(name, value)
    return made.getvalue()


def changed(content: bytes, part: str, before: str, after: str) -> bytes:
    """Return a letterhead with words of a part replaced. Raises AssertionError if they are not there."""
    with zipfile.ZipFile(io.BytesIO(content)) as read:
        text = read.read(part).decode()
    assert before in text
    return repacked(content, **{part.replace("/", "__"): text.replace(before, after).encode()})

"""Reading the words of a PDF without our program: each face's own table of letters, page by page."""

import re
from io import BytesIO
from typing import Any

import pikepdf

_PAIRS = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*\n")
_RANGES = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")


def pages(pdf: bytes) -> list[str]:
    """Return the words of each page in the order they are drawn, a line for each run of letters."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return [_page(page) for page in opened.pages]


def words(pdf: bytes) -> str:
    """Return the words of a whole document, with every gap as one space."""
    return " ".join(" ".join(pages(pdf)).split())


def letters(said: str) -> str:
    """Return a text without gaps and hyphens, so that it is the same on one line and on two."""
    return re.sub("[\\s\u00ad-]", "", said)


def everything(pdf: bytes) -> bytes:
    """Return all that is in a file: its bytes, and each stream and text in it unpacked."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        parts = [pdf, *(one.read_bytes() for one in opened.objects if isinstance(one, pikepdf.Stream))]
        parts += [repr(one).encode() for one in opened.objects if not isinstance(one, pikepdf.Stream)]
    return b"\n".join(parts)


def _page(page: Any) -> str:
    faces = {name: _letters(font) for name, font in page.Resources.Font.items()} if "/Font" in page.Resources else {}
    face: dict[int, str] = {}
    found: list[str] = []
    for step in pikepdf.parse_content_stream(page):
        operands: Any = step.operands
        operator = str(step.operator)
        if operator == "Tf":
            face = faces[str(operands[0])]
        elif operator in ("Tj", "TJ"):
            shown = operands[0] if operator == "TJ" else operands
            found.append("".join(_said(bytes(part), face) for part in shown if isinstance(part, pikepdf.String)))
        elif operator in ("ET", "Tm", "Td"):
            found.append("\n")
    return re.sub(r"\n+", "\n", "".join(found)).strip()


def _said(shown: bytes, face: dict[int, str]) -> str:
    return "".join(face.get(int.from_bytes(shown[at : at + 2], "big"), "?") for at in range(0, len(shown), 2))


def _letters(font: Any) -> dict[int, str]:
    table = font.ToUnicode.read_bytes()
    letters: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.S):
        letters |= {
            int(code, 16): bytes.fromhex(sign.decode()).decode("utf-16-be") for code, sign in _PAIRS.findall(block)
        }
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", table, re.S):
        for first, last, sign in _RANGES.findall(block):
            start = int(sign, 16)
            letters |= {code: chr(start + code - int(first, 16)) for code in range(int(first, 16), int(last, 16) + 1)}
    return letters

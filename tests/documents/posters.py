"""Posters of the sample incidents, and what stands on a page as one meets it: words with their size, and the code."""

import re
import subprocess
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple

import zxingcpp
from PIL import Image

from krisapp.compose.message_set import message_set
from krisapp.documents.poster import Poster
from krisapp.domain.checks import Stage
from krisapp.domain.profile import Dress, Headings
from tests.compose.written import issued, plan, sheet

DRESS = Dress(("Flens kommun",), "#1d4f72", "#8a1c1c", Headings.FIELD, "", "")


@cache
def poster_of(incident: str, channel: str = "C12", *, exercise: bool = False, stage: Stage = Stage.FIRST) -> Poster:
    """Return the poster for residents of a sample incident."""
    known = sheet(incident)
    texts = message_set(known, plan(), stage, exercise=exercise, issued=issued(known), asked=frozenset({channel}))
    text = next(one.text for one in texts if one.channel == channel)
    return Poster(
        text=text,
        dress=DRESS,
        incident=known.id,
        message=f"E1-{channel}",
        number=1,
        at=issued(known),
        next_update=known.next_update or issued(known) + timedelta(hours=3),
        language="en" if channel == "C19" else "sv",
        exercise=exercise,
    )


class Word(NamedTuple):
    """A word on a page: its size and edges in points from the upper left corner."""

    text: str
    size: float
    left: float
    top: float
    right: float
    bottom: float


def pictures(pdf: bytes, folder: Path, *, ppi: int = 150) -> list[Image.Image]:
    """Return the pages as a printer would draw them."""
    path = folder / "poster.pdf"
    path.write_bytes(pdf)
    subprocess.run(["pdftoppm", "-r", str(ppi), "-png", str(path), str(folder / "page")], check=True)
    return [_drawn(page) for page in sorted(folder.glob("page-*.png"))]


def _drawn(path: Path) -> Image.Image:
    with Image.open(path) as page:
        return page.convert("L")


def codes(page: Image.Image) -> list[str]:
    """Return what the codes of a page say to a reader that knows nothing of us."""
    return [code.bytes.decode() for code in zxingcpp.read_barcodes(page)]


_SIZED = re.compile(r'<text top="(-?\d+)" left="(-?\d+)" width="(\d+)" height="(\d+)" font="(\d+)">(.*?)</text>', re.S)


def page_words(pdf: bytes, folder: Path) -> list[list[Word]]:
    """Return the lines of words of each page with sizes, as poppler finds them."""
    path = folder / "words.pdf"
    path.write_bytes(pdf)
    found = subprocess.run(
        ["pdftohtml", "-xml", "-i", "-fontfullname", "-zoom", "1", "-stdout", str(path)],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    sizes = {one: float(size) for one, size in re.findall(r'<fontspec id="(\d+)" size="(\d+)"', found)}
    return [
        [
            Word(re.sub("<.*?>", "", said), sizes[font], *_box(*map(int, (left, top, wide, high))))
            for top, left, wide, high, font, said in _SIZED.findall(page)
        ]
        for page in found.split("<page ")[1:]
    ]


def _box(left: int, top: int, wide: int, high: int) -> tuple[int, int, int, int]:
    return left, top, left + wide, top + high

"""Documents as PDF (pdf): readable by a screen reader (PDF/UA-1) and by an archive (PDF/A-2a), in one file.

A template of `templates/documents` lays out plain values. The engine refuses a document without a title, without a date
or with a skipped heading: that is the gate of accessibility, domain handbook 7.10, and its words are shown. It reads
only the program's own templates and faces, and needs no network. Import this module where a document is made: the start
does not wait for the engine. It lets go of the interpreter while it works, so it may run in a job.
"""

import ctypes
import sys
from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec
import typst

from krisapp.documents.glyphs import showable
from krisapp.domain.words import N_, Refused
from krisapp.store.resources import resource

LARGE = 50_000
"""Letters of data that make a document large: some two hundred lines of a log."""

_REMEMBERED = 10
"""How many documents the engine remembers to be quicker with the next like them."""


def compile_pdf(template: str, data: Mapping[str, object]) -> bytes:
    """Return a document as PDF: byte for byte the same for the same input.

    `template` is the name of a file in `templates/documents`, without its ending; `report` takes any `blocks`. `data`
    holds what JSON can hold. Every template needs `title`, `sender` (lines, the municipality's name first) and `date`
    (ISO 8601 to the minute), and may have `stamps` (lines to the right of the sender), `foot`, `secrecy` (a mark under
    the title), `check_code`, and `exercise`, which is marked first, last and on every page (rule P62). A sign the faces
    lack becomes a square. Raises `Refused` with the engine's words if the document cannot be made.
    """
    made: bytes = _compile(template, data, format="pdf", pdf_standards=["ua-1", "a-2a"])
    return made


def compile_pages(template: str, data: Mapping[str, object], ppi: int) -> list[bytes]:
    """Return the pages of the same document as PNG, `ppi` points to the inch, to look at or to print."""
    pages: bytes | list[bytes] = _compile(template, data, format="png", ppi=ppi)
    return pages if isinstance(pages, list) else [pages]  # the engine gives a lone page bare


def drawing_png(svg: str, ppi: int) -> bytes:
    """Return a drawing as PNG, `ppi` points to the inch, for a document that holds no SVG. Raises `Refused`."""
    page = '#set page(width: auto, height: auto, margin: 0pt)\n#image(bytes(sys.inputs.svg), format: "svg")'
    try:
        made = typst.compile(page.encode(), sys_inputs={"svg": svg}, font_paths=_faces(), format="png", ppi=ppi)
    except typst.TypstError as error:
        raise Refused(N_("Dokumentet gick inte att göra: {reason}"), reason=str(error)) from None
    assert isinstance(made, bytes), "one page"
    return made


def _compile(template: str, data: Mapping[str, object], **form: Any) -> Any:
    folder = resource("templates", "documents")
    values = msgspec.json.encode(_shown(data)).decode()
    try:
        made = typst.compile(
            str(folder / f"{template}.typ"),
            root=str(folder),
            font_paths=_faces(),
            sys_inputs={"data": values},
            **form,
        )
    except typst.TypstError as error:
        raise Refused(N_("Dokumentet gick inte att göra: {reason}"), reason=str(error)) from None
    if len(values) > LARGE:
        _forget()
    return made


def _forget() -> None:
    """Let the engine forget a large document: it remembers the latest ten, and those of a long log fill the memory."""
    for number in range(_REMEMBERED + 1):
        typst.compile(f"{number}".encode(), font_paths=_faces(), format="pdf")
    _hand_back()


def _hand_back() -> None:
    """Let the system have the memory that is free again: glibc keeps what lies between, and a long archive grows."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)


@cache
def _faces() -> typst.Fonts:
    """Return the program's own faces and no others, so that every computer makes the same document."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(resource("resources", "fonts"))]
    )


def _shown(value: object) -> object:
    """Return plain values with every text made showable."""
    match value:
        case str():
            return showable(value)
        case Mapping():
            return {key: _shown(part) for key, part in value.items()}
        case list() | tuple():
            return [_shown(part) for part in value]
        case _:
            return value

"""Contacts in an Excel workbook (.xlsx): the first sheet with anything on it, values and never formulas.

A workbook is a zip file with XML in it: it is measured before it is unpacked, and refused if the XML defines anything.
"""

import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree.ElementTree import ParseError

from krisapp.domain.contacts.contact_import import SourceRow
from krisapp.domain.words import N_, _, ngettext
from krisapp.store.bad_input import BadInput
from krisapp.store.zip_trouble import BROKEN_ZIP

MOST_PARTS = 1000
MOST_UNPACKED = 80_000_000
MOST_TIMES = 200
"""Parts of a workbook, their bytes unpacked, and how many times larger a part may grow."""

_WIDEST = 200
_BOMB = N_("Filen är för stor när den packas upp. Spara bara bladet med kontakterna i en ny fil.")
_DAMAGED = N_("Filen går inte att läsa som Excel. Spara den på nytt, eller som CSV.")
_DEFINES = N_("Filen har kod som inte hör hemma i ett kalkylblad. Spara den som CSV i stället.")
_NO_VALUE = N_("{cell} har en formel utan värde. Öppna filen i kalkylprogrammet, spara den och försök igen.")
_WRONG = (*BROKEN_ZIP, KeyError, TypeError, AttributeError, ParseError)
"""What openpyxl raises on workbooks that are not as they should be."""


class Workbook(NamedTuple):
    """The rows of a workbook, and sentences about what else it holds."""

    rows: Iterator[SourceRow]
    told: tuple[str, ...]


def read(content: bytes, path: Path) -> Workbook:
    """Return the rows of a workbook. Raises `BadInput` when it is none, or grows beyond measure."""
    _measure(content, path)
    from openpyxl import load_workbook  # slow to import

    try:
        values = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
        formulas = load_workbook(BytesIO(content), read_only=True, data_only=False, keep_links=False)
        sheets = [sheet for sheet in values.worksheets if sheet.sheet_state == "visible"] or values.worksheets
        used = next((sheet for sheet in sheets if any(any(row) for row in _cells(sheet, 50))), None)
    except _WRONG:
        raise BadInput(path, None, _DAMAGED) from None
    if used is None:
        raise BadInput(path, None, N_("Filen har inga rader med kontakter. Välj en annan fil."))
    told = []
    others = len(values.worksheets) - 1
    if others:
        words = ngettext(
            "Bladet {sheet} är läst. Filen har {count} blad till, som inte är läst.",
            "Bladet {sheet} är läst. Filen har {count} blad till, som inte är lästa.",
            others,
        )
        told.append(words.format(sheet=used.title, count=others))
    return Workbook(_rows(used, formulas[used.title], path), tuple(told))


def _measure(content: bytes, path: Path) -> None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            parts = packed.infolist()
            grown = [part for part in parts if part.file_size > max(part.compress_size, 5000) * MOST_TIMES]
            if len(parts) > MOST_PARTS or grown or sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise BadInput(path, None, _BOMB)
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    with packed.open(part) as opened:
                        _see_xml(opened.read(65536), path)
    except BROKEN_ZIP:
        raise BadInput(path, None, _DAMAGED) from None


def _see_xml(start: bytes, path: Path) -> None:
    """Refuse XML that defines anything: no workbook does, and a definition can grow without end."""
    plain = start.replace(b"\0", b"").upper()
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise BadInput(path, None, _DEFINES)


def _cells(sheet: Any, most: int | None = None) -> Iterator[tuple[Any, ...]]:
    # What a sheet says of its own size is not to be believed.
    sheet.reset_dimensions()
    rows: Iterator[tuple[Any, ...]] = sheet.iter_rows(max_col=_WIDEST, max_row=most, values_only=True)
    return rows


def _rows(sheet: Any, formulas: Any, path: Path) -> Iterator[SourceRow]:
    """Give each row by its values; where a formula has none, the row says so."""
    try:
        for number, (row, written) in enumerate(zip_longest(_cells(sheet), _cells(formulas), fillvalue=()), 1):
            empty = [
                f"{_column(at)}{number}"
                for at, (value, formula) in enumerate(zip(row, written, strict=False))
                if value is None and isinstance(formula, str) and formula.startswith("=")
            ]
            cells = tuple(_text(value) for value in row)
            yield SourceRow(number, cells, _(_NO_VALUE).format(cell=empty[0]) if empty else "")
    except _WRONG:
        raise BadInput(path, None, _DAMAGED) from None


def _text(value: Any) -> str:
    """Return a cell as a person reads it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("ja") if value else _("nej")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    return value.isoformat() if isinstance(value, date) else str(value)


def _column(at: int) -> str:
    """Return the letters of a column, the first being 0."""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters

"""Tables as an Excel workbook (kalkylblad, .xlsx): every cell is text, so that nothing in it is ever run.

Unlike CSV it needs no guard before a telephone number, and no number loses its zero.
"""

import re
import zipfile
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LONGEST = 32_767
"""Signs a cell may have."""

_WIDEST, _NARROWEST = 48, 10
_MADE = (1980, 1, 1, 0, 0, 0)
_WRITTEN = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def spreadsheet(name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return a table as a workbook with one sheet, its headings in bold and in sight while one scrolls."""
    lines = [[_text(cell) for cell in row] for row in rows]
    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet(_sheet_name(name))  # the stubs do not know all of a sheet that is only written
    sheet.freeze_panes = "A2"
    for at, heading in enumerate(columns):
        longest = max([len(heading), *(len(line[at]) for line in lines if at < len(line))])
        sheet.column_dimensions[get_column_letter(at + 1)].width = min(max(longest + 2, _NARROWEST), _WIDEST)
    sheet.append([_cell(sheet, heading, bold=True) for heading in columns])
    for line in lines:
        sheet.append([_cell(sheet, text) for text in line])
    out = BytesIO()
    book.save(out)
    return _settled(out.getvalue())


def _cell(sheet: Any, text: str, *, bold: bool = False) -> Any:
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"  # what begins with = would be a formula else
    cell.number_format = "@"
    if bold:
        cell.font = Font(bold=True)
    return cell


def _text(cell: object) -> str:
    return _FORBIDDEN.sub("", str(cell))[:_LONGEST]


def _sheet_name(name: str) -> str:
    return re.sub(r"[\\/*?:\[\]]", " ", name)[:31].strip("' ") or "1"


def _settled(content: bytes) -> bytes:
    """Return a workbook without the time it was made, so that the same table gives the same bytes."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as settled:
        for part in made.infolist():
            inside = made.read(part)
            if part.filename == "docProps/core.xml":
                inside = _WRITTEN.sub(rb"\g<1>2026-01-01T00:00:00Z", inside)
            whole = zipfile.ZipInfo(part.filename, _MADE)
            whole.compress_type = zipfile.ZIP_DEFLATED
            settled.writestr(whole, inside)
    return out.getvalue()

"""Tables as CSV (tabell): UTF-8 with semicolons and a head, as archives and spreadsheets read it here, handbook 11.3.

No cell is ever run: one that a spreadsheet would take for a formula is led by an apostrophe, which makes it text.
"""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

_RUN = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20|%")
"""What begins a formula or a command in one spreadsheet or another, in half and full width."""


def csv_table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return a table as CSV, with a mark of UTF-8 first so that spreadsheets read å, ä and ö."""
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([harmless(name) for name in columns])
    for row in rows:
        writer.writerow([harmless(str(cell)) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula; a plain number with a sign is none."""
    cell = cell.replace("\0", "")
    begins = cell.lstrip(" \u00a0\ufeff\u200b'\"")[:1]
    if begins in _RUN and begins and not _is_number(cell):
        return f"'{cell}"
    return cell


def _is_number(cell: str) -> bool:
    digits = cell.strip().lstrip("+-").replace(",", "", 1).replace(".", "", 1)
    return digits.isascii() and digits.isdigit() and len(cell) - len(cell.lstrip("+-")) <= 1

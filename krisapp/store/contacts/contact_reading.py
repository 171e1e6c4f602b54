"""A list of contacts from a file of another program (läsa kontakter): CSV, Excel or vCard, told by its content.

Every file is somebody else's: it is measured before it is read, nothing in it is run, and what cannot be read is said
by row, so that the rest can be used (SE5).
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from krisapp.domain.contacts.contact_columns import match_columns
from krisapp.domain.contacts.contact_import import ContactSource, SourceRow
from krisapp.domain.contacts.contact_row import PHONE_OR_MAIL
from krisapp.domain.words import N_, Refused, _
from krisapp.store.bad_input import BadInput

LIMIT_BYTES = 10_000_000
"""A list of twenty thousand contacts takes a fifth of it."""

MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_SIGNS = 10_000
"""Rows of a file, columns of a row and signs of a cell that are read."""

_TITLE_ROWS = 10
"""Rows among which the headings are looked for."""

Told = Callable[[int], bool]
"""Hears how many rows are read, and returns whether to go on."""

_ZIP, _OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


class Cancelled(Refused):
    """The person left it."""

    def __init__(self) -> None:
        super().__init__(N_("Inläsningen är avbruten. Inget är ändrat."))


def read_contacts(path: Path, tell: Told | None = None) -> ContactSource:
    """Read a list of contacts. `tell` is called now and then.

    Raises `BadInput` when it is no such list, is too large or cannot be read, and `Cancelled` when `tell` says so.
    """
    from krisapp.store.contacts import (
        contact_cards,  # here: a workbook needs neither
        contact_text,  # here: a workbook needs neither
    )
    from krisapp.store.yaml_reading import read_bytes

    content = read_bytes(path, LIMIT_BYTES)
    if not content.strip(b"\0 \r\n\t\xef\xbb\xbf\xff\xfe"):
        raise BadInput(path, None, N_("Filen är tom. Välj en annan fil."))
    if content.startswith(_OLD_EXCEL):
        raise BadInput(path, None, N_("Filen är av det gamla Excelslaget. Spara den som .xlsx eller CSV."))
    if content.startswith(_ZIP):
        from krisapp.store.contacts import contact_workbook  # here: openpyxl is slow to import

        headed = contact_workbook.read(content, path)
        return collected(headed.rows, path, tell, headed.told)
    text = contact_text.decode(content, path)
    if contact_cards.is_cards(text):
        cards = contact_cards.read(text)
        return ContactSource(contact_cards.HEADINGS, tuple(_counted(cards, path, tell)))
    return collected(contact_text.read(text), path, tell, ())


def collected(rows: Iterator[SourceRow], path: Path, tell: Told | None, told: Sequence[str]) -> ContactSource:
    """Return rows as a list, with the headings that stand first or beneath a title."""
    trimmed = (row._replace(cells=_trimmed(row.cells)) for row in _counted(rows, path, tell))
    found = [row for row in trimmed if row.cells or row.fault]
    at = _heading_at(found[:_TITLE_ROWS])
    if at is None:
        wide = max((len(row.cells) for row in found), default=0)
        headings = tuple(_("Kolumn {number}").format(number=number) for number in range(1, wide + 1))
    else:
        headings = found[at].cells
        above = " / ".join(" ".join(row.cells) for row in found[:at])
        told = (
            (*told, _("Det som står ovanför rubrikerna läses inte in: {text}").format(text=above[:200]))
            if above
            else told
        )
        found = found[at + 1 :]
    if not found:
        raise BadInput(path, None, N_("Filen har inga rader med kontakter. Välj en annan fil."))
    return ContactSource(headings, tuple(_fitted(row, len(headings)) for row in found), tuple(told))


def _counted(rows: Iterator[SourceRow], path: Path, tell: Told | None) -> Iterator[SourceRow]:
    for count, row in enumerate(rows, 1):
        if count > MOST_ROWS:
            sentence = N_("Filen har fler än {most} rader. Dela den i flera filer.")
            raise BadInput(path, None, sentence, most=MOST_ROWS)
        if tell is not None and count % 100 == 0 and not tell(count):
            raise Cancelled
        yield row


def _heading_at(rows: Sequence[SourceRow]) -> int | None:
    """Return which row names the columns: the one with the most known names, else the first if it is no contact."""
    known = [0 if row.fault else sum(map(bool, match_columns(row.cells))) for row in rows]
    if max(known, default=0):
        return known.index(max(known))
    if not rows:
        return None
    first = rows[0].cells
    return None if any(PHONE_OR_MAIL.search(cell) for cell in first) or len(first) == 1 else 0


def _trimmed(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the cells without the empty ones at the end."""
    last = len(cells)
    while last and not cells[last - 1].strip():
        last -= 1
    return tuple(cells[:last])


def _fitted(row: SourceRow, count: int) -> SourceRow:
    """Return a row with as many cells as there are headings, or more and a fault: what it holds beside is not lost."""
    cells, fault = row.cells, row.fault
    if not fault and len(cells) > count:
        fault = N_("Raden har fler celler än rubrikraden. Ett skiljetecken kan stå i en text utan citattecken.")
    if not fault and any(len(cell) > MOST_SIGNS for cell in cells):
        fault = N_("En cell är längre än någon uppgift om en kontakt.")
    cells = tuple(cell[:MOST_SIGNS] for cell in cells[:MOST_COLUMNS])
    return SourceRow(row.number, cells + ("",) * (count - len(cells)), fault)

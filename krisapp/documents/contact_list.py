"""Contacts as a file (kontakter som fil): CSV, Excel or vCard, and the rows of a file that were rejected."""

from collections.abc import Sequence

from krisapp.documents.csv_table import csv_table
from krisapp.domain.contacts.contact_columns import FAULT
from krisapp.domain.contacts.contact_import import ContactSource, JudgedRow
from krisapp.domain.contacts.contact_open import contact_rows, outgoing
from krisapp.domain.plan_rows import Person
from krisapp.domain.words import N_, Refused, _

FORMS = {".csv": N_("CSV"), ".xlsx": N_("Excel"), ".vcf": N_("vCard")}
"""The forms a list of contacts has, by what its file's name ends with."""


def contact_list(people: Sequence[Person], form: str, *, private: bool = False) -> bytes:
    """Return the contacts that may leave in a form of `FORMS`; with their own numbers if `private`.

    Raises `Refused` for a form that there is none of.
    """
    leaving = outgoing(people, private=private)
    if form == ".vcf":
        from krisapp.documents.vcard import vcards  # vobject is slow to import

        return vcards(leaving)
    headings, rows = contact_rows(leaving)
    if form == ".xlsx":
        from krisapp.documents.spreadsheet import spreadsheet  # openpyxl is slow to import

        return spreadsheet(_("Kontakter"), headings, rows)
    if form == ".csv":
        return csv_table(headings, rows)
    raise Refused(N_("Kontakter kan sparas som {forms}. Låt filens namn sluta så."), forms=", ".join(FORMS))


def rejected_rows(source: ContactSource, left: Sequence[tuple[JudgedRow, str]]) -> bytes:
    """Return the rows that were not taken in, as they stood, each with what is wrong first.

    The file can be mended and read again: its first column is not taken in.
    """
    kept = [at for at, heading in enumerate(source.headings) if heading != FAULT]
    rows = []
    for one, why in left:
        cells = one.row.cells
        rows.append([why, *(cells[at] for at in kept if at < len(cells)), *cells[len(source.headings) :]])
    return csv_table([FAULT, *(source.headings[at] for at in kept)], rows)

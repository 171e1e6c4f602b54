"""A row of the three lists (rad): what is asked, from where and how often, and how it stands."""

from typing import NamedTuple

from krisapp.domain.answering.tally import Tally, by_place
from krisapp.domain.words import N_, _
from krisapp.ui.widgets.marks import Mark
from krisapp.ui.widgets.rows import Column


class Listed(NamedTuple):
    """A row: the id of what it shows, its title, a quiet second line, quiet words to the right, and its state."""

    id: str
    title: str
    detail: str
    note: str
    mark: Mark


def places_words(tally: Tally) -> str:
    """Return from where, and how often when more than once: "Bettna 3, Flen"; nothing when no place is known."""
    found = by_place(tally.values())
    if not any(place for place, _count in found):
        return ""
    unknown = _("okänd ort")
    return ", ".join(f"{place or unknown} {count}" if count > 1 else place or unknown for place, count in found)


def row_key(row: Listed) -> str:
    """Return what names a row."""
    return row.id


def _title(row: Listed) -> str:
    return row.title


def _detail(row: Listed) -> str:
    return row.detail


def _note(row: Listed) -> str:
    return row.note


def _mark(row: Listed) -> Mark:
    return row.mark


COLUMNS = (Column[Listed](N_("Fråga"), _title, mark=_mark, detail=_detail, note=_note),)

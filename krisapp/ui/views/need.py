"""One thing that needs someone now (kräver åtgärd), as the overview lists it."""

from typing import NamedTuple

from krisapp.domain.words import N_
from krisapp.ui.widgets.marks import Mark
from krisapp.ui.widgets.rows import Column


class Need(NamedTuple):
    """One thing that needs someone: what, why, and where it is dealt with (view and item)."""

    key: str
    title: str
    detail: str
    mark: Mark
    view: str
    item: str


def _title(row: Need) -> str:
    return row.title


def _detail(row: Need) -> str:
    return row.detail


def _mark(row: Need) -> Mark:
    return row.mark


COLUMNS = (Column[Need](N_("Kräver åtgärd"), _title, mark=_mark, detail=_detail),)


def need_key(row: Need) -> str:
    """Return what names a row."""
    return row.key

"""A row that is put into words when it is seen (rad): a list may have a thousand, and fifteen are in sight."""

from collections.abc import Callable
from functools import cached_property

from krisapp.domain.words import N_
from krisapp.ui.views.questions.listed import Listed
from krisapp.ui.widgets.marks import Mark
from krisapp.ui.widgets.rows import Column


class SeenRow:
    """A row by the id of what it shows. `stands_on` is all that its words depend on; `say` puts it into words.

    Two are alike when they stand on the same, so that nobody has to be put into words to see what has changed.
    """

    def __init__(self, id: str, stands_on: tuple[object, ...], say: Callable[[], Listed]) -> None:
        self.id = id
        self._stands_on, self._say = stands_on, say

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SeenRow) and (self.id, self._stands_on) == (other.id, other._stands_on)

    def __hash__(self) -> int:
        return hash(self.id)

    @cached_property
    def said(self) -> Listed:
        """Return it in words."""
        return self._say()


def row_key(row: SeenRow) -> str:
    """Return what names a row."""
    return row.id


def _title(row: SeenRow) -> str:
    return row.said.title


def _detail(row: SeenRow) -> str:
    return row.said.detail


def _note(row: SeenRow) -> str:
    return row.said.note


def _mark(row: SeenRow) -> Mark:
    return row.said.mark


COLUMNS = (Column[SeenRow](N_("Uppdrag och beslut"), _title, mark=_mark, detail=_detail, note=_note),)

"""What a publication would change, a row a page (sidor): new, changed or taken away, by the name people know it by."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from krisapp.documents.site.folder import Changes
from krisapp.documents.site.pages import LANGUAGES, MENU
from krisapp.documents.site.told import Told
from krisapp.domain.words import N_, _
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.rows import Column

NEW = Mark(N_("Ny"), Tone.GOOD, Shape.DOT)
CHANGED = Mark(N_("Ändras"), Tone.INFO, Shape.HALF)
GONE = Mark(N_("Tas bort"), Tone.WAIT, Shape.CROSS)

_FEED = "feed.xml"


class Row(NamedTuple):
    """A page that a publication touches."""

    path: str
    name: str
    mark: Mark


def rows_of(told: Told, changes: Changes, title_of: Callable[[str], str]) -> tuple[Row, ...]:
    """Return the pages a publication touches, the start page first; `title_of` names a message."""
    names = {path: name for path, name, _language in (*MENU, LANGUAGES)}
    names[_FEED] = _("Flöde för den som prenumererar")
    for item in told.items:
        names[item.path] = _("{title}, nr {number}").format(title=title_of(item.id), number=item.number)

    def rows() -> Iterator[Row]:
        for paths, mark in ((changes.new, NEW), (changes.changed, CHANGED), (changes.gone, GONE)):
            for path in paths:
                name = names.get(path) or _("Äldre sida: {path}").format(path=path)
                yield Row(path, name, mark._replace(word=_(mark.word)))

    order = {path: at for at, path in enumerate(names)}
    return tuple(sorted(rows(), key=lambda row: order.get(row.path, len(order))))


def row_key(row: Row) -> str:
    """Return what names a row."""
    return row.path


def _name(row: Row) -> str:
    return row.name


def _mark_word(row: Row) -> str:
    del row
    return ""


def _mark(row: Row) -> Mark:
    return row.mark


def _path(row: Row) -> str:
    return row.path


COLUMNS = (
    Column[Row](N_("Sida"), _name, stretch=True),
    Column[Row](N_("Vid publicering"), _mark_word, mark=_mark),
    Column[Row](N_("Fil"), _path),
)

"""How the situation picture is told in its list (lägesbildens lista): groups as headings, lines, what has changed."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from krisapp.documents.minutes import SECRET
from krisapp.domain.picture import GROUPS, Change, Part
from krisapp.domain.picture_lines import Said
from krisapp.domain.words import N_, _, ngettext
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.lead.said_rows import mark_of, origin_of
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.rows import Column

ALL, CHANGED = "", "changed"
"""What may be shown beside one basis: everything, and what has changed since the picture before."""


class PictureRow(NamedTuple):
    """A row: a line of the picture, or the heading of a group, which opens nowhere."""

    key: str
    title: str
    detail: str
    mark: Mark | None
    line: Said | None


def picture_rows(parts: Sequence[Part], basis: str, *, internal: bool) -> list[PictureRow]:
    """Return the lines that rest on a basis, or all, group by group."""
    found: dict[str, PictureRow] = {}
    for part in parts:
        lines = [line for line in part.lines if basis in (ALL, line.basis)]
        if not lines:
            continue
        count = ngettext("{count} rad", "{count} rader", len(lines)).format(count=len(lines))
        name = _(GROUPS[part.group].name) if part.group in GROUPS else part.group
        found[part.group] = PictureRow(part.group, name.upper(), count, None, None)
        for line in lines:
            hidden = bool(line.ground) and not internal
            words = _(SECRET).format(ground=line.ground) if hidden else line.text
            key = f"{part.group} {line.key}"
            found[key] = PictureRow(key, words, "" if hidden else origin_of(line), mark_of(line), line)
    return list(found.values())


def change_rows(changes: Iterable[Change], *, internal: bool) -> list[PictureRow]:
    """Return what has changed since the picture before."""
    rows = []
    for number, change in enumerate(changes):
        line = change.after or change.before
        if line is None:
            continue
        word, tone, shape = (
            (_("borta"), Tone.NEUTRAL, Shape.DASH)
            if change.after is None
            else (_("nytt"), Tone.INFO, Shape.DIAMOND)
            if change.before is None
            else (_("ändrat"), Tone.WAIT, Shape.HALF)
        )
        secret = next((one.ground for one in change if one and one.ground), "") if not internal else ""
        words = _(SECRET).format(ground=secret) if secret else line.text
        before = change.before if change.after and not secret else None
        detail = (
            _("Tidigare: {words}").format(words=before.text) if before and before.text != line.text else line.origin
        )
        mark = Mark(word, tone, shape)
        rows.append(PictureRow(f"change {number}", words, "" if secret else detail, mark, change.after))
    return rows


def row_key(row: PictureRow) -> str:
    """Return what names a row."""
    return row.key


def _title(row: PictureRow) -> str:
    return row.title


def _detail(row: PictureRow) -> str:
    return row.detail


def _mark(row: PictureRow) -> Mark | None:
    return row.mark


COLUMNS = (Column[PictureRow](N_("Lägesbild"), _title, mark=_mark, detail=_detail),)

"""How the situation picture is told in its list (lägesbildens lista): groups as headings, lines, what has changed."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from krisapp.documents.picture_text import said
from krisapp.domain.leading.picture.picture import GROUPS, Change, Part
from krisapp.domain.leading.picture.picture_lines import Said
from krisapp.domain.records.redaction import Redaction
from krisapp.domain.words import N_, _, ngettext
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.lead.picture.said_rows import mark_of, origin_of
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


def picture_rows(parts: Sequence[Part], basis: str, redaction: Redaction | None) -> list[PictureRow]:
    """Return the lines that rest on a basis, or all, group by group; with a redaction nothing secret in them."""
    found: dict[str, PictureRow] = {}
    for part in parts:
        lines = [line for line in part.lines if basis in (ALL, line.basis)]
        if not lines:
            continue
        count = ngettext("{count} rad", "{count} rader", len(lines)).format(count=len(lines))
        name = _(GROUPS[part.group].name) if part.group in GROUPS else part.group
        found[part.group] = PictureRow(part.group, name.upper(), count, None, None)
        for line in lines:
            key = f"{part.group} {line.key}"
            detail = "" if redaction and line.ground else origin_of(line)
            detail = redaction.text(detail) if redaction else detail
            found[key] = PictureRow(key, said(line, redaction), detail, mark_of(line), line)
    return list(found.values())


def change_rows(changes: Iterable[Change], redaction: Redaction | None) -> list[PictureRow]:
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
        ground = next((one.ground for one in change if one and one.ground), "")
        if redaction and ground:
            words, detail = redaction.covered(ground), ""
        else:
            words, before = said(line, redaction), change.before
            other = change.after is not None and before is not None and before.text != line.text
            detail = _("Tidigare: {words}").format(words=said(before, redaction)) if other and before else line.origin
        mark = Mark(word, tone, shape)
        rows.append(PictureRow(f"change {number}", words, detail, mark, change.after))
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

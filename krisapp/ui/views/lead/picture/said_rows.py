"""How a line of the situation picture is told in a list (lägesbildens rader): words, origin and basis."""

from krisapp.domain.leading.picture.picture_lines import BASIS_NAMES, Basis, Said
from krisapp.domain.words import N_, _
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.rows import Column

_SIGNS = {
    Basis.KNOWN: (Tone.GOOD, Shape.CHECK),
    Basis.UNKNOWN: (Tone.WAIT, Shape.RING),
    Basis.ASSUMED: (Tone.INFO, Shape.HALF),
}


def basis_mark(basis: Basis) -> Mark:
    """Return what a line rests on."""
    return Mark(_(BASIS_NAMES[basis]), *_SIGNS[basis])


def said_key(row: Said) -> str:
    """Return what names a row."""
    return row.key


def _text(row: Said) -> str:
    return row.text


def origin_of(row: Said) -> str:
    """Return where a line comes from, and by which ground it is secret."""
    secret = _("sekretess enligt {ground}").format(ground=row.ground) if row.ground else ""
    return " · ".join(part for part in (row.origin, secret) if part)


def mark_of(row: Said) -> Mark:
    """Return whether a line is secret, else what it rests on."""
    if row.ground:
        return Mark(_("sekretess"), Tone.ALARM, Shape.SQUARE)
    return basis_mark(row.basis)


def _doubt(row: Said) -> Mark | None:
    return None if row.basis is Basis.KNOWN and not row.ground else mark_of(row)


SUPPORT = (Column[Said](N_("Uppgift"), _text, mark=_doubt, detail=origin_of),)
"""Beside a point of a meeting only what is not plainly known is marked: it leaves the words more room."""

"""A poster at a place as a row (anslag på plats): in which order, where, what hangs, who goes there."""

from typing import NamedTuple

from krisapp.domain.goals import Goal
from krisapp.domain.incident import Incident
from krisapp.domain.posting import Hangs, Posting
from krisapp.domain.words import N_, _, ngettext
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.widgets.clock import at
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.rows import Column

_LOOKS = {
    Hangs.OLD: (N_("ska bytas"), Tone.ALARM, Shape.TRIANGLE),
    Hangs.NOTHING: (N_("ska upp"), Tone.WAIT, Shape.RING),
    Hangs.COMING: (N_("på väg"), Tone.INFO, Shape.HALF),
    Hangs.NEWEST: (N_("hänger"), Tone.GOOD, Shape.CHECK),
    Hangs.DOWN: (N_("nedtaget"), Tone.NEUTRAL, Shape.DASH),
}


class Row(NamedTuple):
    """A place in words, with what it is about."""

    posting: Posting
    number: int
    where: str
    about: str
    hangs: str
    who: str
    mark: Mark


def rows_of(incident: Incident, found: tuple[Posting, ...], newest: int) -> list[Row]:
    """Return the places in the order to go round."""
    return [_row(incident, one, at, newest) for at, one in enumerate(found, 1)]


def _row(incident: Incident, one: Posting, number: int, newest: int) -> Row:
    copies = ngettext("{count} exemplar", "{count} exemplar", one.copies).format(count=one.copies)
    about = [copies, _("under tak") if one.sheltered else "", one.key, one.contact]
    return Row(
        one,
        number,
        one.where,
        ", ".join(part for part in about if part),
        _hangs(one, newest),
        incident.name_of(one.carrier) or one.responsible or _("ingen utsedd"),
        _mark(one),
    )


def _hangs(one: Posting, newest: int) -> str:
    if one.there is None:
        return _("inget hänger, nr {newest} ska upp").format(newest=newest)
    moved = one.there.moved
    since = at(one.there.at.astimezone(moved.at.tzinfo)) if one.there.at and moved else ""
    if one.how is Hangs.OLD and one.there.number < newest:
        words = _("nr {number} hänger, nr {newest} ska upp")
    elif one.how is Hangs.OLD:
        words = _("nr {number} hänger och gäller inte")
    else:
        words = _("nr {number} hänger sedan kl. {time}")
    return words.format(number=one.there.number, newest=newest, time=since)


def _mark(one: Posting) -> Mark:
    words, tone, shape = _LOOKS[one.how]
    return Mark(_(words), tone, shape)


def _number(row: Row) -> str:
    return str(row.number)


def _where(row: Row) -> str:
    return row.where


def _about(row: Row) -> str:
    return row.about


def _what(row: Row) -> str:
    return row.hangs


def _who(row: Row) -> str:
    return row.who


def _state(row: Row) -> Mark:
    return row.mark


def _nothing(_row: Row) -> str:
    return ""


def row_key(row: Row) -> Goal:
    """Return which place a row is about."""
    return row.posting.goal


COLUMNS = (
    Column[Row](N_("Nr"), _number, right=True),
    Column[Row](N_("Plats"), _where, detail=_about, stretch=True),
    Column[Row](N_("Vad som hänger"), _what, stretch=True),
    Column[Row](N_("Vem"), _who),
    Column[Row](N_("Status"), _nothing, mark=_state),
)

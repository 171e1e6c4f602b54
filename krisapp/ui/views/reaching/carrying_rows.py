"""A dispatch as a row (utbärning): what, where, who, how far it has come, and whether it has to be replaced."""

from datetime import datetime
from typing import NamedTuple

from krisapp.domain.dispatch import (
    STATE_NAMES,
    WAY_NAMES,
    Dispatch,
    State,
    Way,
    where_in_words,
)
from krisapp.domain.incident import Incident
from krisapp.domain.replacing import HOW_NAMES, remaining
from krisapp.domain.words import N_, _
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.widgets.clock import at
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.rows import Column

_LOOKS = {
    State.PLANNED: (Tone.WAIT, Shape.RING),
    State.UNDER_WAY: (Tone.INFO, Shape.HALF),
    State.DONE: (Tone.GOOD, Shape.CHECK),
    State.FAILED: (Tone.ALARM, Shape.CROSS),
}


class Row(NamedTuple):
    """A dispatch in words."""

    id: str
    where: str
    what: str
    who: str
    mark: Mark


def rows_of(incident: Incident) -> list[Row]:
    """Return what has to be replaced, then what is on its way, then the rest; the newest first in each."""
    wrong = {left.dispatch for left in remaining(incident)}
    ranked: list[tuple[int, Row]] = []
    for one in incident.dispatches.values():
        out = incident.message(one.message).out
        old = out is not None and out.number > one.number
        rank = 0 if one.id in wrong else 1 if one.open else 3 if old else 2
        ranked.append((rank, _row(incident, one, wrong=one.id in wrong, old=old)))
    ranked.reverse()
    return [row for _rank, row in sorted(ranked, key=lambda pair: pair[0])]


def _row(incident: Incident, one: Dispatch, *, wrong: bool, old: bool) -> Row:
    way = WAY_NAMES.get(Way(one.way)) if one.way in set(Way) else None
    what = _("{message}, nr {number}, {way}").format(
        message=incident.title_of(one.message), number=one.number, way=_(way) if way else one.way
    )
    return Row(one.id, where_in_words(one), what, _who(incident, one), _mark_of(incident, one, wrong=wrong, old=old))


def _mark_of(incident: Incident, one: Dispatch, *, wrong: bool, old: bool) -> Mark:
    ticked = incident.replacing.confirmed.get((one.message, one.number, one.id))
    if wrong:
        return Mark(_("ska bytas"), Tone.ALARM, Shape.TRIANGLE)
    if ticked is not None:
        return Mark(_(HOW_NAMES[ticked.how]), Tone.NEUTRAL, Shape.DASH)
    if old and one.open:
        return Mark(_("gammal text"), Tone.ALARM, Shape.TRIANGLE)
    if old and one.state is State.DONE:
        return Mark(_("utbytt"), Tone.NEUTRAL, Shape.DASH)
    return Mark(_(STATE_NAMES[one.state]), *_LOOKS[one.state])


def _who(incident: Incident, one: Dispatch) -> str:
    carrier = incident.name_of(one.carrier) if one.carrier else _("ingen utsedd")
    if one.state is State.FAILED:
        return f"{carrier}: {one.reason}"
    if one.at is not None and one.moved is not None:
        proof = ", ".join(part for part in (one.receiver, one.proof, _("bild") if one.photo else "") if part)
        return ", ".join(part for part in (carrier, _time(one.at, one.moved.at), proof) if part)
    return carrier


def _time(moment: datetime, told: datetime) -> str:
    return _("kl. {time}").format(time=at(moment.astimezone(told.tzinfo)))


def _where(row: Row) -> str:
    return row.where


def _what(row: Row) -> str:
    return row.what


def _carrier(row: Row) -> str:
    return row.who


def _mark(row: Row) -> Mark:
    return row.mark


def _nothing(_row: Row) -> str:
    return ""


def row_key(row: Row) -> str:
    """Return the id of a row's dispatch."""
    return row.id


COLUMNS = (
    Column[Row](N_("Vart och vad"), _where, detail=_what, stretch=True),
    Column[Row](N_("Vem och bevis"), _carrier, stretch=True),
    Column[Row](N_("Status"), _nothing, mark=_mark),
)

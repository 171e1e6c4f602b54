"""A sending and a recipient as rows (utskick, mottagare): what, to whom, which way, and how far it has come."""

from datetime import datetime
from typing import NamedTuple

from krisapp.domain.incident import Incident
from krisapp.domain.sending.recipients import name_for
from krisapp.domain.sending.requesting import unclear
from krisapp.domain.sending.sendings import STATE_NAMES, One, Sending, State
from krisapp.domain.sending.ways import WAY_NAMES
from krisapp.domain.words import N_, _
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.reaching.outbox.outbox_run import Courier
from krisapp.ui.widgets.clock import at
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.rows import Column

_LOOKS = {
    State.WAITING: (Tone.WAIT, Shape.RING),
    State.POSTPONED: (Tone.WAIT, Shape.CLOCK),
    State.OPEN: (Tone.ALARM, Shape.DIAMOND),
    State.UNKNOWN: (Tone.ALARM, Shape.DIAMOND),
    State.SENT: (Tone.GOOD, Shape.CHECK),
    State.REFUSED: (Tone.ALARM, Shape.CROSS),
    State.GIVEN_UP: (Tone.NEUTRAL, Shape.DASH),
}


class Row(NamedTuple):
    """A sending in words."""

    id: str
    title: str
    to: str
    way: str
    through: str
    mark: Mark


class Who(NamedTuple):
    """A recipient in words."""

    at: int
    name: str
    words: str
    mark: Mark


def rows_of(incident: Incident, sendings: tuple[Sending, ...], courier: Courier, now: datetime) -> list[Row]:
    """Return what is unclear first, then what waits, then the rest; the newest first in each."""
    ranked = [(_rank(one), _row(incident, one, courier, now)) for one in sendings]
    return [row for _rank_, row in sorted(ranked, key=lambda pair: pair[0])]


def who_of(incident: Incident, sending: Sending, courier: Courier) -> list[Who]:
    """Return the recipients of a sending in the order of the request."""
    request = sending.request
    if request is None:
        return []
    running = courier.running == sending.id
    found = []
    for place, one in enumerate(sending.states()):
        going = running and one.state is State.OPEN
        name, address = _name(incident, sending, place), request.recipients[place].address
        words = _said(One() if going else one, address if address != name else "")
        found.append(Who(place, name, words, _mark(one, going=going)))
    return found


def _name(incident: Incident, sending: Sending, place: int) -> str:
    assert sending.request is not None
    one = sending.request.recipients[place]
    if not one.address and not one.person:
        return sending.request.through
    return name_for(incident.plan, one)


def _said(one: One, address: str) -> str:
    time = at(one.stamp.at) if one.stamp else ""
    return ", ".join(part for part in (time, one.words, address) if part)


def _mark(one: One, *, going: bool) -> Mark:
    if going:
        return Mark(_("skickas nu"), Tone.INFO, Shape.HALF)
    if one.state in (State.OPEN, State.UNKNOWN):
        return Mark(_("oklart"), *_LOOKS[one.state])
    return Mark(_(STATE_NAMES[one.state]), *_LOOKS[one.state])


def _rank(sending: Sending) -> int:
    if unclear(sending):
        return 0
    return 2 if sending.over else 1


def _row(incident: Incident, sending: Sending, courier: Courier, now: datetime) -> Row:
    request = sending.request
    assert request is not None
    title = _("{message}, nr {number}").format(message=incident.title_of(request.message), number=request.number)
    counts = sending.counts()
    to = _("{to}: {sent} av {count} skickade").format(
        to=request.to, sent=counts.get(State.SENT, 0), count=len(request.recipients)
    )
    return Row(sending.id, title, to, _(WAY_NAMES[request.way]), request.through, _whole(sending, counts, courier, now))


def _whole(sending: Sending, counts: dict[State, int], courier: Courier, now: datetime) -> Mark:
    """Return how a whole sending stands: what a person has to do about it first."""
    if courier.running == sending.id:
        return Mark(_("skickas nu"), Tone.INFO, Shape.HALF)
    if unclear(sending):
        return Mark(_("oklart om det gick i väg"), Tone.ALARM, Shape.DIAMOND)
    again = courier.again_at(sending.id)
    if again is not None:
        return Mark(_("försöks igen {time}").format(time=at(again.astimezone(now.tzinfo))), Tone.WAIT, Shape.CLOCK)
    if sending.id in courier.waiting:
        return Mark(_("står på tur"), Tone.WAIT, Shape.RING)
    if counts.get(State.WAITING) or counts.get(State.POSTPONED):
        return Mark(_("väntar på dig"), Tone.WAIT, Shape.TRIANGLE)
    if counts.get(State.REFUSED):
        return Mark(_("nekades"), Tone.ALARM, Shape.CROSS)
    state = State.SENT if counts.get(State.SENT) else State.GIVEN_UP
    return Mark(_(STATE_NAMES[state]), *_LOOKS[state])


def row_key(row: Row) -> str:
    """Return the id of a row's sending."""
    return row.id


def who_key(row: Who) -> int:
    """Return the place of a recipient."""
    return row.at


def _title(row: Row) -> str:
    return row.title


def _to(row: Row) -> str:
    return row.to


def _way(row: Row) -> str:
    return row.way


def _through(row: Row) -> str:
    return row.through


def _row_mark(row: Row) -> Mark:
    return row.mark


def _who_name(row: Who) -> str:
    return row.name


def _who_words(row: Who) -> str:
    return row.words


def _who_mark(row: Who) -> Mark:
    return row.mark


def _nothing(_row: object) -> str:
    return ""


COLUMNS = (
    Column[Row](N_("Text och mottagare"), _title, detail=_to, stretch=True),
    Column[Row](N_("Väg"), _way, detail=_through),
    Column[Row](N_("Läge"), _nothing, mark=_row_mark),
)
WHO = (Column[Who](N_("Mottagare"), _who_name, mark=_who_mark, detail=_who_words),)

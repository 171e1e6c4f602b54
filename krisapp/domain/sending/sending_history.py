"""What happens to a sending (utskickets händelser): asked for, begun, answered, judged by a person, given up."""

from typing import TYPE_CHECKING

from krisapp.domain import dispatch
from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.log import Kind
from krisapp.domain.sending.recipients import Recipient
from krisapp.domain.sending.sendings import Outcome, Sending, Sendings, State
from krisapp.domain.sending.ways import WAY_NAMES, Way
from krisapp.domain.words import N_, Later, _

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident


@event("sending.requested")
class Requested(Event, frozen=True):
    """A person asked that a released text be sent, to these and no others.

    `number` and `sha256` say which text, `through` the server or folder as the person saw it, `to` for whom in words,
    and `subject` the line above a mail.
    """

    message: str
    number: int
    sha256: str
    way: Way
    through: str
    to: str
    recipients: tuple[Recipient, ...]
    subject: str = ""

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Put it in the outbox and in the dispatch register."""
        sending = incident.part(Sendings).of(stamp.id)
        if sending.request is not None:
            return
        sending.request, sending.stamp = self, stamp
        incident.dispatches[stamp.id] = dispatch.Dispatch(
            stamp.id, self.message, self.number, dispatch.Way.NET, "", self.to, "", stamp.person, stamp
        )
        _note(incident, sending, stamp, N_("{message}, nr {number}: ska skickas till {to} ({count}) med {way}."))
        _follow(incident, sending, stamp)


@event("sending.begun")
class Begun(Event, frozen=True):
    """An attempt begins. It is on disk before anything leaves; without an answer nobody knows what came of it."""

    sending: str
    recipients: tuple[int, ...]

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Remember the attempt."""
        incident.part(Sendings).of(self.sending).begun.setdefault(stamp.id, (self, stamp))


@event("sending.answered")
class Answered(Event, frozen=True):
    """What came of an attempt, recipient by recipient."""

    sending: str
    attempt: str
    outcomes: tuple[Outcome, ...]

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Remember the answers; the last of them is logged for all."""
        sending = incident.part(Sendings).of(self.sending)
        sending.answers.setdefault(stamp.id, (self, stamp))
        if sending.over:
            _note(
                incident, sending, stamp, N_("{message}, nr {number}, till {to} med {way}: {sent} av {count} skickade.")
            )
        _follow(incident, sending, stamp)


@event("sending.settled")
class Settled(Event, frozen=True):
    """A person judged what nobody knows: whether these attempts went, and how that is known."""

    sending: str
    attempts: tuple[str, ...]
    recipients: tuple[int, ...]
    sent: bool
    note: str = ""

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Remember the judgement and log it."""
        sending = incident.part(Sendings).of(self.sending)
        sending.settled.setdefault(stamp.id, (self, stamp))
        sentence = (
            N_("{message}, nr {number}, till {to}: bedömt som skickat för {judged}. {note}")
            if self.sent
            else N_("{message}, nr {number}, till {to}: bedömt som inte skickat för {judged}. {note}")
        )
        _note(incident, sending, stamp, sentence, judged=str(len(self.recipients)), note=self.note)
        _follow(incident, sending, stamp)


@event("sending.given_up")
class GivenUp(Event, frozen=True):
    """A person decided that what has not gone is not to go."""

    sending: str
    reason: str = ""

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Remember it and log it."""
        sending = incident.part(Sendings).of(self.sending)
        sending.given_up.setdefault(stamp.id, (self, stamp))
        sentence = N_("{message}, nr {number}, till {to}: avbrutet efter {sent} av {count}. {reason}")
        _note(incident, sending, stamp, sentence, reason=self.reason)
        _follow(incident, sending, stamp)


def _note(incident: "Incident", sending: Sending, stamp: Stamp, sentence: str, **values: str) -> None:
    request = sending.request
    if request is None:
        return
    incident.note(
        stamp,
        Kind.OUTGOING,
        sentence,
        message=Later(lambda: incident.title_of(request.message)),
        number=str(request.number),
        to=request.to,
        way=Later(lambda: _(WAY_NAMES[request.way])),
        sent=str(sending.counts().get(State.SENT, 0)),
        count=str(len(request.recipients)),
        **values,
    )


def _follow(incident: "Incident", sending: Sending, stamp: Stamp) -> None:
    """Let the dispatch register say what the outbox knows, without anyone typing it again (row CN8)."""
    found = incident.dispatches.get(sending.id)
    counts = sending.counts()
    if found is None or found.state is dispatch.State.DONE or not counts:
        return
    total, sent = sum(counts.values()), counts.get(State.SENT, 0)
    if sending.over and sent:
        found.state, found.moved, found.at, found.reason = dispatch.State.DONE, stamp, stamp.at, ""
        found.receiver = f"{sent}/{total}"
    elif sending.over:
        found.state, found.moved = dispatch.State.FAILED, stamp
        found.reason = next((one.words for one in sending.states() if one.words), "")
    elif sending.begun:
        found.state, found.moved = dispatch.State.UNDER_WAY, stamp

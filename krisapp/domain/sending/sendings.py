"""Where a sending stands (läge): what has come of each recipient, from all that has been begun, answered and judged.

It is found from what is known, in whatever order it came to be known. Of two truths the careful one holds: what may
have gone is unclear until a person has judged it, and what went has gone.
"""

from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.events import Stamp
from krisapp.domain.words import N_

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident
    from krisapp.domain.sending.sending_history import Answered, Begun, GivenUp, Requested, Settled


class Result(StrEnum):
    """What an attempt came to, for one recipient.

    `REFUSED` and `POSTPONED` surely did not go; the first for a reason that does not pass by itself. `UNKNOWN` may
    have gone.
    """

    SENT = "sent"
    REFUSED = "refused"
    POSTPONED = "postponed"
    UNKNOWN = "unknown"


class Outcome(msgspec.Struct, frozen=True, omit_defaults=True):
    """What came of the recipient at a place of the request. `words` are the server's own, `reference` its receipt."""

    at: int
    result: Result
    words: str = ""
    reference: str = ""


class State(StrEnum):
    """Where one recipient stands. `OPEN` has been begun and not answered: under way now, or unclear since a crash."""

    WAITING = "waiting"
    POSTPONED = "postponed"
    OPEN = "open"
    UNKNOWN = "unknown"
    SENT = "sent"
    REFUSED = "refused"
    GIVEN_UP = "given_up"


STATE_NAMES = {
    State.WAITING: N_("väntar"),
    State.POSTPONED: N_("gick inte än"),
    State.OPEN: N_("oklart om det gick i väg"),
    State.UNKNOWN: N_("oklart om det gick i väg"),
    State.SENT: N_("skickat"),
    State.REFUSED: N_("nekades"),
    State.GIVEN_UP: N_("avbrutet"),
}

UNCLEAR = frozenset({State.OPEN, State.UNKNOWN})
UNSENT = frozenset({State.WAITING, State.POSTPONED, State.REFUSED})
"""States in which it surely has not gone, and so may be tried."""
ENDED = frozenset({State.SENT, State.REFUSED, State.GIVEN_UP})


class One(msgspec.Struct, frozen=True):
    """One recipient's state, with the server's words and who wrote it down when."""

    state: State = State.WAITING
    words: str = ""
    stamp: Stamp | None = None


_STATES = {
    Result.SENT: State.SENT,
    Result.REFUSED: State.REFUSED,
    Result.POSTPONED: State.POSTPONED,
    Result.UNKNOWN: State.UNKNOWN,
}


class Sending(msgspec.Struct):
    """One request and all that became of it, each entry by its id. `request` is missing until it has been read."""

    id: str
    request: "Requested | None" = None
    stamp: Stamp | None = None
    begun: "dict[str, tuple[Begun, Stamp]]" = msgspec.field(default_factory=dict)
    answers: "dict[str, tuple[Answered, Stamp]]" = msgspec.field(default_factory=dict)
    settled: "dict[str, tuple[Settled, Stamp]]" = msgspec.field(default_factory=dict)
    given_up: "dict[str, tuple[GivenUp, Stamp]]" = msgspec.field(default_factory=dict)

    _known: tuple[tuple[int, ...], tuple[One, ...]] = ((), ())

    def states(self) -> tuple[One, ...]:
        """Return where each recipient stands, in the order of the request."""
        if self.request is None:
            return ()
        # Entries are only ever added, so as many as before are the same as before.
        entries = (len(self.begun), len(self.answers), len(self.settled), len(self.given_up))
        if self._known[0] != entries:
            self._known = entries, self._found()
        return self._known[1]

    def _found(self) -> tuple[One, ...]:
        assert self.request is not None
        found = [One() for _one in self.request.recipients]
        answers = self._answers()
        judged = self._judged()
        for begun, stamp in sorted(self.begun.values(), key=lambda pair: _order(pair[1])):
            for at in begun.recipients:
                if at < len(found):
                    answered = answers.get((stamp.id, at)) or One(State.OPEN, "", stamp)
                    went = answered.state is State.SENT
                    one = answered if went else judged.get((stamp.id, at), answered)
                    found[at] = _heavier(found[at], one)
        if self.given_up:
            _event, stamp = min(self.given_up.values(), key=lambda pair: _order(pair[1]))
            found = [One(State.GIVEN_UP, one.words, stamp) if one.state in UNSENT else one for one in found]
        return tuple(found)

    def counts(self) -> dict[State, int]:
        """Return how many recipients are in each state; those with none are left out."""
        counts: dict[State, int] = {}
        for one in self.states():
            counts[one.state] = counts.get(one.state, 0) + 1
        return counts

    @property
    def over(self) -> bool:
        """Return whether nothing is left to do or to judge."""
        return self.request is not None and all(one.state in ENDED for one in self.states())

    def _answers(self) -> dict[tuple[str, int], One]:
        found: dict[tuple[str, int], One] = {}
        for answered, stamp in sorted(self.answers.values(), key=lambda pair: _order(pair[1])):
            for outcome in answered.outcomes:
                key = (answered.attempt, outcome.at)
                found[key] = _heavier(found.get(key, One()), One(_STATES[outcome.result], outcome.words, stamp))
        return found

    def _judged(self) -> dict[tuple[str, int], One]:
        found: dict[tuple[str, int], One] = {}
        for settled, stamp in sorted(self.settled.values(), key=lambda pair: _order(pair[1])):
            state = State.SENT if settled.sent else State.WAITING
            for attempt in settled.attempts:
                found.update({(attempt, at): One(state, settled.note, stamp) for at in settled.recipients})
        return found


class Sendings(msgspec.Struct):
    """All sendings of an incident (utkorgen), by the entry that asked for each."""

    by_id: dict[str, Sending] = msgspec.field(default_factory=dict)

    def of(self, id: str) -> Sending:
        """Return a sending, made when first spoken of."""
        if id not in self.by_id:
            self.by_id[id] = Sending(id)
        return self.by_id[id]

    @property
    def asked(self) -> tuple[Sending, ...]:
        """Return those whose request is known, the newest first."""
        known = [one for one in self.by_id.values() if one.request is not None and one.stamp is not None]
        return tuple(sorted(known, key=lambda one: _order(one.stamp), reverse=True))


def waiting(incident: "Incident") -> int:
    """Return how many sendings a person has to do something about: what waits, was refused or is unclear."""
    return sum(not one.over or State.REFUSED in one.counts() for one in incident.part(Sendings).asked)


def _heavier(old: One, new: One) -> One:
    """Return which of two attempts tells: what went has gone, what is unclear stays so, else the later one."""
    if old.state is State.SENT or (old.state in UNCLEAR and new.state is not State.SENT):
        return old
    return new


def _order(stamp: Stamp | None) -> tuple[int, str, int]:
    return (stamp.tick, stamp.stream, stamp.seq) if stamp else (0, "", 0)

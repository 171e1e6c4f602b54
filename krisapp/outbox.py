"""The outbox (utkorgen): puts journal and delivery together, one attempt at a time.

An attempt is written down before anything leaves and its answer after. `begin` writes and returns an `Attempt`, whose
`work` touches neither journal nor desk and may run in another thread; `answer` writes what it came to. What was begun
and never answered, after a crash, is found in the journal and is never tried again by itself.
"""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from krisapp.delivery.dispatching import deliver
from krisapp.desk import Desk
from krisapp.domain.sending.outgoing import Outgoing, clear
from krisapp.domain.sending.requesting import answer, begin
from krisapp.domain.sending.retrying import pause
from krisapp.domain.sending.sendings import Outcome, Result, Sending, Sendings, State
from krisapp.domain.sending.ways import Way, WaysOut, set_up
from krisapp.domain.words import N_, Refused

Recipients = tuple[int, ...]


class Attempt(NamedTuple):
    """One attempt that stands in the journal. `work` makes it, from plain values."""

    sending: str
    id: str
    recipients: Recipients
    work: Callable[[], tuple[Outcome, ...]]


class Round(NamedTuple):
    """How far a sending has come since a person said send: those left to try, those to try again, and how often.

    `again` are those for whom trouble was said to pass; `tries` counts whole rounds, from 1.
    """

    left: Recipients
    again: Recipients = ()
    tries: int = 1


class Outbox:
    """The sendings of an open incident and the ways they take."""

    def __init__(self, desk: Desk, ways: WaysOut) -> None:
        self.desk = desk
        self.ways = ways

    def sending(self, id: str) -> Sending:
        """Return one sending. Raises `Refused` when there is none."""
        found = self.desk.incident.part(Sendings).by_id.get(id)
        if found is None or found.request is None:
            raise Refused(N_("Utskicket finns inte."))
        return found

    def first_round(self, id: str, *, refused: bool = False) -> Round:
        """Return whom to try now that a person has said send: those who wait and, if asked, those who were refused."""
        wanted = {State.WAITING, State.POSTPONED, *((State.REFUSED,) if refused else ())}
        return Round(tuple(at for at, one in enumerate(self.sending(id).states()) if one.state in wanted))

    def begin(self, id: str, ready: Round, secret: str) -> tuple[Attempt | None, Round]:
        """Write down the next attempt of a round and return it with what is left after it, or None at its end.

        Raises `Refused` by the rules, and for a way that is not set up as it was asked for; then nothing is written.
        """
        request = self.sending(id).request
        assert request is not None
        batch, left = ready.left[: self._most(request.way)], ready.left[self._most(request.way) :]
        if not batch:
            return None, ready
        set_up(self.ways, request.way)
        if self.ways.through(request.way) != request.through:
            raise Refused(
                N_("Vägen går nu genom en annan server än när utskicket begärdes. Avbryt och begär ett nytt.")
            )
        (stamp,) = self.desk.do(begin(self.desk.incident, id, batch))
        outgoing = clear(self.desk.incident, id, stamp.id)
        work = _work(outgoing, request.way, self.ways, secret, self.desk.now())
        return Attempt(id, stamp.id, batch, work), ready._replace(left=left)

    def answer(self, attempt: Attempt, outcomes: tuple[Outcome, ...], ready: Round) -> Round:
        """Write down what an attempt came to and return the round with those to try again."""
        self.desk.do(answer(self.desk.incident, attempt.sending, attempt.id, outcomes))
        again = tuple(one.at for one in outcomes if one.result is Result.POSTPONED)
        return ready._replace(again=(*ready.again, *again))

    def fail(self, attempt: Attempt, error: Exception, ready: Round) -> Round:
        """Write down that an attempt ended in an error: a `Refused` stopped it before the net, any other who knows."""
        result = Result.REFUSED if isinstance(error, Refused) else Result.UNKNOWN
        return self.answer(attempt, tuple(Outcome(at, result, str(error)) for at in attempt.recipients), ready)

    @staticmethod
    def next_round(ready: Round) -> tuple[float, Round] | None:
        """Return in how many seconds a finished round is tried again, and the round, or None when a person decides."""
        wait = pause(ready.tries)
        if not ready.again or wait is None:
            return None
        return wait.total_seconds(), Round(ready.again, (), ready.tries + 1)

    def _most(self, way: Way) -> int:
        """Return how many each attempt takes: text messages one by one, so that a crash leaves one in doubt."""
        return max(self.ways.email.most, 1) if way is Way.EMAIL else 1


def _work(outgoing: Outgoing, way: Way, ways: WaysOut, secret: str, now: datetime) -> Callable[[], tuple[Outcome, ...]]:
    return lambda: deliver(outgoing, way, ways, secret, now)

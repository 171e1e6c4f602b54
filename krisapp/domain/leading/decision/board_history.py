"""What happens to the krisledningsnämnd (nämndens händelser): in function, takes over, is tried, returns, ends."""

from datetime import datetime
from typing import TYPE_CHECKING

from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.leading.decision.crisis_board import CrisisBoard, Grounds, Told
from krisapp.domain.leading.decision.decision_history import log_decision
from krisapp.domain.leading.decision.decisions import Decisions, Formulation, Sort
from krisapp.domain.log import Kind
from krisapp.domain.words import N_, Later

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident


@event("board.activated")
class BoardActivated(Event, frozen=True):
    """The krisledningsnämnd enters into function, by its chair: the decision sheet and the grounds of the law."""

    number: int
    words: Formulation
    grounds: Grounds
    alone: bool = False

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Put it in function and log the decision, once."""
        term = incident.part(CrisisBoard).term(stamp.id)
        term.since, term.chair = self.words.decided_at, self.words.decider
        term.grounds, term.alone = self.grounds, self.alone
        _tell_sheet(incident, stamp)
        _decided(incident, stamp, self.number, self.words)


@event("board.took_over")
class BoardTookOver(Event, frozen=True):
    """The board took over tasks of another board."""

    term: str
    number: int
    words: Formulation
    board: str
    tasks: str

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Note it and log the decision, once."""
        one = incident.part(CrisisBoard).takeover(stamp.id)
        one.term, one.board, one.tasks = self.term, self.board, self.tasks
        _decided(incident, stamp, self.number, self.words, within=self.term)


@event("board.told")
class BoardTold(Event, frozen=True):
    """The board whose tasks were taken over was told."""

    takeover: str
    at: datetime
    whom: str

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return what was said of it before."""
        return incident.part(CrisisBoard).takeover(self.takeover).told.heads

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set it and log it."""
        one = incident.part(CrisisBoard).takeover(self.takeover)
        one.told.set(Told(self.at, self.whom), stamp)
        incident.note(
            stamp,
            Kind.COOPERATION,
            N_("{board} underrättad kl. {time} om uppgifterna som tagits över: {whom}."),
            board=one.board,
            time=f"{self.at:%H.%M}",
            whom=self.whom,
        )


@event("board.returned")
class BoardReturned(Event, frozen=True):
    """Tasks went back to the board they were taken over from (återlämnande)."""

    takeover: str
    at: datetime
    decided_by: str

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return what was said of it before."""
        return incident.part(CrisisBoard).takeover(self.takeover).returned.heads

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Give them back and log it."""
        one = incident.part(CrisisBoard).takeover(self.takeover)
        one.returned.set(self.at, stamp)
        incident.part(Decisions).decision(self.takeover).lapsed.set(self.at, stamp)
        incident.note(
            stamp,
            Kind.DECISION,
            N_("Återlämnat till {board} av {by}: {tasks}"),
            board=one.board,
            by=Later(lambda: incident.name_of(self.decided_by)),  # a journal is read before its plan
            tasks=one.tasks,
        )


@event("board.reviewed")
class BoardReviewed(Event, frozen=True):
    """It was tried whether the board is still needed, and it is."""

    term: str
    at: datetime
    reason: str

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Note it and log it."""
        incident.part(CrisisBoard).term(self.term).reviews.append((self.at, self.reason, stamp))
        incident.note(stamp, Kind.DECISION, N_("Krisledningsnämnden behövs fortfarande: {reason}"), reason=self.reason)


@event("board.ended")
class BoardEnded(Event, frozen=True):
    """The board is no longer in function, by its chair or by the council; what it still held goes back with it."""

    term: str
    number: int
    words: Formulation

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the end that was said before."""
        return incident.part(CrisisBoard).term(self.term).ended.heads

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """End it and log the decision."""
        incident.part(CrisisBoard).term(self.term).ended.set(self.words.decided_at, stamp)
        _tell_sheet(incident, stamp)
        _decided(incident, stamp, self.number, self.words, ends=self.term)


def _tell_sheet(incident: "Incident", stamp: Stamp) -> None:
    """Let the fact sheet say since when it is in function, for the texts that tell it; never two things at once."""
    current = incident.part(CrisisBoard).current
    register = incident.register("board_since")
    register.drop(register.heads)
    register.set(current.since if current else None, stamp)
    incident.version += 1


def _decided(
    incident: "Incident", stamp: Stamp, number: int, words: Formulation, *, ends: str = "", within: str = ""
) -> None:
    """Number it among the decisions: `ends` is the one it revokes, `within` the one without which it does not hold."""
    decisions = incident.part(Decisions)
    one = decisions.add(stamp, number, words, Sort.BOARD, ends, revokes=bool(ends), within=within)
    if one is not None:
        log_decision(incident, one, N_("Beslut {number} av {who}: {text}"))

"""Putting the krisledningsnämnd in function and out of it (aktivera och avveckla nämnden), and why not (LEH, 3.4)."""

from datetime import datetime
from typing import TYPE_CHECKING

from krisapp.domain.delegation import BOARD_ROLE
from krisapp.domain.leading.decision.board_history import (
    BoardActivated,
    BoardEnded,
    BoardReturned,
    BoardReviewed,
    BoardTold,
    BoardTookOver,
)
from krisapp.domain.leading.decision.crisis_board import CrisisBoard, Grounds, Takeover, Term
from krisapp.domain.leading.decision.deciding import sound
from krisapp.domain.leading.decision.decisions import COUNCIL, Formulation, next_number
from krisapp.domain.words import N_, Refused

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

LAW = "LEH-namnd"
"""The row of the plan's laws that lets the board enter into function: the law is data and may change (chapter 11)."""


def law(incident: "Incident") -> str:
    """Return the law as the plan has it; nothing when the plan has no such row."""
    rows = incident.plan.laws if incident.plan else ()
    return next((f"{row.name} ({row.reference})" for row in rows if row.id == LAW), "")


def activate(
    incident: "Incident", chair: str, at: datetime, grounds: Grounds, now: datetime, *, alone: bool, basis: str = ""
) -> BoardActivated:
    """Put the board in function (träda i funktion).

    Raises `Refused` while it is, for nobody, for a time ahead, and when one of the three tests of the law has no words:
    an audit criticised that the ground was not documented (handbook 3.4).
    """
    if incident.part(CrisisBoard).current is not None:
        raise Refused(N_("Krisledningsnämnden är redan i funktion."))
    if not all(part.strip() for part in (grounds.departs, grounds.disturbs, grounds.prompt)):
        raise Refused(N_("Skriv skälen för alla tre leden i lagen. De ska gå att läsa efteråt."))
    grounds = Grounds(grounds.departs.strip(), grounds.disturbs.strip(), grounds.prompt.strip())
    words = Formulation(
        "Krisledningsnämnden träder i funktion.",
        at,
        chair,
        BOARD_ROLE,
        background=basis.strip(),
        law=law(incident),
    )
    return BoardActivated(next_number(incident), sound(incident, words, now), grounds, alone)


def take_over(incident: "Incident", board: str, tasks: str, at: datetime, decider: str, now: datetime) -> BoardTookOver:
    """Take over tasks of a board (ta över). Raises `Refused` while not in function, or without board or tasks."""
    term = _in_function(incident)
    board, tasks = " ".join(board.split()), tasks.strip()
    if not board or not tasks:
        raise Refused(N_("Skriv vilken nämnd uppgifterna tas över från, och vilka uppgifter det är."))
    _within(term, at)
    text = f"Krisledningsnämnden tar över från {board}: {tasks.rstrip('.')}."
    words = Formulation(text, at, decider, BOARD_ROLE, law=law(incident))
    return BoardTookOver(term.id, next_number(incident), sound(incident, words, now), board, tasks)


def tell_board(incident: "Incident", takeover: str, at: datetime, whom: str, now: datetime) -> BoardTold:
    """Say that a board was told what was taken from it (underrätta). Raises `Refused` for nobody or a time ahead."""
    one = _taken(incident, takeover)
    if not whom.strip():
        raise Refused(N_("Skriv vem i {board} som är underrättad."), board=one.board)
    _not_ahead(at, now)
    return BoardTold(takeover, at, whom.strip())


def give_back(incident: "Incident", takeover: str, at: datetime, decided_by: str, now: datetime) -> BoardReturned:
    """Hand tasks back to their board (återlämna). Raises `Refused` when they are back, for nobody, or a time ahead."""
    one = _taken(incident, takeover)
    if incident.part(CrisisBoard).returned_at(one) is not None:
        raise Refused(N_("Uppgifterna är redan återlämnade till {board}."), board=one.board)
    if not decided_by.strip():
        raise Refused(N_("Ange vem som har beslutat."))
    _not_ahead(at, now)
    return BoardReturned(takeover, at, decided_by.strip())


def keep_on(incident: "Incident", reason: str, now: datetime) -> BoardReviewed:
    """Say that the board is still needed (pröva). Raises `Refused` while not in function, or without a reason."""
    term = _in_function(incident)
    if not reason.strip():
        raise Refused(N_("Skriv varför nämnden fortfarande behövs."))
    return BoardReviewed(term.id, now, reason.strip())


def end(incident: "Incident", decider: str, at: datetime, reason: str, now: datetime, *, council: bool) -> BoardEnded:
    """Let the board leave its function (avveckla nämnden); what it still holds goes back with the same decision.

    Raises `Refused` while not in function, without a reason, for nobody, and for a time ahead or before it began.
    """
    term = _in_function(incident)
    if not reason.strip():
        raise Refused(N_("Skriv varför nämnden inte längre behövs."))
    _within(term, at)
    board = incident.part(CrisisBoard)
    held = [one for one in board.takeovers(term) if board.returned_at(one) is None]
    back = "".join(f" Uppgifterna återlämnas till {one.board}: {one.tasks}" for one in held)
    decider = decider or (COUNCIL if council else "")
    words = Formulation(
        f"Krisledningsnämnden är inte längre i funktion.{back}",
        at,
        decider,
        "" if council else BOARD_ROLE,
        purpose=reason.strip(),
        law=law(incident),
        report_to="" if council else COUNCIL,
    )
    return BoardEnded(term.id, next_number(incident), sound(incident, words, now))


def _in_function(incident: "Incident") -> Term:
    term = incident.part(CrisisBoard).current
    if term is None:
        raise Refused(N_("Krisledningsnämnden är inte i funktion."))
    return term


def _taken(incident: "Incident", id: str) -> Takeover:
    one = incident.part(CrisisBoard).taken.get(id)
    if one is None or not one.term:
        raise Refused(N_("Nämnden har inte tagit över det."))
    return one


def _within(term: Term, at: datetime) -> None:
    if term.since is not None and at < term.since:
        raise Refused(N_("Nämnden var inte i funktion då. Kontrollera klockslaget."))


def _not_ahead(at: datetime, now: datetime) -> None:
    if at > now:
        raise Refused(N_("Tiden ligger framåt. Kontrollera klockslaget."))

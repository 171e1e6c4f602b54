"""What happens to decisions (beslutens händelser): made, told to the employees, and reported to a board."""

from datetime import date
from typing import TYPE_CHECKING

from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.leading.decision.decisions import Decision, Decisions, Formulation, Report, Sort, Told, decider_of
from krisapp.domain.log import Kind, Line
from krisapp.domain.register import Register
from krisapp.domain.words import N_, Later

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident


@event("decision.made")
class DecisionMade(Event, frozen=True):
    """Somebody decided something. `number` is given when it is made; `changes` names the decision it replaces."""

    number: int
    words: Formulation
    sort: Sort = Sort.ORDINARY
    changes: str = ""
    revokes: bool = False

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Add it and log it, once."""
        decisions = incident.part(Decisions)
        one = decisions.add(stamp, self.number, self.words, self.sort, self.changes, revokes=self.revokes)
        if one is None:
            return
        sentence = N_("Beslut {number} av {who}: {text}")
        if self.changes:
            sentence = (
                N_("Beslut {number} av {who} upphäver beslut {old}: {text}")
                if self.revokes
                else N_("Beslut {number} av {who} ändrar beslut {old}: {text}")
            )
        log_decision(incident, one, sentence, old=Later(lambda: decisions.label(self.changes)))


@event("decision.told")
class StaffTold(Event, frozen=True):
    """The employees a decision affects are told, by the texts or by word of mouth; or that was taken back (P9)."""

    decision: str
    how: Told

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return what was said of it before."""
        return incident.part(Decisions).decision(self.decision).told.heads

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set it and log it."""
        decisions = incident.part(Decisions)
        decisions.decision(self.decision).told.set(self.how, stamp)
        sentence = {
            Told.SHEET: N_("Beslut {number} står i texten till medarbetarna."),
            Told.SPOKEN: N_("De medarbetare som beslut {number} berör är informerade muntligt."),
            Told.NOT: N_("De medarbetare som beslut {number} berör är inte informerade."),
        }[self.how]
        number = Later(lambda: decisions.label(self.decision))
        incident.note(stamp, Kind.COMMUNICATION, sentence, number=number)


@event("decision.reported")
class DecisionsReported(Event, frozen=True):
    """Decisions were reported to a board on a day (anmälan): KL for delegation, LEH for the krisledningsnämnd."""

    decisions: tuple[str, ...]
    to: str
    on: date
    reference: str = ""

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return what was said of them before."""
        kept = incident.part(Decisions)
        return tuple(head for id in self.decisions for head in kept.decision(id).reported.heads)

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set it and log it."""
        kept = incident.part(Decisions)
        for id in self.decisions:
            kept.decision(id).reported.set(Report(self.to, self.on, self.reference), stamp)
        incident.note(
            stamp,
            Kind.DECISION,
            N_("Beslut {numbers} anmält till {to} {day}, {reference}.")
            if self.reference
            else N_("Beslut {numbers} anmält till {to} {day}."),
            numbers=Later(lambda: ", ".join(kept.label(id) for id in self.decisions)),
            to=self.to,
            day=self.on.isoformat(),
            reference=self.reference,
        )


@event("decision.meeting_known")
class MeetingKnown(Event, frozen=True):
    """Somebody said on which day a board meets next, so that what is to be reported there has a last day."""

    board: str
    on: date | None

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the day that was said before."""
        register = incident.part(Decisions).meets.get(self.board)
        return register.heads if register else ()

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set it and log it."""
        incident.part(Decisions).meets.setdefault(self.board, Register()).set(self.on, stamp)
        sentence = N_("{board} sammanträder {day}.") if self.on else N_("{board} har inget känt sammanträde.")
        incident.note(stamp, Kind.DECISION, sentence, board=self.board, day=self.on.isoformat() if self.on else "")


def log_decision(incident: "Incident", one: Decision, sentence: str, /, **values: str | Later) -> None:
    """Log a decision at the time it was made (rule L2); one that is secret stands there with its ground (rule P31)."""
    words, stamp = one.made, one.stamp
    assert stamp is not None, "a decision that was read has a stamp"
    decisions = incident.part(Decisions)
    known: dict[str, str | Later] = {
        "number": Later(lambda: decisions.label(one.id)),
        "who": Later(lambda: decider_of(incident, words)),
        "text": words.text,
    }
    incident.write(
        Line(
            len(incident.log) + 1,
            Kind.DECISION,
            sentence,
            stamp,
            words.decided_at,
            known | values,
            ground=words.ground,
            paper=words.paper,
        )
    )

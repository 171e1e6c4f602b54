"""The level of an incident (nivå N0–N3), raised and lowered by decision, with its history (domain handbook 3.4)."""

from typing import NamedTuple

from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.incident import Incident
from krisapp.domain.log import Kind
from krisapp.domain.words import N_, Later, Refused


class LevelDeciders:
    """Who decided a level, by the entry that set it."""

    def __init__(self) -> None:
        self.by_entry: dict[str, str] = {}


class Step(NamedTuple):
    """A level that was set: when and by whom, and why. Nobody decided the one the incident was started on."""

    level: str
    decided_by: str
    reason: str
    stamp: Stamp


@event("level.set")
class LevelSet(Event, frozen=True):
    """Somebody who may decide set the level (nivå), domain handbook 3.4.

    With a `number` it is a numbered decision among the others; without, it was set before decisions were numbered.
    `name` is what the plan called the level: a journal is read before its plan.
    """

    level: str
    decided_by: str
    reason: str = ""
    number: int = 0
    name: str = ""

    def heads(self, incident: Incident) -> tuple[str, ...]:
        """Return the standing level."""
        return incident.register("level").heads

    def apply(self, incident: Incident, stamp: Stamp) -> None:
        """Set the level and keep its history."""
        deciders = incident.part(LevelDeciders).by_entry
        if stamp.id in deciders or not incident.set_field("level", self.level, stamp):
            return
        incident.version += 1
        incident.levels.append((self.level, self.reason, stamp))
        deciders[stamp.id] = self.decided_by
        called = self._numbered(incident, stamp) if self.number else ""
        incident.note(
            stamp,
            Kind.DECISION,
            N_("Beslut {number}: nivå {level} beslutad av {by}. {reason}")
            if called
            else N_("Nivå {level} beslutad av {by}. {reason}"),
            number=called,
            level=self.level,
            by=self.decided_by,
            reason=self.reason,
        )

    def _numbered(self, incident: Incident, stamp: Stamp) -> Later:
        """Add it to the decisions; return what it is called there."""
        from krisapp.domain.leading.decision.decisions import (  # here: only a journal that numbers needs it
            Decisions,
            Formulation,
            Sort,
        )

        decisions = incident.part(Decisions)
        words = Formulation(f"Nivå {self.level} {self.name}".strip(), stamp.at, self.decided_by, purpose=self.reason)
        decisions.add(stamp, self.number, words, Sort.LEVEL)
        return Later(lambda: decisions.label(stamp.id))


def set_level(incident: Incident, level: str, decided_by: str, reason: str = "") -> LevelSet:
    """Raise or lower the level (ändra nivå). Raises `Refused` if it is the same, or nobody decided."""
    from krisapp.domain.leading.decision.decisions import next_number  # here: as above

    if incident.sheet.level == level and not incident.register("level").contested:
        raise Refused(N_("Händelsen har redan nivå {level}."), level=level)
    if not decided_by:
        raise Refused(N_("Ange vem som har beslutat nivån."))
    rows = incident.plan.levels if incident.plan else ()
    name = next((row.name for row in rows if row.id == level), "")
    return LevelSet(level, decided_by, reason, next_number(incident), name)


def history(incident: Incident) -> list[Step]:
    """Return the levels in the order they were set, the one it was started on first."""
    deciders = incident.part(LevelDeciders).by_entry
    return [Step(level, deciders.get(stamp.id, ""), reason, stamp) for level, reason, stamp in incident.levels]

"""The level of an incident (nivå N0–N3), raised and lowered by decision, with its history (domain handbook 3.4)."""

from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.incident import Incident
from krisapp.domain.log import Kind
from krisapp.domain.words import N_, Refused


@event("level.set")
class LevelSet(Event, frozen=True):
    """Somebody who may decide set the level (nivå), domain handbook 3.4."""

    level: str
    decided_by: str
    reason: str = ""

    def heads(self, incident: Incident) -> tuple[str, ...]:
        """Return the standing level."""
        return incident.register("level").heads

    def apply(self, incident: Incident, stamp: Stamp) -> None:
        """Set the level and keep its history."""
        if incident.set_field("level", self.level, stamp):
            incident.version += 1
            incident.levels.append((self.level, self.reason, stamp))
            incident.note(
                stamp,
                Kind.DECISION,
                N_("Nivå {level} beslutad av {by}. {reason}"),
                level=self.level,
                by=self.decided_by,
                reason=self.reason,
            )


def set_level(incident: Incident, level: str, decided_by: str, reason: str = "") -> LevelSet:
    """Raise or lower the level (ändra nivå). Raises `Refused` if it is the same, or nobody decided."""
    if incident.sheet.level == level:
        raise Refused(N_("Händelsen har redan nivå {level}."), level=level)
    if not decided_by:
        raise Refused(N_("Ange vem som har beslutat nivån."))
    return LevelSet(level, decided_by, reason)

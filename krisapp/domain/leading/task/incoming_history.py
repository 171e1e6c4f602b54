"""What happens to incoming reports (rapporternas händelser), and what is said of the units that are to report."""

from datetime import datetime
from typing import TYPE_CHECKING

from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.leading.task.incoming import (
    MEANS_NAMES,
    RHYTHM,
    STAGE_NAMES,
    Means,
    Outcome,
    Report,
    Reports,
    Stage,
    unit_key,
)
from krisapp.domain.log import Kind
from krisapp.domain.register import Register
from krisapp.domain.words import N_, Later, _

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident


@event("incoming.received")
class ReportReceived(Event, frozen=True):
    """A unit reported: what, when it came and how. `who` told it; `paper` is the number of the form it stood on."""

    unit: str
    text: str
    came_at: datetime
    means: Means = Means.PHONE
    who: str = ""
    verified: bool = False
    paper: str = ""

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Add the report once, remember that the unit has reported, and log it without who told it (rule L6)."""
        reports = incident.part(Reports)
        report = reports.report(stamp.id)
        if report.received is not None:
            return
        report.received, report.stamp = self, stamp
        reports.take_in(report)
        key = unit_key(self.unit)
        reports.latest[key] = max(self.came_at, reports.latest.get(key, self.came_at))
        incident.note(
            stamp,
            Kind.INCOMING,
            N_("Rapport {number} från {unit} ({means}, {time}): {text}"),
            number=str(report.number),
            unit=self.unit,
            means=Later(lambda: _(MEANS_NAMES[self.means])),
            time=f"{self.came_at.astimezone(stamp.at.tzinfo):%H.%M}",
            text=self.text,
        )


@event("incoming.moved")
class ReportMoved(Event, frozen=True):
    """Somebody took a report a step forward, or back with a reason."""

    report: str
    stage: Stage
    reason: str = ""

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the standing step."""
        return incident.part(Reports).report(self.report).moves.heads

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set the step and log it."""
        report = incident.part(Reports).report(self.report)
        report.moves.set(self, stamp)
        incident.note(
            stamp,
            Kind.INCOMING,
            N_("Rapport {number} från {unit}: {stage}. {reason}")
            if self.reason
            else N_("Rapport {number} från {unit}: {stage}."),
            number=_number(report),
            unit=_unit(report),
            stage=Later(lambda: _(STAGE_NAMES[self.stage])),
            reason=self.reason,
        )


@event("incoming.verified")
class ReportVerified(Event, frozen=True):
    """Somebody checked a report, and said how; or took that back."""

    report: str
    verified: bool
    how: str = ""

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the standing check."""
        return incident.part(Reports).report(self.report).checks.heads

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set the check and log it."""
        report = incident.part(Reports).report(self.report)
        report.checks.set(self, stamp)
        sentence = (
            N_("Rapport {number} från {unit} är kontrollerad: {how}")
            if self.verified
            else N_("Rapport {number} från {unit} är inte kontrollerad.")
        )
        incident.note(stamp, Kind.INCOMING, sentence, number=_number(report), unit=_unit(report), how=self.how)


@event("incoming.led_to")
class LedTo(Event, frozen=True):
    """A report led to something: `target` is a fact's id, or the id of the entry that made the rest."""

    report: str
    outcome: Outcome
    target: str

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Link it, once. What was made has its own line in the log."""
        del stamp
        led_to = incident.part(Reports).report(self.report).led_to
        if self not in led_to:
            led_to.append(self)


@event("incoming.unit_set")
class UnitSet(Event, frozen=True):
    """Somebody said that a unit is to report, how often and whom to ask; or that it need not."""

    unit: str
    expected: bool
    minutes: int = RHYTHM
    contact: str = ""

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return what was said of the same unit."""
        register = incident.part(Reports).units.get(self.unit)
        return register.heads if register else ()

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set it and log it."""
        incident.part(Reports).units.setdefault(self.unit, Register()).set(self, stamp)
        sentence = (
            N_("{unit} ska rapportera läget inom {minutes} minuter, gång efter gång.")
            if self.expected
            else N_("{unit} behöver inte rapportera läget längre.")
        )
        incident.note(stamp, Kind.COOPERATION, sentence, unit=self.unit, minutes=str(self.minutes))


@event("incoming.unit_asked")
class UnitAsked(Event, frozen=True):
    """Somebody asked a unit how things are; its time does not begin anew until it has reported."""

    unit: str

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Remember when, and log it."""
        asked, key = incident.part(Reports).asked, unit_key(self.unit)
        asked[key] = max(stamp.at, asked.get(key, stamp.at))
        incident.note(stamp, Kind.OUTGOING, N_("Bad {unit} rapportera läget."), unit=self.unit)


def _number(report: Report) -> Later:
    return Later(lambda: str(report.number or "?"))


def _unit(report: Report) -> Later:
    return Later(lambda: report.received.unit if report.received else "?")

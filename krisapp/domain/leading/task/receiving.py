"""Taking reports in and on (ta emot rapporter), and asking for them: what may be done, and why not (AC8, P54)."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from krisapp.domain.leading.task.incoming import RHYTHM, Means, Outcome, Report, Reports, Stage, units
from krisapp.domain.leading.task.incoming_history import (
    LedTo,
    ReportMoved,
    ReportReceived,
    ReportVerified,
    UnitAsked,
    UnitSet,
)
from krisapp.domain.leading_rows import SHORTEST_RHYTHM
from krisapp.domain.words import N_, Refused

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

LONGEST = 4000
"""Characters of a report."""

LONGEST_RHYTHM = 24 * 60
"""Minutes between two reports of a unit."""


def receive_report(
    incident: "Incident",
    unit: str,
    text: str,
    came_at: datetime,
    now: datetime,
    *,
    means: Means = Means.PHONE,
    who: str = "",
    verified: bool = False,
) -> ReportReceived:
    """Take a report in (ta emot rapport). Raises `Refused` without unit or words, or for a time to come."""
    del incident
    unit, text = " ".join(unit.split()), text.strip()
    if not unit:
        raise Refused(N_("Skriv vilken verksamhet rapporten kommer från."))
    if not text:
        raise Refused(N_("Skriv vad rapporten säger."))
    if len(text) > LONGEST:
        raise Refused(
            N_("Rapporten är {length} tecken lång. Högst {limit} får plats; dela upp den."),
            length=len(text),
            limit=LONGEST,
        )
    if came_at > now + timedelta(minutes=5):
        raise Refused(N_("Tiden ligger framåt. Skriv när rapporten kom."))
    return ReportReceived(unit, text, came_at, means, who.strip(), verified)


def move_report(incident: "Incident", id: str, stage: Stage, reason: str = "") -> ReportMoved:
    """Take a report a step on or back (ta vidare, ta tillbaka).

    Raises `Refused` when it stands there, when it goes back without a reason, or is called done when nothing came of
    it and nobody says what did.
    """
    report, steps = _known(incident, id), list(Stage)
    if report.stage is stage and not report.moves.contested:
        raise Refused(N_("Rapporten är redan där."))
    if steps.index(stage) < steps.index(report.stage) and not reason.strip():
        raise Refused(N_("Skriv varför rapporten tas tillbaka."))
    if stage is Stage.DONE and not report.led_to and not reason.strip():
        raise Refused(N_("Skriv vad rapporten ledde till, eller gör en uppgift, ett uppdrag eller något annat av den."))
    return ReportMoved(id, stage, reason.strip())


def verify_report(incident: "Incident", id: str, how: str, *, verified: bool = True) -> ReportVerified:
    """Say that a report was checked and how (kontrollerad). Raises `Refused` without how, or when it is so already."""
    report = _known(incident, id)
    if report.verified is verified and not report.checks.contested:
        raise Refused(N_("Rapporten är redan markerad så."))
    if verified and not how.strip():
        raise Refused(N_("Skriv hur rapporten är kontrollerad, till exempel ”motringd”."))
    return ReportVerified(id, verified, how.strip())


def lead_to(incident: "Incident", id: str, outcome: Outcome, target: str) -> LedTo:
    """Link a report with what it led to. Raises `Refused` when that is done already."""
    link = LedTo(id, outcome, target)
    if link in _known(incident, id).led_to:
        raise Refused(N_("Det är redan gjort av rapporten."))
    return link


def done_by(incident: "Incident", id: str, outcome: Outcome, target: str) -> tuple[LedTo | ReportMoved, ...]:
    """Link a report with what it led to, and call it done, unless it waits for a decision that this is not."""
    link = lead_to(incident, id, outcome, target)
    stage = _known(incident, id).stage
    ends = stage in (Stage.RECEIVED, Stage.TRIAGE) or (stage is Stage.DECISION and outcome is Outcome.DECISION)
    return (link, ReportMoved(id, Stage.DONE)) if ends else (link,)


def expect_unit(incident: "Incident", unit: str, contact: str = "", minutes: int = RHYTHM) -> UnitSet:
    """Say that a unit is to report, and how often (vänta rapport).

    Raises `Refused` without a name, when nothing is new, or for a time that is too short or too long.
    """
    unit = " ".join(unit.split())
    if not unit:
        raise Refused(N_("Skriv vilken verksamhet som ska rapportera."))
    if not SHORTEST_RHYTHM <= minutes <= LONGEST_RHYTHM:
        raise Refused(N_("En verksamhet rapporterar var 15:e minut som oftast och en gång om dygnet som mest sällan."))
    known = next((one for one in units(incident) if one.name == unit), None)
    if known is not None and (known.minutes, known.contact) == (minutes, contact or known.contact):
        raise Refused(N_("{unit} ska redan rapportera så."), unit=unit)
    return UnitSet(unit, expected=True, minutes=minutes, contact=contact)


def release_unit(incident: "Incident", unit: str) -> UnitSet:
    """Say that a unit need not report any longer. Raises `Refused` when nobody waits for it."""
    if all(one.name != unit for one in units(incident)):
        raise Refused(N_("Ingen väntar på rapport från {unit}."), unit=unit)
    return UnitSet(unit, expected=False)


def ask_unit(incident: "Incident", unit: str) -> UnitAsked:
    """Say that a unit was asked to report (påminn). Raises `Refused` when nobody waits for it."""
    if all(one.name != unit for one in units(incident)):
        raise Refused(N_("Ingen väntar på rapport från {unit}."), unit=unit)
    return UnitAsked(unit)


def _known(incident: "Incident", id: str) -> Report:
    report = incident.part(Reports).by_id.get(id)
    if report is None or report.received is None:
        raise Refused(N_("Rapporten finns inte."))
    return report

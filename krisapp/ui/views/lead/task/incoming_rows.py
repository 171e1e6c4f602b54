"""How incoming reports and the units that report are told (rapporternas ord): a row for each."""

from datetime import datetime, timedelta

from krisapp.domain.incident import Incident
from krisapp.domain.leading.task.incoming import MEANS_NAMES, STAGE_NAMES, Outcome, Report, Stage, Unit, unit_key
from krisapp.domain.leading.task.incoming_history import LedTo
from krisapp.domain.words import _
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.log_words import when
from krisapp.ui.views.questions.listed import Listed
from krisapp.ui.widgets.clock import span
from krisapp.ui.widgets.marks import Mark, Shape

_SIGNS = {
    Stage.RECEIVED: (Tone.INFO, Shape.DOT),
    Stage.TRIAGE: (Tone.WAIT, Shape.HALF),
    Stage.DECISION: (Tone.WAIT, Shape.DIAMOND),
    Stage.DONE: (Tone.GOOD, Shape.CHECK),
}


def report_row(report: Report, incident: Incident, now: datetime) -> Listed:
    """Return a report as a row: what it says, from whom, what it led to, and its step."""
    received = report.received
    assert received is not None, "only received reports are listed"
    parts = [
        received.unit,
        received.who,
        f"{_(MEANS_NAMES[received.means])} {when(received.came_at, now)}",
        _("kontrollerad: {how}").format(how=report.checks.value.how)
        if report.verified and report.checks.value
        else _("kontrollerad")
        if report.verified
        else _("inte kontrollerad"),
        *(outcome_words(one, incident) for one in report.led_to),
        report.reason,
    ]
    detail = " · ".join(part for part in parts if part)
    return Listed(report.id, received.text, detail, str(report.number), stage_mark(report))


def stage_mark(report: Report) -> Mark:
    """Return a report's step."""
    if report.moves.contested:
        return Mark(_("två uppgifter"), Tone.ALARM, Shape.CROSS)
    return Mark(_(STAGE_NAMES[report.stage]), *_SIGNS[report.stage])


def outcome_words(link: LedTo, incident: Incident) -> str:
    """Return what a report led to: "uppgift F3", "uppdrag 4"."""
    if link.outcome is Outcome.FACT:
        return _("uppgift {id}").format(id=link.target)
    if link.outcome is Outcome.RUMOUR:
        return _("rykte {id}").format(id=link.target)
    if link.outcome is Outcome.TASK:
        from krisapp.domain.leading.task.tasks import Tasks  # here: only where a report led to a task

        return _("uppdrag {number}").format(number=incident.part(Tasks).task(link.target).number)
    if link.outcome is Outcome.DECISION:
        from krisapp.domain.leading.decision.decisions import Decisions  # here: as above

        return _("beslut {number}").format(number=incident.part(Decisions).label(link.target))
    return _("fråga") if link.outcome is Outcome.QUESTION else _("bara loggad")


def place_of(link: LedTo, incident: Incident) -> tuple[str, str]:
    """Return where what a report led to is shown: the screen, and the thing in it."""
    rumour = next((one.id for one in incident.rumours.values() if one.heard.fact == link.target), "")
    return {
        Outcome.FACT: ("situation", f"facts.{link.target}"),
        Outcome.TASK: ("lead", f"tasks:{link.target}"),
        Outcome.DECISION: ("lead", f"decisions:{link.target}"),
        Outcome.RUMOUR: ("questions", rumour),
        Outcome.QUESTION: ("questions", link.target),
        Outcome.LOG: ("log", link.target),
    }[link.outcome]


def unit_row(unit: Unit, incident: Incident, now: datetime) -> Listed:
    """Return a unit as a row: when it last reported, when it was asked, whom to ask, and whether it is silent."""
    quiet, left = span(now - unit.since), span(unit.due - now + timedelta(seconds=59))
    parts = [
        _("senast {time}").format(time=when(unit.last, now)) if unit.last else _("har inte rapporterat"),
        _("tyst i {span}").format(span=quiet) if unit.silent(now) else _("väntas om {span}").format(span=left),
        _("tillfrågad {time}").format(time=when(unit.asked, now))
        if unit.asked and (unit.last is None or unit.asked > unit.last)
        else "",
        contact_words(unit, incident),
    ]
    return Listed(unit_key(unit.name), unit.name, " · ".join(part for part in parts if part), "", unit_mark(unit, now))


def unit_mark(unit: Unit, now: datetime) -> Mark:
    """Return whether a unit has reported in its time, or is silent (rule P54)."""
    if unit.silent(now):
        return Mark(_("tyst"), Tone.WAIT, Shape.TRIANGLE)
    return Mark(_("i tid"), Tone.GOOD, Shape.CHECK) if unit.last else Mark(_("väntas"), Tone.NEUTRAL, Shape.CLOCK)


def contact_words(unit: Unit, incident: Incident) -> str:
    """Return whom to ask, with a number to call."""
    person = incident.plan.person(unit.contact) if incident.plan and unit.contact else None
    if person is None:
        return unit.contact
    return ", ".join(part for part in (person.name, person.mobile or person.phone) if part)

"""How a line of the log is told (loggpostens ord): in its row, in full beneath, and on the clipboard."""

from collections.abc import Iterable
from datetime import datetime

from krisapp.channels.exercise_marks import FULL
from krisapp.domain.events import KINDS
from krisapp.domain.facts import STATUS_NAMES, Status
from krisapp.domain.incident import Incident
from krisapp.domain.log import KIND_NAMES, Line
from krisapp.domain.months import MONTHS
from krisapp.domain.words import _
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.widgets.clock import at
from krisapp.ui.widgets.marks import Mark, Shape

_STATUS_MARKS = {
    Status.CONFIRMED: (Tone.GOOD, Shape.CHECK),
    Status.UNCONFIRMED: (Tone.WAIT, Shape.HALF),
    Status.RUMOUR: (Tone.WAIT, Shape.RING),
    Status.REFUTED: (Tone.ALARM, Shape.CROSS),
    Status.OUTDATED: (Tone.NEUTRAL, Shape.DASH),
}


def when(moment: datetime, now: datetime) -> str:
    """Return a time of day, with the date when it was another day: "14.10", "11/6 14.10"."""
    moment = moment.astimezone(now.tzinfo)
    if moment.date() == now.date():
        return at(moment)
    return f"{moment.day}/{moment.month} {at(moment)}"


def told_at(moment: datetime, now: datetime) -> str:
    """Return a time as a sentence says it: "kl. 14.10", with the date when it is another day: "11 juni kl. 14.10"."""
    moment = moment.astimezone(now.tzinfo)
    time = _("kl. {time}").format(time=at(moment))
    if moment.date() == now.date():
        return time
    return _("{day} {month} {time}").format(day=moment.day, month=_(MONTHS[moment.month - 1]), time=time)


def entered(line: Line, now: datetime) -> str:
    """Return when a line was entered, if that was long after it happened (rule L2), and from which paper."""
    if line.paper:
        return _("från papper nr {number}").format(number=line.paper)
    return _("inskrivet {time}").format(time=when(line.stamp.at, now)) if line.late else ""


def mark_of(line: Line) -> Mark | None:
    """Return what to know of a line before reading it: struck, secret, how far confirmed, or that it came late."""
    if line.struck is not None:
        return Mark(_("struken"), Tone.NEUTRAL, Shape.CROSS)
    if line.ground:
        return Mark(_("sekretess"), Tone.ALARM, Shape.SQUARE)
    if line.status is not None:
        tone, shape = _STATUS_MARKS[line.status]
        return Mark(_(STATUS_NAMES[line.status]).lower(), tone, shape)
    if line.arrived is not None:
        return Mark(_("kom sent"), Tone.WAIT, Shape.CLOCK)
    return None


def origin(line: Line, incident: Incident) -> str:
    """Return when a line came, if it came late from another console, and its role and source."""
    came = _("kom sent, {time}").format(time=at(line.arrived)) if line.arrived else ""
    return ", ".join(part for part in (came, acted_as(line, incident), line.source) if part)


def acted_as(line: Line, incident: Incident) -> str:
    """Return in which role a line was written: the one it names, else what its writer was on duty as then."""
    if line.role or "duty.taken" not in KINDS:  # no journal of this run says who is on duty
        return line.role
    from krisapp.domain.leading.staff.staffing import acting_as

    return acting_as(incident, line.stamp.person, line.stamp.at)


def about(line: Line, incident: Incident, now: datetime) -> str:
    """Return everything about a line but its text, as one sentence after another."""
    name, role = incident.name_of(line.stamp.person), acted_as(line, incident)
    parts = [
        _("Post {number}, {kind}.").format(number=line.label, kind=_(KIND_NAMES[line.kind]).lower()),
        _("Hände {time}.").format(time=when(line.happened, now)),
        _("Inskrivet {time} av {name}.").format(time=when(line.stamp.at, now), name=name),
        _("Kom sent från en annan konsol, {time}.").format(time=when(line.arrived, now)) if line.arrived else "",
        _("Från papper nr {number}.").format(number=line.paper) if line.paper else "",
        _("Roll: {role}.").format(role=role) if role else "",
        _("Källa: {source}.").format(source=line.source) if line.source else "",
        _("Uppgiften är {status}.").format(status=_(STATUS_NAMES[line.status]).lower()) if line.status else "",
        _("Sekretess enligt {ground}.").format(ground=line.ground) if line.ground else "",
    ]
    if line.struck is not None:
        struck = _("Struken {time} av {name}: {reason}")
        parts.append(
            struck.format(
                time=when(line.struck.at, now), name=incident.name_of(line.struck.person), reason=line.struck_reason
            )
        )
    return " ".join(part for part in parts if part)


def spoken(line: Line, incident: Incident, now: datetime) -> str:
    """Return a line as a screen reader says it."""
    return f"{line.text} {about(line, incident, now)}"


def copied(lines: Iterable[Line], incident: Incident) -> str:
    """Return lines for the clipboard, one a row; what is secret is left out (rule L8), an exercise is marked (P62)."""
    rows = []
    for line in lines:
        secret = _("uppgift borttagen, sekretess enligt {ground}").format(ground=line.ground)
        text = secret if line.ground else " ".join(line.text.split())
        if line.struck is not None:
            text = _("[struken: {reason}] {text}").format(reason=line.struck_reason, text=text)
        moment = f"{line.happened:%Y-%m-%d} {at(line.happened)}"
        kind = _(KIND_NAMES[line.kind])
        rows.append("\t".join((line.label, moment, kind, text, incident.name_of(line.stamp.person))))
    return "\n".join([FULL, *rows, FULL] if incident.exercise else rows)

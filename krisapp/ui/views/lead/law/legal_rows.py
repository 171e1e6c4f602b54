"""How the clocks of law are told (lagens klockor): a row for each, and what stands in the head of the window."""

from datetime import datetime, timedelta

from krisapp.domain.incident import Incident
from krisapp.domain.leading.law.legal_clocks import Asked, Clock, Outcome, Urgency
from krisapp.domain.plan import Plan
from krisapp.domain.words import _
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.log_words import when
from krisapp.ui.views.questions.listed import Listed
from krisapp.ui.widgets.clock import span
from krisapp.ui.widgets.marks import Mark, Shape

_SIGNS = {
    Urgency.LATE: (Tone.ALARM, Shape.TRIANGLE),
    Urgency.SOON: (Tone.WAIT, Shape.CLOCK),
    Urgency.AHEAD: (Tone.INFO, Shape.CLOCK),
    Urgency.UNTIMED: (Tone.INFO, Shape.RING),
}


def asked_key(asked: Asked) -> str:
    """Return what names a question among the rows."""
    return f"? {asked.trigger}"


def asked_row(asked: Asked, now: datetime) -> Listed:
    """Return a question as a row, with what a yes starts and how long that would be."""
    dues = ((rule, rule.due(asked.since)) for rule in asked.rules)
    parts = [
        _("{name} senast {time}").format(name=rule.name, time=when(due, now)) for rule, due in dues if due is not None
    ]
    detail = _("Ja startar: {clocks}.").format(clocks=", ".join(parts))
    return Listed(asked_key(asked), asked.question, detail, "", Mark(_("svara"), Tone.WAIT, Shape.DIAMOND))


def clock_row(clock: Clock, incident: Incident, plan: Plan, now: datetime) -> Listed:
    """Return a clock as a row: what to do, to whom, who sees to it, by what law and when."""
    role = plan.role(clock.rule.role)
    runs = clock.outcome is Outcome.RUNS
    if runs:
        first = _("senast {time}").format(time=when(clock.due, now)) if clock.due else _("dagen är inte satt")
    else:
        time = when(clock.settled, now) if clock.settled else ""
        first = _("{time} av {name}").format(time=time, name=incident.name_of(clock.by.person)) if clock.by else time
    parts = [
        first,
        _("till {name}").format(name=clock.rule.to) if clock.rule.to else "",
        role.name if role else clock.rule.role,
        clock.law,
        _("började {time}").format(time=when(clock.began, now)),
        clock.rule.what if runs else clock.reason,
    ]
    return Listed(clock.key, clock.name, " · ".join(part for part in parts if part), "", clock_mark(clock, now))


def clock_mark(clock: Clock, now: datetime) -> Mark:
    """Return how a clock stands: what is left, how late it is, or what became of it."""
    if clock.contested:
        return Mark(_("två uppgifter"), Tone.ALARM, Shape.CROSS)
    if clock.outcome is Outcome.DONE:
        return Mark(_("klar"), Tone.GOOD, Shape.CHECK)
    if clock.outcome is Outcome.NOT_APPLICABLE:
        return Mark(_("gäller inte"), Tone.NEUTRAL, Shape.DASH)
    urgency = clock.urgency(now)
    if clock.due is None:
        return Mark(_("sätt dagen"), *_SIGNS[urgency])
    if urgency is Urgency.LATE:
        return Mark(_("{span} sent").format(span=span(now - clock.due)), *_SIGNS[urgency])
    return Mark(_("om {span}").format(span=span(clock.due - now + timedelta(seconds=59))), *_SIGNS[urgency])

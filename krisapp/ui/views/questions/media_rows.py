"""How media enquiries are told in their list (mediefrågor)."""

from datetime import datetime

from krisapp.domain.answering.enquiries import Enquiry, Urgency, in_order
from krisapp.domain.incident import Incident
from krisapp.domain.words import _
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.log_words import when
from krisapp.ui.views.questions.listed import Listed
from krisapp.ui.widgets.clock import countdown, span
from krisapp.ui.widgets.marks import Mark, Shape

_SIGNS = {
    Urgency.WAITING: (Tone.NEUTRAL, Shape.CLOCK),
    Urgency.SOON: (Tone.WAIT, Shape.HALF),
    Urgency.LATE: (Tone.ALARM, Shape.TRIANGLE),
    Urgency.ANSWERED: (Tone.GOOD, Shape.CHECK),
    Urgency.WITHDRAWN: (Tone.NEUTRAL, Shape.CROSS),
}


def media_rows(incident: Incident, now: datetime) -> list[Listed]:
    """Return the enquiries as rows, those that wait longest on top."""
    return [
        Listed(one.id, one.asked.question, _detail(one, now), str(one.number), enquiry_mark(one, now))
        for one in in_order(incident, now)
    ]


def enquiry_mark(enquiry: Enquiry, now: datetime) -> Mark:
    """Return how an enquiry stands: how long is left to its deadline or it has waited, or that it is answered."""
    urgency = enquiry.urgency(now)
    words = {Urgency.ANSWERED: _("besvarad"), Urgency.WITHDRAWN: _("avskriven")}
    if urgency in words:
        word = words[urgency]
    elif enquiry.asked.deadline is not None:
        word = countdown(now, enquiry.asked.deadline).word
    else:
        word = _("väntat {span}").format(span=span(enquiry.waited(now)))
    return Mark(word, *_SIGNS[urgency])


def _detail(enquiry: Enquiry, now: datetime) -> str:
    asked = enquiry.asked
    parts = [
        asked.medium,
        asked.who,
        _("svar senast {time}").format(time=when(asked.deadline, now)) if asked.deadline else "",
        _("politisk, {role} svarar").format(role=enquiry.handler) if enquiry.is_political else "",
    ]
    return " · ".join(part for part in parts if part)

"""How media enquiries are told in their list (mediefrågor)."""

from datetime import datetime

from krisapp.domain.answering.enquiries import Enquiry, Urgency, in_order, outlived_reply
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
    """Return the enquiries as rows: those that wait longest on top, then those told what no longer holds."""

    def settled(one: Enquiry) -> bool:
        return one.urgency(now) in (Urgency.ANSWERED, Urgency.WITHDRAWN) and not outlived_reply(incident, one)

    return [
        Listed(one.id, one.asked.question, _detail(one, now), str(one.number), enquiry_mark(incident, one, now))
        for one in sorted(in_order(incident, now), key=settled)
    ]


def enquiry_mark(incident: Incident, enquiry: Enquiry, now: datetime) -> Mark:
    """Return how an enquiry stands: how long is left or it has waited, if it is answered, or no longer rightly."""
    if outlived_reply(incident, enquiry):
        return Mark(_("svaret gäller inte"), Tone.ALARM, Shape.TRIANGLE)
    urgency = enquiry.urgency(now)
    words = {Urgency.ANSWERED: _("besvarad"), Urgency.WITHDRAWN: _("avskriven")}
    if urgency in words:
        word = words[urgency]
    elif enquiry.asked.deadline is not None:
        word = countdown(now, enquiry.asked.deadline).word
    else:
        word = _("väntat {span}").format(span=span(enquiry.waited(now)))
    return Mark(word, *_SIGNS[urgency])


def outlived_words(incident: Incident, enquiry: Enquiry) -> str:
    """Return in sentences what the latest answer said that no longer holds, and what to do; or nothing."""
    told = []
    for words, right in outlived_reply(incident, enquiry):
        if right:
            told.append(_("Svaret sade ”{words}”. I läget står nu ”{right}”.").format(words=words, right=right))
        else:
            told.append(_("Svaret sade ”{words}”. Det står inte längre i läget.").format(words=words))
    if told:
        told.append(_("Ring {medium} och spara ett nytt svar.").format(medium=enquiry.asked.medium))
    return " ".join(told)


def _detail(enquiry: Enquiry, now: datetime) -> str:
    asked = enquiry.asked
    parts = [
        asked.medium,
        asked.who,
        _("svar senast {time}").format(time=when(asked.deadline, now)) if asked.deadline else "",
        _("politisk, {role} svarar").format(role=enquiry.handler) if enquiry.is_political else "",
    ]
    return " · ".join(part for part in parts if part)

"""What meetings need from someone now (mötenas behov): the next one, and that it should have begun (row AC7)."""

from datetime import datetime, timedelta

from krisapp.domain.incident import Incident
from krisapp.domain.leading.meeting.meetings import next_meeting, overdue
from krisapp.domain.words import _
from krisapp.store.agendas import agendas
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.log_words import told_at
from krisapp.ui.views.need import Need
from krisapp.ui.widgets.clock import span
from krisapp.ui.widgets.marks import Mark, Shape

NEAR = timedelta(minutes=15)
"""How long before a meeting its row asks for attention: time to gather and to fix the picture."""


def meeting_needs(incident: Incident, now: datetime) -> list[Need]:
    """Return one row for the meeting that comes next, or should have begun."""
    coming = next_meeting(incident)
    if coming is None:
        return []
    name = next((one.name for one in agendas(incident.plan) if one.id == coming.agenda), _("Möte"))
    time = told_at(coming.at, now)
    if overdue(incident, now) is not None:
        title = _("{name} skulle ha börjat {time}").format(name=name, time=time)
        detail = _("Börja mötet, eller flytta det.")
        mark = Mark(_("{span} sen").format(span=span(now - coming.at)), Tone.ALARM, Shape.TRIANGLE)
    else:
        title = _("{name} {time}").format(name=name, time=time)
        detail = _("Nästa möte.")
        ahead = coming.at - now
        near = ahead <= NEAR
        mark = Mark(_("om {span}").format(span=span(ahead)), Tone.WAIT if near else Tone.INFO, Shape.CLOCK)
    return [Need("meeting", title, detail, mark, "lead", "meetings:next")]

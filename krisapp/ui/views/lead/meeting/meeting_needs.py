"""What meetings need from someone now (mötenas behov): one whose time has passed without it beginning (row AC7)."""

from datetime import datetime

from krisapp.domain.incident import Incident
from krisapp.domain.leading.meeting.meetings import overdue
from krisapp.domain.words import _
from krisapp.store.agendas import agendas
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.log_words import when
from krisapp.ui.views.need import Need
from krisapp.ui.widgets.clock import span
from krisapp.ui.widgets.marks import Mark, Shape


def meeting_needs(incident: Incident, now: datetime) -> list[Need]:
    """Return one row for the meeting that should have begun."""
    late = overdue(incident, now)
    if late is None:
        return []
    name = next((one.name for one in agendas() if one.id == late.agenda), _("Möte"))
    title = _("{name} skulle ha börjat kl. {time}").format(name=name, time=when(late.at, now))
    mark = Mark(_("{span} sen").format(span=span(now - late.at)), Tone.ALARM, Shape.TRIANGLE)
    return [Need("meeting", title, _("Börja mötet, eller flytta det."), mark, "lead", "meetings:next")]

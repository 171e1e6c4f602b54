"""Holding a meeting (hålla möte): what may be done in it, and why not. What it is lies in `meetings`."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from krisapp.domain.leading.meeting.agendas import Agenda, Point
from krisapp.domain.leading.meeting.meeting_history import (
    Attended,
    BornHere,
    Closed,
    NextPlanned,
    Noted,
    Opened,
    PointAdded,
    PointDropped,
    Reopened,
    Turned,
)
from krisapp.domain.leading.meeting.meetings import Born, Meeting, Meetings, next_meeting, ongoing
from krisapp.domain.leading.staff.staffing import Staffing
from krisapp.domain.words import N_, Refused

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

NEXT_IN = timedelta(hours=2)
"""How long after a meeting the next one is offered, unless people say otherwise (K07)."""

LONGEST_NOTE = 4000
"""Characters at one point."""


def expected(incident: "Incident", sitting: str) -> tuple[str, ...]:
    """Return who is taken to be at a meeting that begins: those on duty, and the one who sits at the desk."""
    on_duty = (spell.person for spell in incident.part(Staffing).running())
    return tuple(dict.fromkeys(one for one in (*on_duty, sitting) if one))


def suggested(incident: "Incident") -> str:
    """Return the id of the agenda to offer: the planned one, first a start meeting, then briefings."""
    planned = next_meeting(incident)
    if planned and planned.agenda:
        return planned.agenda
    return "briefing" if incident.part(Meetings).held() else "start"


def next_time(now: datetime) -> datetime:
    """Return when the next meeting is offered: two hours ahead, on a whole quarter."""
    due = (now + NEXT_IN).replace(second=0, microsecond=0)
    return due + timedelta(minutes=-due.minute % 15)


def open_meeting(incident: "Incident", agenda: Agenda, present: tuple[str, ...], place: str = "") -> Opened:
    """Begin a meeting (börja möte). Raises `Refused` while one by the same agenda goes on."""
    if any(one.opened and one.opened.agenda == agenda.id for one in ongoing(incident)):
        raise Refused(N_("Ett möte av samma slag pågår redan. Avsluta det först."))
    return Opened(agenda.id, agenda.name, agenda.minutes, agenda.points, present, place.strip())


def attend(incident: "Incident", meeting: str, person: str, *, present: bool) -> Attended:
    """Say that somebody is there or not (närvaro). Raises `Refused` for nobody, when it is said, or after the end."""
    going_on(incident, meeting)
    person = " ".join(person.split())
    if not person:
        raise Refused(N_("Skriv vem som är med, gärna funktion och organisation."))
    if (person in incident.part(Meetings).meeting(meeting).present) == present:
        raise Refused(N_("Det är redan antecknat."))
    return Attended(meeting, person, present)


def add_point(incident: "Incident", meeting: str, text: str, after: str, minutes: int = 0) -> PointAdded:
    """Add a point (lägg till punkt). Raises `Refused` without words or after the end."""
    going_on(incident, meeting)
    if not text.strip():
        raise Refused(N_("Skriv vad punkten handlar om."))
    return PointAdded(meeting, text.strip(), after, minutes)


def drop_point(incident: "Incident", meeting: str, point: str) -> PointDropped:
    """Take a point away (ta bort punkt). Raises `Refused` for a locked one (rule P51), one with notes, or the last."""
    current = going_on(incident, meeting)
    wanted = _point(current, point)
    if wanted.locked:
        raise Refused(N_("Punkten {text} är låst: kommunikation är en del av varje möte (P51)."), text=wanted.text)
    if current.note(point).strip():
        raise Refused(N_("Punkten har anteckningar och kan inte tas bort."))
    return PointDropped(meeting, point)


def turn(incident: "Incident", meeting: str, point: str) -> Turned:
    """Go on to a point (byt punkt). Raises `Refused` after the end or when it is dealt with already."""
    current = going_on(incident, meeting)
    if _point(current, point).id == current.current:
        raise Refused(N_("Mötet är redan på den punkten."))
    return Turned(meeting, point)


def point_after(meeting: Meeting) -> str:
    """Return the id of the point after the one dealt with now, or nothing after the last."""
    ids = [point.id for point in meeting.points]
    at = ids.index(meeting.current) + 1 if meeting.current in ids else 0
    return ids[at] if at < len(ids) else ""


def note(incident: "Incident", meeting: str, point: str, text: str, sees: tuple[str, ...] | None = None) -> Noted:
    """Write what was said at a point (anteckna); `sees` are the entries that stood there when the typing began.

    Raises `Refused` when nothing is new, too long, or after the end.
    """
    current = going_on(incident, meeting)
    _point(current, point)
    text = text.strip()
    register = current.notes.get(point)
    standing = register.heads if register else ()
    # What has gone meanwhile was replaced by somebody, and is replaced no more.
    seen = None if sees is None or sees == standing else sees
    if text == current.note(point) and seen is None and not (register and register.contested):
        raise Refused(N_("Inget är ändrat."))
    if len(text) > LONGEST_NOTE:
        raise Refused(
            N_("Anteckningen är {length} tecken lång. Högst {limit} får plats; lägg till en punkt."),
            length=len(text),
            limit=LONGEST_NOTE,
        )
    return Noted(meeting, point, text, seen)


def born(incident: "Incident", meeting: str, point: str, sort: Born, entry: str) -> BornHere:
    """Link a decision or a task to the point where it was born (född i mötet)."""
    del incident
    return BornHere(meeting, point, sort, entry)


def close(
    incident: "Incident",
    meeting: str,
    now: datetime,
    next_at: datetime | None,
    *,
    next_agenda: str = "",
    reason: str = "",
    code: str = "",
) -> Closed:
    """End a meeting (avsluta möte).

    Raises `Refused` when the locked point Kommunikation is empty (rule P51), when two people wrote at the same point
    and nobody has chosen, when nobody was there, and without a next time or a reason for none.
    """
    current = going_on(incident, meeting)
    for point in current.points:
        if point.locked and not current.note(point.id).strip():
            raise Refused(
                N_("Skriv vad ni kom fram till under punkten {text} innan mötet avslutas (P51)."), text=point.text
            )
    if current.contested:
        texts = [_point(current, point).text for point in current.contested]
        raise Refused(N_("Två har skrivit under samma punkt: {points}. Välj först."), points=", ".join(texts))
    if not current.present:
        raise Refused(N_("Ange minst en som är med."))
    if next_at is None and not reason.strip():
        raise Refused(N_("Ange när nästa möte är, eller skriv varför inget behövs."))
    _ahead(next_at, now)
    return Closed(meeting, now, next_at, next_agenda, "" if next_at else reason.strip(), code)


def reopen(incident: "Incident", meeting: str) -> Reopened:
    """Let a meeting go on that was ended too early (fortsätt möte). Raises `Refused` when it has not ended."""
    if incident.part(Meetings).meeting(meeting).closed is None:
        raise Refused(N_("Mötet pågår redan."))
    return Reopened(meeting)


def plan_next(incident: "Incident", at: datetime | None, agenda: str, now: datetime) -> NextPlanned:
    """Set or move the next meeting (sätt nästa möte). Raises `Refused` for a time that has passed, or nothing new."""
    _ahead(at, now)
    standing = incident.part(Meetings).next
    if not standing.contested and (standing.value.at if standing.value else None) == at:
        raise Refused(N_("Inget är ändrat."))
    return NextPlanned(at, agenda if at else "")


def going_on(incident: "Incident", meeting: str) -> Meeting:
    """Return a meeting that goes on. Raises `Refused` when it has ended or does not exist."""
    current = incident.part(Meetings).by_id.get(meeting)
    if current is None or current.opened is None:
        raise Refused(N_("Mötet finns inte."))
    if current.closed is not None:
        raise Refused(N_("Mötet är avslutat. Skriv en loggpost om något behöver rättas."))
    return current


def _point(meeting: Meeting, id: str) -> Point:
    for point in meeting.points:
        if point.id == id:
            return point
    raise Refused(N_("Punkten finns inte på dagordningen."))


def _ahead(at: datetime | None, now: datetime) -> None:
    if at is not None and at <= now:
        raise Refused(N_("Tiden för nästa möte har redan passerat."))

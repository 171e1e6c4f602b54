"""The minutes of a meeting (mötesanteckningar) as plain text and as what a PDF is made of.

What was born at a point is told as the log tells it, and a line of the log that is secret only by its legal ground.
"""

from collections.abc import Iterator
from typing import NamedTuple

from krisapp.channels.exercise_marks import FULL
from krisapp.domain.incident import Incident
from krisapp.domain.language.clock import clock, stamp
from krisapp.domain.meetings import Meeting
from krisapp.domain.words import N_, _


class _Said(NamedTuple):
    """A point with what was said, and what was born there."""

    title: str
    notes: str
    born: tuple[str, ...]


def title_of(incident: Incident, meeting: Meeting) -> str:
    """Return what the minutes are called: "Stabsorientering, möte 2"."""
    del incident
    return _("{name}, möte {number}").format(name=meeting.name, number=meeting.number)


def minutes_text(incident: Incident, meeting: Meeting, code: str = "") -> str:
    """Return the minutes as text; an exercise is marked first and last (rule P62).

    `code` is the check code of the journal when they were taken out, and nothing when none is wanted.
    """
    lines = [title_of(incident, meeting), ""]
    lines += [f"{name}: {value}" for name, value in _head(incident, meeting)]
    for number, said in enumerate(_points(incident, meeting), 1):
        lines += ["", f"{number}. {said.title}", said.notes or _("Inget antecknat.")]
        lines += [f"– {line}" for line in said.born]
    lines += ["", _next(meeting)]
    if code:
        lines += ["", _("Kontrollkod: {code}").format(code=code)]
    if incident.exercise:
        lines = [FULL, "", *lines, "", FULL]
    return "\n".join(lines) + "\n"


def minutes_paper(incident: Incident, meeting: Meeting, code: str = "") -> dict[str, object]:
    """Return what `documents.pdf` makes the minutes of, by its template `report`."""
    blocks: list[dict[str, object]] = [
        {"kind": "fields", "rows": [[name, value] for name, value in _head(incident, meeting)]}
    ]
    for number, said in enumerate(_points(incident, meeting), 1):
        blocks.append({"kind": "heading", "text": f"{number}. {said.title}"})
        blocks.append({"kind": "text", "text": said.notes or _("Inget antecknat.")})
        if said.born:
            blocks.append({"kind": "list", "items": list(said.born)})
    blocks.append({"kind": "heading", "text": _("Nästa möte")})
    blocks.append({"kind": "text", "text": _next(meeting)})
    blocks.append({"kind": "signatures", "labels": [_("Antecknat av"), _("Stabschef")]})
    ended = meeting.closed.ended_at if meeting.closed else meeting.began
    sender = incident.plan.settings.sender if incident.plan else ""
    paper: dict[str, object] = {
        "title": title_of(incident, meeting),
        "sender": [sender, _("Krisledningsstaben")],
        "date": f"{ended:%Y-%m-%dT%H:%M}" if ended else "",
        "foot": f"{incident.id} {incident.sheet.name}",
        "exercise": incident.exercise,
        "blocks": blocks,
    }
    return paper | ({"check_code": code} if code else {})


def _head(incident: Incident, meeting: Meeting) -> Iterator[tuple[str, str]]:
    yield _("Händelse"), f"{incident.id} {incident.sheet.name}"
    if meeting.began:
        yield _("Började"), stamp(meeting.began)
    yield _("Slutade"), stamp(meeting.closed.ended_at) if meeting.closed else _("mötet pågår")
    if meeting.opened and meeting.opened.place:
        yield _("Plats"), meeting.opened.place
    yield _("Närvarande"), ", ".join(_called(incident, person) for person in meeting.present) or _("ingen antecknad")


def _called(incident: Incident, person: str) -> str:
    """Return a person with the functions they hold."""
    roles = incident.plan.held_by(person) if incident.plan else ()
    name = incident.name_of(person)
    return f"{name} ({', '.join(role.id for role in roles)})" if roles else name


def _points(incident: Incident, meeting: Meeting) -> Iterator[_Said]:
    for point in meeting.points:
        lines = (incident.lines.get(one.entry) for one in meeting.born if one.point == point.id)
        born = tuple(_secret(line.ground) if line.ground else line.text for line in lines if line is not None)
        register = meeting.notes.get(point.id)
        claims = register.claims if register else ()
        told = _("{name} skrev: {text}")
        notes = (
            "\n\n".join(told.format(name=incident.name_of(entry.person), text=text) for text, entry in claims)
            if len(claims) > 1
            else meeting.note(point.id)
        )
        yield _Said(point.text, notes, born)


def _secret(ground: str) -> str:
    return _(SECRET).format(ground=ground)


SECRET = N_("uppgift borttagen, sekretess enligt {ground}")
"""What stands where something secret has been left out (rule L8)."""


def _next(meeting: Meeting) -> str:
    closed = meeting.closed
    if closed is None:
        return _("Nästa möte är inte satt ännu.")
    if closed.next_at is None:
        return _("Inget nästa möte är satt: {reason}").format(reason=closed.reason)
    if closed.next_at.date() == closed.ended_at.date():
        return _("Nästa möte är {time}.").format(time=clock(closed.next_at))
    return _("Nästa möte är {time}.").format(time=stamp(closed.next_at))

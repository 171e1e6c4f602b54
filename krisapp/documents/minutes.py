"""The minutes of a meeting (mötesanteckningar) as plain text and as what a PDF is made of, internal or open.

What was born at a point is told as the log tells it. In the open version all that is secret is covered (rule P31).
"""

from collections.abc import Iterator
from typing import NamedTuple

from krisapp.channels.exercise_marks import FULL
from krisapp.documents.frame import SECRECY, STAFF, sent_by
from krisapp.domain.incident import Incident
from krisapp.domain.language.clock import clock, stamp
from krisapp.domain.leading.meeting.meetings import Meeting
from krisapp.domain.log import Line
from krisapp.domain.records.redaction import Redaction
from krisapp.domain.words import _


class _Said(NamedTuple):
    """A point with what was said, and what was born there."""

    title: str
    notes: str
    born: tuple[str, ...]


def title_of(incident: Incident, meeting: Meeting) -> str:
    """Return what the minutes are called: "Stabsorientering, möte 2"."""
    del incident
    return _("{name}, möte {number}").format(name=meeting.name, number=meeting.number)


def minutes_text(incident: Incident, meeting: Meeting, code: str = "", *, internal: bool = True) -> str:
    """Return the minutes as text; an exercise is marked first and last (rule P62).

    `code` is the check code of the journal when they were taken out, and nothing when none is wanted.
    """
    redaction = None if internal else Redaction(incident)
    lines = [title_of(incident, meeting), ""]
    if internal and _has_secrets(incident, meeting):
        lines += [_(SECRECY), ""]
    lines += [f"{name}: {value}" for name, value in _head(incident, meeting, redaction)]
    for number, said in enumerate(_points(incident, meeting, redaction), 1):
        lines += ["", f"{number}. {said.title}", said.notes or _("Inget antecknat.")]
        lines += [f"– {line}" for line in said.born]
    lines += ["", _next(meeting)]
    if code:
        lines += ["", _("Kontrollkod: {code}").format(code=code)]
    if incident.exercise:
        lines = [FULL, "", *lines, "", FULL]
    return "\n".join(lines) + "\n"


def minutes_paper(incident: Incident, meeting: Meeting, code: str = "", *, internal: bool = True) -> dict[str, object]:
    """Return what `documents.pdf` makes the minutes of, by its template `report`."""
    redaction = None if internal else Redaction(incident)
    blocks: list[dict[str, object]] = [
        {"kind": "fields", "rows": [[name, value] for name, value in _head(incident, meeting, redaction)]}
    ]
    for number, said in enumerate(_points(incident, meeting, redaction), 1):
        blocks.append({"kind": "heading", "text": f"{number}. {said.title}"})
        blocks.append({"kind": "text", "text": said.notes or _("Inget antecknat.")})
        if said.born:
            blocks.append({"kind": "list", "items": list(said.born)})
    blocks.append({"kind": "heading", "text": _("Nästa möte")})
    blocks.append({"kind": "text", "text": _next(meeting)})
    blocks.append({"kind": "signatures", "labels": [_("Antecknat av"), _("Stabschef")]})
    ended = meeting.closed.ended_at if meeting.closed else meeting.began
    paper: dict[str, object] = {
        "title": title_of(incident, meeting),
        **sent_by(incident.plan, _(STAFF)),
        "date": f"{ended:%Y-%m-%dT%H:%M}" if ended else "",
        "foot": f"{incident.id} {incident.sheet.name}",
        "exercise": incident.exercise,
        "blocks": blocks,
    }
    if internal and _has_secrets(incident, meeting):
        paper["secrecy"] = _(SECRECY)
    return paper | ({"check_code": code} if code else {})


def _head(incident: Incident, meeting: Meeting, redaction: Redaction | None) -> Iterator[tuple[str, str]]:
    yield _("Händelse"), f"{incident.id} {incident.sheet.name}"
    if meeting.began:
        yield _("Började"), stamp(meeting.began)
    yield _("Slutade"), stamp(meeting.closed.ended_at) if meeting.closed else _("mötet pågår")
    if meeting.opened and meeting.opened.place:
        yield _("Plats"), _open(meeting.opened.place, redaction)
    there = ", ".join(_called(incident, person) for person in meeting.present)
    yield _("Närvarande"), _open(there, redaction) or _("ingen antecknad")


def _called(incident: Incident, person: str) -> str:
    """Return a person with the functions they hold."""
    roles = incident.plan.held_by(person) if incident.plan else ()
    name = incident.name_of(person)
    return f"{name} ({', '.join(role.id for role in roles)})" if roles else name


def _points(incident: Incident, meeting: Meeting, redaction: Redaction | None) -> Iterator[_Said]:
    for point in meeting.points:
        born = tuple(_born(line, redaction) for line in _lines(incident, meeting, point.id))
        register = meeting.notes.get(point.id)
        claims = register.claims if register else ()
        told = _("{name} skrev: {text}")
        notes = (
            "\n\n".join(told.format(name=incident.name_of(entry.person), text=text) for text, entry in claims)
            if len(claims) > 1
            else meeting.note(point.id)
        )
        yield _Said(_open(point.text, redaction), _open(notes, redaction), born)


def _lines(incident: Incident, meeting: Meeting, point: str = "") -> list[Line]:
    """Return the lines of the log that tell what was born at a point, or in the whole meeting."""
    found = (incident.lines.get(one.entry) for one in meeting.born if point in ("", one.point))
    return [line for line in found if line is not None]


def _born(line: Line, redaction: Redaction | None) -> str:
    if redaction:
        return redaction.of(f"log:{line.stamp.id}", line.text)
    return (
        _("{words} Sekretess enligt {ground}.").format(words=line.text, ground=line.ground)
        if line.ground
        else line.text
    )


def _has_secrets(incident: Incident, meeting: Meeting) -> bool:
    """Return whether what was born in a meeting is secret, or a secret stands in its notes in so many words."""
    if any(line.ground for line in _lines(incident, meeting)):
        return True
    redaction = Redaction(incident)
    for text in (meeting.note(point.id) for point in meeting.points):
        redaction.text(text)
    return bool(redaction.count)


def _open(text: str, redaction: Redaction | None) -> str:
    return redaction.text(text) if redaction else text


def _next(meeting: Meeting) -> str:
    closed = meeting.closed
    if closed is None:
        return _("Nästa möte är inte satt ännu.")
    if closed.next_at is None:
        return _("Inget nästa möte är satt: {reason}").format(reason=closed.reason)
    if closed.next_at.date() == closed.ended_at.date():
        return _("Nästa möte är {time}.").format(time=clock(closed.next_at))
    return _("Nästa möte är {time}.").format(time=stamp(closed.next_at))

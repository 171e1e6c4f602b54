"""What can be marked as secret, as rows (handlingar): the lines of the log and the texts that went out."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import NamedTuple

from krisapp.domain.incident import Incident
from krisapp.domain.log import KIND_NAMES
from krisapp.domain.messages import STAGE_NAMES
from krisapp.domain.records import secrecy
from krisapp.domain.records.secrecy import SecrecyMark
from krisapp.domain.words import N_, _
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.log_words import when
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.rows import Column

MARKED, BY_HAND, ALL, OUT = "marked", "by_hand", "all", "out"
SHOWN = {
    BY_HAND: N_("Det vi har skrivit"),
    MARKED: N_("Det som är märkt"),
    OUT: N_("Texter som gått ut"),
    ALL: N_("Allt"),
}
MOST = 200
"""Rows listed at once; a search narrows it."""


class RecordRow(NamedTuple):
    """One record: what a mark calls it, its text, when it came to be, and its marks."""

    subject: str
    text: str
    about: str
    at: datetime
    marks: tuple[SecrecyMark, ...]


def record_rows(
    incident: Incident, now: datetime, shown: str, words: str = "", found: Sequence[str] | None = None
) -> list[RecordRow]:
    """Return the newest records of an incident, at most `MOST`.

    `found` are the entries that a search for the words gave; texts are looked through here, for they are few.
    """
    lines = _lines(incident, now, shown, found) if shown != OUT else ()
    texts = _texts(incident, now, shown, words) if shown != BY_HAND else ()
    return sorted((*islice(lines, MOST), *texts), key=lambda row: row.at, reverse=True)[:MOST]


def _lines(incident: Incident, now: datetime, shown: str, found: Sequence[str] | None) -> Iterator[RecordRow]:
    """Give the lines of the log, the latest entered first; a long log is never gone through to its end for a page."""
    chosen = reversed(incident.log) if found is None else filter(None, map(incident.lines.get, found))
    for line in chosen:
        if (shown == BY_HAND and not line.by_hand) or (shown == MARKED and not line.ground):
            continue
        subject = f"log:{line.stamp.id}"
        about = _("Post {number}, {kind}, {time}").format(
            number=line.number, kind=_(KIND_NAMES[line.kind]).lower(), time=when(line.happened, now)
        )
        yield RecordRow(subject, line.text, about, line.happened, tuple(secrecy.standing(incident, subject)))


def _texts(incident: Incident, now: datetime, shown: str, words: str) -> Iterator[RecordRow]:
    wanted = words.casefold().split()
    for message in incident.messages.values():
        for release in message.releases:
            subject = f"text:{message.id}#{release.number}"
            marks = tuple(secrecy.standing(incident, subject))
            about = _("{title}, {stage}, {time}").format(
                title=secrecy.name_of(incident, subject),
                stage=_(STAGE_NAMES[release.stage]).lower(),
                time=when(release.stamp.at, now),
            )
            said = f"{release.text} {about}".casefold()
            if (marks or shown != MARKED) and all(word in said for word in wanted):
                yield RecordRow(subject, release.text, about, release.stamp.at, marks)


def row_subject(row: RecordRow) -> str:
    """Return what names a row."""
    return row.subject


def _title(row: RecordRow) -> str:
    first = row.text.strip().split("\n")[0]
    return first if len(first) <= 140 else f"{first[:140]} …"


def _about(row: RecordRow) -> str:
    return row.about


def _mark(row: RecordRow) -> Mark | None:
    if not row.marks:
        return None
    return Mark(", ".join(dict.fromkeys(mark.ground for mark in row.marks)), Tone.ALARM, Shape.SQUARE)


COLUMNS = (Column[RecordRow](N_("Handling"), _title, mark=_mark, detail=_about),)

"""What can be marked as secret, as rows (handlingar): the lines of the log and the texts that went out."""

from datetime import datetime
from typing import NamedTuple

from krisapp.domain import secrecy
from krisapp.domain.incident import Incident
from krisapp.domain.log import KIND_NAMES
from krisapp.domain.messages import STAGE_NAMES
from krisapp.domain.secrecy import SecrecyMark
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
MOST = 500
"""Rows listed at once; a search narrows it."""


class RecordRow(NamedTuple):
    """One record: what a mark calls it, its text, when it came to be, and its marks."""

    subject: str
    text: str
    about: str
    at: datetime
    marks: tuple[SecrecyMark, ...]


def record_rows(incident: Incident, now: datetime, shown: str, words: str = "") -> list[RecordRow]:
    """Return the records of an incident, newest first, that say the words."""
    wanted = words.casefold().split()
    rows: list[RecordRow] = []
    if shown != OUT:
        for line in reversed(incident.log):
            if shown == BY_HAND and not line.by_hand:
                continue
            subject = f"log:{line.stamp.id}"
            marks = tuple(secrecy.standing(incident, subject))
            if shown == MARKED and not marks:
                continue
            about = _("Post {number}, {kind}, {time}").format(
                number=line.number, kind=_(KIND_NAMES[line.kind]).lower(), time=when(line.happened, now)
            )
            rows.append(RecordRow(subject, line.text, about, line.happened, marks))
    if shown in (OUT, ALL, MARKED):
        for message in incident.messages.values():
            for release in message.releases:
                subject = f"text:{message.id}#{release.number}"
                marks = tuple(secrecy.standing(incident, subject))
                if shown == MARKED and not marks:
                    continue
                about = _("{title}, {stage}, {time}").format(
                    title=secrecy.name_of(incident, subject),
                    stage=_(STAGE_NAMES[release.stage]).lower(),
                    time=when(release.stamp.at, now),
                )
                rows.append(RecordRow(subject, release.text, about, release.stamp.at, marks))
    rows = [row for row in rows if all(word in f"{row.text} {row.about}".casefold() for word in wanted)]
    return sorted(rows, key=lambda row: row.at, reverse=True)[:MOST]


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

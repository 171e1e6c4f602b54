"""Copies of the record (kopior av handlingar): what is taken out, by time and writer, whole or with the secret covered.

A copy is plain values, so that every form of it says the same. Each one that is saved is journalled with its checksum.
"""

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.facts import STATUS_NAMES
from krisapp.domain.log import KIND_NAMES, Kind, Line
from krisapp.domain.messages import STAGE_NAMES
from krisapp.domain.records.redaction import Redaction
from krisapp.domain.records.registration import number_of
from krisapp.domain.words import N_, _

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident


class Part(StrEnum):
    """What is taken out: the log, the decisions in it, the texts that went out, the facts as they stand."""

    LOG = "log"
    DECISIONS = "decisions"
    TEXTS = "texts"
    FACTS = "facts"


PART_NAMES = {
    Part.LOG: N_("Loggen"),
    Part.DECISIONS: N_("Besluten"),
    Part.TEXTS: N_("Texterna som gått ut"),
    Part.FACTS: N_("Uppgifterna"),
}


class Selection(msgspec.Struct, frozen=True):
    """Which record is taken out. No time and no writer means all; `masked` covers what is secret."""

    parts: tuple[Part, ...]
    masked: bool = True
    since: datetime | None = None
    until: datetime | None = None
    writer: str = ""


class CopiedLine(msgspec.Struct, frozen=True):
    """A line of the log as it is handed out, all in words."""

    number: str
    happened: datetime
    entered: datetime
    kind: str
    text: str
    source: str
    role: str
    writer: str
    status: str
    paper: str
    ground: str
    struck: str
    registered: str


class CopiedText(msgspec.Struct, frozen=True):
    """A text that went out, as it is handed out. `sha256` is of the text as it went out, also when it is covered."""

    id: str
    title: str
    number: int
    stage: str
    at: datetime
    approved_by: str
    facts_version: int
    sha256: str
    text: str
    registered: str


class CopiedFact(msgspec.Struct, frozen=True):
    """A fact as it is handed out."""

    id: str
    status: str
    text: str
    source: str
    ground: str


class Copy(msgspec.Struct, frozen=True):
    """All that is taken out, and how many covers there are by ground."""

    selection: Selection
    name: str = ""
    """What the incident is called, as it may be handed out."""
    lines: tuple[CopiedLine, ...] = ()
    decisions: tuple[CopiedLine, ...] = ()
    texts: tuple[CopiedText, ...] = ()
    facts: tuple[CopiedFact, ...] = ()
    covers: dict[str, int] = msgspec.field(default_factory=dict)


@event("copy.made")
class CopyMade(Event, frozen=True):
    """A copy of the record was saved: its name, its checksum, and the covers in it by ground."""

    name: str
    sha256: str
    parts: tuple[Part, ...]
    masked: bool
    covers: dict[str, int] = msgspec.field(default_factory=dict)

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Keep it among the copies, and log it."""
        incident.part(Copies).made.append((self, stamp))
        incident.note(
            stamp,
            Kind.SYSTEM,
            N_("Maskad kopia {name} sparad, {count} maskeringar.")
            if self.masked
            else N_("Omaskad kopia {name} sparad."),
            name=self.name,
            count=str(sum(self.covers.values())),
        )


class Copies:
    """The copies that were made of an incident's record, in order."""

    def __init__(self) -> None:
        self.made: list[tuple[CopyMade, Stamp]] = []


def take_out(incident: "Incident", selection: Selection) -> Copy:
    """Return a copy of the record. Lines stand by time of event; a text is chosen by when it went out."""
    redaction = Redaction(incident)
    said = redaction.text if selection.masked else str
    lines = sorted(
        (line for line in incident.log if _chosen(selection, line.happened, line.stamp.person)),
        key=lambda line: (line.happened, line.number),
    )
    wanted = selection.parts
    copied = tuple(_line(incident, selection, redaction, line) for line in lines) if Part.LOG in wanted else ()
    decisions = [line for line in lines if line.kind is Kind.DECISION] if Part.DECISIONS in wanted else []
    return Copy(
        selection,
        said(incident.sheet.name),
        copied,
        tuple(_line(incident, selection, redaction, line) for line in decisions),
        tuple(_texts(incident, selection, redaction)) if Part.TEXTS in wanted else (),
        tuple(_facts(incident, selection, redaction)) if Part.FACTS in wanted else (),
        dict(redaction.grounds) if selection.masked else {},
    )


def _chosen(selection: Selection, at: datetime, writer: str) -> bool:
    since, until = selection.since, selection.until
    in_time = (since is None or at >= since) and (until is None or at <= until)
    return in_time and selection.writer in ("", writer)


def _line(incident: "Incident", selection: Selection, redaction: Redaction, line: Line) -> CopiedLine:
    masked, name = selection.masked, incident.name_of(line.stamp.person)
    hidden = masked and redaction.hides(f"log:{line.stamp.id}")

    def beside(words: str) -> str:
        """Return what stands beside the text: nothing where the whole line is covered."""
        return "" if hidden else redaction.text(words) if masked else words

    return CopiedLine(
        number=line.label,
        happened=line.happened,
        entered=line.stamp.at,
        kind=_(KIND_NAMES[line.kind]),
        text=redaction.of(f"log:{line.stamp.id}", line.text) if masked else line.text,
        source=beside(line.source),
        role=line.role,
        writer=redaction.text(name) if masked else name,
        status=_(STATUS_NAMES[line.status]) if line.status else "",
        paper=line.paper,
        ground=line.ground,
        struck=beside(line.struck_reason),
        registered=number_of(incident, f"log:{line.stamp.id}"),
    )


def _texts(incident: "Incident", selection: Selection, redaction: Redaction) -> Iterator[CopiedText]:
    found = [(release, message) for message in incident.messages.values() for release in message.releases]
    for release, message in sorted(found, key=lambda pair: (pair[0].stamp.at, pair[1].id, pair[0].number)):
        if not _chosen(selection, release.stamp.at, release.stamp.person):
            continue
        subject = f"text:{message.id}#{release.number}"
        approver = incident.name_of(release.approved_by) if release.approved_by else ""
        yield CopiedText(
            message.id,
            incident.title_of(message.id),
            release.number,
            _(STAGE_NAMES[release.stage]),
            release.stamp.at,
            redaction.text(approver) if selection.masked else approver,
            release.facts_version,
            release.sha256,
            redaction.of(subject, release.text) if selection.masked else release.text,
            number_of(incident, subject),
        )


def _facts(incident: "Incident", selection: Selection, redaction: Redaction) -> Iterator[CopiedFact]:
    for id in sorted(incident.facts, key=lambda name: (len(name), name)):
        for fact, stamp in incident.facts[id].claims:
            if not _chosen(selection, stamp.at, stamp.person):
                continue
            covered = selection.masked and fact.secret
            yield CopiedFact(
                id,
                _(STATUS_NAMES[fact.status]),
                redaction.fact(fact) if selection.masked else fact.text,
                "" if covered else redaction.text(fact.source) if selection.masked else fact.source,
                fact.legal_ground if fact.secret else "",
            )

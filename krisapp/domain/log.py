"""The log (loggen): what was written, when it happened and when it was entered, domain handbook 3.11.

Nothing is rewritten: a line is struck through by a later entry that keeps the original readable (rule L1).
"""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.facts import Status
from krisapp.domain.words import N_, Later, Refused, _

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

LONGEST_LINE = 4000
"""Characters in one line; longer texts belong in an attachment."""


class Kind(StrEnum):
    """What a line is about (slag), rule L4."""

    OBSERVATION = "observation"
    INCOMING = "incoming"
    OUTGOING = "outgoing"
    DECISION = "decision"
    TASK = "task"
    SITUATION = "situation"
    COMMUNICATION = "communication"
    MEDIA = "media"
    RUMOUR = "rumour"
    COOPERATION = "cooperation"
    STAFFING = "staffing"
    SYSTEM = "system"
    CORRECTION = "correction"


KIND_NAMES = {
    Kind.OBSERVATION: N_("Händelse"),
    Kind.INCOMING: N_("Inkommande"),
    Kind.OUTGOING: N_("Utgående"),
    Kind.DECISION: N_("Beslut"),
    Kind.TASK: N_("Uppgift"),
    Kind.SITUATION: N_("Lägesbild"),
    Kind.COMMUNICATION: N_("Kommunikation"),
    Kind.MEDIA: N_("Medier"),
    Kind.RUMOUR: N_("Rykte"),
    Kind.COOPERATION: N_("Samverkan"),
    Kind.STAFFING: N_("Bemanning"),
    Kind.SYSTEM: N_("System"),
    Kind.CORRECTION: N_("Rättelse"),
}

WRITTEN_BY_HAND = tuple(kind for kind in Kind if kind not in (Kind.SYSTEM, Kind.CORRECTION))


class Line(msgspec.Struct):
    """A line of the log (loggpost), written by hand or by an act in the program.

    `sentence` is a source string with `values` to fill in, so that the program's own lines follow the language; a line
    written by hand has no values. `happened` is the time of event, `stamp.at` the time of entry. `number` is its
    console's own, and `mark` the letters of that console, none for the one that started the incident.
    """

    number: int
    kind: Kind
    sentence: str
    stamp: Stamp
    happened: datetime
    values: dict[str, str | Later] = msgspec.field(default_factory=dict)
    source: str = ""
    role: str = ""
    status: Status | None = None
    ground: str = ""
    struck: Stamp | None = None
    struck_reason: str = ""
    by_hand: bool = False
    paper: str = ""
    """The number of the paper it was entered from (från papper nr), or nothing."""
    mark: str = ""
    arrived: datetime | None = None
    """When it came here, if it came late from another console, among lines written after it (kom sent)."""

    @property
    def label(self) -> str:
        """Return what people call the line, on every console and for ever: "14", or "KA-14" of another console."""
        return f"{self.mark}-{self.number}" if self.mark else str(self.number)

    @property
    def text(self) -> str:
        """Return the line as people read it, in the language in force."""
        return _(self.sentence).format(**self.values) if not self.by_hand else self.sentence

    @property
    def late(self) -> bool:
        """Return whether it was entered more than ten minutes after it happened (inskrivet i efterhand)."""
        return (self.stamp.at - self.happened).total_seconds() > 600


@event("log.written")
class Written(Event, frozen=True):
    """Somebody wrote a line. `happened` is the time of event; `ground` the legal ground if it is secret."""

    about: Kind
    text: str
    happened: datetime
    source: str = ""
    role: str = ""
    status: Status | None = None
    ground: str = ""
    paper: str = ""

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Add the line."""
        incident.write(
            Line(
                number=len(incident.log) + 1,
                kind=self.about,
                sentence=self.text,
                stamp=stamp,
                happened=self.happened,
                source=self.source,
                role=self.role,
                status=self.status,
                ground=self.ground,
                by_hand=True,
                paper=self.paper,
            )
        )


@event("log.struck")
class Struck(Event, frozen=True):
    """Somebody struck a line through, and said why; the original stays readable."""

    entry: str
    reason: str

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Mark the line as struck and log that it was."""
        line = incident.lines.get(self.entry)
        if line is None:
            return
        line.struck, line.struck_reason = stamp, self.reason
        incident.note(
            stamp,
            Kind.CORRECTION,
            N_("Rättar post {number}: {reason}"),
            number=line.label,
            reason=self.reason,
        )


def write(
    incident: "Incident",
    about: Kind,
    text: str,
    happened: datetime,
    *,
    source: str = "",
    role: str = "",
    status: Status | None = None,
    ground: str = "",
    paper: str = "",
) -> Written:
    """Write a line (skriv loggpost). Raises `Refused` for an empty or endless line, or by rule P31."""
    text = text.strip()
    if ground:
        from krisapp.domain.records.secrecy import (
            check_ground,  # here: few lines are secret, and none when the program starts
        )

        ground = check_ground(incident.plan, ground)
    if not text:
        raise Refused(N_("Skriv vad som har hänt innan du sparar."))
    if len(text) > LONGEST_LINE:
        raise Refused(
            N_("Posten är {length} tecken lång. Högst {limit} får plats; dela upp den."),
            length=len(text),
            limit=LONGEST_LINE,
        )
    return Written(about, text, happened, source, role, status, ground, paper)


def strike(incident: "Incident", entry: str, reason: str) -> Struck:
    """Strike a line through (stryk). Raises `Refused` without a reason, twice, or for the program's own lines."""
    line = incident.lines.get(entry)
    if line is None or not line.by_hand:
        raise Refused(N_("Programmets egna poster kan inte strykas. Skriv en ny post i stället."))
    if line.struck:
        raise Refused(N_("Posten är redan struken."))
    if not reason.strip():
        raise Refused(N_("Skriv varför posten stryks."))
    return Struck(entry, reason.strip())

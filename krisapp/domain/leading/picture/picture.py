"""The situation picture (lägesbild): its fields filled from what is kept, and the versions people have fixed.

Domain handbook 3.9, row AC7. A version is the picture at one moment and never changes; the next tells what is new.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from krisapp.domain.events import Event, Stamp
from krisapp.domain.events import event as event_kind
from krisapp.domain.leading.picture import picture_lines, picture_outward, picture_team
from krisapp.domain.leading.picture.picture_lines import Basis, Lines, Said
from krisapp.domain.log import Kind
from krisapp.domain.words import N_, Refused

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident


class Group(NamedTuple):
    """A group of lines (avsnitt): its name, how it is filled, and whether it is a part of the picture.

    What is not stands only beside the points of a meeting.
    """

    name: str
    fill: "Callable[[Incident, datetime], Lines]"
    in_picture: bool = True


GROUPS = {
    "event": Group(N_("Händelsen"), picture_lines.event),
    "extent": Group(N_("Plats, omfattning och berörda"), picture_lines.extent),
    "unknown": Group(N_("Det vi inte vet"), picture_lines.unknown),
    "measures": Group(N_("Åtgärder"), picture_lines.measures),
    "decisions": Group(N_("Beslut"), picture_team.decisions),
    "tasks": Group(N_("Uppdrag"), picture_team.tasks_given),
    "reports": Group(N_("Rapporter från verksamheter och andra"), picture_team.reports),
    "communication": Group(N_("Kommunikation"), picture_outward.communication),
    "questions": Group(N_("Frågor, rykten och medier"), picture_outward.questions_asked),
    "reach": Group(N_("De vi inte når"), picture_outward.reach),
    "consequences": Group(N_("Konsekvenser"), picture_lines.consequences),
    "forecast": Group(N_("Prognos och antaganden"), picture_lines.forecast),
    "resources": Group(N_("Behov av stöd och resurser"), picture_lines.resources),
    "level": Group(N_("Nivå"), picture_team.level),
    "advice": Group(N_("Råd till invånarna"), picture_lines.advice, in_picture=False),
    "overdue": Group(N_("Försenat"), picture_team.overdue, in_picture=False),
}
"""What the picture and the points of a meeting are filled from, in the order of the handbook."""

IN_PICTURE = tuple(key for key, group in GROUPS.items() if group.in_picture)


class Part(msgspec.Struct, frozen=True):
    """A group of the picture with its lines."""

    group: str
    lines: tuple[Said, ...]


def picture(incident: "Incident", now: datetime, groups: Iterable[str] = IN_PICTURE) -> tuple[Part, ...]:
    """Return the picture as things stand (lägesbild), its groups in order and without the empty ones."""
    parts = (Part(key, tuple(GROUPS[key].fill(incident, now))) for key in groups)
    return tuple(part for part in parts if part.lines)


class Version(msgspec.Struct, frozen=True):
    """A picture that somebody has fixed. `number` is its place in the journal."""

    number: int
    at: datetime
    parts: tuple[Part, ...]
    stamp: Stamp

    @property
    def lines(self) -> dict[str, Said]:
        """Return its lines by key."""
        return {line.key: line for part in self.parts for line in part.lines}


class Pictures:
    """The fixed pictures of an incident, the first first."""

    def __init__(self) -> None:
        self.versions: list[Version] = []


@event_kind("picture.fixed")
class Fixed(Event, frozen=True):
    """Somebody fixed the picture as it stood at a moment."""

    at: datetime
    parts: tuple[Part, ...]

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Keep it under the next number and log it; the same entry counts once."""
        versions = incident.part(Pictures).versions
        if any(one.stamp.id == stamp.id for one in versions):
            return
        version = Version(len(versions) + 1, self.at, self.parts, stamp)
        versions.append(version)
        count = {basis: sum(line.basis is basis for line in version.lines.values()) for basis in Basis}
        incident.note(
            stamp,
            Kind.SITUATION,
            N_("Lägesbild {number}, kl. {time}: {known} kända, {unknown} okända, {assumed} antagna uppgifter."),
            number=str(version.number),
            time=f"{self.at:%H.%M}",
            known=str(count[Basis.KNOWN]),
            unknown=str(count[Basis.UNKNOWN]),
            assumed=str(count[Basis.ASSUMED]),
        )


def fix(incident: "Incident", now: datetime) -> Fixed:
    """Fix the picture as it stands (fastställ lägesbild). Raises `Refused` when nothing has changed since the last."""
    parts = picture(incident, now)
    versions = incident.part(Pictures).versions
    if versions and not changes(versions[-1].parts, parts):
        raise Refused(
            N_("Inget har ändrats sedan lägesbild {number}, kl. {time}."),
            number=versions[-1].number,
            time=f"{versions[-1].at:%H.%M}",
        )
    return Fixed(now, parts)


class Change(NamedTuple):
    """What differs between two pictures: a line that is new, gone (`after` is None) or says something else."""

    before: Said | None
    after: Said | None


def changes(before: tuple[Part, ...], after: tuple[Part, ...]) -> list[Change]:
    """Return what has changed from one picture to a later one, what is gone last.

    Only what a line says, rests on and how secret it is counts, not where it is told from.
    """
    old = {line.key: line for part in before for line in part.lines}
    new = {line.key: line for part in after for line in part.lines}
    found = [
        Change(old.get(key), line) for key, line in new.items() if key not in old or _says(old[key]) != _says(line)
    ]
    return found + [Change(line, None) for key, line in old.items() if key not in new]


def _says(line: Said) -> tuple[str, Basis, str]:
    return line.text, line.basis, line.ground

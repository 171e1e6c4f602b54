"""Consoles exchange incidents by way of a folder (utbyte): leave, bring, and join an incident that others began.

One folder of the medium holds all: a folder for each incident, by its id. It is the same on a stick, on a share and on
a second disk, and a person may carry it, copy it and keep it.
"""

import glob
import re
from collections.abc import Callable, Collection
from datetime import datetime
from pathlib import Path

import msgspec

from krisapp.desk import Clock, read_incident
from krisapp.domain.chain import Reading
from krisapp.domain.events import from_body
from krisapp.domain.history import started
from krisapp.domain.incident import Incident, Started
from krisapp.domain.plan import Plan
from krisapp.domain.words import N_, Refused
from krisapp.store import salvage
from krisapp.store.bad_input import BadInput
from krisapp.store.exchange.folder import Brought, Progress, Stopped, bring, leave
from krisapp.store.exchange.lying import Lying
from krisapp.store.exchange.met import Met
from krisapp.store.exchange.plans import PlanLies, leave_plan, other_plans
from krisapp.store.exchange.segment import SUFFIX as SEGMENT
from krisapp.store.exchange.segment import read_segment
from krisapp.store.exchange.union import Union
from krisapp.store.journal import Journal
from krisapp.store.tips import tips
from krisapp.workplace import EXERCISE_PREFIX, Workplace

FOLDER = "krisapp-utbyte"
"""The folder on the medium, so that a person who sees it knows what it is."""


class Meeting(msgspec.Struct, frozen=True):
    """What came of a meeting: how many files were left there, and what was brought."""

    left: int
    brought: Brought


def place_of(medium: Path, incident: str) -> Path:
    """Return the folder of an incident on a medium; a medium may be named by its root or by our folder in it."""
    root = medium if medium.name == FOLDER else medium / FOLDER
    return root / incident


def offered(medium: Path) -> list[str]:
    """Return the ids of the incidents that lie on a medium, newest first."""
    root = place_of(medium, "")
    if not root.is_dir():
        return []
    found = (one.name for one in root.iterdir() if _ID.fullmatch(one.name) and any(one.glob(f"*{SEGMENT}")))
    return sorted(found, reverse=True)


_ID = re.compile(r"\w[\w-]*")
"""What may be the id of an incident, and so the name of its file."""


class Lies(msgspec.Struct, frozen=True):
    """An incident that lies on a medium, as its beginning tells of it; nothing of that has been verified yet."""

    id: str
    name: str
    exercise: bool
    alarm_at: datetime | None


def lies(medium: Path) -> list[Lies]:
    """Return the incidents that lie on a medium, newest first. May run in a job: it reads their first files."""
    return [_lies(id, _start_in(place_of(medium, id))) for id in offered(medium)]


def _lies(id: str, start: Started | None) -> Lies:
    if start is None:
        return Lies(id, "", id.startswith(f"{EXERCISE_PREFIX}-"), None)
    return Lies(id, start.name, start.exercise, start.alarm_at)


def _start_in(place: Path) -> Started | None:
    """Return the start that lies in the folder of an incident, if any does; nothing of it has been verified."""
    for path in sorted(place.glob(f"*.1-*{SEGMENT}")):
        try:
            entries = read_segment(path).entries
        except BadInput:
            continue
        for entry in entries[:FIRST]:
            if Started.kind.encode() in entry.raw and entry.body is not None:
                start = from_body(Started.kind, entry.body)
                if isinstance(start, Started):
                    return start
    return None


FIRST = 20
"""An incident's start is among the first entries of its first stream."""


def meet(
    path: Path, incident: str, medium: Path, clock: Clock, progress: Progress, lying: Lying | None = None
) -> Meeting:
    """Leave on a medium what it lacks of an incident file, and bring what the file lacks. May run in a job.

    `lying` is what is known of the medium from meetings before: then only what is new there is read.

    Raises `Refused` where another incident of the same number lies. Raises `OSError`, `BadInput`, `Trouble` and
    `Stopped`; what was done stays, and the meeting can be held again.
    """
    place, lying = place_of(medium, incident), lying or Lying()
    with Journal.read(path) as journal:
        last = salvage.last_given(journal.connection)
        if lying.settled(place, last):
            return Meeting(0, Brought(Met()))
        _refuse_another(journal, incident, place)
        left = leave(journal, place, progress, lying)
    with Union(path, _milliseconds(clock)) as union:
        brought = bring(union, place, progress, lying)
    # What was written here meanwhile has not been left: then the next meeting is not settled.
    lying.settle(place, last + brought.met.count)
    return Meeting(left, brought)


def _refuse_another(journal: Journal, incident: str, place: Path) -> None:
    """Raise `Refused` where two machines have each begun an incident of this number: their journals never mix again."""
    there = {path.name.partition(".")[0] for path in place.glob(f"*.*-*{SEGMENT}")}
    if there.isdisjoint(tips(journal)):
        start = _start_in(place)
        if start is not None:
            raise Refused(
                N_("Där ligger en annan händelse med numret {id}: {name}. De får inte blandas. Välj en annan mapp."),
                id=incident,
                name=start.name,
            )


def meet_plans(medium: Path, adopted: Plan | None, known: Collection[str]) -> list[PlanLies]:
    """Leave the adopted plan on a medium, and return the plans there that are not known here. May run in a job.

    `known` are the digests of the plans that are. Raises `OSError` and `BadInput`.
    """
    root = place_of(medium, "")
    if adopted is not None:
        leave_plan(adopted, root)
    return other_plans(root, known)


def reread(path: Path, clock: Clock, spare: Callable[[], Plan]) -> tuple[Incident, Reading]:
    """Read an incident file anew, with what others wrote. May run in a job, while the program writes on."""
    with Journal.read(path) as journal:
        return read_incident(journal, clock, spare)


def join(workplace: Workplace, incident: str, medium: Path, progress: Progress) -> Path:
    """Make the file of an incident that others began, from what lies on a medium, and return its path.

    Raises `Exists` when the incident is here already, `Refused` when its beginning does not lie there, and what
    `meet` raises; then no file is left behind.
    """
    path = workplace.path_of(incident)
    with Journal.create(path, workplace.console, workplace.clock):
        pass
    try:
        with Union(path, _milliseconds(workplace.clock)) as union:
            bring(union, place_of(medium, incident), progress)
        with Journal.read(path) as journal:
            start = started(journal.read_all().entries)
            if start is None or start.id != incident:
                raise Refused(N_("Händelsens början finns inte på minnet. Be den som startade den att lämna den där."))
    except BaseException:
        for left in path.parent.glob(f"{glob.escape(path.name)}*"):
            left.unlink()
        raise
    return path


def _milliseconds(clock: Clock) -> int:
    return int(clock().timestamp() * 1000)


__all__ = ("Lies", "Meeting", "Stopped", "join", "lies", "meet", "meet_plans", "offered", "place_of", "reread")

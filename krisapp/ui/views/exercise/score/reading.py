"""Reading incident files to be scored (läsa för resultat), in a job: nothing here touches desk or widgets."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from krisapp.desk import read_incident
from krisapp.documents.exercise.evaluation_report import Earlier
from krisapp.domain.exercising.drill import Drill
from krisapp.domain.plan import Plan
from krisapp.domain.scoring.account import Account
from krisapp.domain.scoring.improvements import Improvements, owner_name
from krisapp.domain.scoring.measure import Found
from krisapp.domain.scoring.measures import score
from krisapp.store.journal import Journal
from krisapp.store.trouble import Trouble
from krisapp.workplace import Known


class Scored(NamedTuple):
    """An incident file as it was read: the account, and what each measure came to."""

    account: Account
    found: dict[str, Found]


class Past(NamedTuple):
    """What another incident file of the folder says: its score, and the improvements that are still open."""

    known: Known
    scenario: str
    ended: bool
    found: dict[str, Found]
    open: tuple[Earlier, ...]


def read_score(path: Path, now: datetime, spare: Callable[[], Plan]) -> Scored:
    """Return the score of an incident file from its journal alone. Raises what the journal raises."""
    with Journal.read(path) as journal:
        incident, reading = read_incident(journal, lambda: now, spare)
    account = Account(incident.plan, ((stamp, one) for stamp, one, _kind in reading.entries), now)
    return Scored(account, score(account))


class Progress:
    """How far a reading of a folder has come; the window reads it, and may ask it to stop."""

    def __init__(self, all: int) -> None:
        self.done, self.all, self.stopped = 0, all, False


_read: dict[Path, tuple[tuple[int, int], Past]] = {}
"""What has been read, with the file's time of change and size: a folder of old drills is read once."""


def read_past(known: Sequence[Known], now: datetime, spare: Callable[[], Plan], progress: Progress) -> list[Past]:
    """Return what the files say, the oldest first. One that cannot be read is left out: its own screen tells why."""
    found = []
    for one in sorted(known, key=lambda each: each.alarm_at):
        if progress.stopped:
            break
        try:
            about = one.path.stat()
            # The write-ahead file has the newest of one that is open.
            ahead = one.path.with_name(f"{one.path.name}-wal")
            more = ahead.stat().st_size if ahead.exists() else 0
            stands = (about.st_mtime_ns, about.st_size + more)
            if one.path not in _read or _read[one.path][0] != stands:
                _read[one.path] = (stands, _past(one, now, spare))
            found.append(_read[one.path][1])
        except (Trouble, OSError):
            continue
        finally:
            progress.done += 1
    return found


def _past(known: Known, now: datetime, spare: Callable[[], Plan]) -> Past:
    with Journal.read(known.path) as journal:
        incident, reading = read_incident(journal, lambda: now, spare)
    account = Account(incident.plan, ((stamp, one) for stamp, one, _kind in reading.entries), now)
    scenario = incident.part(Drill).scenario
    left = tuple(
        Earlier(known.id, one.id, one.words.text, owner_name(incident.plan, one.words.owner))
        for one in incident.part(Improvements).open
    )
    return Past(known, scenario.name if scenario else "", account.over, score(account), left)


def to_try(past: Sequence[Past], id: str, at: datetime) -> list[Earlier]:
    """Return the improvements of earlier drills and incidents that are open when one of this id begins (prövas)."""
    return [one for each in past if each.known.id != id and each.known.alarm_at <= at for one in each.open]

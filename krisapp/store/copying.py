"""Copies of what is in use (säkerhetskopior): taken page by page by SQLite itself, and read through before they count.

A file that a program writes to must never be copied as a file: half of it may be from before a change and half after.
"""

import shutil
from contextlib import closing
from pathlib import Path

from krisapp.domain.chain import Reading
from krisapp.domain.faults import Fault
from krisapp.domain.plan import Plan, digest, encode_plan
from krisapp.domain.words import N_
from krisapp.store import driver
from krisapp.store.journal import Journal
from krisapp.store.plan import plan_tables
from krisapp.store.plan.plan_store import PlanStore
from krisapp.store.plan.plan_trouble import told
from krisapp.store.trouble import DiskFull, Trouble

_ROOM = 500_000
"""Bytes that a copy takes beside its own while it is written: a disk with less is full."""


class NotCopied(Trouble):
    """What was read back was not what was copied, or it could not even be written."""

    sentence = N_("Kopian av {file} gick inte att skriva och läsa tillbaka. Byt usb-minne och försök igen.")


def copy_incident(source: Path, target: Path) -> tuple[Fault, ...]:
    """Copy an incident file that may be in use, read the copy through, and return what is wrong in it.

    Raises what `Journal.read` raises, and `NotCopied` when the copy does not say the same.
    """
    with Journal.read(source) as journal:
        was = journal.read_all()
        _copy(journal.connection, target, driver.key_for(source))
    with Journal.read(target) as copied:
        now = copied.read_all()
    # Somebody may write in the meantime: then the copy has more, and never less.
    if not _ids(was) <= _ids(now) or len(now.faults) > len(was.faults):
        raise NotCopied(target)
    return now.faults


def _ids(reading: Reading) -> set[str]:
    return {stamp.id for stamp, _happened, _kind in reading.entries}


def copy_plan(source: Path, target: Path) -> Plan:
    """Copy the plan database, read the copy, and return the plan in it. Raises `NotCopied` and what the disk says."""
    with closing(PlanStore.open(source)) as store:
        plan = store.plan()
    with told(source), closing(driver.read(source)) as connection:
        _copy(connection, target, driver.key_for(source))
    with told(target), closing(driver.read(target)) as copied:
        found = plan_tables.read_plan_rows(copied)
    if digest(encode_plan(found)) != digest(encode_plan(plan)):
        raise NotCopied(target)
    return found


def holds_all(path: Path, other: Path) -> bool:
    """Return whether a file has every entry of another of its incident; one that cannot be read has none.

    Where the other cannot be read, it is enough that the file is there.
    """
    try:
        wanted = _entries(other)
    except Trouble:
        return path.exists()
    try:
        return wanted <= _entries(path)
    except Trouble:
        return False


def has_all_edits(path: Path, other: Path) -> bool:
    """Return whether a plan database knows every edit that was made in another, which has none if it cannot be read."""
    try:
        with told(other), closing(driver.read(other)) as there:
            wanted = set(there.execute(_EDITS))
    except Trouble:
        return True
    with told(path), closing(driver.read(path)) as here:
        return wanted <= set(here.execute(_EDITS))


_EDITS = "SELECT at, by, kind, after FROM edit"


def _entries(path: Path) -> set[bytes]:
    with Journal.read(path) as journal, driver.in_words(path):
        return {id for (id,) in journal.connection.execute("SELECT id FROM entry")}


def _copy(source: driver.Connection, target: Path, key: bytes | None) -> None:
    """Copy page by page; what is locked stays locked, with the same key."""
    with driver.in_words(target), closing(driver.make(target, key)) as made:
        try:
            source.backup(made, pages=500)
        except driver.DatabaseError as error:
            # The driver gives no code with what stops a backup.
            (pages,), (size,) = (source.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "page_size"))
            full = shutil.disk_usage(target.parent).free + target.stat().st_size < pages * size + _ROOM
            raise (DiskFull(target) if full else NotCopied(target)) from error
        # One file alone on the stick, without the two that WAL keeps beside it.
        made.execute("PRAGMA journal_mode = DELETE").fetchall()

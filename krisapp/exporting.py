"""An incident out in open formats (rule IN1): JSON, text, copies of the record, and the archive package of 11.3."""

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from msgspec.structs import replace

from krisapp.documents.text_record import text_record
from krisapp.domain.chain import Reading
from krisapp.domain.events import to_body
from krisapp.domain.faults import Fault
from krisapp.domain.history import fold, started
from krisapp.domain.incident import Incident
from krisapp.domain.plan import Plan, decode_plan
from krisapp.domain.records.record_copies import Selection
from krisapp.domain.words import N_
from krisapp.store.bad_input import BadInput
from krisapp.store.journal import Journal
from krisapp.store.signed_entries import signed_entries

if TYPE_CHECKING:
    from krisapp.documents.archive_tables import Source

DRAFT = ".halvt"
"""What an archive package's folder is called besides its name until it is whole."""


class _Held(NamedTuple):
    """What a journal holds: the incident, what was read, its frozen plan as stored."""

    incident: Incident
    reading: Reading
    plan: bytes | None


def export(source: Path, form: str, target: Path) -> tuple[Fault, ...]:
    """Write an incident to a file as "json" or "text", and return what was wrong with the journal.

    The readable rest is written even then. Raises `BadInput` when the file holds no incident or cannot be written.
    """
    with Journal.read(source) as journal:
        held = _started(journal)
    _write(target, _json(held) if form == "json" else text_record(held.incident).encode())
    return held.reading.faults


def export_copy(source: Path, selection: Selection, target: Path) -> tuple[str, dict[str, int], tuple[Fault, ...]]:
    """Write a copy of the record as PDF, or as text where the file's name does not end in .pdf.

    Returns its SHA-256, its covers by ground, and what is wrong with the journal. It is dated by the last entry. Raises
    as `export`.
    """
    from krisapp.documents.record_copy import copy_pdf, copy_text  # here: most commands need no engine for documents
    from krisapp.domain.records.record_copies import take_out

    with Journal.read(source) as journal:
        held = _started(journal)
    until = max(stamp.at for stamp, _happened, _kind in held.reading.entries)
    copy = take_out(held.incident, selection)
    if target.suffix.lower() == ".pdf":
        content = copy_pdf(held.incident, copy, until)
    else:
        content = copy_text(held.incident, copy, until).encode("utf-8-sig")
    _write(target, content)
    return hashlib.sha256(content).hexdigest(), copy.covers, held.reading.faults


def export_tables(source: Path, target: Path, *, masked: bool) -> tuple[Fault, ...]:
    """Write the tables of an incident as CSV files into a folder: log, decisions, facts, texts, tasks and the rest.

    What is secret is covered if `masked`. A file that is there already is written over. Raises as `export`.
    """
    from krisapp.documents.archive_tables import tables  # here: most commands need no tables
    from krisapp.documents.csv_table import csv_table
    from krisapp.documents.task_tables import task_tables

    with Journal.read(source) as journal:
        held = _started(journal)
    made = _source(held, masked=masked)
    # A table holds rows and nothing else, so in an exercise its name says so (rule P62).
    mark = "OVNING-" if held.incident.exercise else ""
    for table in (*tables(made), *task_tables(made)):
        _write(target / f"{mark}{table.name.rpartition('/')[2]}", csv_table(table.columns, table.rows))
    return held.reading.faults


def export_calendar(source: Path, target: Path, *, masked: bool) -> tuple[Fault, ...]:
    """Write an incident's meetings and deadlines as iCalendar; with its shifts unless `masked`. Raises as `export`."""
    from krisapp.documents.incident_calendar import incident_calendar  # here: as above

    with Journal.read(source) as journal:
        held = _started(journal)
    said = _source(held, masked=masked).said
    _write(target, incident_calendar(held.incident, said, shifts=not masked))
    return held.reading.faults


def export_plan_tables(plan: Plan, form: str, target: Path, *, private: bool = False) -> None:
    """Write a plan's tables as "csv" into a folder or as "json" to a file, without those with a protected identity.

    Private numbers and addresses leave only if `private`; whoever asks for them notes the reason first. Raises
    `BadInput` when the place cannot be written.
    """
    from krisapp.documents.plan_list import plan_json, plan_tables  # here: as above

    if form == "json":
        _write(target, plan_json(plan, private=private))
        return
    for table in plan_tables(plan, private=private):
        _write(target / table.name, table.content)


def _source(held: _Held, *, masked: bool) -> "Source":
    from krisapp.documents.archive_tables import Source  # here: as above
    from krisapp.domain.records.record_copies import Part, take_out
    from krisapp.domain.records.redaction import Redaction

    copy = take_out(held.incident, Selection((Part.LOG, Part.TEXTS), masked))
    until = max(stamp.at for stamp, _happened, _kind in held.reading.entries)
    return Source(held.incident, held.reading.entries, copy, Redaction(held.incident) if masked else None, until)


class _Told(msgspec.Struct, frozen=True):
    """What a process that made a copy tells the one that asked for it, on one line."""

    sha256: str
    covers: dict[str, int]


def tell_copy(digest: str, covers: dict[str, int]) -> str:
    """Return what a copy was, as a line for another process."""
    return msgspec.json.encode(_Told(digest, covers)).decode()


def read_told(line: str) -> tuple[str, dict[str, int]]:
    """Return the checksum and the covers of a copy, from the line that `tell_copy` made."""
    told = msgspec.json.decode(line, type=_Told)
    return told.sha256, told.covers


def export_archive(
    source: Path, parent: Path, tell: Callable[[int, str], object] | None = None
) -> tuple[Path, tuple[Fault, ...]]:
    """Write the archive package of an incident as a folder within `parent`; return it, and what is wrong inside.

    `tell` hears of each file as it is written, by how many there are by then and its name. The folder has its name only
    when it is whole. A journal that does not hold is written too, and the list of contents says what is wrong. Raises
    `BadInput` when there is no incident, when the folder is there already or when it cannot be written.
    """
    from krisapp.documents import archive  # here: most commands need no engine for documents

    with Journal.read(source) as journal:
        held = _started(journal)
        signed = b"".join(signed_entries(journal))
    whole, draft = parent / held.incident.id, parent / f"{held.incident.id}{DRAFT}"
    if whole.exists():
        raise BadInput(whole, None, N_("Mappen finns redan. Flytta den eller välj en annan plats."))
    try:
        shutil.rmtree(draft, ignore_errors=True)
        package = archive.Package(held.incident, held.reading, held.plan, signed, _json(held))
        for count, piece in enumerate(archive.pieces(package), 1):
            if tell is not None:
                tell(count, piece.name)
            target = draft / piece.name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(piece.content)
        draft.rename(whole)
    except OSError as error:
        raise BadInput(
            parent, None, N_("Mappen går inte att skriva till ({reason}). Välj en annan mapp."), reason=error.strerror
        ) from None
    return whole, held.reading.faults


def _started(journal: Journal) -> _Held:
    """Return what a journal holds. Raises `BadInput` when that is no incident."""
    held = _read(journal)
    if held.incident.start is None:
        raise BadInput(journal.path, None, N_("Filen innehåller ingen startad händelse. Välj en annan fil."))
    return held


def _read(journal: Journal) -> _Held:
    reading = journal.read_all()
    if journal.beside:
        reading = replace(reading, faults=(*reading.faults, *journal.beside))
    start = started(reading.entries)
    frozen = journal.blob(start.plan) if start else None
    incident = Incident(decode_plan(frozen) if frozen is not None else None)
    fold(incident, ((stamp, happened) for stamp, happened, _kind in reading.entries))
    return _Held(incident, reading, frozen)


def _write(target: Path, content: bytes) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    except OSError as error:
        raise BadInput(
            target, None, N_("Filen går inte att skriva ({reason}). Välj en annan plats."), reason=error.strerror
        ) from None


def _json(held: _Held) -> bytes:
    values = as_values(held.incident, _as_entries(held.reading))
    return msgspec.json.format(msgspec.json.encode(values), indent=2)


def _as_entries(reading: Reading) -> list[dict[str, Any]]:
    """Return the entries of a journal as plain values."""
    return [
        {
            "id": stamp.id,
            "stream": stamp.stream,
            "seq": stamp.seq,
            "tick": stamp.tick,
            "at": stamp.at.isoformat(timespec="milliseconds"),
            "person": stamp.person,
            "kind": kind,
            "replaces": list(stamp.replaces),
            "body": None if happened is None else msgspec.json.decode(to_body(happened)),
        }
        for stamp, happened, kind in reading.entries
    ]


def as_values(incident: Incident, entries: list[dict[str, Any]]) -> dict[str, Any]:
    """Return an incident as plain values: its sheet as it stands, what is out, and every entry of the journal."""
    return {
        "incident": incident.id,
        "exercise": incident.exercise,
        "facts_version": incident.version,
        "sheet": msgspec.to_builtins(incident.sheet),
        "released": [
            {
                "message": message.id,
                "number": number,
                "stage": release.stage,
                "at": release.stamp.at.isoformat(timespec="milliseconds"),
                "approved_by": release.approved_by,
                "role": release.role,
                "delegation": release.delegation,
                "sha256": release.sha256,
                "text": release.text,
            }
            for message in incident.messages.values()
            for number, release in enumerate(message.releases, 1)
        ],
        "entries": entries,
    }

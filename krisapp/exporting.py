"""An incident out in open formats (rule IN1): JSON, plain text, and the archive package of handbook 11.3."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from krisapp.documents.text_record import text_record
from krisapp.domain.chain import Reading
from krisapp.domain.events import to_body
from krisapp.domain.faults import Fault
from krisapp.domain.history import fold
from krisapp.domain.incident import Incident
from krisapp.domain.plan import decode_plan
from krisapp.domain.words import N_
from krisapp.store.bad_input import BadInput
from krisapp.store.journal import Journal


def read_incident(path: Path) -> tuple[Incident, list[dict[str, Any]], tuple[Fault, ...]]:
    """Read an incident file without writing to it: the incident, its entries as plain values, and what is wrong.

    Raises what `Journal.read` raises.
    """
    with Journal.read(path) as journal:
        incident, reading, _frozen = _read(journal)
    return incident, _as_entries(reading), reading.faults


def _read(journal: Journal) -> tuple[Incident, Reading, bytes | None]:
    """Return the incident of a journal, what was read, and its frozen plan as stored."""
    reading = journal.read_all()
    incident = fold(Incident(), ((stamp, happened) for stamp, happened, _kind in reading.entries))
    frozen = journal.blob(incident.start.plan) if incident.start else None
    if frozen is not None:
        incident.plan = decode_plan(frozen)
    return incident, reading, frozen


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


def export(source: Path, form: str, target: Path) -> tuple[Fault, ...]:
    """Write an incident to a file as "json" or "text", and return what was wrong with the journal.

    The readable rest is written even then. Raises `BadInput` when the file holds no incident or cannot be written.
    """
    incident, entries, faults = read_incident(source)
    if incident.start is None:
        raise BadInput(source, None, N_("Filen innehåller ingen startad händelse. Välj en annan fil."))
    if form == "json":
        content = msgspec.json.format(msgspec.json.encode(as_values(incident, entries)), indent=2)
    else:
        content = text_record(incident).encode()
    try:
        target.write_bytes(content)
    except OSError as error:
        raise BadInput(
            target, None, N_("Filen går inte att skriva ({reason}). Välj en annan plats."), reason=error.strerror
        ) from None
    return faults


def export_archive(
    source: Path, parent: Path, tell: Callable[[int, str], object] | None = None
) -> tuple[Path, tuple[Fault, ...]]:
    """Write the archive package of an incident as a folder within `parent`; return it, and what is wrong inside.

    `tell` hears of each file as it is written, by how many there are by then and its name. The folder has its name only
    when it is whole. A journal that does not hold is written too, and the list of contents says what is wrong. Raises
    `BadInput` when there is no incident, when the folder is there already or when it cannot be written.
    """
    from krisapp.documents import archive  # here: most commands need no engine for documents
    from krisapp.store.signed_entries import signed_entries

    with Journal.read(source) as journal:
        incident, reading, plan = _read(journal)
        signed = b"".join(signed_entries(journal))
    if incident.start is None:
        raise BadInput(source, None, N_("Filen innehåller ingen startad händelse. Välj en annan fil."))
    values = msgspec.json.format(msgspec.json.encode(as_values(incident, _as_entries(reading))), indent=2)
    whole, draft = parent / incident.id, parent / f"{incident.id}{DRAFT}"
    if whole.exists():
        raise BadInput(whole, None, N_("Mappen finns redan. Flytta den eller välj en annan plats."))
    try:
        shutil.rmtree(draft, ignore_errors=True)
        package = archive.Package(incident, reading, plan, signed, values)
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
    return whole, reading.faults


DRAFT = ".halvt"
"""What a package's folder is called besides its name until it is whole."""


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

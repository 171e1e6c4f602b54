"""An incident out in open formats (rule IN1): JSON for programs, plain text for people and paper."""

from pathlib import Path
from typing import Any

import msgspec

from krisapp.documents.text_record import text_record
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
        reading = journal.read_all()
        incident = fold(Incident(), ((stamp, happened) for stamp, happened, _kind in reading.entries))
        frozen = journal.blob(incident.start.plan) if incident.start else None
        if frozen is not None:
            incident.plan = decode_plan(frozen)
        entries = [
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
    return incident, entries, reading.faults


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

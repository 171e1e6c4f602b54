"""The command export: an incident out in open formats (rule IN1), to a file or, for the archive, to a folder."""

import argparse
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from krisapp.commands.answers import NO, YES, say
from krisapp.domain.words import N_, Refused, _

if TYPE_CHECKING:
    from krisapp.domain.records.record_copies import Selection


def add_export(export: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    export.add_argument("incident", type=Path, metavar="INCIDENT.krisapp", help=_("händelsefilen"))
    export.add_argument(
        "--format", choices=["json", "text", "csv", "ical", "archive", "copy"], required=True, help=_("formatet")
    )
    export.add_argument(
        "--out", type=Path, required=True, metavar="PATH", help=_("filen att skriva, eller mappen för csv och archive")
    )
    export.add_argument("--progress", action="store_true", help=_("säg det som görs så att ett program kan följa det"))
    parts = _("kopians delar: log, decisions, texts, facts, åtskilda av komma")
    export.add_argument("--parts", default="log", metavar="PARTS", help=parts)
    export.add_argument("--since", type=_moment, metavar="TIME", help=_("kopian börjar här, 2027-06-11T14:10"))
    export.add_argument("--until", type=_moment, metavar="TIME", help=_("kopian slutar här"))
    export.add_argument("--writer", default="", metavar="PERSON", help=_("bara det som personen har skrivit"))
    export.add_argument("--unmasked", action="store_true", help=_("ta med det som är hemligt i copy, csv och ical"))
    export.set_defaults(command=_export)


def _export(chosen: argparse.Namespace) -> int:
    from krisapp.exporting import (  # here: only this command needs them
        export,
        export_archive,
        export_calendar,
        export_copy,
        export_tables,
        tell_copy,
    )

    if chosen.format == "archive":
        folder, faults = export_archive(chosen.incident, chosen.out, _say_piece if chosen.progress else None)
        say(_("Arkivpaketet ligger i {folder}.").format(folder=folder))
    elif chosen.format == "copy":
        digest, covers, faults = export_copy(chosen.incident, _selection(chosen), chosen.out)
        if chosen.progress:
            say(tell_copy(digest, covers))
        else:
            say(_("Kontrollsumma: {sum}").format(sum=digest))
            for ground, count in covers.items():
                say(_("Maskerat enligt {ground}: {count}").format(ground=ground, count=count))
    elif chosen.format == "csv":
        faults = export_tables(chosen.incident, chosen.out, masked=not chosen.unmasked)
    elif chosen.format == "ical":
        faults = export_calendar(chosen.incident, chosen.out, masked=not chosen.unmasked)
    else:
        faults = export(chosen.incident, chosen.format, chosen.out)
    for fault in faults:
        sys.stderr.write(f"{fault}\n")
    return NO if faults else YES


def _moment(text: str) -> datetime:
    """Return a time of an argument, in this computer's zone unless it says another."""
    return datetime.fromisoformat(text).astimezone()


def _selection(chosen: argparse.Namespace) -> "Selection":
    from krisapp.domain.records.record_copies import Part, Selection  # here: as above

    names = chosen.parts.split(",")
    known = {part.value: part for part in Part}
    if not all(name in known for name in names):
        raise Refused(N_("Delarna är log, decisions, texts och facts, åtskilda av komma."))
    parts = tuple(known[name] for name in names)
    return Selection(parts, not chosen.unmasked, chosen.since, chosen.until, chosen.writer)


def _say_piece(count: int, name: str) -> None:
    say(f"{count} {name}")

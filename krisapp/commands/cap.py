"""The command cap: read alerts in CAP that somebody else has published (läsa varningar)."""

import argparse
from pathlib import Path

from krisapp.commands.answers import YES, say
from krisapp.domain.words import Refused, _


def add_cap(cap: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    acts = cap.add_subparsers(required=True, metavar=_("KOMMANDO"))
    read = acts.add_parser("read", help=_("läs varningarna i en CAP-fil"))
    read.add_argument("file", type=Path, metavar="FILE", help=_("CAP-filen"))
    read.add_argument("--json", action="store_true", help=_("skriv varningarna som JSON"))
    read.set_defaults(command=_read)


def _read(chosen: argparse.Namespace) -> int:
    from krisapp.documents.cap.reading import LARGEST_FILE, as_json, read_alerts  # here: only this command needs it
    from krisapp.documents.cap.told import told
    from krisapp.store.bad_input import BadInput
    from krisapp.store.yaml_reading import read_bytes

    try:
        alerts = read_alerts(read_bytes(chosen.file, LARGEST_FILE))
    except Refused as wrong:
        raise BadInput(chosen.file, None, wrong.sentence, **wrong.values) from None
    say(as_json(alerts).decode() if chosen.json else "\n\n".join(told(one) for one in alerts))
    return YES

"""How the ways out of a workplace are set up (utvägar): one file beside the plan, without any secret."""

from pathlib import Path

import msgspec

from krisapp.domain.sending.ways import WaysOut
from krisapp.domain.words import N_
from krisapp.store.bad_input import BadInput
from krisapp.store.whole_file import put

FILE = "ways_out.json"


def read_ways(folder: Path) -> WaysOut:
    """Return the ways of a workplace; all are empty before somebody has set one up.

    Raises `BadInput` for a file that cannot be read: guessing where to send would be worse than not sending.
    """
    path = folder / FILE
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return WaysOut()
    except OSError as error:
        raise BadInput(path, None, N_("Utvägarna går inte att läsa ({reason})."), reason=error.strerror) from None
    try:
        return msgspec.json.decode(content, type=WaysOut)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise BadInput(path, None, N_("Filen med utvägar är skadad. Ta bort den och fyll i vägarna på nytt.")) from None


def write_ways(folder: Path, ways: WaysOut) -> None:
    """Keep the ways of a workplace, whole before they have their name. Raises `OSError` when the disk says no."""
    put(folder / FILE, msgspec.json.format(msgspec.json.encode(ways)))

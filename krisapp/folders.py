"""Where the program keeps its files (mappen): beside the program on a stick, else in the user's own data folder."""

import os
import sys
from pathlib import Path

import msgspec

PORTABLE = "krisapp-data"


class _Chosen(msgspec.Struct):
    """What the commands need of the window's settings."""

    language: str = "sv"


def data_folder() -> Path:
    """Return the workplace folder: $KRISAPP_FOLDER, `krisapp-data` beside the frozen program, or the user's own."""
    chosen = os.environ.get("KRISAPP_FOLDER")
    if chosen:
        return Path(chosen)
    beside = Path(sys.executable).resolve().parent / PORTABLE
    if getattr(sys, "frozen", False) and beside.is_dir():
        return beside
    from platformdirs import user_data_dir  # here: a copy on a stick starts without it

    return Path(user_data_dir("krisapp", appauthor=False))


def chosen_language() -> str:
    """Return the language chosen in the window, which the commands speak too; Swedish where nothing can be read."""
    from platformdirs import user_config_dir

    kept = Path(user_config_dir("krisapp")) / "settings.json"
    try:
        return msgspec.json.decode(kept.read_bytes(), type=_Chosen).language
    except (OSError, msgspec.DecodeError):
        return _Chosen().language

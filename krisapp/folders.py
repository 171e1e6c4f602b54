"""Where the program keeps its files (mappen): beside the program on a stick, else in the user's own data folder."""

import os
import sys
from pathlib import Path

import platformdirs

PORTABLE = "krisapp-data"


def data_folder() -> Path:
    """Return the workplace folder: $KRISAPP_FOLDER, `krisapp-data` beside the frozen program, or the user's own."""
    chosen = os.environ.get("KRISAPP_FOLDER")
    if chosen:
        return Path(chosen)
    beside = Path(sys.executable).resolve().parent / PORTABLE
    if getattr(sys, "frozen", False) and beside.is_dir():
        return beside
    return Path(platformdirs.user_data_dir("krisapp", appauthor=False))

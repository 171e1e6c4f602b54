"""Where the program keeps its files (mappen): beside the program on a stick, else in the user's own data folder."""

import os
import sys
from pathlib import Path

import msgspec

PORTABLE = "krisapp-data"


class _Chosen(msgspec.Struct):
    """What the commands need of the window's settings."""

    language: str = "sv"


def portable_folder() -> Path | None:
    """Return `krisapp-data` beside the frozen program, whose being there makes it portable; None where it is not."""
    beside = Path(sys.executable).resolve().parent / PORTABLE
    return beside if getattr(sys, "frozen", False) and beside.is_dir() else None


def leave_nothing_here() -> None:
    """Let what the program is made of keep its caches and habits on the stick too, and not with the computer's user.

    Call it before Qt is loaded. Elsewhere than on Linux the systems have one place for them, which cannot be moved:
    `docs/packaging.md` names what is left there.
    """
    folder = portable_folder()
    if folder is not None:
        os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
        os.environ["XDG_CONFIG_HOME"] = str(folder / "settings")


def leave_others_their_libraries() -> None:
    """Let programs of the machine, such as gammu, load its libraries and not ours.

    The frozen start puts our folder first on the path that every program started from here would search. It has been
    read by now, and each start of our own sets it anew.
    """
    os.environ.pop("LD_LIBRARY_PATH", None)
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before


def data_folder() -> Path:
    """Return the workplace folder: $KRISAPP_FOLDER, `krisapp-data` beside the frozen program, or the user's own."""
    chosen = os.environ.get("KRISAPP_FOLDER")
    if chosen:
        return Path(chosen)
    beside = portable_folder()
    if beside is not None:
        return beside
    from platformdirs import user_data_dir  # here: a copy on a stick starts without it

    return Path(user_data_dir("krisapp", appauthor=False))


def settings_folder() -> Path:
    """Return where the window keeps its settings: on the stick, or where the system keeps those of its user."""
    beside = portable_folder()
    if beside is not None:
        return beside / "settings"
    from platformdirs import user_config_dir

    return Path(user_config_dir("krisapp"))


def chosen_language() -> str:
    """Return the language chosen in the window, which the commands speak too; Swedish where nothing can be read."""
    try:
        return msgspec.json.decode((settings_folder() / "settings.json").read_bytes(), type=_Chosen).language
    except (OSError, msgspec.DecodeError):
        return _Chosen().language

"""The media a meeting may use (minnen): what is plugged in or shared, found by asking the system."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QStorageInfo

_PLUGGED = ("/media/", "/run/media/", "/mnt/", "/Volumes/")
"""Where Linux and macOS put what is plugged in."""


class Volume(NamedTuple):
    """A volume as the system tells of it."""

    root: str
    name: str
    writable: bool = True


class Medium(NamedTuple):
    """A stick or share that can be met on, with what a person calls it."""

    path: Path
    name: str


def volumes() -> list[Volume]:
    """Return the volumes of this machine. Ask in a job: a share that does not answer is waited for."""
    return [
        Volume(one.rootPath(), one.displayName(), not one.isReadOnly())
        for one in QStorageInfo.mountedVolumes()
        if one.isValid() and one.isReady()
    ]


def media(found: Iterable[Volume], *, windows: bool = sys.platform == "win32") -> list[Medium]:
    """Return those of the volumes that are plugged in or shared and can be written to."""
    usable = (one for one in found if one.writable and _plugged(one.root, windows=windows))
    return [Medium(Path(one.root), _name(one)) for one in usable]


def _plugged(root: str, *, windows: bool) -> bool:
    if windows:
        return not root.upper().startswith("C:")
    return root.startswith(_PLUGGED)


def _name(one: Volume) -> str:
    return one.name or Path(one.root).name or one.root

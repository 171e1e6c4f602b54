"""The ballast (reserven): room set aside beside an incident file, let go when the disk is full."""

import os
from pathlib import Path

SIZE = 2 * 1024 * 1024
"""Bytes. Some two thousand entries fit in what it sets free."""


class Ballast:
    """Two megabytes nobody else can take."""

    def __init__(self, path: Path) -> None:
        self.path = path.with_name(f".{path.name}.ballast")

    def take_in(self) -> bool:
        """Set the room aside; return whether there was any."""
        try:
            if self.path.exists() and self.path.stat().st_size == SIZE:
                return True
            with self.path.open("wb") as file:
                if hasattr(os, "posix_fallocate"):
                    os.posix_fallocate(file.fileno(), 0, SIZE)
                else:
                    file.write(bytes(SIZE))
        except OSError:
            self.let_go()
            return False
        return True

    def let_go(self) -> bool:
        """Give the room back; return whether there was any to give."""
        try:
            self.path.unlink()
        except OSError:
            return False
        return True

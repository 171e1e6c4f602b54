"""The right to write an incident file (skrivrätten): one program at a time.

The right is an operating system lock on a small file beside the journal, so that it goes with the process, however
that ends. The file says who has it, for the sentence the next one is met with.
"""

import os
import sys
from datetime import datetime
from pathlib import Path
from typing import TextIO

import msgspec

from krisapp.domain.faults import in_words
from krisapp.store.trouble import Occupied, ReadOnly

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30
    """Windows locks shut out readers too, so the locked byte lies beyond the text."""

    def _take(file: TextIO) -> bool:
        """Take the lock if it is free."""
        file.seek(_FAR)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            file.seek(0)
        return True
else:
    import fcntl

    def _take(file: TextIO) -> bool:
        """Take the lock if it is free."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


class WriteLock:
    """The right to write one file, from the moment it is made until `release` or the end of the process.

    Raises `Occupied` if another program has it, `ReadOnly` if nobody can write there.
    """

    def __init__(self, path: Path, console: str, since: datetime) -> None:
        self.path = path.with_name(f".{path.name}.lock")
        while True:
            try:
                self._file = self.path.open("a+", encoding="utf-8")
            except OSError as error:
                raise ReadOnly(path) from error
            if not _take(self._file):
                self._refuse(path)
            if self._still_there():
                break
            self._file.close()
        self._sign(console, since)

    def _still_there(self) -> bool:
        """Return whether the file we locked has not just been removed by whoever had it before."""
        try:
            return os.path.samestat(os.fstat(self._file.fileno()), self.path.stat())
        except FileNotFoundError:
            return False

    def _refuse(self, path: Path) -> None:
        """Raise `Occupied` with what the file says of who has it."""
        self._file.seek(0)
        text = self._file.read(1000)
        self._file.close()
        try:
            said = msgspec.json.decode(text)
            who = {
                "console": str(said["console"]),
                "process": int(said["process"]),
                "since": in_words(int(said["since"]), int(said["offset"])),
            }
        except (ValueError, KeyError, TypeError):
            who = {"console": "?", "process": "?", "since": "?"}
        raise Occupied(path, **who)

    def _sign(self, console: str, since: datetime) -> None:
        """Write who we are into the file."""
        offset = since.utcoffset()
        self._file.seek(0)
        self._file.truncate()
        said = {
            "console": console,
            "process": os.getpid(),
            "since": int(since.timestamp() * 1000),
            "offset": int(offset.total_seconds()) // 60 if offset else 0,
        }
        self._file.write(msgspec.json.encode(said).decode())
        self._file.flush()

    def release(self) -> None:
        """Let the next one write. The file goes while we still hold it, so that none can be left locked in vain."""
        if sys.platform != "win32":
            self.path.unlink(missing_ok=True)
        self._file.close()

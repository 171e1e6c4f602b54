"""What is known to lie in a folder (vad som ligger där), remembered between meetings so that no file is read twice.

A file is known by its name, size and time of change together: one that has been cut off, altered or replaced is
another file.
"""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import msgspec

from krisapp.store.bad_input import BadInput
from krisapp.store.exchange.segment import SUFFIX, Segment, read_segment

_Sign = tuple[str, int, int]


class _File(msgspec.Struct):
    """What a file holds that can be read whole: ids of entries, the hash of a blob; `taken` when all of it is here."""

    ids: tuple[bytes, ...] = ()
    blob: str = ""
    taken: bool = False


class Lying:
    """The files of one folder as they were last read. Keep it as long as the same folder is met."""

    def __init__(self) -> None:
        self._files: dict[_Sign, _File] = {}
        self._settled: tuple[frozenset[_Sign], int] | None = None

    def lists(self, folder: Path) -> dict[_Sign, Path]:
        """Return the segment files that lie in a folder now, in order of name; others are forgotten."""
        found = {_sign(path): path for path in sorted(folder.glob(f"*{SUFFIX}"))}
        self._files = {sign: file for sign, file in self._files.items() if sign in found}
        return found

    def new(self, folder: Path) -> list[Path]:
        """Return the files of a folder that have not been taken in whole."""
        return [path for sign, path in self.lists(folder).items() if not self._of(sign).taken]

    def keep(self, path: Path, found: Segment | None, *, taken: bool) -> None:
        """Remember what a file held; `taken` when it need not be read again before it changes."""
        self._files[_sign(path)] = _contents(found, taken=taken)

    def held(self, folder: Path) -> Iterator[tuple[tuple[bytes, ...], str]]:
        """Give the ids and the blob's hash of each file that can be read whole, reading those not read before."""
        for sign, path in self.lists(folder).items():
            if sign not in self._files:
                self._files[sign] = _contents(_read(path), taken=False)
            known = self._files[sign]
            yield known.ids, known.blob

    def settled(self, folder: Path, last: int) -> bool:
        """Return whether folder and journal are as they were when all had been left and taken in."""
        return self._settled == (frozenset(self.lists(folder)), last) if folder.is_dir() else False

    def settle(self, folder: Path, last: int) -> None:
        """Remember that all has been left and taken in; `last` is the number of the journal's last row."""
        signs = self.lists(folder)
        done = all(self._of(sign).taken for sign in signs)
        self._settled = (frozenset(signs), last) if done else None

    def _of(self, sign: _Sign) -> _File:
        return self._files.get(sign, _File())


def _contents(found: Segment | None, *, taken: bool) -> _File:
    """Return what counts of a segment. One that was cut off or altered holds nothing, whatever its name."""
    if found is None or not found.whole:
        return _File(taken=taken)
    ids = tuple(bytes.fromhex(entry.id) for entry in found.entries)
    blob = found.title.of if sha256(found.blob).hexdigest() == found.title.of else ""
    return _File(ids, blob, taken)


def _read(path: Path) -> Segment | None:
    try:
        return read_segment(path)
    except BadInput:
        return None


def _sign(path: Path) -> _Sign:
    now = path.stat()
    return path.name, now.st_size, now.st_mtime_ns

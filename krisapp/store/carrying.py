"""Folders that are carried away on a stick (bäras bort): whole and read back, or the old one as it was.

The new one is made beside the old one, sealed with the sum of every file, read back, and takes its place only then.
"""

import hashlib
import os
import shutil
from pathlib import Path

from krisapp.domain.words import N_
from krisapp.store.bad_input import BadInput

_CHUNK = 1 << 20


def draft_of(whole: Path) -> Path:
    """Return where a folder is made before it takes its place."""
    return whole.with_name(f"{whole.name}.ny")


def former_of(whole: Path) -> Path:
    """Return where the old one waits while the new one takes its place."""
    return whole.with_name(f"{whole.name}.gammal")


def clear_ground(whole: Path) -> None:
    """Put right what an interrupted making left, so that a new one can begin. Raises `OSError`."""
    if former_of(whole).exists() and not whole.exists():
        former_of(whole).rename(whole)  # it was stopped between the two renamings
    for left in (draft_of(whole), former_of(whole)):
        shutil.rmtree(left, ignore_errors=True)


def take_place(whole: Path) -> None:
    """Let what was made take the place of the old one. Raises `OSError`."""
    if whole.exists():
        whole.rename(former_of(whole))
    draft_of(whole).rename(whole)
    shutil.rmtree(former_of(whole), ignore_errors=True)


def seal(folder: Path, sums_file: str) -> tuple[int, int]:
    """Write the sum of every file, see that all is on the disk, and read it back; return how many files and bytes.

    `sums_file` is as `sha256sum -c` reads it. Raises `BadInput` when a file does not read back as it was written.
    """
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    sums = {path: _sum(path) for path in files}
    listed = "".join(f"{digest}  {path.relative_to(folder).as_posix()}\n" for path, digest in sums.items())
    (folder / sums_file).write_text(listed, encoding="utf-8", newline="\n")
    for path in (*files, folder / sums_file):
        with path.open("rb+") as file:
            os.fsync(file.fileno())
            _forget_cached(file.fileno())
    for path, digest in sums.items():
        if _sum(path) != digest:
            raise BadInput(
                path, None, N_("Filen gick inte att läsa tillbaka som den skrevs. Byt usb-minne och gör om kopian.")
            )
    return len(files) + 1, sum(path.stat().st_size for path in files)


def strangers(folder: Path, sums_file: str) -> tuple[str, ...]:
    """Return the files in a sealed folder that somebody else has put there or changed; all of them without a seal."""
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    files.pop(sums_file, None)
    try:
        lines = (folder / sums_file).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        lines = []
    known = {name: digest for digest, _gap, name in (line.partition("  ") for line in lines)}
    return tuple(name for name, path in files.items() if known.get(name) != _sum(path))


def _forget_cached(descriptor: int) -> None:
    """Let the system forget what it holds of a file, where it can, so that reading back reads the stick."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)


def _sum(path: Path) -> str:
    found = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            found.update(chunk)
    return found.hexdigest()

"""Publishing a site in a folder (publicera i mapp): only what has changed, and whole or not at all.

New files are written aside within the folder, made safe on the disk, and only then given their names, each in one step:
the texts before the pages that lead to them. What is cut short before that leaves the old site as it was; what is cut
short after it is completed by the next publication. Files nobody published from here are never touched.
"""

import errno
import hashlib
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from krisapp.domain.words import N_, Refused
from krisapp.store.bad_input import BadInput

MANIFEST = "webbplats.json"
ASIDE = ".krisapp-ny"
_READY = ".klar"
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_WRITING = {errno.EROFS, errno.EACCES, errno.EPERM}

Tell = Callable[[int, int, str], bool]
"""Hears of each file before it is written: its number, how many there are, and its path. It returns whether to go on:
False stops the publication, and the site in the folder is as it was."""


class Manifest(msgspec.Struct, frozen=True):
    """What lies in a folder that was published from here: the incident, and the SHA-256 of each file by its path."""

    incident: str
    exercise: bool
    files: dict[str, str]


class Changes(NamedTuple):
    """What a publication would do: the paths of new files, of changed ones, and of those that go away."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    replaces: str = ""
    """The incident whose site lies there and would give way, when it is another."""

    @property
    def touched(self) -> int:
        """Return how many files it touches."""
        return len(self.new) + len(self.changed) + len(self.gone)


def manifest_of(files: Mapping[str, bytes], incident: str, *, exercise: bool) -> Manifest:
    """Return the manifest of a site's files."""
    return Manifest(incident, exercise, {path: _sum(content) for path, content in sorted(files.items())})


def manifest_file(manifest: Manifest) -> bytes:
    """Return the manifest as it lies beside the pages."""
    return msgspec.json.format(msgspec.json.encode(manifest), indent=1)


def compare(manifest: Manifest, folder: Path) -> Changes:
    """Return what publishing would change in a folder, read from what really lies there.

    Raises `Refused` when the folder holds something else than a site from here, or the site of a real incident that an
    exercise would replace (rule P62), and `BadInput` when it cannot be read.
    """
    try:
        there = read_manifest(folder)
        if there is None:
            taken = next((path for path in manifest.files if (folder / path).exists()), None)
            if taken is not None:
                raise Refused(N_("I mappen finns redan {file} från något annat. Välj en tom mapp."), file=taken)
        elif manifest.exercise and not there.exercise:
            raise Refused(
                N_("I mappen ligger webbplatsen för {incident}, som är på riktigt. En övning får inte ersätta den."),
                incident=there.incident,
            )
        before = there.files if there else {}
        new, changed = [], []
        for path, digest in manifest.files.items():
            found = _sum_of(folder / path)
            if found is None:
                new.append(path)
            elif found != digest:
                changed.append(path)
        gone = tuple(path for path in before if path not in manifest.files and (folder / path).exists())
    except OSError as error:
        raise _in_words(folder, error) from None
    other = there.incident if there and there.incident != manifest.incident else ""
    return Changes(tuple(new), tuple(changed), gone, other)


def read_manifest(folder: Path) -> Manifest | None:
    """Return the manifest of the site that lies in a folder, or None if none was published there from here."""
    try:
        return msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Manifest)
    except (FileNotFoundError, NotADirectoryError, msgspec.DecodeError):
        return None


def publish(
    files: Mapping[str, bytes], incident: str, folder: Path, tell: Tell, *, exercise: bool
) -> tuple[Manifest, Changes] | None:
    """Publish a site's files in a folder, and return what lies there now and what was changed; None if it was stopped.

    Raises as `compare` does, and `BadInput` when the folder cannot be written to.
    """
    manifest = manifest_of(files, incident, exercise=exercise)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _complete(folder)
        changes = compare(manifest, folder)
        aside = folder / ASIDE
        if not _write_aside(files, manifest, changes, aside, tell):
            shutil.rmtree(aside, ignore_errors=True)
            return None
        _complete(folder)
        for path in manifest.files:
            if _sum_of(folder / path) != manifest.files[path]:
                raise BadInput(
                    folder / path, None, N_("Filen gick inte att läsa tillbaka som den skrevs. Försök igen.")
                )
    except OSError as error:
        if not (folder / ASIDE / _READY).exists():
            shutil.rmtree(folder / ASIDE, ignore_errors=True)
        raise _in_words(folder, error) from None
    return manifest, changes


def withdraw(folder: Path) -> None:
    """Take away a site that was published in a folder from here, and nothing else. Raises `BadInput`."""
    try:
        there = read_manifest(folder)
        if there is not None:
            _take_away(there, folder)
    except OSError as error:
        raise _in_words(folder, error) from None


def _take_away(there: Manifest, folder: Path) -> None:
    for path in there.files:
        _remove(folder, path)
    (folder / MANIFEST).unlink()
    # Its own folders from within, and last the one it lies in; an empty one of somebody else's stays.
    within = {parent for path in there.files for parent in Path(path).parents}
    for left in sorted(
        (folder / one for one in within if not one.is_absolute() and ".." not in one.parts), reverse=True
    ):
        if left.is_dir() and not any(left.iterdir()):
            left.rmdir()


def _write_aside(files: Mapping[str, bytes], manifest: Manifest, changes: Changes, aside: Path, tell: Tell) -> bool:
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir()
    paths = [*changes.new, *changes.changed]
    for number, path in enumerate(paths, 1):
        if not tell(number, len(paths), path):
            return False
        _write(aside / path, files[path])
    _write(aside / MANIFEST, manifest_file(manifest))
    # From here on it is carried through: now by us, after a power cut by the next publication.
    _write(aside / _READY, b"")
    return True


def _complete(folder: Path) -> None:
    """Give what is written aside its names, if all of it is there; what was left half written is taken away."""
    aside = folder / ASIDE
    if (aside / _READY).exists():
        written = [path for path in aside.rglob("*") if path.is_file() and path.name not in (_READY, MANIFEST)]
        # Texts in folders first, then the pages that lead to them: no link leads to nothing in the moment between.
        for path in sorted(written, key=lambda path: (-len(path.relative_to(aside).parts), path.name == "index.html")):
            name = folder / path.relative_to(aside)
            name.parent.mkdir(parents=True, exist_ok=True)
            path.replace(name)
        before = read_manifest(folder)
        draft = aside / MANIFEST
        if draft.exists():
            now = msgspec.json.decode(draft.read_bytes(), type=Manifest)
            for gone in (before.files.keys() - now.files.keys()) if before else ():
                _remove(folder, gone)
            draft.replace(folder / MANIFEST)
    shutil.rmtree(aside, ignore_errors=True)


def _remove(folder: Path, path: str) -> None:
    """Take away a file that was published from here, and nothing outside the folder whatever the manifest says."""
    target = folder / path
    if target.resolve().is_relative_to(folder.resolve()):
        target.unlink(missing_ok=True)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _sum_of(path: Path) -> str | None:
    try:
        return _sum(path.read_bytes())
    except FileNotFoundError:
        return None


def _in_words(folder: Path, error: OSError) -> BadInput:
    if error.errno in _FULL:
        return BadInput(folder, None, N_("Det finns inte plats. Webbplatsen som låg där är kvar. Ta bort något först."))
    if error.errno in _NO_WRITING:
        return BadInput(folder, None, N_("Mappen går inte att skriva till. Välj en annan mapp."))
    return BadInput(
        folder, None, N_("Mappen går inte att nå ({reason}). Kontrollera den och försök igen."), reason=error.strerror
    )

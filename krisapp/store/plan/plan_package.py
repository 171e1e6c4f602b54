"""A plan to carry (planpaket): a folder or one zip file of readable text files, out and in.

What comes in is untrusted. Everything is looked at before anything is read, nothing is written, and links, paths that
lead elsewhere, and files that are too many or too large are refused in words.
"""

import os
import shutil
import stat
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from krisapp.domain.plan import Plan, digest, encode_plan
from krisapp.domain.words import N_
from krisapp.store.bad_input import BadInput
from krisapp.store.plan import plan_manifest as manifest
from krisapp.store.plan.plan_layout import Look, go_on, write_plan
from krisapp.store.plan.plan_reading import read_plan
from krisapp.store.yaml_reading import LIMIT_BYTES, read_bytes
from krisapp.store.zip_trouble import BROKEN_ZIP

MOST_FILES = 3000
MOST_BYTES = 30_000_000
"""The most files and bytes of a package; a whole plan is a tenth of either."""

_SUFFIX = ".zip"
_MADE = (1980, 1, 1, 0, 0, 0)
"""One time for every file in a zip, so that equal plans give equal packages."""

_LEFT_BY_SYSTEMS = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")

_LINK = N_("{name} är en länk till något annat. Lägg in själva filen.")
_ELSEWHERE = N_("{name} pekar utanför paketet. Ta bort filen ur paketet.")
_TOO_MANY = N_("Paketet har fler än {most} filer. Ta bort det som inte hör till planen.")
_TOO_LARGE = N_("Paketet är större än {most} MB. Ta bort det som inte hör till planen.")


class Package(NamedTuple):
    """What came in: the plan, and whether it says of itself that it is an adopted version, letter by letter."""

    plan: Plan
    adopted: bool = False


def export_plan(plan: Plan, target: Path, *, adopted: bool = False, look: Look = go_on) -> None:
    """Write a plan as a sealed zip file if the name ends in .zip, or else as a folder to edit by hand (PL5).

    `adopted` says that it is an adopted version. Work that `look` stops leaves nothing behind.

    Raises `BadInput` if the folder has something in it already, or may not be written.
    """
    files = write_plan(plan, look)
    try:
        if target.suffix.lower() == _SUFFIX:
            _write_zip(files | {manifest.NAME: manifest.seal(files, plan, adopted=adopted)}, target, look)
        else:
            _write_folder(files, target, look)
    except PermissionError:
        raise BadInput(target, None, N_("Det går inte att skriva där. Välj en annan mapp.")) from None
    except FileNotFoundError:
        raise BadInput(target, None, N_("Mappen {folder} finns inte. Skapa den först."), folder=target.parent) from None


def import_plan(source: Path) -> Plan:
    """Return the plan of a folder or zip file, as `open_package`."""
    return open_package(source).plan


def open_package(source: Path, look: Look = go_on) -> Package:
    """Return what a folder or zip file holds, checked in full; nothing is changed by it, and `look` can stop it.

    Raises `BadPlan` (a `BadInput`) with one sentence for each fault: file, line, remedy.
    """
    if source.is_dir():
        files = dict(_each(_from_folder(source), look))
    elif zipfile.is_zipfile(source):
        files = dict(_each(_from_zip(source), look))
    else:
        read_bytes(source, MOST_BYTES)  # says if it is missing or may not be read
        raise BadInput(source, None, N_("Det är inget planpaket. Välj en mapp eller en zip-fil från Krisapp."))
    files = _without_top_folder(files)
    sealed = manifest.unseal(files, source)
    manifest.refuse_scripts(files, source)
    plan = read_plan(files, source, look)
    look()
    manifest.refuse_disguised(plan, source)
    whole = sealed is not None and sealed.plan == digest(encode_plan(plan))
    return Package(plan, adopted=whole and sealed is not None and sealed.adopted)


def _each(files: Iterator[tuple[str, bytes]], look: Look) -> Iterator[tuple[str, bytes]]:
    for file in files:
        look()
        yield file


def _write_folder(files: dict[str, bytes], target: Path, look: Look) -> None:
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise BadInput(target, None, N_("Det finns redan något där. Välj ett nytt namn eller en tom mapp."))
    if not target.parent.is_dir():
        raise FileNotFoundError(target.parent)
    there = target.exists()
    try:
        for name, content in files.items():
            look()
            path = target / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    except BaseException:
        # Nothing lay there before: half a plan would be taken for a whole one.
        shutil.rmtree(target, ignore_errors=True)
        if there:
            target.mkdir(exist_ok=True)
        raise


def _write_zip(files: dict[str, bytes], target: Path, look: Look) -> None:
    unfinished = target.with_name(f"{target.name}.{os.getpid()}.ny")
    try:
        with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in sorted(files):
                look()
                archive.writestr(zipfile.ZipInfo(name, _MADE), files[name], zipfile.ZIP_DEFLATED)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _from_folder(source: Path) -> Iterator[tuple[str, bytes]]:
    count = total = 0
    for folder, folders, names in os.walk(source, followlinks=False):
        here = Path(folder)
        for name in sorted((*folders, *names)):
            if (here / name).is_symlink():
                raise BadInput(here / name, None, _LINK, name=name)
        for name in sorted(names):
            if name in _LEFT_BY_SYSTEMS:
                continue
            count += 1
            content = _whole(here / name)
            total += len(content)
            _measure(source, count, total)
            yield (here / name).relative_to(source).as_posix(), content


def _whole(path: Path) -> bytes:
    """Return a plain file's content; a pipe or a device would never end."""
    if not stat.S_ISREG(path.lstat().st_mode):
        raise BadInput(path, None, N_("Det är ingen vanlig fil. Ta bort den ur paketet."))
    return read_bytes(path)


def _from_zip(source: Path) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(source) as archive:
            # One without a name is nobody's file, and not even a folder.
            named = [entry for entry in archive.infolist() if entry.filename]
            entries = [entry for entry in named if not entry.is_dir() and not _left(entry.filename)]
            _look_at(source, entries)
            total = 0
            for count, entry in enumerate(entries, 1):
                with archive.open(entry) as file:
                    content = file.read(LIMIT_BYTES + 1)
                if len(content) > LIMIT_BYTES:
                    raise _large_file(source, entry)
                total += len(content)
                _measure(source, count, total)
                yield entry.filename, content
    except BROKEN_ZIP as error:
        raise BadInput(source, None, N_("Zip-filen är skadad. Hämta den på nytt.")) from error


def _look_at(source: Path, entries: list[zipfile.ZipInfo]) -> None:
    """Refuse what a zip file can hide, before anything in it is unpacked."""
    _measure(source, len(entries), sum(entry.file_size for entry in entries))
    seen: set[str] = set()
    for entry in entries:
        name = entry.filename
        where = source / name.replace("\\", "/").lstrip("/")
        parts = PurePosixPath(name).parts
        if "\\" in name or ":" in name or name.startswith("/") or ".." in parts:
            raise BadInput(source, None, _ELSEWHERE, name=name)
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise BadInput(where, None, _LINK, name=name)
        if entry.flag_bits & 1:
            raise BadInput(where, None, N_("{name} är krypterad. Packa om utan lösenord."), name=name)
        # Some systems tell neither capitals apart nor the two ways of writing å.
        alike = unicodedata.normalize("NFC", name).casefold()
        if alike in seen:
            raise BadInput(where, None, N_("{name} finns två gånger i paketet. Ta bort den ena."), name=name)
        if entry.file_size > LIMIT_BYTES:
            raise _large_file(source, entry)
        seen.add(alike)


def _large_file(source: Path, entry: zipfile.ZipInfo) -> BadInput:
    return BadInput(
        source,
        None,
        N_("{name} är större än {most} MB. Dela upp filen."),
        name=entry.filename,
        most=LIMIT_BYTES // 10**6,
    )


def _measure(source: Path, count: int, total: int) -> None:
    if count > MOST_FILES:
        raise BadInput(source, None, _TOO_MANY, most=MOST_FILES)
    if total > MOST_BYTES:
        raise BadInput(source, None, _TOO_LARGE, most=MOST_BYTES // 10**6)


def _left(name: str) -> bool:
    """Return whether a file is one that operating systems leave behind."""
    return any(part in _LEFT_BY_SYSTEMS for part in PurePosixPath(name).parts)


def _without_top_folder(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return the files without the one folder all lie in, which is how a folder is zipped by hand."""
    tops = {name.partition("/")[0] for name in files}
    if "plan.yaml" in files or len(tops) != 1 or any("/" not in name for name in files):
        return files
    return {name.partition("/")[2]: content for name, content in files.items()}

"""Safety copies (säkerhetskopior): the whole workplace in a second place, each file read back, and the way home again.

A copy is taken of what has changed, by SQLite itself, and takes the place of the one before only when it has been read
through. What is damaged never takes the place of what is whole, and nothing is ever removed from a copy.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import msgspec

from krisapp.domain.words import N_, Refused, _
from krisapp.store.bad_input import BadInput
from krisapp.store.console import FILES as CONSOLES
from krisapp.store.copying import copy_incident, copy_plan
from krisapp.store.driver import LOCK
from krisapp.store.trouble import DiskFull, ReadOnly, Trouble
from krisapp.store.whole_file import put

FOLDER = "krisapp-sakerhetskopia"
INDEX = "kopia.json"
PLACES = "kopior.json"
"""In the workplace: where its copies are taken to."""

PLAN = "plan.db"
DAMAGED = "skadad"

Tell = Callable[[int, int, str], object]
"""Hears of each file as it is begun: its number, how many there are, and its name."""


class Kept(msgspec.Struct, frozen=True):
    """A file in a copy: what its source looked like when it was taken, so that one that is the same is left alone."""

    size: int
    modified: int
    taken: datetime


class Index(msgspec.Struct, frozen=True):
    """What a copy holds and when it was last brought up to date."""

    v: int
    taken: datetime
    files: dict[str, Kept]


class Result(msgspec.Struct, frozen=True):
    """What came of copying: files that were copied, how many were the same, and in words what is missing."""

    copied: tuple[str, ...]
    same: int
    lacks: tuple[str, ...]


def places(workplace: Path) -> tuple[Path, ...]:
    """Return where copies of a workplace are taken to; none when nobody has chosen, or the file cannot be read."""
    try:
        return tuple(map(Path, msgspec.json.decode((workplace / PLACES).read_bytes(), type=list[str])))
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return ()


def choose_places(workplace: Path, chosen: tuple[Path, ...]) -> None:
    """Remember where copies are to be taken to. Raises `Refused` for the workplace itself or a folder within it."""
    for place in chosen:
        if place.resolve().is_relative_to(workplace.resolve()):
            raise Refused(N_("Kopian måste ligga utanför arbetsmappen. Välj ett minne eller en delad mapp."))
    put(workplace / PLACES, msgspec.json.encode([str(place) for place in chosen]))


def is_there(place: Path) -> bool:
    """Return whether a place can be reached. A share that is down is only not there; `Path.is_dir` raises for it."""
    return os.path.isdir(place)  # noqa: PTH112 - as said above


def index_of(place: Path) -> Index | None:
    """Return what the copy in a place holds, or None where there is none or it cannot be reached."""
    try:
        return msgspec.json.decode((place / FOLDER / INDEX).read_bytes(), type=Index)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None


def back_up(workplace: Path, place: Path, now: datetime, tell: Tell) -> Result:
    """Bring the copy in a place up to date.

    Raises `BadInput` when the place cannot be reached or written to; the copies that lie there are then as they were.
    """
    if not is_there(place):
        raise BadInput(place, None, N_("Säkerhetskopians plats går inte att nå. Sätt i minnet eller välj en annan."))
    target = place / FOLDER
    try:
        target.mkdir(exist_ok=True)
        return _back_up(workplace, target, index_of(place), now, tell)
    except DiskFull:
        raise BadInput(place, None, N_("Det är fullt där säkerhetskopian ligger. Frigör plats.")) from None
    except (ReadOnly, PermissionError):
        raise BadInput(place, None, N_("Det går inte att skriva där säkerhetskopian ligger.")) from None
    except OSError as error:
        raise BadInput(
            place, None, N_("Säkerhetskopian gick inte att ta: {reason}."), reason=error.strerror or error
        ) from None


def _back_up(workplace: Path, target: Path, before: Index | None, now: datetime, tell: Tell) -> Result:
    files = dict(before.files) if before else {}
    sources = sorted(_sources(workplace))
    copied, lacks = [], []
    for number, name in enumerate(sources, 1):
        source, kept = workplace / name, files.get(name)
        size, modified = _looks(source)
        if kept and (kept.size, kept.modified) == (size, modified) and (target / name).exists():
            continue
        tell(number, len(sources), name)
        wrong = _copy(source, target / name)
        if wrong:
            lacks.append(wrong)
            continue
        copied.append(name)
        files[name] = Kept(size, modified, now)
    put(target / INDEX, msgspec.json.format(msgspec.json.encode(Index(1, now, files))))
    return Result(tuple(copied), len(sources) - len(copied) - len(lacks), tuple(lacks))


def _sources(workplace: Path) -> Iterator[str]:
    """Give the names of what a workplace is: plan, incidents, drills, lock, and the small files of its own."""
    for path in workplace.rglob("*"):
        name = path.relative_to(workplace)
        hidden = any(part.startswith(".") for part in name.parts)
        side = path.name.endswith(("-wal", "-shm", "-journal", ".lock"))
        own = name.name == PLACES or path.match(CONSOLES)
        if path.is_file() and not hidden and not side and not own and len(name.parts) <= 2:
            yield name.as_posix()


def _looks(path: Path) -> tuple[int, int]:
    """Return a file's size and when it last changed, with what is not yet moved into it."""
    beside = path.with_name(path.name + "-wal")
    found = [one.stat() for one in (path, beside) if one.exists()]
    return sum(one.st_size for one in found), max(one.st_mtime_ns for one in found)


def _copy(source: Path, target: Path) -> str:
    """Copy a file whole, and return what is wrong in words; a copy that is there stays until the new one is read."""
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.ny")
    draft.unlink(missing_ok=True)
    wrong = ""
    try:
        if source.suffix == ".krisapp":
            if copy_incident(source, draft):
                wrong = _("Journalen i {file} håller inte. Den ligger bredvid som skadad.").format(file=source.name)
                target = target.with_name(f"{target.stem}-{DAMAGED}{target.suffix}")
        elif source.name == PLAN:
            copy_plan(source, draft)
        else:
            content = source.read_bytes()
            draft.write_bytes(content)
            if sha256(draft.read_bytes()).digest() != sha256(content).digest():
                return _("{file} gick inte att läsa tillbaka.").format(file=source.name)
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        draft.replace(target)
    except (DiskFull, ReadOnly):
        raise
    except Trouble as trouble:
        return _("{file} är inte med: {reason}").format(file=source.name, reason=trouble)
    finally:
        draft.unlink(missing_ok=True)
    return wrong


def restore(place: Path, workplace: Path, tell: Tell) -> Result:
    """Bring a copy home into a workplace that has no incidents, as on a new computer. The plan there is set aside.

    Raises `BadInput` where there is no copy, and `Refused` where the workplace has incidents of its own.
    """
    index = index_of(place)
    if index is None:
        raise BadInput(place, None, N_("Där finns ingen säkerhetskopia. Välj minnet eller mappen den ligger i."))
    if any(workplace.rglob("*.krisapp")):
        raise Refused(
            N_("Här finns redan händelser. Återställ på en ny dator, eller i en tom arbetsmapp. Inget är ändrat.")
        )
    workplace.mkdir(parents=True, exist_ok=True)
    source, lacks, copied = place / FOLDER, list[str](), list[str]()
    # What the index names is believed only where it lies in the copy: a forged name would be written anywhere.
    lying = set(_sources(source))
    for number, name in enumerate(sorted(index.files, key=lambda name: (name != LOCK, name)), 1):
        tell(number, len(index.files), name)
        if name == PLAN and (workplace / PLAN).exists():
            _set_aside(workplace / PLAN)
        wrong = _copy(source / name, workplace / name) if name in lying else _gone(name)
        (lacks if wrong else copied).append(wrong or name)
    return Result(tuple(copied), 0, tuple(lacks))


def _gone(name: str) -> str:
    return _("{file} saknas i säkerhetskopian.").format(file=name)


def _set_aside(path: Path) -> None:
    for one in (path, *(path.with_name(path.name + side) for side in ("-wal", "-shm"))):
        if one.exists():
            shutil.move(one, one.with_name(f"fore-aterstallning-{one.name}"))

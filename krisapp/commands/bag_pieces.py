"""What lies in the bag (väskans delar), and how each part is written: handbook 3.7."""

import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from krisapp.documents.binder import binder
from krisapp.documents.blank_forms import BLANK, SHEETS, forms_in_advance
from krisapp.domain.plan import Plan
from krisapp.domain.records.papers import FORM_NAMES, LETTERS, Number
from krisapp.domain.words import _
from krisapp.folders import PORTABLE
from krisapp.store.console import Console
from krisapp.store.copying import NotCopied, copy_incident, copy_plan
from krisapp.store.paper_series import series_of
from krisapp.store.plan.plan_package import export_plan
from krisapp.store.trouble import DiskFull, ReadOnly, Trouble


class Piece(NamedTuple):
    """A part of the bag: its name, what it is in words, and what writes it into a folder. It returns what is wrong."""

    name: str
    about: str
    write: Callable[[Path], str]


def program() -> Path | None:
    """Return the folder of the program when it is one that can be carried, or None when it runs from its source."""
    return Path(sys.executable).resolve().parent if getattr(sys, "frozen", False) else None


def pieces_of(workplace: Path, draft: Path, now: datetime) -> Iterator[Piece]:
    """Yield the parts of the bag; the plan is copied into the draft at once, for the papers are made of it."""
    data = draft / PORTABLE
    data.mkdir()
    plan = copy_plan(workplace / "plan.db", data / "plan.db")
    seed = f"{Console.load(workplace).public} {now.isoformat(timespec='minutes')}"
    yield Piece("planpaket.zip", _("Hela planen som läsbara filer, att läsa in i en annan Krisapp"), _package(plan))
    yield Piece(
        "parm/parm.pdf", _("Pärmen: planen, kontaktlistan och checklistorna, att skriva ut"), _binder(plan, now)
    )
    for form in BLANK:
        numbers = [Number(form, series_of(seed), place) for place in range(1, SHEETS + 1)]
        name = f"blanketter/{LETTERS[form]}-{form.value}.pdf"
        words = _("Blanketter: {form} {first}–{last}").format(
            form=_(FORM_NAMES[form]), first=numbers[0], last=numbers[-1]
        )
        yield Piece(name, words, _forms(plan, numbers, now))
    for path in sorted(workplace.glob("*.krisapp")):
        yield Piece(f"{PORTABLE}/{path.name}", _("Händelsen {name}").format(name=path.stem), _incident(path))
    carried = program()
    if carried is not None:
        for path in sorted(one for one in carried.rglob("*") if one.is_file()):
            name = path.relative_to(carried).as_posix()
            if not name.startswith(f"{PORTABLE}/"):
                yield Piece(name, "", _file(path))


def _package(plan: Plan) -> Callable[[Path], str]:
    def write(folder: Path) -> str:
        export_plan(plan, folder / "planpaket.zip")
        return ""

    return write


def _binder(plan: Plan, now: datetime) -> Callable[[Path], str]:
    return lambda folder: _put(folder / "parm" / "parm.pdf", binder(plan, now))


def _forms(plan: Plan, numbers: list[Number], now: datetime) -> Callable[[Path], str]:
    form = numbers[0].form
    name = f"{LETTERS[form]}-{form.value}.pdf"
    return lambda folder: _put(folder / "blanketter" / name, forms_in_advance(plan, form, numbers, now))


def _incident(path: Path) -> Callable[[Path], str]:
    def write(folder: Path) -> str:
        target = folder / PORTABLE / path.name
        try:
            faults = copy_incident(path, target)
        except (DiskFull, NotCopied, ReadOnly):
            raise
        except Trouble as trouble:
            # A damaged file stops no bag: the others are worth more.
            target.unlink(missing_ok=True)
            return _("{file} är inte med: {reason}").format(file=path.name, reason=trouble)
        return _("{file} är med, men journalen håller inte.").format(file=path.name) if faults else ""

    return write


def _file(path: Path) -> Callable[[Path], str]:
    def write(folder: Path) -> str:
        carried = program()
        assert carried is not None
        target = folder / path.relative_to(carried)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, target)
        target.chmod(target.stat().st_mode | stat.S_IWUSR)  # so that it can be seen to be on the stick
        return ""

    return write


def _put(target: Path, content: bytes) -> str:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    return ""

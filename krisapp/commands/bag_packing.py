"""Packing the bag (väskan): everything the staff needs on a stick, whole and read back, or the old bag as it was.

Handbook 3.7: a portable copy, the last backup, the printed plan and blank forms. The new bag is written beside the old
one, read back file by file, and takes its place only then.
"""

import errno
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from krisapp.commands.bag_names import DRAFT, NAME
from krisapp.commands.bag_pieces import Piece, pieces_of, program
from krisapp.documents import html
from krisapp.domain.words import N_, _, ngettext
from krisapp.folders import PORTABLE
from krisapp.store.bad_input import BadInput
from krisapp.store.carrying import clear_ground, seal, take_place
from krisapp.store.copying import has_all_edits, holds_all
from krisapp.store.trouble import DiskFull, ReadOnly

SUMS, INDEX, PAGE = "SHA256SUMS.txt", "LAS-MIG.txt", "index.html"
ROOM = 20_000_000
"""Bytes kept free beside what is copied: the binder, the forms and the plan package take a tenth of it."""

_PULLED_OUT = {errno.EIO, errno.ENODEV, errno.ENXIO, errno.ENOENT, errno.ESTALE}
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}

Tell = Callable[[int, int, str], object]
"""Hears of each piece as it is begun: its number, how many there are, and its name."""


class Packed(NamedTuple):
    """What was packed: where, how many files and bytes, and in words what could not come along."""

    folder: Path
    files: int
    size: int
    lacks: tuple[str, ...]


def pack(workplace: Path, stick: Path, now: datetime, tell: Tell) -> Packed:
    """Pack a workplace's bag into a folder on a stick, in place of the bag that was there.

    Raises `BadInput` with what to do when the stick is full, read-only or pulled out, or has something that exists
    nowhere else; the old bag is then as it was.
    """
    try:
        return _pack(workplace, stick, now, tell)
    except OSError as error:
        raise _in_words(stick, error) from None
    except (DiskFull, ReadOnly) as trouble:
        # Of the two disks it is the stick that is written to.
        raise BadInput(stick, None, _FULL_WORDS if isinstance(trouble, DiskFull) else _READ_ONLY) from None
    finally:
        shutil.rmtree(stick / DRAFT, ignore_errors=True)


_FULL_WORDS = N_("Usb-minnet är fullt. Ta bort något eller välj ett annat. Den gamla väskan är kvar.")
_READ_ONLY = N_("Det går inte att skriva där. Kontrollera skrivskyddet eller välj ett annat usb-minne.")


def _in_words(stick: Path, error: OSError) -> BadInput:
    if error.errno in _FULL:
        return BadInput(stick, None, _FULL_WORDS)
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return BadInput(stick, None, _READ_ONLY)
    if error.errno in _PULLED_OUT or not stick.is_dir():
        return BadInput(stick, None, N_("Usb-minnet går inte att nå längre. Sätt i det igen och gör om kopian."))
    return BadInput(stick, None, N_("Väskan gick inte att packa: {reason}."), reason=error.strerror or error)


def _pack(workplace: Path, stick: Path, now: datetime, tell: Tell) -> Packed:
    whole, draft = stick / NAME, stick / DRAFT
    if not stick.is_dir():
        raise BadInput(stick, None, N_("Mappen finns inte. Sätt i usb-minnet och välj det igen."))
    clear_ground(whole)
    _keep_what_is_only_there(workplace, whole)
    _see_room(workplace, stick)
    draft.mkdir()
    pieces = [*pieces_of(workplace, draft, now)]
    lacks = []
    for number, piece in enumerate(pieces, 1):
        tell(number, len(pieces) + 1, piece.name)
        wrong = piece.write(draft)
        lacks += [wrong] if wrong else []
    if program() is None:
        lacks.append(_("Programmet är inte med: det körs från sin källkod. Packa från den installerade Krisapp."))
    _write_index(draft, pieces, tuple(lacks), now)
    tell(len(pieces) + 1, len(pieces) + 1, _("läser tillbaka"))
    files, size = seal(draft, SUMS)
    take_place(whole)
    return Packed(whole, files, size, tuple(lacks))


def _keep_what_is_only_there(workplace: Path, bag: Path) -> None:
    """Refuse to replace a bag that was worked in: an incident or a plan that exists nowhere else would be lost."""
    data = bag / PORTABLE
    if workplace.resolve().is_relative_to(bag.resolve()):
        raise BadInput(bag, None, N_("Krisapp körs från den här väskan. Packa den från den vanliga datorn."))
    for path in sorted(data.rglob("*.krisapp")):
        if not holds_all(workplace / path.relative_to(data), path):
            raise BadInput(
                path,
                None,
                N_("Händelsen på usb-minnet har uppgifter som inte finns här. Flytta filen till {folder}."),
                folder=workplace,
            )
    if (data / "plan.db").exists() and not has_all_edits(workplace / "plan.db", data / "plan.db"):
        raise BadInput(
            data / "plan.db",
            None,
            N_("Planen på usb-minnet är ändrad där. Spara den som planpaket och läs in den här."),
        )


def _see_room(workplace: Path, stick: Path) -> None:
    """Refuse before anything is written when it does not fit beside the bag that is there."""
    sources = [*workplace.glob("*.krisapp*"), *workplace.glob("plan.db*")]
    carried = program()
    sources += [path for path in carried.rglob("*") if path.is_file()] if carried else []
    wanted = sum(path.stat().st_size for path in sources if path.is_file()) + ROOM
    free = shutil.disk_usage(stick).free
    if free < wanted:
        raise BadInput(
            stick,
            None,
            N_("Väskan får inte plats. Den behöver {wanted} MB och {free} MB är ledigt. Välj ett annat usb-minne."),
            wanted=-(-wanted // 10**6),
            free=free // 10**6,
        )


def _write_index(draft: Path, pieces: list[Piece], lacks: tuple[str, ...], now: datetime) -> None:
    """Write what lies in the bag, as plain text and as a page of HTML."""
    title = _("Krisapp: väskan, packad {date}").format(date=f"{now:%Y-%m-%d %H.%M}")
    lines = [f"- {piece.name}: {piece.about}" for piece in pieces if piece.about]
    lines.insert(0, _("- {folder}/plan.db: Planen, som Krisapp läser den").format(folder=PORTABLE))
    text = [title, "", _("Väskan innehåller privata nummer. Förvara den inlåst.")]
    text += ["", _("Innehåll"), *lines]
    if lacks:
        text += ["", _("Det här är inte med"), *(f"- {lack}" for lack in lacks)]
    text += [
        "",
        _("Kontrollera"),
        _("Kör sha256sum -c {file} i mappen. Varje rad ska sluta med OK.").format(file=SUMS),
        "",
    ]
    whole = "\n".join(text)
    (draft / INDEX).write_text(whole, encoding="utf-8-sig", newline="\r\n")
    (draft / PAGE).write_text(html.page(title, whole, "sv"), encoding="utf-8")


def packed_words(packed: Packed) -> str:
    """Return in a sentence what was packed."""
    told = ngettext(
        "Väskan är packad och läst tillbaka: {count} fil, {size} MB.",
        "Väskan är packad och läst tillbaka: {count} filer, {size} MB.",
        packed.files,
    )
    return told.format(count=packed.files, size=max(packed.size // 10**6, 1))

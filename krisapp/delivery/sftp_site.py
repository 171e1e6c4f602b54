"""A whole site by SFTP (webbplats): only the files that have changed, the texts before the pages that lead to them.

Each file is written aside and given its name in one step, and the list of all files comes last: an upload that is cut
short leaves every page whole, and the next one goes on where it ended.
"""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import PurePosixPath
from typing import NamedTuple

import msgspec
import paramiko

from krisapp.delivery.files import ASIDE
from krisapp.delivery.sftp import CUT, place, session, stopped, write_aside
from krisapp.domain.sending.outgoing import OutgoingSite
from krisapp.domain.sending.sendings import Result
from krisapp.domain.sending.ways import Sftp
from krisapp.domain.words import _

Tell = Callable[[int, int, str], bool]
"""Hears of each file before it is sent: its number, how many there are, its path. It returns whether to go on."""


START = "index.html"
"""The site's first page."""


class Uploaded(NamedTuple):
    """What came of an upload: how many files were written and taken away, and the words for what stopped it."""

    result: Result
    words: str = ""
    written: int = 0
    removed: int = 0


class _There(msgspec.Struct):
    """The list that lies on the server, as far as it is read: the SHA-256 of each file by its path."""

    files: dict[str, str]


def upload(site: OutgoingSite, sftp: Sftp, secret: str, tell: Tell) -> Uploaded:
    """Bring the site on the server up to this one. An upload that did not come to its end may simply be made again."""
    written = removed = 0
    try:
        with session(sftp, secret) as files:
            there = _there(files, place(sftp, site.manifest))
            if there is None and _taken(files, site, sftp):
                return Uploaded(Result.REFUSED, _("I mappen på servern finns redan något annat. Välj en tom mapp."))
            known = there or {}
            changed = _changed(site, known)
            for number, path in enumerate(changed, 1):
                if not tell(number, len(changed), path):
                    return Uploaded(Result.POSTPONED, _("Avbrutet. Det som är skickat ligger kvar."), written, removed)
                _send(files, place(sftp, path), site.files[path])
                written += 1
            for path in sorted(known.keys() - site.files.keys()):
                if _inside(path):
                    with suppress(FileNotFoundError):
                        files.remove(place(sftp, path))
                        removed += 1
            _send(files, place(sftp, site.manifest), site.files[site.manifest])
    except CUT as error:
        result, words = stopped(error)
        return Uploaded(result, words, written, removed)
    return Uploaded(Result.SENT, "", written, removed)


def _there(files: paramiko.SFTPClient, path: str) -> dict[str, str] | None:
    """Return the list of what lies there, nothing known of a list that cannot be read, or None without one."""
    try:
        with files.open(path, "rb") as file:
            content = file.read()
    except FileNotFoundError:
        return None
    try:
        return msgspec.json.decode(content, type=_There).files
    except (msgspec.DecodeError, UnicodeDecodeError):
        return {}


def _taken(files: paramiko.SFTPClient, site: OutgoingSite, sftp: Sftp) -> bool:
    """Return whether something else lies where the site's first page would."""
    if START not in site.files:
        return False
    try:
        files.stat(place(sftp, START))
    except FileNotFoundError:
        return False
    return True


def _changed(site: OutgoingSite, known: dict[str, str]) -> list[str]:
    """Return the files to send, those in folders first and the pages that lead to others last."""
    paths = [path for path in site.files if path != site.manifest]
    new = [path for path in paths if known.get(path) != hashlib.sha256(site.files[path]).hexdigest()]
    return sorted(new, key=lambda path: (-path.count("/"), path.endswith("index.html"), path))


def _send(files: paramiko.SFTPClient, path: str, content: bytes) -> None:
    try:
        write_aside(files, path, content)
    except FileNotFoundError:
        _make(files, PurePosixPath(path).parent)
        write_aside(files, path, content)
    files.posix_rename(f"{path}{ASIDE}", path)


def _make(files: paramiko.SFTPClient, folder: PurePosixPath) -> None:
    """Make a folder and those above it that are missing."""
    try:
        files.stat(str(folder))
    except FileNotFoundError:
        if folder.parent != folder:
            _make(files, folder.parent)
        files.mkdir(str(folder))


def _inside(path: str) -> bool:
    """Return whether a path of the list stays within the site, whatever somebody has written there."""
    return not path.startswith("/") and ".." not in PurePosixPath(path).parts

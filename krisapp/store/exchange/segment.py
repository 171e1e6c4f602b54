"""Segment files (segment): a piece of one stream, or one blob, that never changes once it has its name.

A format of our own with limits, read by hand if need be: compressed lines of JSON. The first says what it is, each of
the next is an entry as it was signed, and the last is the SHA-256 of all before it. A file that was cut off gives the
entries that came whole.
"""

import hashlib
import zlib
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from krisapp.domain.entries import Entry
from krisapp.domain.words import N_
from krisapp.store.bad_input import BadInput

SUFFIX = ".kjz"
FORMAT = 1

MOST_ENTRIES = 5_000
"""Entries in one file: more make the next file."""

LONGEST_LINE = 4_000_000
LARGEST = 64_000_000
"""Bytes of a line and of a whole file when unpacked. More than this is not unpacked at all."""

_PIECE = 64 * 1024


class Title(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The first line: what lies in the file. Names of fields are permanent.

    `krisapp` is the format, `holds` "entries" or "blob", `of` the stream's name or the blob's hash, `first` and `last`
    the numbers of the entries, 0 for a blob.
    """

    krisapp: int
    holds: Literal["entries", "blob"]
    of: str
    first: int = 0
    last: int = 0


class _Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An entry as a line: each part in Base64; a body that has been disposed of is null."""

    raw: str
    sig: str
    salt: str | None
    body: str | None


class Segment(msgspec.Struct, frozen=True):
    """What was read of a file. `whole` is false when it was cut off: then `entries` are those that came whole."""

    title: Title
    entries: tuple[Entry, ...] = ()
    blob: bytes = b""
    whole: bool = True


_read_title = msgspec.json.Decoder(Title).decode
_read_line = msgspec.json.Decoder(_Line).decode


def pack_entries(stream: str, first: int, entries: Sequence[Entry]) -> tuple[str, bytes]:
    """Return a segment's file name and content: entries of a stream that follow on one another from number `first`."""
    title = Title(FORMAT, "entries", stream, first, first + len(entries) - 1)
    lines = [_Line(_text(one.raw), _text(one.sig), _maybe(one.salt), _maybe(one.body)) for one in entries]
    content = _packed([title, *lines])
    return f"{stream}.{title.first}-{title.last}.{_short(content)}{SUFFIX}", content


def pack_blob(name: str, content: bytes) -> tuple[str, bytes]:
    """Return the file name and content of a segment that holds a blob."""
    packed = _packed([Title(FORMAT, "blob", name), _text(content)])
    return f"blob.{name}.{_short(packed)}{SUFFIX}", packed


def read_segment(path: Path) -> Segment:
    """Read a segment file as far as it is whole. Nothing in it is believed for its name.

    Raises `BadInput` when it is no segment, is written by a newer program or goes beyond the limits, and `OSError`.
    """
    first, *rest = [*_lines(path)] or [b""]
    if not first and _begins_as_ours(path):
        return Segment(Title(FORMAT, "entries", ""), whole=False)
    try:
        title = _read_title(first)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise BadInput(path, None, N_("Filen är inte en del av en journal från Krisapp.")) from None
    if title.krisapp != FORMAT:
        raise BadInput(path, None, N_("Filen är skriven av en nyare version av Krisapp. Uppdatera programmet."))
    whole = bool(rest) and rest[-1] == _sum([first, *rest[:-1]])
    if whole:
        rest = rest[:-1]
    if title.holds == "blob":
        return Segment(title, blob=_blob(rest) if whole else b"", whole=whole)
    return Segment(title, tuple(_entries(path, rest, whole=whole)), whole=whole)


def _begins_as_ours(path: Path) -> bool:
    """Return whether a file that gave nothing may be one of ours that was cut off at once."""
    with path.open("rb") as file:
        return file.read(2) in (b"", b"\x78", b"\x78\x9c")


def _entries(path: Path, lines: list[bytes], *, whole: bool) -> Iterator[Entry]:
    """Give the entries of lines; in a file that was cut off, those before the first that cannot be read."""
    for number, line in enumerate(lines, 2):
        if number > MOST_ENTRIES + 1:
            raise BadInput(path, None, N_("Filen har för många poster för att vara en del av en journal."))
        try:
            found = _read_line(line)
            yield Entry(_bytes(found.raw), _bytes(found.sig), _maybe_bytes(found.salt), _maybe_bytes(found.body))
        except (msgspec.DecodeError, UnicodeDecodeError, NotBase64, ValueError):
            if whole:
                raise BadInput(path, number, N_("Raden är inte en post.")) from None
            return


def _blob(lines: list[bytes]) -> bytes:
    try:
        return _bytes(msgspec.json.decode(lines[0], type=str)) if lines else b""
    except (msgspec.DecodeError, UnicodeDecodeError, NotBase64, ValueError):
        return b""


def _lines(path: Path) -> Iterator[bytes]:
    """Give the whole lines of a packed file, unpacked a piece at a time, so that a bomb is refused and not unpacked."""
    unpack, total, left = zlib.decompressobj(), 0, b""
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            while piece:
                try:
                    part = unpack.decompress(piece, _PIECE)
                except zlib.error:
                    return
                piece = unpack.unconsumed_tail
                total += len(part)
                *done, left = (left + part).split(b"\n")
                if total > LARGEST or len(left) > LONGEST_LINE:
                    raise BadInput(path, None, N_("Filen är för stor för att vara en del av en journal."))
                yield from done
                if unpack.eof:
                    return


def _packed(lines: Sequence[object]) -> bytes:
    """Return lines of JSON with their sum, compressed."""
    written = [msgspec.json.encode(line) for line in lines]
    return zlib.compress(b"\n".join([*written, _sum(written), b""]), 6)


def _sum(lines: Sequence[bytes]) -> bytes:
    return msgspec.json.encode(hashlib.sha256(b"\n".join(lines)).hexdigest())


def _short(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:8]


def _text(content: bytes) -> str:
    return b64encode(content).decode()


def _maybe(content: bytes | None) -> str | None:
    return None if content is None else _text(content)


def _bytes(text: str) -> bytes:
    return b64decode(text, validate=True)


def _maybe_bytes(text: str | None) -> bytes | None:
    return None if text is None else _bytes(text)

"""Reading YAML from outside, strictly and safely.

Only what a person writes by hand is accepted: mappings, lists, texts, whole and decimal numbers,
true, false and null. Dates and times stay text, so that `13:10` is not 790 minutes and `0482` keeps
its zero. Anchors, aliases, tags and repeated keys are refused: the first two can grow without
bound, and of two equal keys one would silently win.
"""

import math
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from krisapp.domain.words import N_
from krisapp.store.bad_input import BadInput

LIMIT_BYTES = 2_000_000
"""Largest file that is read (bytes). A whole crisis plan is a tenth of it."""

_MAX_DEPTH = 40
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})\.[0-9]{1,17}")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_REMEDIES = (
    ("'\\t'", N_("Raden är indragen med tabb. Byt ut tabben mot blanksteg.")),
    (
        "mapping values are not allowed",
        N_("Det står ett kolon för mycket. Sätt citattecken runt text som innehåller kolon."),
    ),
    ("unexpected end of stream", N_("Ett citattecken saknas. Avsluta texten med citattecken.")),
    (
        "cannot start any token",
        N_("Raden börjar med ett tecken som har egen mening. Sätt citattecken runt texten."),
    ),
    (
        "find expected ':'",
        N_("Det saknas ett kolon efter nyckeln. Skriv nyckel, kolon, blanksteg och värde."),
    ),
    (
        "expected <block end>",
        N_("Indraget stämmer inte. Rader på samma nivå ska börja lika långt in."),
    ),
    (
        "did not find expected",
        N_("Indraget stämmer inte. Rader på samma nivå ska börja lika långt in."),
    ),
)
_UNREADABLE = N_("Raden går inte att läsa. Kontrollera indrag, kolon och citattecken.")


class Places:
    """Where each value of a read file stands, by its path of keys and positions."""

    def __init__(self) -> None:
        self._lines: dict[tuple[str | int, ...], int] = {}

    def note(self, path: tuple[str | int, ...], line: int) -> None:
        """Remember the line (from 1) of a value."""
        self._lines[path] = line

    def __call__(self, path: Sequence[str | int]) -> int:
        """Return the line (from 1) of a value, or of the nearest value around it that is there."""
        at = tuple(path)
        while at and at not in self._lines:
            at = at[:-1]
        return self._lines.get(at, 1)


def read_yaml(path: Path, limit_bytes: int = LIMIT_BYTES) -> tuple[Any, Places]:
    """Return the content of a YAML file and the finder of its lines.

    Raises `BadInput` with one sentence if the file is missing, too large, not UTF-8 or not plain
    YAML.
    """
    return parse_yaml(read_bytes(path, limit_bytes), path)


def read_bytes(path: Path, limit_bytes: int = LIMIT_BYTES) -> bytes:
    """Return the content of a file from outside, at most `limit_bytes` long.

    Raises `BadInput` if it is missing, may not be read, is a folder or is too large.
    """
    try:
        with path.open("rb") as file:
            content = file.read(limit_bytes + 1)
    except FileNotFoundError:
        raise BadInput(path, None, N_("Filen finns inte. Kontrollera namn och mapp.")) from None
    except IsADirectoryError:
        raise BadInput(path, None, N_("Det är en mapp, inte en fil. Välj en fil.")) from None
    except PermissionError:
        raise BadInput(path, None, N_("Filen får inte läsas. Ge dig läsrätt eller flytta den.")) from None
    if len(content) > limit_bytes:
        raise BadInput(
            path,
            None,
            N_("Filen är större än {limit} kB. Dela upp den eller ta bort det som inte hör dit."),
            limit=limit_bytes // 1000,
        )
    return content


def decode_text(content: bytes, path: Path | str) -> str:
    """Return bytes from outside as text; raises `BadInput` naming the byte that is not UTF-8."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise BadInput(path, 1, N_("Filen är sparad som UTF-16. Spara filen som UTF-8."))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(
            path,
            content.count(b"\n", 0, error.start) + 1,
            N_("Tecknet vid byte {byte} är inte UTF-8. Spara filen som UTF-8."),
            byte=error.start,
        ) from None


def parse_yaml(content: bytes, path: Path | str) -> tuple[Any, Places]:
    """Return the value of YAML bytes and the finder of its lines; `path` is for the sentences only.

    Raises `BadInput` as `read_yaml`.
    """
    text = decode_text(content, path)
    places = Places()
    try:
        events = yaml.parse(text, Loader=_LOADER)
        value = _Reader(events, path, places).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise BadInput(path, mark.line + 1 if mark else None, _remedy(error)) from None
    except yaml.reader.ReaderError as error:
        raise BadInput(
            path,
            text.count("\n", 0, max(error.position, 0)) + 1,
            N_("Det finns ett styrtecken i filen. Ta bort det och spara igen."),
        ) from None
    return value, places


def _remedy(error: yaml.MarkedYAMLError) -> str:
    said = f"{error.context or ''} {error.problem or ''}"
    return next((sentence for sign, sentence in _REMEDIES if sign in said), _UNREADABLE)


class _Reader:
    """Builds plain values from parser events, counting depth and refusing what grows."""

    def __init__(self, events: Iterator[Any], path: Path | str, places: Places) -> None:
        self._events = events
        self._path = path
        self._places = places

    def document(self) -> Any:
        """Return the value of the only document; raises `BadInput` if there is none or another."""
        value: Any = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._bad(event, N_("Filen har flera dokument. Ta bort raden med ---."))
                value = self._value(next(self._events), ())
        if not documents:
            raise BadInput(self._path, None, N_("Filen är tom. Fyll i den eller välj en annan."))
        return value

    def _value(self, event: Any, at: tuple[str | int, ...]) -> Any:
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise self._bad(event, N_("Ankare (& och *) får inte användas. Skriv ut texten på varje ställe."))
        if event.tag:
            raise self._bad(event, N_("Taggar (!) får inte användas. Sätt citattecken runt texten."))
        if len(at) > _MAX_DEPTH:
            raise self._bad(event, N_("Innehållet har för många nivåer. Ta bort indrag."))
        self._places.note(at, self._places(at) if at and isinstance(at[-1], str) else _line(event))
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(at)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(at)
        return _scalar(event)

    def _mapping(self, at: tuple[str | int, ...]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event)
            if key in found:
                raise self._bad(event, N_("Nyckeln {key} står två gånger. Ta bort den ena."), key=key)
            self._places.note((*at, key), _line(event))
            found[key] = self._value(next(self._events), (*at, key))
        return found

    def _key(self, event: Any) -> str:
        if not isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag:
            raise self._bad(event, N_("En nyckel ska vara ett enda ord eller en enkel text."))
        return str(event.value)

    def _sequence(self, at: tuple[str | int, ...]) -> list[Any]:
        found: list[Any] = []
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            found.append(self._value(event, (*at, len(found))))
        return found

    def _bad(self, event: Any, sentence: str, **values: object) -> BadInput:
        return BadInput(self._path, _line(event), sentence, **values)


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _scalar(event: Any) -> Any:
    text = str(event.value)
    plain = event.implicit[0]
    if not plain:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        number = float(text)
        return number if math.isfinite(number) else text
    return text

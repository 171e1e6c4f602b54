"""A whole message set from one fact sheet, written to a folder with an index (paket), and read from it again."""

import hashlib
from collections.abc import Set as AbstractSet
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from krisapp.compose.message_set import message_set
from krisapp.compose.writing import Text
from krisapp.domain.checks import Stage
from krisapp.domain.consistency.contradiction import Told
from krisapp.domain.matrix import language_of
from krisapp.domain.needs import NONE
from krisapp.domain.plan import Plan
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import N_
from krisapp.store.bad_input import BadInput
from krisapp.store.yaml_reading import decode_text, read_bytes

INDEX = "index.json"


def issued_at(sheet: Sheet, now: datetime) -> datetime:
    """Return when texts made from a stored sheet are dated.

    That is now, while the incident lasts: from the alarm until the next update is due. A set from another time is dated
    by the last fact that came in, so that the same file always gives the same texts.
    """
    if sheet.alarm_at <= now and (sheet.next_update is None or now < sheet.next_update):
        return now.astimezone(sheet.alarm_at.tzinfo).replace(second=0, microsecond=0)
    latest = sheet.alarm_at
    for fact in sheet.facts:
        hour, _colon, minute = fact.time.partition(":")
        if not (hour.isdigit() and minute.isdigit() and int(hour) < 24 and int(minute) < 60):
            continue
        came_in = sheet.alarm_at.replace(hour=int(hour), minute=int(minute))
        if sheet.next_update is None or came_in < sheet.next_update:
            latest = max(latest, came_in)
    return latest


def file_name(audience: str, channel: str, language: str, *, exercise: bool) -> str:
    """Return a text's file name; an exercise says so first (rule P62)."""
    return f"{'OVNING-' if exercise else ''}{audience}-{channel}.{language}.txt"


def generate(
    sheet: Sheet,
    plan: Plan,
    folder: Path,
    stage: Stage,
    *,
    exercise: bool,
    now: datetime,
    asked: AbstractSet[str] = NONE,
) -> dict[str, Any]:
    """Write one file per audience and channel, and an index, and return the index.

    `asked` are channels to write for although the incident itself does not call for them, such as "C14".

    Files of an earlier set in the folder that are not in this one are removed, so that old and new never lie mixed.
    Raises `BadInput` when the folder cannot be written to.
    """
    if exercise and not sheet.id.startswith("OVN-"):
        sheet = _as_exercise(sheet)
    issued = issued_at(sheet, now)
    texts = message_set(sheet, plan, stage, exercise=exercise, issued=issued, asked=asked)
    ranks = {audience.id: audience.rank for audience in plan.audiences}
    entries = [_entry(text, text.audience, text.channel, ranks[text.audience], exercise=exercise) for text in texts]
    index = {
        "incident": sheet.id,
        "exercise": exercise,
        "stage": stage.value,
        "issued": issued.isoformat(),
        "facts_version": 1,
        "messages": entries,
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _clear(folder, {entry["file"] for entry in entries})
        for text, entry in zip(texts, entries, strict=True):
            _write(folder / entry["file"], text.text.encode())
        _write(folder / INDEX, msgspec.json.format(msgspec.json.encode(index), indent=2))
    except OSError as error:
        raise BadInput(
            folder, None, N_("Mappen går inte att skriva till ({reason}). Välj en annan mapp."), reason=error.strerror
        ) from None
    return index


class _Entry(msgspec.Struct, frozen=True):
    audience: str
    channel: str
    file: str


class _Index(msgspec.Struct, frozen=True):
    stage: Stage
    exercise: bool
    messages: tuple[_Entry, ...]
    issued: datetime | None = None


def read_set(folder: Path, sheet: Sheet, plan: Plan, *, now: datetime) -> list[Told]:
    """Return the texts of a folder as they stand, each with what the fact sheet gives for it in the folder's stage.

    Raises `BadInput` when the folder, its index or one of its texts is missing or cannot be read.
    """
    if not folder.is_dir():
        raise BadInput(folder, None, N_("Mappen finns inte. Skapa den med krisapp generate."))
    try:
        index = msgspec.json.decode((folder / INDEX).read_bytes(), type=_Index)
    except FileNotFoundError:
        raise BadInput(folder, None, N_("Mappen saknar index.json. Skapa den med krisapp generate.")) from None
    except msgspec.MsgspecError:
        raise BadInput(folder / INDEX, None, N_("Filen är skadad. Skapa om mappen med krisapp generate.")) from None
    if index.exercise and not sheet.id.startswith("OVN-"):
        sheet = _as_exercise(sheet)
    issued = index.issued or issued_at(sheet, now)
    given = message_set(sheet, plan, index.stage, exercise=index.exercise, issued=issued)
    expected = {(text.audience, text.channel): text.text for text in given}
    return [
        Told(entry.file, _text_of(folder, entry), expected.get((entry.audience, entry.channel), ""), index.stage.value)
        for entry in index.messages
    ]


def _text_of(folder: Path, entry: _Entry) -> str:
    path = folder / entry.file
    if Path(entry.file).name != entry.file or not path.is_file():
        raise BadInput(path, None, N_("Texten saknas. Lägg tillbaka den eller skapa om mappen med krisapp generate."))
    return decode_text(read_bytes(path), path).replace("\r\n", "\n")


def _as_exercise(sheet: Sheet) -> Sheet:
    """Return the sheet under the number of an exercise."""
    return msgspec.structs.replace(sheet, id=f"OVN-{sheet.id.partition('-')[2]}")


def _entry(text: Text, audience: str, channel: str, order: int, *, exercise: bool) -> dict[str, Any]:
    language = language_of(channel)
    return {
        "audience": audience,
        "channel": channel,
        "language": language,
        "order": order,
        "file": file_name(audience, channel, language, exercise=exercise),
        "sha256": hashlib.sha256(text.text.encode()).hexdigest(),
        "characters": len(text.text),
        "words": text.words,
        "sms_parts": text.sms_parts,
        "sms_alphabet": text.sms_alphabet,
        "lix": text.lix,
        "uses": list(text.uses),
        "findings": [msgspec.to_builtins(finding) for finding in text.findings],
    }


def _clear(folder: Path, kept: set[str]) -> None:
    """Remove what an earlier index in the folder names; nothing else is touched."""
    try:
        earlier = msgspec.json.decode((folder / INDEX).read_bytes())
        names = {str(entry["file"]) for entry in earlier["messages"]}
    except (FileNotFoundError, msgspec.DecodeError, KeyError, TypeError):
        return
    for name in names - kept:
        if Path(name).name == name:
            (folder / name).unlink(missing_ok=True)


def _write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    draft = path.with_name(f".{path.name}.new")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise

"""A whole message set from one fact sheet, written to a folder with an index (paket), and read from it again.

`index.json` names every file. Each of `messages` has `file`, its plain text, and `files`, the same text by the name of
each format; `left_out` says in a sentence why a format could not be made of it. `site` has the folder of the site and
the paths of its files there, and is null when none was asked for. `formats` are the names that were asked for.
"""

import hashlib
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from krisapp.compose.message_set import message_set, place_in_chain
from krisapp.compose.prefill import complete
from krisapp.compose.writing import Text, writer_for
from krisapp.documents.message_formats import SITE, TXT, Cell, Format, Source
from krisapp.documents.message_formats import chosen as chosen_formats
from krisapp.documents.site.folder import publish, withdraw
from krisapp.domain.checks import Stage
from krisapp.domain.consistency.contradiction import Told
from krisapp.domain.consistency.own_chain import own_chain
from krisapp.domain.matrix import language_of
from krisapp.domain.needs import NONE
from krisapp.domain.plan import Plan
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import N_, Refused
from krisapp.store.bad_input import BadInput
from krisapp.store.yaml_reading import decode_text, read_bytes

INDEX = "index.json"

SITE_HOMES = (SITE, f"OVNING-{SITE}")
"""The folders of the site, real and exercise (rule P62)."""


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
    formats: Sequence[str] = (TXT,),
) -> dict[str, Any]:
    """Write one file per audience, channel and format, and an index, and return the index.

    `asked` are channels to write for although the incident itself does not call for them, such as "C14".

    Files of an earlier set in the folder that are not in this one are removed, so that old and new never lie mixed.
    Raises `BadInput` when the folder cannot be written to, and `Refused` for a format that does not exist.
    """
    wanted = chosen_formats(formats)
    if exercise and not sheet.id.startswith("OVN-"):
        sheet = _as_exercise(sheet)
    issued = issued_at(sheet, now)
    texts = message_set(sheet, plan, stage, exercise=exercise, issued=issued, asked=asked)
    ranks = {audience.id: audience.rank for audience in plan.audiences}
    english = {text.audience: text.text for text in texts if text.language == "en"}
    source = Source(sheet, plan, exercise, stage, issued, english)
    entries = []
    files: dict[str, bytes] = {}
    for text in texts:
        entry = _entry(text, text.audience, text.channel, ranks[text.audience], exercise=exercise)
        made, entry["left_out"] = _made(text, entry["file"], source, wanted)
        entry["files"] = {name: path for name, (path, _content) in made.items()}
        files |= dict(made.values())
        entries.append(entry)
    site = site_of_set(texts, source) if SITE in formats else None
    home = SITE_HOMES[exercise]
    index = {
        "incident": sheet.id,
        "exercise": exercise,
        "stage": stage.value,
        "issued": issued.isoformat(),
        "facts_version": 1,
        "messages": entries,
        "formats": list(dict.fromkeys((TXT, *formats))),
        "site": {"folder": home, "files": sorted(site)} if site else None,
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _clear(folder, set(files), home if site else "")
        for name, content in files.items():
            _write(folder / name, content)
        if site:
            publish(site, sheet.id, folder / home, _go_on, exercise=exercise)
        _write(folder / INDEX, msgspec.json.format(msgspec.json.encode(index), indent=2))
    except OSError as error:
        raise BadInput(
            folder, None, N_("Mappen går inte att skriva till ({reason}). Välj en annan mapp."), reason=error.strerror
        ) from None
    return index


def _made(
    text: Text, file: str, source: Source, wanted: Sequence[Format]
) -> tuple[dict[str, tuple[str, bytes]], dict[str, str]]:
    """Return the files of a text by format, each with its name, and why a format could not be made."""
    cell = Cell(
        text.audience,
        text.channel,
        language_of(text.channel),
        text.text,
        source.stage,
        source.issued,
        next_update=source.sheet.next_update,
    )
    made: dict[str, tuple[str, bytes]] = {}
    left_out = {}
    for form in wanted:
        try:
            content = form.made(source, cell)
        except Refused as refused:
            left_out[form.name] = str(refused)
            continue
        if content is not None:
            made[form.name] = (file.removesuffix(".txt") + form.ending, content)
    return made, left_out


def site_of_set(texts: Sequence[Text], source: Source) -> dict[str, bytes]:
    """Return the site of a set of texts by path. Nobody has released them, and every page says so."""
    from krisapp.documents.site.pages import pages_of  # here: few ask for a site
    from krisapp.documents.site.told import told_in_set

    given = [(text.audience, text.channel, language_of(text.channel), text.text) for text in texts]
    told = told_in_set(source.sheet, source.plan, given, source.stage, source.issued, exercise=source.exercise)
    return pages_of(told, source.incident)


class _Entry(msgspec.Struct, frozen=True):
    audience: str
    channel: str
    file: str
    sha256: str = ""


class _Index(msgspec.Struct, frozen=True):
    stage: Stage
    exercise: bool
    messages: tuple[_Entry, ...]
    issued: datetime | None = None


def read_set(folder: Path, sheet: Sheet, plan: Plan, *, now: datetime) -> list[Told]:
    """Return the texts of a folder as they stand, each with what the fact sheet gives for it in the folder's stage.

    A text that stands as the index signed it may have gone out at another minute than the others, and as another number
    in its chain: the sheet's text for it is given the same. One that has been changed since is held to the folder's.

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
    expected = {(text.audience, text.channel): text for text in given}
    told = []
    for entry in index.messages:
        text, from_sheet = _text_of(folder, entry), expected.get((entry.audience, entry.channel))
        words = from_sheet.text if from_sheet else ""
        if from_sheet and text != words and hashlib.sha256(text.encode()).hexdigest() == entry.sha256:
            words = _in_its_chain(from_sheet, text, index, sheet, plan, issued)
        told.append(Told(entry.file, text, words, index.stage.value))
    return told


def _in_its_chain(given: Text, text: str, index: _Index, sheet: Sheet, plan: Plan, issued: datetime) -> str:
    """Return what the sheet gives for a text, dated and numbered as that text is."""
    own = own_chain(text, (sheet.alarm_at, sheet.next_update), sheet.alarm_at)
    writer = writer_for(plan)
    context = writer.context(
        given.audience,
        given.channel,
        index.stage,
        exercise=index.exercise,
        issued=own.issued or issued,
        number=own.number or place_in_chain(index.stage),
        incident=sheet.name,
    )
    return writer.words(given.source, complete(sheet, plan, issued), context)


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


def _clear(folder: Path, kept: set[str], site: str) -> None:
    """Remove what an earlier index in the folder names; nothing else is touched. `site` is the site that is kept."""
    try:
        earlier = msgspec.json.decode((folder / INDEX).read_bytes())
        names = {
            str(name) for entry in earlier["messages"] for name in (entry["file"], *entry.get("files", {}).values())
        }
    except (FileNotFoundError, msgspec.DecodeError, KeyError, TypeError, AttributeError):
        return
    for home in {*SITE_HOMES} - {site}:
        withdraw(folder / home)
    for name in names - kept:
        if Path(name).name == name:
            (folder / name).unlink(missing_ok=True)


def _go_on(_number: int, _total: int, _path: str) -> bool:
    """Let a publication nobody follows run to its end."""
    return True


def _write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    draft = path.with_name(f".{path.name}.new")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise

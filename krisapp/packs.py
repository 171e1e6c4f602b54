"""A channel pack (kanalpaket): every text of an incident as files in one folder, ready to carry to each channel.

It is made beside the one that lies there, read back, and takes its place only then (row CN1). `gather` reads the open
incident; `write_pack` touches plain values alone and may run in another thread.
"""

import errno
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from html import escape
from pathlib import Path
from typing import NamedTuple

from krisapp.desk import Desk
from krisapp.documents import html
from krisapp.documents.cap.alert import Alert
from krisapp.documents.message_formats import ON_AIR, TXT, Cell, Source, chosen
from krisapp.domain.checks import Stage
from krisapp.domain.messages import STATE_NAMES, Message, State
from krisapp.domain.profile import dress_of
from krisapp.domain.words import N_, Refused, _
from krisapp.generate import file_name
from krisapp.store.bad_input import BadInput
from krisapp.store.carrying import clear_ground, draft_of, seal, strangers, take_place
from krisapp.texts import Texts

DRAFTS = "utkast"
INDEX, PAGE, SUMS = "index.txt", "index.html", "SHA256SUMS"
NOT_OUT = frozenset({State.SUGGESTED, State.DRAFT, State.APPROVED})

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}

Tell = Callable[[int, int, str], bool]
"""Hears of each file before it is made: its number, how many there are, its name. It returns whether to go on."""


class Piece(NamedTuple):
    """One text of a pack: what its files are made from, its folder within the pack, and what the index calls it."""

    cell: Cell
    folder: str
    label: str


class Pack(NamedTuple):
    """What is to be packed. `left_out` are the texts that are not, as the index calls them."""

    name: str
    title: str
    source: Source
    pieces: tuple[Piece, ...]
    left_out: tuple[str, ...]


class Packed(NamedTuple):
    """What was packed: where, how many texts and files, and their bytes."""

    folder: Path
    texts: int
    files: int
    size: int


def gather(desk: Desk, texts: Texts, ids: tuple[str, ...] = (), letterhead: bytes | None = None) -> Pack:
    """Return the texts to pack, in release order: all that the incident calls for, or some.

    What is out is as it went out. What is not lies in a folder of its own, so that nobody takes a draft for a released
    text. A channel that is down is trusted by nobody (rule P35): what is not out there is left out, and the index says
    so. Raises `TemplateFault` for a draft with a broken blank.
    """
    incident = desk.incident
    assert incident.plan is not None
    asked = ids or texts.ids()
    pieces = tuple(piece for id in asked for piece in _pieces(desk, texts, id, incident.down))
    packed = {piece.cell.id for piece in pieces}
    left_out = tuple(_label(desk, texts.message(id), _("kanalen är nere")) for id in asked if id not in packed)
    now = desk.now().replace(second=0, microsecond=0)
    first = texts.stage(asked[0]) if asked else Stage.FIRST
    return Pack(
        f"{'OVNING-' if incident.exercise else ''}{'texter' if ids else 'kanalpaket'}-{incident.id}",
        f"{incident.id} {incident.sheet.name}",
        Source(incident.sheet, incident.plan, incident.exercise, first, now, {}, letterhead),
        pieces,
        left_out,
    )


def write_pack(pack: Pack, folder: Path, formats: Sequence[str], tell: Tell) -> Packed | None:
    """Write a pack as a folder of its own within a folder, and read it back; None if it was stopped.

    The old pack is as it was until the new one is whole. Raises `BadInput` when the folder cannot be written to, and
    when the old pack holds something that exists nowhere else.
    """
    whole = folder / pack.name
    try:
        if not folder.is_dir():
            raise BadInput(folder, None, N_("Mappen finns inte. Sätt i usb-minnet och välj det igen."))
        clear_ground(whole)
        foreign = strangers(whole, SUMS) if whole.exists() else ()
        if foreign:
            raise BadInput(whole / foreign[0], None, N_("Filen kommer inte ur paketet. Flytta den och packa igen."))
        draft = draft_of(whole)
        draft.mkdir()
        if not _write_texts(pack, draft, formats, tell):
            return None
        files, size = seal(draft, SUMS)
        take_place(whole)
    except OSError as error:
        raise _in_words(folder, error) from None
    finally:
        shutil.rmtree(draft_of(whole), ignore_errors=True)
    return Packed(whole, len(pack.pieces), files, size)


def _pieces(desk: Desk, texts: Texts, id: str, down: AbstractSet[str]) -> Iterator[Piece]:
    message, state = texts.message(id), texts.state(id)
    out = message.out
    if out is not None:
        shown = _(STATE_NAMES[state if state is State.STALE else State.RELEASED])
        cell = Cell(
            message.audience,
            message.channel,
            message.language,
            out.text,
            out.stage,
            out.stamp.at,
            out.number,
            out.next_update,
            shown,
            _alert(desk, message, None),
        )
        yield Piece(cell, "", _label(desk, message, shown))
    if state in NOT_OUT and message.channel not in down:
        shown = _(STATE_NAMES[state])
        approved = state is State.APPROVED and message.approval is not None
        text = message.approval.text if approved and message.approval else texts.text(id).text
        cell = Cell(
            message.audience,
            message.channel,
            message.language,
            text,
            texts.stage(id),
            desk.now(),
            next_update=desk.incident.sheet.next_update,
            state=shown,
        )
        yield Piece(cell._replace(alert=_alert(desk, message, cell)), DRAFTS, _label(desk, message, shown))


def _alert(desk: Desk, message: Message, draft: Cell | None) -> Alert | Refused | None:
    """Return the alert of what is out of a message, or of its draft, or why there is none (8.7)."""
    if message.channel not in ON_AIR:
        return None
    from krisapp.documents.cap.of_message import draft_alert, released_alert  # here: few texts are alerts

    incident = desk.incident
    assert incident.plan is not None
    try:
        if draft is None:
            return released_alert(incident, incident.plan, message.id)
        return draft_alert(incident, incident.plan, message.id, draft.text, draft.stage, draft.at)
    except Refused as refused:
        return refused


def _label(desk: Desk, message: Message, state: str) -> str:
    plan = desk.incident.plan
    audiences = {row.id: row.name for row in plan.audiences} if plan else {}
    channels = {row.id: row.name for row in plan.channels} if plan else {}
    audience = audiences.get(message.audience, message.audience)
    return f"{audience}: {channels.get(message.channel, message.channel)}, {state}"


def _write_texts(pack: Pack, draft: Path, formats: Sequence[str], tell: Tell) -> bool:
    """Write every file of every text and the index; return False if it was stopped."""
    forms = chosen(formats)
    total = len(pack.pieces) * len(forms) + 1
    made: list[tuple[Piece, dict[str, str], dict[str, str]]] = []
    number = 0
    for piece in pack.pieces:
        (draft / piece.folder).mkdir(exist_ok=True)
        cell = piece.cell
        name = file_name(cell.audience, cell.channel, cell.language, exercise=pack.source.exercise)
        files, wrong = dict[str, str](), dict[str, str]()
        for form in forms:
            number += 1
            if not tell(number, total, f"{cell.id}{form.ending}"):
                return False
            path = (Path(piece.folder) / (name.removesuffix(".txt") + form.ending)).as_posix()
            try:
                content = form.made(pack.source, cell)
            except Refused as refused:
                wrong[form.name] = str(refused)
                continue
            if content is not None:
                (draft / path).write_bytes(content)
                files[form.name] = path
        made.append((piece, files, wrong))
    if not tell(total, total, ""):
        return False
    (draft / PAGE).write_text(_page(pack, made), "utf-8", newline="\n")
    (draft / INDEX).write_text(_list(pack, made), "utf-8-sig", newline="\r\n")
    return True


_Made = Sequence[tuple[Piece, Mapping[str, str], Mapping[str, str]]]


def _page(pack: Pack, made: _Made) -> str:
    items = []
    for piece, files, wrong in made:
        links = [f'<a href="{escape(path)}">{escape(name)}</a>' for name, path in files.items() if name != TXT]
        links += [escape(f"{name}: {reason}") for name, reason in wrong.items()]
        more = f" ({', '.join(links)})" if links else ""
        items.append(f'<li><a href="{escape(files[TXT])}">{escape(piece.label)}</a>{more}</li>')
    absent = "".join(f"<li>{escape(label)}</li>" for label in pack.left_out)
    parts = [f"<h1>{escape(pack.title)}</h1>", f"<ol>{''.join(items)}</ol>"]
    if absent:
        parts.append(f"<h2>{escape(_('Texter som inte är med'))}</h2><ul>{absent}</ul>")
    parts.append(f"<p>{escape(_check_words())}</p>")
    mark = f"<p><strong>{escape(_('ÖVNING'))}</strong></p>" if pack.source.exercise else ""
    return html.document(pack.title, f"{mark}{''.join(parts)}{mark}", "sv", dress_of(pack.source.plan))


def _list(pack: Pack, made: _Made) -> str:
    mark = [_("ÖVNING"), ""] if pack.source.exercise else []
    lines = [*mark, pack.title, ""]
    for number, (piece, files, wrong) in enumerate(made, 1):
        lines.append(f"{number}. {piece.label}")
        lines += [f"   {path}" for path in files.values()]
        lines += [f"   {name}: {reason}" for name, reason in wrong.items()]
    if pack.left_out:
        lines += ["", _("Texter som inte är med"), *(f"- {label}" for label in pack.left_out)]
    return "\n".join([*lines, "", _check_words(), *mark[:1], ""])


def _check_words() -> str:
    return _("Kontrollera: kör sha256sum -c {file} i mappen. Varje rad ska sluta med OK.").format(file=SUMS)


def _in_words(folder: Path, error: OSError) -> BadInput:
    if error.errno in _FULL:
        return BadInput(folder, None, N_("Det finns inte plats. Paketet som låg där är kvar. Ta bort något först."))
    return BadInput(
        folder, None, N_("Mappen går inte att skriva till ({reason}). Välj en annan mapp."), reason=error.strerror
    )

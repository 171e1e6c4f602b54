"""A channel pack (kanalpaket): every text of an incident as files in a folder, ready to carry to each channel."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from html import escape
from pathlib import Path

import msgspec

from krisapp.desk import Desk
from krisapp.documents import html
from krisapp.domain.messages import STATE_NAMES, Message, State
from krisapp.domain.words import N_, _
from krisapp.generate import file_name
from krisapp.store.bad_input import BadInput
from krisapp.texts import Texts

DRAFTS = "utkast"
NOT_OUT = frozenset({State.SUGGESTED, State.DRAFT, State.APPROVED})


class Piece(msgspec.Struct, frozen=True):
    """One text of a pack: its message, its folder within the pack, where it stands, and its words."""

    message: Message
    folder: str
    state: State
    text: str


def write_pack(desk: Desk, texts: Texts, folder: Path, ids: tuple[str, ...] = ()) -> int:
    """Write texts as plain text and HTML, with an index page in release order, and return how many there are.

    What is out is written as it went out. What is not lies in a folder of its own, so that nobody takes a draft for a
    released text. A channel that is down is trusted by nobody (rule P35): what is not out there is left out, and the
    index says so. Raises `BadInput` when the folder cannot be written to.
    """
    asked = ids or texts.ids()
    pieces = [piece for id in asked for piece in _pieces(texts, id, desk.incident.down)]
    written = {piece.message.id for piece in pieces}
    left_out = [texts.message(id) for id in asked if id not in written]
    exercise = desk.incident.exercise
    try:
        for piece in pieces:
            place = folder / piece.folder
            place.mkdir(parents=True, exist_ok=True)
            message = piece.message
            name = file_name(message.audience, message.channel, message.language, exercise=exercise)
            (place / name).write_text(piece.text, "utf-8", newline="\n")
            page = html.page(f"{message.audience} {message.channel}", piece.text, message.language)
            (place / name).with_suffix(".html").write_text(page, "utf-8", newline="\n")
        (folder / "index.html").write_text(_index(desk, pieces, left_out), "utf-8", newline="\n")
    except OSError as error:
        raise BadInput(
            folder, None, N_("Mappen går inte att skriva till ({reason}). Välj en annan mapp."), reason=error.strerror
        ) from None
    return len(pieces)


def _pieces(texts: Texts, id: str, down: AbstractSet[str]) -> Iterator[Piece]:
    message, state = texts.message(id), texts.state(id)
    if message.out is not None:
        shown = state if state is State.STALE else State.RELEASED
        yield Piece(message, "", shown, message.out.text)
    if state in NOT_OUT and message.channel not in down:
        yield Piece(message, DRAFTS, state, texts.text(id).text)


def _index(desk: Desk, pieces: list[Piece], left_out: list[Message]) -> str:
    incident = desk.incident
    audiences = {row.id: row.name for row in incident.plan.audiences} if incident.plan else {}
    channels = {row.id: row.name for row in incident.plan.channels} if incident.plan else {}

    def cell(message: Message) -> str:
        return f"{audiences.get(message.audience, message.audience)}: {channels.get(message.channel, message.channel)}"

    items = []
    for piece in pieces:
        message = piece.message
        name = file_name(message.audience, message.channel, message.language, exercise=incident.exercise)
        page = (Path(piece.folder) / name).with_suffix(".html").as_posix()
        label = f"{cell(message)}, {_(STATE_NAMES[piece.state])}"
        items.append(f'<li><a href="{escape(page)}">{escape(label)}</a></li>')
    broken = "".join(f"<li>{escape(f'{cell(message)}, ' + _('kanalen är nere'))}</li>" for message in left_out)
    absent = f"<h2>{escape(_('Texter som inte är med'))}</h2><ul>{broken}</ul>" if broken else ""
    title = f"{incident.id} {incident.sheet.name}"
    mark = f"<p><strong>{escape(_('ÖVNING'))}</strong></p>" if incident.exercise else ""
    return html.document(title, f"{mark}<h1>{escape(title)}</h1><ol>{''.join(items)}</ol>{absent}{mark}", "sv")

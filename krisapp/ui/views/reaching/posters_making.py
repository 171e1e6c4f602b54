"""A poster of a message (anslag av ett budskap): what is out as it was released, or the draft, marked as one."""

from datetime import datetime
from typing import TYPE_CHECKING

from krisapp.documents.poster import Poster
from krisapp.domain.messages import Message, Release, State
from krisapp.domain.profile import dress_of
from krisapp.ui.views.messages.standing import standing

if TYPE_CHECKING:
    from krisapp.ui.live import Live


def poster_of(live: "Live", id: str) -> Poster:
    """Return the poster of the text that counts: a draft is marked as one, for it may not be put up (rule P53).

    Raises `TemplateFault` for a draft with a broken blank.
    """
    message = live.texts.message(id)
    if message.out and live.texts.state(id) in (State.RELEASED, State.STALE):
        return poster_of_release(live, message, message.out)
    now, sheet = live.now(), live.incident.sheet
    return _poster(live, message, standing(live, id).text, 0, now, sheet.next_update)


def poster_of_release(live: "Live", message: Message, out: Release) -> Poster:
    """Return the poster of a text that has been released."""
    return _poster(live, message, out.text, out.number, out.stamp.at, out.next_update)


def _poster(
    live: "Live", message: Message, text: str, number: int, at: datetime, next_update: datetime | None
) -> Poster:
    return Poster(
        text=text,
        dress=dress_of(live.plan),
        incident=live.incident.id,
        message=f"{message.audience}-{message.channel}",
        number=number,
        at=at,
        next_update=next_update,
        language=message.language,
        exercise=live.incident.exercise,
    )

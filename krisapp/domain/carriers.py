"""Who carried a fault (vilka bar felet): a correction goes to those who were told what was wrong (rule P43, 6.7).

Whoever never had the wrong number is only confused by hearing that it was wrong.
"""

from typing import TYPE_CHECKING

from krisapp.domain.consistency.differences import same
from krisapp.domain.consistency.ground import STRANGE, place_names
from krisapp.domain.consistency.statements import lines_of, statements
from krisapp.domain.consistency.values import Token
from krisapp.domain.messages import Message, changed_since

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident


def carriers(incident: "Incident", wrong: str, right: str) -> frozenset[str]:
    """Return the messages that are out and have said what was wrong.

    They are known by the numbers, times and places of `wrong` that `right` has not. Where it has none, they are those
    that used what has changed since; and where nothing has, all that are out.
    """
    places = place_names(incident.plan) if incident.plan else ()
    held = _values(right, places)
    faulty = [one for one in _values(wrong, places) if not any(_alike(one, other) for other in held)]
    out = [message for message in incident.messages.values() if message.releases]
    if faulty:
        return frozenset(message.id for message in out if _said(message, faulty, places))
    stale = frozenset(message.id for message in out if message.out and changed_since(incident.sheet, message.out.uses))
    return stale or frozenset(message.id for message in out)


def _said(message: Message, faulty: list[Token], places: tuple[str, ...]) -> bool:
    """Return whether a text said one of the values since it was last corrected."""
    corrected = max((at for at, one in enumerate(message.releases) if one.stage.mends), default=-1)
    texts = [one.text for one in message.releases[corrected + 1 :]]
    return any(_alike(one, other) for text in texts for one in _values(text, places) for other in faulty)


def _values(text: str, places: tuple[str, ...]) -> list[Token]:
    return [
        token
        for _start, line in lines_of(text)
        for statement in statements(line, places)
        for token in statement.values
        if token.kind in STRANGE
    ]


def _alike(one: Token, other: Token) -> bool:
    return same(one, other) or same(other, one)

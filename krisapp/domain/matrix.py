"""The matrix (matrisen): which audiences get a text in which channel, by the plan, and what its messages are called.

Known without a single template being read, so that what shows the matrix need not wait for what writes its texts.
"""

from krisapp.domain.messages import message_id
from krisapp.domain.plan import Plan

WRITTEN = frozenset(("C01", "C03", "C05", "C06", "C07", "C08", "C10", "C11", "C12", "C15", "C17", "C18", "C19", "C22"))
"""The codes of the channels texts are written for; a test holds them to the register of the channels."""

_NOT_WRITTEN = frozenset(("", "–", "-", "D"))
_ENGLISH = "C19"


def language_of(channel: str) -> str:
    """Return the language a channel is written in, as a BCP 47 tag."""
    return "en" if channel == _ENGLISH else "sv"


def cells(plan: Plan) -> list[tuple[str, str]]:
    """Return the cells of the matrix that are written: audiences in policy order, channels in theirs."""
    audiences = {audience.id: audience.rank for audience in plan.audiences}
    wanted = [
        (cell.audience, cell.channel)
        for cell in plan.matrix
        if cell.channel in WRITTEN and cell.need not in _NOT_WRITTEN and cell.audience in audiences
    ]
    return sorted(wanted, key=lambda cell: (audiences[cell[0]], cell[1]))


def message_ids(plan: Plan) -> tuple[str, ...]:
    """Return the message of each cell that is written, audiences in policy order."""
    return tuple(message_id(audience, channel, language_of(channel)) for audience, channel in cells(plan))

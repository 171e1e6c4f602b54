"""The text that counts for a cell now (gällande text): the approved or released one as frozen, else the draft."""

from typing import TYPE_CHECKING, NamedTuple

from krisapp.domain.messages import State
from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Audience, Channel

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class Standing(NamedTuple):
    """A text and whether it may leave the house: `approved` is true for what is approved or out."""

    text: str
    approved: bool


def standing(live: "Live", id: str) -> Standing:
    """Return the text that counts for a message. Raises `TemplateFault` for a draft with a broken blank."""
    message, state = live.texts.message(id), live.texts.state(id)
    if state is State.APPROVED and message.approval:
        return Standing(message.approval.text, approved=True)
    if state is State.RELEASED and message.out:
        return Standing(message.out.text, approved=True)
    return Standing(live.texts.text(id).text, approved=False)


def audience_of(plan: Plan, id: str) -> Audience:
    """Return the audience a message is for."""
    code = id.partition("-")[0]
    return next(audience for audience in plan.audiences if audience.id == code)


def channel_of(plan: Plan, id: str) -> Channel:
    """Return the channel a message goes by."""
    code = id.partition("-")[2].partition(".")[0]
    return next(channel for channel in plan.channels if channel.id == code)


def title_of(plan: Plan, id: str) -> str:
    """Return whose text it is and by which channel: "Invånare · Sms"."""
    return f"{audience_of(plan, id).short} · {channel_of(plan, id).short}"

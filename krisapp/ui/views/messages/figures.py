"""How long and how hard a text is, beside what its channel allows (mått)."""

from typing import NamedTuple

from krisapp.channels import channel
from krisapp.compose.writing import Text
from krisapp.domain.language.lix import SHORTEST_SAFE
from krisapp.domain.words import _
from krisapp.ui.theme.tokens import Tone


class Figure(NamedTuple):
    """One measure in words, and whether it is within what the channel allows."""

    words: str
    tone: Tone


def figures(text: Text, channel_code: str) -> tuple[Figure, ...]:
    """Return characters, words, SMS parts where the channel has them, and LIX, each with its limit in words."""
    form = channel(channel_code)
    limits = form.limits
    found = [
        _within(_("{count} tecken"), text.characters, limits.characters),
        _within(_("{count} ord"), text.words, limits.words),
    ]
    if limits.sms_parts:
        found.append(_within(_("{count} sms-del"), text.sms_parts, limits.sms_parts))
        plain = text.sms_alphabet == "GSM-7"
        found.append(Figure(text.sms_alphabet, Tone.NEUTRAL if plain else Tone.ALARM))
    if text.lix is not None:
        found.append(_ease(text, form.lix.warning, form.lix.stop))
    return tuple(found)


def _within(form: str, count: int, limit: int) -> Figure:
    words = form.format(count=count)
    if not limit:
        return Figure(words, Tone.NEUTRAL)
    words = _("{words} av högst {limit}").format(words=words, limit=limit)
    return Figure(words, Tone.ALARM if count > limit else Tone.GOOD)


def _ease(text: Text, warning: float | None, stop: float | None) -> Figure:
    lix = text.lix or 0.0
    words = _("LIX {value}").format(value=f"{lix:.0f}")
    limit = warning if warning is not None else stop
    if limit is not None:
        words = _("{words}, helst under {limit}").format(words=words, limit=f"{limit:.0f}")
    if text.words < SHORTEST_SAFE:
        return Figure(_("{words} (för kort för säkert värde)").format(words=words), Tone.NEUTRAL)
    if stop is not None and lix > stop:
        return Figure(words, Tone.ALARM)
    return Figure(words, Tone.WAIT if warning is not None and lix > warning else Tone.NEUTRAL)

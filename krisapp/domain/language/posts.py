"""How long a post on X is (vägd längd), domain handbook 6.2: links count 23, emoji 2, after normalising to NFC."""

import re
import unicodedata

LINK = 23
"""What every link counts, however long it is."""

_LINK = re.compile(r"https?://\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:se|com|org|nu)(?:/\S*)?", re.IGNORECASE)
_LIGHT = re.compile("[\u0000-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]")
_EMOJI = re.compile(
    "(?:[\U0001f1e6-\U0001f1ff]{2}"
    "|[0-9#*]\ufe0f?\u20e3"
    "|[\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff]\ufe0f?[\U0001f3fb-\U0001f3ff]?"
    "(?:\u200d[\u2190-\u2bff\U0001f000-\U0001faff]\ufe0f?[\U0001f3fb-\U0001f3ff]?)*)"
)


def weighted_length(text: str) -> int:
    """Return the weighted length of a post: a link counts 23, an emoji 2 whatever it is put together of.

    Of other characters those up to U+10FF and common punctuation count 1, the rest 2.
    """
    text = unicodedata.normalize("NFC", text)
    without_links, links = _LINK.subn("", text)
    plain, emojis = _EMOJI.subn("", without_links)
    light = len(_LIGHT.findall(plain))
    return LINK * links + 2 * emojis + light + 2 * (len(plain) - light)

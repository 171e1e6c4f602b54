"""The channels (kanaler): one file each, with its form, its limits and its checks.

A new channel is one file and one name in the tuple of this package, and nothing else changes.
A channel shapes a rendered text by form alone: lines, marks, alphabet, and optional lines left out. It never adds or
rewords what is said, and never sends. Its checks look at the finished text and alter nothing.
"""

from krisapp.channels.answering import ANSWERING
from krisapp.channels.contact_centre import CONTACT_CENTRE
from krisapp.channels.easy_swedish import EASY_SWEDISH
from krisapp.channels.email import EMAIL
from krisapp.channels.english import ENGLISH
from krisapp.channels.facebook import FACEBOOK
from krisapp.channels.form import Channel, Limits, ReadingEase, Shaped, fit
from krisapp.channels.intranet import INTRANET
from krisapp.channels.manager_pack import MANAGER_PACK
from krisapp.channels.notice import NOTICE, hand_copy
from krisapp.channels.press import PRESS
from krisapp.channels.radio import RADIO
from krisapp.channels.situation_report import SITUATION_REPORT
from krisapp.channels.sms import SMS
from krisapp.channels.web import WEB

__all__ = (
    "CHANNELS",
    "Channel",
    "Limits",
    "ReadingEase",
    "Shaped",
    "channel",
    "fit",
    "hand_copy",
)

CHANNELS: tuple[Channel, ...] = (
    WEB,
    FACEBOOK,
    SMS,
    INTRANET,
    EMAIL,
    PRESS,
    ANSWERING,
    CONTACT_CENTRE,
    NOTICE,
    RADIO,
    SITUATION_REPORT,
    EASY_SWEDISH,
    ENGLISH,
    MANAGER_PACK,
)
"""The channels the program writes for, in the order of their codes."""

_BY_CODE = {known.code: known for known in CHANNELS}


def channel(code: str) -> Channel:
    """Return the channel of a code such as "C05".

    Raises KeyError for a code no text is written for.
    """
    return _BY_CODE[code]

"""Which messages may be alerts (till allmänheten): those that are said to the public in Swedish."""

from krisapp.domain.delegation import WARNING_TO_PUBLIC
from krisapp.domain.messages import Message

CHANNELS = frozenset(("C01", "C02", "C03", "C04", "C05", "C12", "C13", WARNING_TO_PUBLIC, "C15", "C18", "C24"))
"""Channels whose texts are said to the public in Swedish, and so can be alerts."""

AUDIENCES = frozenset(("E1", "E2", "E3", "E6"))
"""Those who are the public: not partners, media or staff."""


def is_public(message: Message) -> bool:
    """Return whether a message speaks to the public, and may be an alert."""
    return message.channel in CHANNELS and message.audience in AUDIENCES and message.language == "sv"

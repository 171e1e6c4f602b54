"""C15 authority message in P4: read aloud, at most 60 words. Fixed phrases, so no limit for LIX (7.2)."""

from krisapp.channels.form import Channel, Limits
from krisapp.channels.speech import finish_speech

RADIO = Channel(
    code="C15",
    name="Myndighetsmeddelande i P4",
    finish=finish_speech,
    spoken=True,
    limits=Limits(words=60),
)

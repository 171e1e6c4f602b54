"""C19 English: a short text, at most 80 words."""

from krisapp.channels.form import Channel, Limits
from krisapp.channels.prose import finish_prose

ENGLISH = Channel(
    code="C19",
    name="Engelska",
    finish=finish_prose,
    language="en",
    limits=Limits(words=80),
)

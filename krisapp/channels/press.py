"""C08 press release: date line, facts, press contact, next press time, 200 to 300 words (rules P45, P46)."""

from krisapp.channels.form import Channel, Limits, ReadingEase
from krisapp.channels.prose import finish_prose

PRESS = Channel(
    code="C08",
    name="Pressmeddelande",
    finish=finish_prose,
    limits=Limits(words=300),
    lix=ReadingEase(tip=42, warning=48),
)

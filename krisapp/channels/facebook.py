"""C03 Facebook: plain text, the most important before "Visa mer"."""

from krisapp.channels.form import Channel, Limits, ReadingEase
from krisapp.channels.prose import finish_prose

FACEBOOK = Channel(
    code="C03",
    name="Facebook",
    finish=finish_prose,
    limits=Limits(characters=63_206),
    lix=ReadingEase(tip=35, warning=42),
)

"""C06 intranet: what it means at work, within 200 words."""

from krisapp.channels.form import Channel, Limits, ReadingEase
from krisapp.channels.prose import finish_prose

INTRANET = Channel(
    code="C06",
    name="Intranät",
    finish=finish_prose,
    limits=Limits(words=200),
    lix=ReadingEase(tip=40, warning=48),
)

"""C10 answering machine: read aloud in 45 seconds, about 95 words, advice first."""

from krisapp.channels.form import Channel, Limits, ReadingEase
from krisapp.channels.speech import finish_speech

ANSWERING = Channel(
    code="C10",
    name="Telefonsvarare",
    finish=finish_speech,
    spoken=True,
    limits=Limits(words=95),
    lix=ReadingEase(tip=35, warning=42),
)

"""C01 web page: what to do first, headings in a fixed order, 250 to 400 words (rule P32)."""

from krisapp.channels.form import Channel, Limits, ReadingEase
from krisapp.channels.prose import finish_prose

WEB = Channel(
    code="C01",
    name="Webb",
    finish=finish_prose,
    limits=Limits(words=400),
    lix=ReadingEase(tip=35, warning=42),
)

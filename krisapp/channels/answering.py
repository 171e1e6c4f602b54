"""C10 answering machine: read aloud in 45 seconds, about 95 words, advice first."""

from krisapp.channels.check_lists import AGAINST_SHEET_FOR_ALL, PLAIN_SWEDISH, held_to
from krisapp.channels.form import Channel, Limits, ReadingEase
from krisapp.channels.speech import finish_speech
from krisapp.domain.checking.marks import sender
from krisapp.domain.checking.required import empathy

LIMITS = Limits(words=95)
EASE = ReadingEase(tip=35, warning=42)

ANSWERING = Channel(
    code="C10",
    name="Telefonsvarare",
    finish=finish_speech,
    spoken=True,
    limits=LIMITS,
    lix=EASE,
    text_checks=(*PLAIN_SWEDISH, sender, *held_to(LIMITS, EASE)),
    sheet_checks=(
        *AGAINST_SHEET_FOR_ALL,
        empathy,
    ),
)

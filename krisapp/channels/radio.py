"""C15 authority message in P4: read aloud, at most 60 words. Fixed phrases, so no limit for LIX (7.2)."""

from krisapp.channels.check_lists import AGAINST_SHEET_FOR_ALL, PLAIN_SWEDISH, held_to
from krisapp.channels.form import Channel, Limits, ReadingEase
from krisapp.channels.speech import finish_speech
from krisapp.domain.checking.marks import sender

LIMITS = Limits(words=60)

RADIO = Channel(
    code="C15",
    name="Myndighetsmeddelande i P4",
    finish=finish_speech,
    spoken=True,
    limits=LIMITS,
    text_checks=(*PLAIN_SWEDISH, sender, *held_to(LIMITS, ReadingEase())),
    sheet_checks=AGAINST_SHEET_FOR_ALL,
)

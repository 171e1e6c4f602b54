"""C13 flyer in the letter box (flygblad): A5, at most 120 words, for those nothing else reaches (6.4, state E)."""

from krisapp.channels.check_lists import AGAINST_SHEET_FOR_ALL, PLAIN_SWEDISH, held_to
from krisapp.channels.form import Channel, Limits, ReadingEase
from krisapp.channels.prose import finish_prose
from krisapp.domain.checking.marks import sender, time_stamp

LIMITS = Limits(words=120)
EASE = ReadingEase(tip=30, warning=35)

FLYER = Channel(
    code="C13",
    name="Flygblad",
    finish=finish_prose,
    limits=LIMITS,
    lix=EASE,
    text_checks=(*PLAIN_SWEDISH, sender, time_stamp, *held_to(LIMITS, EASE)),
    sheet_checks=AGAINST_SHEET_FOR_ALL,
)

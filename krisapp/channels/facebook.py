"""C03 Facebook: plain text, the most important before "Visa mer"."""

from krisapp.channels.check_lists import AGAINST_SHEET_FOR_ALL, PLAIN_SWEDISH, held_to
from krisapp.channels.form import Channel, Limits, ReadingEase
from krisapp.channels.prose import finish_prose
from krisapp.domain.checking.marks import sender, time_stamp

LIMITS = Limits(characters=63_206)
EASE = ReadingEase(tip=35, warning=42)

FACEBOOK = Channel(
    code="C03",
    name="Facebook",
    finish=finish_prose,
    limits=LIMITS,
    lix=EASE,
    text_checks=(*PLAIN_SWEDISH, sender, time_stamp, *held_to(LIMITS, EASE)),
    sheet_checks=AGAINST_SHEET_FOR_ALL,
)

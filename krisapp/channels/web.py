"""C01 web page: what to do first, headings in a fixed order, 250 to 400 words (rule P32)."""

from krisapp.channels.check_lists import AGAINST_SHEET_FOR_ALL, PLAIN_SWEDISH, WHOLE_PICTURE, held_to
from krisapp.channels.form import Channel, Limits, ReadingEase
from krisapp.channels.prose import finish_prose
from krisapp.domain.checking.advice import coordination, key_messages
from krisapp.domain.checking.marks import sender, time_stamp
from krisapp.domain.checking.required import empathy

LIMITS = Limits(words=400)
EASE = ReadingEase(tip=35, warning=42)

WEB = Channel(
    code="C01",
    name="Webb",
    finish=finish_prose,
    limits=LIMITS,
    lix=EASE,
    text_checks=(*PLAIN_SWEDISH, sender, time_stamp, *held_to(LIMITS, EASE)),
    sheet_checks=(
        *AGAINST_SHEET_FOR_ALL,
        empathy,
        coordination,
        key_messages,
        *WHOLE_PICTURE,
    ),
)

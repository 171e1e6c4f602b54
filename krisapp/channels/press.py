"""C08 press release: date line, facts, press contact, next press time, 200 to 300 words (rules P45, P46)."""

from krisapp.channels.check_lists import AGAINST_SHEET_FOR_ALL, PLAIN_SWEDISH, WHOLE_PICTURE, held_to
from krisapp.channels.form import Channel, Limits, ReadingEase
from krisapp.channels.prose import finish_prose
from krisapp.domain.checking.advice import coordination, key_messages
from krisapp.domain.checking.marks import sender, time_stamp

LIMITS = Limits(words=300)
EASE = ReadingEase(tip=42, warning=48)

PRESS = Channel(
    code="C08",
    name="Pressmeddelande",
    finish=finish_prose,
    limits=LIMITS,
    lix=EASE,
    text_checks=(*PLAIN_SWEDISH, sender, time_stamp, *held_to(LIMITS, EASE)),
    sheet_checks=(
        *AGAINST_SHEET_FOR_ALL,
        coordination,
        key_messages,
        *WHOLE_PICTURE,
    ),
)

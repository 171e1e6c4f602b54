"""C21 guardians (vårdnadshavare): learning platform, text or paper, at most 120 words, when a school is affected."""

from krisapp.channels.check_lists import AGAINST_SHEET_FOR_ALL, PLAIN_SWEDISH, held_to
from krisapp.channels.form import Channel, Limits, ReadingEase
from krisapp.channels.prose import finish_prose
from krisapp.domain.checking.marks import sender, time_stamp
from krisapp.domain.checking.required import empathy

LIMITS = Limits(words=120)
EASE = ReadingEase(tip=35, warning=42)

GUARDIANS = Channel(
    code="C21",
    name="Vårdnadshavare",
    finish=finish_prose,
    limits=LIMITS,
    lix=EASE,
    text_checks=(*PLAIN_SWEDISH, sender, time_stamp, *held_to(LIMITS, EASE)),
    sheet_checks=(
        *AGAINST_SHEET_FOR_ALL,
        empathy,
    ),
)

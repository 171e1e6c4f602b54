"""C11 contact centre manuscript: opening, facts, questions and answers, referral, on one page."""

from krisapp.channels.check_lists import AGAINST_SHEET_FOR_ALL, PLAIN_SWEDISH, held_to
from krisapp.channels.form import Channel, Limits, ReadingEase
from krisapp.channels.prose import finish_prose
from krisapp.domain.checking.marks import sender, time_stamp
from krisapp.domain.checking.required import empathy

PAGE = 450
"""Words on one page, about."""

LIMITS = Limits(words=PAGE)
EASE = ReadingEase(tip=35, warning=42)

CONTACT_CENTRE = Channel(
    code="C11",
    name="Kontaktcentermanus",
    finish=finish_prose,
    limits=LIMITS,
    lix=EASE,
    text_checks=(*PLAIN_SWEDISH, sender, time_stamp, *held_to(LIMITS, EASE)),
    sheet_checks=(
        *AGAINST_SHEET_FOR_ALL,
        empathy,
    ),
)

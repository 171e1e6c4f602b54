"""C16 material for Krisinformation.se (underlag): a letter with what, where, our own link and whom to ask.

They publish only what the responsible authority has said in public, so our own text must be out first (rule P28).
"""

from krisapp.channels.check_lists import AGAINST_SHEET_FOR_ALL, PLAIN_SWEDISH, held_to
from krisapp.channels.email import finish_email
from krisapp.channels.form import Channel, Limits, ReadingEase
from krisapp.domain.checking.marks import sender, time_stamp

LIMITS = Limits(subject=60)
EASE = ReadingEase(tip=42, warning=48)

KRISINFORMATION = Channel(
    code="C16",
    name="Underlag till Krisinformation.se",
    finish=finish_email,
    limits=LIMITS,
    lix=EASE,
    text_checks=(*PLAIN_SWEDISH, sender, time_stamp, *held_to(LIMITS, EASE)),
    sheet_checks=AGAINST_SHEET_FOR_ALL,
)

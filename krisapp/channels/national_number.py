"""C25 material for 113 13, the national number for information: short facts, at most 100 words."""

from krisapp.channels.check_lists import AGAINST_SHEET_FOR_ALL, PLAIN_SWEDISH, held_to
from krisapp.channels.form import Channel, Limits, ReadingEase
from krisapp.channels.prose import finish_prose
from krisapp.domain.checking.marks import sender, time_stamp

LIMITS = Limits(words=100)

NATIONAL_NUMBER = Channel(
    code="C25",
    name="Underlag till 113 13",
    finish=finish_prose,
    limits=LIMITS,
    text_checks=(*PLAIN_SWEDISH, sender, time_stamp, *held_to(LIMITS, ReadingEase())),
    sheet_checks=AGAINST_SHEET_FOR_ALL,
)

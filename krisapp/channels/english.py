"""C19 English: a short text, at most 80 words."""

from krisapp.channels.check_lists import AGAINST_SHEET, ANY_LANGUAGE, held_to
from krisapp.channels.form import Channel, Limits, ReadingEase
from krisapp.channels.prose import finish_prose
from krisapp.domain.checking.marks import sender, time_stamp

LIMITS = Limits(words=80)

ENGLISH = Channel(
    code="C19",
    name="Engelska",
    finish=finish_prose,
    language="en",
    limits=LIMITS,
    text_checks=(*ANY_LANGUAGE, sender, time_stamp, *held_to(LIMITS, ReadingEase())),
    sheet_checks=AGAINST_SHEET,
)

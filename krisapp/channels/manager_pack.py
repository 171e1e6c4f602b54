"""C22 manager pack (chefsunderlag): situation, say this, answer so, do this, within 150 words (rule P52)."""

from krisapp.channels.check_lists import AGAINST_SHEET_FOR_ALL, PLAIN_SWEDISH, held_to
from krisapp.channels.form import Channel, Limits, ReadingEase
from krisapp.channels.prose import finish_prose
from krisapp.domain.checking.marks import sender, time_stamp

LIMITS = Limits(words=150)
EASE = ReadingEase(tip=45, warning=52)

MANAGER_PACK = Channel(
    code="C22",
    name="Chefsunderlag",
    finish=finish_prose,
    limits=LIMITS,
    lix=EASE,
    text_checks=(*PLAIN_SWEDISH, sender, time_stamp, *held_to(LIMITS, EASE)),
    sheet_checks=AGAINST_SHEET_FOR_ALL,
)

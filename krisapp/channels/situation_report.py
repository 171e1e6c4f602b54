"""C17 situation report to the county board: the blocks of domain handbook 3.9."""

from krisapp.channels.check_lists import AGAINST_SHEET, ANY_LANGUAGE, SWEDISH_WORDS, held_to
from krisapp.channels.form import Channel, Limits, ReadingEase
from krisapp.channels.prose import finish_prose
from krisapp.domain.checking.marks import sender, time_stamp

EASE = ReadingEase(tip=45, warning=52)

SITUATION_REPORT = Channel(
    code="C17",
    name="Lägesrapport",
    finish=finish_prose,
    lix=EASE,
    text_checks=(*ANY_LANGUAGE, *SWEDISH_WORDS, sender, time_stamp, *held_to(Limits(), EASE)),
    sheet_checks=AGAINST_SHEET,
)

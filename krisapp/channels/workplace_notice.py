"""C23 notice at workplaces (anslag på arbetsplatsen): as C12 in form, but to staff, for when net and mail are down."""

from krisapp.channels.check_lists import AGAINST_SHEET_FOR_ALL, PLAIN_SWEDISH, held_to
from krisapp.channels.form import Channel
from krisapp.channels.notice import EASE, LIMITS
from krisapp.channels.prose import finish_prose
from krisapp.domain.checking.marks import sender, time_stamp

WORKPLACE_NOTICE = Channel(
    code="C23",
    name="Anslag på arbetsplatsen",
    finish=finish_prose,
    limits=LIMITS,
    lix=EASE,
    text_checks=(*PLAIN_SWEDISH, sender, time_stamp, *held_to(LIMITS, EASE)),
    sheet_checks=AGAINST_SHEET_FOR_ALL,
)

"""C02 crisis web and banner (kriswebb): one line of at most 90 characters, and beneath it the time."""

from collections.abc import Sequence

from krisapp.channels.check_lists import AGAINST_SHEET_FOR_ALL, PLAIN_SWEDISH
from krisapp.channels.exercise_marks import marked, without_marks
from krisapp.channels.form import Channel, ReadingEase
from krisapp.channels.limit_checks import first_line
from krisapp.channels.prose import tidy
from krisapp.channels.subject import shortened
from krisapp.domain.checking.marks import sender, time_stamp
from krisapp.domain.checks import Context

LINE = 90
EASE = ReadingEase(tip=35, warning=42)


def finish_banner(lines: Sequence[str], context: Context) -> str:
    """Return the banner, its first line shortened where a clause ends if it is too long.

    A correction is never shortened: it must say both what was wrong and what is right (P43).
    """
    banner, _newline, beneath = tidy(without_marks(tidy(lines).split("\n"))).partition("\n")
    if len(banner) > LINE and not context.stage.mends:
        banner = f"{shortened(banner, LINE - 1)}."
    return marked(tidy([banner, *beneath.split("\n")]), context)


BANNER = Channel(
    code="C02",
    name="Kriswebb och banner",
    finish=finish_banner,
    lix=EASE,
    text_checks=(*PLAIN_SWEDISH, sender, time_stamp, first_line(LINE)),
    sheet_checks=AGAINST_SHEET_FOR_ALL,
)

"""C04 X or similar (inlägg): at most 280 weighted characters, a link counted as 23."""

from collections.abc import Sequence

from krisapp.channels.check_lists import AGAINST_SHEET_FOR_ALL, PLAIN_SWEDISH, held_to
from krisapp.channels.exercise_marks import marked_sms
from krisapp.channels.form import Channel, Limits, ReadingEase
from krisapp.channels.limit_checks import longest_post
from krisapp.channels.prose import tidy
from krisapp.domain.checking.marks import sender
from krisapp.domain.checks import Context

LIMITS = Limits(weighted=280)
EASE = ReadingEase(tip=35, warning=42)


def finish_post(lines: Sequence[str], context: Context) -> str:
    """Return the post as one paragraph with the short exercise mark."""
    return marked_sms(" ".join(tidy(lines).split()), context)


X = Channel(
    code="C04",
    name="X",
    finish=finish_post,
    limits=LIMITS,
    lix=EASE,
    text_checks=(*PLAIN_SWEDISH, sender, longest_post(LIMITS.weighted), *held_to(Limits(), EASE)),
    sheet_checks=AGAINST_SHEET_FOR_ALL,
)

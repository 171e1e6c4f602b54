"""C05 text message: one line in the GSM-7 alphabet, one part, sender first, no link."""

from collections.abc import Sequence

from krisapp.channels.check_lists import AGAINST_SHEET, PLAIN_SWEDISH, held_to
from krisapp.channels.exercise_marks import marked_sms
from krisapp.channels.form import Channel, Limits, ReadingEase
from krisapp.domain.checking.marks import sms_sender
from krisapp.domain.checking.short_messages import alphabet, links, parts
from krisapp.domain.checks import Context
from krisapp.domain.language.sms import to_gsm


def finish_sms(lines: Sequence[str], context: Context) -> str:
    """Return the lines as one line in GSM-7, with the short exercise mark."""
    return marked_sms(" ".join(to_gsm(" ".join(lines)).split()), context)


LIMITS = Limits(sms_parts=1)
EASE = ReadingEase(tip=30, warning=35)

SMS = Channel(
    code="C05",
    name="Sms",
    finish=finish_sms,
    limits=LIMITS,
    lix=EASE,
    text_checks=(*PLAIN_SWEDISH, sms_sender, alphabet, parts, links, *held_to(LIMITS, EASE, mean=10)),
    sheet_checks=AGAINST_SHEET,
)

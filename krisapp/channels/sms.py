"""C05 text message: one line in the GSM-7 alphabet, one part, sender first, no link."""

from collections.abc import Sequence

from krisapp.channels.exercise_marks import marked_sms
from krisapp.channels.form import Channel, Limits, ReadingEase
from krisapp.domain.checks import Context
from krisapp.domain.language.sms import to_gsm


def finish_sms(lines: Sequence[str], context: Context) -> str:
    """Return the lines as one line in GSM-7, with the short exercise mark."""
    return marked_sms(" ".join(to_gsm(" ".join(lines)).split()), context)


SMS = Channel(
    code="C05",
    name="Sms",
    finish=finish_sms,
    limits=Limits(sms_parts=1),
    lix=ReadingEase(tip=30, warning=35),
)

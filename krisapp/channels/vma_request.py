"""C14 request for a warning to the public (begäran om VMA): a form, and a text of 40 to 60 words in four parts (8.4).

The program sends nothing and never says that a warning is sent. An authorised person calls SOS Alarm and reads.
"""

from collections.abc import Sequence

from krisapp.channels.check_lists import AGAINST_SHEET_FOR_ALL, PLAIN_SWEDISH
from krisapp.channels.exercise_marks import marked
from krisapp.channels.form import Channel, Limits
from krisapp.channels.prose import tidy
from krisapp.channels.read_aloud import under, words_between
from krisapp.channels.speech import speakable
from krisapp.domain.checking.forbidden import warning_name_misused
from krisapp.domain.checking.marks import sender, time_stamp
from krisapp.domain.checks import Context

READ_THIS = "Text att läsa upp"
LEAST_WORDS, MOST_WORDS = 40, 60
LIMITS = Limits(words=MOST_WORDS)


def finish_request(lines: Sequence[str], context: Context) -> str:
    """Return the form as it is written and the text under it as it is said, with their exercise marks."""
    form, heading, read = tidy(lines).partition(f"\n{READ_THIS}\n")
    return marked(f"{form}{heading}{speakable(read)}", context)


VMA_REQUEST = Channel(
    code="C14",
    name="Begäran om VMA",
    finish=finish_request,
    limits=LIMITS,
    measured=under(READ_THIS),
    text_checks=(
        *(check for check in PLAIN_SWEDISH if check is not warning_name_misused),
        sender,
        time_stamp,
        words_between(LEAST_WORDS, MOST_WORDS, READ_THIS),
    ),
    sheet_checks=AGAINST_SHEET_FOR_ALL,
)

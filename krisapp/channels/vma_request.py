"""C14 request for a warning to the public (begäran om VMA): a form, and a text of 40 to 60 words in four parts (8.4).

The program sends nothing and never says that a warning is sent. An authorised person calls SOS Alarm and reads.
"""

from krisapp.channels.check_lists import AGAINST_SHEET_FOR_ALL, PLAIN_SWEDISH
from krisapp.channels.form import Channel, Limits
from krisapp.channels.read_aloud import under, words_between
from krisapp.channels.speech import finish_speech
from krisapp.domain.checking.forbidden import warning_name_misused
from krisapp.domain.checking.marks import sender, time_stamp

READ_THIS = "Text att läsa upp"
LEAST_WORDS, MOST_WORDS = 40, 60
LIMITS = Limits(words=MOST_WORDS)

VMA_REQUEST = Channel(
    code="C14",
    name="Begäran om VMA",
    finish=finish_speech,
    spoken=True,
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

"""C07 e-mail: a first line "Ämne: [KRIS] …" of at most 60 characters, then plain text."""

import re
from collections.abc import Sequence

from krisapp.channels.check_lists import AGAINST_SHEET_FOR_ALL, PLAIN_SWEDISH, held_to
from krisapp.channels.exercise_marks import MARK, marked
from krisapp.channels.form import Channel, Limits, ReadingEase
from krisapp.channels.prose import tidy
from krisapp.channels.subject import SUBJECT, shortened
from krisapp.domain.checking.marks import sender, time_stamp
from krisapp.domain.checks import Context

CRISIS = "[KRIS] "
SUBJECT_MOST = 60

_MARKS = re.compile(rf"^(?:\[KRIS\]\s*|{MARK}:?\s+)+")


def finish_email(lines: Sequence[str], context: Context) -> str:
    """Return subject line and body. The subject is marked, and shortened where a clause ends if it is too long.

    In an exercise both the subject and the body are marked, since they are pasted apart.
    """
    text = tidy(lines)
    first, _newline, body = text.partition("\n")
    if not first.startswith(SUBJECT.strip()):
        return marked(text, context)
    mark = f"{MARK} " if context.exercise else CRISIS
    words = _MARKS.sub("", first[len(SUBJECT.strip()) :].strip())
    subject = shortened(words, SUBJECT_MOST - len(mark))
    return f"{SUBJECT}{mark}{subject}\n\n{marked(tidy(body.split(chr(10))), context)}"


LIMITS = Limits(subject=SUBJECT_MOST)
EASE = ReadingEase(tip=42, warning=48)

EMAIL = Channel(
    code="C07",
    name="E-post",
    finish=finish_email,
    limits=LIMITS,
    lix=EASE,
    text_checks=(*PLAIN_SWEDISH, sender, time_stamp, *held_to(LIMITS, EASE)),
    sheet_checks=AGAINST_SHEET_FOR_ALL,
)

"""C07 e-mail: a first line "Ämne: [KRIS] …" of at most 60 characters, then plain text."""

import re
from collections.abc import Sequence

from krisapp.channels.exercise_marks import MARK, marked
from krisapp.channels.form import Channel, Limits, ReadingEase
from krisapp.channels.prose import tidy
from krisapp.domain.checks import Context

SUBJECT = "Ämne: "
CRISIS = "[KRIS] "
SUBJECT_MOST = 60

_MARKS = re.compile(rf"^(?:\[KRIS\]\s*|{MARK}:?\s+)+")
_SENTENCE = re.compile(r"[.!?;:](?=\s|$)")
_CLAUSE = re.compile(
    r",|\s(?=(?:innan|när|om|som|eftersom|så|och|eller|men|tills|medan|för att|efter|från|till|med|utan)\s)"
)


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


def subject_of(text: str) -> str:
    """Return the subject of a finished e-mail, without "Ämne:", or empty if it has none."""
    first = text.partition("\n")[0]
    return first[len(SUBJECT) :].strip() if first.startswith(SUBJECT) else ""


def body_of(text: str) -> str:
    """Return the body of a finished e-mail."""
    return text.partition("\n")[2].strip() if subject_of(text) else text


def shortened(text: str, most: int) -> str:
    """Return the text, or as much of it as fits and still is whole: to a sentence's end, a clause's, or a word's."""
    text = text.strip().rstrip(".")
    if len(text) <= most:
        return text
    for ends in (_SENTENCE, _CLAUSE):
        fitting = [found.start() for found in ends.finditer(text) if 0 < found.start() <= most]
        if fitting:
            return text[: fitting[-1]].rstrip(" ,")
    return text[: most + 1].rpartition(" ")[0] or text[:most]


EMAIL = Channel(
    code="C07",
    name="E-post",
    finish=finish_email,
    limits=Limits(subject=SUBJECT_MOST),
    lix=ReadingEase(tip=42, warning=48),
)

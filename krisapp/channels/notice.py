"""C12 notice: heading first, at most 90 words, and a version of 40 words to write by hand (6.4, state D)."""

import itertools
import re

from krisapp.channels.check_lists import AGAINST_SHEET_FOR_ALL, PLAIN_SWEDISH, held_to
from krisapp.channels.exercise_marks import FULL
from krisapp.channels.form import Channel, Limits, ReadingEase
from krisapp.channels.prose import finish_prose
from krisapp.domain.checking.marks import sender, time_stamp
from krisapp.domain.language.lix import words
from krisapp.domain.language.sentences import line_spans, sentence_spans

HAND_WORDS = 40

_PROMISE = re.compile(r"\b(?:nästa|nytt|sista)\s+(?:anslag|besked)\b", re.IGNORECASE)


def hand_copy(text: str) -> str:
    """Return the notice in at most 40 words, to be written with a marker (handskrivet anslag).

    The heading, the promise of the next notice, the sender in the last line and the exercise marks always stay; of the
    rest as many whole sentences, in order, as there is room for.
    """
    lines = [text[first:last] for first, last in line_spans(text)]
    if not lines:
        return ""
    marks = [line for line in lines if line.startswith(FULL)]
    plain = [line for line in lines if not line.startswith(FULL)]
    parts = [(index, part) for index, line in enumerate(plain) for part in _sentences(line)]
    needed = {at for at, (index, part) in enumerate(parts) if index in (0, len(plain) - 1) or _PROMISE.search(part)}
    room = HAND_WORDS - sum(len(words(parts[at][1])) for at in needed)
    room -= sum(len(words(FULL)) for _mark in marks)
    kept = set(needed)
    for at, (_index, part) in enumerate(parts):
        length = len(words(part))
        if at not in kept and length <= room and not part.endswith("?"):
            kept.add(at)
            room -= length
    written = [part for at, (_index, part) in enumerate(parts) if at in kept]
    return "\n".join([FULL, *written, FULL] if marks else written)


LIMITS = Limits(words=90)
EASE = ReadingEase(tip=30, warning=35)


def _sentences(line: str) -> list[str]:
    """Return the sentences of a line; what a colon introduces stays with it ("Nästa besked: kl. 18.00.")."""
    starts = [first for first, _last in sentence_spans(line) if not line[:first].rstrip().endswith(":")]
    return [line[first:last].strip() for first, last in itertools.pairwise([*starts, len(line)])] or [line]


NOTICE = Channel(
    code="C12",
    name="Anslag",
    finish=finish_prose,
    limits=LIMITS,
    lix=EASE,
    text_checks=(*PLAIN_SWEDISH, sender, time_stamp, *held_to(LIMITS, EASE)),
    sheet_checks=AGAINST_SHEET_FOR_ALL,
)

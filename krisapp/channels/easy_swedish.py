"""C18 easy Swedish (lättläst): one sentence a line, at most 60 characters a line and 80 words."""

import itertools
import re
from collections.abc import Sequence

from krisapp.channels.check_lists import AGAINST_SHEET_FOR_ALL, PLAIN_SWEDISH, held_to
from krisapp.channels.exercise_marks import FULL, marked
from krisapp.channels.form import Channel, Limits, ReadingEase
from krisapp.channels.prose import tidy
from krisapp.domain.checking.marks import sender
from krisapp.domain.checks import Context
from krisapp.domain.language.sentences import sentence_spans

LINE = 60

_BREAK = re.compile(r"(?<=,) | (?=(?:och|eller|men|så|för|om|när|som|innan|eftersom|att|tills)\b)")


def broken(sentence: str) -> list[str]:
    """Return a sentence as lines of at most 60 characters, broken after a comma or before a small joining word."""
    lines = []
    while len(sentence) > LINE:
        head = sentence[: LINE + 1]
        places = [found.start() for found in _BREAK.finditer(head) if found.start()]
        at = places[-1] if places else head.rfind(" ")
        if at <= 0:
            break
        lines.append(sentence[:at].rstrip())
        sentence = sentence[at:].lstrip()
    return [*lines, sentence] if sentence else lines


def finish_easy(lines: Sequence[str], context: Context) -> str:
    """Return the text with one sentence a line, with its exercise marks."""
    written: list[str] = []
    for line in tidy(lines).split("\n"):
        spans = sentence_spans(line)
        if not spans or (context.exercise and line.startswith(FULL)):
            written.append(line)
            continue
        starts = [0, *(first for first, _last in spans[1:]), len(line)]
        for start, stop in itertools.pairwise(starts):
            written += broken(line[start:stop].strip())
    return marked(tidy(written), context)


LIMITS = Limits(words=80, line=LINE)
EASE = ReadingEase(tip=25, warning=28, stop=32)

EASY_SWEDISH = Channel(
    code="C18",
    name="Lättläst",
    finish=finish_easy,
    limits=LIMITS,
    lix=EASE,
    text_checks=(*PLAIN_SWEDISH, sender, *held_to(LIMITS, EASE, mean=8)),
    sheet_checks=AGAINST_SHEET_FOR_ALL,
)

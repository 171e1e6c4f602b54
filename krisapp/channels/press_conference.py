"""C09 press conference (presskonferens): what is said in three minutes, 390 words, then questions and answers.

Those affected come first, then facts, then advice (checklist K13); the answer on staff is the rule of P48.
"""

from krisapp.channels.check_lists import AGAINST_SHEET_FOR_ALL, PLAIN_SWEDISH, held_to
from krisapp.channels.exercise_marks import without_marks
from krisapp.channels.form import Channel, Limits, ReadingEase
from krisapp.channels.limit_checks import most_words
from krisapp.channels.speech import finish_speech
from krisapp.domain.checking.marks import sender, time_stamp
from krisapp.domain.checking.required import empathy

QUESTIONS = "Frågor och svar"
LIMITS = Limits(words=390)
EASE = ReadingEase(tip=35, warning=42)


def said(text: str) -> str:
    """Return what is said before the questions."""
    return "\n".join(without_marks(text.split("\n"))).partition(f"\n{QUESTIONS}\n")[0]


PRESS_CONFERENCE = Channel(
    code="C09",
    name="Presskonferens",
    finish=finish_speech,
    spoken=True,
    limits=LIMITS,
    lix=EASE,
    measured=said,
    text_checks=(
        *PLAIN_SWEDISH,
        sender,
        time_stamp,
        most_words(LIMITS.words, said),
        *held_to(Limits(), EASE),
    ),
    sheet_checks=(*AGAINST_SHEET_FOR_ALL, empathy),
)

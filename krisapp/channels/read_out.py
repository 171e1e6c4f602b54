"""C24 read out from a car or at the door (läsa upp): at most 40 words, about 20 seconds, said twice."""

from krisapp.channels.check_lists import AGAINST_SHEET_FOR_ALL, PLAIN_SWEDISH, held_to
from krisapp.channels.form import Channel, Limits, ReadingEase
from krisapp.channels.read_aloud import under, words_between
from krisapp.channels.speech import finish_speech
from krisapp.domain.checking.marks import sender

SAY_TWICE = "Läs upp två gånger, lugnt och tydligt"
LIMITS = Limits(words=40)
EASE = ReadingEase(tip=30, warning=35)

READ_OUT = Channel(
    code="C24",
    name="Läsa upp",
    finish=finish_speech,
    spoken=True,
    limits=LIMITS,
    lix=EASE,
    measured=under(SAY_TWICE),
    text_checks=(*PLAIN_SWEDISH, sender, words_between(0, LIMITS.words, SAY_TWICE), *held_to(Limits(), EASE)),
    sheet_checks=AGAINST_SHEET_FOR_ALL,
)

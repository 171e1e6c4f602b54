"""C11 contact centre manuscript: opening, facts, questions and answers, referral, on one page."""

from krisapp.channels.form import Channel, Limits, ReadingEase
from krisapp.channels.prose import finish_prose

PAGE = 450
"""Words on one page, about."""

CONTACT_CENTRE = Channel(
    code="C11",
    name="Kontaktcentermanus",
    finish=finish_prose,
    limits=Limits(words=PAGE),
    lix=ReadingEase(tip=35, warning=42),
)

"""C20 other languages: one block a language, of reviewed phrases only, at most sixty words each."""

from krisapp.channels.check_lists import ANY_LANGUAGE
from krisapp.channels.form import Channel
from krisapp.channels.prose import finish_prose
from krisapp.domain.checking.confirmation import unconfirmed_facts
from krisapp.domain.checking.marks import sender
from krisapp.domain.checking.secrecy import secret_facts

OTHER_LANGUAGES = Channel(
    code="C20",
    name="Andra språk",
    finish=finish_prose,
    language="mul",
    text_checks=(*ANY_LANGUAGE, sender),
    sheet_checks=(secret_facts, unconfirmed_facts),
)

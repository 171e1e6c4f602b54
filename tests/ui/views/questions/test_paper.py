"""Questions and answers on paper: read to people on the telephone, and therefore Swedish whoever prints them."""

from datetime import timedelta

from krisapp.domain.answering import asking
from krisapp.domain.answering.question_history import Asked
from krisapp.domain.answering.questions import Asker
from krisapp.domain.words import speak
from krisapp.store.translations import catalogue
from krisapp.ui.live import Live
from krisapp.ui.views.questions.question_rows import answers_on_paper
from tests.ui.views.conftest import StandingClock


def asked(live: Live, text: str, asker: Asker = Asker.RESIDENTS) -> str:
    event = asking.ask(live.incident, text, asker, live.now())
    assert isinstance(event, Asked)
    (stamp,) = live.desk.do(event)
    return stamp.id


def test_the_paper_is_swedish_also_when_the_window_speaks_english(live: Live, clock: StandingClock) -> None:
    answered, promised = asked(live, "Får jag duscha?"), asked(live, "När är det klart?")
    asked(live, "Ska jag jobba hemma?", Asker.STAFF)
    live.do(asking.answer(live.incident, answered, "Ja, du kan duscha som vanligt.", clock.time))
    live.do(asking.promise(live.incident, promised, clock.time + timedelta(minutes=30), clock.time))
    swedish = answers_on_paper(live.incident, clock.time)

    speak(catalogue("en"))
    try:
        assert answers_on_paper(live.incident, clock.time) == swedish
    finally:
        speak(catalogue("sv"))

    for told in (
        "Frågor och svar: ",
        "INVÅNARE FRÅGAR\n\nFår jag duscha?\nJa, du kan duscha som vanligt.\n(Svar 1, kl. ",
        f"När är det klart?\nVi återkommer kl. {clock.time + timedelta(minutes=30):%H.%M}.",
        "MEDARBETARE FRÅGAR\n\nSka jag jobba hemma?\nInget svar ännu.",
    ):
        assert told in swedish, swedish

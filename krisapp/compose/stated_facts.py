"""Which facts a text may state, and that nothing is said twice.

Only confirmed facts that are not secret are stated; unconfirmed ones in internal texts alone, marked (rule P34).
"""

from datetime import datetime

from krisapp.compose.listed_lines import helps, open_closed
from krisapp.compose.sheet_view import Lines, SheetView
from krisapp.compose.wording import content, repeats, sentence
from krisapp.domain.facts import Fact, Status
from krisapp.domain.language.clock import number
from krisapp.domain.sheet import Affected

ALIKE = 0.2
"""Least and most closer than this share of the most are told as one number, "omkring"."""

NO_NEWS = "Inget nytt har hänt sedan förra beskedet."
NEWEST = 2
DAY = 24 * 60
BEFORE_ALARM = 20 * 60


def known(view: SheetView) -> Lines:
    """Return the confirmed public facts that the rest of a full text does not say already."""
    facts = view.facts(Status.CONFIRMED)
    said = _said(view) if facts else frozenset()
    told: list[str] = []
    for fact in facts:
        if not repeats(fact.text, said):
            told.append(sentence(fact.text))
            said |= content(fact.text)
    return tuple(told)


def fresh(view: SheetView) -> Lines:
    """Return what is new: what the communicator wrote, else the confirmed facts that came in last."""
    if news := view.text("news"):
        return (sentence(news),)
    facts = view.facts(Status.CONFIRMED)
    if not facts:
        return ()
    alarm: datetime = view.value("alarm_at")
    headline = content(view.text("headline"))
    ordered = sorted(enumerate(facts), key=lambda item: (_minutes(item[1], alarm), item[0]))
    newest = [sentence(fact.text) for _at, fact in reversed(ordered) if not repeats(fact.text, headline)]
    return tuple(reversed(newest[:NEWEST]))


def news_words(view: SheetView) -> str:
    """Return what is new after the word "Nytt", or that nothing has happened since."""
    news = fresh(view)
    return f"Nytt: {' '.join(news)}" if news else NO_NEWS


def no_news(view: SheetView) -> str:
    """Return that nothing has happened since the last text, where that is so: an update says it in whole words."""
    return "" if fresh(view) else NO_NEWS


def unconfirmed(view: SheetView) -> Lines:
    """Return the unconfirmed facts that are not secret, each marked: for internal texts only."""
    return tuple(f"{sentence(fact.text).rstrip('.')} (obekräftat)." for fact in view.facts(Status.UNCONFIRMED))


def affected_words(view: SheetView) -> str:
    """Return how many are affected in a sentence, unless a stated fact or what has happened says it."""
    affected: Affected = view.value("affected")
    words = _how_many(affected)
    if not words:
        return ""
    said = set().union(
        *(content(fact.text) for fact in view.facts(Status.CONFIRMED)), content(view.text("what_happened"))
    )
    numbers = {word for word in content(words) if word[0].isdigit()}
    return "" if numbers & said else f"{words} {affected.unit or 'personer'} berörs."


def _said(view: SheetView) -> frozenset[str]:
    """Return the words of all that a full text says beside its list of facts."""
    texts = (
        view.text("headline"),
        view.text("what_happened"),
        *view.value("advice"),
        *view.value("our_actions"),
        *helps(view),
        *open_closed(view),
    )
    return frozenset().union(*(content(text) for text in texts))


def _how_many(affected: Affected) -> str:
    least, most = affected.min, affected.max
    if least and most:
        if most - least <= ALIKE * most:
            return f"Omkring {number(_rounded((least + most) // 2))}"
        return f"Mellan {number(min(least, most))} och {number(max(least, most))}"
    if least and most is None:
        return f"Minst {number(least)}"
    return ""


def _rounded(count: int) -> int:
    """Return a number without more digits than anyone knows; small ones in tens, so that they point nobody out."""
    step = 10 if count < 1_000 else 100
    return max(step, (count + step // 2) // step * step)


def _minutes(fact: Fact, alarm: datetime) -> int:
    """Return minutes from the alarm to a fact's time of day; a time of day just before the alarm is before it."""
    hour, _colon, minute = fact.time.replace(".", ":").partition(":")
    if not (hour.isdecimal() and minute.isdecimal()):
        return 0
    since = (int(hour) * 60 + int(minute) - alarm.hour * 60 - alarm.minute) % DAY
    return since if since < BEFORE_ALARM else since - DAY

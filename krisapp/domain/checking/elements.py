"""The elements a text may have to carry (obligatoriska delar), and how a text shows that it carries one (7.3).

An element is there when most of the telling words of the sheet's own sentence stand in the text, so that a text that
somebody has edited by hand still passes. Which texts must carry which elements is said in `required`.
"""

import re
from collections.abc import Callable, Iterable

import msgspec

from krisapp.domain.checking.remembered import Remembered
from krisapp.domain.checks import Context
from krisapp.domain.language.clock import WEEKDAYS
from krisapp.domain.language.reading import Reading, content_of
from krisapp.domain.language.wordings import IMPERATIVES
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import N_

_ENOUGH = 0.6
_WHOLE = 8
"""Towns in the municipality: an incident in all of them is everywhere, and its place is the sender's name."""

_PHONE = re.compile(r"(?<![\d.])(?:\+46|0)\d{1,3}[- ]?\d{2,3}[ \u00a0\u202f]?\d{2,3}(?:[ \u00a0\u202f]?\d{2,3})?")
_PATHS = ("kontaktcenter", "växel", "www.", "@", "besök ", "visit the ", "ring kommunen", "vanliga nummer")
_ADDRESS = re.compile(r"\.(?:se|nu)\b")
_LOOKING_INTO = re.compile(r"\bundersök|\butred|\btar reda på|\bvet (?:ännu )?inte (?:säkert )?vad")
_NOTHING_NEEDED = re.compile(r"behöver inte göra något")
_NOT_KNOWN = re.compile(r"vet (?:vi )?(?:ännu )?inte|inte klart|oklart|kan inte säga|inte klarlag")
_NEWS = re.compile(r"\bnytt\b|\bnya?\b|\buppdater|\bnu\b|oförändrat|gäller fortfarande|inget nytt|\bnew\b|\bupdate")
_OVER = re.compile(
    r"\böver\b|\bavslut|\bupphör|\bhävs?\b|\bsom vanligt\b|\bfungerar igen\b|\bsista besked|\bover\b|\bended\b"
)
_THANKS = re.compile(r"\btack\b|\btackar\b|\bthank")
_FREEDOM = re.compile(
    r"meddelarfrihet|rätt att (?:själv )?(?:lämna uppgifter|prata med|tala med|kontakta)"
    r"|ändrar inte (?:din|er|någons) rätt"
)
_AT_WORK = re.compile(r"\barbetstid|\b(?:ditt|ert|vårt) (?:jobb|arbete|schema)|\bpå jobbet|\bdin (?:närmaste )?chef|"
                      r"arbetar hos oss|arbetar som vanligt|\bdin arbetsplats")  # fmt: skip
_ABSENT = re.compile(r"inte (?:är |här|på plats)|någon annanstans|hemma på annan ort|långt bort")
_SPOKESPERSON = re.compile(r"\btalesperson|\buttalar sig|\btalar för kommunen")
_HOURS = re.compile(r"dygnet runt|\bkl\. ?\d|\bklockan \d|\d–\d|öppet")


class SheetWords:
    """The telling words of the sheet's sentences, field by field."""

    def __init__(self, sheet: Sheet) -> None:
        self.headline = _content(sheet.headline)
        self.headline_advises = any(
            words and words[0] in IMPERATIVES for words in (Reading(part).tokens for part in sheet.headline.split("."))
        )
        self.key_messages = _parts(sheet.key_messages)
        self.what_happened = _parts(re.split(r"(?<=[.!?])\s", sheet.what_happened))
        self.area = _content(sheet.area)
        self.advice = _parts((*sheet.advice, *sheet.do_not))
        self.unknowns = _parts(sheet.unknowns)
        self.actions = _parts((*sheet.our_actions, *(other.action for other in sheet.others_actions)))
        self.empathy = _parts(re.split(r"(?<=[.!?])\s", sheet.empathy))
        self.news = _content(sheet.news)
        self.outcome = _content(sheet.outcome)
        self.wrong = _content(sheet.correction.wrong)
        self.right = _content(sheet.correction.right)
        self.why = _content(sheet.correction.why)
        self.nothing_needed = _content(sheet.nothing_needed)
        self.staff_impact = _content(sheet.staff_impact)
        self.contacts = {key: _Contact(value) for key, value in sheet.contact.items()}


class _Contact:
    def __init__(self, value: str) -> None:
        self.digits = [re.sub(r"\D", "", found.group()) for found in _PHONE.finditer(value)]
        self.content = _content(value)


_remembered = Remembered(SheetWords)


class Spoken(msgspec.Struct, frozen=True):
    """A text, its sheet and its circumstances, as an element looks at them."""

    reading: Reading
    sheet: Sheet
    words: SheetWords
    context: Context

    def holds(self, content: frozenset[str]) -> bool:
        """Return whether most of the telling words of a sentence stand in the text."""
        return holds_most(content, self.reading.content)

    def holds_any(self, sentences: Iterable[frozenset[str]]) -> bool:
        """Return whether the text holds at least one of some sentences."""
        return any(self.holds(content) for content in sentences)

    def says(self, pattern: re.Pattern[str]) -> bool:
        """Return whether a pattern in lower case is found in the text."""
        return bool(pattern.search(self.reading.lower))


def holds_most(content: frozenset[str], words: frozenset[str]) -> bool:
    """Return whether most of the telling words of a sentence are among some words."""
    return bool(content) and len(content & words) >= _ENOUGH * len(content)


def spoken(reading: Reading, sheet: Sheet, context: Context) -> Spoken:
    """Return a text made ready to be asked for its elements."""
    return Spoken(reading, sheet, _remembered.of(sheet), context)


class Element(msgspec.Struct, frozen=True):
    """One element: its field in the sheet, how it is called, whether a text has it, and whether the sheet gives it."""

    key: str
    label: str
    present: Callable[[Spoken], bool]
    given: Callable[[Spoken], bool]


def _content(sentence: str) -> frozenset[str]:
    return content_of(Reading(sentence).tokens)


def _parts(sentences: Iterable[str]) -> list[frozenset[str]]:
    return [content for content in map(_content, sentences) if content]


def _has_place(text: Spoken) -> bool:
    lower, places = text.reading.lower, text.sheet.places
    if any(place.lower() in lower for place in places) or text.holds(text.words.area):
        return True
    everywhere = len(places) >= _WHOLE or "kommun" in text.sheet.area.lower()
    return everywhere and text.context.sender.lower() in lower


def _has_next_update(text: Spoken) -> bool:
    time = text.sheet.next_update
    if time is None:
        return False
    places, tokens = text.reading.places, text.reading.tokens
    hours = {str(time.hour), f"{time:%H}"}
    if any(f"{hour}{sign}{time:%M}" in places for hour in hours for sign in ".:"):
        return True
    return not time.minute and any(
        at and tokens[at - 1] in ("kl", "klockan") for hour in hours for at in places.get(hour, ())
    )


def _names_its_day(text: Spoken) -> bool:
    time = text.sheet.next_update
    issued = text.context.issued
    if time is None or (time.tzinfo and issued.tzinfo and time.date() == issued.astimezone(time.tzinfo).date()):
        return True
    return any(
        name in text.reading.lower
        for name in (WEEKDAYS[time.weekday()], f"{time.day}/{time.month}", f"{time:%Y-%m-%d}", f"{time:%A}".lower())
    )


def _has_contact(key: str) -> Callable[[Spoken], bool]:
    def present(text: Spoken) -> bool:
        contact = text.words.contacts.get(key)
        if contact and contact.digits:
            digits = "".join(filter(str.isdigit, text.reading.text))
            if any(number in digits for number in contact.digits):
                return True
        elif contact and text.holds(contact.content):
            return True
        return key == "public" and _has_any_path(text)

    return present


def _has_any_path(text: Spoken) -> bool:
    lower = text.reading.lower
    return any(path in lower for path in _PATHS) or text.says(_ADDRESS) or text.says(_PHONE)


def _tells_what(text: Spoken) -> bool:
    return text.holds_any(text.words.what_happened) or text.says(_LOOKING_INTO)


def _advises(text: Spoken) -> bool:
    words = text.words
    if words.headline_advises and text.holds(words.headline):
        return True
    return text.holds_any(words.advice) or text.holds(words.nothing_needed) or text.says(_NOTHING_NEEDED)


def _acts(text: Spoken) -> bool:
    words = text.words
    return text.holds(words.headline) or text.holds_any(words.key_messages) or _advises(text) or _tells_what(text)


HEADLINE = Element(
    "headline",
    N_("En mening"),
    lambda text: text.holds(text.words.headline),
    lambda text: bool(text.sheet.headline),
)
WHAT = Element(
    "what_happened",
    N_("Vad har hänt"),
    _tells_what,
    lambda text: bool(text.sheet.what_happened),
)
ACTION = Element(
    "headline",
    N_("En mening"),
    _acts,
    lambda text: bool(text.sheet.headline or text.sheet.advice),
)
PLACE = Element("places", N_("Var"), _has_place, lambda text: bool(text.sheet.places or text.sheet.area))
ADVICE = Element(
    "advice",
    N_("Så gör du"),
    _advises,
    lambda text: bool(text.sheet.advice or text.sheet.nothing_needed),
)
UNKNOWNS = Element(
    "unknowns",
    N_("Det vet vi inte ännu"),
    lambda text: text.holds_any(text.words.unknowns) or text.says(_NOT_KNOWN),
    lambda text: bool(text.sheet.unknowns),
)
ACTIONS = Element(
    "our_actions",
    N_("Det gör vi"),
    lambda text: text.holds_any(text.words.actions),
    lambda text: bool(text.sheet.our_actions or text.sheet.others_actions),
)
EMPATHY = Element(
    "empathy",
    N_("Vi förstår"),
    lambda text: text.holds_any(text.words.empathy) or "vi förstår" in text.reading.lower,
    lambda text: bool(text.sheet.empathy),
)
CONTACT = Element(
    "contact",
    N_("Kontakt för allmänheten"),
    _has_contact("public"),
    lambda text: bool(text.sheet.contact.get("public")),
)
PRESS_CONTACT = Element(
    "contact",
    N_("Presskontakt"),
    _has_contact("media"),
    lambda text: bool(text.sheet.contact.get("media")),
)
NEXT_UPDATE = Element(
    "next_update",
    N_("Nästa besked"),
    _has_next_update,
    lambda text: text.sheet.next_update is not None,
)
NEXT_DAY = Element("next_update", N_("Dag för nästa besked"), _names_its_day, lambda _text: True)
NEWS = Element(
    "news",
    N_("Nytt"),
    lambda text: text.holds(text.words.news) if text.words.news else text.says(_NEWS),
    lambda _text: True,
)
OUTCOME = Element(
    "outcome",
    N_("Så gick det"),
    lambda text: text.holds(text.words.outcome) or text.says(_OVER),
    lambda _text: True,
)
THANKS = Element("outcome", N_("Tack"), lambda text: text.says(_THANKS), lambda _text: True)
FREEDOM = Element("contact", N_("Meddelarfrihet"), lambda text: text.says(_FREEDOM), lambda _text: True)
AT_WORK = Element(
    "staff_impact",
    N_("Så påverkas du som arbetar hos oss"),
    lambda text: text.holds(text.words.staff_impact) or text.says(_AT_WORK),
    lambda _text: True,
)
ABSENT = Element("advice", N_("Råd till den som inte är på plats"), lambda text: text.says(_ABSENT), lambda _text: True)
HOURS = Element("contact", N_("Tider för presskontakten"), lambda text: text.says(_HOURS), lambda _text: True)
REPLY = Element(
    "contact",
    N_("Vart man vänder sig med frågor"),
    lambda text: _has_any_path(text) or text.says(_AT_WORK),
    lambda _text: True,
)


def names_spokesperson(reading: Reading) -> bool:
    """Return whether a text says who speaks for the municipality."""
    return bool(_SPOKESPERSON.search(reading.lower))

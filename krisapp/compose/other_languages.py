"""Easy Swedish and English from the bank of standard advice (lättläst, engelska).

Both say what the fact sheet says as far as the bank knows it, and nothing else: there is no machine translation.
"""

import re
from collections.abc import Callable

from krisapp.compose.advice_lines import emergency, told
from krisapp.compose.contact_words import telephone
from krisapp.compose.english_words import english_help, named
from krisapp.compose.filling import filled
from krisapp.compose.sheet_view import Derive, Lines, SheetView
from krisapp.compose.whereabouts import english_where, where
from krisapp.compose.wording import content, repeats, sentence
from krisapp.domain.checks import Stage
from krisapp.domain.language.lix import words
from krisapp.domain.language.places import join
from krisapp.domain.language.sentences import sentences

EASY_WORDS = 11
"""The most words of a sentence that easy Swedish takes over as it is."""

_ALARM = "112"
_FIGURES = re.compile(r"\d+")
_CALL = "Call 112 if anyone is in danger."

SAME = 0.9
"""The share of its words that makes a line the same as those before it."""


def easy_lines(view: SheetView) -> Lines:
    """Return in easy Swedish what has happened and what to do: standard advice, else short sentences as they are."""
    said: list[str] = []
    for part in _parts(view):
        standard = view.ground.bank.find(part)
        if standard:
            said += filter(None, (named(line, part) for line in standard.easy))
        elif len(words(part)) <= EASY_WORDS:
            said.append(sentence(part))
    return _without_repeats(_in_order(view, view.ground.phrases.easy, said, _easy_place))


def english_lines(view: SheetView) -> Lines:
    """Return in English what has happened and what to do, as far as the bank of standard advice has it."""
    said: list[str] = []
    for part in _parts(view):
        standard = view.ground.bank.find(part)
        if standard:
            said += filter(None, (named(line, part) for line in standard.english))
    return _without_repeats(_in_order(view, view.ground.phrases.english, said, _english_place))


def english_contact(view: SheetView) -> str:
    """Return in English how the public reaches us: by telephone, by a visit the bank knows, else on the web."""
    return _english_way(view, "Questions?", view.value("contact").get("public", ""))


def english_business(view: SheetView) -> str:
    """Return in English how companies reach us, else how the public does."""
    contact = view.value("contact")
    return _english_way(view, "Questions?", contact.get("business") or contact.get("public", ""))


def english_media(view: SheetView) -> str:
    """Return in English how media reach us."""
    return _english_way(view, "Press contact:", view.value("contact").get("media", ""))


def english_emergency(view: SheetView) -> str:
    """Return in English where to turn in danger of life: what the Swedish says, if the bank knows it with its 112."""
    told = emergency(view)
    english = " ".join(_english(view, told))
    return english if _ALARM in english else _CALL if told else ""


def english_correction(view: SheetView) -> Lines:
    """Return in English what was wrong and what is right, or is withdrawn; Swedish where the bank has no words (P43).

    Nothing is translated freely, but names and times are understood, and nobody is left with only half of it.
    """
    correction, retraction = view.value("correction"), view.context.stage is Stage.RETRACTION
    opening = "Retraction" if retraction else "Correction"
    wrong, right = ("We take this back", "Instead") if retraction else ("This was wrong", "This is right")
    told = ((wrong, correction.wrong), (right, correction.right))
    lines = [_in_english(view, label, text) for label, text in told if text]
    if not lines:
        lines = ["We take back our last message." if retraction else "Something in our last message was wrong."]
    return (f"{opening}.", *lines)


def english_ended(view: SheetView) -> Lines:
    """Return in English what is over, in the type's own words; an all-clear says first that the danger is over."""
    own = [filled(line, view) for line in view.ground.phrases.english_over]
    if view.context.stage is not Stage.ALL_CLEAR:
        return tuple(own)
    place = "" if where(view).startswith("i hela ") else f" {english_where(view)}"
    rest = [part.replace(place, "") for line in own for part in sentences(line)]
    return (f"The danger is over{place}.", " ".join(part for part in rest if not part.endswith(" is over.")))


def english_still_holds(view: SheetView) -> Lines:
    """Return in English what still holds when the danger is over; Swedish where the bank has no words."""
    return tuple(_in_english(view, "This still applies", line) for line in view.value("still_holds"))


def _in_english(view: SheetView, label: str, text: str) -> str:
    """Return a text after its label: in English if the bank knows all of it and names what it names, else as it is.

    Advice for one place or until one day is not the same as the advice for all and always.
    """
    english = " ".join(_english(view, text))
    places = [place.name for place in view.ground.places] + [point.name for point in view.ground.safe_points]
    told = (*(name for name in places if name in text), *_FIGURES.findall(text))
    kept = all(one in english for one in told)
    return f"{label}: {english}" if english and kept else f"{label}, in Swedish: {sentence(text)}"


def _english(view: SheetView, text: str) -> Lines:
    """Return a text in English, or nothing where the bank does not know every sentence of it."""
    lines: list[str] = []
    for part in sentences(text):
        standard = view.ground.bank.find(part)
        known = [line for line in (named(each, part) for each in standard.english) if line] if standard else []
        if not known:
            return ()
        lines += known
    return tuple(lines)


def _english_way(view: SheetView, label: str, contact: str) -> str:
    if not contact:
        return ""
    if found := telephone(contact):
        return f"{label} Call {found}."
    standard = view.ground.bank.find(contact)
    if standard and standard.english:
        return f"{label} {standard.english[0]}"
    return f"{label} Visit {view.context.website}."


def _easy_place(view: SheetView) -> str:
    """Return which places it is about, unless they are the whole municipality."""
    names: Lines = view.value("places")
    return "" if not names or where(view).startswith("i hela ") else f"Det gäller {join(names, 'och')}."


def _english_place(view: SheetView) -> str:
    """Return the area as the sheet has it, since a name alone may be taken for all of a town; else the places."""
    if area := view.text("area"):
        return f"Area, in Swedish: {sentence(area)}"
    names: Lines = view.value("places")
    return "" if not names or where(view).startswith("i hela ") else f"This applies to {join(names, 'and')}."


def _in_order(view: SheetView, phrases: Lines, said: list[str], place: Callable[[SheetView], str]) -> list[str]:
    """Return the type's own lines before what the sheet says; where the truth must come first, after its start.

    An own line that a line of the sheet says in full is left out, and the place is told where no own line names it.
    """
    own = [line for phrase in phrases if (line := filled(phrase, view))]
    own = [line for line in own if not any(_within(line, more) for more in said)]
    start = own[0] if own else view.text("headline")
    if not any(name in start for name in (*view.value("places"), view.context.sender)) and (told := place(view)):
        opening = own or said
        opening.insert(1, told)
    return [*said[:1], *own, *said[1:]] if view.ground.phrases.advice_first else [*own, *said]


def _within(line: str, more: str) -> bool:
    """Return whether a sentence says all that another says, also with a compound ("magsjuka" says "sjuka")."""
    longer = [word.lower() for word in words(more)]
    said = content(more)
    return all(content(word) <= said or any(other.endswith(word.lower()) for other in longer) for word in words(line))


def _parts(view: SheetView) -> list[str]:
    return [part for line in told(view) for part in sentences(line)]


def _without_repeats(lines: list[str]) -> Lines:
    said: frozenset[str] = frozenset()
    kept = []
    for line in lines:
        if not repeats(line, said, SAME):
            kept.append(line)
            said |= content(line)
    return tuple(kept)


OTHER_LANGUAGES: dict[str, Derive] = {
    "easy_lines": easy_lines,
    "english_lines": english_lines,
    "english_contact": english_contact,
    "english_business": english_business,
    "english_media": english_media,
    "english_help": english_help,
    "english_emergency": english_emergency,
    "english_correction": english_correction,
    "english_ended": english_ended,
    "english_still_holds": english_still_holds,
}
"""What blanks of easy Swedish and English texts may name."""

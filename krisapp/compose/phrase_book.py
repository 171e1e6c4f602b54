"""The phrase bank of a plan as texts use it (frasboken): finding the phrase that says a sentence."""

import re
from collections.abc import Mapping

import msgspec

from krisapp.compose.phrases import Bank
from krisapp.domain.phrase_bank import reviewed, slots, spoken
from krisapp.domain.phrase_rows import Language, Phrase, Translation
from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Settings

_CLOCK = re.compile(r"\bkl\. (\d{1,2}(?:[.:]\d{2})?)")
_NUMBER = re.compile(r"\d+")


class Said(msgspec.Struct, frozen=True):
    """A phrase and what stands in its blanks. `sentence` is the Swedish it says."""

    phrase: str
    sentence: str = ""
    place: str = ""
    time: str = ""
    number: str = ""


class Known(msgspec.Struct, frozen=True):
    """What a phrase is known by, in the form of the bank of standard advice."""

    match: str
    phrase: str


class PhraseBook:
    """The phrase bank of a plan as texts use it: the phrases by id, and what is reviewed in each language."""

    def __init__(self, plan: Plan) -> None:
        self.phrases: Mapping[str, Phrase] = {phrase.id: phrase for phrase in plan.phrases}
        self.languages: tuple[Language, ...] = spoken(plan)
        self.reviewed: Mapping[str, Mapping[str, Translation]] = reviewed(plan)
        self._names = (*(point.name for point in plan.safe_points), *(place.name for place in plan.places))
        known = [Known(match, phrase.id) for phrase in plan.phrases for match in phrase.known_by]
        # The closest first: "ring 112 | anda" before "ring 112".
        self._bank = Bank(tuple(sorted(known, key=lambda one: -len(one.match.replace("|", " ").split()))))

    def find(self, sentence: str) -> Said | None:
        """Return the phrase that says a sentence, with its blanks filled from it, or None.

        A condition ("om du …") that the phrase has not makes another advice of it.
        """
        known = self._bank.find(sentence)
        if known is None:
            return None
        phrase = self.phrases[known.phrase]
        if "om" in _words(sentence) and "om" not in _words(phrase.sv):
            return None
        clock, number = _CLOCK.search(sentence), _NUMBER.search(sentence)
        said = Said(
            phrase.id,
            sentence,
            next((name for name in self._names if name in sentence), ""),
            clock[1] if clock else "",
            number[0] if number else "",
        )
        return said if all(getattr(said, slot) for slot in slots(phrase.sv)) else None

    def language(self, code: str) -> Language | None:
        """Return a language in which something may be said, or None."""
        return next((one for one in self.languages if one.id == code), None)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


NO_BOOK = PhraseBook(Plan(version="", settings=Settings(municipality="", sender="")))

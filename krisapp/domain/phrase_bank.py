"""The rules of the phrase bank (frasbanken), rule ME11: what is reviewed, what no longer holds, and who signed it.

There is no machine translation. A sentence in another language is used only when a named person has reviewed it, and
only while the Swedish sentence it was made from still stands.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum

from msgspec.structs import replace

from krisapp.domain.phrase_rows import Language, Phrase, Translation
from krisapp.domain.plan import Plan
from krisapp.domain.words import N_, Refused

SLOTS = ("place", "time", "number")
"""What a blank of a phrase may be: a place or another proper name, a time, a number."""

_SLOT = re.compile(r"\{([^{}]*)\}")


class Standing(StrEnum):
    """Where a phrase stands in a language (läge)."""

    MISSING = "missing"
    DRAFT = "draft"
    OUTDATED = "outdated"
    REVIEWED = "reviewed"


STANDING_NAMES = {
    Standing.MISSING: N_("ej översatt"),
    Standing.DRAFT: N_("ej granskad"),
    Standing.OUTDATED: N_("gäller inte längre"),
    Standing.REVIEWED: N_("granskad"),
}


def slots(text: str) -> tuple[str, ...]:
    """Return the names of the blanks of a phrase, in alphabetical order."""
    return tuple(sorted(_SLOT.findall(text)))


def standing(phrase: Phrase, translation: Translation | None) -> Standing:
    """Return where a phrase stands in a language."""
    if translation is None or not translation.text:
        return Standing.MISSING
    if translation.source != phrase.sv:
        return Standing.OUTDATED
    return Standing.REVIEWED if translation.reviewed_by else Standing.DRAFT


def translations(plan: Plan, language: str) -> dict[str, Translation]:
    """Return what there is in a language, by phrase."""
    return {one.phrase: one for one in plan.translations if one.language == language}


def reviewed(plan: Plan) -> Mapping[str, Mapping[str, Translation]]:
    """Return what may be used: by language and phrase, what somebody has reviewed and still holds."""
    phrases = {phrase.id: phrase for phrase in plan.phrases}
    found: dict[str, dict[str, Translation]] = {}
    for one in plan.translations:
        if one.phrase in phrases and standing(phrases[one.phrase], one) is Standing.REVIEWED:
            found.setdefault(one.language, {})[one.phrase] = one
    return found


def spoken(plan: Plan) -> tuple[Language, ...]:
    """Return the languages in which at least one phrase may be used, in the order of the plan."""
    usable = reviewed(plan)
    return tuple(language for language in plan.languages if language.id in usable)


def translate(phrase: Phrase, language: str, text: str) -> Translation:
    """Write a phrase in another language (översätt); it has to be reviewed before it is used.

    Raises `Refused` when its blanks are not those of the Swedish sentence.
    """
    text = " ".join(text.split())
    if text and slots(text) != slots(phrase.sv):
        wanted = ", ".join(f"{{{name}}}" for name in slots(phrase.sv)) or "–"
        raise Refused(N_("Texten ska ha samma fält som den svenska: {wanted}. Rätta fälten."), wanted=wanted)
    return Translation(phrase=phrase.id, language=language, text=text, source=phrase.sv)


def sign(phrase: Phrase, translation: Translation, by: str, on: str) -> Translation:
    """Sign a translation off as reviewed (granska): by whom, and when as an ISO date. Raises `Refused`."""
    where = standing(phrase, translation)
    if where is Standing.MISSING:
        raise Refused(N_("Det finns ingen översättning att granska. Skriv den först."))
    if where is Standing.OUTDATED:
        raise Refused(N_("Den svenska meningen har ändrats. Se över översättningen och spara den först."))
    if not by.strip():
        raise Refused(N_("Skriv vem som har granskat."))
    try:
        date.fromisoformat(on)
    except ValueError:
        raise Refused(N_("Skriv datumet som 2026-11-24.")) from None
    return replace(translation, reviewed_by=by.strip(), reviewed_on=on)


def unsign(translation: Translation) -> Translation:
    """Take a sign-off back (ta bort granskningen)."""
    return replace(translation, reviewed_by="", reviewed_on="")


def faults_in_phrases(plan: Plan) -> Iterator[tuple[tuple[str | int, ...], str, dict[str, object]]]:
    """Yield what does not hold in the phrase bank: where, in which sentence, with which values."""
    for position, phrase in enumerate(plan.phrases):
        at: tuple[str | int, ...] = ("phrases", position)
        for field in ("sv", "easy", "en"):
            text = getattr(phrase, field)
            if not text.strip():
                yield (*at, field), N_("Frasen är tom. Svenska, lättläst och engelska ska alltid finnas."), {}
            elif slots(text) != slots(phrase.sv):
                yield (*at, field), N_("Fälten är inte desamma som i den svenska meningen. Rätta dem."), {}
        for slot in set(slots(phrase.sv)) - set(SLOTS):
            known = ", ".join(SLOTS)
            yield (*at, "sv"), N_("{slot} är inget fält. Välj bland {known}."), {"slot": slot, "known": known}
    yield from _faults_in_translations(plan)


def _faults_in_translations(plan: Plan) -> Iterator[tuple[tuple[str | int, ...], str, dict[str, object]]]:
    phrases = {phrase.id: phrase for phrase in plan.phrases}
    languages = {language.id for language in plan.languages}
    seen: set[tuple[str, str]] = set()
    for one in plan.translations:
        at: tuple[str | int, ...] = ("translations", one.language, one.phrase)
        named: dict[str, object] = {"phrase": one.phrase, "language": one.language}
        if one.language not in languages:
            yield at, N_("{language} finns inte bland språken. Rätta koden."), named
        if one.phrase not in phrases:
            yield at, N_("{phrase} finns inte bland fraserna. Rätta id."), named
            continue
        if (one.language, one.phrase) in seen:
            yield at, N_("{phrase} är översatt två gånger. Ta bort den ena."), named
        seen.add((one.language, one.phrase))
        if one.text and slots(one.text) != slots(one.source):
            yield at, N_("Fälten i {phrase} är inte desamma som i den svenska meningen. Rätta dem."), named
        if one.reviewed_by and not (one.text and _is_date(one.reviewed_on)):
            yield at, N_("{phrase} kan inte vara granskad utan text och datum. Rätta det."), named


def _is_date(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False

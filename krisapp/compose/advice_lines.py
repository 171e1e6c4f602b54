"""What to do, where to turn in danger, what is over and what was wrong, in words."""

import re

from krisapp.compose.filling import filled
from krisapp.compose.sheet_view import Lines, SheetView
from krisapp.compose.whereabouts import where
from krisapp.compose.wording import inner, sentence
from krisapp.domain.checks import Stage
from krisapp.domain.language.sentences import sentences

ENOUGH = 3
"""Pieces of advice a short text tells."""

SUBJECT_ROOM = 53
"""Characters of a subject line beside its mark (6.2)."""

_ALARM = "112"
_BARE_CLOCK = re.compile(r"(\d{1,2})[.:](\d\d)")
_ALL_CLEAR = "Faran är över"
_OVER = " är över."


def subject(view: SheetView) -> str:
    """Return what a subject line says: the headline's first sentence, else the first key message if only it fits."""
    headline = view.text("headline")
    opening = (sentences(headline) or ("",))[0].rstrip(".")
    shorter = next(iter(view.value("key_messages")), "").rstrip(".")
    return shorter if len(opening) > SUBJECT_ROOM >= len(shorter) > 0 else headline


def told_briefly(view: SheetView) -> str:
    """Return what an update with little room says first: as a subject line, if it names the places of the headline."""
    brief, headline = subject(view), view.text("headline")
    names = [name for name in view.value("places") if name in headline]
    return headline if names and not any(name in brief for name in names) else brief


def advised(view: SheetView) -> Lines:
    """Return what to do and not to do, the most important first; else that nothing need be done."""
    lines = (*view.value("advice"), *view.value("do_not"))
    if lines:
        return tuple(sentence(line) for line in lines)
    reason = view.text("nothing_needed")
    if not reason:
        return ()
    if "behöver" in reason.lower():
        return (sentence(reason),)
    return ("Du behöver inte göra något just nu.", sentence(reason))


def main_advice(view: SheetView) -> Lines:
    """Return what to do, for texts that tell the first of it; what not to do only where there is little else.

    Where life is in danger, when to call 112 comes second at the latest, so that a short text tells it too.
    """
    advice = view.value("advice")
    lines = tuple(sentence(line) for line in advice) if len(advice) >= ENOUGH else advised(view)
    return _alarm_early(view, lines)


def told(view: SheetView) -> Lines:
    """Return the headline and all advice: what easy Swedish and English are made of."""
    headline = view.text("headline")
    return (*((headline,) if headline else ()), *_alarm_early(view, advised(view)))


def _alarm_early(view: SheetView, lines: Lines) -> Lines:
    """Return the advice with what says 112 second at the latest where life is in danger."""
    alarm = next((line for line in lines[2:] if _ALARM in line), "")
    if not alarm or any(_ALARM in line for line in lines[:2]) or not view.value("danger_to_life"):
        return lines
    return (lines[0], alarm, *(line for line in lines[1:] if line != alarm))


def emergency(view: SheetView) -> str:
    """Return where to turn in danger of life, unless headline or advice says it already."""
    return "" if _alarm_advice(view) else alarm(view)


def alarm(view: SheetView) -> str:
    """Return where to turn in danger of life, unless the headline says it: in the advice's own words if it has any.

    For short texts, which may not have room for the advice.
    """
    if not view.value("danger_to_life") or _ALARM in view.text("headline"):
        return ""
    return sentence(_alarm_advice(view)) or filled(view.ground.phrases.emergency, view)


def _alarm_advice(view: SheetView) -> str:
    """Return the first advice that says 112, or nothing; what not to call 112 about is no such advice."""
    return next((line for line in view.value("advice") if _ALARM in line), "")


def listen(view: SheetView) -> str:
    """Return what to listen to, unless the advice says it already."""
    told = f"Lyssna på {view.context.radio}"
    return "" if any(line.startswith(told) for line in view.value("advice")) else f"{told}."


def danger_words(view: SheetView) -> str:
    """Return whether life or health is in danger: "ja" or "nej"."""
    return "ja" if view.value("danger_to_life") else "nej"


def correction_brief(view: SheetView) -> str:
    """Return what was wrong and what is right in as few words as can be, for texts with little room (P43)."""
    return _brief(view, "Fel", "Rätt", "Gäller inte")


def correction_short(view: SheetView) -> str:
    """Return the same for a single line, where a retraction has no room for its reason."""
    correction = view.value("correction")
    if view.context.stage is not Stage.RETRACTION or not (correction.wrong and correction.right):
        return correction_brief(view)
    return f"{_quoted('Gäller inte', correction.wrong)} {_quoted('I stället', correction.right)}"


def correction_reason(view: SheetView) -> str:
    """Return why something is withdrawn, to follow the short words where there is room for it."""
    correction = view.value("correction")
    short = view.context.stage is Stage.RETRACTION and correction.wrong and correction.right
    return _quoted("Skäl", correction.why) if short and correction.why else ""


def correction_heard(view: SheetView) -> str:
    """Return the same for what is heard and not seen: in so many words that nobody takes the wrong for what holds."""
    return _brief(view, "Det här var fel", "Det här är rätt", "Det här gäller inte")


def _brief(view: SheetView, wrong: str, right: str, taken: str) -> str:
    correction = view.value("correction")
    if view.context.stage is Stage.RETRACTION:
        if not (correction.wrong or correction.why or correction.right):
            return "Förra beskedet gäller inte."
        return _withdrawn(view, taken, "Skäl", "I stället")
    if not (correction.wrong or correction.right):
        return "En uppgift var fel."
    if not (correction.wrong and correction.right):
        return correction_words(view)
    return f"{_quoted(wrong, correction.wrong)} {_quoted(right, correction.right)}"


def easy_correction(view: SheetView) -> Lines:
    """Return in easy Swedish what was wrong and what is right, each under its own line (P43)."""
    correction = view.value("correction")
    if view.context.stage is Stage.RETRACTION or not (correction.wrong and correction.right):
        return tuple(sentences(correction_words(view)))
    return ("Det här var fel:", sentence(correction.wrong), "Det här är rätt:", sentence(correction.right))


def easy_ended(view: SheetView) -> Lines:
    """Return in easy Swedish what is over: the sheet's outcome as it is, else the type's own easy lines."""
    outcome = view.text("outcome")
    own = sentences(outcome) if outcome else _own_over(view, *view.ground.phrases.easy_over)
    return tuple(sentence(part) for part in _after_danger(view, own))


def ended(view: SheetView) -> str:
    """Return what is over: the sheet's outcome, else the type's own words."""
    outcome = view.text("outcome")
    own = [sentence(outcome)] if outcome else _own_over(view, view.ground.phrases.over)
    return " ".join(_after_danger(view, own))


def _own_over(view: SheetView, *phrases: str) -> list[str]:
    """Return the type's own words of what is over.

    An all-clear has just said that the danger is over, and where: it says neither again.
    """
    own = [filled(phrase, view) for phrase in phrases]
    if view.context.stage is not Stage.ALL_CLEAR:
        return own
    parts = (part.replace(f" {where(view)}", "") for line in own for part in sentences(line))
    return [part for part in parts if not part.endswith(_OVER)]


def _after_danger(view: SheetView, own: list[str]) -> list[str]:
    """Return what is over; an all-clear says first that the danger is over, and where."""
    if view.context.stage is not Stage.ALL_CLEAR:
        return own
    place = where(view)
    told = _ALL_CLEAR if place.startswith("i hela ") else f"{_ALL_CLEAR} {place}"
    parts = [part for line in own for part in sentences(line)]
    return [f"{told}.", *(part for part in parts if part.rstrip(".") not in (_ALL_CLEAR, told))]


def correction_words(view: SheetView) -> str:
    """Return what was wrong, what is right and since when; without them only that something no longer holds (P43)."""
    correction = view.value("correction")
    if view.context.stage is Stage.RETRACTION:
        return _withdrawn(view, "Vi tar tillbaka det här", "Skälet är det här", "I stället gäller det här")
    if not (correction.wrong or correction.right):
        return "Uppgifter som vi har lämnat tidigare stämmer inte längre."
    parts = []
    if correction.wrong:
        parts.append(_quoted("Det här var fel", correction.wrong))
    if correction.right:
        parts.append(_quoted("Det här är rätt", correction.right))
    if correction.since:
        parts.append(sentence(f"Det gäller sedan {_since(correction.since)}"))
    return " ".join([*parts, "Vi beklagar felet."] if correction.wrong else parts)


def _since(text: str) -> str:
    """Return since when, with the "kl." that people leave out where they fill in a time."""
    bare = _BARE_CLOCK.fullmatch(text.strip())
    return f"kl. {bare[1]}.{bare[2]}" if bare else inner(text)


def _withdrawn(view: SheetView, what: str, why: str, instead: str) -> str:
    """Return what is withdrawn, why in a sentence, and what holds instead, each after its own opening words."""
    correction = view.value("correction")
    taken = _quoted(what, correction.wrong) if correction.wrong else "Vi tar tillbaka vårt förra besked."
    parts = [taken]
    if correction.why:
        parts.append(_quoted(why, correction.why))
    if correction.right:
        parts.append(_quoted(instead, correction.right))
    return " ".join(parts)


def _quoted(label: str, text: str) -> str:
    """Return what somebody wrote after its label, with the capital it may need: "Rätt: Bettna skola är öppen."."""
    return f"{label}: {sentence(text)}"


def replaced(view: SheetView) -> str:
    """Return the number of the text this one replaces (P57), or nothing for the first in its chain."""
    number: int = view.context.number
    return str(number - 1) if number > 1 else ""

"""The few words of the sheet that English texts take over: names of places, roads, and when help is there.

Nothing is translated freely: what these patterns do not know is left out.
"""

import re

from krisapp.compose.sheet_view import Lines, SheetView

_PLACE = re.compile(
    r"(?<![.!?] )(?<!^)\b([A-ZÅÄÖ][\wåäöé-]+(?: (?:skola|bibliotek|torg|station|kyrka|folkets hus|sporthall))?)"
)
_ROAD = re.compile(r"\bväg (\d+)")
_SLOT = re.compile(r"\{(place|road|väg)(?:\|([^}]*))?\}")
_CLOCK = re.compile(r"(?:\bkl\. ?|(?<=–))(\d{1,2})(?:\.(\d\d))?")
_KINDS = (("vatten", "Drinking water"), ("trygghetspunkt", "Safe point"), ("", "Help"))
_TIMES = (
    (re.compile(r"\bfrån och med\b|\bfrån\b"), "from"),
    (re.compile(r"\btill\b"), "until"),
    (re.compile(r"\bhela natten\b"), "all night"),
    (re.compile(r"\bdygnet runt\b"), "day and night"),
)
_KNOWN_TIME = re.compile(r"(?:from|until|all night|day and night|\d\d:\d\d|[ ,–])*")


def named(line: str, told: str) -> str:
    """Return a line of the bank with its places filled in from the Swedish sentence it stands for.

    "{place|the safe point}" is the name the sentence has, else the words after the bar; "{road}" is " on road 55"
    and "{väg}" is " på väg 55", or nothing. Empty where a place that must be named is not.
    """
    place, road = _PLACE.search(told), _ROAD.search(told)
    missing = False

    def fill(slot: re.Match[str]) -> str:
        nonlocal missing
        if slot[1] == "road":
            return f" on road {road[1]}" if road else ""
        if slot[1] == "väg":
            return f" på väg {road[1]}" if road else ""
        missing = missing or not (place or slot[2])
        return place[1] if place else slot[2] or ""

    filled = _SLOT.sub(fill, line)
    return "" if missing else filled[:1].upper() + filled[1:]


def english_help(view: SheetView) -> Lines:
    """Return in English where there is help, one line each: "Drinking water: Malmaskolan, Malmköping, from 16:00."."""
    lines = []
    for help in view.value("help"):
        if not help.where[:1].isupper():
            continue
        what = next(english for swedish, english in _KINDS if swedish in help.what.lower())
        place = help.where.rstrip(".").replace(" i ", ", ")
        when = english_time(help.when)
        lines.append(f"{what}: {', '.join(part for part in (place, when) if part)}.")
    return tuple(lines)


def english_time(when: str) -> str:
    """Return when something is open in English, or nothing where a word of it is not known."""
    text = _CLOCK.sub(lambda found: f"{int(found[1]):02}:{found[2] or '00'}", when.rstrip("."))
    for swedish, english in _TIMES:
        text = swedish.sub(english, text)
    return text if _KNOWN_TIME.fullmatch(text) else ""

"""The subject line of an e-mail (ämnesrad), which a finished text carries as its first line "Ämne: …"."""

import re

SUBJECT = "Ämne: "

_SENTENCE = re.compile(r"[.!?;:](?=\s|$)")
_CLAUSE = re.compile(
    r",|\s(?=(?:innan|när|om|som|eftersom|så|och|eller|men|tills|medan|för att|efter|i hela|från|till|med|utan)\s)"
)
_ENUMERATION = re.compile(r"[\w-]+(?:, [\w-]+)+ (?:och|eller) [\w-]+")
_PLACES = re.compile(r"\s(?:i|på|vid) [A-ZÅÄÖ][\w-]+(?:, [A-ZÅÄÖ][\w-]+)* och [A-ZÅÄÖ][\w-]+")


def subject_of(text: str) -> str:
    """Return the subject of a finished e-mail, without "Ämne:", or empty if it has none."""
    first = text.partition("\n")[0]
    return first[len(SUBJECT) :].strip() if first.startswith(SUBJECT) else ""


def body_of(text: str) -> str:
    """Return the body of a finished e-mail."""
    return text.partition("\n")[2].strip() if subject_of(text) else text


def shortened(text: str, most: int) -> str:
    """Return the text, or as much of it as fits and still is whole: to a sentence's end, a clause's, or a word's.

    It never ends inside a list ("fönster, dörrar"), nor names one of two places.
    """
    text = text.strip().rstrip(".")
    if len(text) <= most:
        return text
    places = [found.span() for found in _PLACES.finditer(text)]
    lists = [*places, *(found.span() for found in _ENUMERATION.finditer(text))]
    for ends, more in ((_SENTENCE, ()), (_CLAUSE, [at for span in places for at in span])):
        found = sorted({*more, *(end.start() for end in ends.finditer(text, 0, most + 8))})
        fitting = [at for at in found if 0 < at <= most and not any(first < at < last for first, last in lists)]
        if fitting:
            return text[: fitting[-1]].rstrip(" ,")
    return text[: most + 1].rpartition(" ")[0] or text[:most]

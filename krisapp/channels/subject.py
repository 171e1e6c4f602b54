"""The subject line of an e-mail (ämnesrad), which a finished text carries as its first line "Ämne: …"."""

import re

SUBJECT = "Ämne: "

_SENTENCE = re.compile(r"[.!?;:](?=\s|$)")
_CLAUSE = re.compile(
    r",|\s(?=(?:innan|när|om|som|eftersom|så|och|eller|men|tills|medan|för att|efter|i hela|från|till|med|utan)\s)"
)


def subject_of(text: str) -> str:
    """Return the subject of a finished e-mail, without "Ämne:", or empty if it has none."""
    first = text.partition("\n")[0]
    return first[len(SUBJECT) :].strip() if first.startswith(SUBJECT) else ""


def body_of(text: str) -> str:
    """Return the body of a finished e-mail."""
    return text.partition("\n")[2].strip() if subject_of(text) else text


def shortened(text: str, most: int) -> str:
    """Return the text, or as much of it as fits and still is whole: to a sentence's end, a clause's, or a word's."""
    text = text.strip().rstrip(".")
    if len(text) <= most:
        return text
    for ends in (_SENTENCE, _CLAUSE):
        fitting = [found.start() for found in ends.finditer(text, 0, most + 8) if 0 < found.start() <= most]
        if fitting:
            return text[: fitting[-1]].rstrip(" ,")
    return text[: most + 1].rpartition(" ")[0] or text[:most]

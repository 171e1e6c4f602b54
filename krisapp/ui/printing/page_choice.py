"""Which pages to print (sidval), as people write it: "1-3, 5"."""

import re

from krisapp.domain.words import N_, Refused

_PART = re.compile(r"(\d+)(?:\s*[-–]\s*(\d+))?")


def pages_of(text: str, count: int) -> tuple[int, ...]:
    """Return the pages in the order given, from 1; nothing written is all pages, an empty tuple.

    Raises `Refused` for what is no page of the `count` there are.
    """
    chosen: list[int] = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        match = _PART.fullmatch(part)
        if match is None:
            raise Refused(N_("Skriv sidor så här: 1-3, 5."))
        first, last = int(match[1]), int(match[2] or match[1])
        if not 1 <= first <= last <= count:
            raise Refused(N_("Papperet har sidorna 1 till {count}."), count=count)
        chosen.extend(range(first, last + 1))
    return tuple(chosen)

"""A situation report by its headings (lägesrapporten i delar), to paste into WIS field by field or read by telephone.

The form of the county board was not found, and WIS is not for what is secret (domain handbook 3.9): the parts are those
of the approved text, and nothing is added but whose report it is.
"""

import re
from typing import NamedTuple

from krisapp.channels.exercise_marks import FULL, without_marks

_HEADING = re.compile(r"(\d{1,2})\. (\S.*)")


class Part(NamedTuple):
    """A part of a report: its heading without number, and what stands under it."""

    heading: str
    text: str


def parts_of(text: str, *, exercise: bool = False) -> tuple[Part, ...]:
    """Return the parts of a finished report in order, the title first; each is marked in an exercise (rule P62).

    A text without numbered headings is one part. The headings are those that count up from one, so that a line that
    happens to begin with a number is none.
    """
    lines = "\n".join(without_marks(text.replace("\r\n", "\n").split("\n"))).strip().split("\n")
    found: list[tuple[str, list[str]]] = [(lines[0].strip(), [])]
    for line in lines[1:]:
        heading = _HEADING.fullmatch(line.strip())
        if heading and int(heading[1]) == len(found):
            found.append((heading[2], []))
        else:
            found[-1][1].append(line)
    whole = [Part(heading, "\n".join(said).strip()) for heading, said in found]
    return tuple(_marked(one) if exercise else one for one in whole if one.text or one.heading)


def as_pasted(part: Part, *, heading: bool = True) -> str:
    """Return a part as it is pasted: the heading on a line of its own, and the text."""
    return "\n".join(filter(None, (part.heading if heading else "", part.text)))


def _marked(part: Part) -> Part:
    return Part(f"{FULL} {part.heading}", "\n".join(filter(None, (part.text, FULL))))

"""Two texts line by line beside each other (sida vid sida): what is alike is left out, what differs stands abreast."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest

LEFT_OUT = "…"
"""What stands for lines that are alike."""


def beside(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Yield pairs of lines that differ, and one mark for what is alike between them."""
    before, after = old.split("\n"), new.split("\n")
    if len(before) == len(after) == 1:
        yield old, new
        return
    acts = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for place, (act, start, end, first, last) in enumerate(acts):
        if act != "equal":
            yield from zip_longest(before[start:end], after[first:last], fillvalue="")
        elif 0 < place < len(acts) - 1:
            yield LEFT_OUT, LEFT_OUT

"""Prose of lines and paragraphs: the form most channels share."""

import re
from collections.abc import Sequence

from krisapp.channels.exercise_marks import marked
from krisapp.domain.checks import Context

_SPACES = re.compile(r"[ \t]{2,}")


def tidy(lines: Sequence[str]) -> str:
    """Return the lines as text: no space at their ends, at most one empty line in a row, none first or last."""
    kept: list[str] = []
    for line in lines:
        plain = _SPACES.sub(" ", line.strip())
        if plain or (kept and kept[-1]):
            kept.append(plain)
    if kept and not kept[-1]:
        kept.pop()
    return "\n".join(kept)


def finish_prose(lines: Sequence[str], context: Context) -> str:
    """Return the finished prose with its exercise marks."""
    return marked(tidy(lines), context)

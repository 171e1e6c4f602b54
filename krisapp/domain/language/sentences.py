"""Where sentences, lines and paragraphs of a text begin and end."""

import re

_ABBREVIATED = re.compile(
    r"\b(?:kl|ca|nr|tel|dvs|etc|osv|obs|st|t\.ex|bl\.a|t\.o\.m|fr\.o\.m|m\.m|f\.d|e\.d|jan|feb|aug|sept|okt|nov|dec)\.$",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?:](?=\s)|[.!?:]?\n|\Z")
_LETTER = re.compile(r"[^\W\d_]")
_ABBREVIATION_LENGTH = 8


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return from and to of each sentence, without the space around it.

    A sentence ends at `. ! ? :` before a space, and at a line break. "kl.", "t.ex." and their kind end none. A rest
    without letters is no sentence. LIX counts by its own, simpler rule.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for end in _END.finditer(text):
        stop = end.end()
        sign = end.group()
        if sign == "." and _ABBREVIATED.search(text[max(start, stop - _ABBREVIATION_LENGTH) : stop]):
            continue
        part = text[start:stop]
        stripped = part.strip()
        if stripped and _LETTER.search(stripped):
            first = start + len(part) - len(part.lstrip())
            spans.append((first, first + len(stripped)))
        start = stop
    return spans


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, in order."""
    return [text[first:last] for first, last in sentence_spans(text)]


def line_spans(text: str) -> list[tuple[int, int]]:
    """Return from and to of each line that holds anything, without the space around it."""
    spans = []
    start = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            first = start + len(line) - len(line.lstrip())
            spans.append((first, first + len(stripped)))
        start += len(line) + 1
    return spans

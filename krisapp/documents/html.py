"""A text as HTML: headings, lists and paragraphs read out of the plain text, with nothing a text could smuggle in.

The plain text is the original; a heading is a line of its own without a full stop, at the start or after an empty line,
with something under it. A list is lines that begin with a hyphen.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from html import escape
from itertools import groupby

_STYLE = (
    "body{max-width:38em;margin:2em auto;padding:0 1em;font:1.1em/1.5 system-ui,sans-serif;color:#1b1b1b;"
    "background:#fff}h1{font-size:1.6em;line-height:1.2}h2{font-size:1.2em;margin:1.4em 0 .2em}p,ul{margin:.4em 0}"
    "a{color:#0b4f8a}@media(prefers-color-scheme:dark){body{color:#e8e6e1;background:#16181c}a{color:#8cc4ff}}"
)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_SENTENCE_ENDS = (".", "!", ":", ",", ";")


class LineKind(StrEnum):
    """What a line of a plain text is: the heading of all, one within, an item of a list, or text."""

    HEADING = "h1"
    UNDER = "h2"
    ITEM = "li"
    TEXT = "p"


def kinds(text: str) -> list[LineKind]:
    """Return what each line of a text is, empty ones too, as `fragment` sees it."""
    lines = text.split("\n")
    found = []
    headed = False
    for at, line in enumerate(lines):
        plain, first = line.strip(), not (at and lines[at - 1].strip())
        followed = at + 1 < len(lines) and bool(lines[at + 1].strip())
        kind = LineKind.ITEM if plain.startswith("- ") else LineKind.TEXT
        if plain and not headed:
            kind, headed = LineKind.HEADING, True
        elif plain and first and followed and _is_heading(plain):
            kind = LineKind.UNDER
        found.append(kind)
    return found


def fragment(text: str) -> str:
    """Return the text as HTML elements, the first heading an h1 and the others h2."""
    return "\n".join(_elements(text))


def page(title: str, text: str, language: str) -> str:
    """Return the text as a whole page in a language (BCP 47 tag), readable without network or script."""
    return document(title, fragment(text), language)


def document(title: str, body: str, language: str) -> str:
    """Return elements as a whole page; `title` is plain text, `body` is HTML already."""
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n"
        "</html>\n"
    )


def _elements(text: str) -> Iterator[str]:
    heading = "h1"
    for block in _blocks(text):
        lines = block
        if heading == "h1" or (len(lines) > 1 and _is_heading(lines[0])):
            yield f"<{heading}>{escape(lines[0])}</{heading}>"
            heading, lines = "h2", lines[1:]
        yield from _body(lines)


def _blocks(text: str) -> Iterator[list[str]]:
    for filled, lines in groupby(text.split("\n"), key=lambda line: bool(line.strip())):
        if filled:
            yield [line.strip() for line in lines]


def _body(lines: Iterable[str]) -> Iterator[str]:
    for listed, group in groupby(lines, key=lambda line: line.startswith("- ")):
        if listed:
            items = "".join(f"<li>{escape(line[2:])}</li>" for line in group)
            yield f"<ul>{items}</ul>"
        else:
            yield from (f"<p>{escape(line)}</p>" for line in group)


def _is_heading(line: str) -> bool:
    return not line.endswith(_SENTENCE_ENDS) and not line.startswith("- ")

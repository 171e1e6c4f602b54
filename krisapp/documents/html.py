"""A text as HTML: headings, lists and paragraphs read out of the plain text, with nothing a text could smuggle in.

The plain text is the original; a heading is a line of its own without a full stop, at the start or after an empty line,
with something under it. A list is lines that begin with a hyphen.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from html import escape
from itertools import groupby

from krisapp.documents.site.style import policy, style
from krisapp.domain.profile import Dress, dress_of

TO_DO = "Gör så här"
"""The heading over what to do, as every template writes it."""

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


def under(text: str, level: int) -> str:
    """Return a text that stands beneath a heading of its page as elements, every heading of its own at this level."""
    return "\n".join(_under(text, f"h{level}"))


def page(title: str, text: str, language: str, dress: Dress | None = None) -> str:
    """Return the text as a whole page in a language (BCP 47 tag), readable without network or script."""
    return document(title, fragment(text), language, dress)


def message_page(title: str, text: str, language: str, dress: Dress, *, note: str = "") -> str:
    """Return a message as a whole page that looks like the site; `note` stands first, such as that it is a draft."""
    body = fragment(text)
    return document(title, f'<p class="unreleased">{escape(note)}</p>\n{body}' if note else body, language, dress)


def document(title: str, body: str, language: str, dress: Dress | None = None) -> str:
    """Return elements as a whole page in the style of the site; `title` is plain text, `body` is HTML already.

    With `dress` the page wears the municipality's profile, else the plain one.
    """
    worn = dress or dress_of(None)
    sheet = style(worn)
    logo = f'<img src="{escape(worn.logo)}" alt="{escape(worn.logo_says)}">' if worn.logo else ""
    sender = f"<p>{escape(worn.sender[0])}</p>" if worn.sender else ""
    head = f'<header><div class="in">{logo}{sender}</div></header>\n' if dress else ""
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(sheet)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{sheet}</style>\n</head>\n<body>\n{head}<main>\n{body}\n</main>\n"
        "</body>\n</html>\n"
    )


def _elements(text: str) -> Iterator[str]:
    heading = "h1"
    for block in _blocks(text):
        lines = block
        if heading == "h1" or (len(lines) > 1 and _is_heading(lines[0])):
            yield f"<{heading}>{escape(lines[0])}</{heading}>"
            heading, lines = "h2", lines[1:]
        yield from _body(lines)


def _under(text: str, heading: str) -> Iterator[str]:
    for block in _blocks(text):
        if len(block) == 1 or not _is_heading(block[0]):
            yield from _body(block)
            continue
        inner = (f"<{heading}>{escape(block[0])}</{heading}>", *_body(block[1:]))
        # What to do stands out: it is what one looks for first.
        yield from (('<div class="do">', *inner, "</div>") if block[0] == TO_DO else inner)


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

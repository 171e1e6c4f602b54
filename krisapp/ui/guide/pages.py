"""The pages of the guide (handbokens sidor), read from Markdown into plain parts: no HTML, nothing from outside.

In a page `**Name**` is a command, a button or a screen, a word between backquotes a key, a link goes to another page by
the name of its file, and a picture is a file in `pictures/`.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from krisapp.store.resources import resource


class Look(StrEnum):
    """How words stand in a line."""

    PLAIN = "plain"
    STRONG = "strong"
    KEY = "key"
    LINK = "link"


class Run(NamedTuple):
    """Words of one look; `to` is the page that a link goes to."""

    text: str
    look: Look = Look.PLAIN
    to: str = ""


class Kind(StrEnum):
    """What a part of a page is."""

    TITLE = "h1"
    HEADING = "h2"
    TEXT = "p"
    POINT = "point"
    NOTE = "note"
    PICTURE = "picture"


class Part(NamedTuple):
    """A part of a page. `label` stands before a point: "1." or "•"; a picture's is its file, and its text tells it."""

    kind: Kind
    runs: tuple[Run, ...]
    label: str = ""

    @property
    def text(self) -> str:
        """Return the words of the part."""
        return "".join(run.text for run in self.runs)


class Page(NamedTuple):
    """A page: its file without ending, the screens it is about, and its parts. The first part is the title."""

    key: str
    screens: tuple[str, ...]
    parts: tuple[Part, ...]

    @property
    def title(self) -> str:
        """Return what the page is called."""
        return self.parts[0].text


class Hit(NamedTuple):
    """A page in which all words sought were found, and the words around the first place."""

    page: Page
    around: str


CONTENTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("borja", ()),
    ("jour", ()),
    ("kommunikator", ()),
    ("stab", ("lead",)),
    ("loggforare", ("log",)),
    ("ovning", ("exercise",)),
    ("beredskap", ("start",)),
    ("oversikt", ("overview",)),
    ("att-gora", ("todo",)),
    ("lage", ("situation",)),
    ("budskap", ("messages",)),
    ("na-ut", ("reach",)),
    ("fragor", ("questions",)),
    ("kontakter", ("contacts",)),
    ("plan", ("plan",)),
    ("arshjul", ("wheel",)),
    ("efter", ("after",)),
    ("utan-nat", ()),
)
"""The pages in their order, and the screens whose help each is: first for the people, then for the screens."""


@cache
def guide() -> tuple[Page, ...]:
    """Return every page. Raises `OSError` when the program was installed without one."""
    return tuple(_read(key, screens) for key, screens in CONTENTS)


def page_of(screen: str) -> Page:
    """Return the page of a screen, or the first page."""
    return next((page for page in guide() if screen in page.screens), guide()[0])


def search(words: str) -> list[Hit]:
    """Return the pages in which every word sought begins some word, those with it in the title first."""
    sought = words.casefold().split()
    found = [(_weight(page, sought), page) for page in guide()] if sought else []
    best = sorted((pair for pair in found if pair[0]), key=lambda pair: -pair[0])
    return [Hit(page, _around(page, sought[0])) for _weight_, page in best]


def _weight(page: Page, sought: Sequence[str]) -> int:
    """Return how well a page fits what is sought, 0 where it lacks a word."""
    weights = [_best(page, word) for word in sought]
    return 0 if 0 in weights else sum(weights)


def _best(page: Page, word: str) -> int:
    of = {Kind.TITLE: 3, Kind.HEADING: 2}
    return max((of.get(part.kind, 1) for part in page.parts if _begins(part.text, word) >= 0), default=0)


def _begins(text: str, word: str) -> int:
    """Return where a word begins that begins like this, or -1."""
    folded = text.casefold()
    at = folded.find(word)
    while at > 0 and folded[at - 1].isalnum():
        at = folded.find(word, at + 1)
    return at


def _around(page: Page, word: str) -> str:
    parts = sorted(page.parts, key=lambda part: part.kind in (Kind.TITLE, Kind.HEADING))
    for part in parts:
        at = _begins(part.text, word)
        if at >= 0:
            start = max(part.text.rfind(" ", 0, max(at - 30, 0)), 0) if at > 30 else 0
            return f"{'… ' if start else ''}{part.text[start:].strip()}"
    return ""


def _read(key: str, screens: tuple[str, ...]) -> Page:
    text = resource("resources", "guide", f"{key}.md").read_text("utf-8")
    tokens = MarkdownIt("commonmark", {"html": False}).parse(text)
    return Page(key, screens, tuple(_parts(tokens)))


def _parts(tokens: Sequence[Token]) -> Iterator[Part]:
    """Yield the parts of a page; what Markdown has and a page has no use for is text."""
    lists: list[int | None] = []
    noted, heading, label = False, "", ""
    for token in tokens:
        match token.type:
            case "ordered_list_open":
                lists.append(0)
            case "bullet_list_open":
                lists.append(None)
            case "ordered_list_close" | "bullet_list_close":
                lists.pop()
            case "list_item_open":
                number = lists[-1]
                if number is not None:
                    lists[-1] = number + 1
                label = "•" if number is None else f"{number + 1}."
            case "blockquote_open" | "blockquote_close":
                noted = token.nesting > 0
            case "heading_open" | "heading_close":
                heading = token.tag if token.nesting > 0 else ""
            case "inline":
                kind = Kind(heading) if heading else Kind.NOTE if noted else Kind.POINT if lists else Kind.TEXT
                yield from _line(kind, token.children or (), label)
                label = ""


def _line(kind: Kind, children: Sequence[Token], label: str) -> Iterator[Part]:
    runs: list[Run] = []
    look, to = Look.PLAIN, ""
    for child in children:
        match child.type:
            case "image":
                source = str(child.attrs["src"]).removeprefix("pictures/")
                yield Part(Kind.PICTURE, (Run(child.content),), source)
            case "strong_open":
                look = Look.STRONG
            case "link_open":
                look, to = Look.LINK, str(child.attrs["href"]).removesuffix(".md")
            case "strong_close" | "link_close":
                look, to = Look.PLAIN, ""
            case "code_inline":
                runs.append(Run(child.content, Look.KEY))
            case "softbreak":
                runs.append(Run(" ", look, to))
            case _ if child.content:
                runs.append(Run(child.content, look, to))
    if runs:
        yield Part(kind, tuple(runs), label)

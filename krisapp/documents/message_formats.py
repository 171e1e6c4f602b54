"""The formats a text is written in as a file (format): a plain table, a row a format, each made in a file of its own.

The plain text is the original and is always written; every other format says the same words.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from krisapp.documents.cap.alert import Alert
from krisapp.documents.paper import Paper
from krisapp.domain.checks import Stage
from krisapp.domain.delegation import WARNING_TO_PUBLIC
from krisapp.domain.plan import Plan
from krisapp.domain.profile import dress_of
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import N_, Refused, _

TXT, SITE = "txt", "site"
ON_WALLS = frozenset({"C12", "C13", "C23"})
"""Channels whose texts are posters and flyers."""

_FLYER = "C13"
ON_AIR = frozenset({WARNING_TO_PUBLIC, "C15"})
"""Channels whose texts are read out on the radio, and so are alerts too."""


class Cell(NamedTuple):
    """One text to make files of. `number` is its place in its chain, and 0 when nobody has released it.

    `next_update` is how long it holds, None when no other text is promised. `state` says in words how far it has come.
    `alert` is what an incident says as CAP with it, or why nothing; None is a text of a set, which no incident holds.
    """

    audience: str
    channel: str
    language: str
    text: str
    stage: Stage
    at: datetime
    number: int = 0
    next_update: datetime | None = None
    state: str = ""
    alert: Alert | Refused | None = None

    @property
    def id(self) -> str:
        """Return the id of its message, "E1-C01.sv"."""
        return f"{self.audience}-{self.channel}.{self.language}"


class Source(NamedTuple):
    """What the files of a set are made from. `english` is the text in English by audience, for a set.

    `letterhead` is the municipality's own Word file; without one a text stands on the sample.
    """

    sheet: Sheet
    plan: Plan
    exercise: bool
    stage: Stage
    issued: datetime
    english: Mapping[str, str]
    letterhead: bytes | None = None

    @property
    def incident(self) -> str:
        """Return the number of the incident."""
        return self.sheet.id


class Format(NamedTuple):
    """A format: its name, how its files end, and what makes one; None for a text that has no such file."""

    name: str
    ending: str
    made: Callable[[Source, Cell], bytes | None]


def _txt(_source: Source, cell: Cell) -> bytes:
    return cell.text.encode()


def _html(source: Source, cell: Cell) -> bytes:
    from krisapp.documents.html import message_page

    title = cell.text.partition("\n")[0]
    note = "" if cell.number else _("Utkast. Texten är inte släppt.")
    return message_page(title, cell.text, cell.language, dress_of(source.plan), note=note).encode()


def _pdf(source: Source, cell: Cell) -> bytes:
    return _paper(source, cell).pdf()


def _docx(source: Source, cell: Cell) -> bytes:
    from krisapp.documents.docx import paper_docx

    return paper_docx(_paper(source, cell), dress_of(source.plan), source.letterhead)


def _paper(source: Source, cell: Cell) -> Paper:
    from krisapp.documents.message_paper import Told, message_paper

    told = Told(cell.id, cell.text, cell.at, cell.state, not cell.number)
    return message_paper(source.plan, source.incident, told, exercise=source.exercise)


def _poster(source: Source, cell: Cell) -> bytes | None:
    from krisapp.documents.poster import Poster, Size, poster_pdf

    if cell.channel not in ON_WALLS:
        return None
    poster = Poster(
        text=cell.text,
        dress=dress_of(source.plan),
        incident=source.incident,
        message=cell.id,
        number=cell.number,
        at=cell.at,
        next_update=cell.next_update,
        language=cell.language,
        exercise=source.exercise,
    )
    return poster_pdf(poster, Size.A5 if cell.channel == _FLYER else Size.A4)


def _cap(source: Source, cell: Cell) -> bytes | None:
    from krisapp.documents.cap.export import alert_of
    from krisapp.documents.cap.writing import encode_alert
    from krisapp.documents.warning_card import read_aloud

    if cell.channel not in ON_AIR:
        return None
    if isinstance(cell.alert, Refused):
        raise cell.alert
    if cell.alert is not None:
        return encode_alert(cell.alert)
    english = source.english.get(cell.audience, "")
    said = read_aloud(cell.text) if cell.channel == WARNING_TO_PUBLIC else cell.text
    made = alert_of(
        source.sheet,
        source.plan,
        cell.stage,
        {cell.language: said, **({"en": english} if english else {})},
        exercise=source.exercise,
        issued=cell.at,
        name=f"{cell.audience}-{cell.channel}",
    )
    return encode_alert(made)


FORMATS: tuple[Format, ...] = (
    Format(TXT, ".txt", _txt),
    Format("html", ".html", _html),
    Format("pdf", ".pdf", _pdf),
    Format("docx", ".docx", _docx),
    Format("poster", "-anslag.pdf", _poster),
    Format("cap", ".cap.xml", _cap),
)
"""The formats of one text, in the order they are offered."""

NAMES = (*(one.name for one in FORMATS), SITE)
"""All that can be asked for; the site is made of the whole set."""


def chosen(names: Sequence[str]) -> tuple[Format, ...]:
    """Return the formats of some names, the plain text always among them. Raises `Refused` for an unknown name."""
    unknown = next((name for name in names if name not in NAMES), None)
    if unknown is not None:
        raise Refused(N_("Formatet {name} finns inte. Välj bland {known}."), name=unknown, known=", ".join(NAMES))
    return tuple(one for one in FORMATS if one.name == TXT or one.name in names)

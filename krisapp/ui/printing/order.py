"""What the window and the press say to each other, a line of JSON at a time (beställning)."""

from enum import Enum

import msgspec

from krisapp.documents.paper import Paper

PPI = 300
"""Points to the inch on paper: what an office printer resolves (tech notes, chapter Documents)."""


class Sides(Enum):
    """On how much of a sheet to print."""

    ONE = "one"
    LONG = "long"
    SHORT = "short"


class Printer(msgspec.Struct, frozen=True):
    """A printer of this machine: its name to the system, its name to people, and whether it turns sheets."""

    name: str
    words: str
    turns: bool
    first: bool
    """Whether the system chooses it when nothing else is said."""


class Order(msgspec.Struct, frozen=True):
    """What to print, and how; no `pages` (from 1) means all of them."""

    paper: Paper
    printer: str
    copies: int = 1
    pages: tuple[int, ...] = ()
    sides: Sides = Sides.ONE


class Printers(msgspec.Struct, frozen=True, tag="printers"):
    """The press's first word: the printers of the machine."""

    printers: tuple[Printer, ...]


class Progress(msgspec.Struct, frozen=True, tag="progress"):
    """Page `page` of `of` is on its way."""

    page: int
    of: int


class Sent(msgspec.Struct, frozen=True, tag="sent"):
    """The system has taken every page; what the printer does with them is not known."""

    pages: int


class Failed(msgspec.Struct, frozen=True, tag="failed"):
    """Nothing more will be printed, and why."""

    reason: str


Word = Printers | Progress | Sent | Failed

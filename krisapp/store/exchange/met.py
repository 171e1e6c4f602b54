"""What came of meeting a carrier (mötets utfall): what was new, what waits for whom, and what was refused and why."""

from enum import StrEnum

import msgspec


class Why(StrEnum):
    """Why an entry was refused (avvisad)."""

    UNREADABLE = "unreadable"
    NEWER = "newer"
    FORGED = "forged"
    FORKED = "forked"
    TOO_LARGE = "too_large"


class Refusal(msgspec.Struct, frozen=True):
    """Entries of a stream that were refused: the first one's number, who it says wrote it, and why."""

    stream: str
    seq: int
    person: str
    why: Why


class Met(msgspec.Struct):
    """What came of meeting a carrier: new and known entries, by stream, what waits for others, and what was refused.

    `waiting` gives, for each stream that has a hole before it or builds on what is not here, the number it waits at.
    """

    new: dict[str, int] = {}
    known: int = 0
    waiting: dict[str, int] = {}
    lacking: dict[str, int] = {}
    """What is waited for: streams whose entries have not come, and up to which number they are needed."""
    refused: list[Refusal] = []
    consoles: dict[str, str] = {}
    """The name of the console that wrote each stream that is spoken of, where it is known."""

    @property
    def count(self) -> int:
        """Return how many entries were new."""
        return sum(self.new.values())

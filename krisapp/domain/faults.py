"""What is wrong with a journal (fel i journalen), said so that a person knows which entry, whose and when."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from enum import StrEnum

import msgspec

from krisapp.domain.months import MONTHS
from krisapp.domain.words import N_, _


class What(StrEnum):
    """What does not hold (vad som inte stämmer)."""

    ALTERED = "altered"
    BODY = "body"
    SIGNATURE = "signature"
    UNREADABLE = "unreadable"
    NEWER = "newer"
    MISSING = "missing"
    TAIL = "tail"
    LOST = "lost"
    MOVED = "moved"
    FORKED = "forked"
    LINK = "link"
    STRANGER = "stranger"
    BLOB = "blob"
    GUARD = "guard"
    FILE = "file"
    PAGES = "pages"
    ALONE = "alone"


SENTENCES: dict[What, str] = {
    What.ALTERED: N_("Post {number}, skriven av {person} den {time}, är ändrad."),
    What.BODY: N_("Innehållet i post {number}, skriven av {person} den {time}, är ändrat."),
    What.SIGNATURE: N_("Underskriften på post {number}, skriven av {person} den {time}, är falsk."),
    What.UNREADABLE: N_("Post {number} är ändrad så att den inte går att läsa."),
    What.NEWER: N_("Post {number} är skriven av en nyare version av Krisapp."),
    What.MISSING: N_("Post {number} saknas."),
    What.TAIL: N_("Journalens sista post, nummer {number}, saknas."),
    What.LOST: N_("{count} post som {console} hade skrivit efter sin post nummer {number} saknas."),
    What.MOVED: N_("Post {number}, skriven av {person} den {time}, ligger på fel plats."),
    What.FORKED: N_(
        "Post {number}, skriven av {person} den {time}, har samma nummer som en annan post från samma konsol."
    ),
    What.LINK: N_("Post {number}, skriven av {person} den {time}, bygger inte på posten före den."),
    What.STRANGER: N_(
        "Post {number}, skriven av {person} den {time}, kommer från en konsol som inte kan styrka vem den är."
    ),
    What.BLOB: N_("Bilagan {console} är ändrad."),
    What.GUARD: N_("Spärren mot ändringar är borttagen ur filen."),
    What.PAGES: N_("Filen är skadad på ett ställe som inte hör till någon post. Alla läsbara poster är hela."),
    What.ALONE: N_(
        "Filen är kopierad medan händelsen var öppen, och det som skrevs sist kan saknas. Stäng händelsen på datorn "
        "där den är öppen och kopiera filen igen, eller ta en säkerhetskopia där."
    ),
    What.FILE: N_("Filen är skadad. Den sista läsbara posten är nummer {number}, skriven av {person} den {time}."),
}
SEVERAL: dict[What, str] = {
    What.MISSING: N_("Posterna {number}–{last} saknas."),
    What.TAIL: N_("Journalens sista poster, nummer {number}–{last}, saknas."),
    What.LOST: N_("{count} poster som {console} hade skrivit efter sin post nummer {number} saknas."),
}
"""The same, when it is so for all entries from `number` to `last`, or for `count` of them."""

ALL_LOST = N_("Alla {count} poster från en körning på {console} saknas.")

NOTHING_READABLE = N_("Filen är skadad och ingen post går att läsa.")


def in_words(wall: int, offset: int) -> str:
    """Return a time as a person writes it: 11 juni 2027 kl. 14.10.

    `wall` is milliseconds since 1970 UTC and `offset` minutes from UTC; a time no calendar has is "okänd tid".
    """
    try:
        at = datetime.fromtimestamp(wall / 1000, UTC) + timedelta(minutes=offset)
    except (OverflowError, ValueError, OSError):
        return _("okänd tid")
    return _("{day} {month} {year} kl. {hour}.{minute:02}").format(
        day=at.day, month=_(MONTHS[at.month - 1]), year=at.year, hour=at.hour, minute=at.minute
    )


class Fault(msgspec.Struct, frozen=True):
    """One thing that does not hold. `number` is the entry's place in the file, from 1.

    `last` ends a range, `count` is how many, `console` the console's name or a blob's hash. `person`, `wall` and
    `offset` are what the entry itself says of who and when, as in its stamp.
    """

    what: What
    number: int = 0
    last: int = 0
    person: str = ""
    wall: int = 0
    offset: int = 0
    count: int = 0
    console: str = ""

    def sentence(self, called: Callable[[str], str] = str) -> str:
        """Return the fault in one sentence; `called` gives a person's name for the id in the entry."""
        if self.what is What.FILE and self.number == 0:
            return _(NOTHING_READABLE)
        return _(self._form()).format(
            number=self.number,
            last=self.last,
            person=called(self.person) if self.person else _("programmet"),
            time=in_words(self.wall, self.offset),
            count=self.count,
            console=self.console,
        )

    def _form(self) -> str:
        """Return the source sentence for one, for several or for all."""
        if self.what is What.LOST and self.number == 0:
            return ALL_LOST
        if self.what in SEVERAL and (self.last > self.number or self.count > 1):
            return SEVERAL[self.what]
        return SENTENCES[self.what]

    def __str__(self) -> str:
        return self.sentence()


class Broken(Exception):
    """The journal does not hold (journalen är bruten); `faults` says where, by whom and when."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(faults)
        self.faults = faults

    def __str__(self) -> str:
        return " ".join(str(fault) for fault in self.faults)

"""Numbered paper forms (pappersblad): handed out in series, written on in the dark, and entered again once (rule L10).

A number is handed out once: each form has a series of its own, and every console but the one that started the incident
adds its own three letters, for two consoles that cannot reach each other must not give out the same. What stands on a
paper keeps its time of event, and says from which paper it came. A number is entered once.
"""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain import log
from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.faults import in_words
from krisapp.domain.log import Kind
from krisapp.domain.words import N_, Later, Refused, _, ngettext

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

MOST = 100
"""Sheets handed out at once."""

AHEAD = timedelta(minutes=5)
"""How far ahead of the console's clock a time on a paper may lie: two watches differ."""


class Form(StrEnum):
    """What a paper is for (blankett)."""

    LOG = "log"
    DECISION = "decision"
    FACTS = "facts"
    POSTER = "poster"
    CALLS = "calls"


FORM_NAMES = {
    Form.LOG: N_("Loggblad"),
    Form.DECISION: N_("Beslutsblad"),
    Form.FACTS: N_("Faktablad"),
    Form.POSTER: N_("Anslag"),
    Form.CALLS: N_("Ringlista"),
}
LETTERS = {Form.LOG: "L", Form.DECISION: "B", Form.FACTS: "F", Form.POSTER: "A", Form.CALLS: "R"}
"""The letter that a form's numbers begin with."""

KINDS = {
    Form.LOG: Kind.OBSERVATION,
    Form.DECISION: Kind.DECISION,
    Form.FACTS: Kind.SITUATION,
    Form.POSTER: Kind.COMMUNICATION,
    Form.CALLS: Kind.STAFFING,
}
"""What a line of each form is about, unless somebody says otherwise."""

_FORMS = {letter: form for form, letter in LETTERS.items()}
_TYPED = re.compile(r"([A-Z])[-\s]*(\d{1,4})(?:[-\s]*([A-Z]{3}))?")


class Number(msgspec.Struct, frozen=True):
    """A paper's number: L-014, or L-014-KMX from another console than the one that started the incident."""

    form: Form
    series: str
    place: int

    def __str__(self) -> str:
        number = f"{LETTERS[self.form]}-{self.place:03}"
        return f"{number}-{self.series}" if self.series else number


class Use(msgspec.Struct, frozen=True):
    """That a paper was entered: by whom and when, as its stamp has it, and how many lines stood on it."""

    lines: int
    stamp: Stamp


class Paper(msgspec.Struct):
    """One numbered paper. `handed` has a stamp for each time it was handed out, `uses` for each time it was entered.

    More than one of either is a conflict of two consoles that did not see each other, and is shown.
    """

    number: Number
    handed: list[Stamp] = msgspec.field(default_factory=list)
    uses: dict[str, Use] = msgspec.field(default_factory=dict)

    @property
    def use(self) -> Use | None:
        """Return the first time it was entered, if it was."""
        return next(iter(self.uses.values()), None)


class Papers:
    """The numbered papers of an incident."""

    def __init__(self) -> None:
        self.by_number: dict[Number, Paper] = {}

    def paper(self, number: Number) -> Paper:
        """Return a paper, made when first heard of."""
        return self.by_number.setdefault(number, Paper(number))


@event("paper.handed_out")
class HandedOut(Event, frozen=True):
    """Blank papers were printed: `count` numbers from `first` on, in the series of a form and a console."""

    form: Form
    first: int
    count: int
    series: str = ""

    @property
    def numbers(self) -> tuple[Number, ...]:
        """Return the numbers, in order."""
        return tuple(Number(self.form, self.series, self.first + at) for at in range(self.count))

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Note who has which numbers out."""
        papers = incident.part(Papers)
        for number in self.numbers:
            papers.paper(number).handed.append(stamp)
        incident.note(
            stamp,
            Kind.SYSTEM,
            N_("{form} {first}–{last} utskrivna.") if self.count > 1 else N_("{form} {first} utskrivet."),
            form=Later(lambda: _(FORM_NAMES[self.form])),
            first=str(self.numbers[0]),
            last=str(self.numbers[-1]),
        )


@event("paper.entered")
class Entered(Event, frozen=True):
    """A paper was entered. Its lines are written by events of their own, that name its number."""

    form: Form
    place: int
    lines: int
    series: str = ""

    @property
    def number(self) -> Number:
        """Return which paper it was."""
        return Number(self.form, self.series, self.place)

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Note that the number is used, and log it."""
        incident.part(Papers).paper(self.number).uses[stamp.id] = Use(self.lines, stamp)
        incident.note(
            stamp,
            Kind.SYSTEM,
            N_("Papper nr {number} är inskrivet, {lines}."),
            number=str(self.number),
            lines=Later(lambda: ngettext("{count} rad", "{count} rader", self.lines).format(count=self.lines)),
        )


@event("paper.taken_back")
class TakenBack(Event, frozen=True):
    """What was entered was taken back at once: it stood under the wrong number. Its lines are struck by their own."""

    entry: str

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Let the number be entered again."""
        for paper in incident.part(Papers).by_number.values():
            if paper.uses.pop(self.entry, None):
                incident.note(
                    stamp,
                    Kind.CORRECTION,
                    N_("Papper nr {number} togs tillbaka och kan skrivas in igen."),
                    number=str(paper.number),
                )


class SheetLine(msgspec.Struct, frozen=True):
    """One line on a paper: when it happened, what it is about, what it says and who said it."""

    happened: datetime
    about: Kind
    text: str
    source: str = ""


def hand_out(incident: "Incident", form: Form, count: int, series: str) -> HandedOut:
    """Give out the next numbers of a form (skriv ut blanketter). `series` is the console's own, "" where it started."""
    if not 1 <= count <= MOST:
        raise Refused(N_("Skriv ut mellan 1 och {most} blad åt gången."), most=MOST)
    taken = [one.place for one in incident.part(Papers).by_number if (one.form, one.series) == (form, series)]
    return HandedOut(form, max(taken, default=0) + 1, count, series)


def read_number(typed: str) -> Number:
    """Return a number as it is typed: "L-014", "l14", "l 14 kmx". Raises `Refused` for anything else."""
    found = _TYPED.fullmatch(typed.strip().upper())
    form = _FORMS.get(found[1]) if found else None
    if not found or form is None or not int(found[2]):
        raise Refused(N_("Skriv numret som det står på papperet, till exempel L-014."))
    return Number(form, found[3] or "", int(found[2]))


def enter(
    incident: "Incident", number: Number, lines: Sequence[SheetLine], now: datetime, *, elsewhere: bool = False
) -> tuple[Event, ...]:
    """Enter a paper with all its lines (skriv in papper), in one go.

    `elsewhere` says that it was printed before the incident or by a console that has not been heard of. Raises
    `Refused` for a number that is used or unknown, and for a line that is empty or lies ahead.
    """
    check_unused(incident, number)
    if not elsewhere and number not in incident.part(Papers).by_number:
        raise Refused(
            N_("Papper nr {number} är inte utskrivet i den här händelsen. Kontrollera numret på papperet."),
            number=str(number),
        )
    if not lines:
        raise Refused(N_("Skriv minst en rad från papperet."))
    for line in lines:
        if line.happened > now + AHEAD:
            raise Refused(
                N_("Raden ”{text}” har en tid som inte har varit än. Ändra klockslaget eller dagen."), text=line.text
            )
    written = (
        log.write(incident, one.about, one.text, one.happened, source=one.source, paper=str(number)) for one in lines
    )
    return Entered(number.form, number.place, len(lines), number.series), *written


def check_unused(incident: "Incident", number: Number) -> None:
    """Refuse a number that is entered already, saying who did it and when."""
    paper = incident.part(Papers).by_number.get(number)
    use = paper.use if paper else None
    if use is not None:
        raise Refused(
            N_("Papper nr {number} skrevs in av {person} den {time}. Ett nummer används en gång."),
            number=str(number),
            person=incident.name_of(use.stamp.person),
            time=Later(lambda: in_words(use.stamp.wall, use.stamp.offset)),
        )


def take_back(incident: "Incident", number: Number, entry: str) -> tuple[Event, ...]:
    """Take back what was just entered (ångra): the number is free again and its lines are struck.

    Raises `Refused` if it has been taken back already.
    """
    paper = incident.part(Papers).by_number.get(number)
    use = paper.uses.get(entry) if paper else None
    if use is None:
        raise Refused(N_("Papperet är redan borttaget."))
    lines = [line for line in incident.log if _stands_on(use, line) and line.struck is None]
    reason = _("Papper nr {number} var fel inskrivet.").format(number=number)
    return TakenBack(entry), *(log.strike(incident, line.stamp.id, reason) for line in lines)


def _stands_on(use: Use, line: log.Line) -> bool:
    """Return whether a line was written with this use of a paper: right after it, by the same console."""
    first = use.stamp.seq + 1
    return line.stamp.stream == use.stamp.stream and first <= line.stamp.seq < first + use.lines


def in_order(paper: Paper) -> tuple[int, str, int]:
    """Return where a paper stands: log sheets first, then as the forms are named, each by its number."""
    number = paper.number
    return list(Form).index(number.form), number.series, number.place


def waiting(incident: "Incident") -> list[Paper]:
    """Return the papers that are out and not entered, in order of number."""
    papers = incident.part(Papers).by_number.values()
    return sorted((one for one in papers if not one.uses), key=in_order)


def contested(incident: "Incident") -> list[Paper]:
    """Return the papers that were entered twice, or handed out twice, by consoles that did not see each other."""
    papers = incident.part(Papers).by_number.values()
    return sorted((one for one in papers if len(one.uses) > 1 or len(one.handed) > 1), key=in_order)

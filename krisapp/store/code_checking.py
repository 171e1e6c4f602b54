"""Checking a typed check code against an incident file (kontrollkod), in the window and by `krisapp verify --code`."""

from pathlib import Path

import msgspec

from krisapp.domain.chain import Reading
from krisapp.domain.events import Stamp
from krisapp.domain.faults import Fault, What, in_words
from krisapp.domain.history import fold
from krisapp.domain.incident import Incident
from krisapp.domain.records.check_code import Codes, Printed, code_of, read_code
from krisapp.domain.words import N_, _, ngettext
from krisapp.store.journal import Journal

UNKNOWN = N_(
    "Koden {code} finns inte i journalen. Papperet hör till en annan händelse, eller så saknas eller har ändrats något "
    "som fanns när det skrevs ut."
)


class Answer(msgspec.Struct, frozen=True):
    """What a code stands for. `printed` is None when the journal does not know it.

    `before` counts the entries it stands for, `after` those written since. `faults` are what is wrong among those it
    stands for, `missing` how many streams no longer reach as far as they did.
    """

    code: str
    printed: Printed | None = None
    before: int = 0
    after: int = 0
    missing: int = 0
    faults: tuple[Fault, ...] = ()

    @property
    def holds(self) -> bool:
        """Return whether all the code stands for is unaltered."""
        return self.printed is not None and not self.missing and not self.faults

    def sentences(self) -> list[str]:
        """Return the answer as lines for a person."""
        if self.printed is None:
            return [_(UNKNOWN).format(code=self.code)]
        stamp = self.printed.stamp
        when = in_words(stamp.wall, stamp.offset)
        lines = [
            _("Koden {code} står på {paper}, utskrivet den {time}.").format(
                code=self.code, paper=self.printed.paper, time=when
            )
        ]
        if self.holds:
            said = ngettext(
                "Den {count} post som fanns då är oförändrad.",
                "De {count} poster som fanns då är oförändrade.",
                self.before,
            )
            lines.append(said.format(count=self.before))
            since = ngettext(
                "{count} post har kommit till sedan dess.", "{count} poster har kommit till sedan dess.", self.after
            )
            lines.append(since.format(count=self.after))
            return lines
        lines.append(_("Det som fanns då är INTE oförändrat. Spara filen som den är och kontakta den som ansvarar."))
        if self.missing:
            lines.append(_("Poster som fanns när papperet skrevs ut saknas eller är andra."))
        return lines + [fault.sentence() for fault in self.faults]


def check_code(path: Path, typed: str) -> Answer:
    """Ask what a typed code stands for and whether it still holds, also while another program writes the file.

    Raises `Refused` for what is no code, and what `Journal.read` raises.
    """
    code = read_code(typed)
    with Journal.read(path) as journal:
        reading = journal.read_all()
    incident = fold(Incident(), ((stamp, happened) for stamp, happened, _kind in reading.entries))
    printed = incident.part(Codes).by_code.get(code)
    return Answer(code) if printed is None else _answer(code, printed, reading)


def _answer(code: str, printed: Printed, reading: Reading) -> Answer:
    tips = printed.tips
    ids = {(stamp.stream, stamp.seq): stamp.id for stamp, _happened, _kind in reading.entries}
    before = [stamp for stamp, _happened, _kind in reading.entries if _covered(stamp, printed)]
    gone = sum(ids.get((stream, number)) != id for stream, (number, id) in tips.items())
    expected = sum(number for number, _id in tips.values())
    if code_of(tips) != code or len(before) < expected:
        gone = max(gone, 1)
    after = len(reading.entries) - len(before)
    faults = tuple(fault for fault in reading.faults if _concerns(fault, printed.stamp))
    return Answer(code, printed, len(before), after, gone, faults)


def _covered(stamp: Stamp, printed: Printed) -> bool:
    return stamp.seq <= printed.tips.get(stamp.stream, (0, ""))[0]


def _concerns(fault: Fault, printed: Stamp) -> bool:
    """Return whether a fault is among what the code stands for, as far as can be told; what is missing was counted."""
    return fault.what not in (What.TAIL, What.LOST) and fault.wall <= printed.wall

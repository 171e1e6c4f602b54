"""The check code of the chain (kontrollkod): ten signs on a paper that stand for the whole journal at one moment, LO7.

The code is made of how far every stream had come. It is journalled when it is printed, with those ends, so that people
can ask from a paper later whether all that came before is as it was. Nine signs of an alphabet without look-alikes
carry forty bits; the tenth tells a slip of the pen from a false code.
"""

import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.log import Kind
from krisapp.domain.words import N_, Refused

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

ALPHABET = "23456789ACDEFHJKMNPRTXY"
"""Twenty-three signs, a prime: no 0 and O, 1, I and L, 2 and Z, 5 and S, 6 and G, 8 and B, U, V and W."""

SIGNS = 9
"""How many signs carry the sum; one more checks them."""

Tips = Mapping[str, tuple[int, str]]
"""How far each stream had come: number and id of its last entry, as `RunStarted` has it."""


class Printed(msgspec.Struct, frozen=True):
    """A code on a paper: which paper, the ends it stands for, and who printed it when."""

    code: str
    paper: str
    tips: dict[str, tuple[int, str]]
    stamp: Stamp


class Codes:
    """The codes that were printed in an incident, by code."""

    def __init__(self) -> None:
        self.by_code: dict[str, Printed] = {}


@event("code.printed")
class CodePrinted(Event, frozen=True):
    """A paper was printed with a check code. `tips` are the ends of all streams that it stands for."""

    code: str
    paper: str
    tips: dict[str, tuple[int, str]]

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Remember the code and log which paper has it; the same code on two papers is told of twice."""
        incident.part(Codes).by_code.setdefault(self.code, Printed(self.code, self.paper, self.tips, stamp))
        incident.note(stamp, Kind.SYSTEM, N_("Kontrollkod {code} står på {paper}."), code=self.code, paper=self.paper)


def print_on(tips: Tips, paper: str) -> CodePrinted:
    """Return the event that puts a code on a paper (kontrollkod); its `code` is what to print.

    `tips` is how far every stream has come now, `paper` what the paper is called: "protokollet från möte 3".
    """
    return CodePrinted(code_of(tips), paper, dict(tips))


def code_of(tips: Tips) -> str:
    """Return the code of these ends: two groups of five signs."""
    ends = "\n".join(f"{stream} {number} {id}" for stream, (number, id) in sorted(tips.items()))
    rest = int.from_bytes(hashlib.sha256(ends.encode()).digest(), "big")
    signs = []
    for _place in range(SIGNS):
        rest, at = divmod(rest, len(ALPHABET))
        signs.append(ALPHABET[at])
    return _grouped("".join(signs) + _check_sign("".join(signs)))


def read_code(typed: str) -> str:
    """Return a typed code as it is printed. Raises `Refused` for what no paper can say."""
    signs = "".join(sign for sign in typed.upper() if sign.isalnum())
    if len(signs) != SIGNS + 1:
        raise Refused(
            N_("En kontrollkod har tio tecken. Du skrev {count}. Läs koden på papperet igen."), count=len(signs)
        )
    strange = [sign for sign in signs if sign not in ALPHABET]
    if strange:
        raise Refused(N_("Tecknet {sign} finns inte i någon kontrollkod. Läs koden på papperet igen."), sign=strange[0])
    if _check_sign(signs[:SIGNS]) != signs[SIGNS]:
        raise Refused(N_("Koden är felskriven: ett tecken är fel eller två har bytt plats. Läs den på papperet igen."))
    return _grouped(signs)


def _check_sign(signs: str) -> str:
    """Return the sign that makes the weighted sum come out even: any one wrong sign or two that changed places show."""
    total = sum(weight * ALPHABET.index(sign) for weight, sign in enumerate(signs, 1))
    # The check sign has weight 10, and 10 * 7 is 1 modulo 23.
    return ALPHABET[-total * 7 % len(ALPHABET)]


def _grouped(signs: str) -> str:
    return f"{signs[:5]}-{signs[5:]}"

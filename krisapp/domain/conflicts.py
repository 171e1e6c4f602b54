"""Two values of one thing (två uppgifter), wherever they stand: nothing is overwritten, and a person chooses.

Whatever keeps a `Register` is found by looking through the incident, so that no part of the program can have a
conflict that this list does not show.
"""

from collections.abc import Iterator
from enum import Enum
from typing import TYPE_CHECKING, Any

import msgspec

from krisapp.domain.events import Event, Stamp
from krisapp.domain.log import Line
from krisapp.domain.plan import Plan
from krisapp.domain.register import Register
from krisapp.domain.sheet import Sheet
from krisapp.domain.situation import FieldsSet
from krisapp.domain.words import N_, Refused

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

AGAIN = frozenset(
    (
        "alarm.answered",
        "board.told",
        "call.gathering",
        "checklist.opened",
        "decision.meeting_known",
        "decision.told",
        "enquiry.tagged",
        "evaluation.rated",
        "evaluation.written",
        "fact.stated",
        "improvement.changed",
        "incoming.moved",
        "incoming.unit_set",
        "incoming.verified",
        "item.reassigned",
        "item.ticked",
        "legal.declined",
        "legal.settled",
        "map.written",
        "meeting.attended",
        "meeting.noted",
        "meeting.planned",
        "meeting.point_dropped",
        "message.drafted",
        "question.adopted",
        "question.promised",
        "registration.numbered",
        "request.answered",
        "rumour.assigned",
        "rumour.closed",
        "rumour.countered",
        "rumour.verified",
        "secrecy.marked",
        "task.given",
        "task.marked",
        "task.ranked",
        "task.reworded",
        "task.timed",
        "warning.form_filled",
        "warning.heard",
        "warning.weighed",
    )
)
"""Kinds that set one value and nothing else: doing one again, having seen them all, is choosing it."""

_DEEPEST = 7
_PLAIN = (str, bytes, int, float, Enum, Line, Plan, Sheet, Stamp, Event, type(None))
_PASSED = frozenset({"plan", "start", "log", "lines", "levels", "dispatches", "unapproved", "approved_afterwards"})


class Conflict(msgspec.Struct, frozen=True):
    """Values of one thing that nobody has replaced. `path` leads to it: ("marks", "C01.3", "role")."""

    path: tuple[str, ...]
    claims: tuple[tuple[Any, Stamp], ...]

    @property
    def key(self) -> str:
        """Return what names it."""
        return "/".join(self.path)


def conflicts(incident: "Incident") -> list[Conflict]:
    """Return every conflict of an incident, the latest last."""
    found = [Conflict(path, register.claims) for path, register in registers(incident) if register.contested]
    return sorted(found, key=lambda one: max(stamp.tick for _value, stamp in one.claims))


def registers(incident: "Incident") -> Iterator[tuple[tuple[str, ...], Register[Any]]]:
    """Give every value that may be set apart, with the path to it."""
    for name, value in vars(incident).items():
        if name == "_parts":
            for kind, part in value.items():
                yield from _within((kind.__name__,), part, set())
        elif not name.startswith("_") and name not in _PASSED:
            yield from _within((name,), value, set())


def _within(path: tuple[str, ...], value: object, seen: set[int]) -> Iterator[tuple[tuple[str, ...], Register[Any]]]:
    if isinstance(value, Register):
        yield path, value
    elif not isinstance(value, _PLAIN) and len(path) < _DEEPEST and id(value) not in seen:
        seen.add(id(value))
        for name, part in _parts(value):
            yield from _within((*path, name), part, seen)


def _parts(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        yield from ((str(key), part) for key, part in list(value.items()))
    elif isinstance(value, list | tuple | set | frozenset):
        yield from ((str(getattr(part, "id", at)), part) for at, part in enumerate(value))
    elif isinstance(value, msgspec.Struct):
        yield from ((name, getattr(value, name)) for name in value.__struct_fields__)
    elif hasattr(value, "__dict__"):
        yield from list(vars(value).items())


def choose(conflict: Conflict, value: object, said: Event | None) -> Event:
    """Choose one of the values for all (välj den som gäller). `said` is the event that set it, as the journal has it.

    Raises `Refused` when the choice can only be made where the thing itself is dealt with.
    """
    if conflict.path[0] == "fields" and len(conflict.path) == 2:
        return FieldsSet({conflict.path[1]: value})
    if said is None or said.kind not in AGAIN:
        raise Refused(N_("Det här väljs där det hör hemma. Tryck Enter för att gå dit."))
    return said

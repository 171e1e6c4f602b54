"""The shift plan (passplan): who works when, for how long, and who comes after (domain handbook 3.12).

How long the staff lasts may need secrecy, so every line of the plan is marked with its legal ground from the start; a
person may say of one shift that it needs none. What is planned is looked over in `shift_planning`.
"""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.leading.alarm.posts import role_of
from krisapp.domain.leading.staff.staffing import later_name, role_name
from krisapp.domain.log import Kind, Line
from krisapp.domain.register import Register
from krisapp.domain.words import N_, Later

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

GROUND = "OSL 18:13"
"""What protects how long the staff lasts: planning for peacetime crises (domain handbook 3.12 and 11.1)."""

OVERLAP = timedelta(minutes=30)
"""How long the one who leaves stays with the one who comes."""


class Shift(msgspec.Struct, frozen=True):
    """A planned shift (pass). `ground` is what makes it secret, `reason` why it breaks the rest or the length."""

    id: str
    post: str
    person: str
    start: datetime
    end: datetime
    ground: str
    reason: str
    stamp: Stamp

    @property
    def role(self) -> str:
        """Return the code of the role."""
        return role_of(self.post)

    def meets(self, start: datetime, end: datetime) -> bool:
        """Return whether it lies at the same time as another; a handover's half hour together is none."""
        return self.start < end - OVERLAP and start < self.end - OVERLAP


class Shifts:
    """What an incident keeps of its shift plan, by the entry that first planned each shift."""

    def __init__(self) -> None:
        self.planned: dict[str, Register[Shift | None]] = {}

    def register(self, id: str) -> Register[Shift | None]:
        """Return what stands of a shift."""
        return self.planned.setdefault(id, Register())

    def standing(self) -> list[Shift]:
        """Return the shifts that are planned, by their start."""
        found = [register.value for register in self.planned.values()]
        return sorted((one for one in found if one is not None), key=lambda one: (one.start, one.post))


@event("shift.planned")
class Planned(Event, frozen=True):
    """Somebody planned a shift, or changed one: `shift` names the entry that first planned it, empty for a new one."""

    post: str
    person: str
    start: datetime
    end: datetime
    shift: str = ""
    ground: str = ""
    reason: str = ""

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return what stands of the shift."""
        return incident.part(Shifts).register(self.shift).heads if self.shift else ()

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Keep it, and log it with its legal ground."""
        id = self.shift or stamp.id
        shift = Shift(id, self.post, self.person, self.start, self.end, self.ground, self.reason, stamp)
        incident.part(Shifts).register(id).set(shift, stamp)
        sentence = (
            N_("Pass: {person}, {role}, {start}–{end}. Skäl: {reason}")
            if self.reason
            else N_("Pass: {person}, {role}, {start}–{end}.")
        )
        _log(incident, stamp, sentence, shift)


@event("shift.dropped")
class Dropped(Event, frozen=True):
    """Somebody took a shift out of the plan."""

    shift: str

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return what stands of the shift."""
        return incident.part(Shifts).register(self.shift).heads

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Leave it out, and log it with its legal ground; one changed meanwhile stands beside it."""
        register = incident.part(Shifts).register(self.shift)
        before = register.value
        register.set(None, stamp)
        if before is not None:
            _log(incident, stamp, N_("Pass struket: {person}, {role}, {start}–{end}."), before)


def _log(incident: "Incident", stamp: Stamp, sentence: str, shift: Shift) -> None:
    incident.write(
        Line(
            len(incident.log) + 1,
            Kind.STAFFING,
            sentence,
            stamp,
            stamp.at,
            {
                "person": later_name(incident, shift.person),
                "role": Later(lambda: role_name(incident, shift.post)),
                "start": told(shift.start),
                "end": f"{shift.end:%H.%M}",
                "reason": shift.reason,
            },
            ground=shift.ground,
        )
    )


def told(time: datetime) -> str:
    """Return a shift's time with its day: "11/6 22.00"."""
    return f"{time.day}/{time.month} {time:%H.%M}"

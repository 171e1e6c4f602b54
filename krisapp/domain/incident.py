"""The incident (händelsen): what the journal, read in the agreed order, adds up to."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from krisapp.domain.checklists import ItemMark, Opened
from krisapp.domain.consoles import Numbering
from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.facts import Fact
from krisapp.domain.log import Kind, Line
from krisapp.domain.messages import Message
from krisapp.domain.plan import Plan
from krisapp.domain.register import Register
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import N_, Later, Refused, _

if TYPE_CHECKING:
    from krisapp.domain.answering.enquiries import Enquiry
    from krisapp.domain.answering.questions import Question
    from krisapp.domain.answering.rumours import Rumour
    from krisapp.domain.break_glass import ApprovedAfterwards
    from krisapp.domain.dispatch import Dispatch
    from krisapp.domain.phrase_taking import PhrasesTaken
    from krisapp.domain.reaching.working import Working
    from krisapp.domain.replacing import Replacing
    from krisapp.domain.warning import WarningStep

_TYPES: dict[str, Any] = {field.name: field.type for field in msgspec.structs.fields(Sheet)}
_HEAD = frozenset({"id", "type", "alarm_at", "facts", "answers", "staff_answers", "board_since"})
"""Keys that are set when the incident starts, or by events of their own, and never as a field."""

P = TypeVar("P")


class Incident:
    """One incident in memory. Only events change it; every view is a projection of it.

    `version` counts the changes of the fact sheet, from 1 (faktaversion). `plan` is the frozen plan it runs on.
    """

    def __init__(self, plan: Plan | None = None) -> None:
        self.plan = plan
        self.start: Started | None = None
        self.version = 0
        self.fields: dict[str, Register[Any]] = {}
        self.facts: dict[str, Register[Fact]] = {}
        self.messages: dict[str, Message] = {}
        self.levels: list[tuple[str, str, Stamp]] = []
        self.opened: dict[str, Register[Opened]] = {}
        self.marks: dict[str, ItemMark] = {}
        self.internal_asked: Stamp | None = None
        self.broken: set[datetime] = set()
        self.dispatches: dict[str, Dispatch] = {}
        self.unapproved: dict[tuple[str, int], Stamp] = {}
        self.approved_afterwards: dict[tuple[str, int], ApprovedAfterwards] = {}
        self.warnings: list[WarningStep] = []
        self.enquiries: dict[str, Enquiry] = {}
        self.rumours: dict[str, Rumour] = {}
        self.questions: dict[str, Question] = {}
        self.message_map: Register[Any] = Register()
        self.phrases_taken: PhrasesTaken | None = None
        self.log: list[Line] = []
        self.lines: dict[str, Line] = {}
        self._parts: dict[type, object] = {}
        self._sheet: tuple[int, Sheet] | None = None
        self._sheet_changed: tuple[int, datetime | None] = (-1, None)

    @property
    def id(self) -> str:
        """Return the incident's id, FLN-… or OVN-… for an exercise."""
        return self.start.id if self.start else ""

    @property
    def exercise(self) -> bool:
        """Return whether this is an exercise; that never changes after the start."""
        return bool(self.start and self.start.exercise)

    def part(self, kind: type[P]) -> P:
        """Return what a module of the domain keeps of the incident, made empty when first asked for."""
        kept = self._parts.get(kind)
        if kept is None:
            kept = self._parts[kind] = kind()
        assert isinstance(kept, kind)
        return kept

    @property
    def working(self) -> "Working":
        """Return what works where."""
        from krisapp.domain.reaching.working import Working  # here: the start does not wait for what nobody has told

        return self.part(Working)

    @property
    def replacing(self) -> "Replacing":
        """Return which texts have to be replaced, and where that is done."""
        from krisapp.domain.replacing import Replacing  # here: as above

        return self.part(Replacing)

    @property
    def sheet(self) -> Sheet:
        """Return the fact sheet as it stands. Raises `Refused` before the incident has started."""
        if self._sheet is None or self._sheet[0] != self.version:
            self._sheet = (self.version, self._answered(self.unanswered_sheet()))
        return self._sheet[1]

    def unanswered_sheet(self) -> Sheet:
        """Return the fact sheet without questions and answers, made anew. Raises `Refused` as `sheet` does."""
        if self.start is None:
            raise Refused(N_("Händelsen har inte startat."))
        values = {key: register.value for key, register in self.fields.items() if register.value is not None}
        facts = [register.value for register in self.facts.values()]
        return Sheet(
            id=self.start.id,
            type=self.start.type,
            alarm_at=self.start.alarm_at,
            facts=tuple(fact for fact in facts if fact is not None),
            **values,
        )

    def _answered(self, sheet: Sheet) -> Sheet:
        if not self.questions:
            return sheet
        from krisapp.domain.answering.questions import Asker, told  # here: as above

        residents, staff = (told(self, sheet, asker) for asker in (Asker.RESIDENTS, Asker.STAFF))
        return msgspec.structs.replace(sheet, answers=residents, staff_answers=staff)

    @property
    def down(self) -> frozenset[str]:
        """Return the codes of the channels that are known to be down, everywhere or in the house (nere)."""
        if self.plan is None or not self.working.known:
            return frozenset()
        from krisapp.domain.reaching.living import down  # here: the start does not wait for what nobody has told

        return down(self.plan, self.working)

    @property
    def contested(self) -> frozenset[str]:
        """Return the names on the sheet that have two standing values (två uppgifter)."""
        fields = {key for key, register in self.fields.items() if register.contested}
        facts = {f"facts.{id}" for id, register in self.facts.items() if register.contested}
        return frozenset(fields | facts)

    @property
    def sheet_changed(self) -> datetime | None:
        """Return when the fact sheet last changed (rule Q26), or None before anything stands on it."""
        if self._sheet_changed[0] != self.version:
            registers = (*self.fields.values(), *self.facts.values())
            times = [stamp.at for register in registers for _value, stamp in register.claims]
            self._sheet_changed = (self.version, max(times, default=None))
        return self._sheet_changed[1]

    def register(self, key: str) -> Register[Any]:
        """Return the register of a field, empty if nothing was set."""
        return self.fields.setdefault(key, Register())

    def set_field(self, key: str, value: Any, stamp: Stamp) -> bool:
        """Take a field's value from a journal body; a value this program cannot read is left aside."""
        if key in _HEAD or key not in _TYPES:
            return False
        try:
            read = msgspec.convert(value, _TYPES[key])
        except msgspec.ValidationError:
            return False
        self.register(key).set(read, stamp)
        return True

    def set_fact(self, fact: Fact, stamp: Stamp) -> None:
        """Take a fact's value from a journal body."""
        self.facts.setdefault(fact.id, Register()).set(fact, stamp)
        self.version += 1

    def message(self, id: str) -> Message:
        """Return the message of a cell, made when first asked for."""
        if id not in self.messages:
            self.messages[id] = Message(id)
        return self.messages[id]

    def mark(self, item: str) -> ItemMark:
        """Return what has been done with a checklist item, made when first asked for."""
        if item not in self.marks:
            self.marks[item] = ItemMark()
        return self.marks[item]

    def ask_internal(self, stamp: Stamp) -> None:
        """Remember that the employees still have to be told: due fifteen minutes later (rule P17)."""
        self.internal_asked = self.internal_asked or stamp

    def name_of(self, person: str) -> str:
        """Return a person's name, or the id when the plan does not have it."""
        known = self.plan.person(person) if self.plan else None
        return known.name if known else person

    def title_of(self, message: str) -> str:
        """Return a message as people call it: "Invånare, webb"."""
        audience, _dash, rest = message.partition("-")
        channel = rest.partition(".")[0]
        if self.plan is not None:
            audience = next((row.short for row in self.plan.audiences if row.id == audience), audience)
            channel = next((row.short for row in self.plan.channels if row.id == channel), channel)
        return f"{audience}, {channel}"

    def write(self, line: Line) -> None:
        """Add a line to the log, with its console's next number."""
        line.mark, line.number = self.part(Numbering).next(line.stamp.stream)
        self.log.append(line)
        self.lines[line.stamp.id] = line

    def note(self, stamp: Stamp, kind: Kind, sentence: str, /, **values: str | Later) -> None:
        """Log what an act did, so that nobody needs to type it (rule CH2: no double typing)."""
        self.write(Line(len(self.log) + 1, kind, sentence, stamp, stamp.at, values))


@event("incident.started")
class Started(Event, frozen=True):
    """Somebody started an incident (rule AC1). Real or exercise cannot be changed afterwards (rule P62).

    `plan` is the digest of the frozen plan it runs on (rule P41).
    """

    id: str
    name: str
    type: str
    alarm_at: datetime
    level: str
    danger_to_life: bool
    exercise: bool
    plan: str
    places: tuple[str, ...] = ()

    def apply(self, incident: Incident, stamp: Stamp) -> None:
        """Open the incident with its head; a second start of the same journal is ignored."""
        if incident.start is not None:
            return
        incident.start = self
        incident.version += 1
        for key in ("name", "level", "danger_to_life", "places"):
            incident.set_field(key, getattr(self, key), stamp)
        incident.levels.append((self.level, "", stamp))
        incident.note(
            stamp,
            Kind.SYSTEM,
            N_("Övning startad: {name}, nivå {level}.")
            if self.exercise
            else N_("Händelse startad: {name}, nivå {level}."),
            name=self.name,
            level=self.level,
        )


def start(
    *,
    id: str,
    name: str,
    type: str,
    alarm_at: datetime,
    level: str,
    danger_to_life: bool,
    exercise: bool,
    plan: str,
    places: tuple[str, ...],
    now: datetime,
) -> Started:
    """Start an incident (starta händelse). Raises `Refused` when a part is missing or the time lies ahead."""
    if not name.strip():
        raise Refused(N_("Ge händelsen ett namn, till exempel ”Dricksvatten Malmköping”."))
    if len(name) > 60:
        raise Refused(N_("Namnet får vara högst 60 tecken. Det är {length} nu."), length=len(name))
    if not type:
        raise Refused(N_("Välj vad som har hänt."))
    if alarm_at > now:
        raise Refused(N_("Larmtiden ligger framåt i tiden. Kontrollera klockslaget."))
    prefix, dash, rest = id.partition("-")
    if exercise and dash:
        id = f"OVN-{rest}"
    elif prefix == "OVN":
        raise Refused(N_("Ett skarpt läge kan inte ha ett övnings-id."))
    return Started(id, name.strip(), type, alarm_at, level, danger_to_life, exercise, plan, places)


def lost_start(id: str, alarm_at: datetime, level: str) -> Started:
    """Return a start to stand in for one that cannot be read, so that the readable rest of a damaged file is shown.

    It is never written. The file's name tells whether it was an exercise (rule P62).
    """
    name = _("Händelse vars början inte går att läsa")
    return Started(id, name, "other", alarm_at, level, False, id.startswith("OVN-"), "")  # noqa: FBT003

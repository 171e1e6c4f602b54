"""The workplace (arbetsplatsen): the folder where plan, console key and incident files lie, with or without a network.

One folder holds everything, so that a copied folder or a USB stick is a whole workplace.
"""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from krisapp.desk import Clock, Desk
from krisapp.domain import incident as incidents
from krisapp.domain.plan import Plan, digest, encode_plan
from krisapp.domain.situation import FieldsSet
from krisapp.store.console import Console
from krisapp.store.heads import read_endex, read_start, read_stood_down
from krisapp.store.journal import Journal

if TYPE_CHECKING:
    from krisapp.store.plan.plan_store import PlanStore

SUFFIX = ".krisapp"
PLAN = "plan.db"
EXERCISE_PREFIX = "OVN"
"""What the id of every exercise begins with."""

DRILLS = "ovningar"
"""The folder of exercises, beside the real incidents and never among them (rule EX1)."""
SET_ASIDE = "skadad"
"""What a plan that could not be read is named with."""


class Known(msgspec.Struct, frozen=True):
    """An incident file in the folder: what a list shows before it is opened."""

    path: Path
    id: str
    name: str
    exercise: bool
    alarm_at: datetime


class Workplace:
    """A folder with a plan, a console's key and incident files, and the clock they are written by."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.clock = clock
        self.console = Console.load(folder)
        self._plans: PlanStore | None = None
        self._plan: Plan | None = None

    @property
    def plans(self) -> "PlanStore":
        """Return the plan's tables. An incident runs on a plan of its own, so opening one does not wait for these."""
        if self._plans is None:
            from krisapp.store.plan.plan_store import PlanStore

            self._plans = PlanStore.open(self.folder / PLAN)
        return self._plans

    @property
    def plan(self) -> Plan:
        """Return the plan as it stands."""
        if self._plan is None:
            self._plan = self.plans.plan()
        return self._plan

    def adopted_plan(self) -> Plan | None:
        """Return the plan as it was adopted under the name it has, or None if that is not kept here (PL2)."""
        from krisapp.store.plan.plan_versions import version_of  # the plan's tables are not needed to open an incident

        version = version_of(self.plans.versions(), self.plan)
        return self.plans.plan_of(version) if version else None

    def plan_in_force(self) -> Plan:
        """Return the plan a new incident starts on: the adopted one with today's contacts and registers (P41).

        Where no adoption is kept, it is the plan as it stands.
        """
        from krisapp.domain.planning.plan_in_force import in_force  # only a start needs it

        adopted = self.adopted_plan()
        return in_force(adopted, self.plan) if adopted else self.plan

    def plan_changed(self) -> None:
        """Read the plan anew next time: somebody has edited it."""
        self._plan = None

    def let_go(self) -> None:
        """Close the plan, so that its file can be written anew; it is opened again when it is next asked for."""
        if self._plans is not None:
            self._plans.close()
        self._plans = self._plan = None

    def set_plan_aside(self) -> Path:
        """Give a plan that cannot be read another name, so that the next reading begins with the sample plan.

        Returns where it lies now. Raises `OSError` when the folder cannot be written to; then it stays where it was.
        """
        self.let_go()
        path = self.folder / PLAN
        aside = path.with_name(f"plan-{self.clock():%Y%m%d-%H%M%S}-{SET_ASIDE}.db")
        path.rename(aside)
        for side in ("-wal", "-shm"):
            # They belong to the file that is gone, and would be taken for the new one's.
            beside = path.with_name(path.name + side)
            if beside.exists():
                beside.rename(aside.with_name(aside.name + side))
        return aside

    def next_id(self, year: int, *, exercise: bool) -> str:
        """Return the id the next incident of a year gets, FLN-2027-003 or OVN-2027-003."""
        prefix = EXERCISE_PREFIX if exercise else self.plan.settings.id_prefix
        start = f"{prefix}-{year}-"
        taken = [path.name.removesuffix(SUFFIX)[len(start) :] for path in self._files(start)]
        return f"{start}{max((int(number) for number in taken if number.isdigit()), default=0) + 1:03d}"

    def path_of(self, id: str) -> Path:
        """Return where the file of an incident is to lie; the folder of exercises is made when first needed."""
        if not id.startswith(f"{EXERCISE_PREFIX}-"):
            return self.folder / f"{id}{SUFFIX}"
        (self.folder / DRILLS).mkdir(exist_ok=True)
        return self.folder / DRILLS / f"{id}{SUFFIX}"

    def _files(self, start: str = "") -> list[Path]:
        """Return the incident files, those of exercises too; before they had a folder they lay among the others."""
        return [path for place in (self.folder, self.folder / DRILLS) for path in place.glob(f"{start}*{SUFFIX}")]

    def incidents(self) -> list[Known]:
        """Return the incident files of the folder, newest alarm first. A file that cannot be read is left out here."""
        found = []
        for path in self._files():
            start = read_start(path)
            if start is not None:
                found.append(Known(path, start.id, start.name, start.exercise, start.alarm_at))
        return sorted(found, key=lambda known: known.alarm_at, reverse=True)

    def exercised(self) -> date | None:
        """Return the day the latest finished exercise ended: its staff stood down, or ENDEX (readiness, 12.3)."""
        lowest = min(self.plan.levels, key=lambda level: level.rank).id if self.plan.levels else ""
        drills = [known.path for known in self.incidents() if known.exercise]
        ended = (day for path in drills for day in (read_stood_down(path, lowest), read_endex(path)))
        return max((day for day in ended if day is not None), default=None)

    def renew_console(self, name: str) -> None:
        """Give this machine a name and a key of its own, because its folder was copied. Raises `ReadOnly`.

        What is open goes on with the old key until it is opened again.
        """
        from krisapp.store.console import renew  # here: seldom if ever

        self.console = renew(self.folder, name)

    def open(self, path: Path) -> Desk:
        """Open an incident file. Raises `Occupied` when another program has it, and what the journal raises."""
        return Desk.over(Journal.open(path, self.console, self.clock), self.clock, lambda: self.plan)

    def start(
        self,
        *,
        type: str,
        places: tuple[str, ...],
        sentence: str,
        level: str,
        danger_to_life: bool,
        exercise: bool,
        person: str,
        name: str = "",
        alarm_at: datetime | None = None,
        unadopted: bool = False,
    ) -> Desk:
        """Start an incident in a file of its own, with the fact sheet prefilled for its type (rules AC1, P41).

        It runs on the adopted plan, or with `unadopted` on the plan as it stands.

        Raises `Refused` when a part is missing, and `OSError` when the folder cannot be written to; then no file is
        left behind.
        """
        # Here: templates are a large import that opening an incident must not wait for.
        from krisapp.compose.prefill import prefill

        now = self.clock()
        alarm_at = alarm_at or now.replace(second=0, microsecond=0)
        plan = self.plan if unadopted else self.plan_in_force()
        frozen = encode_plan(plan)
        kind = next((row.name for row in plan.types if row.id == type), "")
        id = self.next_id(alarm_at.year, exercise=exercise)
        started = incidents.start(
            id=id,
            name=name or " ".join([kind, *places[:1]])[:60],
            type=type,
            alarm_at=alarm_at,
            level=level,
            danger_to_life=danger_to_life,
            exercise=exercise,
            plan=digest(frozen),
            places=places,
            now=now,
        )
        values = prefill(plan, type, places=places, sentence=sentence, alarm_at=alarm_at, danger=danger_to_life)
        journal = Journal.create(self.path_of(started.id), self.console, self.clock)
        journal.put_blob(frozen)
        desk = Desk.over(journal, self.clock, lambda: plan)
        desk.person = person
        desk.incident.plan = plan
        desk.do(started, FieldsSet(values, prefilled=True))
        return desk

"""What a template is tried on while it is written: invented incidents, the workplace's own, and cells it serves."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from krisapp.compose.template_trial import cells_of, concerns
from krisapp.desk import Desk
from krisapp.domain.plan import Plan
from krisapp.domain.sheet import Sheet
from krisapp.store.bad_input import BadInput
from krisapp.store.facts_file import read_facts
from krisapp.store.journal import Journal
from krisapp.store.sample import sample_incidents
from krisapp.ui.live import Live
from krisapp.workplace import Known


class Ground(NamedTuple):
    """An incident to try a template on: its key and name, a way to its fact sheet, and the type of an invented one."""

    key: str
    name: str
    sheet: Callable[[], Sheet | None]
    invented: str = ""


class Grounds:
    """The incidents a template can be tried on. Each is read when it is first asked for, and kept."""

    def __init__(self, live: Live) -> None:
        self._live = live
        self._plan = live.workplace.plan
        self._known: dict[str, Sheet | None] = {}
        own = [self._stored(known) for known in live.workplace.incidents()]
        invented = [self._invented(path) for path in sample_incidents()]
        self.all = {ground.key: ground for ground in (*invented, *own)}

    def invented(self) -> dict[str, Callable[[], Sheet | None]]:
        """Return the invented incidents, which every template is tried on before it is adopted."""
        return {key: ground.sheet for key, ground in self.all.items() if ground.invented}

    def first_for(self, template: str) -> str:
        """Return the incident to begin with: one whose texts the template may be part of."""
        found = (key for key, one in self.all.items() if one.invented and concerns(template, one.invented))
        return next(found, next(iter(self.all), ""))

    def _invented(self, path: Path) -> Ground:
        name, type = (_line(path, key) for key in ("name", "type"))
        return Ground(path.stem, name, partial(self._read, path.stem, partial(self._facts, path)), type)

    def _stored(self, known: Known) -> Ground:
        key = str(known.path)
        return Ground(key, known.name, partial(self._read, key, partial(self._sheet, known.path)))

    def _read(self, key: str, read: Callable[[], Sheet | None]) -> Sheet | None:
        if key not in self._known:
            self._known[key] = read()
        return self._known[key]

    def _facts(self, path: Path) -> Sheet | None:
        """Return the sheet of an invented incident, or None if this plan has other places or levels."""
        try:
            return read_facts(path, self._plan)
        except BadInput:
            return None

    def _sheet(self, path: Path) -> Sheet:
        """Return the sheet of an incident of the workplace as it stands. Raises `Trouble`."""
        if self._live.has_incident and self._live.desk.path == path:
            return self._live.incident.sheet
        with Journal.read(path) as journal:
            return Desk.over(journal, self._live.now, lambda: self._plan).incident.sheet


def _line(path: Path, key: str) -> str:
    """Return the value of a line of a facts file, so that a list of incidents need not read them whole."""
    start = f"{key}:"
    found = (line for line in path.read_text("utf-8").splitlines() if line.startswith(start))
    return next(found, start).removeprefix(start).strip(" '\"")


def audiences_of(plan: Plan, template: str) -> list[tuple[str, str]]:
    """Return the audiences that get a text a template may be part of: code and name, in the policy's order."""
    there = {audience for audience, _channel in cells_of(plan, template)}
    return [(one.id, f"{one.id} {one.short or one.name}") for one in plan.audiences if one.id in there]


def channels_of(plan: Plan, template: str, audience: str) -> list[tuple[str, str]]:
    """Return the channels by which an audience gets a text a template may be part of: code and name."""
    there = {channel for one, channel in cells_of(plan, template) if one == audience}
    return [(one.id, f"{one.id} {one.short or one.name}") for one in plan.channels if one.id in there]

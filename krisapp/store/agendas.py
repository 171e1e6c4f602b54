"""The agendas of meetings (dagordningar): those of the plan, or the program's own for a plan that has none."""

from functools import cache
from typing import Any, TypeVar

from krisapp.domain.leading.meeting.agendas import Agenda, agendas_of
from krisapp.domain.leading_rows import AgendaPoint, AgendaRow
from krisapp.domain.plan import Plan
from krisapp.store.fitting import fit
from krisapp.store.resources import resource
from krisapp.store.yaml_reading import read_yaml

T = TypeVar("T")


def agendas(plan: Plan | None = None) -> tuple[Agenda, ...]:
    """Return the agendas of a plan in the order they are offered.

    A plan that was frozen before plans had agendas gets the program's own. Raises `BadInput` if somebody has broken
    their file.
    """
    return (agendas_of(plan.agendas, plan.agenda_points) if plan else ()) or _own()


@cache
def _own() -> tuple[Agenda, ...]:
    return agendas_of(_read("agendas", tuple[AgendaRow, ...]), _read("agenda_points", tuple[AgendaPoint, ...]))


def _read(name: str, kind: type[T]) -> T:
    path = resource("resources", "plan", f"{name}.yaml")
    value, locate = read_yaml(path)
    rows = enumerate(fit(value, list[dict[str, Any]], path, locate), 1)
    return fit([{"rank": rank, **row} for rank, row in rows], kind, path, locate)

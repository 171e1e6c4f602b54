"""The agendas of meetings (dagordningar): those of the plan, or the program's own for a plan that has none."""

from functools import cache
from typing import TypeVar

from krisapp.domain.leading.meeting.agendas import Agenda, agendas_of
from krisapp.domain.leading_rows import AgendaPoint, AgendaRow
from krisapp.domain.plan import Plan
from krisapp.store.fitting import fit
from krisapp.store.resources import resource
from krisapp.store.yaml_reading import read_yaml

R = TypeVar("R", AgendaRow, AgendaPoint)


def agendas(plan: Plan | None = None) -> tuple[Agenda, ...]:
    """Return the agendas of a plan in the order they are offered.

    A plan that was frozen before plans had agendas gets the program's own. Raises `BadInput` if somebody has broken
    their file.
    """
    return (agendas_of(plan.agendas, plan.agenda_points) if plan else ()) or _own()


@cache
def _own() -> tuple[Agenda, ...]:
    return agendas_of(_read("agendas", AgendaRow), _read("agenda_points", AgendaPoint))


def _read(name: str, kind: type[R]) -> tuple[R, ...]:
    path = resource("resources", "plan", f"{name}.yaml")
    value, locate = read_yaml(path)
    ranked = [{"rank": rank, **row} for rank, row in enumerate(value, 1)]
    return fit(ranked, tuple[kind, ...], path, locate)  # type: ignore[valid-type]  # made at run time

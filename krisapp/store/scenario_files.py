"""Reading scenarios (scenarier) from readable files: the program's own, and those somebody has written."""

from functools import cache
from pathlib import Path

from krisapp.domain.exercising.scenario import Objective, Scenario, faults
from krisapp.domain.plan import Plan
from krisapp.domain.words import N_
from krisapp.store.bad_input import BadInput
from krisapp.store.fitting import fit
from krisapp.store.resources import resource
from krisapp.store.yaml_reading import read_yaml

OBJECTIVES = "objectives.yaml"


def shipped() -> list[Path]:
    """Return the program's own scenario files, in order."""
    folder = resource("resources", "scenarios")
    return sorted(path for path in folder.glob("*.yaml") if path.name != OBJECTIVES)


@cache
def objectives() -> tuple[Objective, ...]:
    """Return the bank of objectives (övningsmål). Raises `BadInput` if somebody has broken the file."""
    path = resource("resources", "scenarios", OBJECTIVES)
    value, locate = read_yaml(path)
    return fit(value, tuple[Objective, ...], path, locate)


def read_scenario(path: Path, plan: Plan) -> Scenario:
    """Return the scenario of a file, which names only what the plan has.

    Raises `BadInput` with file, line and remedy for what is misspelt, for times outside the drill, unknown or circular
    conditions and missing attachments.
    """
    value, locate = read_yaml(path)
    scenario = fit(value, Scenario, path, locate)
    for where, sentence, values in faults(scenario, _known(plan)):
        raise BadInput(path, locate(where), sentence, **values)
    for number, inject in enumerate(scenario.injects):
        attachment = inject.attachment
        if attachment and (Path(attachment).name != attachment or not (path.parent / attachment).is_file()):
            raise BadInput(
                path,
                locate(("injects", number, "attachment")),
                N_("Bilagan {name} finns inte bredvid scenariot. Lägg den där, eller ta bort raden."),
                name=attachment,
            )
    return scenario


def _known(plan: Plan) -> dict[str, frozenset[str]]:
    """Return the ids a scenario may name."""
    return {
        "type": frozenset(row.id for row in plan.types),
        "level": frozenset(row.id for row in plan.levels),
        "released": frozenset([row.id for row in plan.audiences] + [row.id for row in plan.channels]),
        "item": frozenset(item.id for row in plan.checklists for item in row.items),
        "objective": frozenset(row.id for row in objectives()),
    }

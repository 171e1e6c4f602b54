"""Reading scenarios (scenarier) from readable files: the program's own, and those somebody has written."""

from functools import cache
from pathlib import Path

import msgspec
import yaml

from krisapp.domain.exercising.scenario import Objective, Scenario, faults
from krisapp.domain.exercising.world import WorldRules
from krisapp.domain.plan import Plan
from krisapp.domain.words import N_
from krisapp.store.bad_input import BadInput
from krisapp.store.fitting import fit
from krisapp.store.resources import resource
from krisapp.store.yaml_reading import read_yaml

OBJECTIVES = "objectives.yaml"
FOLDER = "scenarier"
"""The folder of a workplace that scenarios of one's own lie in."""


def shipped() -> list[Path]:
    """Return the program's own scenario files, in order."""
    folder = resource("resources", "scenarios")
    return sorted(path for path in folder.glob("*.yaml") if path.name != OBJECTIVES)


def quick() -> list[Path]:
    """Return the files of the quick drills (handbook 9.9), in order."""
    return sorted(resource("resources", "scenarios", "quick").glob("*.yaml"))


def own(folder: Path) -> list[Path]:
    """Return the scenario files somebody has written, which lie in a folder of a workplace."""
    return sorted((folder / FOLDER).glob("*.yaml"))


@cache
def objectives() -> tuple[Objective, ...]:
    """Return the bank of objectives (övningsmål). Raises `BadInput` if somebody has broken the file."""
    path = resource("resources", "scenarios", OBJECTIVES)
    value, locate = read_yaml(path)
    return fit(value, tuple[Objective, ...], path, locate)


@cache
def world_rules() -> WorldRules:
    """Return how the simulated world reacts (row EX3). Raises `BadInput` if somebody has broken the file."""
    path = resource("resources", "scenarios", "world", "rules.yaml")
    value, locate = read_yaml(path)
    return fit(value, WorldRules, path, locate)


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


def save_scenario(path: Path, scenario: Scenario, plan: Plan) -> None:
    """Write a scenario as a readable file, and read it back. Raises `BadInput` as `read_scenario`, and `OSError`.

    A file that was there stays as it was until the new one is whole and right.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.ny")
    try:
        body = yaml.safe_dump(msgspec.to_builtins(scenario), allow_unicode=True, sort_keys=False, width=120)
        draft.write_text(body, encoding="utf-8")
        read_scenario(draft, plan)
        draft.replace(path)
    except BadInput as no:
        raise BadInput(path, no.line, no.sentence, **no.values) from no
    finally:
        draft.unlink(missing_ok=True)


def _known(plan: Plan) -> dict[str, frozenset[str]]:
    """Return the ids a scenario may name."""
    return {
        "type": frozenset(row.id for row in plan.types),
        "level": frozenset(row.id for row in plan.levels),
        "released": frozenset([row.id for row in plan.audiences] + [row.id for row in plan.channels]),
        "item": frozenset(item.id for row in plan.checklists for item in row.items),
        "objective": frozenset(row.id for row in objectives()),
    }

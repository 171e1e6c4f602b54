"""Adopted plans travel with the journals (antagna planer följer med): a sealed package each, named by its content.

They lie in a folder of their own on the medium. Nothing is taken in here: a person reads the differences and chooses.
"""

import re
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from krisapp.domain.plan import Plan, digest, encode_plan

FOLDER = "planer"
LENGTH = 12
"""Digits of the content's digest in the name of a package."""

_NAME = re.compile(r"plan-(?P<version>[\w.-]{1,40})-(?P<digest>[0-9a-f]{12})\.zip")


class PlanLies(NamedTuple):
    """An adopted plan that lies on a medium, as its name tells; what is in it is looked at when it is read in."""

    path: Path
    version: str


def leave_plan(plan: Plan, root: Path) -> bool:
    """Leave an adopted plan on a medium unless it lies there, and return whether that was done.

    Raises `OSError` and `BadInput` when the medium says no.
    """
    from krisapp.store.plan.plan_package import export_plan  # YAML is slow to import

    version = re.sub(r"[^\w.-]+", "_", plan.version)[:40] or "1"
    folder = root / FOLDER
    path = folder / f"plan-{version}-{digest(encode_plan(plan))[:LENGTH]}.zip"
    if path.exists():
        return False
    folder.mkdir(parents=True, exist_ok=True)
    export_plan(plan, path, adopted=True)
    return True


def other_plans(root: Path, known: Collection[str]) -> list[PlanLies]:
    """Return the plans on a medium whose digest is not among those that are known here, by name."""
    here = {one[:LENGTH] for one in known}
    found = []
    for path in sorted((root / FOLDER).glob("plan-*.zip")):
        named = _NAME.fullmatch(path.name)
        if named and named["digest"] not in here:
            found.append(PlanLies(path, named["version"]))
    return found

"""The sample plan (provkommun): Flen's, and incidents invented for it, from the program's own readable files."""

from collections.abc import Iterator
from pathlib import Path

from krisapp.domain.plan import Plan
from krisapp.store.plan.plan_reading import read_plan
from krisapp.store.resources import resource
from krisapp.store.yaml_reading import read_bytes


def sample_plan() -> Plan:
    """Return the plan that ships with the program, for a first start without anything of one's own.

    Raises `BadPlan` if somebody has broken the files.
    """
    return read_plan(dict(_files()), resource("resources", "plan"))


def sample_incidents() -> list[Path]:
    """Return the fact files of the invented incidents (provhändelser), one of each type, which templates are tried on.

    They are read with `read_facts`, which refuses those of whose places or levels a plan knows nothing.
    """
    return sorted(resource("resources", "incidents").glob("*.yaml"))


def _files() -> Iterator[tuple[str, bytes]]:
    for path in sorted(resource("resources", "plan").glob("*.yaml")):
        yield path.name, read_bytes(path)
    for path in sorted(resource("resources", "phrases").glob("*.yaml")):
        whole = path.stem in ("languages", "phrases")
        yield path.name if whole else f"phrases/{path.name}", read_bytes(path)
    templates = resource("templates")
    for folder in ("checklists", "messages"):
        for path in sorted((templates / folder).rglob("*")):
            if path.is_file() and path.suffix in (".yaml", ".j2"):
                yield _name(path, templates), read_bytes(path)


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()

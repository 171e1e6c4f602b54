"""Writes the bill of materials of a build (CycloneDX 1.6): the Python packages and libraries in it, each with its hash.

The packages are those the program asks for and what they ask for in turn, as `requirements.lock` pins them and as they
stand installed; their hashes are of the files the lock allows. The libraries of the building machine are hashed as they
lie in the folder. Equal builds give equal bills: there is no time and no random number in it.
"""

import hashlib
import json
import platform
import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
NAME = "krisapp.cdx.json"
LEFT_OUT = {"pip"}
"""Asked for by a package and kept out by `krisapp.spec`, for nothing of it is run."""
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==([^ ;\\]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def locked(lock: Path) -> dict[str, tuple[str, list[str]]]:
    """Return version and hashes of each package by its canonical name."""
    found: dict[str, tuple[str, list[str]]] = {}
    name = ""
    for line in lock.read_text("utf-8").splitlines():
        pinned = _PINNED.match(line)
        if pinned:
            name = canonicalize_name(pinned[1])
            found[name] = (pinned[2], [])
        if name:
            found[name][1].extend(_HASH.findall(line))
    return found


def needed(name: str, extras: frozenset[str] = frozenset(), seen: set[str] | None = None) -> Iterator[Distribution]:
    """Yield the packages a package asks for on this system, and theirs, each once."""
    seen = set() if seen is None else seen
    for text in distribution(name).requires or ():
        asked = Requirement(text)
        wanted = asked.marker is None or any(asked.marker.evaluate({"extra": extra}) for extra in extras or {""})
        key = canonicalize_name(asked.name)
        if wanted and key not in seen | LEFT_OUT:
            seen.add(key)
            yield distribution(asked.name)
            yield from needed(asked.name, frozenset(asked.extras), seen)


def licence(package: Distribution) -> list[dict[str, Any]]:
    """Return the licence as the package names it."""
    if "License-Expression" in package.metadata:
        return [{"expression": package.metadata["License-Expression"]}]
    named = [line.split(" :: ")[-1] for line in package.metadata.get_all("Classifier") or () if "License" in line]
    short = package.metadata["License"].split("\n")[0] if "License" in package.metadata else ""
    return [{"license": {"name": one}} for one in named or ([short] if short else [])]


def of_packages(lock: dict[str, tuple[str, list[str]]]) -> Iterator[dict[str, Any]]:
    """Yield a component for each package; raises `SystemExit` for one that the lock does not pin as installed."""
    for package in needed("krisapp"):
        name = canonicalize_name(package.name)
        version, hashes = lock.get(name, ("", []))
        if version != package.version:
            raise SystemExit(f"bill: {name} {package.version} is installed, but requirements.lock says {version}")
        identity = f"pkg:pypi/{name}@{version}"
        part: dict[str, Any] = {
            "type": "library",
            "bom-ref": identity,
            "name": name,
            "version": version,
            "purl": identity,
            "externalReferences": [
                {"type": "distribution", "url": identity, "hashes": [{"alg": "SHA-256", "content": one}]}
                for one in hashes
            ],
        }
        if licence(package):
            part["licenses"] = licence(package)
        yield part


def of_libraries(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield a component for each library that came from the building machine: those beside the packages' folders."""
    for file in sorted(folder.glob("_internal/*")):
        if file.is_file() and re.search(r"\.(so|dll|dylib)\b", file.name):
            content = hashlib.sha256(file.read_bytes()).hexdigest()
            yield {
                "type": "file",
                "bom-ref": f"file:{file.name}",
                "name": file.name,
                "hashes": [{"alg": "SHA-256", "content": content}],
            }


def bill(folder: Path) -> dict[str, Any]:
    """Return the bill of a built folder."""
    parts = [*of_packages(locked(ROOT / "requirements.lock"))]
    python = {
        "type": "platform",
        "bom-ref": "python",
        "name": platform.python_implementation(),
        "version": platform.python_version(),
        "licenses": [{"expression": "PSF-2.0"}],
    }
    own = distribution("krisapp")
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "krisapp",
                "name": "krisapp",
                "version": own.version,
                "licenses": [{"expression": "EUPL-1.2"}],
            }
        },
        "components": [python, *sorted(parts, key=lambda part: str(part["name"])), *of_libraries(folder)],
    }


def main() -> None:
    """Write the bill into the folder named."""
    folder = Path(sys.argv[1])
    (folder / NAME).write_text(json.dumps(bill(folder), indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()

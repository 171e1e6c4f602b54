"""What seals a plan package (paketets förteckning): its format, what plan it holds, and the hash of every file.

A folder has no such list, for its files are there to be edited by hand.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from krisapp.domain.plan import Plan, digest, encode_plan
from krisapp.domain.words import N_
from krisapp.store.bad_input import BadInput
from krisapp.store.fitting import fit
from krisapp.store.yaml_reading import parse_yaml
from krisapp.store.yaml_writing import write_yaml

NAME = "manifest.yaml"
FORMAT = 1
"""The format this program writes, and the highest it reads."""

_NEWER = N_("Planpaketet är gjort av en nyare version av Krisapp. Uppdatera programmet och försök igen.")
_MISSING = N_("{name} saknas i paketet. Hämta paketet på nytt.")
_STRAY = N_("{name} står inte i paketets förteckning. Hämta paketet på nytt.")
_OTHER = N_("{name} är inte som när paketet gjordes. Hämta paketet på nytt, eller läs in filerna som en mapp.")
_SCRIPT = N_("Texten har ett skript eller en dold kod. Ta bort det.")
_HIDDEN = N_("Texten har ett osynligt tecken som kan dölja vad som står. Ta bort det.")

_CODE = re.compile(
    r"<\s*/?\s*(?:script|iframe|object|embed|svg|style|link|meta)\b|(?:java|vb)script\s*:", re.IGNORECASE
)
_UNSEEN = re.compile("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class Manifest(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The content of manifest.yaml. `plan` is the digest of the plan, `adopted` whether it is an adopted version."""

    format: int
    version: str
    plan: str
    adopted: bool = False
    files: dict[str, str]


def seal(files: Mapping[str, bytes], plan: Plan, *, adopted: bool) -> bytes:
    """Return the list of a package's files."""
    hashes = {name: hashlib.sha256(files[name]).hexdigest() for name in sorted(files)}
    found = Manifest(format=FORMAT, version=plan.version, plan=digest(encode_plan(plan)), adopted=adopted, files=hashes)
    return write_yaml(msgspec.to_builtins(found))


def unseal(files: dict[str, bytes], where: Path) -> Manifest | None:
    """Take the list out of the files and hold them against it; None if the package has none.

    Raises `BadInput` for a newer format, and for files that are missing, strangers or not as they were.
    """
    content = files.pop(NAME, None)
    if content is None:
        return None
    value, lines = parse_yaml(content, where / NAME)
    # Before anything else: a newer format may have fields that this program does not know.
    if isinstance(value, dict) and isinstance(value.get("format"), int) and value["format"] > FORMAT:
        raise BadInput(where, None, _NEWER)
    found: Manifest = fit(value, Manifest, where / NAME, lines, ())
    for name in found.files.keys() | files.keys():
        told: dict[str, Any] = {"name": name}
        if name not in files:
            raise BadInput(where, None, _MISSING, **told)
        if name not in found.files:
            raise BadInput(where, None, _STRAY, **told)
        if hashlib.sha256(files[name]).hexdigest() != found.files[name]:
            raise BadInput(where / name, None, _OTHER, **told)
    return found


def refuse_scripts(files: Mapping[str, bytes], where: Path) -> None:
    """Raise `BadInput` for a text that has a script in it, or a sign that hides what stands there."""
    for name, content in files.items():
        text = content.decode("utf-8", "replace")
        for sign, sentence in ((_CODE, _SCRIPT), (_UNSEEN, _HIDDEN)):
            if match := sign.search(text):
                raise BadInput(where / name, text.count("\n", 0, match.start()) + 1, sentence)


def refuse_disguised(plan: Plan, where: Path) -> None:
    """Raise `BadInput` for what `refuse_scripts` looks for, when the file spelled it by codes."""
    for text in _texts(msgspec.to_builtins(plan)):
        for sign, sentence in ((_CODE, _SCRIPT), (_UNSEEN, _HIDDEN)):
            if sign.search(text):
                raise BadInput(where, None, sentence)


def _texts(value: Any) -> Iterator[str]:
    """Yield every text within a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)

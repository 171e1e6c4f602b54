"""Fitting values read from a file to the program's own types, with every misfit said in words."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from krisapp.domain.words import N_, _
from krisapp.store.bad_input import BadInput

T = TypeVar("T")

_AT = re.compile(r" - at `(?P<path>[^`]*)`$")
_STEP = re.compile(r"\.(?P<key>[^.\[\]]+)|\[(?P<index>\d+|\.\.\.)\]")
_KINDS = {
    "int": N_("ett heltal"),
    "float": N_("ett tal"),
    "str": N_("text"),
    "bool": N_("true eller false"),
    "array": N_("en lista"),
    "object": N_("nycklar med värden"),
    "null": N_("tomt"),
}
_FAULTS = (
    (
        re.compile(r"Object contains unknown field `(?P<key>[^`]*)`"),
        N_("Nyckeln {key} är okänd. Rätta stavningen eller ta bort den."),
    ),
    (
        re.compile(r"Object missing required field `(?P<key>[^`]*)`"),
        N_("Nyckeln {key} saknas. Lägg till den."),
    ),
    (
        re.compile(r"Invalid enum value '?(?P<got>[^']*)'?"),
        N_("Värdet {got} finns inte för {name}. Välj ett av dem som programmet känner."),
    ),
    (
        re.compile(r"Expected `(?P<wanted>[^`]*)`, got `(?P<got>[^`]*)`"),
        N_("{name} ska vara {wanted}, men är {got}. Rätta värdet."),
    ),
)


def fit(
    value: Any,
    kind: type[T],
    path: Path | str,
    locate: Callable[[Sequence[str | int]], int],
    at: Sequence[str | int] = (),
) -> T:
    """Return a value read from a file as the type wanted, nothing converted silently.

    `at` is where the value stands in the file, when it is a part of it. Raises `BadInput` naming
    file, line and key if it does not fit.
    """
    try:
        return msgspec.convert(value, kind, strict=True)
    except msgspec.ValidationError as error:
        raise _misfit(str(error), path, locate, at) from None


def _misfit(
    said: str,
    path: Path | str,
    locate: Callable[[Sequence[str | int]], int],
    inside: Sequence[str | int],
) -> BadInput:
    found = _AT.search(said)
    at = [*inside, *(_steps(found["path"]) if found else [])]
    for pattern, sentence in _FAULTS:
        match = pattern.match(said)
        if match:
            values: dict[str, object] = dict(match.groupdict())
            if "key" in values:
                at = [*at, str(values["key"])]
            values["name"] = _name(at)
            if "wanted" in values:
                values["wanted"] = _kind(str(values["wanted"]))
                values["got"] = _kind(str(values["got"]))
            return BadInput(path, locate(at), sentence, **values)
    return BadInput(path, locate(at), N_("Värdet för {name} går inte att använda. Rätta det."), name=_name(at))


def _steps(path: str) -> list[str | int]:
    steps: list[str | int] = []
    for step in _STEP.finditer(path):
        if step["index"] == "...":  # the keys of a free mapping are not named
            break
        steps.append(step["key"] if step["key"] is not None else int(step["index"]))
    return steps


def _name(at: Sequence[str | int]) -> str:
    name = next((step for step in reversed(at) if isinstance(step, str)), _("filen"))
    if at and isinstance(at[-1], int):
        return _("punkt {number} i {name}").format(number=at[-1] + 1, name=name)
    return name


def _kind(words: str) -> str:
    named = [_(_KINDS[word]) if word in _KINDS else word for word in words.split(" | ")]
    return _(" eller ").join(named)

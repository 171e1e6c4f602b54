"""Reading a plan from its text files, gathering every fault instead of stopping at the first."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from krisapp.domain import plan_rows as rows
from krisapp.domain.phrase_rows import Translation
from krisapp.domain.plan import Plan
from krisapp.domain.planning.plan_soundness import faults
from krisapp.domain.words import N_
from krisapp.store.bad_input import BadInput
from krisapp.store.fitting import fit
from krisapp.store.plan.plan_layout import LISTS, Head, Look, belongs, go_on, in_order
from krisapp.store.yaml_reading import Places, decode_text, parse_yaml

T = TypeVar("T")

_MOST_FAULTS = 100
_Found = dict[str, Any]


class BadPlan(BadInput):
    """A plan that cannot be used, with one sentence for every fault in it, each on a line."""

    def __init__(self, path: Path, found: list[BadInput]) -> None:
        super().__init__(path, None, N_("Planen går inte att använda."))
        self.faults = tuple(found)

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults[:_MOST_FAULTS])


class _Need(msgspec.Struct, forbid_unknown_fields=True):
    """A cell of the matrix."""

    need: str
    note: str = ""


def read_plan(files: Mapping[str, bytes], where: Path, look: Look = go_on) -> Plan:
    """Return the plan of files by their names (with / between folders); `where` is for the sentences.

    `look` can stop it. Raises `BadPlan` with one sentence for each fault: file, line, remedy.
    """
    reading = _Reading(files, where, look)
    reading.know()
    head = reading.head()
    lists: _Found = {name: reading.list_of(name, kind) for name, kind in LISTS}
    found: _Found = {
        "matrix": reading.matrix(),
        "holders": reading.holders(),
        "checklists": reading.checklists(),
        "templates": reading.templates(),
        "translations": reading.translations(),
    }
    if head is None or reading.faults:
        raise BadPlan(where, reading.faults)
    scalars = {name: getattr(head, name) for name in head.__struct_fields__}
    plan = Plan(**scalars, **lists, **found)
    reading.faults += [reading.told(fault.at, fault.sentence, fault.values) for fault in faults(plan)]
    if reading.faults:
        raise BadPlan(where, reading.faults)
    return in_order(plan)


class _Reading:
    """One reading of a plan's files, with the faults found so far."""

    def __init__(self, files: Mapping[str, bytes], where: Path, look: Look) -> None:
        self._files, self._look = files, look
        self._where = where
        self._lines: dict[str, Places] = {}
        self._checklists: dict[str, str] = {}
        self.faults: list[BadInput] = []

    def know(self) -> None:
        """Note every file that is no part of a plan."""
        stray = N_("Filen hör inte till en plan. Ta bort den eller rätta namnet.")
        self.faults += [BadInput(self._where / name, None, stray) for name in self._files if not belongs(name)]

    def _try(self, read: Callable[..., T], *arguments: Any) -> T | None:
        try:
            return read(*arguments)
        except BadInput as bad:
            self.faults.append(bad)
            return None

    def _content(self, name: str, kind: type[T]) -> T | None:
        """Return the content of a YAML file as a list or mapping; None if there is no such file."""
        if name not in self._files:
            return None
        self._look()
        read = self._try(parse_yaml, self._files[name], self._where / name)
        if read is None:
            return None
        self._lines[name] = read[1]
        return self._fit(read[0], kind, name)

    def _fit(self, value: Any, kind: type[T], name: str, *at: str | int) -> T | None:
        return self._try(fit, value, kind, self._where / name, self._lines[name], at)

    def head(self) -> Head | None:
        """Return the content of plan.yaml, or None with a fault noted."""
        if "plan.yaml" not in self._files:
            missing = N_("plan.yaml saknas. Välj den mapp eller fil som planen exporterades till.")
            self.faults.append(BadInput(self._where, None, missing))
        return self._content("plan.yaml", Head)

    def list_of(self, name: str, kind: type[rows.Row]) -> tuple[rows.Row, ...]:
        """Return the rows of a list's file, ranked by their place in it."""
        file = f"{name}.yaml"
        return tuple(self._ranked(self._content(file, list) or [], kind, file))

    def _ranked(self, found: list[Any], kind: type[T], file: str, *at: str | int) -> Iterator[T]:
        ranked = "rank" in getattr(kind, "__struct_fields__", ())
        for place, row in enumerate(found):
            if ranked and isinstance(row, dict):
                row.setdefault("rank", place + 1)
            fitted = self._fit(row, kind, file, *at, place)
            if fitted is not None:
                yield fitted

    def matrix(self) -> tuple[rows.Cell, ...]:
        """Return the cells of the matrix."""
        file = "matrix.yaml"
        found: list[rows.Cell] = []
        for channel, row in (self._content(file, _Found) or {}).items():
            for audience, need in (self._fit(row, _Found, file, channel) or {}).items():
                whole = need if isinstance(need, dict) else {"need": need}
                cell = self._fit(whole, _Need, file, channel, audience)
                if cell is not None:
                    found.append(rows.Cell(audience=audience, channel=channel, need=cell.need, note=cell.note))
        return tuple(found)

    def holders(self) -> tuple[rows.Holder, ...]:
        """Return who holds which role, in calling order."""
        file = "holders.yaml"
        return tuple(
            rows.Holder(role=role, person=person, rank=place)
            for role, people in (self._content(file, _Found) or {}).items()
            for place, person in enumerate(self._fit(people, list[str], file, role) or [], 1)
        )

    def checklists(self) -> tuple[rows.Checklist, ...]:
        """Return the checklists, one file each."""
        found: list[rows.Checklist] = []
        for number, file in enumerate(sorted(name for name in self._files if name.startswith("checklists/")), 1):
            content = self._content(file, _Found)
            if content is None:
                continue
            content.setdefault("rank", number)
            items = content.get("items") or []
            for place, item in enumerate(items if isinstance(items, list) else [], 1):
                if isinstance(item, dict):
                    item.setdefault("rank", place)
            checklist = self._fit(content, rows.Checklist, file)
            if checklist is not None:
                self._checklists[checklist.id] = file
                found.append(checklist)
        return tuple(found)

    def translations(self) -> tuple[Translation, ...]:
        """Return the phrases in other languages, one file a language, named by its tag."""
        found: list[Translation] = []
        for file in sorted(name for name in self._files if name.startswith("phrases/")):
            language = file.removeprefix("phrases/").removesuffix(".yaml")
            for place, row in enumerate(self._content(file, list) or []):
                whole = {"language": language, **row} if isinstance(row, dict) else row
                fitted = self._fit(whole, Translation, file, place)
                if fitted is not None:
                    found.append(fitted)
        return tuple(found)

    def templates(self) -> tuple[rows.Template, ...]:
        """Return the message templates, with line ends of one kind on every system."""
        found: list[rows.Template] = []
        for file in sorted(name for name in self._files if name.startswith("messages/")):
            text = self._try(decode_text, self._files[file], self._where / file)
            if text is not None:
                name = file.removeprefix("messages/")
                found.append(rows.Template(id=name, text=text.replace("\r\n", "\n")))
        return tuple(found)

    def told(self, at: tuple[str | int, ...], sentence: str, values: dict[str, object]) -> BadInput:
        """Return a fault of the whole plan as one of the file and line where it stands."""
        collection, rest = str(at[0]), at[1:]
        file = f"{collection}.yaml"
        if collection == "checklists" and rest:
            file, rest = self._checklists.get(str(rest[0]), file), rest[1:]
        elif collection == "translations" and rest:
            file, rest = f"phrases/{rest[0]}.yaml", ()
        elif collection == "templates" and rest:
            file, rest = f"messages/{rest[0]}", ()
        lines = self._lines.get(file)
        return BadInput(self._where / file, lines(rest) if lines else None, sentence, **values)

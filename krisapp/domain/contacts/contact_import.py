"""Contacts from elsewhere, row by row (inläsning av kontakter): new, changed, the same, perhaps double, or rejected.

Nothing is changed here and nothing is guessed in silence: what a row becomes stands in its verdict, and every row ends
as taken in, as unchanged, or as left with its reason (PL4).
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import NamedTuple

from msgspec.structs import replace

from krisapp.domain.contacts.contact_row import Sentence, Values, read_row
from krisapp.domain.contacts.contact_values import free_id
from krisapp.domain.language.telephones import digits_of
from krisapp.domain.plan_rows import Person
from krisapp.domain.words import N_, _


class SourceRow(NamedTuple):
    """A row of a file: where it stands, its cells, and why it cannot be read at all, if so."""

    number: int
    cells: tuple[str, ...]
    fault: str = ""


class ContactSource(NamedTuple):
    """A list of contacts that was read. `told` are sentences about the file itself: what else it holds."""

    headings: tuple[str, ...]
    rows: tuple[SourceRow, ...]
    told: tuple[str, ...] = ()


class Verdict(Enum):
    """What a row is."""

    NEW = "new"
    CHANGES = "changes"
    SAME = "same"
    DOUBLE = "double"
    REJECTED = "rejected"


VERDICT_NAMES = {
    Verdict.NEW: N_("ny"),
    Verdict.CHANGES: N_("ändrar"),
    Verdict.SAME: N_("oförändrad"),
    Verdict.DOUBLE: N_("dubblett?"),
    Verdict.REJECTED: N_("avvisas"),
}


class Act(Enum):
    """What is done with a row."""

    ADD = "add"
    CHANGE = "change"
    LEAVE = "leave"


class JudgedRow(NamedTuple):
    """A row with its verdict. `person` is the contact it would make, `like` the contact it may be.

    `row_like` is the number of an earlier row of the file that it may be. `remarks` say what was mended, `faults` why
    it is rejected. `name` is what the row calls the contact, also then.
    """

    row: SourceRow
    verdict: Verdict
    person: Person | None = None
    like: Person | None = None
    row_like: int = 0
    remarks: tuple[Sentence, ...] = ()
    faults: tuple[Sentence, ...] = ()
    name: str = ""

    @property
    def acts(self) -> tuple[Act, ...]:
        """Return what may be done with the row, what is done unless somebody chooses first."""
        if self.verdict is Verdict.NEW:
            return Act.ADD, Act.LEAVE
        if self.verdict is Verdict.CHANGES:
            return Act.CHANGE, Act.ADD, Act.LEAVE
        if self.verdict is Verdict.DOUBLE:
            return (Act.LEAVE, Act.CHANGE, Act.ADD) if self.like is not None else (Act.LEAVE, Act.ADD)
        return (Act.LEAVE,)


class Outcome(NamedTuple):
    """What came of a file: the contacts to write, and the rows that stayed outside, with the reasons in words."""

    people: tuple[Person, ...]
    added: int
    changed: int
    unchanged: tuple[JudgedRow, ...]
    left: tuple[tuple[JudgedRow, str], ...]


def judge(source: ContactSource, columns: Sequence[str], people: Sequence[Person], today: date) -> list[JudgedRow]:
    """Return each row of a file with its verdict, in the file's order."""
    known = _Known(people)
    judged = []
    for row in source.rows:
        one = _judge(row, columns, known, today)
        judged.append(one)
        known.note(one)
    return judged


def settle(judged: Iterable[JudgedRow], acts: Mapping[int, Act], people: Sequence[Person]) -> Outcome:
    """Return what comes of the rows with these acts, by the row's number; those not named do as they would anyway."""
    standing = {person.id: person for person in people}
    taken = set(standing)
    written: dict[str, Person] = {}
    added = changed = 0
    unchanged, left = [], []
    for one in judged:
        act = acts.get(one.row.number, one.acts[0])
        if one.verdict is Verdict.SAME:
            unchanged.append(one)
        elif one.person is None or act is Act.LEAVE or act not in one.acts:
            left.append((one, why_left(one)))
        elif act is Act.CHANGE and (one.like is None or one.like.id not in standing):
            left.append((one, _("Kontakten som den skulle ändra finns inte längre.")))
        elif act is Act.CHANGE and one.like is not None:
            # A person named by two rows gets what both say: the second is laid upon what the first made.
            now = written.get(one.like.id, standing[one.like.id])
            written[now.id] = merged(now, one.person)
            changed += 1
        else:
            id = free_id(one.person.name, taken)
            taken.add(id)
            written[id] = replace(one.person, id=id)
            added += 1
    return Outcome(tuple(written.values()), added, changed, tuple(unchanged), tuple(left))


def why_left(one: JudgedRow) -> str:
    """Return in words why a row stayed outside."""
    if one.faults:
        return " ".join(str(fault) for fault in one.faults)
    if one.row_like:
        return _("Samma kontakt som rad {number}. Ingen valde att ta in den.").format(number=one.row_like)
    if one.like is not None:
        return _("Kan vara samma som {name}. Ingen valde att ta in den.").format(name=one.like.name)
    return _("Ingen valde att ta in den.")


def merged(person: Person, new: Person) -> Person:
    """Return a contact with what a row says laid upon it: empty cells erase nothing, and no protection is lifted."""
    said = {name: value for name in _LAID if (value := getattr(new, name)) not in ("", None)}
    groups = (*person.groups, *(group for group in new.groups if group not in person.groups))
    protected = person.protected or new.protected
    private = {name for name in person.private if name not in said} | set(new.private)
    both = replace(
        person,
        **said,
        groups=groups,
        protected=protected,
        checked=max(person.checked, new.checked),
        private=tuple(name for name in ("mobile", "phone", "email") if name in private),
    )
    return replace(both, address="") if protected else both


_LAID = (
    "name",
    "function",
    "organisation",
    "mobile",
    "phone",
    "rakel",
    "email",
    "address",
    "minutes_away",
    "languages",
    "note",
)


def _judge(row: SourceRow, columns: Sequence[str], known: "_Known", today: date) -> JudgedRow:
    if row.fault:
        return JudgedRow(row, Verdict.REJECTED, faults=(Sentence(row.fault),))
    values = read_row(columns, row.cells, today)
    if values.faults:
        return JudgedRow(row, Verdict.REJECTED, faults=values.faults, name=values.person.name)
    like, sure = known.like(values)
    earlier = known.earlier(values.person)
    if like is not None and sure and merged(like, values.person) == like:
        return JudgedRow(row, Verdict.SAME, values.person, like, remarks=values.remarks)
    if like is not None and sure and not earlier:
        return JudgedRow(row, Verdict.CHANGES, values.person, like, remarks=values.remarks)
    verdict = Verdict.DOUBLE if like is not None or earlier else Verdict.NEW
    return JudgedRow(row, verdict, values.person, like, earlier, values.remarks)


class _Known:
    """Whom a row may be: the contacts of the plan and the rows before it, by number, e-mail and name."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._ids: dict[str, Person] = {}
        self._signs: dict[str, Person] = {}
        self._names: dict[str, list[Person]] = {}
        self._rows: dict[str, int] = {}
        for person in people:
            self._ids[person.id] = person
            self._names.setdefault(_folded(person.name), []).append(person)
            for sign in _signs(person):
                self._signs.setdefault(sign, person)

    def like(self, values: Values) -> tuple[Person | None, bool]:
        """Return the contact that a row may be, and whether that is sure.

        Sure is who has the same name and the same id, number or e-mail, or the same name with nothing that speaks
        against it. The same number under another name, and the same name with other numbers, are for a person to judge.
        """
        person = values.person
        signed = {found.id: found for sign in _signs(person) if (found := self._signs.get(sign))}
        if values.id in self._ids:
            signed = {values.id: self._ids[values.id]} | signed
        if signed:
            found = next(iter(signed.values()))
            same = _folded(found.name) == _folded(person.name) or (
                found.id == values.id and bool(_shared(found, person))
            )
            return found, same and len(signed) == 1
        named = self._names.get(_folded(person.name), [])
        if not named:
            return None, False
        return named[0], len(named) == 1 and not (_signs(person) and _signs(named[0]))

    def earlier(self, person: Person) -> int:
        """Return the number of an earlier row that is of the same person, 0 for none."""
        return next((self._rows[sign] for sign in _row_signs(person) if sign in self._rows), 0)

    def note(self, one: JudgedRow) -> None:
        """Remember a row that can be taken in."""
        if one.person is not None:
            for sign in _row_signs(one.person):
                self._rows.setdefault(sign, one.row.number)


def _signs(person: Person) -> list[str]:
    """Return what is one person's alone. A telephone is not: many share a switchboard."""
    return [sign for sign in (digits_of(person.mobile), person.email.casefold()) if sign]


def _shared(one: Person, other: Person) -> set[str]:
    return set(_signs(one)) & set(_signs(other))


def _row_signs(person: Person) -> list[str]:
    """Return what tells two rows of a file to be of the same person: number, e-mail, or name and function."""
    return [*_signs(person), f"{_folded(person.name)}\n{_folded(person.function)}\n{_folded(person.organisation)}"]


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())

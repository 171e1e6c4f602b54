"""The plan database (plandatabasen): open, read, search, edit with undo, freeze.

Every edit is checked against the rules of a sound plan, written in one transaction with the rows before and after, and
can be undone while nobody has changed the same rows since.
"""

import json
import os
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from krisapp.domain.plan import Plan, digest, encode_plan
from krisapp.domain.planning.acts import Act
from krisapp.domain.planning.plan_soundness import faults
from krisapp.domain.words import N_, Refused
from krisapp.store import driver, template_drafts
from krisapp.store.plan import plan_acts, plan_search, plan_tables, plan_versions
from krisapp.store.plan.plan_search import Hit
from krisapp.store.plan.plan_tables import Place, Stored
from krisapp.store.plan.plan_trouble import NotAPlan, PlanDamaged, told, transaction
from krisapp.store.plan.plan_versions import Version
from krisapp.store.template_drafts import TemplateDraft
from krisapp.store.trouble import Missing, NewerFormat


class Edit(NamedTuple):
    """A change of the plan: who made it and when, of what, and the rows before and after.

    `before` and `after` are the rows by table and key, those first that others refer to. `kind` and `key` say what was
    edited, for instance person and "alva.granlycke". `undoes` is the edit it took back, `note` what its maker said.
    """

    id: int
    at: datetime
    by: str
    kind: str
    key: str
    before: dict[Place, Stored]
    after: dict[Place, Stored]
    undoes: int | None = None
    note: str = ""


VERSION = "version"
"""The kind of an edit that adopted the plan."""

_EDITS = 'SELECT id, at, by, kind, "key", before, after, undoes, note FROM edit'
_TOUCHES = "(instr(before, ?) OR instr(after, ?))"


def freeze(plan: Plan) -> tuple[str, bytes]:
    """Return a plan as it is adopted: its digest and the canonical content an incident keeps (PL2)."""
    content = encode_plan(plan)
    return digest(content), content


class PlanStore:
    """An open plan database. Close it after use."""

    def __init__(self, path: Path, connection: driver.Connection) -> None:
        self.path = path
        self._connection = connection
        self._read: tuple[int, Plan] | None = None
        connection.execute("PRAGMA foreign_keys = ON")

    @classmethod
    def open(cls, path: Path, key: bytes | None = None) -> "PlanStore":
        """Open the plan of a workplace; at the first start it is made, with the sample plan in it.

        `key` is 32 raw bytes to encrypt with. The file has its name only when it is whole. Raises `NotAPlan`,
        `NewerFormat` and what the disk says.
        """
        path = path.absolute()
        with told(path):
            if not path.exists():
                _make(path, key)
            connection = driver.write(path, key)
            try:
                _bring_up(path, connection)
            except BaseException:
                connection.close()
                raise
            return cls(path, connection)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def plan(self) -> Plan:
        """Return the plan as it stands; read anew only if somebody has written since."""
        with told(self.path):
            (version,) = self._connection.execute("PRAGMA data_version").fetchone()
            if self._read is None or self._read[0] != version:
                self._read = version, plan_tables.read_plan_rows(self._connection)
            return self._read[1]

    def hand_over(self, plan: Plan, edit: Edit) -> None:
        """Know the plan as an edit made elsewhere left it, so that it need not be read; unless somebody wrote since."""
        with told(self.path):
            (version,) = self._connection.execute("PRAGMA data_version").fetchone()
            (latest,) = self._connection.execute("SELECT max(id) FROM edit").fetchone()
        if latest == edit.id:
            self._read = version, plan

    def search(self, text: str, limit: int = 50) -> list[Hit]:
        """Return where in the plan all words of a text stand."""
        with told(self.path):
            return plan_search.search(self._connection, text, limit)

    def settle(self, plan: Plan, *, kind: str, key: str, by: str, at: datetime, note: str = "") -> Edit:
        """Make this plan the one that stands, as one edit of `kind` and `key` by a person.

        Only rows that differ are touched. Raises `Refused` if the plan would not be sound; the order of the audiences
        (P27) and their number (P61) never change.
        """
        for fault in faults(plan):
            raise Refused(fault.sentence, **fault.values)
        before, after = plan_tables.changes(self.plan(), plan)
        return self._change(Edit(0, at, by, kind, key, before, after, note=note))

    def undo(self, edit: Edit, *, by: str, at: datetime) -> Edit:
        """Take an edit back, as an edit of its own.

        Raises `Refused` if somebody has changed the same thing since, or if the plan would not be sound without it.
        """
        if edit.kind == VERSION:
            raise Refused(N_("En antagen version kan inte ångras. Ändra planen och anta en ny."))
        now = plan_tables.rows_of(self.plan())
        if any(now.get(place) != edit.after.get(place) for place in edit.before | edit.after):
            raise Refused(N_("Någon har ändrat samma sak efteråt. Ändra i stället tillbaka för hand."))
        return self._change(Edit(0, at, by, edit.kind, edit.key, edit.after, edit.before, edit.id))

    def history(self, limit: int = 50) -> list[Edit]:
        """Return the latest edits, newest first."""
        with told(self.path):
            found = self._connection.execute(f"{_EDITS} ORDER BY id DESC LIMIT ?", (limit,)).fetchall()
        return [_edit(row) for row in found]

    def history_of(self, place: Place) -> list[Edit]:
        """Return every edit in which a row was changed, newest first."""
        with told(self.path):
            found = self._connection.execute(f"{_EDITS} WHERE {_TOUCHES} ORDER BY id DESC", _named(place)).fetchall()
        return [_edit(row) for row in found]

    def drafts(self) -> dict[str, TemplateDraft]:
        """Return the drafts of templates by the template's id (mallutkast)."""
        with told(self.path):
            return template_drafts.read(self._connection)

    def save_draft(self, template: str, text: str, *, by: str, at: datetime) -> None:
        """Keep a draft of a template in the place of the former one; one without text is thrown away."""
        with told(self.path), transaction(self._connection):
            template_drafts.put(self._connection, template, TemplateDraft(text, by, at))

    def acts(self) -> list[Act]:
        """Return what was done on which day, the oldest first: it stands beside the plan and in no version of it."""
        with told(self.path):
            return plan_acts.read(self._connection)

    def note_act(self, act: Act) -> Act:
        """Note that something was done, and return it with its id."""
        with told(self.path), transaction(self._connection):
            return plan_acts.put(self._connection, act)

    def forget_act(self, act: Act) -> None:
        """Take back that something was done."""
        with told(self.path), transaction(self._connection):
            plan_acts.delete(self._connection, act)

    def adopt(self, plan: Plan, *, by: str, at: datetime, note: str = "") -> Edit:
        """Make this plan the one that stands and freeze it as an adopted version, in one transaction (anta, PL2)."""
        before, after = plan_tables.changes(self.plan(), plan)
        return self._change(Edit(0, at, by, VERSION, plan.version, before, after, note=note))

    def replace(self, plan: Plan, *, by: str, at: datetime, adopted: bool) -> Edit:
        """Make a plan from outside the one that stands; one that was adopted there is a version here as well."""
        edit = self.settle(plan, kind="plan", key=plan.version, by=by, at=at)
        known = {version.digest for version in self.versions()}
        if adopted and digest(encode_plan(self.plan())) not in known:
            with told(self.path), transaction(self._connection):
                plan_versions.put(self._connection, self.plan(), by=by, at=at)
        return edit

    def versions(self) -> list[Version]:
        """Return the adopted versions, the latest first."""
        with told(self.path):
            return plan_versions.read(self._connection)

    def plan_of(self, version: Version) -> Plan:
        """Return the plan of an adopted version. Raises `PlanDamaged` if it is not what was frozen."""
        with told(self.path):
            plan = plan_versions.plan_of(self._connection, version.id)
        if plan is None:
            raise PlanDamaged(self.path)
        return plan

    def _change(self, edit: Edit) -> Edit:
        """Write an edit: the rows, the history, the search index and the version it made, all or nothing."""
        with told(self.path), transaction(self._connection):
            self._connection.execute("PRAGMA defer_foreign_keys = ON")
            _apply(self._connection, edit)
            plan = plan_tables.read_plan_rows(self._connection)
            for fault in faults(plan):
                raise Refused(fault.sentence, **fault.values)
            plan_search.fill(self._connection, plan, {table for table, _key in edit.before | edit.after})
            cursor = self._connection.execute(
                'INSERT INTO edit (at, by, kind, "key", before, after, undoes, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
                (edit.at.isoformat(), *edit[2:5], _text(edit.before), _text(edit.after), edit.undoes, edit.note),
            )
            if edit.kind == VERSION:
                plan_versions.put(self._connection, plan, by=edit.by, at=edit.at, note=edit.note)
        self._read = None
        return edit._replace(id=int(cursor.lastrowid or 0))


def _apply(connection: driver.Connection, edit: Edit) -> None:
    """Delete the rows that go, update those that stay and insert those that come."""
    for place in reversed(edit.before):
        if place not in edit.after:
            plan_tables.delete(connection, place)
    for place, row in edit.after.items():
        plan_tables.put(connection, place, row, known=place in edit.before)


def _named(place: Place) -> tuple[str, str]:
    """Return a row's place as it stands in the history, for `_TOUCHES`."""
    return (f"{json.dumps([*place])[:-1]},",) * 2


def _text(found: dict[Place, Stored]) -> str:
    return json.dumps([[*place, row] for place, row in found.items()], ensure_ascii=False)


def _rows(text: str) -> dict[Place, Stored]:
    return {(table, tuple(key)): row for table, key, row in json.loads(text)}


def _edit(row: tuple[Any, ...]) -> Edit:
    id, at, by, kind, key, before, after, undoes, note = row
    return Edit(id, datetime.fromisoformat(at), by, kind, key, _rows(before), _rows(after), undoes, note)


def _make(path: Path, key: bytes | None) -> None:
    """Make a plan database with the sample plan, under another name until it is whole."""
    from krisapp.store.sample import sample_plan  # YAML is slow to import, and needed once

    plan = sample_plan()
    if not path.parent.is_dir():
        raise Missing(path.parent)
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.ny")
    try:
        with closing(driver.make(unfinished, key)) as connection:
            _migrate(connection)
            with transaction(connection):
                for place, row in plan_tables.rows_of(plan).items():
                    plan_tables.put(connection, place, row, known=False)
                plan_search.fill(connection, plan)
                if plan.adopted:
                    adopted = datetime.fromisoformat(plan.adopted).astimezone()
                    plan_versions.put(connection, plan, by=plan.owner, at=adopted)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _bring_up(path: Path, connection: driver.Connection) -> None:
    """See that the file is a plan of this version, and migrate it if it is older."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != plan_tables.APPLICATION:
        raise NotAPlan(path)
    names = connection.execute(
        "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id", (plan_tables.MIGRATION_SET,)
    ).fetchall()
    applied = [name for (name,) in names]
    known = plan_tables.MIGRATIONS
    if not set(applied) <= set(known):
        raise NewerFormat(path, found=len(applied), known=len(known))
    if len(applied) < len(known):
        _migrate(connection)
        with transaction(connection):
            # An older index knows nothing of what can be found since.
            plan_search.fill(connection, plan_tables.read_plan_rows(connection))


def _migrate(connection: driver.Connection) -> None:
    from krisapp.store.plan.plan_migrations import migrate  # sqlite-utils is slow to import

    migrate(connection)

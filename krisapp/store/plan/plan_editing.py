"""Editing the plan in the program: contacts, who holds which role, checklists (redigera planen).

Each edit is settled at once and returned, so that the window can offer to take it back.
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from msgspec.structs import replace

from krisapp.domain.delegation_rows import Delegation, PreApproval
from krisapp.domain.phrase_rows import Phrase, Translation
from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Audience, Checklist, Item, Person, Template
from krisapp.domain.planning.checklist_changing import with_list, without_list
from krisapp.domain.planning.newer_rows import Newer, take_over
from krisapp.domain.planning.plan_adoption import Adoption, adopt
from krisapp.domain.planning.plan_changing import held_by, moved, with_needs, with_row
from krisapp.domain.planning.plan_difference import Difference, take
from krisapp.domain.planning.plan_forms import Form
from krisapp.domain.planning.plan_references import without
from krisapp.domain.words import N_, Refused
from krisapp.store.newer_program import PROGRAM
from krisapp.store.plan.plan_store import Edit, PlanStore

R = TypeVar("R", Person, Checklist, Item, Audience, Phrase, Delegation, PreApproval, Template)


CONTACTS, EXPORT = "contacts", "export"
"""The kinds of an edit of several contacts at once, and of a note that private numbers left in a file."""


class PlanEditing:
    """A person who edits a plan database. `clock` gives the time now, with offset."""

    def __init__(self, store: PlanStore, by: str, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._by = by
        self._clock = clock

    def save_person(self, person: Person) -> Edit:
        """Add a contact, or give the contact of this id these values."""
        plan = self._store.plan()
        return self._settle(replace(plan, people=_put(plan.people, person)), "person", person.id)

    def save_people(self, people: Sequence[Person], source: str = "") -> Edit:
        """Add contacts or give them these values, as one edit that can be undone. `source` is the file they are of."""
        plan = self._store.plan()
        new = {person.id: person for person in people}
        kept = tuple(new.pop(person.id, person) for person in plan.people)
        return self._settle(replace(plan, people=(*kept, *new.values())), CONTACTS, source)

    def note_export(self, target: str, reason: str) -> Edit:
        """Note that private numbers left the plan in a file, and why (handbook 3.6). Raises `Refused` for no reason."""
        if not reason.strip():
            raise Refused(N_("Skriv varför de privata uppgifterna behövs. Skälet står i planens historik."))
        return self._settle(self._store.plan(), EXPORT, target, reason.strip())

    def delete_person(self, id: str) -> Edit:
        """Take a contact out of the list, out of every role and out of what was delegated to that person alone.

        What the person approved in advance falls too. Raises `Refused` if there is none.
        """
        plan = self._store.plan()
        if plan.person(id) is None:
            raise Refused(N_("Kontakten {id} finns inte längre."), id=id)
        kept = tuple(person for person in plan.people if person.id != id)
        roles = {holder.role for holder in plan.holders if holder.person == id}
        holders = plan.holders
        for role in roles:
            holders = held_by(replace(plan, holders=holders), role, [one for one in _holding(plan, role) if one != id])
        delegations = tuple(one for one in plan.delegations if one.person != id)
        pre_approvals = tuple(one for one in plan.pre_approvals if one.person != id)
        units = tuple(replace(one, contact="") if one.contact == id else one for one in plan.reporting_units)
        left = replace(plan, people=kept, holders=holders, delegations=delegations, pre_approvals=pre_approvals)
        left = replace(left, reporting_units=units)
        return self._settle(left, "person", id)

    def save_holders(self, role: str, people: Sequence[str]) -> Edit:
        """Say who holds a role: the ordinary first, then the deputies in calling order (ersättare)."""
        plan = self._store.plan()
        return self._settle(replace(plan, holders=held_by(plan, role, people)), "role", role)

    def save_checklist(self, checklist: Checklist) -> Edit:
        """Add a checklist, or give the one of this id this content. Its items are ranked as they stand."""
        plan = self._store.plan()
        items = tuple(replace(item, rank=rank) for rank, item in enumerate(checklist.items, 1))
        lists = _put(plan.checklists, replace(checklist, items=items))
        return self._settle(replace(plan, checklists=lists), "checklist", checklist.id)

    def save_list(
        self, checklist: Checklist, levels: Collection[str], types: Collection[str], *, new: bool = False
    ) -> Edit:
        """Add a checklist or change its head, and say which levels and types open it. Raises `Refused` in words."""
        changed = with_list(self._store.plan(), checklist, levels, types, new=new)
        return self._settle(changed, "checklist", checklist.id.strip())

    def delete_checklist(self, id: str) -> Edit:
        """Take a checklist away, and what opens it. Raises `Refused` if there is none."""
        return self._settle(without_list(self._store.plan(), id), "checklist", id)

    def save_item(self, checklist: str, item: Item) -> Edit:
        """Give the item of this id these values; a new one goes where its rank says."""
        current = self._checklist(checklist)
        others = [one for one in current.items if one.id != item.id]
        known = len(others) < len(current.items)
        place = next((n for n, one in enumerate(current.items) if one.id == item.id), item.rank - 1)
        others.insert(place if known else max(0, min(item.rank - 1, len(others))), item)
        return self.save_checklist(replace(current, items=tuple(others)))

    def delete_item(self, checklist: str, item: str) -> Edit:
        """Take an item out of a checklist."""
        current = self._checklist(checklist)
        kept = tuple(one for one in current.items if one.id != item)
        if len(kept) == len(current.items):
            raise Refused(N_("Punkten {item} finns inte längre."), item=item)
        return self.save_checklist(replace(current, items=kept))

    def move_item(self, checklist: str, item: str, rank: int) -> Edit:
        """Move an item to another place in its checklist, 1 being the first."""
        current = self._checklist(checklist)
        moved = next((one for one in current.items if one.id == item), None)
        if moved is None:
            raise Refused(N_("Punkten {item} finns inte längre."), item=item)
        others = [one for one in current.items if one.id != item]
        others.insert(max(0, min(rank - 1, len(others))), moved)
        return self.save_checklist(replace(current, items=tuple(others)))

    def save_audience(self, audience: Audience) -> Edit:
        """Give an audience other words. Raises `Refused` if its place or kind would change (P27, P61)."""
        plan = self._store.plan()
        return self._settle(replace(plan, audiences=_put(plan.audiences, audience)), "audience", audience.id)

    def save_translation(self, translation: Translation) -> Edit:
        """Say a phrase in another language, or sign it off as reviewed; one without text is taken away."""
        plan = self._store.plan()
        place = (translation.language, translation.phrase)
        others = tuple(one for one in plan.translations if (one.language, one.phrase) != place)
        kept = (*others, translation) if translation.text else others
        return self._settle(replace(plan, translations=kept), "phrase", translation.phrase)

    def save_delegation(self, line: Delegation | PreApproval) -> Edit:
        """Add a line of the delegation table or a template approved in advance, or give it these values."""
        plan = self._store.plan()
        if isinstance(line, Delegation):
            return self._settle(replace(plan, delegations=_put(plan.delegations, line)), "delegation", line.id)
        return self._settle(replace(plan, pre_approvals=_put(plan.pre_approvals, line)), "pre_approval", line.id)

    def delete_delegation(self, id: str) -> Edit:
        """Take a line of the delegation table or an approval in advance away. Raises `Refused` if there is none."""
        plan = self._store.plan()
        delegations = tuple(one for one in plan.delegations if one.id != id)
        pre_approvals = tuple(one for one in plan.pre_approvals if one.id != id)
        if len(delegations) < len(plan.delegations):
            return self._settle(replace(plan, delegations=delegations), "delegation", id)
        if len(pre_approvals) < len(plan.pre_approvals):
            return self._settle(replace(plan, pre_approvals=pre_approvals), "pre_approval", id)
        raise Refused(N_("Raden {id} finns inte längre."), id=id)

    def draft_template(self, id: str, text: str) -> None:
        """Keep a template's text as a draft that nothing is written from; without text the draft is thrown away."""
        self._store.save_draft(id, text, by=self._by, at=self._clock())

    def adopt_template(self, id: str, text: str, note: str) -> Edit:
        """Let a template have this text from now on (anta en mall), and say why; its draft is done with (ME13).

        Incidents under way keep the plan they started on. Raises `Refused` without a note, or if nothing is new.
        """
        if not note.strip():
            raise Refused(N_("Skriv i en mening vad som är nytt, så att andra förstår versionen."))
        plan = self._store.plan()
        if Template(id, text) in plan.templates:
            raise Refused(N_("Mallen har redan den texten."))
        changed = replace(plan, templates=_put(plan.templates, Template(id, text)))
        edit = self._settle(changed, "template", id, note.strip())
        self._store.save_draft(id, "", by=self._by, at=edit.at)
        return edit

    def take_from_program(self, program: Plan, chosen: Collection[Newer]) -> Edit:
        """Take newer rows of the program's own plan into this one, as one edit that can be undone."""
        return self._settle(take_over(self._store.plan(), program, chosen), PROGRAM, program.version)

    def save_row(self, form: Form, row: Any, values: Mapping[str, Any]) -> Edit:
        """Give a row of a table these values; one without an id is added. The edit's key is its id."""
        plan, id = with_row(self._store.plan(), form, row, values)
        return self._settle(plan, form.table, id)

    def delete_row(self, form: Form, id: str) -> Edit:
        """Take a row away, and what hung on it. Raises `Refused` while something cannot do without it."""
        return self._settle(without(self._store.plan(), form, id), form.table, id)

    def move_row(self, form: Form, id: str, step: int) -> Edit:
        """Move a row some steps down its table, or up."""
        return self._settle(moved(self._store.plan(), form, id, step), form.table, id)

    def save_needs(self, channel: str, needs: Mapping[str, tuple[str, str]]) -> Edit:
        """Give a channel these needs and notes in the matrix, by audience."""
        return self._settle(with_needs(self._store.plan(), channel, needs), "matrix", channel)

    def adopt(self, adoption: Adoption, note: str = "") -> Edit:
        """Adopt the plan as it stands: it is frozen as a version, which nothing takes back. Raises `Refused`."""
        taken = {version.name for version in self._store.versions()}
        return self._store.adopt(
            adopt(self._store.plan(), adoption, taken), by=self._by, at=self._clock(), note=note.strip()
        )

    def take_parts(self, other: Plan, chosen: Collection[Difference]) -> Edit:
        """Take the chosen things of another plan into this one, as one edit that can be undone."""
        return self._settle(take(self._store.plan(), other, chosen), "plan", other.version)

    def replace_plan(self, plan: Plan, *, adopted: bool = False) -> Edit:
        """Let an imported plan take the place of the whole one, as one edit that can be undone.

        If it was `adopted` elsewhere, that version is kept here too, unless it already is.
        """
        return self._store.replace(plan, by=self._by, at=self._clock(), adopted=adopted)

    def undo(self, edit: Edit) -> Edit:
        """Take an edit back. Raises `Refused` if it changed nothing, or somebody has changed the same thing since."""
        if edit.kind == EXPORT:
            raise Refused(N_("Uppgifterna har lämnat planen. Det går inte att ångra."))
        return self._store.undo(edit, by=self._by, at=self._clock())

    def _settle(self, plan: Plan, kind: str, key: str, note: str = "") -> Edit:
        return self._store.settle(plan, kind=kind, key=key, by=self._by, at=self._clock(), note=note)

    def _checklist(self, id: str) -> Checklist:
        found = self._store.plan().checklist(id)
        if found is None:
            raise Refused(N_("Checklistan {id} finns inte längre."), id=id)
        return found


def next_item_id(checklist: Checklist) -> str:
    """Return the id a new item of a checklist gets, one past the highest: K01-10."""
    numbers = [int(match[1]) for item in checklist.items if (match := re.search(r"-(\d+)$", item.id))]
    return f"{checklist.id}-{max(numbers, default=0) + 1:02d}"


def _put(rows: tuple[R, ...], row: R) -> tuple[R, ...]:
    """Return the rows with this one in the place of the one with its id, or last."""
    placed = [row if one.id == row.id else one for one in rows]
    if row not in placed:
        placed.append(row)
    return tuple(placed)


def _holding(plan: Plan, role: str) -> list[str]:
    return [holder.person for holder in plan.holders if holder.role == role]

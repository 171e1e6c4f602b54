"""What is to be done (att göra): which lists are open, what is due, and the next five for a role.

A list's times run from its anchor: T0 and W0 are the alarm; the others start when somebody opens the list. An item is
due at its time and overdue when half as long again has passed (domain handbook, chapter 4).
"""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.break_glass import items_owed
from krisapp.domain.checklists import OWED, Mark
from krisapp.domain.events import Stamp
from krisapp.domain.plan_rows import Checklist, Item
from krisapp.domain.words import N_

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

FROM_ALARM = frozenset({"T0", "W0"})
"""Anchors that are the alarm: its time, or that of the warning the incident was started for."""

INTERNAL = Item(
    id="P17",
    rank=0,
    text=N_("Ge förtroendevalda och medarbetare samma besked som invånarna har fått"),
    english="Tell the elected and the employees what the residents were told",
    role="KOM",
    offset=15,
    links=("message",),
)
"""What rule P17 adds when danger to life let residents go before the employees."""


class Urgency(StrEnum):
    """How late an item is."""

    AHEAD = "ahead"
    DUE = "due"
    OVERDUE = "overdue"
    UNTIMED = "untimed"


class Todo(msgspec.Struct, frozen=True):
    """An item as it stands in an incident: when it is due, and for whom."""

    item: Item
    checklist: str
    role: str
    due: datetime | None
    state: Mark
    reason: str
    notes: tuple[str, ...]
    by: Stamp | None
    anchor: datetime | None

    @property
    def owed(self) -> bool:
        """Return whether it is an approval or a retraction that is owed since a text went out without one."""
        return self.item.id.startswith(OWED)

    def urgency(self, now: datetime) -> Urgency:
        """Return how late it is: due at its time, overdue when half as long again has passed."""
        if self.due is None or self.anchor is None:
            return Urgency.UNTIMED
        if now < self.due:
            return Urgency.AHEAD
        return Urgency.OVERDUE if now >= self.due + (self.due - self.anchor) / 2 else Urgency.DUE


def lists_open(incident: "Incident") -> tuple[Checklist, ...]:
    """Return the lists of the level and the type, and those opened by hand, in the plan's order."""
    if incident.plan is None:
        return ()
    sheet = incident.sheet
    wanted = set(incident.opened)
    for level in incident.plan.levels:
        if level.id == sheet.level:
            wanted.update(level.opens)
    for kind in incident.plan.types:
        if kind.id == sheet.type:
            wanted.add(kind.checklist)
    return tuple(row for row in incident.plan.checklists if row.id in wanted)


def anchor_of(incident: "Incident", checklist: Checklist) -> datetime | None:
    """Return when a list's clock started, or None if nobody has started it."""
    register = incident.opened.get(checklist.id)
    if register and register.value:
        return register.value.anchor
    return incident.sheet.alarm_at if checklist.anchor in FROM_ALARM else None


def todos(incident: "Incident") -> list[Todo]:
    """Return every item of the open lists as it stands, list by list."""
    found = []
    if incident.internal_asked is not None:
        found.append(_todo(incident, INTERNAL, "", incident.internal_asked.at))
    if incident.unapproved:
        found += [_todo(incident, item, "", stamp.at) for item, stamp in items_owed(incident)]
    if incident.warnings:
        from krisapp.domain.warning_review import reviews  # here: few incidents ask for a warning

        found += [_todo(incident, item, "", due) for item, due in reviews(incident)]
    for checklist in lists_open(incident):
        anchor = anchor_of(incident, checklist)
        found += [_todo(incident, item, checklist.id, anchor) for item in checklist.items]
    return found


def _todo(incident: "Incident", item: Item, checklist: str, anchor: datetime | None) -> Todo:
    due = anchor + timedelta(minutes=item.offset) if anchor and item.offset is not None else None
    mark = incident.marks.get(item.id)
    if mark is None:
        # Most items are as the plan has them, and this is asked several times a second.
        return Todo(item, checklist, item.role, due, Mark.OPEN, "", (), None, anchor)
    ticked, moved = mark.mark.value, mark.role.value
    claims = mark.mark.claims
    return Todo(
        item=item,
        checklist=checklist,
        role=moved.role if moved else item.role,
        due=due,
        state=mark.state,
        reason=ticked.reason if ticked else "",
        notes=tuple(text for text, _stamp in mark.notes),
        by=claims[-1][1] if claims else None,
        anchor=anchor,
    )


def next_for(incident: "Incident", role: str, count: int = 5) -> list[Todo]:
    """Return a role's own next items (nästa fem), soonest due first; any role's when `role` is empty (rule CH1).

    What is out without approval concerns everybody, and stands first.
    """
    mine = [
        todo
        for todo in todos(incident)
        if todo.state is Mark.OPEN and todo.due is not None and (role in ("", todo.role) or todo.owed)
    ]
    mine.sort(key=lambda todo: (not todo.owed, todo.due is None, todo.due, todo.checklist, todo.item.rank))
    return mine[:count]


def late(incident: "Incident", now: datetime) -> list[Todo]:
    """Return the open items that are due or overdue now, longest late first (rule CH3)."""
    waiting = [todo for todo in todos(incident) if todo.state is Mark.OPEN and todo.due is not None and todo.due <= now]
    return sorted(waiting, key=lambda todo: todo.due or now)

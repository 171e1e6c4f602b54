"""What the checklists show (att göra): the next items of some roles, and all lists by phase as rows to unfold."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from krisapp.domain import todo
from krisapp.domain.checklists import Mark as Done
from krisapp.domain.incident import Incident
from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Checklist
from krisapp.domain.todo import Todo, Urgency
from krisapp.domain.words import _, ngettext
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.widgets.clock import SOON, at, span
from krisapp.ui.widgets.marks import Mark, Shape

NEXT = 5
ALL_ROLES = ""
MY_ROLES = "mine"


class Row(NamedTuple):
    """A row of the lists. `kind` is phase, list, idle (not started), shut (not opened) or item; `depth` its step in."""

    key: str
    kind: str
    depth: int
    text: str
    detail: str
    mark: Mark | None = None
    checklist: str = ""
    todo: Todo | None = None
    open: bool = False


def my_roles(plan: Plan, person: str) -> tuple[str, ...]:
    """Return the codes of the roles a person holds."""
    return tuple(role.id for role in plan.held_by(person))


def next_items(incident: Incident, roles: Iterable[str] | None, count: int = NEXT) -> list[Todo]:
    """Return the next items of some roles, soonest due first; of all roles when `roles` is None (rule CH1)."""
    if roles is None:
        return todo.next_for(incident, "", count)
    each = (one for role in dict.fromkeys(roles) if role for one in todo.next_for(incident, role, count))
    found = {one.item.id: one for one in each}  # what is owed stands first for every role, and is shown once
    return sorted(found.values(), key=lambda one: (not one.owed, one.due, one.checklist, one.item.rank))[:count]


def time_mark(one: Todo, now: datetime) -> Mark | None:
    """Return how long is left, or how late it is, in words, shape and tone."""
    if one.due is None:
        return None
    left = one.due - now
    if left > timedelta(0):
        word = _("om {span}").format(span=span(left + timedelta(seconds=59)))
        return Mark(word, Tone.NEUTRAL, Shape.CLOCK) if left > SOON / 3 else Mark(word, Tone.WAIT, Shape.CLOCK)
    late = -left
    word = _("{span} sen").format(span=span(late)) if late >= timedelta(minutes=1) else _("nu")
    if one.urgency(now) is Urgency.OVERDUE and late >= timedelta(minutes=1):
        return Mark(word, Tone.ALARM, Shape.TRIANGLE)
    return Mark(word, Tone.WAIT, Shape.HALF)


def state_mark(one: Todo, now: datetime) -> Mark | None:
    """Return an item's mark: what has become of it, or how long is left."""
    if one.state is Done.DONE:
        return Mark(_("klar"), Tone.GOOD, Shape.CHECK)
    if one.state is Done.NOT_APPLICABLE:
        return Mark(_("ej aktuell"), Tone.NEUTRAL, Shape.DASH)
    return time_mark(one, now) or Mark(_("när det behövs"), Tone.NEUTRAL, Shape.RING)


def item_detail(one: Todo, plan: Plan, incident: Incident, *, in_list: bool = False) -> str:
    """Return the quiet words beneath an item: role, its list unless it stands in it, what somebody wrote on it."""
    role = plan.role(one.role)
    known = None if in_list else plan.checklist(one.checklist)
    words = [role.name if role else one.role, known.name if known else "", one.item.id]
    if one.state is not Done.OPEN and one.by is not None:
        words.append(_("{name} kl. {time}").format(name=incident.name_of(one.by.person), time=at(one.by.at)))
    if one.reason:
        words.append(one.reason)
    words += one.notes
    return " · ".join(word for word in words if word)


def rows(incident: Incident, plan: Plan, now: datetime, unfolded: set[str], wanted: str = "") -> list[Row]:
    """Return the lists by phase, those unfolded with their items; with `wanted`, only what has the words in it.

    Lists that are not opened come last, and only in a search: nobody is shown 300 items (rule CH1).
    """
    words = wanted.lower().split()
    items: dict[str, list[Todo]] = {}
    for one in todo.todos(incident):
        items.setdefault(one.checklist, []).append(one)
    found: list[Row] = []
    phase = None
    for checklist in todo.lists_open(incident):
        own = items.get(checklist.id, [])
        shown = [one for one in own if _has(words, one.item.text, one.item.id, *one.notes)]
        named = _has(words, checklist.name, checklist.id)
        if words and not named and not shown:
            continue
        if checklist.phase != phase:
            phase = checklist.phase
            found.append(Row(f"phase {phase}", "phase", 0, phase[:1].upper() + phase[1:], ""))
        unfold = checklist.id in unfolded or bool(words and not named)
        found.append(_list_row(incident, checklist, own, now, unfold=unfold))
        if unfold:
            picked = own if named or not words else shown
            found += [_item_row(one, plan, incident, now) for one in picked]
    if words:
        found += _not_open(incident, plan, words)
    return found


def _has(words: list[str], *texts: str) -> bool:
    whole = " ".join(texts).lower()
    return all(word in whole for word in words)


def _list_row(incident: Incident, checklist: Checklist, items: list[Todo], now: datetime, *, unfold: bool) -> Row:
    anchor = todo.anchor_of(incident, checklist)
    done = sum(one.state is not Done.OPEN for one in items)
    if anchor is None:
        detail = _("Tiderna räknas från: {starts}. Enter startar listan.").format(starts=checklist.starts)
        mark = Mark(_("inte startad"), Tone.NEUTRAL, Shape.RING)
        return Row(checklist.id, "idle", 1, _title(checklist), detail, mark, checklist.id, open=unfold)
    late = sum(one.state is Done.OPEN and one.urgency(now) is Urgency.OVERDUE for one in items)
    words = _("{done} av {total}").format(done=done, total=len(items))
    detail = ngettext("{count} försenad", "{count} försenade", late).format(count=late) if late else ""
    if late:
        mark = Mark(words, Tone.ALARM, Shape.TRIANGLE)
    elif done == len(items):
        mark = Mark(words, Tone.GOOD, Shape.CHECK)
    else:
        mark = Mark(words, Tone.NEUTRAL, Shape.HALF if done else Shape.RING)
    return Row(checklist.id, "list", 1, _title(checklist), detail, mark, checklist.id, open=unfold)


def _item_row(one: Todo, plan: Plan, incident: Incident, now: datetime) -> Row:
    detail = item_detail(one, plan, incident, in_list=True)
    return Row(one.item.id, "item", 2, _(one.item.text), detail, state_mark(one, now), one.checklist, one)


def _not_open(incident: Incident, plan: Plan, words: list[str]) -> list[Row]:
    open_now = {checklist.id for checklist in todo.lists_open(incident)}
    others = [row for row in plan.checklists if row.id not in open_now and _has(words, row.name, row.id, row.phase)]
    if not others:
        return []
    detail = _("Enter öppnar listan. Tiderna räknas från nu.")
    mark = Mark(_("inte öppnad"), Tone.NEUTRAL, Shape.DASH)
    return [
        Row("phase others", "phase", 0, _("Andra listor"), ""),
        *(Row(row.id, "shut", 1, _title(row), detail, mark, row.id) for row in others),
    ]


def _title(checklist: Checklist) -> str:
    return f"{checklist.id} {checklist.name}"

"""Checklists on paper (checklistor): those open in an incident as they stand, or one of the plan to tick by hand."""

from collections.abc import Sequence
from datetime import datetime

from krisapp.documents.frame import STAFF, Block, fields, file_name, heading, incident_paper, sent_by, table, words
from krisapp.documents.paper import Paper
from krisapp.domain.checklists import Mark
from krisapp.domain.incident import Incident
from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Checklist, Item
from krisapp.domain.todo import Todo, todos
from krisapp.domain.words import N_, _

BOX = "□"
MARKS = {Mark.OPEN: BOX, Mark.DONE: "✓", Mark.NOT_APPLICABLE: "–"}
TO_TICK = ((N_("Nr"), 5), (N_("Roll"), 4), (N_("När"), 6), (N_("Vad"), 29), (N_("Klart kl."), 6), (N_("Av"), 6))


def checklists_paper(incident: Incident, now: datetime, only: str = "") -> Paper:
    """Return the open lists as they stand, or one of them by its code; what is not done has room to be ticked."""
    plan = incident.plan
    names = {one.id: f"{one.id} {one.name}" for one in plan.checklists} if plan else {}
    title = names.get(only, only) if only else _("Checklistor")
    shown = [one for one in todos(incident) if only in ("", one.checklist)]
    blocks: list[Block] = []
    for code in dict.fromkeys(one.checklist for one in shown):
        if not only:
            blocks.append(heading(names.get(code, code) or _("Att göra genast")))
        blocks.append(table(_columns(), [_row(incident, one) for one in shown if one.checklist == code], size=9.5))
    if not blocks:
        blocks.append(words(_("Ingen checklista är öppen.")))
    return incident_paper(incident, title, now, blocks)


def checklist_paper(plan: Plan, checklist: Checklist, now: datetime) -> Paper:
    """Return a list of the plan, to be ticked by hand."""
    title = f"{checklist.id} {checklist.name}"
    data = {
        **sent_by(plan, _(STAFF)),
        "title": title,
        "date": now.isoformat(timespec="minutes"),
        "stamps": [plan.version, _("Utskriven {date}").format(date=now.date())],
        "foot": f"{plan.version}, {title}",
        "blocks": checklist_blocks(plan, checklist),
    }
    return Paper(title=title, file_name=file_name(plan.version, title), data=data)


def checklist_blocks(plan: Plan, checklist: Checklist) -> list[Block]:
    """Return a list of the plan as its head and a table to tick in."""
    owner = plan.role(checklist.owner)
    head = [(_("Ansvarig"), owner.name if owner else ""), (_("Börjar när"), checklist.starts)]
    about = [fields(head)] if any(value for _name, value in head) else []
    rows = [[item.id, item.role, when(item), item.text, BOX, ""] for item in checklist.items]
    return [*about, table(_columns(), rows, size=9.5)]


def when(item: Item) -> str:
    """Return when a point is to be done, counted from where its list begins."""
    if item.offset is None:
        return _("vid behov")
    if item.offset == 0:
        return _("genast")
    hours, minutes = divmod(abs(item.offset), 60)
    sign = "–" if item.offset < 0 else "+"
    parts = [
        _("{hours} tim").format(hours=hours) if hours else "",
        _("{minutes} min").format(minutes=minutes) if minutes else "",
    ]
    return sign + " ".join(part for part in parts if part)


def _columns() -> Sequence[tuple[str, int]]:
    return [(_(name), width) for name, width in TO_TICK]


def _row(incident: Incident, one: Todo) -> list[str]:
    text = "\n".join((one.item.text, *(_("Anteckning: {note}").format(note=note) for note in one.notes)))
    if one.state is Mark.NOT_APPLICABLE:
        text = _("{text} Ej aktuellt: {reason}").format(text=text, reason=one.reason)
    done = f"{MARKS[one.state]} {one.by.at:%H.%M}" if one.by and one.state is not Mark.OPEN else MARKS[one.state]
    due = f"{one.due:%H.%M}" if one.due else when(one.item)
    by = incident.name_of(one.by.person) if one.by and one.state is not Mark.OPEN else ""
    return [one.item.id, one.role, due, text, done, by]

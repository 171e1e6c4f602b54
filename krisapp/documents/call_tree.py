"""The call tree of the plan (ringkedja): who rings whom within how many minutes of the alarm, before anything happens.

The numbered list of an incident, to note answers on, is `call_list`.
"""

from datetime import datetime

from krisapp.documents.frame import Block, file_name, heading, reached, sent_by, table, words
from krisapp.documents.paper import Paper
from krisapp.domain.contacts.contact_open import on_paper
from krisapp.domain.leading.alarm.alarm_chain import chain, numbers
from krisapp.domain.plan import Plan
from krisapp.domain.words import _


def call_tree(plan: Plan, now: datetime) -> Paper:
    """Return the tree of each level at which anybody is rung, for an incident of any kind."""
    title = _("Ringkedja")
    data = {
        **sent_by(plan, _("Krisledningen")),
        "title": title,
        "date": now.isoformat(timespec="minutes"),
        "stamps": [plan.version, _("Utskriven {date}").format(date=now.date())],
        "foot": _("{version}, utskriven {date}").format(version=plan.version, date=now.date()),
        "secrecy": _("Privata nummer. Lämna aldrig listan framme."),
        "landscape": True,
        "blocks": call_tree_blocks(plan) or [words(_("Ingen rings in: planen har inga roller med personer."))],
    }
    return Paper(title=title, file_name=file_name(plan.version, title), data=data)


def call_tree_blocks(plan: Plan, level: int = 2) -> list[Block]:
    """Return the tree as a heading and a table for each level of the plan; levels with the same tree stand together."""
    trees: dict[tuple[tuple[str, ...], ...], list[str]] = {}
    for one in plan.levels:
        rows = tuple(_rows(plan, one.id))
        if rows:
            trees.setdefault(rows, []).append(f"{one.id} {one.name}")
    columns = [(_("Inom"), 3), (_("Ringer"), 3), (_("Roll"), 9), (_("I ringordning"), 10), (_("Telefon"), 14)]
    blocks: list[Block] = []
    for tree, names in trees.items():
        blocks.append(heading(_("Vid {levels}").format(levels=", ".join(names)), level))
        blocks.append(table(columns, tree))
    return blocks


def _rows(plan: Plan, level: str) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for post in chain(plan, level, ""):
        role = plan.role(post.role)
        name = f"{role.id} {role.name}" if role else _("Utanför kommunen")
        for rank, id in enumerate(post.people):
            person = plan.person(id)
            called, found = on_paper(person, reached(numbers(person)) or "–") if person else (id, "–")
            first = (_("{minutes} min").format(minutes=post.within), post.caller, name) if not rank else ("", "", "")
            rows.append((*first, called, found))
        if not post.people:
            rows.append((_("{minutes} min").format(minutes=post.within), post.caller, name, _("ingen"), "–"))
    return rows

"""What the plan lacks before anything has happened (beredskapsläge): only what can be counted from the plan itself."""

from datetime import date, timedelta
from typing import NamedTuple

from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Person, Role
from krisapp.domain.words import _, ngettext
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.widgets.marks import Mark, Shape

FRESH = timedelta(days=92)
"""How old a check of a contact may be: contacts are checked every quarter (domain handbook 3.6)."""

NAMED = 4
"""How many names a row tells before it says how many more there are."""


class Lack(NamedTuple):
    """One thing that is not ready: what, which ones, and where it is mended (view and item)."""

    key: str
    title: str
    detail: str
    mark: Mark
    view: str
    item: str = ""


def readiness(plan: Plan, today: date) -> list[Lack]:
    """Return what is not ready, what stops work first; an empty list when all of it is."""
    found = (_unmanned(plan), _deputies(plan), _contacts(plan, today), _complements(plan), _review(plan, today))
    lacks = [lack for lack in found if lack is not None]
    return sorted(lacks, key=lambda lack: lack.mark.tone is not Tone.ALARM)


def _unmanned(plan: Plan) -> Lack | None:
    held = {holder.role for holder in plan.holders}
    empty = [role for role in plan.roles if role.id not in held]
    if not empty:
        return None
    title = ngettext("{count} roll utan person", "{count} roller utan person", len(empty))
    return Lack(
        "unmanned",
        title.format(count=len(empty)),
        _some([role.name for role in empty]),
        Mark(_("saknas"), Tone.ALARM, Shape.TRIANGLE),
        "contacts",
    )


def deputies_missing(plan: Plan) -> list[tuple[Role, int]]:
    """Return the manned roles with too few deputies, each with how many are missing (ersättare)."""
    holders: dict[str, int] = {}
    for holder in plan.holders:
        holders[holder.role] = holders.get(holder.role, 0) + 1
    missing = [(role, role.deputies_wanted + 1 - holders[role.id]) for role in plan.roles if role.id in holders]
    return [(role, count) for role, count in missing if count > 0]


def _deputies(plan: Plan) -> Lack | None:
    missing = deputies_missing(plan)
    if not missing:
        return None
    title = ngettext("{count} roll utan ersättare", "{count} roller utan ersättare", len(missing))
    names = [_("{role} ({count} till)").format(role=role.name, count=count) for role, count in missing]
    return Lack(
        "deputies",
        title.format(count=len(missing)),
        _some(names),
        Mark(_("saknas"), Tone.WAIT, Shape.HALF),
        "contacts",
    )


def contacts_stale(plan: Plan, today: date) -> list[Person]:
    """Return the contacts nobody has checked within `FRESH`, the longest unchecked first."""
    old = [person for person in plan.people if not person.checked or today - _day(person.checked) > FRESH]
    return sorted(old, key=lambda person: person.checked)


def _contacts(plan: Plan, today: date) -> Lack | None:
    old = contacts_stale(plan, today)
    if not old:
        return None
    title = ngettext("{count} gammal kontakt", "{count} gamla kontakter", len(old))
    return Lack(
        "contacts",
        title.format(count=len(old)),
        _("Inte kontrollerade på 92 dagar: {names}").format(names=_some([person.name for person in old])),
        Mark(_("kontrollera"), Tone.WAIT, Shape.CLOCK),
        "contacts",
        old[0].id,
    )


def _complements(plan: Plan) -> Lack | None:
    empty = [row for row in plan.complements if not row.version]
    if not empty:
        return None
    title = _("{count} av {total} dokument")
    return Lack(
        "complements",
        title.format(count=len(empty), total=len(plan.complements)),
        _("Kompletterande dokument: {names}").format(names=_some([row.name for row in empty])),
        Mark(_("saknas"), Tone.WAIT, Shape.RING),
        "plan",
        empty[0].id,
    )


def _review(plan: Plan, today: date) -> Lack | None:
    if not plan.review_due or _day(plan.review_due) >= today:
        return None
    return Lack(
        "review",
        _("Planen ska ses över"),
        _("Senast {date}. Ansvarig: {owner}").format(date=plan.review_due, owner=plan.owner or "–"),
        Mark(_("försenad"), Tone.ALARM, Shape.TRIANGLE),
        "plan",
    )


def _day(text: str) -> date:
    """Return an ISO date of the plan; one that cannot be read counts as the oldest."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return date.min


def _some(names: list[str]) -> str:
    shown = ", ".join(names[:NAMED])
    more = len(names) - NAMED
    return _("{names} och {count} till").format(names=shown, count=more) if more > 0 else shown

"""The rows of the screen of versions (versionsrader): the draft, the plan of the open incident, what was adopted."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from krisapp.domain.plan import Plan
from krisapp.domain.words import N_, _, ngettext
from krisapp.store.plan.plan_versions import Version
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.rows import Column

DRAFT, INCIDENT = "draft", "incident"
SOON = timedelta(days=60)
"""How long before its review a plan is said to be due."""


class VersionRow(NamedTuple):
    """A plan one can read or compare: what it is called, what is said of it, and how to get it."""

    key: str
    title: str
    detail: str
    mark: Mark
    plan: Callable[[], Plan]
    version: Version | None = None


def draft_row(plan: Plan, changes: int | None, after: str) -> VersionRow:
    """Return the row of the draft; `changes` is how many are not adopted, or None when nothing is kept as adopted."""
    if changes is None:
        detail, mark = _("Ingen antagen version finns sparad här"), Mark(_("inte antagen"), Tone.WAIT, Shape.RING)
    elif changes:
        count = ngettext("{count} ändring sedan {version} antogs", "{count} ändringar sedan {version} antogs", changes)
        detail = count.format(count=changes, version=after)
        mark = Mark(_("inte antaget"), Tone.WAIT, Shape.HALF)
    else:
        detail = _("Lika med {version} i det som antas").format(version=after)
        mark = Mark(_("lika"), Tone.GOOD, Shape.CHECK)
    return VersionRow(DRAFT, _("Utkast: planen som den är nu"), detail, mark, lambda: plan)


def incident_row(plan: Plan) -> VersionRow:
    """Return the row of the plan that the open incident runs on."""
    return VersionRow(
        INCIDENT,
        _("Händelsens plan"),
        _("{version}, som den var när händelsen startade").format(version=plan.version),
        Mark(_("pågår"), Tone.INFO, Shape.DIAMOND),
        lambda: plan,
    )


def adopted_rows(
    versions: Sequence[Version],
    holds: Version | None,
    plan_of: Callable[[Version], Plan],
    today: date,
    names: dict[str, str],
) -> list[VersionRow]:
    """Return a row for each adopted version, the latest first; `holds` is the one in force."""
    rows = []
    for version in versions:
        in_force = version is holds
        words = (
            _("antagen {date}").format(date=version.adopted),
            version.decision,
            _("ägare: {owner}").format(owner=version.owner),
            _("fryst av {name}").format(name=names.get(version.by, version.by)) if version.by != version.owner else "",
            _("ses över senast {date}").format(date=version.review_due) if in_force else "",
            version.note,
        )
        mark = review_mark(version.review_due, today) if in_force else Mark(_("gäller inte"), Tone.NEUTRAL, Shape.DASH)
        detail = " · ".join(word for word in words if word)
        rows.append(VersionRow(f"v{version.id}", version.name, detail, mark, _bound(plan_of, version), version))
    return rows


def review_mark(review_due: str, today: date) -> Mark:
    """Return whether the version in force is due for its review."""
    try:
        due = date.fromisoformat(review_due)
    except ValueError:
        return Mark(_("gäller"), Tone.GOOD, Shape.CHECK)
    if due < today:
        return Mark(_("gäller, översyn försenad"), Tone.ALARM, Shape.CLOCK)
    if due - today <= SOON:
        return Mark(_("gäller, översyn nära"), Tone.WAIT, Shape.CLOCK)
    return Mark(_("gäller"), Tone.GOOD, Shape.CHECK)


def _bound(plan_of: Callable[[Version], Plan], version: Version) -> Callable[[], Plan]:
    return lambda: plan_of(version)


def row_key(row: VersionRow) -> str:
    """Return what names a row."""
    return row.key


def _title(row: VersionRow) -> str:
    return row.title


def _detail(row: VersionRow) -> str:
    return row.detail


def _mark(row: VersionRow) -> Mark:
    return row.mark


COLUMNS = (Column[VersionRow](N_("Version"), _title, mark=_mark, detail=_detail),)

"""Where texts can be carried (mål): the boards, trygghetspunkter, doors, workplaces and desks of the plan."""

from typing import NamedTuple

from krisapp.domain.plan import Plan
from krisapp.domain.words import _


class Goal(NamedTuple):
    """Where a text can be carried: the id of the plan's row, the place (empty outside them), what it is called."""

    id: str
    place: str
    where: str


def goals(plan: Plan, channel: str, place: str = "") -> tuple[Goal, ...]:
    """Return where the texts of a channel are carried, in a place or everywhere.

    Notices hang on the boards and at the trygghetspunkter; leaflets and what is read aloud go from door to door.
    """
    towns = [row.id for row in plan.places if row.kind == "town" and place in ("", row.id)]
    boards = [Goal(row.id, row.place, row.site) for row in plan.notice_boards if place in ("", row.place)]
    sites = {(goal.place, goal.where) for goal in boards}
    points = [
        Goal(row.id, row.place, row.name)
        for row in plan.safe_points
        if place in ("", row.place) and (row.place, row.name) not in sites
    ]
    if channel in ("C12", "C18", "C19", "C20"):
        return (*boards, *points)
    if channel in ("C13", "C24"):
        return tuple(Goal("", town, _("dörr för dörr")) for town in towns)
    if channel in ("C22", "C23"):
        return tuple(Goal("", town, _("arbetsplatserna")) for town in towns)
    row = next((row for row in plan.channels if row.id == channel), None)
    return (Goal("", "", row.address or row.name),) if row else ()

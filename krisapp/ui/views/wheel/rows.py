"""The rows of the annual wheel (årshjulets rader): a month with what falls in it, and an occasion."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from krisapp.domain.months import MONTHS
from krisapp.domain.planning.year_wheel import STATE_NAMES, Occasion, State, day_words, month_of, state
from krisapp.domain.words import N_, _, ngettext
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.rows import Column

LOOKS = {
    State.DONE: (Tone.GOOD, Shape.CHECK),
    State.LATE: (Tone.WAIT, Shape.TRIANGLE),
    State.NOW: (Tone.INFO, Shape.CLOCK),
    State.AHEAD: (Tone.NEUTRAL, Shape.RING),
}
_WORST = (State.LATE, State.NOW, State.AHEAD)


class MonthRow(NamedTuple):
    """A month as the list shows it: its number, what falls in it, and how far that has come."""

    month: int
    detail: str
    mark: Mark | None


class DueRow(NamedTuple):
    """An occasion as the list shows it."""

    occasion: Occasion
    detail: str
    mark: Mark


def month_row(month: int, year: Sequence[Occasion], today: date) -> MonthRow:
    """Return a month with what falls in it of a year's occasions; its mark is of what is most urgent."""
    found = [one for one in year if month_of(one) == month]
    states = [state(one, today) for one in found]
    names = " · ".join(one.item.name for one in found)
    worst = next((one for one in _WORST if one in states), State.DONE)
    count = states.count(worst)
    words = {
        State.LATE: ngettext("{count} försenad", "{count} försenade", count),
        State.NOW: _("{count} att göra nu"),
        State.AHEAD: _("{count} kommande"),
    }
    word = words.get(worst, _(STATE_NAMES[worst])).format(count=count)
    return MonthRow(month, names or _("inget planerat"), Mark(word, *LOOKS[worst]) if found else None)


def due_row(one: Occasion, today: date) -> DueRow:
    """Return an occasion as a row of its month."""
    where = state(one, today)
    who = one.item.person or one.item.owner
    words = [day_words(one), who, one.item.note]
    word = _("klart {date}").format(date=one.done.day) if one.done else _(STATE_NAMES[where])
    return DueRow(one, " · ".join(part for part in words if part), Mark(word, *LOOKS[where]))


def month_key(row: MonthRow) -> int:
    """Return what names a month."""
    return row.month


def _month_name(row: MonthRow) -> str:
    return _(MONTHS[row.month - 1]).capitalize()


def _month_detail(row: MonthRow) -> str:
    return row.detail


def _month_mark(row: MonthRow) -> Mark | None:
    return row.mark


def due_key(row: DueRow) -> str:
    """Return what names an occasion."""
    return row.occasion.key


def _due_name(row: DueRow) -> str:
    return row.occasion.item.name


def _due_detail(row: DueRow) -> str:
    return row.detail


def _due_mark(row: DueRow) -> Mark | None:
    return row.mark


MONTH_COLUMNS = (Column[MonthRow](N_("Månad"), _month_name, mark=_month_mark, detail=_month_detail),)
DUE_COLUMNS = (Column[DueRow](N_("Punkt"), _due_name, mark=_due_mark, detail=_due_detail),)

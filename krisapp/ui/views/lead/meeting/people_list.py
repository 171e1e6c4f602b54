"""Who is there (närvarolista): the plan's people to tick with Space, those who were ticked at once first."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from krisapp.domain.plan import Plan
from krisapp.domain.words import N_, _
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.lead.acting import ActingList
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.rows import Column, RowsModel

TICK = "tick"


class _Person(NamedTuple):
    id: str
    name: str
    detail: str
    ticked: bool


class PeopleList(ActingList):
    """People to tick; `ticked` are those who are. Space and Enter tick and untick the chosen one."""

    def __init__(self, plan: Plan, ticked: Sequence[str], parent: QWidget) -> None:
        self._model = RowsModel[_Person](COLUMNS, _key, parent)
        super().__init__(self._model, {int(Qt.Key.Key_Space): TICK}, parent)
        self.setMinimumHeight(current().px(200))
        first = [_person(plan, id, ticked=True) for id in ticked]
        others = [_person(plan, one.id, ticked=False) for one in plan.people if one.id not in ticked]
        self._model.feed([*first, *sorted(others, key=lambda one: (not one.detail, one.name))])
        self.acted.connect(self._act)
        self.opened.connect(self._turn)

    @property
    def ticked(self) -> tuple[str, ...]:
        """Return the ids of those who are ticked."""
        return tuple(row.id for row in self._model.rows if row.ticked)

    def _act(self, act: str, row: object) -> None:
        if act == TICK:
            self._turn(row)

    def _turn(self, row: object) -> None:
        if isinstance(row, _Person):
            rows = self._model.rows
            self._model.feed([one._replace(ticked=not one.ticked) if one is row else one for one in rows])


def _person(plan: Plan, id: str, *, ticked: bool) -> _Person:
    known = plan.person(id)
    if known is None:
        return _Person(id, id, "", ticked)
    roles = ", ".join(role.id for role in plan.held_by(id))
    return _Person(id, known.name, " · ".join(part for part in (roles, known.function) if part), ticked)


def _key(row: _Person) -> str:
    return row.id


def _name(row: _Person) -> str:
    return row.name


def _detail(row: _Person) -> str:
    return row.detail


def _mark(row: _Person) -> Mark | None:
    return Mark(_("med"), Tone.GOOD, Shape.CHECK) if row.ticked else Mark(_("inte med"), Tone.NEUTRAL, Shape.RING)


COLUMNS = (Column[_Person](N_("Person"), _name, mark=_mark, detail=_detail),)

"""What differs between two plans (skillnader): a list in words, and the chosen thing field by field beside it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.domain.lines_beside import beside
from krisapp.domain.planning.plan_difference import CHANGE_NAMES, Change, Difference
from krisapp.domain.words import N_, _
from krisapp.store.plan.plan_showing import TABLE_NAMES, difference_words
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.plan.page.reading import Block, Reading, Voice
from krisapp.ui.widgets.card import Card
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.rows import Column, RowsModel
from krisapp.ui.widgets.two_panes import TwoPanes
from krisapp.ui.widgets.wrapped_list import WrappedList

CHANGE_MARKS = {
    Change.ADDED: (Tone.GOOD, Shape.DIAMOND),
    Change.REMOVED: (Tone.ALARM, Shape.CROSS),
    Change.CHANGED: (Tone.INFO, Shape.HALF),
    Change.MOVED: (Tone.NEUTRAL, Shape.BARS),
}


class DifferenceList(QWidget):
    """Shows differences. `opened` brings the one Enter was pressed on; `mark` says more than how it differs."""

    opened = Signal(object)

    def __init__(self, parent: QWidget, mark: Callable[[Difference], Mark] | None = None) -> None:
        super().__init__(parent)
        self._names = ("", "")
        columns = (Column[Difference](N_("Skillnad"), _title, mark=mark or change_mark, detail=_detail),)
        self.model = RowsModel[Difference](columns, difference_key, self)
        self.list = WrappedList(self.model, _("Skillnader"), self)
        around = Card("", self)
        self.page = Reading(around)
        around.body.addWidget(self.page)
        self.page.setAccessibleName(_("Sida vid sida"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(TwoPanes(self.list, around, self, narrow=520, stretch=(2, 3)), 1)
        self.list.chosen.connect(self._show)
        self.list.opened.connect(self.opened)

    def show_differences(self, found: Sequence[Difference], old: str, new: str) -> None:
        """Show what differs between the plans of these names."""
        self._names = (old, new)
        self.model.feed(list(found))
        if found and self.list.current is None:
            self.list.choose(difference_key(found[0]))
        self._show(self.list.current)

    def retranslate(self) -> None:
        """Set every word."""
        self.list.setAccessibleName(_("Skillnader"))
        self.page.setAccessibleName(_("Sida vid sida"))
        self.model.retranslate()

    def _show(self, row: object) -> None:
        self.page.show_blocks(_page(row, *self._names) if isinstance(row, Difference) else ())


def difference_key(one: Difference) -> tuple[str, str]:
    """Return what names a difference."""
    return one.table, one.key


def change_mark(one: Difference) -> Mark:
    """Return how a thing differs, by word and shape."""
    tone, shape = CHANGE_MARKS[one.change]
    return Mark(_(CHANGE_NAMES[one.change]), tone, shape)


def _table(one: Difference) -> str:
    return _(TABLE_NAMES.get(one.table, one.table)).capitalize()


def _title(one: Difference) -> str:
    return one.name


def _detail(one: Difference) -> str:
    labels = ", ".join(field.label for field in one.fields) if one.change is Change.CHANGED else ""
    return " · ".join(word for word in (_table(one), labels) if word)


def _page(one: Difference, old: str, new: str) -> list[Block]:
    blocks = [Block(Voice.TITLE, one.name), Block(Voice.QUIET, difference_words(one))]
    rows = [
        (field.label if number == 0 else "", before, after)
        for field in one.fields
        for number, (before, after) in enumerate(beside(field.old, field.new))
    ]
    if rows:
        head = (_("Fält"), old, new)
        blocks.append(Block(Voice.TABLE, _("Sida vid sida: {old}, {new}").format(old=old, new=new), rows=(head, *rows)))
    return blocks

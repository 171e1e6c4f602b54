"""The shelves of the plan (bibliotekets hyllor): each section with how many things lie in it."""

from typing import NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from krisapp.domain.plan import Plan
from krisapp.domain.words import N_, _
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Size, Space, Weight
from krisapp.ui.views.plan.page.sections import READABLE, SECTIONS, Section
from krisapp.ui.widgets.rows import Column, RowsModel
from krisapp.ui.widgets.wrapped_list import WrappedList


class Shelf(NamedTuple):
    """A section and how many things lie in it; None where there is nothing to count."""

    section: Section
    size: int | None


class Library(WrappedList):
    """Lists the sections; `chosen` and `opened` bring a `Shelf`."""

    def __init__(self, parent: QWidget) -> None:
        self._model = RowsModel[Shelf](_COLUMNS, _key, parent)
        super().__init__(self._model, "", parent)

    def show_plan(self, plan: Plan, *, readable: bool = False) -> None:
        """Count what lies on each shelf; with `readable` only those that show an old version too."""
        kept = [one for one in SECTIONS if not readable or one.things or one.key in READABLE]
        self._model.feed([Shelf(one, len(one.things(plan)) if one.things else None) for one in kept])
        self.updateGeometry()

    def retranslate(self) -> None:
        """Set every word."""
        self.setAccessibleName(_("Planens delar"))
        self._model.retranslate()

    def sizeHint(self) -> QSize:
        """Ask for the width that the longest word of a name needs, with its count."""
        return QSize(self.minimumSizeHint().width(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Do with no less width: a broken word is hard to read."""
        theme = current()
        words = (word for shelf in self._model.rows for word in _name(shelf).split())
        names = QFontMetrics(theme.font(Size.BODY, Weight.SEMIBOLD))
        counts = QFontMetrics(theme.font(Size.SMALL)).horizontalAdvance("000")
        wide = max((names.horizontalAdvance(word) for word in words), default=0) + counts
        room = 2 * theme.tight(Space.S) + theme.tight(Space.M) + self.verticalScrollBar().sizeHint().width() + 2
        return QSize(wide + room, super().minimumSizeHint().height())


def _key(shelf: Shelf) -> str:
    return shelf.section.key


def _name(shelf: Shelf) -> str:
    return _(shelf.section.name)


def _count(shelf: Shelf) -> str:
    return "" if shelf.size is None else str(shelf.size)


_COLUMNS = (Column[Shelf](N_("Del"), _name, note=_count),)

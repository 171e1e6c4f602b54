"""The parts of the screen Plan and where they stand: the library left, its things in the middle, the chosen right."""

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.plan.changing import PlanChanges
from krisapp.ui.views.plan.checklist.checklist_editor import ChecklistEditor
from krisapp.ui.views.plan.library import Library
from krisapp.ui.views.plan.page.reading import Reading
from krisapp.ui.views.plan.page.rules import Rules
from krisapp.ui.views.plan.page.sections import (
    DELEGATION,
    HISTORY,
    MATRIX,
    PHRASES,
    RULES,
    SECTIONS,
    THING_COLUMNS,
    VERSIONS,
    Thing,
    thing_key,
)
from krisapp.ui.views.plan.table.delegations import Delegations
from krisapp.ui.views.plan.table.matrix_table import MatrixTable
from krisapp.ui.views.plan.table.phrases import Phrases
from krisapp.ui.views.plan.table.row_tools import RowTools
from krisapp.ui.views.plan.version.history import History
from krisapp.ui.views.plan.version.newer_line import NewerLine
from krisapp.ui.views.plan.version.old_version import OldVersion
from krisapp.ui.views.view import View
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.card import Card
from krisapp.ui.widgets.empty import Empty
from krisapp.ui.widgets.fields import Search
from krisapp.ui.widgets.one_part import OnePart
from krisapp.ui.widgets.plain import label
from krisapp.ui.widgets.rows import RowsModel
from krisapp.ui.widgets.two_panes import TwoPanes
from krisapp.ui.widgets.wrapped_list import WrappedList

if TYPE_CHECKING:
    from krisapp.ui.views.plan.version.versions import Versions

ALONE = {
    MATRIX: "matrix",
    HISTORY: "history",
    PHRASES: "phrases",
    RULES: "rules",
    DELEGATION: "delegations",
    VERSIONS: "versions",
}
"""The sections that are a screen of their own, each with its name in `PlanLayout`."""

Screen = TypeVar("Screen", "MatrixTable", "History", "Phrases", "Rules", "Delegations", "Versions")


class PlanLayout(View):
    """The parts, laid out and named; what they do is the view's."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(live, parent)
        self.changes = PlanChanges(live, self)
        self.section = SECTIONS[0]
        self._words = ""
        self.search = Search("", self)
        self.library = Library(self)
        self._caption = label("", self, "caption", wrap=True)
        self.row_tools = RowTools(self)
        self._middle = OnePart(self)
        self.model = RowsModel[Thing](THING_COLUMNS, thing_key, self)
        self.things = WrappedList(self.model, "", self._middle)
        self._no_hits = Empty(self._middle, "search")
        self._right = OnePart(self)
        self._page = Card("", self._right)
        self.reading = Reading(self._page)
        self.checklist = ChecklistEditor(live, self.changes, self._right)
        self.checklist.offer(self.command)
        self._main = OnePart(self)
        self.newer = NewerLine(live, self.changes, self)
        self.old = OldVersion(self)
        self._frozen = label("", self, "quiet", wrap=True)
        self.edit_template = Button("", None, self._page, icon="pencil")
        self._lay_out()

    @cached_property
    def matrix(self) -> MatrixTable:
        """Return the screen of which audience is told by which channel."""
        made = MatrixTable(self._main)
        return self._alone(made, made.table)

    @cached_property
    def history(self) -> History:
        """Return the screen of what was changed."""
        made = History(self.live, self.changes, self._main)
        return self._alone(made, made.edits)

    @cached_property
    def phrases(self) -> Phrases:
        """Return the screen of phrases in other languages."""
        made = Phrases(self.live, self.changes, self._main)
        return self._alone(made, made.list)

    @cached_property
    def rules(self) -> Rules:
        """Return the screen of the rules of the policy."""
        made = Rules(self.live, self._main)
        return self._alone(made, made.list)

    @cached_property
    def delegations(self) -> Delegations:
        """Return the screen of who may approve what."""
        made = Delegations(self.live, self.changes, self._main)
        return self._alone(made, made.list)

    @cached_property
    def versions(self) -> "Versions":
        """Return the screen of versions."""
        from krisapp.ui.views.plan.version.versions import Versions

        made = Versions(self.live, self.changes, self._main)
        made.opened.connect(self.old.read)
        return self._alone(made, made.list)

    def _alone(self, made: Screen, focus: QWidget) -> Screen:
        """Take in a screen that fills the middle by itself, made when somebody first goes there."""
        self._main.add(made)
        made.setFocusProxy(focus)
        made.retranslate()
        return made

    def _lay_out(self) -> None:
        self.tools.addWidget(self.search)
        self._page.head(self.edit_template)
        self._page.body.addWidget(self.reading)
        self._page.body.setContentsMargins(0, 0, 0, 0)
        self._left = QWidget(self._main)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(Space.XS)
        left.addWidget(self._caption)
        left.addWidget(self.row_tools)
        left.addWidget(self._middle, 1)
        for stack, parts in (
            (self._middle, (self.things, self._no_hits)),
            (self._right, (self._page, self.checklist)),
        ):
            for part in parts:
                stack.add(part)
        self._panes = TwoPanes(self._left, self._right, self._main, narrow=500)
        self._main.add(self._panes)
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(TwoPanes(self.library, self._main, whole, narrow=600, stretch=(0, 1)))
        self.body.addWidget(self.old)
        self.body.addWidget(self.newer)
        self.body.addWidget(whole, 1)
        self.body.addWidget(self._frozen)

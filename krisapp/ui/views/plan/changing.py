"""Changing the plan from the window (ändra i planen): settle, tell every view, and offer the way back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from krisapp.domain.words import N_, Refused, _
from krisapp.store.plan.plan_editing import PlanEditing
from krisapp.store.plan.plan_store import Edit
from krisapp.ui.attempt import attempt
from krisapp.ui.live import Live
from krisapp.ui.widgets.toast import Toast


class PlanChanges(QObject):
    """Changes the plan on behalf of one view. What was changed here can be undone, latest first."""

    def __init__(self, live: Live, view: QWidget) -> None:
        super().__init__(view)
        self._live, self._view = live, view
        self._done: list[Edit] = []

    def change(self, near: QWidget, words: str, act: Callable[[PlanEditing], Edit]) -> bool:
        """Do an edit and say `words` in the toast; a refusal is told by `near`. Return whether it was done."""
        return attempt(near, partial(self._settle, words, act))

    def settle_for_good(self, near: QWidget, words: str, act: Callable[[PlanEditing], Edit]) -> bool:
        """Do what cannot be undone, such as adopting the plan, and say `words`; a refusal is told by `near`."""
        return attempt(near, partial(self._settle_for_good, words, act))

    def keep(self, near: QWidget, words: str, act: Callable[[PlanEditing], None]) -> bool:
        """Do what changes nothing that stands, such as saving a draft, and say `words`; a refusal is told by `near`."""
        return attempt(near, partial(self._kept, words, act))

    def may_edit(self, near: QWidget) -> bool:
        """Return whether somebody is chosen who edits; if not, that is told by `near`."""
        return attempt(near, self._editing)

    def made_beside(self, words: str, edit: Edit) -> None:
        """Tell of an edit that was made in the background, say `words`, and offer the way back."""
        self._done.append(edit)
        self._tell()
        self._say(words, partial(self.undo, edit))

    def undo_latest(self) -> None:
        """Take back the latest change made in this view that still stands."""
        if self._done:
            self.undo(self._done[-1])

    def undo(self, edit: Edit) -> None:
        """Take a change back; the view says why when that cannot be done any longer."""
        if attempt(self._view, partial(self._take_back, edit)):
            self._say(_("Ändringen är ångrad."), None)

    def _settle(self, words: str, act: Callable[[PlanEditing], Edit]) -> None:
        self.made_beside(words, act(self._editing()))

    def _settle_for_good(self, words: str, act: Callable[[PlanEditing], Edit]) -> None:
        act(self._editing())
        self._done.clear()
        self._tell()
        self._say(words, None)

    def _kept(self, words: str, act: Callable[[PlanEditing], None]) -> None:
        act(self._editing())
        self._live.planned.emit()
        self._say(words, None)

    def _take_back(self, edit: Edit) -> None:
        self._editing().undo(edit)
        self._done = [one for one in self._done if one.id != edit.id]
        self._tell()

    def _editing(self) -> PlanEditing:
        """Return the hand that edits. The history of the plan says who changed what."""
        live = self._live
        if not live.person and live.workplace.plan.people:
            raise Refused(N_("Välj vem du är, längst upp till höger, så att planens historik vet vem som ändrar."))
        return PlanEditing(live.workplace.plans, live.person, live.now)

    def _tell(self) -> None:
        self._live.workplace.plan_changed()
        self._live.planned.emit()

    def _say(self, words: str, undo: Callable[[], object] | None) -> None:
        toast = self._view.window().findChild(Toast)
        if isinstance(toast, Toast):
            toast.say(words, undo)

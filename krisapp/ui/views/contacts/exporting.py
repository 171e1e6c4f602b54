"""Saving contacts as a file (export): made in the background, and noted in the history when private numbers leave."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from krisapp.domain.plan_rows import Person
from krisapp.domain.words import _
from krisapp.store.plan.plan_editing import PlanEditing
from krisapp.ui.live import Live
from krisapp.ui.views.plan.changing import PlanChanges
from krisapp.ui.views.saving import Saving, ask_path
from krisapp.ui.widgets.toast import Toast


class Exporting(QObject):
    """Asks what is to leave, and saves it."""

    def __init__(self, live: Live, changes: PlanChanges, view: QWidget) -> None:
        super().__init__(view)
        self._live, self._changes, self._view = live, changes, view
        self.saving = Saving(view)
        self.saving.saved.connect(self._say)

    def ask(self, chosen: Sequence[Person], group: str) -> None:
        """Ask whom and in which form, with these chosen in the list and this group shown."""
        from krisapp.ui.views.contacts.export_dialog import ExportDialog  # only for one who exports

        dialog = ExportDialog(self._live.workplace.plan.people, chosen, group, self._view)
        if dialog.run():
            title = _("Exportera kontakter")
            name = _("kontakter {day}").format(day=self._live.now().date().isoformat())
            path = ask_path(self._view, title, f"{name}{dialog.form}")
            if path is not None:
                path = path.with_suffix(dialog.form)
                self._begin(path, dialog.people, dialog.reason if dialog.private else "")
        dialog.deleteLater()

    def _begin(self, path: Path, people: Sequence[Person], reason: str) -> None:
        """Save; what is private leaves only when its reason stands in the history."""
        if reason and not self._changes.may_edit(self._view):
            return
        make = partial(_make, people, path.suffix, private=bool(reason))
        self.saving.begin(path, make, partial(self._note, path.name, reason) if reason else None)

    def _note(self, name: str, reason: str, _content: bytes) -> None:
        PlanEditing(self._live.workplace.plans, self._live.person, self._live.now).note_export(name, reason)
        self._live.planned.emit()

    def _say(self, path: Path, _content: bytes) -> None:
        toast = self._view.window().findChild(Toast)
        if isinstance(toast, Toast):
            toast.say(_("{name} är sparad.").format(name=path.name))


def _make(people: Sequence[Person], form: str, *, private: bool) -> bytes:
    from krisapp.documents.contact_list import contact_list  # openpyxl and vobject are slow to import

    return contact_list(people, form, private=private)

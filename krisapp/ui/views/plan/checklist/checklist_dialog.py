"""The head of a checklist (checklistans huvud): its name, what starts its time, who owns it, and what opens it."""

from collections.abc import Callable, Collection
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Checklist
from krisapp.domain.planning.checklist_changing import ANCHOR_NAMES
from krisapp.domain.words import _
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice, Field, Tick, text_field
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.page import scrolled


class Head(NamedTuple):
    """What the form says: the list, and the levels and types that open it."""

    checklist: Checklist
    levels: tuple[str, ...]
    types: tuple[str, ...]


Save = Callable[[QWidget, Head], bool]
"""Settles a head in the plan and tells whether that was done; a refusal is told by the widget."""


class ChecklistDialog(Dialog):
    """Adds a list, copies one or changes its head. A list that is there keeps its code."""

    def __init__(
        self,
        title: str,
        plan: Plan,
        before: Checklist,
        opened: tuple[Collection[str], ...],
        save: Save,
        parent: QWidget,
    ) -> None:
        super().__init__(title, parent, _("Spara"))
        self._before, self._save = before, save
        known = plan.checklist(before.id) is not None
        self.code = text_field("", self)
        self.code.setText(before.id)
        self.code.setReadOnly(known)
        self.name = text_field("", self)
        self.name.setText(before.name)
        self.anchor = self._choice([(key, f"{_(name).capitalize()} ({key})") for key, name in ANCHOR_NAMES.items()])
        self.anchor.choose(before.anchor)
        self.starts = text_field("", self)
        self.starts.setText(before.starts)
        self.phase = text_field("", self)
        self.phase.setText(before.phase)
        phases = QCompleter(list(dict.fromkeys(one.phase for one in plan.checklists if one.phase)), self)
        phases.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        self.phase.setCompleter(phases)
        roles = [("", _("Ingen")), *((role.id, f"{role.id} {role.name}") for role in plan.roles)]
        self.owner = self._choice(roles)
        self.owner.choose(before.owner)
        self.levels = {level.id: Tick(f"{level.id} {level.name}", self) for level in plan.levels}
        self.types = {kind.id: Tick(_type_words(kind.name, kind.checklist, before.id), self) for kind in plan.types}
        for ticks, chosen in zip((self.levels, self.types), opened, strict=True):
            for id, tick in ticks.items():
                tick.setChecked(id in chosen)
        self.code_field = Field(
            _("Kod"), self.code, self, _("Kort, till exempel K16. Punkterna heter K16-01 och så vidare.")
        )
        self.code_field.setVisible(not known)
        self._lay_out()
        # Qt itself would make no window higher than two thirds of the screen.
        self.resize(self.sizeHint())
        self.name.setFocus()

    def _choice(self, choices: list[tuple[str, str]]) -> Choice:
        choice = Choice("", self)
        # The longest name of a role must not decide how wide the form is.
        choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(16)
        choice.fill(choices)
        return choice

    def _lay_out(self) -> None:
        self._inside = QWidget(self)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, Space.S, 0)
        column.setSpacing(Space.M)
        column.addWidget(Field(_("Namn"), self.name, self))
        column.addWidget(self.code_field)
        column.addWidget(Field(_("Tiderna räknas från"), self.anchor, self))
        column.addWidget(Field(_("Starten med egna ord"), self.starts, self, _("Till exempel: beslut att öppna.")))
        column.addWidget(Field(_("Skede"), self.phase, self, _("Listor i samma skede står tillsammans i Att göra.")))
        column.addWidget(Field(_("Ansvarig"), self.owner, self))
        column.addWidget(Field(_("Öppnas av nivån"), self._ticks(self.levels), self))
        column.addWidget(Field(_("Öppnas av händelsen"), self._ticks(self.types), self))
        column.addStretch(1)
        self.body.addWidget(scrolled(self._inside, self), 1)

    def _ticks(self, ticks: dict[str, Tick]) -> QWidget:
        part = QWidget(self)
        row = Flow(part)
        for tick in ticks.values():
            row.addWidget(tick)
        return part

    def sizeHint(self) -> QSize:
        """Return room for the fields, but never more than the screen has."""
        theme, room = current(), self.screen().availableSize()
        return QSize(min(theme.px(640), room.width() - 40), min(theme.px(680), room.height() - 60))

    def press(self) -> None:
        """Save, or say why not; what was typed stays."""
        self.banner.hide()
        types = tuple(id for id, tick in self.types.items() if tick.isChecked())
        kind = self._before.type if self._before.type in types else next(iter(types), "")
        checklist = replace(
            self._before,
            id=self.code.text().strip(),
            name=self.name.text(),
            anchor=self.anchor.key,
            starts=self.starts.text(),
            phase=self.phase.text(),
            owner=self.owner.key,
            type=kind,
        )
        levels = tuple(id for id, tick in self.levels.items() if tick.isChecked())
        if self._save(self, Head(checklist, levels, types)):
            self.accept()


def _type_words(name: str, opens: str, own: str) -> str:
    """Return a type's name, and the list it opens now when that is another: it can open only one."""
    return _("{name} (öppnar nu {list})").format(name=name, list=opens) if opens not in ("", own) else name

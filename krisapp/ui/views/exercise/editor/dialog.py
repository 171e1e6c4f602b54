"""The editor of a scenario (scenarioredigeraren): its beginning above, its injects in order beneath."""

import re
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from krisapp.domain.exercising.scenario import Beginning, Inject, Scenario
from krisapp.domain.words import N_, Refused, _
from krisapp.store import scenario_files
from krisapp.store.bad_input import BadInput
from krisapp.ui.live import Live
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.exercise.director.inject_rows import COLUMNS, InjectRow, row_key, written_row
from krisapp.ui.views.exercise.editor.inject_dialog import InjectDialog
from krisapp.ui.views.lead.acting import ActingList
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.card import Card
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice, Field, Tick, text_field
from krisapp.ui.widgets.page import scrolled
from krisapp.ui.widgets.plain import tooltip
from krisapp.ui.widgets.rows import RowsModel
from krisapp.ui.widgets.two_panes import TwoPanes

NEW, EDIT, REMOVE, COPY = "new", "edit", "remove", "copy"

KEYS = {
    int(Qt.Key.Key_Insert): NEW,
    int(Qt.Key.Key_F4): EDIT,
    int(Qt.Key.Key_Delete): REMOVE,
    int(Qt.Key.Key_D): COPY,
}

FIELDS_WIDE = 360
"""Pixels the fields take at least, at text size 100 %."""

NO_NAME = N_("Ge scenariot ett namn.")


class ScenarioDialog(Dialog):
    """Edits a scenario. One of the program's own is saved as a copy; `saved` is the file that was written."""

    def __init__(self, live: Live, scenario: Scenario | None, path: Path | None, parent: QWidget) -> None:
        super().__init__(_("Scenario"), parent, _("Spara scenariot"))
        self._live, self._path, self._before = live, path, scenario
        self.saved: Path | None = None
        self.injects: list[Inject] = list(scenario.injects) if scenario else []
        plan = live.plan
        self.name, self.about, self.minutes, self.starts = (text_field("", self) for _number in range(4))
        self.sentence, self.places, self.roles, self.objectives = (text_field("", self) for _number in range(4))
        self.type, self.level = Choice("", self), Choice("", self)
        self.type.fill((row.id, row.name) for row in plan.types)
        self.level.fill((row.id, f"{row.id} {row.name}") for row in plan.levels)
        for part in (self.type, self.level):
            part.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            part.setMinimumContentsLength(10)
        self.danger = Tick(_("Fara för liv eller hälsa"), self)
        self.model = RowsModel[InjectRow](COLUMNS, row_key, self)
        self.list = ActingList(self.model, KEYS, self)
        self.list.setAccessibleName(_("Inspel i tidsordning"))
        self.list.acted.connect(self._act)
        self.list.opened.connect(partial(self._act, EDIT))
        self._card = Card("", self)
        self._fill(scenario)
        self._lay_out()
        self._show()
        self.name.setFocus()

    def _fill(self, scenario: Scenario | None) -> None:
        if scenario is None:
            self.minutes.setText("60")
            return
        first = scenario.incident
        own = self._path is not None
        for field, words in (
            (self.name, scenario.name if own else _("{name} (egen)").format(name=scenario.name)),
            (self.about, scenario.about),
            (self.minutes, str(scenario.minutes)),
            (self.starts, scenario.starts),
            (self.sentence, first.sentence),
            (self.places, ", ".join(first.places)),
            (self.roles, ", ".join(scenario.roles)),
            (self.objectives, ", ".join(scenario.objectives)),
        ):
            field.setText(words)
            field.setCursorPosition(0)
        self.type.choose(first.type)
        self.level.choose(first.level)
        self.danger.setChecked(first.danger_to_life)

    def _lay_out(self) -> None:
        bank = ", ".join(f"{one.id} {one.name}" for one in scenario_files.objectives())
        fields = (
            ((_("Namn"), self.name),),
            ((_("Längd i minuter"), self.minutes), (_("Börjar"), self.starts)),
            ((_("Vad handlar det om?"), self.about),),
            ((_("Vad har hänt, i en mening?"), self.sentence),),
            ((_("Var? Flera platser med komma emellan"), self.places),),
            ((_("Händelsetyp"), self.type), (_("Nivå"), self.level)),
            ((_("Roller"), self.roles),),
        )
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, Space.S, 0)
        column.setSpacing(Space.S)
        for row in fields:
            line = QHBoxLayout()
            line.setSpacing(Space.M)
            for words, part in row:
                line.addWidget(Field(words, part, self), 1)
            column.addLayout(line)
        column.addWidget(Field(_("Övningsmål, till exempel Ö1, Ö4"), self.objectives, self, bank))
        column.addWidget(self.danger)
        column.addStretch(1)
        self._card.body.addWidget(self.list, 1)
        for act, words, icon, key in (
            (NEW, _("Nytt inspel …"), "plus", "Insert"),
            (EDIT, _("Ändra …"), "pencil", _("F4 eller Enter")),
            (COPY, _("Kopia"), "copy", "D"),
            (REMOVE, _("Ta bort"), "trash", "Delete"),
        ):
            button = Button(words, partial(self._act, act, None), self, icon=icon)
            button.setAutoDefault(False)
            tooltip(button, key)
            self._card.head(button)
        left = scrolled(inside, self)
        left.setMinimumWidth(current().px(FIELDS_WIDE))
        self.body.addWidget(TwoPanes(left, self._card, self, narrow=800, stretch=(2, 3)), 1)

    def sizeHint(self) -> QSize:
        """Return most of the screen: the list is long."""
        room, theme = self.screen().availableSize(), current()
        return QSize(min(theme.px(1120), room.width() - 40), min(theme.px(760), room.height() - 60))

    def showEvent(self, event: QShowEvent) -> None:
        """Take the size it wants: Qt gives a dialog two thirds of the screen at most."""
        super().showEvent(event)
        self.resize(self.sizeHint())

    def decide(self) -> None:
        """Write the file and read it back; what is wrong is told with its line."""
        scenario = self._scenario()
        path = self._path or self._free(scenario.name)
        try:
            scenario_files.save_scenario(path, scenario, self._live.plan)
        except BadInput as no:
            raise Refused(str(no).replace("{", "{{").replace("}", "}}")) from no
        self.saved = path

    def _scenario(self) -> Scenario:
        name, minutes = self.name.text().strip(), self.minutes.text().strip()
        if not name:
            raise Refused(NO_NAME)
        if not minutes.isdigit():
            raise Refused(N_("Skriv längden i minuter med siffror, till exempel 60."))
        first = Beginning(
            self.type.key, _parts(self.places), self.sentence.text().strip(), self.level.key, self.danger.isChecked()
        )
        if not first.places or not first.sentence:
            raise Refused(N_("Skriv vad som har hänt, och var."))
        made = Scenario(
            self._before.id if self._before and self._path else _id_of(name),
            name,
            int(minutes),
            first,
            tuple(self.injects),
            about=self.about.text().strip(),
            starts=self.starts.text().strip(),
            roles=_parts(self.roles),
            objectives=_parts(self.objectives),
        )
        return msgspec.structs.replace(made, goals=self._before.goals) if self._before else made

    def _free(self, name: str) -> Path:
        """Return a file name that is not taken."""
        folder = self._live.workplace.folder / scenario_files.FOLDER
        stem, number = _id_of(name), 1
        path = folder / f"{stem}.yaml"
        while path.exists():
            number += 1
            path = folder / f"{stem}-{number}.yaml"
        return path

    def _show(self, choose: str = "") -> None:
        self.injects.sort(key=lambda one: (one.reserve, one.at))
        self.list.feed([written_row(one) for one in self.injects])
        self._card.say(_("Inspel"), str(len(self.injects)))
        if choose:
            self.list.choose(choose)

    def _act(self, act: str, row: object) -> None:
        chosen = row if isinstance(row, InjectRow) else self.list.current
        if act == NEW:
            self._ask(None)
        elif isinstance(chosen, InjectRow):
            if act == EDIT:
                self._ask(chosen.inject)
            elif act == REMOVE:
                self.injects.remove(chosen.inject)
                self._show()
            elif act == COPY:
                self._add(msgspec.structs.replace(chosen.inject, id=self._next_id()))

    def _ask(self, before: Inject | None) -> None:
        last = max((one.at for one in self.injects), default=0)
        folder = self._path.parent if self._path else self._live.workplace.folder / scenario_files.FOLDER
        start = before or InjectDialog.blank(self._next_id(), last)
        others = [one.id for one in self.injects if one is not before]
        dialog = InjectDialog(self._live.plan, start, others, folder, self)
        if dialog.run() and dialog.made is not None:
            if before is not None:
                self.injects.remove(before)
            self._add(dialog.made)
        dialog.deleteLater()
        self.list.setFocus()

    def _add(self, inject: Inject) -> None:
        self.injects.append(inject)
        self.name.setModified(True)
        self._show(inject.id)

    def _next_id(self) -> str:
        """Return the next id in the row of those there are: A15 after A14."""
        taken = {one.id for one in self.injects}
        letters = next((match[0] for one in self.injects if (match := re.match(r"\D+", one.id))), "I")
        number = 1
        while f"{letters}{number}" in taken:
            number += 1
        return f"{letters}{number}"


def _parts(field: QLineEdit) -> tuple[str, ...]:
    return tuple(part.strip() for part in field.text().split(",") if part.strip())


def _id_of(name: str) -> str:
    plain = name.casefold().translate(str.maketrans("åäöé", "aaoe"))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "scenario"

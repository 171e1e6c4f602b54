"""The improvements beside the report (förbättringar), and those of earlier drills that are tried in this one."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.documents.exercise.evaluation_report import Earlier, standing_words, tried_words
from krisapp.domain.plan_rows import YearItem
from krisapp.domain.planning.year_form import YEAR_ITEM
from krisapp.domain.planning.year_wheel import When
from krisapp.domain.scoring.improvements import End, Improvement, Improvements, InWheel, end, owner_name
from krisapp.domain.words import N_, Refused, _
from krisapp.store.plan.plan_editing import PlanEditing
from krisapp.store.plan.plan_store import Edit
from krisapp.ui.attempt import attempt, tell_refused
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.exercise.score.improvement_dialog import DropDialog, ImprovementDialog, TriedDialog
from krisapp.ui.views.messages.told import told
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import label
from krisapp.ui.widgets.rows import Column, RowsModel
from krisapp.ui.widgets.wrapped_list import WrappedList

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class ItemRow(NamedTuple):
    """An improvement as the list shows it: one of this incident, or `earlier` one that is tried here."""

    id: str
    text: str
    detail: str
    mark: Mark
    earlier: Earlier | None = None


class ImprovementList(QWidget):
    """Ins adds, Enter changes or says whether one held, F8 puts one into the annual wheel, Del strikes one."""

    def __init__(self, live: "Live", parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live
        self._earlier: Sequence[Earlier] = ()
        self._title = label("", self, "heading")
        self.model = RowsModel[ItemRow](_COLUMNS, _key, self)
        self.list = WrappedList(self.model, "", self)
        self._none = label("", self, "quiet", wrap=True)
        self.new_button = Button("", self.add, self, icon="plus")
        self.wheel_button = Button("", self.to_wheel, self, icon="calendar")
        self.done_button = Button("", self.turn_done, self, icon="check")
        self.drop_button = Button("", self.drop, self, "bare", "trash")
        buttons = Flow()
        for button in (self.new_button, self.wheel_button, self.done_button, self.drop_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._title)
        column.addLayout(buttons)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        self.list.opened.connect(self.change)
        self.list.chosen.connect(self._offer)

    @property
    def chosen(self) -> Improvement | None:
        """Return the chosen improvement of this incident, or None."""
        row = self.list.current
        if not isinstance(row, ItemRow) or row.earlier is not None:
            return None
        return self._live.incident.part(Improvements).one(row.id)

    def show_all(self, earlier: Sequence[Earlier]) -> None:
        """Show the improvements, and the `earlier` ones that are tried here."""
        self._earlier = earlier
        incident = self._live.incident
        kept = incident.part(Improvements)
        rows = [_row(self._live, one) for one in kept.all]
        for one in earlier:
            register = kept.tried.get((one.origin, one.id))
            rows.append(_earlier_row(one, register.value.held if register and register.value else None))
        self.model.feed(rows)
        self.list.setVisible(bool(rows))
        self._none.setVisible(not rows)
        if rows and self.list.current is None:
            self.list.choose(_key(rows[0]))
        self._offer(self.list.current)

    def say(self) -> None:
        """Set every word in the language in force."""
        self._title.setText(_("Förbättringar"))
        self.list.setAccessibleName(_("Förbättringar, och de från tidigare som prövas"))
        self._none.setText(_("Ingen förbättring ännu. Skriv vad som ska bli bättre, vem som ansvarar och till när."))
        self.new_button.say(_("Ny …"))
        self.wheel_button.say(_("Till årshjulet"))
        self.done_button.say(_("Klar"))
        self.drop_button.say(_("Stryk …"))
        self.model.retranslate()

    def add(self) -> None:
        """Ask for a new improvement."""
        self._run(ImprovementDialog(self._live, None, self))

    def change(self, row: object = None) -> None:
        """Change the chosen improvement, or say whether an earlier one held."""
        row = row or self.list.current
        if isinstance(row, ItemRow) and row.earlier is not None:
            self._run(TriedDialog(self._live, row.earlier, self))
        elif one := self.chosen:
            self._run(ImprovementDialog(self._live, one, self))

    def turn_done(self) -> None:
        """Say that the chosen improvement is carried out, or that it is not after all."""
        one = self.chosen
        if one is None:
            return
        live, how = self._live, None if one.end else End.DONE

        def turn(to: End | None) -> bool:
            return attempt(self, lambda: live.do(end(live.incident, one.id, to)))

        if turn(how):
            words = _("Förbättringen är klar.") if how else _("Förbättringen är öppen igen.")
            told(self, words, partial(turn, None if how else End.DONE))

    def drop(self) -> None:
        """Ask why, and strike the chosen improvement."""
        one, live = self.chosen, self._live
        if one is None:
            return
        dialog = DropDialog(one.words.text, self)
        if dialog.run() and attempt(self, lambda: live.do(end(live.incident, one.id, End.DROPPED, dialog.why.text()))):
            told(
                self,
                _("Förbättringen är struken."),
                lambda: attempt(self, lambda: live.do(end(live.incident, one.id, None))),
            )
        dialog.deleteLater()

    def to_wheel(self) -> None:
        """Make the chosen improvement an item of the annual wheel, in the month it is due; go there if it is one."""
        one, live = self.chosen, self._live
        if one is None:
            return
        if one.wheel:
            live.shown.emit("wheel", one.wheel)
            return
        due = one.words.due
        if due is None:
            tell_refused(self, _("Sätt en dag då förbättringen ska vara klar, så att den får en plats i årshjulet."))
            return
        owner = one.words.owner if live.workplace.plan.role(one.words.owner) else ""
        values = {
            "name": one.words.text[:120],
            "when": str(When.MONTH),
            "months": (str(due.month),),
            "year": due.year,
            "owner": owner,
            "note": _("Förbättring från {id} {name}. {text}").format(
                id=live.incident.id, name=live.incident.sheet.name, text=one.words.text
            ),
        }

        def add() -> None:
            if not live.desk.person:
                raise Refused(N_("Välj vem du är, längst upp till höger, så att journalen vet vem som skriver."))
            edit = self._editing().save_row(YEAR_ITEM, YearItem("", 0, "", ""), values)
            self._tell_plan()
            live.do(InWheel(one.id, edit.key))
            told(self, _("Förbättringen står i årshjulet."), lambda: attempt(self, partial(take_back, edit)))

        def take_back(edit: Edit) -> None:
            self._editing().undo(edit)
            self._tell_plan()
            live.do(InWheel(one.id, ""))

        attempt(self, add)

    def _editing(self) -> PlanEditing:
        live = self._live
        return PlanEditing(live.workplace.plans, live.person, live.now)

    def _tell_plan(self) -> None:
        self._live.workplace.plan_changed()
        self._live.planned.emit()

    def _run(self, dialog: ImprovementDialog | TriedDialog) -> None:
        dialog.run()
        dialog.deleteLater()

    def _offer(self, row: object) -> None:
        own = isinstance(row, ItemRow) and row.earlier is None
        for button in (self.wheel_button, self.done_button, self.drop_button):
            button.setEnabled(own)
        one = self.chosen
        self.wheel_button.say(_("Visa i årshjulet") if one and one.wheel else _("Till årshjulet"))
        self.done_button.say(_("Öppna igen") if one and one.end else _("Klar"))


def _row(live: "Live", one: Improvement) -> ItemRow:
    said = one.words
    parts = [owner_name(live.plan, said.owner) or _("ingen ansvarig")]
    parts.append(_("klart {day}").format(day=said.due.isoformat()) if said.due else _("ingen dag"))
    if one.said.contested:
        return ItemRow(one.id, said.text, ", ".join(parts), Mark(_("två versioner"), Tone.ALARM, Shape.TRIANGLE))
    late = said.due is not None and said.due < live.now().date() and not one.end
    if one.end:
        mark = Mark(standing_words(one), Tone.GOOD, Shape.CHECK)
    elif late:
        mark = Mark(_("försenad"), Tone.ALARM, Shape.CLOCK)
    else:
        mark = Mark(standing_words(one), Tone.NEUTRAL, Shape.HALF if one.wheel else Shape.RING)
    return ItemRow(one.id, said.text, ", ".join(parts), mark)


def _earlier_row(one: Earlier, held: bool | None) -> ItemRow:
    detail = _("Prövas, från {origin}. {owner}").format(origin=one.origin, owner=one.owner).strip()
    looks = {None: (Tone.WAIT, Shape.RING), True: (Tone.GOOD, Shape.CHECK), False: (Tone.ALARM, Shape.CROSS)}
    return ItemRow(one.id, one.text, detail, Mark(tried_words(held), *looks[held]), one)


def _key(row: ItemRow) -> tuple[str, str]:
    return (row.earlier.origin if row.earlier else "", row.id)


_COLUMNS = (
    Column[ItemRow](N_("Förbättring"), lambda row: row.text, mark=lambda row: row.mark, detail=lambda row: row.detail),
)

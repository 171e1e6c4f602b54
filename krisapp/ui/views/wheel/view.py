"""The screen Årshjul: twelve months to the left, the work of the chosen one to the right (rule P4, row PL7)."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.domain.months import MONTHS
from krisapp.domain.planning.acts import Act, ActKind
from krisapp.domain.planning.year_form import YEAR_ITEM
from krisapp.domain.planning.year_wheel import month_of, occasions, wheel_wanted
from krisapp.domain.words import N_, _, ngettext
from krisapp.ui.attempt import attempt
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.messages.told import told
from krisapp.ui.views.plan.changing import PlanChanges
from krisapp.ui.views.plan.table.row_acts import RowActs
from krisapp.ui.views.saving import Saving, ask_path
from krisapp.ui.views.view import View
from krisapp.ui.views.wheel.rows import (
    DUE_COLUMNS,
    MONTH_COLUMNS,
    DueRow,
    MonthRow,
    due_key,
    due_row,
    month_key,
    month_row,
)
from krisapp.ui.views.wheel.suggesting import Suggesting
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.empty import Empty
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.one_part import OnePart
from krisapp.ui.widgets.plain import label, tooltip
from krisapp.ui.widgets.row_list import RowList
from krisapp.ui.widgets.rows import RowsModel
from krisapp.ui.widgets.two_panes import TwoPanes
from krisapp.ui.widgets.wrapped_list import WrappedList


class Wheel(View):
    """A year at a time. Space says that something is done; Ins, F4 and Del add, change and remove recurring work."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(live, parent)
        self.year = live.now().year
        self.changes = PlanChanges(live, self)
        self._acts = RowActs(live, self.changes, self, self._went)
        self.earlier = Button("", self.go_earlier, self, icon="arrow-left")
        self.later = Button("", self.go_later, self, icon="arrow-right")
        self._year = label("", self, "heading")
        self.months_model = RowsModel[MonthRow](MONTH_COLUMNS, month_key, self)
        self.months = RowList(self.months_model, "", self, tight=True)
        self.model = RowsModel[DueRow](DUE_COLUMNS, due_key, self)
        self._caption = label("", self, "caption")
        self._right = OnePart(self)
        self.list = WrappedList(self.model, "", self._right)
        self._none = Empty(self._right, "calendar")
        self.suggesting = Suggesting(live, self.changes, self)
        self.suggest = Button("", self.suggesting.begin, self, icon="plus")
        self._none.offer(self.suggest)
        self.done = Button("", self.turn_done, self, icon="check")
        self.add = Button("", self.add_item, self, icon="plus")
        self.change = Button("", self.change_item, self, icon="pencil")
        self.remove = Button("", self.remove_item, self, "bare", "trash")
        self.made = Button("", self.make_year, self, "primary", "check")
        self.to_calendar = Button("", self.save_calendar, self, icon="save")
        self.to_paper = Button("", self.save_pdf, self, icon="print")
        self.saving = Saving(self)
        self.saving.saved.connect(self._tell_saved)
        self.months.chosen.connect(self._show_month)
        self.months.opened.connect(self._enter_month)
        self.list.opened.connect(self._open)
        self.list.chosen.connect(self._offer)
        self._lay_out()
        self._add_commands()

    def _lay_out(self) -> None:
        for part in (self.earlier, self._year, self.later, self.made, self.to_calendar, self.to_paper):
            self.tools.addWidget(part)
        right, buttons = QWidget(self), Flow()
        for button in (self.done, self.add, self.change, self.remove):
            buttons.addWidget(button)
        for one in (self.list, self._none):
            self._right.add(one)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._caption)
        column.addLayout(buttons)
        column.addWidget(self._right, 1)
        self.body.addWidget(TwoPanes(self.months, right, self, narrow=600, stretch=(4, 5)), 1)

    def _add_commands(self) -> None:
        for name, key, slot in (
            (N_("Ny punkt i årshjulet"), "Ctrl+N;Ins", self.add_item),
            (N_("Ändra punkten"), "F4", self.change_item),
            (N_("Ta bort punkten"), "Del", self.remove_item),
            (N_("Klart eller inte klart"), "Space", self.turn_done),
            (N_("Föregående år"), "Alt+Left", self.go_earlier),
            (N_("Nästa år"), "Alt+Right", self.go_later),
            (N_("Spara året som kalenderfil"), "Ctrl+S", self.save_calendar),
            (N_("Skriv ut året"), "Ctrl+P", self.save_pdf),
            (N_("Ångra den senaste ändringen av planen"), "Ctrl+Shift+Z", self.changes.undo_latest),
        ):
            self.command(name, key, slot)

    def start(self) -> None:
        """Begin in the months, at the present one."""
        self.months.setFocus()

    def refresh(self) -> None:
        """Show the year as the plan and what is done say."""
        now = self.live.now()
        today, workplace = now.date(), self.live.workplace
        acts = workplace.plans.acts()
        self._found = occasions(workplace.plan.year_wheel, self.year, acts)
        self.months_model.feed([month_row(number, self._found, today) for number in range(1, 13)])
        if not self.months.currentIndex().isValid():
            self.months.choose(today.month)
        self._show_month(self.months.current)
        wanted = wheel_wanted(acts, today)
        self.made.setVisible(wanted == self.year)
        if wanted is not None and wanted != self.year:
            words = _("Årshjulet för {year} är inte gjort än. Det görs före nyår (P4). Gå dit med Alt+högerpil.")
            self.banner.say(words.format(year=wanted), Tone.INFO)
        else:
            self.banner.hide()
        made = next((act for act in acts if act.kind is ActKind.WHEEL and act.about == str(self.year)), None)
        note = _("gjort {date}").format(date=made.day) if made else _("inte gjort än")
        self._year.setText(str(self.year))
        self.title(_("Årshjul"), note)

    def retranslate(self) -> None:
        """Set every word of the screen."""
        self.earlier.say(_("Föregående år"))
        self.later.say(_("Nästa år"))
        self.months.setAccessibleName(_("Månader"))
        self.done.say(_("Klart"))
        tooltip(self.done, _("Mellanslag"))
        self.add.say(_("Ny punkt …"))
        self.change.say(_("Ändra …"))
        self.remove.say(_("Ta bort"))
        self.made.say(_("Årshjulet är gjort"))
        tooltip(self.made, _("Punkterna för året är genomgångna och stämmer"))
        self.to_calendar.say(_("Spara som kalenderfil …"))
        self.to_paper.say(_("Spara som PDF …"))
        self.suggest.say(_("Lägg in programmets förslag"))
        self._none.say(_("Inget är planerat den här månaden"), _("Lägg till en punkt med Ins."))
        self.months_model.retranslate()
        self.model.retranslate()

    def show_item(self, key: str) -> None:
        """Go to a year."""
        if key.isdigit():
            self.year = int(key)
            self.refresh()

    def go_earlier(self) -> None:
        """Show the year before."""
        self.show_item(str(self.year - 1))

    def go_later(self) -> None:
        """Show the year after."""
        self.show_item(str(self.year + 1))

    def add_item(self) -> None:
        """Add recurring work."""
        self._acts.add(YEAR_ITEM)

    def change_item(self) -> None:
        """Change the chosen work, in every year."""
        row = self.list.current
        if isinstance(row, DueRow):
            self._acts.change(YEAR_ITEM, row.occasion.item.id)

    def remove_item(self) -> None:
        """Take the chosen work out of every year; it can be undone."""
        row = self.list.current
        if isinstance(row, DueRow):
            self._acts.remove(YEAR_ITEM, row.occasion.item.id)

    def turn_done(self) -> None:
        """Say that the chosen occasion is done, or that it is not; it can be taken back."""
        row = self.list.current
        if not isinstance(row, DueRow):
            return
        if row.occasion.done is not None:
            done = row.occasion.done
            self._act(partial(self._forget, done), _("Punkten är inte klar längre."), partial(self._keep, done))
        else:
            self._note_done(ActKind.DONE, row.occasion.key, _("{name} är klart.").format(name=row.occasion.item.name))

    def make_year(self) -> None:
        """Say that the wheel of the year is made (P4)."""
        self._note_done(ActKind.WHEEL, str(self.year), _("Årshjulet för {year} är gjort.").format(year=self.year))

    def save_calendar(self) -> None:
        """Ask where, and save the year as a calendar file."""
        self._save(_("Spara året som kalenderfil"), "ics", "year_calendar")

    def save_pdf(self) -> None:
        """Ask where, and save the year as PDF."""
        self._save(_("Spara året som PDF"), "pdf", "year_pdf")

    def _save(self, title: str, ending: str, form: str) -> None:
        path = ask_path(self, title, f"arshjul-{self.year}.{ending}")
        if path is not None:
            self.save_to(path, form)

    def save_to(self, path: Path, form: str) -> None:
        """Save the year to a file: `form` is year_calendar or year_pdf."""
        from krisapp.documents import year_plan  # here: the engine for documents is large

        plan, acts = self.live.workplace.plan, self.live.workplace.plans.acts()
        self.saving.begin(path, partial(getattr(year_plan, form), plan, self.year, acts, self.live.now()))

    def _tell_saved(self, path: Path, _content: bytes) -> None:
        told(self, _("Året ligger i {file}.").format(file=path.name))

    def _note_done(self, kind: ActKind, about: str, words: str) -> None:
        act = Act(kind, self.live.now().date(), self.live.person, about)
        kept: list[Act] = []
        self._act(lambda: kept.append(self._keep(act)), words, lambda: self._forget(kept[0]))

    def _act(self, do: Callable[[], object], words: str, undo: Callable[[], object]) -> None:
        if attempt(self, do):
            told(self, words, undo)

    def _keep(self, act: Act) -> Act:
        noted = self.live.workplace.plans.note_act(act)
        self.live.planned.emit()
        return noted

    def _forget(self, act: Act) -> None:
        self.live.workplace.plans.forget_act(act)
        self.live.planned.emit()

    def _went(self, _table: str, id: str) -> None:
        """Show where in the year something that was saved falls."""
        self.refresh()
        found = next((one for one in self._found if one.item.id == id), None)
        if found is not None:
            self.months.choose(month_of(found))
            self.list.choose(found.key)
        self.list.setFocus()

    def _show_month(self, row: object) -> None:
        if not isinstance(row, MonthRow):
            return
        today = self.live.now().date()
        found = [one for one in self._found if month_of(one) == row.month]
        self.model.feed([due_row(one, today) for one in found])
        told_count = ngettext("{month} {year}, {count} punkt", "{month} {year}, {count} punkter", len(found))
        name = _(MONTHS[row.month - 1]).capitalize()
        self._caption.setText(told_count.format(month=name, year=self.year, count=len(found)))
        self.list.setAccessibleName(self._caption.text())
        self.suggest.setVisible(not self.live.workplace.plan.year_wheel)
        self._right.show_part(self.list if found else self._none)
        if found and self.list.current is None:
            self.list.choose(found[0].key)
        self._offer(self.list.current)

    def _offer(self, row: object) -> None:
        due = row if isinstance(row, DueRow) and self.model.rows else None
        for button in (self.done, self.change, self.remove):
            button.setEnabled(due is not None)
        ready = due is not None and due.occasion.done is not None
        self.done.say(_("Inte klart") if ready else _("Klart"))

    def _enter_month(self, _row: object) -> None:
        if self.model.rows:
            self.list.setFocus()

    def _open(self, _row: object) -> None:
        self.change_item()

"""The versions of the plan (versioner, PL2): adopt the draft, compare any two, read an old one, carry one away."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from krisapp.domain.plan import Plan
from krisapp.domain.planning.plan_adoption import Adoption
from krisapp.domain.planning.plan_difference import differences
from krisapp.domain.planning.plan_in_force import unadopted
from krisapp.domain.words import _, ngettext
from krisapp.store.plan.plan_editing import PlanEditing
from krisapp.store.plan.plan_store import Edit
from krisapp.store.plan.plan_versions import version_of
from krisapp.ui.attempt import attempt
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.plan.changing import PlanChanges
from krisapp.ui.views.plan.version.carrying import Carrying
from krisapp.ui.views.plan.version.difference_list import DifferenceList
from krisapp.ui.views.plan.version.version_rows import (
    COLUMNS,
    DRAFT,
    VersionRow,
    adopted_rows,
    draft_row,
    incident_row,
    row_key,
)
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.fields import Choice
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.plain import label, tooltip
from krisapp.ui.widgets.rows import RowsModel
from krisapp.ui.widgets.wrapped_list import WrappedList


class Versions(QWidget):
    """Lists the draft and what was adopted; beneath, what differs between the chosen one and another."""

    opened = Signal(object)
    """Brings the `VersionRow` that is to be read."""

    def __init__(self, live: Live, changes: PlanChanges, parent: QWidget) -> None:
        super().__init__(parent)
        self._live, self._changes = live, changes
        self._plans: dict[str, Plan] = {}
        self.model = RowsModel[VersionRow](COLUMNS, row_key, self)
        self.list = WrappedList(self.model, "", self)
        self.adopt = Button("", self.adopt_draft, self, "primary")
        self.open = Button("", self.open_chosen, self, icon="eye")
        self.export = Button("", self.export_chosen, self, icon="save")
        self.take_in = Button("", self.choose_package, self, icon="folder")
        self._against = label("", self, "strong")
        self.other = Choice("", self)
        self._against.setBuddy(self.other)
        self._count = label("", self, "quiet", wrap=True)
        self.differences = DifferenceList(self)
        self.carrying = Carrying(live, changes, self)
        self._lay_out()
        self.list.chosen.connect(self._compare)
        self.list.opened.connect(self.opened)
        self.other.chose.connect(self._compare)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        tools = Flow()
        for part in (self.adopt, self.open, self.export, self.take_in):
            tools.addWidget(part)
        between = Flow()
        for other in (self._against, self.other, self._count):
            between.addWidget(other)
        column.addLayout(tools)
        column.addWidget(self.carrying)
        column.addWidget(self.list, 2)
        column.addLayout(between)
        column.addWidget(self.differences, 3)

    def refresh(self) -> None:
        """Show the versions as they stand."""
        live, plans = self._live, self._live.workplace.plans
        versions, draft = plans.versions(), live.workplace.plan
        holds = version_of(versions, draft)
        changes = len(unadopted(self._plan_of(holds.id), draft)) if holds else None
        names = {person.id: person.name for person in draft.people}
        rows = [draft_row(draft, changes, holds.name if holds else "")]
        if live.has_incident and live.incident.plan is not None:
            rows.append(incident_row(live.incident.plan))
        today = live.now().date()
        rows += adopted_rows(versions, holds, lambda version: self._plan_of(version.id), today, names)
        self.model.feed(rows)
        if self.list.current is None:
            self.list.choose(DRAFT)
        else:
            self._compare()

    def retranslate(self) -> None:
        """Set every word."""
        self.list.setAccessibleName(_("Planens versioner"))
        self.adopt.say(_("Anta utkastet …"))
        self.open.say(_("Läs"))
        tooltip(self.open, _("Öppnar den valda versionen så att den går att läsa men inte ändra (Enter)"))
        self.export.say(_("Spara som planpaket …"))
        tooltip(self.export, _("En fil med hela planen som läsbar text"))
        self.take_in.say(_("Läs in planpaket …"))
        self._against.setText(_("Jämför med"))
        self.other.setAccessibleName(_("Jämför med"))
        self.differences.retranslate()
        self.carrying.retranslate()
        self.model.retranslate()

    def adopt_draft(self) -> None:
        """Ask for the decision and adopt the plan as it stands."""
        from krisapp.ui.views.plan.version.adopt_dialog import AdoptPlan  # only once a year

        live = self._live
        latest = live.workplace.adopted_plan()
        changed = unadopted(latest, live.workplace.plan) if latest else []
        dialog = AdoptPlan(live.workplace.plan, changed, live.now().date(), self._adopt, self)
        dialog.run()
        dialog.deleteLater()

    def open_chosen(self) -> None:
        """Read the chosen version."""
        row = self.list.current
        if isinstance(row, VersionRow):
            self.opened.emit(row)

    def export_chosen(self) -> None:
        """Ask where to put the chosen version as a plan package."""
        row = self.list.current
        if not isinstance(row, VersionRow):
            return
        name = f"{row.plan().version} {row.title if row.version is None else ''}".split(":")[0].strip()
        pattern = _("Planpaket ({pattern})").format(pattern="*.zip")
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Spara som planpaket"), f"{name}.zip", pattern)
        if chosen:
            self.carrying.carry_out(row, Path(chosen).with_suffix(".zip"))

    def choose_package(self) -> None:
        """Ask for a plan package, and show what it has that the plan has not."""
        pattern = _("Planpaket ({pattern})").format(pattern="*.zip")
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Läs in planpaket"), "", pattern)
        if chosen:
            self.carrying.bring_in(Path(chosen))

    def _adopt(self, near: QWidget, adoption: Adoption, note: str) -> bool:
        act = partial(_adopted, adoption=adoption, note=note)
        return self._changes.settle_for_good(near, _("Planen är antagen."), act)

    def _plan_of(self, id: int) -> Plan:
        """Return the plan of a version, read once: it never changes."""
        key = f"v{id}"
        if key not in self._plans:
            plans = self._live.workplace.plans
            version = next(one for one in plans.versions() if one.id == id)
            self._plans[key] = plans.plan_of(version)
        return self._plans[key]

    def _compare(self, _chosen: object = None) -> None:
        """Tell what differs between the chosen version and the other: the draft, or for the draft what is adopted."""
        row = self.list.current
        if not isinstance(row, VersionRow):
            return
        others = [one for one in self.model.rows if one.key != row.key]
        usual = next((one.key for one in others if one.version or one.key == DRAFT), "")
        keep = self.other.key
        self.other.fill([(one.key, one.title) for one in others], keep if keep in {o.key for o in others} else usual)
        other = next((one for one in others if one.key == self.other.key), None)
        if other is not None:
            attempt(self, partial(self._show_differences, *sorted((row, other), key=_age)))
        for part in (self._against, self.other, self.differences):
            part.setVisible(other is not None)
        self._count.setVisible(other is not None)

    def _show_differences(self, old: VersionRow, new: VersionRow) -> None:
        found = differences(old.plan(), new.plan())
        self.differences.show_differences(found, old.title.split(":")[0], new.title.split(":")[0])
        count = len(found)
        words = ngettext("{count} skillnad", "{count} skillnader", count).format(count=count)
        self._count.setText(words if found else _("De är lika."))


def _age(row: VersionRow) -> tuple[int, int]:
    """Return what puts the older first: the adopted by their number, then the plan of the incident, then the draft."""
    return (0, row.version.id) if row.version else (2 if row.key == DRAFT else 1, 0)


def _adopted(editing: PlanEditing, *, adoption: Adoption, note: str) -> Edit:
    return editing.adopt(adoption, note)

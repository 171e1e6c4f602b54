"""The units that are to report (verksamheter som rapporterar): who is silent, whom to ask, and how often (rule P54)."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from krisapp.domain.leading.task import receiving
from krisapp.domain.leading.task.incoming import RHYTHM, Unit, unit_key, units
from krisapp.domain.words import N_, Refused, _
from krisapp.ui.live import Live
from krisapp.ui.views.lead.acting import UNDO, Acting, ActingList
from krisapp.ui.views.lead.task.incoming_rows import unit_row
from krisapp.ui.views.lead.task.task_rows import owners
from krisapp.ui.views.questions.listed import COLUMNS, Listed, row_key
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.card import Card
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice, Field, text_field
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.plain import tooltip
from krisapp.ui.widgets.rows import RowsModel

REPORT, ASK, CHANGE, RELEASE = "report", "ask", "change", "release"
_KEYS: dict[int, str] = {
    Qt.Key.Key_Space: REPORT,
    Qt.Key.Key_P: ASK,
    Qt.Key.Key_F4: CHANGE,
    Qt.Key.Key_Delete: RELEASE,
}


class UnitsCard(Card):
    """Lists the units, those due first. `report` is asked for when one of them reports."""

    def __init__(self, live: Live, acting: Acting, report: Callable[[str], None], parent: QWidget) -> None:
        super().__init__("", parent)
        self._live, self._acting, self._report = live, acting, report
        self.model = RowsModel[Listed](COLUMNS, row_key, self)
        self.list = ActingList(self.model, _KEYS, self)
        self.list.acted.connect(self._act)
        self.list.opened.connect(self._open)
        self.buttons = {act: Button("", self._press, self) for act in (REPORT, ASK, CHANGE, RELEASE)}
        self.add_button = Button("", self.add, self, icon="plus")
        acts = Flow()
        for button in (*self.buttons.values(), self.add_button):
            acts.addWidget(button)
        self.body.addWidget(self.list, 1)
        self.body.addLayout(acts)

    @property
    def unit(self) -> Unit | None:
        """Return the chosen unit."""
        row = self.list.current
        if not isinstance(row, Listed):
            return None
        return next((one for one in units(self._live.incident) if unit_key(one.name) == row.id), None)

    def refresh(self) -> None:
        """Show the units and how long each has been silent."""
        incident, now = self._live.incident, self._live.now()
        rows = [unit_row(one, incident, now) for one in units(incident)]
        self.list.feed(rows)
        for button in self.buttons.values():
            button.setEnabled(bool(rows))

    def retranslate(self) -> None:
        """Set every word."""
        self.say(_("Verksamheter"), _("gula när de har varit tysta för länge"))
        self.list.setAccessibleName(_("Verksamheter som ska rapportera, de som väntas först överst"))
        for act, words, key in (
            (REPORT, _("Ta emot rapport"), _("Mellanslag eller Enter")),
            (ASK, _("Har frågat dem"), "P"),
            (CHANGE, _("Ändra …"), "F4"),
            (RELEASE, _("Vänta inte på dem"), "Delete"),
        ):
            self.buttons[act].say(words)
            tooltip(self.buttons[act], key)
        self.add_button.say(_("Ny verksamhet …"))
        self.model.retranslate()

    def add(self) -> None:
        """Ask for a unit that is to report."""
        self._ask(_("Ny verksamhet"), None)

    def _press(self) -> None:
        pressed = self.sender()
        self._act(next((act for act, button in self.buttons.items() if button is pressed), ""), None)

    def _open(self, _row: object) -> None:
        self._act(REPORT, None)

    def _act(self, act: str, _row: object) -> None:
        unit, incident = self.unit, self._live.incident
        if act == UNDO:
            self._acting.take_back()
        elif unit is None:
            return
        elif act == REPORT:
            self._report(unit.name)
        elif act == ASK:
            self._acting.do(
                _("{unit} är tillfrågad.").format(unit=unit.name),
                lambda: [receiving.ask_unit(incident, unit.name)],
            )
        elif act == CHANGE:
            self._ask(unit.name, unit)
        elif act == RELEASE:
            self._acting.do(
                _("Ingen väntar på rapport från {unit}.").format(unit=unit.name),
                lambda: [receiving.release_unit(incident, unit.name)],
                lambda: [receiving.expect_unit(incident, unit.name, unit.contact, unit.minutes)],
            )

    def _ask(self, title: str, unit: Unit | None) -> None:
        dialog = UnitDialog(title, self._live, unit, self._save, self)
        dialog.run()
        dialog.deleteLater()

    def _save(self, name: str, contact: str, minutes: int) -> None:
        happened = receiving.expect_unit(self._live.incident, name, contact, minutes)
        said = _("{unit} ska rapportera inom {minutes} minuter.").format(unit=happened.unit, minutes=minutes)
        self._acting.do(said, lambda: [happened])


class UnitDialog(Dialog):
    """Asks which unit is to report, whom to ask, and how often."""

    def __init__(
        self, title: str, live: Live, unit: Unit | None, save: Callable[[str, str, int], None], parent: QWidget
    ) -> None:
        super().__init__(title, parent, _("Spara"))
        self._save, self._unit = save, unit
        self.name = text_field("", self)
        self.contact = Choice("", self)
        self.contact.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.contact.setMinimumContentsLength(24)
        known = {person.id for person in live.plan.people}
        people = [pair for pair in owners(live.plan, unit.contact if unit else "") if pair[0] in {"", *known}]
        self.contact.fill([("", _("Ingen särskild")), *people[1:]])
        self.minutes = text_field("", self)
        self.minutes.setText(str(unit.minutes if unit else RHYTHM))
        if unit is None:
            self.body.addWidget(Field(_("Verksamhet"), self.name, self))
        else:
            self.contact.choose(unit.contact)
        self.name.setVisible(unit is None)
        self.body.addWidget(Field(_("Vem frågar vi?"), self.contact, self))
        self.minutes_field = Field(_("Rapporterar inom"), self.minutes, self, _("Minuter. 120 är det vanliga."))
        self.body.addWidget(self.minutes_field)
        (self.name if unit is None else self.minutes).setFocus()

    def decide(self) -> None:
        """Save."""
        text = self.minutes.text().strip()
        if not (text.isascii() and text.isdigit() and len(text) < 5):
            self.minutes_field.refuse(_("Skriv minuter med siffror, till exempel 60."))
            raise Refused(N_("Skriv minuter med siffror, till exempel 60."))
        name = self._unit.name if self._unit else self.name.text()
        self._save(name, self.contact.key, int(text))

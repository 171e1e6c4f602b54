"""Writing a line with everything about it (utförlig post), and striking one with a reason (stryk)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from krisapp.domain import log
from krisapp.domain.facts import STATUS_NAMES, Status
from krisapp.domain.log import KIND_NAMES, WRITTEN_BY_HAND, Kind, Line
from krisapp.domain.records import secrecy
from krisapp.domain.words import N_, Refused, _
from krisapp.ui.attempt import attempt
from krisapp.ui.live import Live
from krisapp.ui.log_line import read_time
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice, Field, text_field
from krisapp.ui.widgets.plain import editor, label


class WriteDialog(Dialog):
    """A line with time of event, kind, source, role, status and secrecy. Ctrl+Enter saves."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(_("Ny loggpost"), parent, _("Spara"))
        self._live = live
        self.kind = Choice("", self)
        self.kind.fill((kind.value, _(KIND_NAMES[kind])) for kind in WRITTEN_BY_HAND)
        self.time = text_field("", self, _("nu"))
        self.text = editor("", self)
        self.source = text_field("", self, _("Räddningstjänsten, vakthavande"))
        self.role = Choice("", self)
        self.role.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.role.setMinimumContentsLength(16)
        own = {role.id for role in live.plan.held_by(live.person)}
        roles = sorted(live.plan.roles, key=lambda role: role.id not in own)
        self.role.fill([("", _("Ingen särskild")), *((role.id, role.name) for role in roles)])
        self.status = Choice("", self)
        self.status.fill([("", _("Ej bedömd")), *((status.value, _(STATUS_NAMES[status])) for status in Status)])
        self.ground = Choice("", self)
        self.ground.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.ground.setMinimumContentsLength(16)
        grounds = secrecy.grounds(live.plan)
        self.ground.fill([("", _("Inte hemlig")), *((key, f"{key} – {_(name)}") for key, name in grounds)])
        self.note = text_field("", self)
        self.setMinimumWidth(current().px(640))
        self._text_field = Field(_("Vad har hänt?"), self.text, self, _("Ctrl+Enter sparar."))
        self._time_field = Field(_("När hände det?"), self.time, self, _("Som 14.10. Tomt betyder nu."))
        self._row((Field(_("Slag"), self.kind, self), 1), (self._time_field, 1))
        self.body.addWidget(self._text_field, 1)
        self._row((Field(_("Källa"), self.source, self), 3), (Field(_("I rollen"), self.role, self), 2))
        self._row((Field(_("Hur säker är uppgiften?"), self.status, self), 3), (QWidget(self), 2))
        help = _("En hemlig post maskas när loggen lämnas ut. Lagrummet står kvar.")
        self._row(
            (Field(_("Sekretess enligt"), self.ground, self, help), 3),
            (Field(_("Varför den är hemlig"), self.note, self), 2),
        )
        self.text.setFocus()

    def _row(self, *parts: tuple[QWidget, int]) -> None:
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        for part, stretch in parts:
            row.addWidget(part, stretch, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def press(self) -> None:
        """Save the line, or say beside the field why not; what was typed stays."""
        self.banner.hide()
        for field in (self._text_field, self._time_field):
            field.clear_fault()
        if attempt(self, self._write):
            self.accept()

    def _write(self) -> None:
        try:
            happened = read_time(self.time.text(), self._live.now())
        except Refused as no:
            self._time_field.refuse(str(no))
            raise
        live, note = self._live, self.note.text().strip()
        if note and not self.ground.key:
            raise Refused(N_("Bara lagen sätter gränser (P31). Välj lagrummet som posten är hemlig enligt."))
        (stamp,) = live.desk.do(
            log.write(
                live.incident,
                Kind(self.kind.key),
                self.text.toPlainText(),
                happened,
                source=self.source.text().strip(),
                role=self.role.key,
                status=Status(self.status.key) if self.status.key else None,
                ground=self.ground.key,
            )
        )
        if note:
            live.do(secrecy.mark(live.incident, f"log:{stamp.id}", self.ground.key, note))


class StrikeDialog(Dialog):
    """Asks why a line is struck. The line stays readable, and the log tells who struck it and why (rule L1)."""

    def __init__(self, live: Live, line: Line, parent: QWidget) -> None:
        super().__init__(_("Stryk post {number}").format(number=line.label), parent, _("Stryk"))
        self._live, self._line = live, line
        self.setMinimumWidth(current().px(520))
        text = line.text if len(line.text) <= 300 else f"{line.text[:300]} …"
        self.body.addWidget(label(text, self, wrap=True))
        self.body.addWidget(
            label(_("Posten står kvar överstruken, med skälet och ditt namn."), self, "quiet", wrap=True)
        )
        self.reason = text_field("", self, _("Fel klockslag, rätt är 14.20"))
        self._field = Field(_("Varför stryks den?"), self.reason, self)
        self.body.addWidget(self._field)
        self.reason.setFocus()

    def press(self) -> None:
        """Strike, or say beneath the field why not."""
        self._field.clear_fault()
        if attempt(self._field, self._strike):
            self.accept()

    def _strike(self) -> None:
        self._live.do(log.strike(self._live.incident, self._line.stamp.id, self.reason.text()))


PROGRAMS_OWN = N_("Programmets egna poster kan inte strykas. Skriv en ny post i stället.")

"""The page Rapport under Efter: what the report says, drafted from the journal, and the improvements (row AA1)."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from krisapp.documents.exercise.evaluation_report import report_paper
from krisapp.domain.scoring.drafting import section_words
from krisapp.domain.scoring.evaluation import SECTION_NAMES, Section, write_section
from krisapp.domain.scoring.improvements import Improvements
from krisapp.domain.words import N_, Refused, _
from krisapp.store.scenario_files import objectives
from krisapp.ui.attempt import attempt
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.exercise.score.improvement_list import ImprovementList
from krisapp.ui.views.exercise.score.reading import Past, Scored, to_try
from krisapp.ui.views.exercise.score.scoring_job import Folder, Scoring
from krisapp.ui.views.messages.told import told
from krisapp.ui.views.paper_saving import show_paper
from krisapp.ui.views.tabbed import TabbedView, TabPage
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.fields import Field
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.page import scrolled
from krisapp.ui.widgets.plain import editor, label
from krisapp.ui.widgets.two_panes import TwoPanes

if TYPE_CHECKING:
    from krisapp.documents.exercise.evaluation_report import Earlier
    from krisapp.documents.paper import Paper
    from krisapp.ui.live import Live

_LINES = {Section.SUMMARY: 4, Section.WELL: 6, Section.CHANGE: 6, Section.AT_ONCE: 4}
"""How many lines of each section are in sight."""


class ReportPage(TabPage):
    """To the left the sections, each with its draft until somebody has saved other words; to the right what follows."""

    def __init__(self, live: "Live", view: TabbedView) -> None:
        super().__init__(live, view)
        self.scoring, self.folder = Scoring(live, self), Folder(live, self)
        self.scored: Scored | None = None
        self._of = ""
        self.earlier: list[Earlier] = []
        self._about = label("", self, "quiet", wrap=True)
        self.print_button = Button("", self.print, self, "primary", "print")
        self.save_button = Button("", self.save, self, icon="save")
        self._inside = QWidget(self)
        self.editors: dict[Section, QPlainTextEdit] = {section: editor("", self._inside) for section in Section}
        self._fields = {section: Field("", self.editors[section], self._inside) for section in Section}
        self.improvements = ImprovementList(live, self)
        self._lay_out()
        self.scoring.scored.connect(self._take)
        self.scoring.failed.connect(self._about.setText)
        self.folder.read.connect(self._take_past)
        for one in self.editors.values():
            one.modificationChanged.connect(self._offer)
        self.command(N_("Skriv ut rapporten"), "Ctrl+P", self.print)
        self.command(N_("Spara avsnitten"), "Ctrl+S", self.save)
        self.command(N_("Ny förbättring"), "Ctrl+N;Ins", self.improvements.add)
        self.command(N_("Till årshjulet"), "F8", self.improvements.to_wheel)
        self.command(N_("Förbättringen är klar"), "Space", self.improvements.turn_done, self.improvements.list)
        self.command(N_("Stryk förbättring"), "Del", self.improvements.drop, self.improvements.list)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, Space.S, 0)
        column.setSpacing(Space.M)
        for section, field in self._fields.items():
            edit = self.editors[section]
            edit.setFixedHeight(edit.fontMetrics().lineSpacing() * _LINES[section] + current().px(18))
            column.addWidget(field)
        column.addStretch(1)
        buttons = Flow()
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.save_button)
        top = QHBoxLayout()
        top.addLayout(buttons, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, Space.M, 0, 0)
        whole.setSpacing(Space.S)
        whole.addWidget(self._about)
        whole.addLayout(top)
        area = scrolled(self._inside, self)
        whole.addWidget(TwoPanes(area, self.improvements, self, narrow=860, stretch=(3, 2)), 1)

    def start(self) -> None:
        """Begin with the summary."""
        self.editors[Section.SUMMARY].setFocus()

    def refresh(self) -> None:
        """Show what is written, and count anew for the drafts."""
        if self._of != self.live.incident.id:
            self._of, self.scored, self.earlier = self.live.incident.id, None, []
            for one in self.editors.values():
                one.clear()
                one.document().setModified(False)
            self.folder.begin()
        self.scoring.begin()
        self.improvements.show_all(self.earlier)
        self._offer()

    def retranslate(self) -> None:
        """Set every word."""
        self._about.setText(
            _(
                "Utkastet är skrivet ur journalen. Ändra det som behövs. Utvärderingen ska vara klar inom 30 dagar. "
                "Förbättringarna följs upp efter 3 och 12 månader."
            )
        )
        self.print_button.say(_("Visa rapporten …"))
        self.save_button.say(_("Spara avsnitten"))
        for section, field in self._fields.items():
            field.say(_(SECTION_NAMES[section]))
            self.editors[section].setAccessibleName(_(SECTION_NAMES[section]))
        self.improvements.say()

    def save(self) -> None:
        """Save the sections that were changed."""
        if attempt(self, self._save):
            told(self, _("Avsnitten är sparade."))

    def print(self) -> None:
        """Show the report as it stands, to be printed or saved as PDF or Word; what was typed is saved first."""
        if attempt(self, self._save_if_changed):
            show_paper(self, self.paper)

    def paper(self) -> "Paper":
        """Return the report. Raises `Refused` until the journal has been read."""
        if self.scored is None:
            raise Refused(N_("Journalen läses fortfarande. Försök igen om en stund."))
        names = {one.id: one.name for one in objectives()}
        incident, scored = self.live.incident, self.scored
        return report_paper(incident, scored.account, scored.found, names, self.earlier, self.live.now())

    def _save(self) -> None:
        changed = [section for section in Section if self.editors[section].document().isModified()]
        if not changed:
            raise Refused(N_("Inget är ändrat."))
        events = [
            write_section(self.live.incident, section, self.editors[section].toPlainText()) for section in changed
        ]
        self.live.do(*events)
        # Not before: what the journal refused is still unsaved, and the next count would write over it.
        for section in changed:
            self.editors[section].document().setModified(False)

    def _save_if_changed(self) -> None:
        if any(one.document().isModified() for one in self.editors.values()):
            self._save()

    def _take(self, scored: Scored) -> None:
        self.scored = scored
        for section, edit in self.editors.items():
            words = section_words(self.live.incident, scored.account, scored.found, section)
            if not edit.document().isModified() and edit.toPlainText() != words:
                edit.setPlainText(words)
                edit.document().setModified(False)
        self._offer()

    def _take_past(self, past: list[Past]) -> None:
        if not self.live.has_incident:
            return
        incident = self.live.incident
        tried = incident.part(Improvements).tried
        known = to_try(past, incident.id, incident.sheet.alarm_at)
        # One that was tried here stays on the list, whatever has become of it where it stands.
        self.earlier = known + [one for one in self.earlier if (one.origin, one.id) in tried and one not in known]
        self.improvements.show_all(self.earlier)

    def _offer(self, *_changed: object) -> None:
        self.save_button.setEnabled(any(one.document().isModified() for one in self.editors.values()))
        self.print_button.setEnabled(self.scored is not None)

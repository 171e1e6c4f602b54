"""The situation picture (Lägesbild): what is known, unknown and assumed, each line with where it comes from.

Nothing is typed here but the judgement: impact, forecast, assumptions, needs. Versions are fixed and never change.
"""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout

from krisapp.documents.frame import file_name
from krisapp.documents.paper import Paper
from krisapp.documents.picture_text import heading_of, picture_paper, picture_text
from krisapp.domain.leading.picture.assessing import FIELDS
from krisapp.domain.leading.picture.picture import Change, Part, Pictures, changes, fix, picture
from krisapp.domain.leading.picture.picture_lines import BASIS_NAMES
from krisapp.domain.records.redaction import Redaction
from krisapp.domain.words import N_, _
from krisapp.ui.attempt import attempt
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.lead.picture.county_report import CountyReport
from krisapp.ui.views.lead.picture.picture_rows import (
    ALL,
    CHANGED,
    COLUMNS,
    PictureRow,
    change_rows,
    picture_rows,
    row_key,
)
from krisapp.ui.views.log_words import when
from krisapp.ui.views.messages.told import told
from krisapp.ui.views.paper_saving import show_paper
from krisapp.ui.views.saving import Saving, ask_path
from krisapp.ui.views.situation.form import Form
from krisapp.ui.views.situation.groups import Group
from krisapp.ui.views.tabbed import TabbedView, TabPage
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.fields import Choice
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.rows import RowsModel
from krisapp.ui.widgets.two_panes import TwoPanes
from krisapp.ui.widgets.wrapped_list import WrappedList

NOW = "now"
INTERNAL, OPEN = "internal", "open"
GROUPS = (
    Group(N_("Bedömning"), ("impact", "support_needed", "next_report")),
    Group(N_("Framåt"), ("forecast", "assumptions", "confidence", "consequences")),
)


class PicturePage(TabPage):
    """The picture as things stand, or one that was fixed; the judgement beside it, the report beneath."""

    def __init__(self, live: Live, view: TabbedView) -> None:
        super().__init__(live, view)
        self._saving = Saving(self)
        self._saving.saved.connect(self._tell_saved)
        self.which, self.basis, self.reader = Choice("", self), Choice("", self), Choice("", self)
        self.fix_button = Button("", self.fix, self, "primary", icon="check")
        self.copy_button = Button("", self.copy, self, icon="copy")
        self.paper_button = Button("", self.keep_paper, self, icon="document")
        self.model = RowsModel[PictureRow](COLUMNS, row_key, self)
        self.list = WrappedList(self.model, "", self)
        self.form = Form(live, self, GROUPS, {field.key: field for field in FIELDS})
        self.report = CountyReport(live, self)
        top = Flow()
        for part in (self.which, self.basis, self.reader, self.fix_button, self.copy_button, self.paper_button):
            top.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(top)
        column.addWidget(TwoPanes(self.list, self.form, self, narrow=760, stretch=(3, 2)), 1)
        column.addWidget(self.report)
        for choice in (self.which, self.basis, self.reader):
            choice.chose.connect(self._choose)
        self.list.opened.connect(self._open)
        self.command(N_("Fastställ lägesbilden"), "F8", self.fix)
        self.command(N_("Fyll i bedömningen"), "F4", self._judge)
        self.command(N_("Till listan"), "Ctrl+Down", self.list.setFocus)
        self.command(N_("Kopiera lägesbilden"), "Ctrl+Shift+C", self.copy)
        self.command(N_("Öppna lägesrapporten"), "F7", self.report.open)
        self.command(N_("Skriv ut lägesbilden"), "Ctrl+P", self.print)

    def start(self) -> None:
        """Begin in the list."""
        self.list.setFocus()

    def show_item(self, key: str) -> None:
        """Go to a field of the judgement, or to a version by its number."""
        if key in self.form.lines or key in {field.key for field in FIELDS}:
            self.form.go_to(key)
        elif self.which.findData(key) >= 0:
            self.which.choose(key)
            self.refresh()

    def refresh(self) -> None:
        """Show what the desk holds now; what is being typed stays."""
        now = self.live.now()
        versions = self.live.incident.part(Pictures).versions
        fixed = [
            (str(one.number), _("Lägesbild {number}, {time}").format(number=one.number, time=when(one.at, now)))
            for one in reversed(versions)
        ]
        self.which.fill([(NOW, _("Läget just nu")), *fixed], self.which.key or NOW)
        self._show()
        self.form.refresh({})
        self.report.refresh()

    def retranslate(self) -> None:
        """Set every word."""
        self.which.setAccessibleName(_("Visa lägesbild"))
        self.basis.setAccessibleName(_("Visa uppgifter"))
        self.basis.fill(
            [
                (ALL, _("Alla uppgifter")),
                *((basis.value, _("Bara {basis}").format(basis=_(name))) for basis, name in BASIS_NAMES.items()),
                (CHANGED, _("Ändrat sedan förra")),
            ]
        )
        self.reader.setAccessibleName(_("Version för"))
        self.reader.fill([(INTERNAL, _("Intern version")), (OPEN, _("Öppen version"))])
        self.fix_button.say(_("Fastställ  (F8)"))
        self.copy_button.say(_("Kopiera"))
        self.paper_button.say(_("PDF …"))
        self.list.setAccessibleName(_("Lägesbild. Enter öppnar raden där den står"))
        self.form.retranslate()
        self.report.retranslate()
        self.model.retranslate()

    def fix(self) -> None:
        """Fix the picture as it stands, under the next number."""
        if not self.form.save_all():
            return
        live = self.live
        if attempt(self, lambda: live.do(fix(live.incident, live.now()))):
            number = live.incident.part(Pictures).versions[-1].number
            told(self, _("Lägesbild {number} är fastställd och står i loggen.").format(number=number))

    def copy(self) -> None:
        """Copy the picture that is shown, in the version that is chosen."""
        number, at, parts, changed = self._shown()
        text = picture_text(self.live.incident, number, at, parts, changed, internal=self._internal)
        QGuiApplication.clipboard().setText(text)
        told(self, _("Lägesbilden är kopierad, intern version.") if self._internal else _("Lägesbilden är kopierad."))

    def keep_paper(self) -> None:
        """Save the picture that is shown as PDF; the work is done away from the window."""
        number, at, parts, changed = self._shown()
        name = f"{self.live.incident.id} {heading_of(number, at)}.pdf".replace("/", "-")
        path = ask_path(self, _("Spara lägesbilden"), name)
        if path is None:
            return
        paper = picture_paper(self.live.incident, number, at, parts, changed, internal=self._internal)

        def make() -> bytes:
            from krisapp.documents.pdf import compile_pdf  # here: its engine is large, and few pictures are printed

            return compile_pdf("report", paper)

        self._saving.begin(path, make)

    def print(self) -> None:
        """Show the picture to be printed, in the version that is chosen."""
        number, at, parts, changed = self._shown()
        paper = picture_paper(self.live.incident, number, at, parts, changed, internal=self._internal)
        name = file_name(self.live.incident.id, heading_of(number, at))
        show_paper(self, lambda: Paper(title=heading_of(number, at), file_name=name, data=paper))

    @property
    def _internal(self) -> bool:
        return self.reader.key != OPEN

    def _shown(self) -> tuple[int, datetime, Sequence[Part], Sequence[Change]]:
        """Return number, time, lines and changes of what is shown; number 0 is how things stand now."""
        incident, now = self.live.incident, self.live.now()
        versions = incident.part(Pictures).versions
        number = int(self.which.key) if self.which.key.isdigit() else 0
        before = versions[number - 2].parts if number > 1 else versions[-1].parts if versions and not number else None
        at, parts = (versions[number - 1].at, versions[number - 1].parts) if number else (now, picture(incident, now))
        return number, at, parts, changes(before, parts) if before is not None else ()

    def _show(self) -> None:
        _number, _at, parts, changed = self._shown()
        redaction = None if self._internal else Redaction(self.live.incident)
        self.model.feed(
            change_rows(changed, redaction)
            if self.basis.key == CHANGED
            else picture_rows(parts, self.basis.key, redaction)
        )

    def _choose(self, _key: str) -> None:
        self._show()

    def _open(self, row: PictureRow) -> None:
        if row.line is not None:
            self.live.shown.emit(row.line.view, row.line.item)

    def _judge(self) -> None:
        self.form.go_to_group(0)

    def _tell_saved(self, _path: object, _content: object) -> None:
        told(self, _("Lägesbilden är sparad som PDF."))

"""The editor of a template (mallredigerare, ME13): written beside a text it gives, kept as a draft, tried, adopted."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from krisapp.compose.template_checking import Misplaced, at_fault, look_over
from krisapp.compose.template_fault import TemplateFault
from krisapp.compose.template_trial import context_of, write_with
from krisapp.compose.writing import Writer, writer_for
from krisapp.domain.checks import Stage
from krisapp.domain.messages import STAGE_NAMES
from krisapp.domain.plan import Plan
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import N_, _
from krisapp.store.plan.plan_editing import PlanEditing
from krisapp.store.plan.plan_store import Edit
from krisapp.ui.attempt import attempt
from krisapp.ui.commands import command
from krisapp.ui.live import Live
from krisapp.ui.views.messages.blank_list import BlankList
from krisapp.ui.views.messages.figures import figures
from krisapp.ui.views.messages.findings import Found, located
from krisapp.ui.views.plan.changing import PlanChanges
from krisapp.ui.views.plan.template.template_adopting import AdoptDialog
from krisapp.ui.views.plan.template.template_fields import field_rows
from krisapp.ui.views.plan.template.template_grounds import Grounds, audiences_of, channels_of
from krisapp.ui.views.plan.template.template_layout import TemplateLayout
from krisapp.ui.views.plan.template.template_versions import VersionsDialog, versions

FOLLOWS = 50
"""Milliseconds after the last key until the preview follows: with the writing, under a tenth of a second."""


class TemplateEditor(TemplateLayout):
    """Edits one template of the plan. What is written is no draft before it is saved, and acts only when adopted."""

    def __init__(self, live: Live, changes: PlanChanges, template: str, parent: QWidget) -> None:
        super().__init__(_("Mall {template}").format(template=template), parent)
        self._live, self._changes, self.template = live, changes, template
        self._grounds = Grounds(live)
        self._faults: tuple[Misplaced, ...] = ()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(FOLLOWS)
        self._wait.timeout.connect(self.follow)
        self.confirm.setAutoDefault(False)
        self.cancel.setAutoDefault(False)
        self.cancel.say(_("Stäng"))
        self._fill_choices()
        draft = live.workplace.plans.drafts().get(template)
        self.source.show_source(draft.text if draft else self._adopted)
        self._connect()
        window = parent.window()
        self.resize(int(window.width() * 0.95), int(window.height() * 0.92))
        self._say_standing()
        self.follow()
        self.source.setFocus()

    def _fill_choices(self) -> None:
        grounds = self._grounds.all.items()
        own = _("{name} (arbetsplatsens)")
        names = [(key, one.name if one.invented else own.format(name=one.name)) for key, one in grounds]
        self.incident.fill(names, chosen=self._grounds.first_for(self.template))
        self.audience.fill(audiences_of(self._plan, self.template), chosen="E1")
        self.stage.fill([(str(stage), _(STAGE_NAMES[stage])) for stage in Stage])
        self._fill_channels()

    def _connect(self) -> None:
        self.source.textChanged.connect(self._wait.start)
        self.incident.chose.connect(self._choose)
        self.audience.chose.connect(self._choose)
        self.channel.chose.connect(self._choose)
        self.stage.chose.connect(self._choose)
        self.findings.chosen.connect(self._jump)
        self.insert.clicked.connect(self.insert_blank)
        self.go.clicked.connect(self.go_to_fault)
        self.versions.clicked.connect(self.show_versions)
        self.restore.clicked.connect(self._take_adopted)
        self.save.clicked.connect(self.save_draft)
        for name, key, slot in (
            (N_("Infoga fält"), "Ctrl+I", self.insert_blank),
            (N_("Spara utkast av mallen"), "Ctrl+S", self.save_draft),
            (N_("Gå till felet i mallen"), "F8", self.go_to_fault),
        ):
            command(self, name, key, slot)

    @property
    def _plan(self) -> Plan:
        return self._live.workplace.plan

    @property
    def _adopted(self) -> str:
        """Return the text in force."""
        return next((one.text for one in self._plan.templates if one.id == self.template), "")

    @property
    def text(self) -> str:
        """Return what is written."""
        return self.source.toPlainText()

    def press(self) -> None:
        """Try the template on the invented incidents, and adopt it if all its texts hold."""
        self.banner.hide()
        self.follow()
        if self._faults:
            fault = self._faults[0]
            told = _("Rätta felet först. Rad {line}: {sentence}")
            self.refuse(told.format(line=fault.line, sentence=fault.sentence))
            self.go_to_fault()
            return
        if self.text == self._adopted:
            self.refuse(_("Texten är den som redan gäller. Ändra något först."))
            return
        dialog = AdoptDialog(self._plan, self.template, self.text, self._grounds.invented(), self._adopt, self)
        adopted = dialog.run()
        wanted = dialog.wanted
        dialog.deleteLater()
        if adopted:
            self.source.document().setModified(False)
            self.accept()
        elif wanted is not None:
            self.show_case(wanted.incident, wanted.audience, wanted.channel, wanted.stage)

    def show_case(self, incident: str, audience: str, channel: str, stage: Stage) -> None:
        """Show the text of one incident, audience, channel and stage."""
        self.incident.choose(incident)
        self.audience.choose(audience)
        self._fill_channels()
        self.channel.choose(channel)
        self.stage.choose(str(stage))
        self.follow()
        self.findings.setFocus()

    def save_draft(self) -> None:
        """Keep what is written as a draft; the text in force needs none."""
        text = "" if self.text == self._adopted else self.text
        words = _("Utkastet är sparat.") if text else _("Mallen har inget utkast längre.")
        if self._changes.keep(self, words, partial(_draft, template=self.template, text=text)):
            self.source.document().setModified(False)
            self._say_standing()

    def insert_blank(self) -> None:
        """Let a blank be chosen by its value, and put it where the cursor is."""
        sheet = self._sheet()
        if sheet is None:
            return
        cell = self.audience.key, self.channel.key, Stage(self.stage.key)
        writer = writer_for(self._plan)
        blank = BlankList(field_rows(self._plan, sheet, context_of(writer, sheet, *cell), writer), self).choose()
        if blank:
            self.source.insertPlainText(blank)
        self.source.setFocus()

    def go_to_fault(self) -> None:
        """Put the cursor at the first fault."""
        if self._faults:
            self.source.go_to(self._faults[0])

    def show_versions(self) -> None:
        """Show the former versions; a chosen one is taken into the editor, and Ctrl+Z takes it back."""
        edits = self._live.workplace.plans.history_of(("template", (self.template,)))
        dialog = VersionsDialog(versions(self._plan, self.template, edits), self.text, self)
        if dialog.run():
            self.source.write_over(dialog.text)
        dialog.deleteLater()
        self.source.setFocus()

    def follow(self) -> None:
        """Let preview, findings and faults follow what is written."""
        self._wait.stop()
        templates = {one.id: one.text for one in self._plan.templates}
        self._faults = look_over(self.template, self.text, templates)
        sheet = self._sheet()
        if sheet is None:
            self._say_fault(_("Den här planen saknar händelsens orter. Välj en annan händelse."))
        elif self._faults:
            self._say_fault(_told(self._faults[0]))
        else:
            self._write(sheet)
        self.source.underline(self._faults)
        self.go.setVisible(bool(self._faults))

    def _write(self, sheet: Sheet) -> None:
        try:
            writer: Writer = writer_for(self._plan).trying(self.template, self.text)
            text = write_with(writer, sheet, self.audience.key, self.channel.key, Stage(self.stage.key))
        except TemplateFault as fault:
            place = at_fault(fault, self.template, self.text)
            self._faults = (place,) if place else ()
            self._say_fault(_told(place) if place else str(fault))
            return
        self._say_fault("")
        self.preview.show_text(text.text, figures(text, self.channel.key))
        self.preview.mark(text.findings)
        rows = located(text.findings, None)
        self.rows.feed(rows)
        told = _("Anmärkningar – välj en för att se var i texten") if rows else _("Inga anmärkningar på texten")
        self.findings_title.setText(told)

    def _sheet(self) -> Sheet | None:
        """Return the sheet of the chosen incident; one that cannot be read is told of, and gives none."""
        found: list[Sheet | None] = []
        attempt(self, lambda: found.append(self._grounds.all[self.incident.key].sheet()))
        return found[0] if found else None

    def _adopt(self, near: QWidget, note: str) -> bool:
        act = partial(_adopted, template=self.template, text=self.text, note=note)
        words = _("Mallen {template} gäller från nu, i nya händelser.").format(template=self.template)
        return self._changes.change(near, words, act)

    def _take_adopted(self) -> None:
        self.source.write_over(self._adopted)
        self.source.setFocus()

    def _say_standing(self) -> None:
        draft = self._live.workplace.plans.drafts().get(self.template)
        if draft is None:
            self.standing.setText(_("Texten gäller i nya händelser. En händelse som pågår behåller sin mall."))
            return
        who = next((one.name for one in self._plan.people if one.id == draft.by), draft.by) or _("okänd")
        told = _("Utkast av {who}, {when}. Det gäller inte förrän det är antaget.")
        self.standing.setText(told.format(who=who, when=f"{draft.at.astimezone():%Y-%m-%d %H.%M}"))

    def _say_fault(self, sentence: str) -> None:
        """Say what is wrong; the preview then stays as it was before the fault, and nothing is said of its checks."""
        self.fault.setText(sentence)
        self.fault.setVisible(bool(sentence))
        self.preview.setEnabled(not sentence)
        if sentence:
            self.rows.feed([])
            self.findings_title.setText(_("Texten ovan är som den var före felet"))

    def _fill_channels(self) -> None:
        self.channel.fill(channels_of(self._plan, self.template, self.audience.key), chosen=self.channel.key or "C01")

    def _choose(self, _key: str) -> None:
        self._fill_channels()
        self.follow()

    def _jump(self, row: object) -> None:
        if isinstance(row, Found):
            self.preview.jump(row.finding)


def _told(fault: Misplaced) -> str:
    meant = _(" Menade du {name}?").format(name=fault.suggestion) if fault.suggestion else ""
    told = _("Rad {line}, tecken {place}: {sentence}{meant}")
    return told.format(line=fault.line, place=fault.start + 1, sentence=fault.sentence, meant=meant)


def _draft(editing: PlanEditing, template: str, text: str) -> None:
    editing.draft_template(template, text)


def _adopted(editing: PlanEditing, template: str, text: str, note: str) -> Edit:
    return editing.adopt_template(template, text, note)

"""The editor of one text: its source with live blanks, the text as it goes out, what the checks say."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from krisapp.compose.template_fault import TemplateFault
from krisapp.compose.writing import Text
from krisapp.domain.checks import Finding, Stage
from krisapp.domain.messages import STAGE_NAMES, State, changed_since
from krisapp.domain.words import N_, Refused, _
from krisapp.ui.attempt import attempt
from krisapp.ui.views.messages.blank_values import Blanks
from krisapp.ui.views.messages.cells import Cell
from krisapp.ui.views.messages.editor_keys import EditorKeys
from krisapp.ui.views.messages.editor_layout import EditorLayout
from krisapp.ui.views.messages.figures import figures
from krisapp.ui.views.messages.findings import Found
from krisapp.ui.views.messages.redrafting import Redrafting
from krisapp.ui.views.messages.renewing import stages_for
from krisapp.ui.views.messages.spelling import Spelling
from krisapp.ui.views.messages.standing import standing
from krisapp.ui.views.messages.told import told

if TYPE_CHECKING:
    from krisapp.ui.live import Live

FOLLOWS = 30
"""Milliseconds after the last key until the preview follows: under a tenth of a second with the writing itself."""
RESIDENTS = "E1"
OTHER_LANGUAGES = "C20"
FROZEN = frozenset({State.RELEASED, State.STALE})


class Editor(EditorLayout):
    """Edits the message `id`; saves by itself when one leaves. `wanted` asks for a thing on the sheet."""

    wanted = Signal(str)

    def __init__(self, live: "Live", parent: QWidget) -> None:
        self.blanks = Blanks(live)
        super().__init__(live, self.blanks, self._hint, parent)
        self._live = live
        self.id = ""
        self.frozen = False
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(FOLLOWS)
        self._wait.timeout.connect(self.follow)
        self.spelling = Spelling(live, self)
        self.spelling.known.connect(self._wait.start)
        self.source.textChanged.connect(self._typed)
        self.source.moved.connect(self._tell)
        self.source.noticed.connect(self._tell_pasted)
        self.findings.chosen.connect(self._jump)
        self.findings.opened.connect(self._open_finding)
        self.review.wanted.connect(self._want)
        self.keys = EditorKeys(live, self)
        self.put_in.clicked.connect(self.keys.insert_blank)
        self.raw.toggled.connect(self._write_out)
        self.beside.toggled.connect(self.set_beside)
        self.about.wanted.connect(self.wanted)
        self.save.clicked.connect(self.store)
        self._redrafting = Redrafting(live, self)
        self.retranslate()

    def open(self, id: str) -> None:
        """Show a message, after saving what was typed in the one before."""
        self.id = id
        self.source.document().setModified(False)
        self.preview.mark(())

    def show_cell(self, cell: Cell, sentence: str) -> None:
        """Show the message as the desk holds it; what is being typed stays."""
        self.id = cell.id
        self.chip.show_mark(cell.mark)
        self.why.setText(sentence)
        self.frozen = cell.state in FROZEN
        self.blanks.of(cell.id, cell.stage)
        message = self._live.texts.message(cell.id)
        self.source.setReadOnly(self.frozen)
        self._show_forms(message.channel)
        stages = (message.out.stage,) if self.frozen and message.out else self._stages(cell.stage)
        self.stage.fill([(str(stage), _(STAGE_NAMES[stage])) for stage in stages], chosen=str(cell.stage))
        for part in (self.stage, self.put_in, self.raw):
            part.setEnabled(not self.frozen)
        self.about.card.show_audience(cell.audience)
        self.conflict.show_claims(message.draft.claims)
        self.about.history.show_releases(message.releases)
        self._show_source(cell)
        others = cell.audience.id != RESIDENTS
        self.beside.setVisible(others)
        self.set_beside(others and self.beside.isChecked())
        self._show_tab(self.residents, others)
        self._show_tab(self.changed, message.out is not None and not self.frozen)
        self._offer(cell)
        self.follow()

    def follow(self) -> None:
        """Let preview, measures and findings follow what is written."""
        self._wait.stop()
        if not self.id or not self._live.has_incident:
            return
        if self.frozen:
            self._show_frozen()
            return
        try:
            text = self._live.texts.preview(self.id, self.source.toPlainText(), self.chosen_stage)
        except TemplateFault as fault:
            self._say_fault(str(fault))
            return
        self._say_fault("")
        approval = self._live.texts.message(self.id).approval
        kept = self._live.texts.state(self.id) is State.APPROVED and approval and not self.modified
        self._show_text(text, approval.text if kept and approval else text.text)
        self.about.show_used(text.uses, ())

    @property
    def modified(self) -> bool:
        """Return whether something is typed that is not saved."""
        return not self.frozen and self.source.document().isModified()

    def store(self) -> bool:
        """Save what is typed (spara utkast); return whether it is saved. A broken blank is told, and stays typed."""
        if not self.modified:
            return True
        return attempt(self, self._store)

    def _store(self) -> None:
        source = self.source.toPlainText()
        try:
            self._live.texts.save(self.id, source, self.chosen_stage)
        except TemplateFault as fault:
            self._say_fault(str(fault))
            raise Refused(N_("Utkastet är inte sparat. {fault}"), fault=str(fault)) from None
        self.source.document().setModified(False)

    def _stages(self, now: Stage) -> tuple[Stage, ...]:
        offered = stages_for(self._live, (self.id,))
        return offered if now in offered else (now, *offered)

    @property
    def chosen_stage(self) -> Stage:
        """Return the stage the text is written for."""
        return Stage(self.stage.key) if self.stage.key else self._live.texts.stage(self.id)

    def _show_source(self, cell: Cell) -> None:
        message = self._live.texts.message(cell.id)
        if self.frozen and message.out:
            self.source.show_source(message.out.text)
        elif not self.modified:
            self.source.keeps_isolates = message.channel == OTHER_LANGUAGES
            self.source.show_source(self._live.texts.source(cell.id))
        self.source.show_values()

    def _show_text(self, text: Text, shown: str) -> None:
        self.preview.show_text(shown, figures(text, self._live.texts.message(self.id).channel))
        message = self._live.texts.message(self.id)
        spelled = self.spelling.findings(text.text) if message.language == "sv" else []
        findings = (*text.findings, *(one for one in spelled if not _covered(one, text.findings)))
        out = message.out
        if out is not None:
            self.changed.show_change(out.text, shown)
        self.make_room(findings=bool(findings))
        trace = self.blanks.trace(text.source, text.text) if findings else None
        self.review.show(findings, trace, as_shown=shown == text.text)
        self.findings_title.setText(
            _("Anmärkningar – Enter rättar eller går dit") if findings else _("Inga anmärkningar på texten")
        )
        self._tell()
        self._show_residents()

    def _show_frozen(self) -> None:
        out = self._live.texts.message(self.id).out
        if out is None:
            return
        self._say_fault("")
        self.preview.show_text(out.text)
        self.review.show((), None, as_shown=True)
        self.make_room(findings=False)
        self.findings_title.setText(_("Texten är ute och ändras inte. Tryck U för att göra en ny version."))
        self.about.show_used(tuple(out.uses), changed_since(self._live.incident.sheet, out.uses))
        self._show_residents()

    def _show_tab(self, part: QWidget, shown: bool) -> None:
        at = self.texts.indexOf(part)
        if at >= 0:
            self.texts.setTabVisible(at, shown)

    def _show_forms(self, channel: str) -> None:
        """Let each preview have the form its channel has."""
        settings = self._live.plan.settings
        titles = {"C01": settings.website, "C02": settings.website, "C06": _("Intranätet")}
        self.preview.show_as(channel, titles.get(channel, settings.sender))

    def _show_residents(self) -> None:
        """Show what the residents are told by the same channel, or on the web (rule P29)."""
        message = self._live.texts.message(self.id)
        if message.audience == RESIDENTS:
            return
        ids = self._live.texts.ids()
        same, web = f"{RESIDENTS}-{message.channel}.{message.language}", f"{RESIDENTS}-C01.sv"
        other = same if same in ids else web
        if other in ids:
            try:
                self.residents.show_text(standing(self._live, other).text)
            except TemplateFault as fault:
                self.residents.show_text(str(fault))

    def _offer(self, cell: Cell) -> None:
        drafted = self._live.texts.message(cell.id).draft.value is not None
        self.save.setEnabled(self.modified)
        self.restore.setEnabled(not self.frozen and (self.modified or self.edited))
        self.back.setEnabled(drafted)

    @property
    def edited(self) -> bool:
        """Return whether the draft has a person's own words."""
        draft = self._live.texts.message(self.id).draft.value
        return draft is not None and draft.edited

    def _typed(self) -> None:
        if self.modified:
            self.save.setEnabled(True)
            self.restore.setEnabled(True)
            self._wait.start()

    def _say_fault(self, sentence: str) -> None:
        self.fault.setText(sentence)
        self.fault.setVisible(bool(sentence))

    def _hint(self, at: int) -> str:
        """Return what is known of a place in the source, for the pointer."""
        return "" if self.frozen or not self.id else self.review.tell(at)

    def _tell(self) -> None:
        """Say what the blank at the cursor gives, and what the checks say of the place."""
        if self.frozen or not self.id or not self._live.has_incident:
            self.blank.setText("")
            return
        blank = self.source.blank
        value = self.blanks.value(blank) if blank else None
        words = _("{label}: {value}").format(label=value.label, value=value.sentence) if value else ""
        self.blank.setText(" · ".join(part for part in (words, *self.review.tell(self.source.at).split("\n")) if part))

    def _tell_pasted(self, notices: str) -> None:
        told(self, notices, self.source.undo)

    def _write_out(self, raw: bool) -> None:
        self.source.write_out(raw=raw)
        self.source.setFocus()

    def _jump(self, row: object) -> None:
        if isinstance(row, Found):
            self.texts.setCurrentIndex(0)
            self.review.go_to(row)

    def _open_finding(self, row: object) -> None:
        if isinstance(row, Found):
            self.review.open(row)

    def _want(self, blank: str) -> None:
        """Go to the thing on the sheet that a blank gives."""
        value = self.blanks.value(blank)
        if value.reads:
            self.wanted.emit(value.field if value.field in value.reads else value.reads[0])


def _covered(finding: Finding, others: Sequence[Finding]) -> bool:
    """Return whether a word is the very one another finding is about already."""
    return any(other.span == finding.span for other in others)

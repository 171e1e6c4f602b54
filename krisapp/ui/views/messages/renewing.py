"""The dialog of a new version (ny version): which stage the next text in each chain has."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from krisapp.domain import situation
from krisapp.domain.carriers import carriers
from krisapp.domain.checks import Stage
from krisapp.domain.messages import STAGE_NAMES
from krisapp.domain.own_correction import has_gone_out, keep_words
from krisapp.domain.sheet import Correction
from krisapp.domain.words import N_, Refused, _, ngettext
from krisapp.ui.views.messages.ended_facts import EndedFacts
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice, Field, Tick, text_field
from krisapp.ui.widgets.plain import label

if TYPE_CHECKING:
    from krisapp.ui.live import Live

_MEANINGS = {
    Stage.UPDATE: N_("Det nya först. Det som gällde gäller fortfarande, om inget annat sägs."),
    Stage.CORRECTION: N_("Något i den förra texten var fel. Texten börjar med ordet Rättelse."),
    Stage.RETRACTION: N_("Den förra texten skulle inte ha gått ut, eller gäller inte längre. Texten säger varför."),
    Stage.ALL_CLEAR: N_("Faran är över, men vi är inte klara. Texten säger vad som fortfarande gäller."),
    Stage.FINAL: N_("Det är över. Texten lovar inget mer besked."),
    Stage.FIRST: N_("Det första folk får höra av oss."),
}


def stages_for(live: "Live", ids: Sequence[str]) -> tuple[Stage, ...]:
    """Return the stages the next text may have: the first word only where nothing is out yet."""
    out = any(live.texts.message(id).releases for id in ids)
    if not out:
        return (Stage.FIRST, Stage.UPDATE, Stage.ALL_CLEAR, Stage.FINAL)
    return (Stage.UPDATE, Stage.CORRECTION, Stage.RETRACTION, Stage.ALL_CLEAR, Stage.FINAL)


ASKED = {
    Stage.CORRECTION: (
        ("wrong", N_("Vad var fel?"), N_("Till exempel: Vi skrev att vattnet kan drickas i Bettna.")),
        ("right", N_("Vad är rätt?"), N_("Till exempel: Vattnet i Bettna måste kokas.")),
    ),
    Stage.RETRACTION: (
        ("wrong", N_("Vad tar vi tillbaka?"), N_("Till exempel: Uppmaningen att koka vattnet i Flen.")),
        ("why", N_("Varför?"), N_("Till exempel: Den gick ut av misstag.")),
        ("right", N_("Vad gäller i stället?"), N_("Till exempel: Vattnet i Flen kan drickas som vanligt.")),
    ),
}
"""What a stage needs that the sheet may not have: its part of the correction, the question, and help."""

NEEDED = {Stage.CORRECTION: ("wrong", "right"), Stage.RETRACTION: ("wrong", "why", "right")}
"""What cannot be left empty."""


class Renewing(Dialog):
    """Makes the next version of messages from their templates at a stage, and asks for what that stage needs."""

    def __init__(self, live: "Live", ids: Sequence[str], parent: QWidget, stage: Stage | None = None) -> None:
        title = ngettext("Ny version av {count} text", "Ny version av {count} texter", len(ids)).format(count=len(ids))
        super().__init__(title, parent, title)
        self._live, self._ids = live, tuple(ids)
        self.made = 0
        self.stage = Choice(_("Skede"), self)
        self.stage.fill([(str(stage), _(STAGE_NAMES[stage])) for stage in stages_for(live, ids)])
        self._meaning = label("", self, "quiet", wrap=True)
        self.body.addWidget(Field(_("Skede"), self.stage, self))
        self.body.addWidget(self._meaning)
        self.lines = {name: text_field("", self) for name in ("wrong", "why", "right")}
        self._fields = {name: Field("", line, self) for name, line in self.lines.items()}
        for field in self._fields.values():
            self.body.addWidget(field)
        self.ended = EndedFacts(live, self)
        self.body.addWidget(self.ended)
        self.others = Tick("", self)
        self.body.addWidget(self.others)
        self._spared = label("", self, "quiet", wrap=True)
        self.body.addWidget(self._spared)
        self._edited = label("", self, "fault", wrap=True)
        self.body.addWidget(self._edited)
        for name in ("wrong", "right"):
            self.lines[name].textChanged.connect(self._read_fault)
        self.stage.chose.connect(self._explain)
        self.others.toggled.connect(self._count)
        if stage is not None:
            self.stage.choose(str(stage))
        self._explain(self.stage.key)
        self.setMinimumWidth(520)
        self.stage.setFocus()

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the messages that get a new version: those chosen, and all that are out if it is ticked.

        Of several chosen, only those that said what was wrong are corrected (rule P43).
        """
        told = self._told_wrong()
        chosen = self._ids if told is None else tuple(id for id in self._ids if id in told)
        return tuple(dict.fromkeys((*chosen, *self._also()))) if self.others.isChecked() else chosen

    def decide(self) -> None:
        """Put what the stage needs on the sheet, and make the new versions. Raises `Refused`."""
        stage = Stage(self.stage.key)
        said = {name: line.text().strip() for name, line in self.lines.items()}
        missing = next((name for name in NEEDED.get(stage, ()) if not said[name]), None)
        if missing is not None:
            self.lines[missing].setFocus()
            question = next(question for name, question, _help in ASKED[stage] if name == missing)
            raise Refused(N_("Svara på frågan: {question} Texten byggs av svaret."), question=_(question))
        if stage in NEEDED:
            self._put(stage, said)
        ended = self.ended.ended() if stage.over else ()
        if ended:
            self._live.do(*ended)
        self._live.texts.renew(self.ids, stage)
        self.made = len(self.ids)

    def _put(self, stage: Stage, said: dict[str, str]) -> None:
        """Write the correction on the sheet, unless it stands there already; other drafts keep the words they have."""
        before = self._live.incident.sheet.correction
        why = said["why"] if stage is Stage.RETRACTION else ""
        new = replace(before, wrong=said["wrong"], right=said["right"], why=why)
        if new != before:
            incident = self._live.incident
            kept = keep_words(incident, self.ids, new)
            self._live.do(*kept, situation.set_fields(incident, {"correction": new}))

    def _also(self) -> list[str]:
        """Return the other messages that are out: they carried the earlier text too (row ME7)."""
        texts, told = self._live.texts, self._told_wrong()
        out = (id for id in texts.ids() if id not in self._ids and texts.message(id).releases)
        return [id for id in out if told is None or id in told]

    def _told_wrong(self) -> frozenset[str] | None:
        """Return the messages that may be corrected, or None where it does not matter who was told what."""
        if self.stage.key != Stage.CORRECTION:
            return None
        told = carriers(self._live.incident, self.lines["wrong"].text(), self.lines["right"].text())
        return told | set(self._ids) if len(self._ids) == 1 else told

    def _read_fault(self) -> None:
        if self.stage.key == Stage.CORRECTION:
            self._say_others()
            self._count()

    def _explain(self, key: str) -> None:
        stage = Stage(key)
        self._meaning.setText(_(_MEANINGS[stage]))
        told = has_gone_out(self._live.incident, self._ids)
        before = Correction() if told else self._live.incident.sheet.correction
        asked = {name: (question, help) for name, question, help in ASKED.get(stage, ())}
        for name, field in self._fields.items():
            field.setVisible(name in asked)
            if name in asked:
                question, help = asked[name]
                field.say(_(question), _(help))
                self.lines[name].setAccessibleName(_(question))
                if not self.lines[name].isModified():
                    self.lines[name].setText(getattr(before, name))
        self.ended.setVisible(stage.over and self.ended.any)
        everywhere = stage in (Stage.CORRECTION, Stage.RETRACTION, Stage.ALL_CLEAR, Stage.FINAL)
        self.others.setChecked(everywhere)
        self._say_others()
        self._count()
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _say_others(self) -> None:
        """Say how many others there are, and who of those chosen were never told what was wrong."""
        stage, also = Stage(self.stage.key), len(self._also())
        self.others.setVisible(bool(also) and stage is not Stage.FIRST)
        words = (
            ngettext(
                "Också den {count} andra texten som sade det", "Också de {count} andra texterna som sade det", also
            )
            if stage is Stage.CORRECTION
            else ngettext(
                "Också den {count} andra texten som är ute", "Också de {count} andra texterna som är ute", also
            )
        )
        self.others.say(words.format(count=also))
        told = self._told_wrong()
        spared = 0 if told is None else sum(id not in told for id in self._ids)
        words = ngettext(
            "{count} vald text har aldrig sagt det, och får ingen rättelse.",
            "{count} valda texter har aldrig sagt det, och får ingen rättelse.",
            spared,
        )
        self._spared.setText(words.format(count=spared))
        self._spared.setVisible(bool(spared))

    def _count(self, *_turned: object) -> None:
        count = len(self.ids)
        words = ngettext("Gör ny version", "Gör {count} nya versioner", count)
        self.confirm.setEnabled(bool(count))
        self.confirm.say(words.format(count=count))
        drafts = [self._live.texts.message(id).draft.value for id in self.ids]
        lost = sum(draft is not None and draft.edited and draft.stage != self.stage.key for draft in drafts)
        words = ngettext(
            "{count} text har egna ord som skrivs över av mallens.",
            "{count} texter har egna ord som skrivs över av mallens.",
            lost,
        )
        self._edited.setText(words.format(count=lost))
        self._edited.setVisible(bool(lost))

"""The dialog of a new version (ny version): which stage the next text in each chain has."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from krisapp.domain.checks import Stage
from krisapp.domain.messages import STAGE_NAMES
from krisapp.domain.words import N_, _, ngettext
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice, Field
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


class Renewing(Dialog):
    """Makes the next version of messages from their templates at the chosen stage."""

    def __init__(self, live: "Live", ids: Sequence[str], parent: QWidget) -> None:
        title = ngettext("Ny version av {count} text", "Ny version av {count} texter", len(ids)).format(count=len(ids))
        super().__init__(title, parent, _("Gör ny version"))
        self._live, self._ids = live, tuple(ids)
        self.stage = Choice(_("Skede"), self)
        self.stage.fill([(str(stage), _(STAGE_NAMES[stage])) for stage in stages_for(live, ids)])
        self._meaning = label("", self, "quiet", wrap=True)
        self.body.addWidget(Field(_("Skede"), self.stage, self))
        self.body.addWidget(self._meaning)
        self._edited = label("", self, "fault", wrap=True)
        self.body.addWidget(self._edited)
        self.stage.chose.connect(self._explain)
        self._explain(self.stage.key)
        self.setMinimumWidth(460)
        self.stage.setFocus()

    def decide(self) -> None:
        """Make the new versions. Raises `Refused`."""
        self._live.texts.renew(self._ids, Stage(self.stage.key))

    def _explain(self, stage: str) -> None:
        self._meaning.setText(_(_MEANINGS[Stage(stage)]))
        drafts = [self._live.texts.message(id).draft.value for id in self._ids]
        lost = sum(draft is not None and draft.edited and draft.stage != stage for draft in drafts)
        words = ngettext(
            "{count} text har egna ord som skrivs över av mallens.",
            "{count} texter har egna ord som skrivs över av mallens.",
            lost,
        )
        self._edited.setText(words.format(count=lost))
        self._edited.setVisible(bool(lost))

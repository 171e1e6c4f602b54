"""An inject that no scenario has (improviserat inspel), written while the drill goes on."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from krisapp.domain.exercising.scenario import INJECT_KINDS, VIA, Inject, InjectKind, Via
from krisapp.domain.plan import Plan
from krisapp.domain.words import _
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice, Field, text_field


class ImproviseDialog(Dialog):
    """Asks for sender, receiver, channel and words, and hands the inject to `save`, which may refuse."""

    def __init__(self, plan: Plan, id: str, minute: int, save: Callable[[Inject], object], parent: QWidget) -> None:
        super().__init__(_("Improviserat inspel"), parent, _("Skicka"))
        self._id, self._minute, self._save = id, minute, save
        self.who = text_field("", self, _("en orolig förälder"))
        self.to = Choice("", self)
        self.to.fill([("alla", _("alla")), *((role.id, f"{role.id} {role.name}") for role in plan.roles)])
        self.to.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.to.setMinimumContentsLength(24)
        self.via = Choice("", self)
        self.via.fill((one.value, _(VIA[one])) for one in Via)
        self.kind = Choice("", self)
        self.kind.fill(((one.value, _(INJECT_KINDS[one])) for one in InjectKind), InjectKind.INFORMATION)
        self.text = text_field("", self)
        for words, part in (
            (_("Vem hör av sig?"), self.who),
            (_("Vad säger hen?"), self.text),
            (_("Till vem?"), self.to),
            (_("Hur?"), self.via),
            (_("Vad gäller det?"), self.kind),
        ):
            self.body.addWidget(Field(words, part, self))
        self.who.setFocus()

    def decide(self) -> None:
        """Hand the inject on; it comes at once."""
        self._save(
            Inject(
                self._id,
                InjectKind(self.kind.key),
                self.who.text().strip() or _("övningsledningen"),
                self.to.key,
                Via(self.via.key),
                self.text.text().strip(),
                at=self._minute,
            )
        )

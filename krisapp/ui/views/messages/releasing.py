"""The dialog of release (släpp): the order, what may go out, and the reason where the policy asks for one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from krisapp.domain.events import Event
from krisapp.domain.messages import STAGE_NAMES
from krisapp.domain.release import REASON_NAMES, NeedsReason, Reason
from krisapp.domain.words import N_, Refused, _, ngettext
from krisapp.ui.views.messages.batch import Step, in_order, steps
from krisapp.ui.views.messages.standing import title_of
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice, Field, text_field
from krisapp.ui.widgets.plain import label, tip

if TYPE_CHECKING:
    from krisapp.ui.live import Live

_ID = int(Qt.ItemDataRole.UserRole)


class Releasing(Dialog):
    """Lists approved messages in release order; those ticked go out in that order when it is confirmed.

    `ids` are the approved messages, `ticked` those ticked at first. Each is decided as if those before it were out.
    """

    def __init__(self, live: "Live", ids: Sequence[str], ticked: Sequence[str], parent: QWidget) -> None:
        super().__init__(_("Släpp godkända texter"), parent, _("Släpp"))
        self._live = live
        self.released = 0
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Godkända texter i den ordning de går ut"))
        self.why = Choice(_("Skäl"), self)
        self.words = text_field(_("Skälet i ord"), self, _("Till exempel: grannkommunen har redan gått ut"))
        self._sentence = label("", self, "strong", wrap=True)
        self._reason = QWidget(self)
        row = QHBoxLayout(self._reason)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Field(_("Skäl"), self.why, self), 1)
        row.addWidget(Field(_("Skälet i ord (hamnar i loggen)"), self.words, self), 2)
        self.body.addWidget(
            label(
                _("De går ut uppifrån och ned, i policyns ordning. Mellanslag tar bort eller lägger till."),
                self,
                "quiet",
            )
        )
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._sentence)
        self.body.addWidget(self._reason)
        self.why.fill([("", _("Välj skäl")), *((str(key), _(name)) for key, name in REASON_NAMES.items())])
        self._fill(in_order(live.incident, ids), set(ticked))
        if live.incident.sheet.danger_to_life:
            self.why.choose(str(Reason.DANGER))
        self.list.itemChanged.connect(self._decide_again)
        self.why.chose.connect(self._decide_again)
        self._decide_again()
        self.resize(680, 560)
        self.setMinimumSize(520, 380)
        self.list.setFocus()

    @property
    def ticked(self) -> tuple[str, ...]:
        """Return the messages that are ticked, in release order."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return tuple(str(item.data(_ID)) for item in items if item.checkState() is Qt.CheckState.Checked)

    def decide(self) -> None:
        """Release what is ticked and allowed, all in one act. Raises `Refused`."""
        planned = self._steps()
        asking = next((step for step in planned if isinstance(step.decision, NeedsReason) and not step.event), None)
        if asking is not None:
            (self.words if self.why.key else self.why).setFocus()
            raise Refused(
                N_("Skriv skälet i ord. Det hamnar i loggen.")
                if self.why.key
                else N_("Välj ett skäl, eller släpp den interna texten först.")
            )
        events: list[Event] = [step.event for step in planned if step.event]
        if not events:
            raise Refused(N_("Ingen av de valda texterna får gå ut nu."))
        self._live.do(*events)
        self.released = len(events)

    def _steps(self) -> tuple[Step, ...]:
        reason = Reason(self.why.key) if self.why.key else None
        return steps(self._live.incident, self.ticked, self._live.now(), reason, self.words.text())

    def _fill(self, ids: Sequence[str], ticked: set[str]) -> None:
        for id in ids:
            item = QListWidgetItem(self.list)
            item.setData(_ID, id)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if id in ticked else Qt.CheckState.Unchecked)
        if ids:
            self.list.setCurrentRow(0)

    def _decide_again(self, *_changed: object) -> None:
        """Show what may go out now that something has been ticked or a reason chosen."""
        planned = {step.id: step for step in self._steps()}
        self.list.blockSignals(True)  # noqa: FBT003 - Qt takes no name here
        for row in range(self.list.count()):
            item = self.list.item(row)
            words = self._line(str(item.data(_ID)), planned)
            item.setText(words)
            item.setToolTip(tip(words))
        self.list.blockSignals(False)  # noqa: FBT003 - Qt takes no name here
        self.list.viewport().update()
        needs = [step.decision for step in planned.values() if isinstance(step.decision, NeedsReason)]
        going = sum(not isinstance(step.decision, Refused) for step in planned.values())
        self._reason.setVisible(bool(needs))
        self._sentence.setVisible(bool(needs))
        self._sentence.setText(
            _("{why} Varför ska texterna gå ut ändå?").format(why=_(needs[0].sentence)) if needs else ""
        )
        self.confirm.say(
            ngettext("Släpp texten", "Släpp {count} texter", going).format(count=going) if going else _("Släpp")
        )
        self.confirm.setEnabled(bool(going))

    def _line(self, id: str, planned: dict[str, Step]) -> str:
        approval = self._live.texts.message(id).approval
        stage = _(STAGE_NAMES[approval.stage]).lower() if approval else ""
        title = _("{title}, {stage}").format(title=title_of(self._live.plan, id), stage=stage)
        step = planned.get(id)
        if step is None:
            return _("{title}: följer inte med").format(title=title)
        if isinstance(step.decision, Refused):
            return _("{title}: får inte gå ut. {why}").format(title=title, why=str(step.decision))
        if isinstance(step.decision, NeedsReason):
            return _("{title}: behöver ett skäl").format(title=title)
        return _("{title}: får gå ut").format(title=title)

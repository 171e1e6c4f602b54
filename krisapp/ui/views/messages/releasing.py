"""The dialog of release (släpp): the order, what may go out, and the reason where the policy asks for one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from krisapp.domain.events import Event
from krisapp.domain.messages import STAGE_NAMES
from krisapp.domain.release import REASON_NAMES, NeedsReason, Reason
from krisapp.domain.words import N_, Refused, _, ngettext
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.messages.batch import Step, in_order, steps
from krisapp.ui.views.messages.standing import title_of
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice, Field, text_field
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import label
from krisapp.ui.widgets.row_list import RowList
from krisapp.ui.widgets.rows import Column, RowsModel

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class Going(NamedTuple):
    """One text of the list: its place in the order, whether it is ticked, and what would happen to it."""

    rank: int
    id: str
    title: str
    step: Step | None
    in_advance: str = ""


def mark_of(going: Going) -> Mark:
    """Return what would happen to a text, as word, shape and tone."""
    if going.step is None:
        return Mark(_("följer inte med"), Tone.NEUTRAL, Shape.DASH)
    if isinstance(going.step.decision, Refused):
        return Mark(_("får inte gå ut"), Tone.ALARM, Shape.CROSS)
    if isinstance(going.step.decision, NeedsReason):
        return Mark(_("behöver skäl"), Tone.WAIT, Shape.TRIANGLE)
    return Mark(_("går ut"), Tone.GOOD, Shape.CHECK)


def _why(going: Going) -> str:
    decision = going.step.decision if going.step else None
    if isinstance(decision, Refused):
        return str(decision)
    return _("Godkänd i förväg enligt {decision}.").format(decision=going.in_advance) if going.in_advance else ""


class _Order(RowList):
    """The list: Space turns a row, and Enter confirms the dialog rather than the row."""

    turned = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn by Space."""
        if event.key() == Qt.Key.Key_Space:
            self.turned.emit(self.current)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


class Releasing(Dialog):
    """Lists approved messages in release order; those ticked go out in that order when it is confirmed.

    `ids` are the approved messages, `ticked` those ticked at first. Each is decided as if those before it were out.
    Among them may be texts that a template was approved in advance for; the row says by which decision.
    """

    def __init__(self, live: "Live", ids: Sequence[str], ticked: Sequence[str], parent: QWidget) -> None:
        super().__init__(_("Släpp godkända texter"), parent, _("Släpp"))
        self._live = live
        self.released = 0
        found = {id: live.texts.in_advance(id) for id in ids}
        self.in_advance = {id: row.decision for id, row in found.items() if row is not None}
        self._before = {id: live.texts.approval_in_advance(id) for id in self.in_advance}
        self._ids = in_order(live.incident, ids)
        self._ticked = set(ticked)
        self.rows = RowsModel[Going](
            (Column(N_("Text"), lambda one: one.title, mark_of, _why),), lambda one: one.id, self
        )
        self.list = _Order(self.rows, _("Godkända texter i den ordning de går ut"), self, enter=False)
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
                _("De går ut uppifrån och ned. Enter släpper. Mellanslag tar bort en text och lägger till den igen."),
                self,
                "quiet",
            )
        )
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._sentence)
        self.body.addWidget(self._reason)
        self.why.fill([("", _("Välj skäl")), *((str(key), _(name)) for key, name in REASON_NAMES.items())])
        if live.incident.sheet.danger_to_life:
            self.why.choose(str(Reason.DANGER))
        self.list.opened.connect(self._turn)
        self.list.turned.connect(self._turn)
        self.why.chose.connect(self._decide_again)
        self._decide_again()
        self.resize(680, 560)
        self.setMinimumSize(520, 380)
        self.list.setFocus()

    @property
    def ticked(self) -> tuple[str, ...]:
        """Return the messages that are ticked, in release order."""
        return tuple(id for id in self._ids if id in self._ticked)

    def turn(self, id: str) -> None:
        """Tick a text, or take its tick away."""
        self._ticked ^= {id}
        self._decide_again()

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
        going = [step for step in planned if step.event]
        if not going:
            raise Refused(N_("Ingen av de valda texterna får gå ut nu."))
        events: list[Event] = [one for step in going for one in (*step.before, step.event) if one]
        self._live.do(*events)
        self.released = len(going)

    def _steps(self) -> tuple[Step, ...]:
        reason = Reason(self.why.key) if self.why.key else None
        return steps(self._live.incident, self.ticked, self._live.now(), reason, self.words.text(), self._before)

    def _turn(self, row: object) -> None:
        if isinstance(row, Going):
            self.turn(row.id)

    def _decide_again(self, *_changed: object) -> None:
        """Show what may go out now that something has been ticked or a reason chosen."""
        planned = {step.id: step for step in self._steps()}
        rows = [
            Going(at, id, self._title(at, id), planned.get(id), self.in_advance.get(id, ""))
            for at, id in enumerate(self._ids, 1)
        ]
        self.rows.feed(rows)
        if rows and self.list.current is None:
            self.list.choose(rows[0].id)
        needs = [step.decision for step in planned.values() if isinstance(step.decision, NeedsReason)]
        going = sum(not isinstance(step.decision, Refused) for step in planned.values())
        self._reason.setVisible(bool(needs))
        self._sentence.setVisible(bool(needs))
        why = _("{why} Varför ska texterna gå ut ändå?")
        self._sentence.setText(why.format(why=_(needs[0].sentence)) if needs else "")
        words = ngettext("Släpp texten", "Släpp {count} texter", going) if going else _("Släpp")
        self.confirm.say(words.format(count=going))
        self.confirm.setEnabled(bool(going))

    def _title(self, rank: int, id: str) -> str:
        stage = _(STAGE_NAMES[self._live.texts.stage(id)]).lower()
        return _("{rank}. {title}, {stage}").format(rank=rank, title=title_of(self._live.plan, id), stage=stage)

"""Ersätt överallt: the tick list of every place where a text that no longer holds is still read (row ME7)."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from krisapp.domain.checks import Stage
from krisapp.domain.dispatch import WAYS, Way, where_in_words
from krisapp.domain.incident import Incident
from krisapp.domain.messages import STAGE_NAMES
from krisapp.domain.plan import Plan
from krisapp.domain.replacing import HOW_NAMES, How, Left, Place, confirm_replaced, remaining, reopen
from krisapp.domain.words import N_, Refused, _, ngettext
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.messages.standing import title_of
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Field, text_field
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import label
from krisapp.ui.widgets.row_list import RowList
from krisapp.ui.widgets.rows import Column, RowsModel

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class Spot(NamedTuple):
    """One place of the list: where a version is read, what takes over from it, and whether it has been seen to."""

    place: Place
    title: str
    detail: str
    mark: Mark
    left: bool


def spots(incident: Incident, plan: Plan) -> list[Spot]:
    """Return every place, those where something is left first, in the order of the policy within each."""
    ranks = {audience.id: audience.rank for audience in plan.audiences}

    def order(place: Place) -> tuple[int, str, int, str]:
        return ranks.get(place[0].partition("-")[0], 99), *place

    open_spots = [_open(incident, plan, left) for left in remaining(incident)]
    done = [_done(incident, plan, place) for place in incident.replacing.confirmed]
    return [*sorted(open_spots, key=lambda one: order(one.place)), *sorted(done, key=lambda one: order(one.place))]


def _where(incident: Incident, place: Place) -> str:
    dispatch = incident.dispatches.get(place[2])
    return where_in_words(dispatch) if dispatch else _("hela kanalen")


def _title(incident: Incident, plan: Plan, place: Place) -> str:
    return _("{title}, nr {number}: {where}").format(
        title=title_of(plan, place[0]), number=place[1], where=_where(incident, place)
    )


def _open(incident: Incident, plan: Plan, left: Left) -> Spot:
    message = incident.message(left.message)
    stage = _(STAGE_NAMES[left.stage]).lower()
    newer = message.out is not None and message.out.number > left.number
    if newer and message.out is not None:
        words = _("Nr {number} är släppt. Byt ut pappret på platsen och bocka av.").format(number=message.out.number)
    elif message.draft.value is not None:
        words = _("Ska ge plats för {stage}. Nr {number} väntar på att godkännas och släppas.").format(
            stage=stage, number=message.number
        )
    else:
        words = _("Ska ge plats för {stage}. Ingen ny text är gjord än.").format(stage=stage)
    paper = WAYS.get(message.channel) is Way.PAPER
    mark = Mark(_("hänger kvar") if paper else _("kvar"), Tone.ALARM, Shape.SQUARE)
    return Spot(left.place, _title(incident, plan, left.place), words, mark, left=True)


def _done(incident: Incident, plan: Plan, place: Place) -> Spot:
    found = incident.replacing.confirmed[place]
    mark = Mark(_(HOW_NAMES[found.how]), Tone.GOOD, Shape.CHECK)
    return Spot(place, _title(incident, plan, place), found.note, mark, left=False)


class _Spots(RowList):
    """The list: Space ticks a place, or takes its tick away."""

    turned = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick by Space."""
        if event.key() == Qt.Key.Key_Space:
            self.turned.emit()
        else:
            super().keyPressEvent(event)


class ReplacingDialog(Dialog):
    """Lists what is left to replace. `renewal` is the stage for which new texts are wanted, and for which messages."""

    def __init__(self, live: "Live", parent: QWidget) -> None:
        super().__init__(_("Ersätt överallt"), parent, _("Stäng"), cancel=False)
        self._live = live
        self.renewal: tuple[Stage, tuple[str, ...]] | None = None
        self._sentence = label("", self, "strong", wrap=True)
        self.rows = RowsModel[Spot]((Column(N_("Plats"), _row_title, _row_mark, _row_detail),), _row_key, self)
        self.list = _Spots(self.rows, _("Platser där en text som inte längre gäller kan läsas"), self)
        self.note = text_field(_("Anteckning"), self, _("Till exempel: vaktmästaren har tagit bilden"))
        self.body.addWidget(self._sentence)
        self.body.addWidget(self.list, 1)
        self._note = Field(_("Anteckning (krävs för ”Berörs inte”)"), self.note, self)
        self.body.addWidget(self._note)
        acts = QHBoxLayout()
        self.replaced = Button(_("Utbytt (mellanslag)"), self.turn, self)
        self.taken = Button(_("Nedtagen"), self._take_down, self)
        self.unaffected = Button(_("Berörs inte"), self._set_unaffected, self)
        self.again = Button(_("Finns kvar"), self._open_again, self)
        self.write = Button(_("Gör de nya texterna …"), self._renew, self)
        for button in (self.replaced, self.taken, self.unaffected, self.again):
            acts.addWidget(button)
        acts.addStretch(1)
        acts.addWidget(self.write)
        self.body.addLayout(acts)
        self.list.turned.connect(self.turn)
        self.list.chosen.connect(self._offer)
        live.changed.connect(self._fill)
        self._fill()
        self.resize(current().px(760), current().px(520))
        self.list.setFocus()

    def turn(self) -> None:
        """Tick the chosen place as replaced, or take its tick away."""
        spot = self.list.current
        if isinstance(spot, Spot):
            self._confirm(How.REPLACED) if spot.left else self._open_again()

    def _take_down(self) -> None:
        self._confirm(How.TAKEN_DOWN)

    def _set_unaffected(self) -> None:
        if not self.note.text().strip():
            self.note.setFocus()
        self._confirm(How.UNAFFECTED)

    def _confirm(self, how: How) -> None:
        spot = self.list.current
        if isinstance(spot, Spot):
            self._do(lambda: self._live.do(confirm_replaced(self._live.incident, spot.place, how, self.note.text())))

    def _open_again(self) -> None:
        spot = self.list.current
        if isinstance(spot, Spot):
            self._do(lambda: self._live.do(reopen(self._live.incident, spot.place)))

    def _do(self, act: Callable[[], None]) -> None:
        self.banner.hide()
        try:
            act()
        except Refused as no:
            self.refuse(str(no))
        else:
            self.note.clear()

    def _renew(self) -> None:
        """Close, and ask for the new versions of all that has none."""
        without = [left for left in remaining(self._live.incident) if self._unwritten(left)]
        if without:
            self.renewal = without[0].stage, tuple(dict.fromkeys(left.message for left in without))
            self.accept()

    def _unwritten(self, left: Left) -> bool:
        message = self._live.incident.message(left.message)
        return message.draft.value is None and message.out is not None and message.out.number == left.number

    def _fill(self) -> None:
        if not self._live.has_incident:
            return
        found = spots(self._live.incident, self._live.plan)
        count = sum(spot.left for spot in found)
        self.rows.feed(found)
        if found and self.list.current is None:
            self.list.choose(found[0].place)
        words = ngettext("{count} plats kvar, av {all}.", "{count} platser kvar, av {all}.", count).format(
            count=count, all=len(found)
        )
        if not found:
            words = _("Inget att byta. När något som är ute rättas, återkallas eller avslutas står varje plats här.")
        elif not count:
            words = _("Allt är utbytt: {all} av {all} platser.").format(all=len(found))
        self._sentence.setText(words)
        for part in (self.list, self._note, self.replaced, self.taken, self.unaffected, self.again, self.write):
            part.setVisible(bool(found))
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignTop if not found else Qt.AlignmentFlag.AlignVCenter)
        self._offer(self.list.current)

    def _offer(self, row: object) -> None:
        left = isinstance(row, Spot) and row.left
        for button in (self.replaced, self.taken, self.unaffected):
            button.setEnabled(left)
        self.again.setEnabled(isinstance(row, Spot) and not row.left)
        self.write.setEnabled(any(self._unwritten(one) for one in remaining(self._live.incident)))


def _row_title(spot: Spot) -> str:
    return spot.title


def _row_detail(spot: Spot) -> str:
    return spot.detail


def _row_mark(spot: Spot) -> Mark:
    return spot.mark


def _row_key(spot: Spot) -> Place:
    return spot.place

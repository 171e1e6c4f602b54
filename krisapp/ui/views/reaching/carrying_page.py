"""The page Bärs ut: one line to plan a dispatch, and the register of them."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from krisapp.domain import dispatch
from krisapp.domain.dispatch import WAYS, Dispatch
from krisapp.domain.events import Event
from krisapp.domain.goals import Goal, goals
from krisapp.domain.posting import undo_done
from krisapp.domain.words import N_, Refused, _, ngettext
from krisapp.ui.attempt import attempt, tell_refused
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.messages.told import told
from krisapp.ui.views.reaching.carrying_dialogs import Failing, Finishing
from krisapp.ui.views.reaching.carrying_rows import COLUMNS, Row, row_key, rows_of
from krisapp.ui.views.reaching.telling import by_hand
from krisapp.ui.views.tabbed import TabbedView, TabPage
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.captioned import Captioned
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.empty import Empty
from krisapp.ui.widgets.fields import Choice, text_field
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.plain import label
from krisapp.ui.widgets.rows import RowsModel
from krisapp.ui.widgets.table import Table

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class CarryingPage(TabPage):
    """Plans, follows and ends dispatches. What has to be replaced stands first."""

    def __init__(self, live: "Live", view: TabbedView) -> None:
        super().__init__(live, view)
        self._goals: tuple[Goal, ...] = ()
        self.message, self.goal = Choice("", self), Choice("", self)
        self.goal.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.goal.setMinimumContentsLength(22)
        self.carrier = text_field("", self)
        self._captioned = [Captioned(part, self) for part in (self.message, self.goal, self.carrier)]
        self.add = Button("", self.plan, self, "primary", "plus")
        self.model = RowsModel[Row](COLUMNS, row_key, self)
        self.table = Table(self.model, "", self)
        self.buttons = [Button("", slot, self) for slot in (self.leave, self.finish, self.fail, self.replace_it)]
        self._empty = Empty(self, "hand")
        self._keys = label("", self, "quiet", wrap=True)
        line, acts = Flow(), Flow()
        for part in self._captioned:
            line.addWidget(part)
        line.addWidget(self.add)
        for button in self.buttons:
            acts.addWidget(button)
        acts.addWidget(self._keys)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addLayout(line)
        column.addWidget(self.table, 1)
        column.addWidget(self._empty, 1)
        column.addLayout(acts)
        self.command(N_("Texten är på väg"), "G", self.leave, self.table)
        self.command(N_("Texten kom inte fram"), "X", self.fail, self.table)
        self.command(N_("Byt ut det som hänger"), "B", self.replace_it, self.table)
        self.message.chose.connect(self._choose_message)
        self.carrier.returnPressed.connect(self.plan)
        self.table.opened.connect(self._open)

    def retranslate(self) -> None:
        """Set every word."""
        text, goal, carrier = self._captioned
        text.say(_("Text"), _("Text som ska bäras ut"))
        goal.say(_("Vart"), _("Vart den ska"))
        carrier.say(_("Vem"), _("Vem som tar den"))
        self.carrier.setPlaceholderText(_("Namn eller roll"))
        self.add.say(_("Planera"))
        self.table.setAccessibleName(_("Utbärningar"))
        acts = (_("På väg (G)"), _("Framme (Enter)"), _("Gick inte (X)"), _("Byt ut (B)"))
        for button, act in zip(self.buttons, acts, strict=True):
            button.say(act)
        self.model.retranslate()

    def refresh(self) -> None:
        """Show what the desk holds now."""
        live = self.live
        incident = live.incident
        out = [one.id for one in incident.messages.values() if one.out is not None and self._carried(one.channel)]
        self.message.fill([(id, incident.title_of(id)) for id in out])
        self._choose_message(self.message.key)
        self.model.feed(rows_of(incident))
        some = bool(self.model.rows)
        self.table.setVisible(some)
        self._empty.setVisible(not some)
        for button in self.buttons:
            button.setEnabled(some)
        for part in (self.message, self.goal, self.carrier, self.add):
            part.setEnabled(bool(out))
        if out:
            self._empty.say(
                _("Inget bärs ut än"),
                _("Välj text, vart den ska och vem som tar den, och tryck Enter. Då vet alla vad som hänger var."),
            )
        else:
            self._empty.say(
                _("Ingen text att bära ut än"),
                _("Släpp ett anslag, ett P4-meddelande eller en annan text som bärs av någon. Då kan du planera den."),
            )

    def start(self) -> None:
        """Begin in the line, or in the list when nothing is to be carried."""
        (self.message if self.message.isEnabled() else self.table).setFocus()

    def offer(self, message: str, place: str) -> None:
        """Begin planning a text for a place."""
        self.message.choose(message)
        self._choose_message(self.message.key)
        self.goal.choose(f"place:{place}")
        self.carrier.setFocus()

    def plan(self) -> None:
        """Plan what stands in the line."""
        picked = self._picked()
        carrier = self.carrier.text()
        if attempt(self, partial(self._plan, self.message.key, picked, carrier)):
            self.carrier.clear()

    def leave(self) -> None:
        """Say that the chosen one is under way (G)."""
        found = self._current()
        if found is not None:
            attempt(self, lambda: self.live.do(dispatch.leave(self.live.incident, found.id)))

    def finish(self) -> None:
        """Ask what is known of the chosen one being there (Enter)."""
        self._ask(Finishing)

    def fail(self) -> None:
        """Ask why the chosen one did not come there (X)."""
        self._ask(Failing)

    def replace_it(self) -> None:
        """Plan the newest text for where the chosen one hangs, with the same carrier (B)."""
        found = self._current()
        if found is not None:
            goal = Goal(found.goal, found.place, found.where)
            attempt(self, partial(self._plan, found.message, (goal,), found.carrier))

    def _plan(self, message: str, picked: tuple[Goal, ...], carrier: str) -> None:
        if not message or not picked:
            raise Refused(N_("Välj vilken text som ska bäras ut och vart."))
        incident = self.live.incident
        events: list[Event] = []
        for goal in picked:
            try:
                events.append(dispatch.plan_dispatch(incident, message, goal, carrier=carrier))
            except Refused:
                if len(picked) == 1:
                    raise
        if not events:
            raise Refused(N_("Någon är redan på väg dit med texten."))
        self.live.do(*events)
        words = ngettext("{count} utbärning planerad", "{count} utbärningar planerade", len(events))
        told(self, words.format(count=len(events)))

    def _ask(self, kind: type[Finishing] | type[Failing]) -> None:
        found = self._current()
        if found is None:
            return
        if found.state is dispatch.State.DONE or (kind is Failing and not found.open):
            tell_refused(self, _("Utbärningen är avslutad. Planera en ny."))
            return
        dialog: Dialog = kind(self.live, found, self)
        done = dialog.run()
        dialog.deleteLater()
        if done and kind is Finishing:
            words = _("{message} är framme: {where}.")
            where = dispatch.where_in_words(found)
            undo = partial(attempt, self, partial(self._undo, found.id))
            told(self, words.format(message=self.live.incident.title_of(found.message), where=where), undo)

    def _undo(self, id: str) -> None:
        """Take back the report that a text is there."""
        self.live.do(undo_done(self.live.incident, id))

    def _open(self, _row: Row) -> None:
        self.finish()

    def _current(self) -> Dispatch | None:
        row = self.table.current
        return self.live.incident.dispatches.get(row.id) if isinstance(row, Row) else None

    def _carried(self, channel: str) -> bool:
        return channel in WAYS or by_hand(self.live.plan, channel)

    def _choose_message(self, id: str) -> None:
        """Offer the goals of the chosen text: all of them, all of a place, and each."""
        channel = id.partition("-")[2].partition(".")[0]
        self._goals = goals(self.live.plan, channel) if channel else ()
        choices = [(f"goal:{at}", _goal_words(goal)) for at, goal in enumerate(self._goals)]
        places = list(dict.fromkeys(goal.place for goal in self._goals if goal.place))
        if len(places) < len(self._goals):
            choices = [(f"place:{place}", _("{place}, alla platser").format(place=place)) for place in places] + choices
        if len(self._goals) > 1:
            choices.insert(0, ("all", _("Alla orter")))
        self.goal.fill(choices)

    def _picked(self) -> tuple[Goal, ...]:
        kind, _separator, key = self.goal.key.partition(":")
        if kind == "all":
            return self._goals
        if kind == "place":
            return tuple(goal for goal in self._goals if goal.place == key)
        return (self._goals[int(key)],) if key else ()


def _goal_words(goal: Goal) -> str:
    return ", ".join(part for part in (goal.place, goal.where) if part)

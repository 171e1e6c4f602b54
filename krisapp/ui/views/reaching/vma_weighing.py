"""Before a request (inför begäran), two cards of P4 och VMA: the law's two questions, and the five points."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from krisapp.domain.events import Event
from krisapp.domain.warning_request import (
    POINT_NAMES,
    WANTED_NAMES,
    Point,
    Requests,
    check_content,
    checked,
    wanted,
    weigh,
)
from krisapp.domain.words import _
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.card import Card
from krisapp.ui.widgets.fields import Tick
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.plain import label

if TYPE_CHECKING:
    from krisapp.ui.live import Live

Do = Callable[[Callable[[], Event]], None]
"""Tries to do what an event says, and tells of it."""


class Questions(Card):
    """Is there danger, and is it urgent? What the answers lead to stands under them."""

    def __init__(self, live: "Live", do: Do, open_notice: Callable[[], None], parent: QWidget) -> None:
        super().__init__("", parent)
        self._live, self._do = live, do
        self.danger, self.urgent = Tick("", self), Tick("", self)
        self.outcome = label("", self, "strong", wrap=True)
        self.write, self.notice = Button("", self.weigh, self), Button("", open_notice, self)
        for part in (self.danger, self.urgent, self.outcome):
            self.body.addWidget(part)
        acts = Flow()
        acts.addWidget(self.write)
        acts.addWidget(self.notice)
        self.body.addLayout(acts)
        for tick in (self.danger, self.urgent):
            tick.toggled.connect(self._show_outcome)

    def retranslate(self) -> None:
        """Set every word."""
        self.danger.say(_("Fara för liv, hälsa, egendom eller miljö"))
        self.urgent.say(_("Allmänheten måste få veta omedelbart"))
        self.write.say(_("Skriv ner valet"))
        self.notice.say(_("Öppna texten till P4"))

    def refresh(self) -> None:
        """Show the answers that stand, unless somebody is changing them."""
        register = self._live.incident.part(Requests).weighed
        weighed = register.value
        if weighed is not None and not (self.danger.hasFocus() or self.urgent.hasFocus()):
            self.danger.setChecked(weighed.danger)
            self.urgent.setChecked(weighed.urgent)
        note = _("två svar står") if register.contested else _("nedskrivet") if weighed else _("inte nedskrivet")
        self.say(_("VMA eller P4?"), note)
        self._show_outcome()

    def weigh(self) -> None:
        """Write down the two answers."""
        self._do(lambda: weigh(self._live.incident, danger=self.danger.isChecked(), urgent=self.urgent.isChecked()))

    def _show_outcome(self) -> None:
        led = wanted(danger=self.danger.isChecked(), urgent=self.urgent.isChecked())
        self.outcome.setText(_("Då gäller: {wanted}.").format(wanted=_(WANTED_NAMES[led])))


class FivePoints(Card):
    """What the text has to answer, to tick as one reads it."""

    def __init__(self, live: "Live", do: Do, parent: QWidget) -> None:
        super().__init__("", parent)
        self._live, self._do = live, do
        self._message, self._text = "", ""
        self.points = {one: Tick("", self) for one in Point}
        for tick in self.points.values():
            self.body.addWidget(tick)
        self.button = Button("", self.check, self)
        self.body.addWidget(self.button)

    def retranslate(self) -> None:
        """Set every word."""
        for one, tick in self.points.items():
            tick.say(_(POINT_NAMES[one]))
        self.button.say(_("Texten är läst"))

    def show_text(self, message: str, text: str) -> None:
        """Show what somebody found in this very text."""
        found = checked(self._live.incident, message, text)
        if (message, text) != (self._message, self._text):
            self._message, self._text = message, text
            for one, tick in self.points.items():
                tick.setChecked(one in (found or ()))
        self.say(_("Fem punkter i texten"), _("inte läst") if found is None else _("läst"))

    def check(self) -> None:
        """Write down which of the points the text has."""
        points = [one for one, tick in self.points.items() if tick.isChecked()]
        self._do(lambda: check_content(self._message, self._text, points))

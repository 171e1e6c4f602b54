"""Where and when those who are called in gather (samlingsraden): four fields and Enter."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from krisapp.domain.leading.alarm import calling
from krisapp.domain.leading.alarm.alarm_script import places_to_gather
from krisapp.domain.words import _
from krisapp.ui.attempt import attempt
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.messages.told import told
from krisapp.ui.views.questions.entry_line import read_due, say_field
from krisapp.ui.widgets.announcing import announce
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.fields import tab_order, text_field
from krisapp.ui.widgets.plain import label
from krisapp.ui.widgets.two_panes import TwoPanes

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class GatheringLine(QWidget):
    """Shows what is said of the gathering, and takes another; what somebody is typing is never replaced."""

    def __init__(self, live: "Live", parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live
        self._caption = label("", self, "strong")
        self.place, self.time, self.reserve, self.bring = (text_field("", self) for _number in range(4))
        self.button = Button("", self.save, self)
        self._fault = label("", self, "fault", wrap=True)
        self._fault.hide()
        self.time.setFixedWidth(current().px(96))
        first = self._half(self._caption, self.place, self.time)
        second = self._half(self.reserve, self.bring, self.button)
        for field in (self.place, self.time, self.reserve, self.bring):
            field.returnPressed.connect(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(TwoPanes(first, second, self, narrow=760, stretch=(1, 1)))
        column.addWidget(self._fault)
        self._caption.setBuddy(self.place)
        tab_order((self.place, self.time, self.reserve, self.bring, self.button))

    def _half(self, *parts: QWidget) -> QWidget:
        half = QWidget(self)
        row = QHBoxLayout(half)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        for part in parts:
            row.addWidget(part, 1 if part in (self.place, self.reserve, self.bring) else 0)
        return half

    def begin(self) -> None:
        """Put the focus in the place."""
        self.place.setFocus()
        self.place.selectAll()

    def refresh(self) -> None:
        """Show what stands, or the plan's command post before anybody has said anything."""
        if any(field.isModified() for field in (self.place, self.time, self.reserve, self.bring)):
            return
        standing = self._live.incident.part(calling.Calls).gathering
        if standing.contested:
            places = ", ".join(value.place for value, _stamp in standing.claims)
            self.refuse(_("Två har satt samlingen olika: {places}. Sätt den som gäller.").format(places=places))
        elif not self._fault.isHidden():
            self._fault.hide()
        told_of = standing.value
        place, reserve = places_to_gather(self._live.incident)
        self.place.setText(told_of.place if told_of else place)
        self.reserve.setText(told_of.reserve if told_of else reserve)
        self.bring.setText(told_of.bring if told_of else "")
        self.time.setText(f"{told_of.at:%H.%M}" if told_of and told_of.at else "")
        for field in (self.place, self.reserve, self.bring):
            field.setCursorPosition(0)

    def save(self) -> None:
        """Say where to gather."""
        self._fault.hide()
        if attempt(self, self._gather):
            for field in (self.place, self.time, self.reserve, self.bring):
                field.setModified(False)
            told(self, _("Samlingen är satt och står i manuset."))

    def refuse(self, sentence: str) -> None:
        """Say beneath why not."""
        self._fault.setText(sentence)
        self._fault.show()
        announce(self._fault)

    def retranslate(self) -> None:
        """Set every word."""
        self._caption.setText(_("Samling"))
        say_field(self.place, _("Plats"))
        say_field(self.time, _("kl. 15.00"))
        self.time.setAccessibleName(_("Tid för samlingen"))
        say_field(self.reserve, _("Reservplats"))
        say_field(self.bring, _("Ta med: dator, laddare, mat"))
        self.button.say(_("Sätt"))

    def _gather(self) -> None:
        live = self._live
        at = read_due(self.time.text(), live.now())
        live.do(calling.gather(live.incident, self.place.text(), at, self.reserve.text(), self.bring.text()))

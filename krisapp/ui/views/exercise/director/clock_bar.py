"""The exercise clock and its controls (klockraden): pause, pace, jump, ENDEX, and what comes next."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from krisapp.domain.exercising.drill import SPEEDS
from krisapp.domain.words import N_, Refused, _
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.exercise.clock_words import minute_words, pace_words, until_words
from krisapp.ui.views.exercise.conducting import Conductor
from krisapp.ui.views.exercise.director.inject_rows import next_up
from krisapp.ui.views.lead.task.task_dialog import WhyDialog
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.dialog import ask
from krisapp.ui.widgets.fields import Choice
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.plain import label, tooltip

PACES = {
    1: N_("Vanlig fart"),
    2: N_("Dubbel fart"),
    4: N_("Fyra gånger så fort"),
    10: N_("Tio gånger så fort"),
    20: N_("Tjugo gånger så fort"),
}


class ClockBar(QWidget):
    """Large minute, what it does, and the next inject; the buttons stand beside."""

    def __init__(self, conductor: Conductor, parent: QWidget) -> None:
        super().__init__(parent)
        self._conductor = conductor
        self._minute = label("", self, "number")
        self._pace = label("", self, "quiet")
        self._next = label("", self, "strong")
        self.go = Button("", self.toggle, self, "primary", "clock")
        self.speed = Choice("", self)
        self.speed.chose.connect(self._pick)
        self.jump_button = Button("", self.jump, self)
        self.end_button = Button("", self.end, self, icon="check")
        tools = Flow()
        for part in (self.go, self.speed, self.jump_button, self.end_button):
            tools.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.L)
        row.addWidget(self._minute)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(self._next)
        told.addWidget(self._pace)
        row.addLayout(told, 1)
        row.addLayout(tools)

    def refresh(self) -> None:
        """Show where the clock is."""
        drill = self._conductor.drill
        if drill is None:
            return
        now = self._conductor.live.now()
        self._minute.setText(minute_words(drill.minute(now)))
        self._pace.setText(pace_words(drill))
        following = next_up(drill)
        words = _("Inget mer är planerat.")
        if following is not None:
            wait = until_words(drill.minute_of(following) - drill.minute(now))
            words = _("Nästa: {id} {wait}").format(id=following.id, wait=wait)
        self._next.setText(words)
        ended = drill.ended is not None
        for part in (self.go, self.speed, self.jump_button, self.end_button):
            part.setEnabled(not ended)
        self.go.say(_("Pausa (PAUSEX)") if drill.running else _("Kör vidare"))
        if drill.running:
            self.speed.choose(str(drill.clock[-1][0].speed))

    def retranslate(self) -> None:
        """Set every word."""
        self.speed.setAccessibleName(_("Hur fort klockan går"))
        self.speed.fill([(str(speed), _(PACES[speed])) for speed in SPEEDS], self.speed.key)
        self.jump_button.say(_("Hoppa …"))
        self.end_button.say(_("Avsluta (ENDEX)"))
        tooltip(self.go, "F5")
        tooltip(self.jump_button, "F6")
        tooltip(self.end_button, "F10")
        tooltip(self.speed, _("Ctrl+1 till Ctrl+5"))

    def toggle(self) -> None:
        """Pause, or go on at the pace that is chosen."""
        drill = self._conductor.drill
        if drill is not None and drill.ended is None:
            self._conductor.pace(0 if drill.running else int(self.speed.key or 1), self)

    def pick(self, speed: int) -> None:
        """Go on at a pace."""
        drill = self._conductor.drill
        if drill is not None and drill.ended is None:
            self._conductor.pace(speed, self)

    def jump(self) -> None:
        """Ask for a minute and jump there; Enter alone goes to the next inject."""
        drill = self._conductor.drill
        if drill is None or drill.ended is not None:
            return
        following = next_up(drill)
        dialog = WhyDialog(
            _("Hoppa i övningen"),
            _("Till vilken minut?"),
            _("Hoppa"),
            self._jump_to,
            self,
            _("Allt som ligger däremellan skickas genast."),
        )
        if following is not None:
            dialog.answer.setText(str(drill.minute_of(following)))
            dialog.answer.selectAll()
        dialog.run()
        dialog.deleteLater()

    def end(self) -> None:
        """Ask, and end the drill."""
        sure = _("Klockan stannar och inget mer skickas. Loggen finns kvar, och övningen kan utvärderas.")
        if ask(self, _("Avsluta övningen (ENDEX)?"), sure, _("Avsluta övningen")):
            self._conductor.end(self)

    def _jump_to(self, typed: str) -> None:
        if not typed.strip().isdigit():
            raise Refused(N_("Skriv minuten med siffror, till exempel 45."))
        self._conductor.jump(float(typed), self.window())

    def _pick(self, key: str) -> None:
        drill = self._conductor.drill
        if drill is not None and drill.running and drill.clock[-1][0].speed != int(key):
            self._conductor.pace(int(key), self)


def pace_keys(bar: ClockBar) -> list[tuple[str, str, partial[None]]]:
    """Return the name and the key of each pace, and what it does."""
    return [(PACES[speed], f"Ctrl+{number}", partial(bar.pick, speed)) for number, speed in enumerate(SPEEDS, 1)]

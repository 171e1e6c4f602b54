"""Moving in a replay (att spela upp): the line of time, play and pause, speed, and jumps from entry to entry."""

from PySide6.QtCore import QElapsedTimer, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from krisapp.domain.replaying import TURN_NAMES, Recording, Turn
from krisapp.domain.words import N_, _
from krisapp.ui.commands import command
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.after.replay_timeline import SECOND, Timeline
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.fields import Choice
from krisapp.ui.widgets.plain import label, tooltip

SPEEDS = (10, 60, 300)
"""How many times faster than it went it may be played; one minute a second to begin with."""

STEP = 200
"""Milliseconds between two pictures while it plays."""


class Player(QFrame):
    """The foot of a replay. `moved` brings how many entries had been written at the moment that is shown.

    `place` is where on the line of time that is, in milliseconds. `refused` brings a sentence.
    """

    moved = Signal(int)
    refused = Signal(str)

    def __init__(self, recording: Recording, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("ground", "foot")
        self.recording = recording
        self.number, self.place = recording.first, recording.place(recording.first)
        self._clock, self._timer = QElapsedTimer(), QTimer(self)
        self._timer.setInterval(STEP)
        self._timer.timeout.connect(self._play_on)
        self.timeline = Timeline(recording, self)
        self.timeline.setAccessibleName(_("Tidslinje"))
        self.timeline.valueChanged.connect(self._slide)
        self.play_button = Button(_("Spela"), self.play_or_pause, self, "primary")
        self.back_button = Button(_("Förra"), self.go_back, self, icon="arrow-left")
        self.next_button = Button(_("Nästa"), self.go_next, self, icon="arrow-right")
        self.kind = Choice(_("Hoppa till"), self)
        present = set(recording.turns[recording.first :])
        kinds = [(turn.value, _(name)) for turn, name in TURN_NAMES.items() if turn in present]
        self.kind.fill([("", _("alla poster")), *kinds])
        self.kind.chose.connect(self._seek)
        self.speed = Choice(_("Hastighet"), self)
        speeds = [(str(speed), _("{speed} gånger").format(speed=speed)) for speed in SPEEDS]
        self.speed.fill([("1", _("som det gick")), *speeds], "60")
        self._where = label("", self, "quiet")
        self._lay_out()
        self._add_commands(parent)

    def _lay_out(self) -> None:
        kind, speed = label(_("Hoppa till"), self, "quiet"), label(_("Hastighet"), self, "quiet")
        kind.setBuddy(self.kind)
        speed.setBuddy(self.speed)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        for part in (self.play_button, speed, self.speed):
            row.addWidget(part)
        row.addSpacing(Space.L)
        for part in (kind, self.kind, self.back_button, self.next_button):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._where)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        column.setSpacing(Space.XS)
        column.addWidget(self.timeline)
        column.addLayout(row)
        tooltip(self.timeline, _("Om inget skrevs på mer än tio minuter är den tiden förkortad."))

    def _add_commands(self, window: QWidget) -> None:
        for name, key, slot in (
            (N_("Spela eller pausa"), "Ctrl+Space", self.play_or_pause),
            (N_("Nästa post av det valda slaget"), "Ctrl+Right", self.go_next),
            (N_("Förra posten av det valda slaget"), "Ctrl+Left", self.go_back),
            (N_("Till tidslinjen"), "F2", self.timeline.setFocus),
        ):
            command(window, name, key, slot)
        for key, slot in (("Space", self.play_or_pause), ("Right", self.go_next), ("Left", self.go_back)):
            action = command(self.timeline, "", key, slot)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)

    @property
    def sought(self) -> Turn | None:
        """Return the kind of entry that is gone to, or None for every entry."""
        return Turn(self.kind.key) if self.kind.key else None

    @property
    def playing(self) -> bool:
        """Return whether it plays."""
        return self._timer.isActive()

    def go(self, number: int) -> None:
        """Go to the moment when so many entries had been written."""
        number = min(max(number, self.recording.first), self.recording.last)
        self._stand(number, self.recording.place(number))

    def go_to(self, place: int) -> None:
        """Go to a place on the line of time."""
        self._stand(max(self.recording.moment(place)[0], self.recording.first), place)

    def go_next(self) -> None:
        """Go to the next entry of the chosen kind."""
        self._jump(self.recording.after(self.number, self.sought))

    def go_back(self) -> None:
        """Go to the entry of the chosen kind before."""
        self._jump(self.recording.before(self.number, self.sought))

    def _jump(self, number: int | None) -> None:
        self.pause()
        if number is None:
            self.refused.emit(_("Det finns ingen fler åt det hållet."))
        else:
            self.go(number)

    def play_or_pause(self) -> None:
        """Play on, or pause; at the end, play from the beginning."""
        if self.playing:
            self.pause()
            return
        if self.number >= self.recording.last:
            self.go(self.recording.first)
        self._clock.start()
        self._timer.start()
        self.play_button.say(_("Pausa"))

    def pause(self) -> None:
        """Stay at the moment that is shown."""
        self._timer.stop()
        self.play_button.say(_("Spela"))

    def _play_on(self) -> None:
        self.go_to(min(self.place + self._clock.restart() * int(self.speed.key), self.recording.length))
        if self.place >= self.recording.length:
            self.pause()

    def _stand(self, number: int, place: int) -> None:
        self.number, self.place = number, place
        with QSignalBlocker(self.timeline):
            self.timeline.setValue(place // SECOND)
        self._where.setText(_("Post {number} av {count}").format(number=number, count=self.recording.last))
        self.moved.emit(number)

    def _slide(self, value: int) -> None:
        self.go_to(min(value * SECOND, self.recording.length))

    def _seek(self, _kind: str) -> None:
        self.timeline.seek(self.sought)

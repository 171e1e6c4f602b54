"""Times and clocks on the screen (klockor): since the alarm, until what was promised."""

from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.domain.words import _
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.widgets.chip import Chip
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import label

SOON = timedelta(minutes=15)
"""When the time until a promise (nästa besked) starts to be shown as near."""


def at(time: datetime) -> str:
    """Return a time of day as written in Swedish: "14.10"."""
    return f"{time:%H.%M}"


def span(length: timedelta) -> str:
    """Return a length of time in whole minutes, rounded towards zero: "1 tim 20 min"."""
    minutes = int(abs(length).total_seconds()) // 60
    days, rest = divmod(minutes, 24 * 60)
    hours, minutes = divmod(rest, 60)
    if days:
        return _("{days} d {hours} tim").format(days=days, hours=hours)
    if hours:
        return _("{hours} tim {minutes} min").format(hours=hours, minutes=minutes)
    return _("{minutes} min").format(minutes=minutes)


class Since(QWidget):
    """How long ago something was (sedan larm): "T+ 1 tim 20 min"."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._caption = label("", self, "caption")
        self._value = label("", self, "strong")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self._caption)
        column.addWidget(self._value)

    def tick(self, now: datetime, start: datetime) -> None:
        """Show the time from `start` to `now`."""
        self._caption.setText(_("Sedan larm"))
        self._value.setText(_("T+ {span}").format(span=span(now - start)))


class Countdown(QWidget):
    """How long until something is due (nästa besked): the time, and what is left or how late it is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._caption = label("", self, "caption")
        self._chip = Chip(Mark("", Tone.NEUTRAL, Shape.CLOCK), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self._caption)
        column.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def mark(self) -> Mark:
        """Return what is shown."""
        return self._chip.mark

    def tick(self, now: datetime, due: datetime | None) -> None:
        """Show what is left until `due`; past it, how many minutes late."""
        caption = _("Nästa besked kl. {time}").format(time=at(due)) if due else _("Nästa besked")
        self.say(caption, countdown(now, due))

    def say(self, caption: str, mark: Mark) -> None:
        """Show a mark under these words."""
        self._caption.setText(caption)
        if mark != self._chip.mark:
            self._chip.show_mark(mark)


def countdown(now: datetime, due: datetime | None) -> Mark:
    """Return the mark of a time that is due: quiet, near, or passed with minutes."""
    if due is None:
        return Mark(_("Inget lovat"), Tone.NEUTRAL, Shape.DASH)
    left = due - now
    if left <= -timedelta(minutes=1):
        return Mark(_("{span} sent").format(span=span(left)), Tone.ALARM, Shape.TRIANGLE)
    if left <= timedelta(0):
        return Mark(_("nu"), Tone.ALARM, Shape.TRIANGLE)
    # A started minute counts as whole: "om 1 min" until the time has come.
    word = _("om {span}").format(span=span(left + timedelta(seconds=59)))
    if left <= SOON:
        return Mark(word, Tone.WAIT, Shape.CLOCK)
    return Mark(word, Tone.NEUTRAL, Shape.CLOCK)

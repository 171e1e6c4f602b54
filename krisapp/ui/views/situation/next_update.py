"""When the next word comes (nästa besked): day and time to the minute, with what is left, and quick choices."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.domain.months import MONTHS
from krisapp.domain.words import N_, Refused, _
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.situation.control import Control
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.chip import Chip
from krisapp.ui.widgets.clock import at, countdown
from krisapp.ui.widgets.fields import Choice, text_field
from krisapp.ui.widgets.flow import Flow

DAYS_OFFERED = 8
EVENING = time(18, 0)
QUICK = (timedelta(minutes=30), timedelta(hours=1), timedelta(hours=2))
ROUND_TO = 5
"""Minutes a quick choice is rounded up to: nobody promises 14.37."""

WEEKDAYS = (N_("måndag"), N_("tisdag"), N_("onsdag"), N_("torsdag"), N_("fredag"), N_("lördag"), N_("söndag"))

_TIME = re.compile(r"^(\d{1,2})(?:[.:]?(\d{2}))?$")


def read_time(text: str) -> time:
    """Return a time of day as people write it: 18, 18.00, 18:00, 1800. Raises `Refused`."""
    found = _TIME.match(text.strip())
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (99, 0)
    if hour > 23 or minute > 59:
        raise Refused(N_("Skriv klockslaget så här: 18.00."))
    return time(hour, minute)


def day_in_words(one: date) -> str:
    """Return a day as it is chosen on the screen, in the language of the interface: "fredag 11 juni"."""
    return _("{weekday} {day} {month}").format(
        weekday=_(WEEKDAYS[one.weekday()]), day=one.day, month=_(MONTHS[one.month - 1])
    )


class NextUpdate(Control):
    """A time with the day it is on; empty means that nothing is promised."""

    def __init__(self, parent: QWidget, now: Callable[[], datetime]) -> None:
        super().__init__(parent)
        self._now = now
        self.time = text_field("", self, "18.00")
        self.time.setMaximumWidth(90)
        self.day = Choice("", self)
        self.left = Chip(countdown(now(), None), self)
        self._quick = [Button("", slot, self) for slot in (self._half, self._one, self._two, self._evening)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        for parts in ((self.time, self.day, self.left), self._quick):
            row = Flow()
            for part in parts:
                row.addWidget(part)
            column.addLayout(row)
        self.leads_to(self.time)
        self.time.returnPressed.connect(self.entered)
        self.day.chose.connect(self._choose_day)

    def value(self) -> datetime | None:
        """Return the time with the offset of now. Raises `Refused` when it cannot be read."""
        if not self.time.text().strip():
            return None
        chosen = date.fromisoformat(self.day.key) if self.day.key else self._now().date()
        return datetime.combine(chosen, read_time(self.time.text()), self._now().tzinfo)

    def entitle(self, name: str, hint: str) -> None:
        """Set the spoken names and the quick choices."""
        self.time.setAccessibleName(_("{name}, klockslag").format(name=name))
        self.time.setAccessibleDescription(hint)
        self.day.setAccessibleName(_("{name}, dag").format(name=name))
        words = (_("+30 min"), _("+1 tim"), _("+2 tim"), "18.00")
        for button, word in zip(self._quick, words, strict=True):
            button.say(word)
        if self.day.key:
            self._say_days(self._shown and self._shown.astimezone(self._now().tzinfo), date.fromisoformat(self.day.key))

    def tick(self, now: datetime) -> None:
        """Show what is left."""
        mark = countdown(now, self._shown)
        if mark != self.left.mark:
            self.left.show_mark(mark)

    def _fill(self, value: Any) -> None:
        now = self._now()
        shown = value.astimezone(now.tzinfo) if value else None
        self._say_days(shown, (shown or now).date())
        self.time.setText(at(shown) if shown else "")
        self.left.show_mark(countdown(now, shown))

    def _say_days(self, shown: datetime | None, chosen: date) -> None:
        now = self._now()
        days = [(now + timedelta(days=ahead)).date() for ahead in range(DAYS_OFFERED)]
        if shown and shown.date() not in days:
            days.insert(0, shown.date())
        self.day.fill([(one.isoformat(), day_in_words(one)) for one in days], chosen=chosen.isoformat())

    def _choose_day(self, _key: str) -> None:
        if self.time.text().strip():
            self.entered.emit()

    def _half(self) -> None:
        self._take(self._now() + QUICK[0])

    def _one(self) -> None:
        self._take(self._now() + QUICK[1])

    def _two(self) -> None:
        self._take(self._now() + QUICK[2])

    def _evening(self) -> None:
        now = self._now()
        evening = datetime.combine(now.date(), EVENING, now.tzinfo)
        self._take(evening if evening > now else evening + timedelta(days=1))

    def _take(self, when: datetime) -> None:
        late = -when.minute % ROUND_TO
        when = (when + timedelta(minutes=late)).replace(second=0, microsecond=0)
        self._fill(when)
        self.entered.emit()

"""The account (redogörelsen): a journal read once more for scoring, with the fact sheet as it stood at each release."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from krisapp.domain.break_glass import ReleasedUnapproved
from krisapp.domain.checks import Stage
from krisapp.domain.events import Event, Stamp
from krisapp.domain.exercising.drill import ClockSet, Drill, DrillEnded
from krisapp.domain.incident import Incident
from krisapp.domain.plan import Plan
from krisapp.domain.release import Released
from krisapp.domain.sheet import Sheet


class Out(NamedTuple):
    """A text that went out: its entry, its cell and the fact sheet as it stood then."""

    entry: str
    message: str
    at: datetime
    happened: Released | ReleasedUnapproved
    sheet: Sheet

    @property
    def audience(self) -> str:
        """Return the audience's code."""
        return self.message.partition("-")[0]

    @property
    def channel(self) -> str:
        """Return the channel's code."""
        return self.message.partition("-")[2].partition(".")[0]

    @property
    def language(self) -> str:
        """Return the BCP 47 tag."""
        return self.message.partition(".")[2]

    @property
    def stage(self) -> Stage:
        """Return where in its chain it stood."""
        return self.happened.stage


class Account:
    """What the measures are counted from. A drill is counted to its end (ENDEX), in minutes of its own clock.

    `now` is the moment it is counted at. What is written after the end of a drill is not part of the drill.
    """

    def __init__(self, plan: Plan | None, entries: Iterable[tuple[Stamp, Event | None]], now: datetime) -> None:
        self.incident = Incident(plan)
        self.entries: list[tuple[Stamp, Event]] = []
        self.outs: list[Out] = []
        self.over = False
        read = [(stamp, happened) for stamp, happened in entries if happened is not None]
        end = _end_of(read)
        for stamp, happened in read if end is None else read[: end + 1]:
            if isinstance(happened, Released | ReleasedUnapproved) and self.incident.start:
                self.outs.append(Out(stamp.id, happened.message, stamp.at, happened, self.incident.sheet))
            happened.apply(self.incident, stamp)
            self.entries.append((stamp, happened))
        self.drill = self.incident.part(Drill)
        self.now = now
        if end is not None:
            self.now, self.over = read[end][0].at, True

    def minutes(self, at: datetime) -> float:
        """Return how many minutes after the alarm a time is; in a drill, minutes of the exercise clock (T+)."""
        if self.drill.scenario is not None:
            return self.drill.minute(at)
        return (at - self.incident.sheet.alarm_at).total_seconds() / 60

    def between(self, first: datetime, last: datetime) -> float:
        """Return the minutes from one time to another."""
        return self.minutes(last) - self.minutes(first)

    @property
    def passed(self) -> float:
        """Return how many minutes have passed since the alarm, or passed until the drill ended."""
        return self.minutes(self.now)


def _end_of(entries: list[tuple[Stamp, Event]]) -> int | None:
    """Return where a drill ended for good, or None for one that goes on, was taken up again, or is none."""
    for place in range(len(entries) - 1, -1, -1):
        happened = entries[place][1]
        if isinstance(happened, ClockSet) and happened.speed > 0:
            return None
        if isinstance(happened, DrillEnded):
            return place
    return None

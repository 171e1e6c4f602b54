"""Two workplaces with one incident between them, as two laptops have it."""

from datetime import timedelta
from pathlib import Path

from krisapp.desk import Desk
from krisapp.domain.log import Kind, write
from krisapp.exchanging import join, meet, offered, reread
from krisapp.workplace import Workplace
from tests.begun import ALARM, begin

__all__ = ("ALARM", "Console", "always")


def always(_done: int, _all: int) -> bool:
    return True


class Console:
    """A workplace of its own, and the desk of the one incident."""

    def __init__(self, folder: Path, person: str) -> None:
        self.time = ALARM + timedelta(minutes=9)
        self.workplace = Workplace(folder, lambda: self.time)
        self.person = person
        self.desk: Desk

    def start(self) -> None:
        self.desk = begin(self.workplace, person=self.person)

    def join(self, medium: Path) -> None:
        (incident,) = offered(medium)
        path = join(self.workplace, incident, medium, always)
        self.desk = self.workplace.open(path)
        self.desk.person = self.person

    def meet(self, medium: Path) -> int:
        """Meet as the window does: in a job, and then go on with what was read anew."""
        self.desk.set_apart()
        meeting = meet(self.desk.path, self.desk.incident.id, medium, self.workplace.clock, always)
        self.desk.take_over(*reread(self.desk.path, self.workplace.clock, lambda: self.workplace.plan))
        return meeting.brought.met.count

    def says(self, text: str) -> None:
        self.desk.do(write(self.desk.incident, Kind.OBSERVATION, text, ALARM))

    @property
    def log(self) -> list[str]:
        return [line.text for line in self.desk.incident.log]

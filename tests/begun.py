"""An incident that has begun in a workplace of its own, as a test of what surrounds it needs one."""

from datetime import datetime, timedelta
from pathlib import Path

from krisapp.desk import Desk
from krisapp.workplace import Workplace

ALARM = datetime(2027, 6, 11, 13, 10).astimezone()
OFFICER = "jons.tallbacker"
"""Holds TIB in the sample plan, and sits at the desk."""


def place_in(folder: Path, minutes: int = 2) -> Workplace:
    """Give the workplace of a folder, so many minutes after the alarm."""
    return Workplace(folder, lambda: ALARM + timedelta(minutes=minutes))


def begin(
    place: Workplace,
    *,
    person: str = OFFICER,
    sentence: str = "Vattnet i Malmköping går inte att dricka",
    exercise: bool = False,
    unadopted: bool = False,
) -> Desk:
    """Begin an incident, or an exercise, with the water of Malmköping."""
    return place.start(
        type="drinking_water",
        places=("Malmköping",),
        sentence=sentence,
        level="N2",
        danger_to_life=False,
        exercise=exercise,
        person=person,
        alarm_at=ALARM,
        unadopted=unadopted,
    )

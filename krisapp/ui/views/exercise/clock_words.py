"""How the exercise clock is told (övningsklockan): "T+12.30, går i dubbel fart"."""

from datetime import datetime

from krisapp.domain.exercising.drill import Drill
from krisapp.domain.words import _


def minute_words(minute: float) -> str:
    """Return an exercise minute with its seconds: "T+12.30"."""
    seconds = int(minute * 60)
    return f"T+{seconds // 60}.{seconds % 60:02d}"


def until_words(minutes: float) -> str:
    """Return how long it is to a minute: "om 4.10", or "nu"."""
    seconds = int(minutes * 60)
    return _("om {time}").format(time=f"{seconds // 60}.{seconds % 60:02d}") if seconds > 0 else _("nu")


def pace_words(drill: Drill) -> str:
    """Return how fast the clock goes."""
    if drill.ended is not None:
        return _("övningen är slut")
    speed = drill.clock[-1][0].speed if drill.clock else 0
    if speed == 0:
        return _("klockan står")
    return _("går i vanlig fart") if speed == 1 else _("går {speed} gånger så fort").format(speed=speed)


def clock_words(drill: Drill, now: datetime) -> str:
    """Return where the exercise clock is and how fast it goes."""
    return f"{minute_words(drill.minute(now))}, {pace_words(drill)}"

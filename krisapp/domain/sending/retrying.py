"""Trying again (nytt försök): how long to wait, and when to stop and let a person decide."""

from datetime import timedelta

PAUSES = (timedelta(seconds=30), timedelta(minutes=2), timedelta(minutes=5), timedelta(minutes=15))
"""How long to wait after each failed attempt. After the last one, nothing is tried until a person says so."""


def pause(tries: int) -> timedelta | None:
    """Return how long to wait after so many attempts since a person said send, or None to stop."""
    return PAUSES[tries - 1] if 0 < tries <= len(PAUSES) else None

"""A program that sends one mail and is killed meanwhile: run with folder, port, and what to do before it sends."""

import os
import signal
import sys
from pathlib import Path

from krisapp.domain.sending.ways import Email, Security, Way, WaysOut
from krisapp.outbox import Outbox
from tests.delivery.desks import ask, desk_with
from tests.delivery.leaving import MAIL


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def main(folder: str, port: str, when: str) -> None:
    """Die by one's own hand, as surely as by another's: before, within or after the attempt."""
    ways = WaysOut(Email("127.0.0.1", int(port), Security.NOTHING, sender="kris@example.se", most=1))
    desk = desk_with(Path(folder), MAIL)
    outbox = Outbox(desk, ways)
    id = ask(desk, ways, Way.EMAIL, "ett@example.se", "tva@example.se")
    if when == "asked":
        _die()
    attempt, ready = outbox.begin(id, outbox.first_round(id), "")
    assert attempt is not None
    if when == "begun":
        _die()
    outcomes = attempt.work()
    if when == "sent":
        _die()
    outbox.answer(attempt, outcomes, ready)
    _die()


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Puts the pieces together; the only file that knows them all."""

import argparse
import gc
import sys
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from krisapp.domain.words import _
from krisapp.folders import data_folder
from krisapp.store.driver import LOCK
from krisapp.store.trouble import Trouble
from krisapp.ui import language, look
from krisapp.ui.first_paint import FirstPaint
from krisapp.ui.live import Live
from krisapp.ui.settings import Kept
from krisapp.ui.views import VIEWS
from krisapp.ui.warming import Warming
from krisapp.ui.window import Window
from krisapp.workplace import Workplace

CANNOT_START = 2


def local_time() -> datetime:
    """Return the machine's time with its offset."""
    return datetime.now().astimezone()


def run_window(arguments: Sequence[str]) -> int:
    """Open the window and return the exit code when it closes.

    `--incident FILE` opens an incident at once; `--picture PATH` saves a picture of the first screen and ends, for
    machines without one. `--first-paint`, for the benchmark, tells when that screen could be used, and ends.
    """
    parser = argparse.ArgumentParser(prog="krisapp")
    parser.add_argument("--incident", type=Path, help=_("öppna en händelsefil med detsamma"))
    parser.add_argument("--picture", type=Path, help=_("spara en bild av första skärmen och sluta"))
    parser.add_argument("--first-paint", action="store_true", help=argparse.SUPPRESS)
    chosen, rest = parser.parse_known_args(arguments[1:])
    look.choose_style()
    application = QApplication([arguments[0], *rest])
    application.setApplicationName("Krisapp")
    kept = Kept()
    language.use(kept.settings.language)
    look.dress(kept.settings)
    folder = data_folder()
    if (folder / LOCK).exists():
        from krisapp.ui.lock.unlocking import unlock  # here: few workplaces are locked, and no other start waits

        if not unlock(folder, QWidget()):
            return CANNOT_START
    try:
        live = Live(Workplace(folder, local_time), application)
        if chosen.incident:
            live.open(live.workplace.open(chosen.incident))
        elif not _has_plan(live):
            return CANNOT_START
    except (Trouble, OSError) as error:
        from krisapp.ui.last_resort import remedy  # here: a start that succeeds does not need it

        sys.stderr.write(remedy(error) + "\n")
        return CANNOT_START
    window = Window(live, kept, VIEWS)
    window.show()
    first = FirstPaint(window)
    first.done.connect(_tell_time if chosen.first_paint else Warming(window).begin)
    first.done.connect(_collect_again)
    if not (kept.settings.toured or chosen.incident or chosen.picture or chosen.first_paint):
        first.done.connect(_Welcome(window).begin)
    if chosen.picture:
        _Camera(window, chosen.picture)
    code = application.exec()
    if live.has_incident:
        # Not live.close(): that would show the screens of readiness in a window that is gone.
        live.desk.close()
    return code


def _has_plan(live: Live) -> bool:
    """Return whether the plan can be read; when not, ask whether to begin with the sample plan."""
    try:
        live.workplace.plans  # noqa: B018 - what is wrong is told of here
    except (Trouble, OSError) as error:
        from krisapp.ui.broken_plan import can_read_plan
        from krisapp.ui.last_resort import remedy  # both here: a start that succeeds does not need them

        sys.stderr.write(remedy(error) + "\n")
        return can_read_plan(live.workplace, QWidget())
    return True


def _collect_again() -> None:
    """Let Python's cycle collector work from now on, and pass over what the start has made."""
    gc.freeze()
    gc.enable()


def _tell_time() -> None:
    """Write the seconds of the machine's monotonic clock, the same in all its processes, and end the program."""
    sys.stdout.write(f"{time.monotonic()}\n")
    QApplication.exit(0)


class _Welcome(QObject):
    """Shows the tour to one who opens the program the first time, when the first screen can be used."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    def begin(self) -> None:
        """Show it."""
        from krisapp.ui.guide.tour import show_tour  # here: the start does not wait for what is shown once

        show_tour(self._window)


class _Camera(QObject):
    """Takes a picture of the first screen when it has settled, and ends the program."""

    def __init__(self, window: Window, path: Path) -> None:
        super().__init__(window)
        self._window, self._path = window, path
        QTimer.singleShot(500, self._take)

    def _take(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._window.grab().save(str(self._path))
        QApplication.exit(0)

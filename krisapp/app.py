"""Puts the pieces together; the only file that knows them all."""

import argparse
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from krisapp.folders import data_folder
from krisapp.ui.live import Live
from krisapp.workplace import Workplace


def local_time() -> datetime:
    """Return the machine's time with its offset."""
    return datetime.now().astimezone()


def run_window(arguments: Sequence[str]) -> int:
    """Open the window and return the exit code when it closes.

    `--incident FILE` opens an incident at once; `--picture PATH` saves a picture of the first screen and ends, for
    machines without one.
    """
    parser = argparse.ArgumentParser(prog="krisapp")
    parser.add_argument("--incident", type=Path)
    parser.add_argument("--picture", type=Path)
    chosen, rest = parser.parse_known_args(arguments[1:])
    application = QApplication([arguments[0], *rest])
    from krisapp.ui.window import Window, dress

    dress(application)
    live = Live(Workplace(data_folder(), local_time), application)
    window = Window(live)
    if chosen.incident:
        window.open_incident(chosen.incident)
    window.show()
    if chosen.picture:
        QTimer.singleShot(500, lambda: _picture(window, chosen.picture))
    code = application.exec()
    live.close()
    return code


def _picture(window: "object", path: Path) -> None:
    from PySide6.QtWidgets import QWidget

    assert isinstance(window, QWidget)
    path.parent.mkdir(parents=True, exist_ok=True)
    window.grab().save(str(path))
    sys.stdout.write(f"{path}\n")
    QApplication.exit(0)

"""The floor of a start: a program with one empty Qt window, which tells when it has been painted, and its memory.

Run with an argument it stays until the window has been painted and waits for a line of input, so that its memory can be
read from outside.
"""

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class Bare(QWidget):
    """An empty window."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt chooses the name
        """Paint nothing, and tell when Qt has come back for what is next."""
        super().paintEvent(event)
        QTimer.singleShot(0, tell)


def tell() -> None:
    """Write the time of the machine's monotonic clock and end."""
    sys.stdout.write(f"{time.monotonic()}\n")
    sys.stdout.flush()
    if len(sys.argv) > 1:
        sys.stdin.readline()
    QApplication.exit(0)


if __name__ == "__main__":
    application = QApplication(sys.argv)
    window = Bare()
    window.resize(1280, 720)
    window.show()
    application.exec()

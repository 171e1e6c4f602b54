"""Telling a screen reader what has just been shown (uppläsning), without moving the focus."""

from PySide6.QtWidgets import QWidget


def announce(part: QWidget) -> None:
    """Let a screen reader say a part's spoken name now."""
    from PySide6.QtGui import QAccessible, QAccessibleEvent  # here: slow to import, and rarely needed

    QAccessible.updateAccessibility(QAccessibleEvent(part, QAccessible.Event.Alert))

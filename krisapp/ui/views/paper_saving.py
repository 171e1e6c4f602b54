"""A paper of this screen (papper), shown to be printed or saved."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from krisapp.ui.attempt import attempt

if TYPE_CHECKING:
    from krisapp.documents.paper import Paper


def show_paper(near: QWidget, make: Callable[[], "Paper"], before: Callable[[bytes], object] | None = None) -> None:
    """Show a paper to be printed or saved; a refusal is told near. `before` journals it when it leaves."""
    from krisapp.ui.printing.preview import show  # here: no screen waits for what few print

    attempt(near, lambda: show(near, make(), before))

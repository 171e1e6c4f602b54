"""Counting one more, with a way back (en till)."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from krisapp.domain.events import Event
from krisapp.domain.words import _
from krisapp.ui.live import Live
from krisapp.ui.widgets.toast import Toast

LONGEST = 48
"""Characters of a question that are repeated when it was counted."""


def say_counted(near: QWidget, live: Live, act: Event, back: Callable[[str], Event], what: str) -> None:
    """Hand a count to the desk and say so; `back` makes the event that takes the entry of this id back."""
    (stamp,) = live.desk.do(act)
    toast = near.window().findChild(Toast)
    if isinstance(toast, Toast):
        short = what if len(what) <= LONGEST else f"{what[:LONGEST].rstrip()} …"
        toast.say(_("En till: {what}").format(what=short), lambda: live.do(back(stamp.id)))

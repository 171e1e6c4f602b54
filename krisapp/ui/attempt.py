"""Trying a decision from the window (försök): the rules' no beside the control, the disk's no in a last resort."""

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from krisapp.domain.words import Refused
from krisapp.store.bad_input import BadInput
from krisapp.store.trouble import Trouble


@runtime_checkable
class Refuses(Protocol):
    """A part that can say why something was refused: a field, a dialog, a view, the window."""

    def refuse(self, sentence: str) -> None:
        """Show the sentence where the person looks."""


@runtime_checkable
class Relents(Protocol):
    """A part that takes its last no away when something has been done since."""

    def relent(self) -> None:
        """Show the sentence no longer."""


def attempt(near: QWidget, act: Callable[[], object]) -> bool:
    """Do something that the rules, a file or the disk may refuse; return whether it was done.

    A `Refused` or `BadInput` is shown by `near` or the nearest part around it that can. A `Trouble` or `OSError`
    opens the last-resort dialog, which stays until the same act succeeds or the person gives up.
    Anything else is a bug and rises.
    """
    try:
        act()
    except (Refused, BadInput) as no:
        tell_refused(near, str(no))
        return False
    except (Trouble, OSError) as error:
        from krisapp.ui.last_resort import LastResort  # here: the start does not wait for what should never be needed

        dialog = LastResort(near.window(), error, act)
        saved = dialog.run()
        dialog.deleteLater()
        return saved
    part: object = _refusing(near)
    if isinstance(part, Relents):
        part.relent()
    return True


def tell_refused(near: QWidget, sentence: str) -> None:
    """Show a sentence by the nearest part that can, looking outwards."""
    part = _refusing(near)
    if part is None:
        raise LookupError(f"no part around {near!r} can show: {sentence}")
    part.refuse(sentence)


def _refusing(near: QWidget) -> Refuses | None:
    part: QWidget | None = near
    while part is not None and not isinstance(part, Refuses):
        part = part.parentWidget()
    return part

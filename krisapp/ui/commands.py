"""Commands with names and keys (kommandon): one list feeds menus, Ctrl+K and the help of F1."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from krisapp.domain.words import _

_NAME = "source"


def command(owner: QWidget, name: str, key: str, slot: Callable[[], object], *, here: bool = False) -> QAction:
    """Give a widget a command and return it. `name` is marked with `N_`; `key` is "Ctrl+L" or several by ";".

    With `here` the key works only while the focus is inside the widget; else in the whole window.
    """
    action = QAction(owner)
    name_action(action, name)
    action.setShortcuts([QKeySequence(one) for one in key.split(";") if one])
    context = Qt.ShortcutContext
    action.setShortcutContext(context.WidgetWithChildrenShortcut if here else context.WindowShortcut)
    action.triggered.connect(slot)
    owner.addAction(action)
    return action


def commands_of(*owners: QWidget | None) -> list[QAction]:
    """Return the commands of some widgets that can be used now, in the order they were made."""
    found = (action for owner in owners if owner is not None for action in owner.actions())
    return [action for action in found if action.property(_NAME) and action.isEnabled()]


def name_action(action: QAction, name: str) -> None:
    """Give a command another name, marked with `N_`; without one it is listed nowhere."""
    action.setProperty(_NAME, name)
    action.setText(_(name) if name else "")


def name_of(action: QAction) -> str:
    """Return a command's name in the language in force."""
    return _(str(action.property(_NAME)))


def keys_of(action: QAction) -> str:
    """Return a command's keys as this system writes them: "F2, Ctrl+L"."""
    form = QKeySequence.SequenceFormat.NativeText
    return ", ".join(key.toString(form) for key in action.shortcuts())


def retranslate(actions: Iterable[QAction]) -> None:
    """Name commands in the language in force."""
    for action in actions:
        if action.property(_NAME):
            action.setText(name_of(action))

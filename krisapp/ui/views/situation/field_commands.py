"""The fields of the fact sheet among the commands (fälten i Ctrl+K): each is gone to by the words of its label."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from krisapp.domain.words import _
from krisapp.ui.commands import name_action
from krisapp.ui.views.situation.groups import FIELD_BY_KEY, GROUPS

if TYPE_CHECKING:
    from krisapp.ui.live import Live


def field_commands(live: "Live", parent: QObject) -> list[QAction]:
    """Return a command for each field, in the order of the sheet; none while no incident is open."""
    return [_command(live, key, parent) for group in GROUPS for key in group.keys] if live.has_incident else []


def _command(live: "Live", key: str, parent: QObject) -> QAction:
    action = QAction(parent)
    name_action(action, _("Fältet {name}").format(name=_(FIELD_BY_KEY[key].label)))
    action.triggered.connect(partial(live.shown.emit, "situation", key))
    return action

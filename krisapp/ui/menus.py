"""The menus (menyerna): a few, with every command of the window under one of them."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from krisapp.domain.words import N_, _
from krisapp.store.translations import LANGUAGES
from krisapp.ui.commands import command, retranslate
from krisapp.ui.theme.tokens import SCHEME_NAMES

_TITLES = {
    "incident": N_("&Händelse"),
    "go": N_("&Gå till"),
    "view": N_("&Visa"),
    "help": N_("H&jälp"),
}
_SUBMENUS = {"scheme": N_("Färger"), "language": N_("Språk")}


class Menus(QMenuBar):
    """Holds the commands of a window; `pick_scheme` and `pick_language` are called with the key chosen."""

    def __init__(
        self, window: QWidget, pick_scheme: Callable[[str], None], pick_language: Callable[[str], None]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._menus = {key: QMenu(self) for key in _TITLES}
        for menu in self._menus.values():
            self.addMenu(menu)
        schemes = {scheme.value: word for scheme, word in SCHEME_NAMES.items()}
        self._submenus = {
            "scheme": _Choices(self, schemes, pick_scheme),
            "language": _Choices(self, LANGUAGES, pick_language),
        }

    def add(self, name: str, key: str, slot: Callable[[], object], menu: str) -> QAction:
        """Add a command to one of the menus incident, go, view or help."""
        action = command(self._window, name, key, slot)
        self._menus[menu].addAction(action)
        return action

    def finish(self) -> None:
        """Add what closes each menu, and say every word."""
        self._menus["view"].addSeparator()
        for submenu in self._submenus.values():
            submenu.make(self._window)
            self._menus["view"].addMenu(submenu)
        self.retranslate()

    def show_chosen(self, scheme: str, language: str) -> None:
        """Tick the scheme and the language in force."""
        self._submenus["scheme"].tick(scheme)
        self._submenus["language"].tick(language)

    def retranslate(self) -> None:
        """Say every word anew."""
        for key, menu in self._menus.items():
            menu.setTitle(_(_TITLES[key]))
        for key, submenu in self._submenus.items():
            submenu.setTitle(_(_SUBMENUS[key]))
        retranslate(self._window.findChildren(QAction))


class _Choices(QMenu):
    """A menu of which one is ticked."""

    def __init__(self, parent: QWidget, choices: dict[str, str], pick: Callable[[str], None]) -> None:
        super().__init__(parent)
        self._choices, self._pick = choices, pick
        self._actions: dict[str, QAction] = {}
        self._group = QActionGroup(self)

    def make(self, window: QWidget) -> None:
        """Make a command of the window for each choice."""
        for key, word in self._choices.items():
            action = command(window, word, "", self._picked)
            action.setCheckable(True)
            action.setData(key)
            self._group.addAction(action)
            self.addAction(action)
            self._actions[key] = action

    def tick(self, key: str) -> None:
        """Tick one."""
        if key in self._actions:
            self._actions[key].setChecked(True)

    def _picked(self) -> None:
        action = self._group.checkedAction()
        if action is not None:
            self._pick(str(action.data()))

"""The menus (menyerna): a few, with every command of the window under one of them."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QActionGroup, QPaintEvent
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
    """Holds the commands of a window; `pick_scheme` and `pick_language` are called with the key chosen.

    The bar has its words and the window its commands at once; the menus themselves are made when the bar has been
    painted, since nobody can have opened one before.
    """

    def __init__(
        self,
        window: QWidget,
        parent: QWidget,
        pick_scheme: Callable[[str], None],
        pick_language: Callable[[str], None],
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._titles = {key: self.addAction(_(words)) for key, words in _TITLES.items()}
        self._commands: dict[str, list[QAction]] = {key: [] for key in _TITLES}
        self._pick = {"scheme": pick_scheme, "language": pick_language}
        self._submenus: dict[str, _Choices] = {}
        self._chosen = {"scheme": "", "language": ""}
        self._painted = False

    def add(self, name: str, key: str, slot: Callable[[], object], menu: str) -> QAction:
        """Add a command to one of the menus incident, go, view or help."""
        action = command(self._window, name, key, slot)
        self._commands[menu].append(action)
        made = self._titles[menu].menu()
        if isinstance(made, QMenu):
            made.addAction(action)
        return action

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar; after the first time, make the menus."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.make)

    def make(self) -> None:
        """Make the menus, each with its commands."""
        if self._submenus:
            return
        for key, title in self._titles.items():
            menu = QMenu(self)
            menu.addActions(self._commands[key])
            title.setMenu(menu)
            if key == "view":
                self._add_choices(menu)
        self.retranslate()
        self.show_chosen(**self._chosen)

    def _add_choices(self, menu: QMenu) -> None:
        menu.addSeparator()
        schemes = {scheme.value: word for scheme, word in SCHEME_NAMES.items()}
        for key, choices in (("scheme", schemes), ("language", LANGUAGES)):
            self._submenus[key] = _Choices(self, choices, self._pick[key])
            self._submenus[key].make(self._window)
            menu.addMenu(self._submenus[key])

    def show_chosen(self, scheme: str, language: str) -> None:
        """Tick the scheme and the language in force."""
        self._chosen = {"scheme": scheme, "language": language}
        for key, submenu in self._submenus.items():
            submenu.tick(self._chosen[key])

    def retranslate(self) -> None:
        """Say every word anew."""
        for key, title in self._titles.items():
            title.setText(_(_TITLES[key]))
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

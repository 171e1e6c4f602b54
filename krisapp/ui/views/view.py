"""What every screen is (vy): a page that shows what the desk holds, and asks it for changes."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from krisapp.ui.commands import command
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.widgets.banner import Banner
from krisapp.ui.widgets.page import Page

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class View(Page):
    """A screen. The window builds it at the first visit, inside itself, and then calls `refresh`.

    `live` is the desk as a Qt object; its `changed` brings a `refresh` to the view that is shown,
    and to others when they are next shown. Subclasses lay out in `__init__`, set every word in
    `retranslate`, and fill in `refresh`; both are called before the first showing.
    """

    def __init__(self, live: "Live", parent: QWidget) -> None:
        super().__init__(parent)
        self.live = live
        self.banner = Banner(self)
        self._refused = ""
        self.body.addWidget(self.banner)

    def refresh(self) -> None:
        """Show what the desk holds now."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Set every word of the screen in the language in force."""
        raise NotImplementedError

    def tick(self) -> None:
        """Move what depends on the clock; called once a second while the view is shown."""

    def start(self) -> None:
        """Put the focus where work begins; called at each visit by key."""
        self.focusNextChild()

    def show_item(self, key: str) -> None:
        """Go to one thing in the screen, by its key; what the key means is the view's own."""

    def refuse(self, sentence: str) -> None:
        """Say above the body why something was refused."""
        self._refused = sentence
        self.banner.say(sentence)

    def relent(self) -> None:
        """Take the last no away; what else stands above the body stays."""
        if self._refused and self.banner.text == self._refused:
            self.banner.hide()

    def command(self, name: str, key: str, slot: Callable[[], object]) -> QAction:
        """Add a command of this screen, named with `N_`: it works here and stands in Ctrl+K and F1."""
        return command(self, name, key, slot, here=True)


class Place(NamedTuple):
    """A screen's place in the navigation (plats): what must be known before the screen is built.

    `name` is marked with `N_`. `load` imports the screen and returns its class: imports are made at
    the first visit, so that the start does not wait for them. `incident` and `calm` tell whether it
    is offered with an incident open and without.
    """

    key: str
    name: str
    icon: str
    load: Callable[[], type[View]]
    incident: bool = True
    calm: bool = False
    exercise: bool = False
    """Whether it is offered in an exercise, though not in a real incident."""


class Count(NamedTuple):
    """A number beside a screen's name: what waits there, "3 försenade", and how it is meant."""

    number: int
    words: str
    tone: Tone = Tone.NEUTRAL

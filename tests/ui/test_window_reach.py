"""Everything in the frame can be reached, heard and said in another language (AX1, AX2)."""

from collections.abc import Iterator
from gettext import NullTranslations

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel

from krisapp.domain.words import _, speak
from krisapp.ui.live import Live
from krisapp.ui.window import Window
from tests.ui.framing import start


def nameless(interface: QAccessibleInterface | None) -> Iterator[str]:
    """Find what a person can reach but not hear the name of."""
    if interface is None:
        return
    role, state = interface.role(), interface.state()
    reached = {
        QAccessible.Role.Button,
        QAccessible.Role.CheckBox,
        QAccessible.Role.ComboBox,
        QAccessible.Role.EditableText,
        QAccessible.Role.List,
        QAccessible.Role.Table,
        QAccessible.Role.Tree,
    }
    if role in reached and state.focusable and not interface.text(QAccessible.Text.Name):
        yield f"{role.name} {interface.object()}"
    for at in range(interface.childCount()):
        yield from nameless(interface.child(at))


def test_ax1_everything_that_can_be_reached_has_a_name(window: Window, live: Live) -> None:
    start(live)

    assert list(nameless(QAccessible.queryAccessibleInterface(window))) == []


def test_ax1_every_choice_has_a_label_as_buddy(window: Window, live: Live) -> None:
    start(live)
    buddies = [label.buddy() for label in window.findChildren(QLabel)]

    assert [box for box in window.findChildren(QComboBox) if box not in buddies] == []


class Marked(NullTranslations):
    """A language that is Swedish with a sign before each sentence."""

    def gettext(self, message: str) -> str:
        return f"§{message}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"§{msgid1 if n == 1 else msgid2}"


def words_of(window: Window) -> set[str]:
    """Collect every word of the frame itself that can be seen."""
    own = (window._head, window._log, window._navigation)
    labels = {label.text() for part in own for label in part.findChildren(QLabel) if label.isVisible()}
    buttons = {button.accessibleName() for part in own for button in part.findChildren(QAbstractButton)}
    menus = {action.text() for action in window._menus.actions()}
    return {word for word in labels | buttons | menus if word}


def test_ax2_every_word_of_the_frame_follows_the_language(window: Window, live: Live) -> None:
    start(live)
    try:
        speak(Marked())
        window.retranslate()
        spoken_now = words_of(window)
        names = [_(place.name) for place in window.places]
    finally:
        speak(NullTranslations())
    data = {"Krisapp", live.plan.settings.municipality, "Vattenläcka i Malmköping"}

    assert {word for word in spoken_now if "§" not in word} == data
    assert len(spoken_now) > 10
    assert all(name.startswith("§") for name in names)

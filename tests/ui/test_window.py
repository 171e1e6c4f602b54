"""The frame around every screen: what is always there, by key and by word."""

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from gettext import NullTranslations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from krisapp.domain.log import Kind
from krisapp.domain.words import _, speak
from krisapp.ui.live import Live
from krisapp.ui.settings import Kept
from krisapp.ui.theme.theme import current, wear
from krisapp.ui.theme.tokens import Scheme
from krisapp.ui.views.view import Place, View
from krisapp.ui.widgets.exercise import Strip
from krisapp.ui.window import Window
from krisapp.workplace import Workplace

NOW = datetime(2027, 3, 4, 14, 10, 30, tzinfo=timezone(timedelta(hours=1)))


class Screen(View):
    """A screen with one field, that counts how often it was filled in."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(live, parent)
        self.field = QLineEdit(self)
        self.field.setAccessibleName("Fält")
        self.body.addWidget(self.field)
        self.refreshed = 0
        self.item = ""

    def refresh(self) -> None:
        self.refreshed += 1

    def retranslate(self) -> None:
        self.title("Skärm")

    def start(self) -> None:
        self.field.setFocus()

    def show_item(self, key: str) -> None:
        self.item = key


def screen() -> type[View]:
    return Screen


PLACES = (
    Place("start", "Beredskap", "start", screen, incident=False, calm=True),
    Place("overview", "Översikt", "overview", screen),
    Place("todo", "Att göra", "todo", screen),
    Place("plan", "Plan", "plan", screen, calm=True),
)


@pytest.fixture
def live(tmp_path: Path, qapp: QApplication) -> Iterator[Live]:
    made = Live(Workplace(tmp_path / "arbetsplats", lambda: NOW), qapp)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def window(live: Live, tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Window]:
    kept = Kept(tmp_path)
    kept.settings.person = live.plan.people[0].id
    made = Window(live, kept, PLACES)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    wear(qapp, Scheme.LIGHT, 100)


def start(live: Live, *, exercise: bool = False) -> None:
    """Start an incident and sit down at it."""
    plan = live.plan
    live.open(
        live.workplace.start(
            type=plan.types[0].id,
            places=("Malmköping",),
            sentence="Vattnet är förorenat.",
            level="N2",
            danger_to_life=False,
            exercise=exercise,
            person=plan.people[0].id,
            name="Vattenläcka i Malmköping",
            alarm_at=NOW - timedelta(minutes=80),
        )
    )


def shown(window: Window) -> Screen:
    assert isinstance(window.view, Screen)
    return window.view


def spoken(window: QWidget) -> list[str]:
    return [part.accessibleName() for part in window.findChildren(QWidget) if part.isVisible()]


def test_only_what_an_open_incident_needs_is_offered(window: Window, live: Live) -> None:
    assert [place.name for place in window.places] == ["Beredskap", "Plan"]

    start(live)
    assert [place.name for place in window.places] == ["Översikt", "Att göra", "Plan"]

    live.close()
    assert [place.name for place in window.places] == ["Beredskap", "Plan"]


def test_a_screen_is_built_at_its_first_visit_and_kept(window: Window, live: Live, qtbot: QtBot) -> None:
    start(live)
    assert len(window.findChildren(Screen)) == 2

    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    first = shown(window)
    assert first.field.hasFocus()
    assert len(window.findChildren(Screen)) == 3

    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert shown(window) is first


def test_a_change_refreshes_the_screen_that_is_shown_and_others_when_they_are(window: Window, live: Live) -> None:
    start(live)
    overview = shown(window)
    window.go("todo")
    todo = shown(window)
    before = overview.refreshed, todo.refreshed

    live.changed.emit()
    assert (overview.refreshed, todo.refreshed) == (before[0], before[1] + 1)

    window.go("overview")
    assert overview.refreshed == before[0] + 1


def test_lo3_a_line_is_written_by_keys_alone_from_any_screen(window: Window, live: Live, qtbot: QtBot) -> None:
    start(live)
    shown(window).start()

    qtbot.keyClick(window, Qt.Key.Key_F2)
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, "KC kommer")
    qtbot.keyClick(focused, Qt.Key.Key_Return)

    line = live.incident.log[-1]
    assert (line.text, line.kind, line.happened) == ("KC kommer", Kind.OBSERVATION, NOW)
    assert shown(window).field.hasFocus()
    assert "Sparat kl. 14.10.30 i FLN-2027-001.krisapp" in [label.text() for label in window.findChildren(QLabel)]


def test_ex1_an_exercise_is_marked_above_below_and_in_title_and_head(window: Window, live: Live) -> None:
    assert not [strip for strip in window.findChildren(Strip) if strip.isVisible()]

    start(live, exercise=True)

    strips = [strip for strip in window.findChildren(Strip) if strip.isVisible()]
    assert {strip.mapTo(window, strip.rect().topLeft()).y() > 300 for strip in strips} == {True, False}
    assert "ÖVNING" in spoken(window)
    assert window.windowTitle().startswith("ÖVNING")


def test_ex1_the_real_thing_is_never_marked_as_an_exercise(window: Window, live: Live) -> None:
    start(live, exercise=True)
    live.close()
    start(live)

    assert not [strip for strip in window.findChildren(Strip) if strip.isVisible()]
    assert "SKARPT LÄGE" in spoken(window)


@pytest.mark.parametrize("scheme", Scheme)
def test_ex1_the_hatched_edge_is_seen_in_each_scheme(
    window: Window, live: Live, scheme: Scheme, qapp: QApplication
) -> None:
    start(live, exercise=True)
    wear(qapp, scheme, 100)

    picture = window.grab().toImage()
    middle = picture.height() // 2
    left = {picture.pixelColor(x, middle + y).name() for x in range(7) for y in range(24)}
    right = {picture.pixelColor(picture.width() - 1 - x, middle + y).name() for x in range(7) for y in range(24)}
    colours = current().colours
    assert {colours.exercise, colours.exercise_stripe} <= left & right


def test_a_view_can_be_asked_for_by_any_other(window: Window, live: Live) -> None:
    start(live)

    live.shown.emit("todo", "K01-03")

    assert shown(window).item == "K01-03"


def test_text_grows_and_shrinks_by_key(window: Window, qtbot: QtBot) -> None:
    size = QApplication.font().pixelSize()

    qtbot.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.font().pixelSize() > size
    assert window.kept.settings.text == 110

    qtbot.keyClick(window, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.font().pixelSize() == size


def test_who_sits_here_is_remembered_and_signs_the_journal(window: Window, live: Live) -> None:
    start(live)
    other = live.plan.people[1].id

    window._head.person.emit(other)

    assert live.desk.person == other
    assert window.kept.settings.person == other


def cut(window: Window) -> list[str]:
    """Find the labels whose words do not fit and cannot be read elsewhere."""
    lines = [part for part in window.findChildren(QLabel) if part.isVisible() and part.text() and not part.wordWrap()]
    whole = {part.text() for part in lines if part.accessibleName() == part.text()}
    return [part.text() for part in lines if part.width() < part.sizeHint().width() and part.text() not in whole]


@pytest.mark.parametrize("size", [(1280, 720), (1024, 768)])
@pytest.mark.parametrize("exercise", [False, True])
def test_the_frame_fits_the_smallest_screens(
    window: Window, live: Live, qtbot: QtBot, size: tuple[int, int], exercise: bool
) -> None:
    start(live, exercise=exercise)
    window.resize(*size)

    qtbot.waitUntil(lambda: cut(window) == [])
    assert (window.width(), window.height()) == size


def test_the_frame_fits_a_small_screen_at_two_hundred_per_cent(
    window: Window, live: Live, qtbot: QtBot, qapp: QApplication
) -> None:
    start(live)
    window.resize(1280, 720)
    wear(qapp, Scheme.LIGHT, 200)

    qtbot.waitUntil(lambda: cut(window) == [])
    assert (window.width(), window.height()) == (1280, 720)


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


def test_closing_the_window_remembers_it(window: Window, tmp_path: Path) -> None:
    window.resize(1100, 700)
    window.close()

    assert Kept(tmp_path).settings.geometry != ""


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

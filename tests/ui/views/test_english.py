"""The window in English: every screen, switched while it is open, and back again."""

import gettext
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from krisapp.domain import situation, words
from krisapp.store.translations import catalogue
from krisapp.ui.live import Live
from krisapp.ui.settings import Kept
from krisapp.ui.views import VIEWS
from krisapp.ui.window import Window
from tests.ui.views.saying import swedish, translations, walk


@pytest.fixture
def window(calm: Live, tmp_path: Path, qtbot: QtBot) -> Iterator[Window]:
    made = Window(calm, Kept(tmp_path), VIEWS)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    words.speak(gettext.NullTranslations())


def pick(window: Window, language: str) -> None:
    """Choose a language in the menu, as a person does."""
    window._menus.make()
    next(action for action in window.actions() if action.data() == language).trigger()


@pytest.fixture
def incident(live: Live) -> Live:
    """Give an open incident with facts, so that the screens have something to say."""
    next_update = live.now().replace(second=0, microsecond=0) + timedelta(hours=2)
    values = {
        "headline": "Koka kranvattnet i Malmköping.",
        "what_happened": "Ett prov visar tecken på bakterier.",
        "area": "Tätorten Malmköping.",
        "next_update": next_update,
    }
    live.do(situation.set_fields(live.incident, values))
    return live


def test_ax2_nothing_is_swedish_on_the_calm_screens_once_english_is_chosen(window: Window) -> None:
    before = walk(window)
    assert len(swedish(window.live, before)) > 50

    pick(window, "en")

    assert swedish(window.live, walk(window)) == []


@pytest.mark.usefixtures("incident")
def test_ax2_nothing_is_swedish_during_an_incident_once_english_is_chosen(window: Window) -> None:
    before = walk(window)
    assert len(swedish(window.live, before)) > 200

    pick(window, "en")

    assert swedish(window.live, walk(window)) == []


def test_ax2_a_line_of_the_programs_own_is_told_in_the_language_in_force(incident: Live) -> None:
    line = incident.incident.log[-1]
    words.speak(catalogue("en"))
    english = line.text
    words.speak(catalogue("sv"))

    assert english == "Situation changed (version 3): one sentence, what has happened, area, next update."
    assert line.text == "Läget ändrat (version 3): en mening, vad har hänt, område, nästa besked."


@pytest.mark.usefixtures("incident")
def test_ax2_a_screen_built_in_english_turns_swedish_when_swedish_is_chosen(window: Window) -> None:
    pick(window, "en")
    english = walk(window)
    assert {"Overview", "To do", "Situation", "Messages", "Log", "Contacts"} <= english

    pick(window, "sv")
    said = walk(window)

    assert {"Översikt", "Att göra", "Läge", "Budskap", "Logg", "Kontakter"} <= said
    assert sorted(said & {text for source, text in translations() if source != text and len(text) > 12}) == []

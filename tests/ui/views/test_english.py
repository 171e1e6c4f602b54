"""The window in English: every screen, switched while it is open, and back again."""

import gettext
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from krisapp.domain import dispatch, goals, replacing, situation, words
from krisapp.domain.answering import asking, countering, press
from krisapp.domain.answering.questions import Asker
from krisapp.domain.checks import Stage
from krisapp.domain.consistency.contradiction import Contradiction
from krisapp.domain.consistency.values import Kind
from krisapp.domain.reaching import working
from krisapp.store.translations import catalogue
from krisapp.ui.live import Live
from krisapp.ui.settings import Kept
from krisapp.ui.views import VIEWS
from krisapp.ui.views.log_dialogs import WriteDialog
from krisapp.ui.views.messages.approving import Approving
from krisapp.ui.views.messages.chain_dialog import ChainDialog
from krisapp.ui.views.messages.contradictions import ContradictionsDialog
from krisapp.ui.views.messages.emergency import Afterwards, Emergency
from krisapp.ui.views.messages.map_dialog import MapDialog
from krisapp.ui.views.messages.renewing import Renewing
from krisapp.ui.views.messages.replacing_dialog import ReplacingDialog
from krisapp.ui.views.overview_level import LevelDialog
from krisapp.ui.views.reaching.carrying_dialogs import Failing, Finishing
from krisapp.ui.views.situation.fact_dialog import FactDialog
from krisapp.ui.views.start_dialog import StartDialog
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.window import Window
from tests.ui.views.reaching.screen import PLACE, put_out
from tests.ui.views.saying import said_in, swedish, translations, walk

NOTICE = "E1-C12.sv"
OPENED: tuple[Callable[[Live, QWidget], Dialog], ...] = (
    lambda live, window: Approving(live, ("E1-C05.sv",), window),
    lambda live, window: Afterwards(live, window),
    lambda live, window: ChainDialog(live, NOTICE, window),
    lambda live, window: ContradictionsDialog(live, (Contradiction(NOTICE, (0, 4), "Koka", Kind.NUMBER),), window),
    lambda live, window: Emergency(live, "E1-C05.sv", window),
    lambda live, window: FactDialog(live, None, window),
    lambda live, window: Finishing(live, next(iter(live.incident.dispatches.values())), window),
    lambda live, window: Failing(live, next(iter(live.incident.dispatches.values())), window),
    LevelDialog,
    MapDialog,
    lambda live, window: Renewing(live, (NOTICE,), window, Stage.CORRECTION),
    ReplacingDialog,
    StartDialog,
    WriteDialog,
)
"""Windows that are opened over a screen, during an incident."""


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


@pytest.fixture
def busy(incident: Live) -> Live:
    """Give an incident an hour old: asked about, talked about, out on paper, dark in one place, and to be corrected."""
    live, now = incident, incident.now()
    for asked in ("Kan man duscha?", "Kan man diska?"):
        live.do(asking.ask(live.incident, asked, Asker.RESIDENTS, now))
    first, second = live.incident.questions
    live.do(asking.answer(live.incident, first, "Ja, men svep inte vattnet.", now))
    live.do(asking.promise(live.incident, second, now + timedelta(hours=1), now))
    live.do(countering.hear(live.incident, "Vattnet kommer snart att ta slut", now, reported_by="Rektorn"))
    live.do(countering.assign(live.incident, next(iter(live.incident.rumours)), "Ida"))
    live.do(press.receive(medium="P4", question="Vem ansvarar?", now=now, political=True))
    live.do(working.report(live.incident, PLACE, {working.POWER: working.State.DOWN}, "Ida"))
    put_out(live, NOTICE)
    live.do(dispatch.plan_dispatch(live.incident, NOTICE, goals.goals(live.plan, "C12", PLACE)[0], carrier="Ida"))
    live.do(replacing.decide_replacement(live.incident, Stage.CORRECTION, "fel plats"))
    return live


def test_ax2_nothing_is_swedish_on_the_calm_screens_once_english_is_chosen(window: Window) -> None:
    before = walk(window)
    assert len(swedish(window.live, before)) > 50

    pick(window, "en")

    assert swedish(window.live, walk(window)) == []


@pytest.mark.usefixtures("busy")
def test_ax2_nothing_is_swedish_during_an_incident_once_english_is_chosen(window: Window) -> None:
    before = walk(window)
    assert len(swedish(window.live, before)) > 300

    pick(window, "en")

    assert swedish(window.live, walk(window)) == []


def test_ax2_nothing_is_swedish_in_what_opens_over_a_screen_once_english_is_chosen(window: Window, busy: Live) -> None:
    pick(window, "en")

    said = set()
    for open_over in OPENED:
        dialog = open_over(busy, window)
        dialog.show()
        said |= said_in(dialog)
        dialog.close()

    assert len(said) > 150
    assert swedish(busy, said) == []


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

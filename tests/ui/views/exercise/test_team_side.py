"""The team's side of a drill: what reaches it, what it makes of it, and what it never sees."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from krisapp.documents.text_record import text_record
from krisapp.domain.answering.rumours import Counter
from krisapp.domain.exercising.drill import Drill
from krisapp.domain.exercising.scenario import Inject
from krisapp.domain.exercising.taking import Made
from krisapp.domain.leading.task.incoming import Reports
from krisapp.store.scenario_files import read_scenario, shipped
from krisapp.ui.live import Live
from krisapp.ui.views.exercise.arrivals_page import ArrivalsPage
from krisapp.ui.views.exercise.conducting import Conductor
from krisapp.ui.views.exercise.view import ExerciseView
from krisapp.ui.views.exercise.world_page import WorldPage
from krisapp.ui.window import Window
from tests.ui.views.exercise.conftest import Playing
from tests.ui.views.keyboard import press_key, words
from tests.ui.views.saying import walk


def page_of(window: Window, tab: str) -> QWidget:
    window.go("exercise")
    view = window.view
    assert isinstance(view, ExerciseView)
    view.turn_to(tab)
    return view.page


@pytest.fixture
def arrivals(window: Window, play: Playing) -> ArrivalsPage:
    """Give the page of what has come in by minute 30, with the focus in its list."""
    play.to(30)
    page = page_of(window, "arrivals")
    assert isinstance(page, ArrivalsPage)
    page.start()
    return page


def take(page: ArrivalsPage, inject: str, key: Qt.Key, qtbot: QtBot) -> None:
    page.list.choose(inject)
    page.list.setFocus()
    press_key(qtbot, key)


def test_a_call_is_met_as_a_call_and_a_post_as_a_picture_of_it(arrivals: ArrivalsPage) -> None:
    arrivals.show_item("A1")
    assert "Telefonen ringer" in words(arrivals.card)
    assert "koliforma" in words(arrivals.card)
    assert "Förväntad" not in words(arrivals.card)
    arrivals.show_item("A6")
    assert "Skärmbild ur sociala medier" in words(arrivals.card)


def test_each_key_makes_what_its_button_says(arrivals: ArrivalsPage, calm: Live, qtbot: QtBot) -> None:
    for inject, key in (("A5", Qt.Key.Key_M), ("A6", Qt.Key.Key_R), ("A4", Qt.Key.Key_I), ("A2", Qt.Key.Key_L)):
        take(arrivals, inject, key, qtbot)
    incident = calm.incident
    assert [one.asked.medium for one in incident.enquiries.values()] == ["Lokaltidning"]
    assert [one.heard.where for one in incident.rumours.values()] == ["Facebookinlägg"]
    assert len(incident.part(Reports).by_id) == 1
    assert any(line.text.startswith("Vi har nyss hört") for line in incident.log)
    take(arrivals, "A3", Qt.Key.Key_Space, qtbot)
    taken = incident.part(Drill).taken
    assert {id: one.made for id, (one, _stamp) in taken.items()} == {
        "A5": Made.ENQUIRY,
        "A6": Made.RUMOUR,
        "A4": Made.REPORT,
        "A2": Made.LOG,
        "A3": Made.SEEN,
    }


def test_enter_makes_of_a_rumour_a_rumour_and_the_count_in_the_navigation_follows(
    arrivals: ArrivalsPage, calm: Live, window: Window, qtbot: QtBot
) -> None:
    from krisapp.ui.counts import counts

    before = counts(calm)["exercise"].number
    take(arrivals, "A6", Qt.Key.Key_Return, qtbot)
    assert len(calm.incident.rumours) == 1
    assert counts(calm)["exercise"].number == before - 1
    del window


def test_a_role_sees_its_own(arrivals: ArrivalsPage) -> None:
    arrivals.role.choose("KCT")
    arrivals.refresh()
    assert [row.inject.id for row in arrivals.model.rows] == ["A2"]


def test_an_answered_rumour_fades_in_the_feed_of_the_world(
    arrivals: ArrivalsPage, calm: Live, window: Window, play: Playing, qtbot: QtBot
) -> None:
    take(arrivals, "A6", Qt.Key.Key_R, qtbot)
    page = page_of(window, "world")
    assert isinstance(page, WorldPage)
    thread = next(row for row in page.feed_model.rows if row.key == "A6")
    assert not thread.fading
    (rumour,) = calm.incident.rumours.values()
    rumour.counter.set(Counter("Gäller det hela Flen?", "Nej, bara Malmköping."), calm.incident.log[-1].stamp)
    play.to(33)
    page.tick()
    assert next(row for row in page.feed_model.rows if row.key == "A6").fading
    assert any("tyst" in row.text.lower() or "inte gått ut" in row.text for row in page.paper_model.rows)


def unsent(live: Live) -> list[Inject]:
    drill = live.incident.part(Drill)
    return [one for one in drill.injects if drill.sent_at(one.id) is None]


def test_nothing_of_the_script_is_seen_found_or_exported_by_the_team(
    conductor: Conductor, calm: Live, window: Window, play: Playing
) -> None:
    play.to(30)
    secrets = [one.text for one in unsent(calm)]
    assert len(secrets) > 5
    said = "\n".join(walk(window))
    assert "koliforma" in said
    assert not any(secret in said for secret in secrets)
    record = text_record(calm.incident)
    log = "\n".join(line.text for line in calm.incident.log)
    for secret in secrets:
        assert secret not in record
        assert secret not in log
    while calm.desk.make_findable():
        pass
    # Not a word of the sent ones either: what the team has not written down, it has not written down.
    assert calm.desk.search("koliforma") == []
    assert calm.desk.search("Nödvattentank") == []
    del conductor


def test_the_script_leaves_in_no_export_before_the_drill_has_ended(
    conductor: Conductor, calm: Live, window: Window
) -> None:
    from krisapp.ui.views.open_export import JSON, forms_of

    assert JSON not in forms_of(calm.incident)
    assert conductor.end(window)
    assert JSON in forms_of(calm.incident)


def test_the_screen_is_offered_between_incidents_and_in_exercises_and_in_no_real_incident(
    window: Window, calm: Live, conductor: Conductor
) -> None:
    assert "exercise" in [place.key for place in window.places]
    calm.close()
    assert "exercise" in [place.key for place in window.places]
    first = read_scenario(shipped()[0], calm.plan).incident
    calm.open(
        calm.workplace.start(
            **{name: getattr(first, name) for name in msgspec.structs.asdict(first)},
            exercise=False,
            person=conductor.live.person,
        )
    )
    assert "exercise" not in [place.key for place in window.places]

"""The overview: what was promised, what is late, who has not been told, what is wrong, read in ten seconds."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from krisapp.domain import facts, log, messages, release, situation
from krisapp.domain.checks import Stage
from krisapp.domain.facts import Fact, SourceType, Status
from krisapp.domain.log import Kind
from krisapp.ui.live import Live
from krisapp.ui.views.overview import Overview
from krisapp.ui.views.overview_audiences import Told
from krisapp.ui.views.view import View
from tests.ui.views.conftest import CHIEF

ENTER = Qt.Key.Key_Return


@pytest.fixture
def view(live: Live, shown: Callable[[View], View], home: QWidget) -> Overview:
    home.resize(1100, 620)
    live.do(situation.set_fields(live.incident, {"next_update": live.now() + timedelta(minutes=40)}))
    made = Overview(live, home)
    shown(made)
    return made


def put_out(live: Live, id: str) -> None:
    """Approve and release a text, for a reason where one is asked for."""
    live.texts.approve((id,), CHIEF, means="telephone", accepted=live.texts.warnings((id,)))
    live.do(release.release(live.incident, id, release.Reason.KNOWN, "prov"))


def audience(view: Overview, code: str) -> Told:
    return next(row for row in view.audiences_model.rows if row.audience == code)


def needs(view: Overview) -> list[str]:
    return [row.key for row in view.needs_model.rows]


def test_p27_the_eight_audiences_stand_in_the_order_of_the_policy(view: Overview, qtmodeltester: ModelTester) -> None:
    assert [row.audience for row in view.audiences_model.rows] == ["I1", "I2", "E1", "E2", "E3", "E4", "E5", "E6"]
    assert {row.mark.word for row in view.audiences_model.rows} == {"inget besked än"}
    qtmodeltester.check(view.audiences_model)
    qtmodeltester.check(view.needs_model)


def test_p28_an_audience_after_the_residents_waits_for_them(view: Overview) -> None:
    assert audience(view, "E5").detail == "Invånarna går först"


def test_an_approved_text_tells_what_the_release_engine_says(view: Overview) -> None:
    live = view.live
    live.texts.approve(("E1-C01.sv",), CHIEF, means="telephone", accepted=live.texts.warnings(("E1-C01.sv",)))

    row = audience(view, "E1")
    assert row.mark.word == "godkänt, inte ute"
    assert "Förtroendevalda och medarbetare har inte fått besked än." in row.detail
    assert row.message == "E1-C01.sv"


def test_after_the_last_word_to_all_who_had_a_text_nothing_is_counted_down(view: Overview) -> None:
    live, ids = view.live, ("I1-C07.sv", "E1-C01.sv")
    for stage in (Stage.FIRST, Stage.FINAL):
        if stage is Stage.FINAL:
            live.texts.renew(ids, stage)
        for id in ids:
            put_out(live, id)
    view.refresh()

    assert view.promise.words == "inget lovat"
    assert "Slutbeskedet är ute" in view.promise.accessibleName()


def test_what_is_promised_counts_down_and_turns_to_late_when_it_has_passed(view: Overview, clock: object) -> None:
    assert view.promise.words == "om 40 min"
    assert "inget är lovat än" in view.promise.accessibleName()

    put_out(view.live, "I1-C07.sv" if "I1-C07.sv" in view.live.texts.ids() else view.live.texts.ids()[0])
    put_out(view.live, "E1-C01.sv")
    assert "Lovat kl. 13.12 i 1 text" in view.promise.accessibleName()

    clock.later(44)  # type: ignore[attr-defined]  # the standing clock
    view.tick()
    assert view.promise.words == "4 min sent"


def test_a_changed_fact_shows_which_audience_has_a_wrong_text_and_what_changed(view: Overview) -> None:
    live = view.live
    put_out(live, "E1-C01.sv")
    assert not [key for key in needs(view) if key.startswith("wrong")]

    live.do(situation.set_fields(live.incident, {"headline": "Vattnet i Malmköping är otjänligt"}))

    row = next(row for row in view.needs_model.rows if row.key == "wrong E1")
    assert (row.title, row.mark.word) == ("Invånare", "1 inaktuell text")
    assert "Ändrat:" in row.detail
    assert audience(view, "E1").mark.word == "1 inaktuell"
    assert (row.view, row.item) == ("messages", "E1-C01.sv")


def test_late_items_are_told_by_role_with_how_late_the_first_is(view: Overview, clock: object) -> None:
    clock.later(30)  # type: ignore[attr-defined]  # the standing clock
    view.tick()

    row = next(row for row in view.needs_model.rows if row.key == "late TIB")
    assert row.title == "Tjänsteperson i beredskap"
    assert row.detail.endswith("Starta händelsen i Krisapp och notera klockslag och vem som larmade")
    assert row.mark.word.endswith("sen")
    assert row.view == "todo"


def test_drafts_wait_for_another_person_and_say_who_wrote_them(view: Overview) -> None:
    live = view.live
    live.do(
        messages.draft(live.incident, "E2-C01.sv", "Hej {{ headline }}", live.texts.stage("E2-C01.sv"), edited=True)
    )

    row = next(row for row in view.needs_model.rows if row.key == "approve E2-C01.sv")
    assert "Skrivet av Jöns Tallbäcker" in row.detail
    assert view.approve.accessibleName().startswith("Att godkänna, 1")


def test_rumours_and_unconfirmed_facts_stand_last_and_a_secret_one_keeps_its_text(view: Overview) -> None:
    live = view.live
    rumour = Fact(id="F1", status=Status.RUMOUR, text="Barn är förgiftade", source_type=SourceType.PUBLIC)
    secret = Fact(id="F2", status=Status.UNCONFIRMED, text="Namn", secret=True, legal_ground="OSL 25:1")
    for fact in (secret, rumour):
        facts.check(fact)
        live.do(situation.state_fact(live.incident, fact, live.person))

    titles = {row.key: row.title for row in view.needs_model.rows}
    texts = [row.key for row in view.needs_model.rows if row.view != "lead"]  # what Stab only tells of comes after
    assert texts[-2:] == ["fact F1", "fact F2"]
    assert titles["fact F1"] == "Barn är förgiftade"
    assert titles["fact F2"] == "Sekretessmarkerad uppgift F2"


def test_enter_goes_to_the_place_where_it_is_dealt_with(view: Overview, qtbot: QtBot) -> None:
    view.audiences.choose("E1")
    with qtbot.waitSignal(view.live.shown) as asked:
        qtbot.keyClick(view.audiences, ENTER)
    assert asked.args[0] == "messages"
    assert asked.args[1].startswith("E1-")

    view.live.do(log.write(view.live.incident, Kind.OBSERVATION, "Något", view.live.now()))
    view.lines.setCurrentIndex(view.lines_model.index(0, 0))
    with qtbot.waitSignal(view.live.shown) as asked:
        qtbot.keyClick(view.lines, ENTER)
    assert asked.args == ["log", view.live.incident.log[-1].stamp.id]


def test_coming_back_tells_how_much_is_new(view: Overview, clock: object) -> None:
    view.hide()
    clock.later(7)  # type: ignore[attr-defined]  # the standing clock
    view.live.do(log.write(view.live.incident, Kind.OBSERVATION, "Något", view.live.now()))
    view.show()

    assert view._note.text() == "1 ny loggpost sedan du var här kl. 13.12"


def test_nothing_wrong_is_said_in_words_and_not_by_an_empty_space(view: Overview) -> None:
    assert view.needs_model.rows == () or view._no_needs.isHidden()
    view.needs_model.feed([])
    view.needs.setVisible(False)
    view._no_needs.setVisible(True)
    assert view._no_needs.text() == "Inget är sent, inget är fel och inget väntar på godkännande."


def test_the_worst_and_the_newest_stand_first_in_sight(view: Overview) -> None:
    live = view.live
    view.start()
    put_out(live, "E1-C01.sv")
    live.do(situation.set_fields(live.incident, {"headline": "Vattnet i Malmköping är otjänligt"}))

    for part in (view.needs, view.lines, view.audiences):
        assert part.currentIndex().row() == 0
        assert part.verticalScrollBar().value() == 0
    assert view.needs.current.key == "wrong E1"


def test_all_eight_audiences_are_seen_at_once_on_the_smallest_screen(view: Overview, home: QWidget) -> None:
    home.resize(1079, 545)  # what the window leaves of 1280 × 720 in an exercise
    view.resize(1079, 545)
    QApplication.processEvents()

    last = view.audiences.visualRect(view.audiences_model.index(7, 0))
    assert view.audiences_model.rowCount() == 8
    assert last.bottom() <= view.audiences.viewport().height()

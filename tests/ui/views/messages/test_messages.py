"""The matrix: what each cell says, and acting on one text or on many."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from krisapp.domain import situation
from krisapp.domain.messages import State
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.messages.approving import Approving
from krisapp.ui.views.messages.cells import Cell
from krisapp.ui.views.messages.releasing import Releasing
from krisapp.ui.views.messages.view import MessagesView
from krisapp.ui.views.view import View
from tests.ui.views.conftest import CHIEF, StandingClock

Show = Callable[[View], View]


@pytest.fixture
def view(live: Live, shown: Show, home: object) -> MessagesView:
    live.do(
        situation.set_fields(
            live.incident,
            {
                "headline": "Koka kranvattnet i Malmköping.",
                "what_happened": "Ett prov visar tecken på bakterier i vattnet.",
                "area": "Tätorten Malmköping.",
                "next_update": live.now().replace(second=0, microsecond=0) + timedelta(hours=2),
            },
        )
    )
    view = MessagesView(live, home)  # type: ignore[arg-type] # the fixture's window
    shown(view)
    view.sweep.finish()
    return view


def cell(view: MessagesView, id: str) -> Cell:
    return next(one for one in view.page.model.cells if one.id == id)


def line(view: MessagesView, id: str) -> str:
    return cell(view, id).line(view.live.now())


def approve(view: MessagesView, *ids: str) -> Approving:
    dialog = Approving(view.live, ids, view)
    dialog.who.choose(CHIEF)
    dialog.read.setChecked(True)
    dialog.press()
    return dialog


def sound(view: MessagesView) -> list[str]:
    """Name the texts that nothing stops."""
    return [one.id for one in view.page.model.cells if not one.found.stops]


def release(view: MessagesView, *ids: str) -> Releasing:
    dialog = Releasing(view.live, ids, ids, view)
    dialog.press()
    return dialog


def test_audiences_stand_in_policy_order_with_their_numbers(view: MessagesView) -> None:
    model = view.page.model
    side = Qt.Orientation.Vertical
    heads = [model.headerData(row, side, Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]

    assert [audience.id for audience in model.audiences] == ["I1", "I2", "E1", "E2", "E3", "E4", "E5", "E6"]
    assert heads[0].startswith("1 i ordningen: Förtroendevalda, brukar få veta först")
    assert heads[2].startswith("3 i ordningen: Invånare, alltid före övriga")


def test_the_matrix_keeps_the_rules_of_a_model(view: MessagesView, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(view.page.model)


def test_what_the_matrix_does_not_have_cannot_be_chosen(view: MessagesView) -> None:
    model = view.page.model
    nowhere = model.index_of(("I1", "C01"))

    assert model.cell(nowhere) is None
    assert model.flags(nowhere) == Qt.ItemFlag.NoItemFlags
    assert model.index_of(("I1", "C99")) == QModelIndex()


def test_a_text_nobody_has_touched_is_a_suggestion_that_waits_for_approval(view: MessagesView) -> None:
    one = cell(view, "I1-C05.sv")

    assert one.mark.word == "förslag"
    assert line(view, "I1-C05.sv") == "ej godkänt"
    assert one.sentence(view.live.now()) == "nr 1, bör ut. Väntar på godkännande."


def test_approving_shows_in_every_open_view(view: MessagesView, live: Live, shown: Show, home: object) -> None:
    other = MessagesView(live, home)  # type: ignore[arg-type] # the fixture's window
    shown(other)

    approve(view, "E1-C05.sv")

    assert cell(view, "E1-C05.sv").mark.word == cell(other, "E1-C05.sv").mark.word == "godkänt"


def test_p53_only_somebody_else_who_may_approve_is_offered(view: MessagesView) -> None:
    view.live.sit(CHIEF)
    dialog = Approving(view.live, ["E1-C05.sv"], view)
    offered = [dialog.who.itemData(at) for at in range(dialog.who.count())]

    assert CHIEF not in offered
    assert offered


def test_the_text_approved_is_the_one_that_was_read(view: MessagesView, clock: StandingClock) -> None:
    dialog = Approving(view.live, ["E1-C01.sv"], view)
    read = dialog.shown["E1-C01.sv"].text
    clock.later(3)

    dialog.read.setChecked(True)
    dialog.press()

    approval = view.live.texts.message("E1-C01.sv").approval
    assert approval is not None
    assert approval.text == read
    assert read in dialog.texts.toPlainText()


def test_warnings_have_to_be_read_before_approval(view: MessagesView) -> None:
    warned = [one.id for one in view.page.model.cells if one.found.warnings and not one.found.stops]
    dialog = Approving(view.live, warned[:1], view)

    dialog.press()

    assert "Läs varningarna" in dialog.banner.text
    assert cell(view, warned[0]).state is State.SUGGESTED


def test_a_text_with_a_stop_is_named_and_left_out(view: MessagesView) -> None:
    view.live.texts.save("E1-C05.sv", "Hej.", view.live.texts.stage("E1-C05.sv"))
    view.sweep.finish()

    dialog = approve(view, "E1-C05.sv", "I1-C05.sv")

    assert list(dialog.left_out) == ["E1-C05.sv"]
    assert cell(view, "E1-C05.sv").waits.hard  # type: ignore[union-attr] # a draft waits for something
    assert cell(view, "I1-C05.sv").state is State.APPROVED


def test_p28_an_approved_text_waits_for_the_residents(view: MessagesView) -> None:
    approve(view, "E2-C05.sv")

    assert line(view, "E2-C05.sv") == "efter 3"
    assert "Invånarna först" in cell(view, "E2-C05.sv").sentence(view.live.now())


def test_p56_all_audiences_go_out_in_order_with_one_act(view: MessagesView) -> None:
    ids = sound(view)
    approve(view, *ids)

    dialog = release(view, *reversed(ids))

    assert dialog.released == len(ids)
    out = [message for message in view.live.incident.messages.values() if message.out]
    ranks = {row.id: row.rank for row in view.live.plan.audiences}
    went = sorted(out, key=lambda message: message.releases[0].stamp.tick)
    assert [ranks[message.audience] for message in went] == sorted(ranks[message.audience] for message in went)
    assert {message.audience for message in went} == set(ranks)
    assert all(cell(view, id).mark.word == "ute" for id in ids)


def test_p16_a_release_before_the_employees_asks_for_a_reason_in_words(view: MessagesView) -> None:
    approve(view, "E1-C05.sv")
    dialog = Releasing(view.live, ["E1-C05.sv"], ["E1-C05.sv"], view)

    dialog.press()
    assert "Välj ett skäl" in dialog.banner.text
    dialog.why.choose("known")
    dialog.press()
    assert "Skriv skälet" in dialog.banner.text
    dialog.words.setText("P4 har redan sänt det.")
    dialog.press()

    assert cell(view, "E1-C05.sv").state is State.RELEASED
    assert any("P4 har redan sänt det." in one.text for one in view.live.incident.log)


def test_p17_in_danger_the_reason_is_there_and_one_press_is_enough(view: MessagesView) -> None:
    view.live.do(situation.set_fields(view.live.incident, {"danger_to_life": True}))
    view.sweep.finish()
    approve(view, "E1-C05.sv")

    release(view, "E1-C05.sv")

    assert cell(view, "E1-C05.sv").state is State.RELEASED


def test_p28_the_dialog_says_why_a_text_may_not_go_out(view: MessagesView, qtbot: QtBot) -> None:
    approve(view, "E2-C05.sv", "E1-C05.sv", "I1-C05.sv", "I2-C05.sv")
    dialog = Releasing(view.live, ["E2-C05.sv", "E1-C05.sv", "I1-C05.sv", "I2-C05.sv"], ["E2-C05.sv"], view)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.list.setFocus()

    def said(row: int) -> str:
        return str(dialog.rows.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))

    assert "4. Näringsliv · Sms, första besked, får inte gå ut, Invånarna först" in said(3)
    assert not dialog.confirm.isEnabled()
    dialog.list.choose("E1-C05.sv")
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert "behöver skäl" in said(3)
    assert dialog.ticked == ("E1-C05.sv", "E2-C05.sv")


def test_a_changed_fact_marks_what_is_out_and_says_what_changed(view: MessagesView) -> None:
    approve(view, "I1-C05.sv", "I2-C05.sv", "E1-C05.sv")
    release(view, "I1-C05.sv", "I2-C05.sv", "E1-C05.sv")

    later = view.live.now().replace(second=0, microsecond=0) + timedelta(hours=3)
    view.live.do(situation.set_fields(view.live.incident, {"next_update": later}))

    assert cell(view, "E1-C05.sv").mark.word == "inaktuellt"
    assert "nästa besked" in view.page.stale.text
    assert view.page.stale.text.startswith("3 texter")


def test_cells_tell_how_old_they_are(view: MessagesView, clock: StandingClock) -> None:
    approve(view, "I1-C05.sv")
    release(view, "I1-C05.sv")

    clock.later(12)
    view.tick()

    assert line(view, "I1-C05.sv") == "12 min"


def test_all_eight_audiences_stand_at_once_on_the_smallest_screen(view: MessagesView, home: QWidget) -> None:
    put = view.page
    put.stale.say("4 texter som är ute bygger på äldre fakta.", Tone.ALARM)
    home.resize(1047, 545)  # what the window leaves of 1280 × 720 in an exercise
    view.resize(1047, 545)
    QApplication.processEvents()

    header = put.matrix.verticalHeader()
    assert put.model.rowCount() == 8
    assert header.length() <= put.matrix.viewport().height()
    assert view.minimumSizeHint().height() <= 545

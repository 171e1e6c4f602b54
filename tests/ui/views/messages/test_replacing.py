"""Correcting, retracting and replacing everywhere, by the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from krisapp.domain import dispatch
from krisapp.domain.checks import Stage
from krisapp.domain.facts import Fact, SourceType, Status
from krisapp.domain.goals import Goal
from krisapp.domain.messages import State
from krisapp.domain.replacing import remaining
from krisapp.domain.sheet import Correction
from krisapp.domain.situation import next_id, set_fields, state_fact
from krisapp.ui.views.messages.renewing import Renewing
from krisapp.ui.views.messages.replacing_dialog import ReplacingDialog
from krisapp.ui.views.messages.view import MessagesView
from tests.ui.views.messages.test_approval import key
from tests.ui.views.messages.test_messages import approve, cell, release, view

__all__ = ("view",)

TEXTS = ("I1-C07.sv", "I2-C06.sv", "E1-C05.sv", "E1-C12.sv")


def told(view: MessagesView) -> None:
    """Let four texts out, and hang one notice."""
    approve(view, *TEXTS)
    release(view, *TEXTS)
    live = view.live
    (stamp,) = live.desk.do(dispatch.plan_dispatch(live.incident, "E1-C12.sv", Goal("m-1", "Malmköping", "Torget")))
    live.do(dispatch.finish(live.incident, stamp.id, live.now()))


def renew(view: MessagesView, stage: Stage, **said: str) -> Renewing:
    dialog = Renewing(view.live, ["E1-C05.sv"], view, stage)
    for name, words in said.items():
        dialog.lines[name].setText(words)
    dialog.press()
    return dialog


def test_me7_a_retraction_asks_what_why_and_what_holds_and_goes_everywhere(view: MessagesView) -> None:
    told(view)
    dialog = renew(view, Stage.RETRACTION)
    assert "Vad tar vi tillbaka?" in dialog.banner.text
    assert view.live.texts.state("E1-C05.sv") is State.RELEASED

    renew(
        view,
        Stage.RETRACTION,
        wrong="Rådet att koka vattnet.",
        why="Det gick ut av misstag.",
        right="Drick som vanligt.",
    )
    assert {view.live.texts.stage(id) for id in TEXTS} == {Stage.RETRACTION}
    assert "misstag" in view.live.texts.text("E1-C12.sv").text


def test_p43_a_correction_says_what_it_corrects_and_is_one(view: MessagesView) -> None:
    told(view)
    renew(view, Stage.CORRECTION, wrong="Vi skrev fel torg.", right="Tanken står vid skolan.")
    text = view.live.texts.text("E1-C12.sv").text
    assert "Rättelse" in text
    assert "fel torg" in text
    assert "skolan" in text


def test_an_update_asks_nothing_and_takes_only_the_chosen(view: MessagesView) -> None:
    told(view)
    dialog = renew(view, Stage.UPDATE)
    assert dialog.made == 1


def test_me7_every_place_is_ticked_off_until_all_are_replaced(view: MessagesView, qtbot: QtBot) -> None:
    told(view)
    live = view.live
    renew(view, Stage.CORRECTION, wrong="Vi skrev fel torg.", right="Tanken står vid skolan.")
    approve(view, "I1-C07.sv")
    release(view, "I1-C07.sv")
    left = len(remaining(live.incident))
    assert left

    def tick(dialog: QDialog) -> None:
        assert isinstance(dialog, ReplacingDialog)
        assert any("Torget" in spot.title for spot in dialog.rows.rows)
        for done in range(left):
            dialog.list.choose(next(spot.place for spot in dialog.rows.rows if spot.left))
            qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
            assert len(remaining(live.incident)) == left - done - 1
        dialog.list.choose(dialog.rows.rows[0].place)
        qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
        assert len(remaining(live.incident)) == 1
        dialog.unaffected.click()
        assert "Skriv varför" in dialog.banner.text

    key(view, qtbot, Qt.Key.Key_E, tick)


def test_the_list_leads_on_to_the_texts_that_are_missing(view: MessagesView) -> None:
    told(view)
    view.live.texts.renew(("I1-C07.sv",), Stage.FINAL)
    approve(view, "I1-C07.sv")
    release(view, "I1-C07.sv")

    dialog = ReplacingDialog(view.live, view)
    dialog.write.click()
    assert dialog.renewal is not None
    assert dialog.renewal[0] is Stage.FINAL
    assert set(dialog.renewal[1]) == set(TEXTS) - {"I1-C07.sv"}
    assert cell(view, "E1-C05.sv").number == 1


def test_the_final_text_asks_for_facts_that_have_ended_and_makes_them_outdated(view: MessagesView) -> None:
    told(view)
    live = view.live
    for text in ("Omkring 300 personer saknar vatten.", "Provet visade bakterier."):
        fact = Fact(next_id(live.incident), Status.CONFIRMED, text, "VA-jouren", SourceType.OWN_SERVICE)
        live.do(state_fact(live.incident, fact, live.person))
    (first, *rest) = live.incident.sheet.public_facts()
    update = Renewing(live, ["E1-C05.sv"], view, Stage.UPDATE)
    assert update.ended.isHidden()
    update.deleteLater()

    dialog = Renewing(live, ["E1-C05.sv"], view, Stage.FINAL)
    assert not dialog.ended.isHidden()
    dialog.ended.ticks[first.id].setChecked(True)
    dialog.press()

    assert live.incident.sheet.public_facts() == tuple(rest)
    assert first.id in {fact.id for fact in live.incident.sheet.public_facts(Status.OUTDATED)}


def test_p43_of_those_chosen_only_those_that_said_what_was_wrong_are_corrected(view: MessagesView) -> None:
    told(view)
    dialog = Renewing(view.live, list(TEXTS), view, Stage.CORRECTION)
    dialog.lines["wrong"].setText("Vi skrev kl. 03.17.")
    dialog.lines["right"].setText("Det var kl. 03.18.")
    assert dialog.ids == ()
    assert not dialog.confirm.isEnabled()
    dialog.deleteLater()


def correct(view: MessagesView, ids: list[str], wrong: str, right: str) -> None:
    dialog = Renewing(view.live, ids, view, Stage.CORRECTION)
    dialog.lines["wrong"].setText(wrong)
    dialog.lines["right"].setText(right)
    dialog.others.setChecked(False)
    dialog.press()
    assert dialog.banner.text == ""


def test_p43_a_correction_that_waits_keeps_its_words_and_its_approval_when_another_begins(view: MessagesView) -> None:
    told(view)
    texts = view.live.texts
    correct(view, ["E1-C05.sv"], "Vi skrev fel torg.", "Tanken står vid skolan.")
    correct(view, ["E1-C12.sv"], "Vi skrev fel torg.", "Tanken står vid skolan.")
    approve(view, "E1-C05.sv")
    before = [texts.text(id).text for id in ("E1-C05.sv", "E1-C12.sv")]

    correct(view, ["I1-C07.sv"], "Vi skrev kl. 12.", "Tanken kom kl. 14.")

    assert [texts.text(id).text for id in ("E1-C05.sv", "E1-C12.sv")] == before
    assert "kl. 14" in texts.text("I1-C07.sv").text
    assert "skolan" not in texts.text("I1-C07.sv").text
    assert texts.state("E1-C05.sv") is State.APPROVED
    approve(view, "I1-C07.sv", "E1-C12.sv")
    release(view, "I1-C07.sv", "E1-C05.sv", "E1-C12.sv")
    assert {texts.state(id) for id in ("I1-C07.sv", "E1-C05.sv", "E1-C12.sv")} == {State.RELEASED}


def test_a_waiting_correction_follows_its_words_in_the_sheet_while_it_is_the_latest(view: MessagesView) -> None:
    told(view)
    correct(view, ["E1-C05.sv"], "Vi skrev fel torg.", "Tanken står vid skolan.")
    live = view.live
    live.do(set_fields(live.incident, {"correction": Correction(wrong="Vi skrev fel torg.", right="Tanken är här.")}))
    assert "Tanken är här" in live.texts.text("E1-C05.sv").text


def test_the_words_of_a_correction_that_is_out_are_not_offered_for_the_next(view: MessagesView) -> None:
    told(view)
    correct(view, ["E1-C05.sv"], "Vi skrev fel torg.", "Tanken står vid skolan.")
    again = Renewing(view.live, ["E1-C05.sv"], view, Stage.CORRECTION)
    assert again.lines["wrong"].text() == "Vi skrev fel torg."

    approve(view, "E1-C05.sv")
    release(view, "E1-C05.sv")

    new = Renewing(view.live, ["E1-C05.sv"], view, Stage.CORRECTION)
    other = Renewing(view.live, ["E1-C12.sv"], view, Stage.CORRECTION)
    assert (new.lines["wrong"].text(), other.lines["wrong"].text()) == ("", "Vi skrev fel torg.")
    for dialog in (again, new, other):
        dialog.deleteLater()

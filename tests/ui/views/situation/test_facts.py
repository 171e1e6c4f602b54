"""The facts: stated with source and secrecy, confirmed and refuted by the rules, each with its history."""

from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from krisapp.domain import situation
from krisapp.domain.facts import Fact, SourceType, Status, Topic
from krisapp.ui.live import Live
from krisapp.ui.views.situation.fact_dialog import FactDialog, StatusDialog
from krisapp.ui.views.situation.view import SituationView
from krisapp.ui.views.view import View
from tests.ui.views.conftest import CHIEF, OFFICER

Show = Callable[[View], View]

PIPE = Fact(
    "F1", Status.UNCONFIRMED, "Ett rör kan ha skadats.", "boende", SourceType.PUBLIC, "13:40", topic=Topic.CAUSE
)
PROOF = Fact("F2", Status.CONFIRMED, "Provet visar bakterier.", "VA-jouren", SourceType.WATER_UTILITY, "13:10")


@pytest.fixture
def view(live: Live, shown: Show, home: QWidget) -> SituationView:
    for fact in (PIPE, PROOF):
        live.do(situation.state_fact(live.incident, fact, OFFICER))
    view = SituationView(live, home)
    shown(view)
    view.form.finish()
    view.sweep.finish()
    return view


def fact(view: SituationView, id: str) -> Fact:
    found = view.live.incident.facts[id].value
    assert found is not None
    return found


def test_an_empty_sheet_says_what_to_write(live: Live, shown: Show, home: QWidget) -> None:
    view = SituationView(live, home)
    shown(view)

    assert view.facts.empty.isVisibleTo(view)
    assert not view.facts.list.isVisibleTo(view)


def test_facts_keep_the_rules_of_a_model(view: SituationView, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(view.facts.model)


def test_status_source_and_time_are_shown_in_words(view: SituationView) -> None:
    row = view.facts.model.find("F2").row()
    heard = str(view.facts.model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))

    assert heard.startswith("Provet visar bakterier., Bekräftad, F2 · 13.10 · VA-jouren · används i ")


def test_a_long_fact_is_read_to_its_end(view: SituationView, live: Live, qtbot: QtBot) -> None:
    long = "Elnätsägaren säger att reservkraften räcker till omkring klockan nio i morgon förmiddag i hela Vadsbro."
    short_row = view.facts.list.sizeHintForRow(view.facts.model.find("F2").row())
    live.do(situation.state_fact(live.incident, msgspec.structs.replace(PIPE, text=long), OFFICER))
    assert view.facts.list.sizeHintForRow(view.facts.model.find("F1").row()) > short_row


def test_a_new_fact_gets_the_next_number_and_is_chosen(view: SituationView, qtbot: QtBot) -> None:
    def fill_in() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FactDialog)
        dialog.text.setPlainText("En tank ställs vid Malmaskolan kl. 16.00.")
        dialog.source.setText("logistik")
        dialog.press()

    QTimer.singleShot(0, fill_in)
    view.facts.new.click()

    assert fact(view, "F3").text == "En tank ställs vid Malmaskolan kl. 16.00."
    assert fact(view, "F3").time == "13:12"
    assert view.facts.fact == fact(view, "F3")


def test_p31_a_secret_fact_needs_its_legal_ground(view: SituationView, qtbot: QtBot) -> None:
    dialog = FactDialog(view.live, fact(view, "F1"), view)
    qtbot.addWidget(dialog)
    dialog.secret.setChecked(True)

    dialog.press()
    assert "saknar lagrum" in dialog.banner.text
    dialog.ground.choose("OSL 26:1")
    dialog.press()

    assert fact(view, "F1").legal_ground == "OSL 26:1"
    row = view.facts.model.find("F1").row()
    assert "Sekretess, OSL 26:1" in str(view.facts.model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_what_the_public_says_about_a_cause_is_not_confirmed_by_that(view: SituationView, qtbot: QtBot) -> None:
    dialog = StatusDialog(view.live, fact(view, "F1"), Status.CONFIRMED, view)
    qtbot.addWidget(dialog)

    dialog.press()
    assert "Medier och allmänhet kan inte bekräfta" in dialog.banner.text
    dialog.source.setText("Sörmland Vatten")
    dialog.source_type.choose("water_utility")
    dialog.press()

    assert fact(view, "F1").status is Status.CONFIRMED
    assert fact(view, "F1").source == "Sörmland Vatten"


def test_p43_a_confirmed_fact_is_refuted_by_two(view: SituationView, qtbot: QtBot) -> None:
    dialog = StatusDialog(view.live, fact(view, "F2"), Status.REFUTED, view)
    qtbot.addWidget(dialog)
    assert dialog.needs_second

    dialog.press()
    assert "Två personer behövs" in dialog.banner.text
    dialog.second.choose(CHIEF)
    dialog.press()

    assert fact(view, "F2").status is Status.REFUTED


def test_the_history_of_a_fact_is_newest_first(view: SituationView, qtbot: QtBot) -> None:
    dialog = StatusDialog(view.live, fact(view, "F2"), Status.OUTDATED, view)
    qtbot.addWidget(dialog)
    dialog.press()

    view.facts.go_to("F2")

    told = [line.text for line in view.facts.past.rows]
    assert told[0].startswith("Uppgift F2 (inaktuell)")
    assert told[1].startswith("Uppgift F2 (bekräftad)")
    assert len(told) == 2


def test_only_what_the_status_allows_is_offered(view: SituationView) -> None:
    view.facts.go_to("F2")
    assert not view.facts._acts["confirm"].isEnabled()

    view.facts.go_to("F1")
    assert view.facts._acts["confirm"].isEnabled()


def test_a_fact_is_shown_when_a_text_asks_for_it(view: SituationView) -> None:
    view.show_item("facts.F1")

    assert view.facts.fact == PIPE


def test_a_fact_counts_the_texts_that_use_it(view: SituationView) -> None:
    row = next(row for row in view.facts.model.rows if row.fact.id == "F2")

    assert row.users == len(view.sweep.users()["facts.F2"]) > 0

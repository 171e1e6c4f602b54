"""The screen of the policy's rules (PL8): all 65, each where it acts, and none that claims what is not there."""

import re
from collections.abc import Callable
from functools import cache

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from krisapp.compose.writing import writer_for
from krisapp.domain.checking.rules import RULES
from krisapp.domain.checks import Stage
from krisapp.domain.matrix import every_cell
from krisapp.domain.messages import State
from krisapp.domain.policy_rules import PolicyRule, age
from krisapp.store.policy_file import policy_rules
from krisapp.ui.live import Live
from krisapp.ui.settings import Kept
from krisapp.ui.views import VIEWS
from krisapp.ui.views.messages.view import MessagesView
from krisapp.ui.views.plan.view import PlanView
from krisapp.ui.views.view import View
from krisapp.ui.window import Window
from tests.compose.written import first_text, plan, sheet
from tests.conftest import ROOT
from tests.ui.views.keyboard import press_key

_TEST = re.compile(r"^ *def test_((?:p\d+_)+)", re.MULTILINE)


@cache
def rules_with_a_test() -> frozenset[str]:
    """Return the rules that a test is named after."""
    found: set[str] = set()
    for path in (ROOT / "tests").rglob("test_*.py"):
        for numbers in _TEST.findall(path.read_text("utf-8")):
            found.update(number.upper() for number in numbers.strip("_").split("_"))
    return frozenset(found)


@pytest.fixture
def view(live: Live, home: QWidget, shown: Callable[[View], View]) -> PlanView:
    made = shown(PlanView(live, home))
    assert isinstance(made, PlanView)
    made.go_to("rule", "P1")
    return made


def rule(id: str) -> PolicyRule:
    return next(one for one in policy_rules() if one.id == id)


def test_pl8_all_rules_of_the_policy_are_listed_in_its_order(view: PlanView) -> None:
    assert [one.id for one in view.rules.model.rows] == [f"P{number}" for number in range(1, 66)]


@pytest.mark.parametrize("one", policy_rules(), ids=lambda one: one.id)
def test_pl8_a_rule_that_acts_has_a_test_named_after_it_and_a_place(one: PolicyRule) -> None:
    assert one.how or one.later
    assert bool(one.view) == one.acts
    if one.acts:
        assert one.id in rules_with_a_test()


def test_pl8_rules_of_later_work_say_so(view: PlanView) -> None:
    for one in policy_rules():
        if not one.acts:
            assert "senare" in one.later or "kommer med" in one.later
    view.rules.strength.choose("later")
    view.rules.refresh()
    assert {"P20", "P58"} <= {one.id for one in view.rules.model.rows}


def test_pl8_the_list_is_narrowed_by_strength_and_words(view: PlanView) -> None:
    view.rules.strength.choose("hard")
    view.rules.refresh()
    assert {one.strength for one in view.rules.model.rows} == {"hard"}
    view.rules.search.setText("invånarna först")
    view.rules._search("invånarna först")
    assert [one.id for one in view.rules.model.rows] == ["P28"]


def test_pl8_enter_opens_the_place_where_the_rule_acts(live: Live, qtbot: QtBot, view: PlanView) -> None:
    view.rules.list.choose("P28")
    view.rules.list.setFocus()
    with qtbot.waitSignal(live.shown) as asked:
        press_key(qtbot, Qt.Key.Key_Return)
    assert asked.args == ["messages", ""]


def test_pl8_without_an_incident_it_says_why_the_place_cannot_be_opened(
    calm: Live, home: QWidget, shown: Callable[[View], View]
) -> None:
    made = shown(PlanView(calm, home))
    assert isinstance(made, PlanView)
    made.go_to("rule", "P28")
    made.rules.open_chosen()
    assert "Starta eller öppna en" in made.banner.text


@pytest.fixture
def window(live: Live, qtbot: QtBot, tmp_path: object) -> Window:
    kept = Kept(None)
    kept.settings.person = live.person
    kept.settings.sound = False
    made = Window(live, kept, VIEWS)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_pl8_every_place_opens_and_shows_what_it_names(live: Live, window: Window) -> None:
    places = {(one.view, one.item) for one in policy_rules() if one.acts}
    known = {place.key for place in VIEWS}
    for key, item in sorted(places):
        assert key in known
        live.shown.emit(key, item)
        assert window.view is not None and type(window.view).__module__.split(".")[3].startswith(_MODULES[key])
        assert "finns inte" not in window.view.banner.text
        if key == "messages" and item:
            assert isinstance(window.view, MessagesView) and window.view.editor.id == item
        if key == "plan" and item and not item.startswith("rule"):
            assert isinstance(window.view, PlanView) and window.view.things.current.id == item.partition(":")[2]
    window.close()


_MODULES = {
    "overview": "overview",
    "todo": "todo",
    "situation": "situation",
    "messages": "messages",
    "reach": "reaching",
    "log": "log",
    "lead": "lead",
    "after": "after",
    "questions": "questions",
    "plan": "plan",
}


def test_p1_a_text_to_employees_goes_the_same_way_as_a_press_release(live: Live) -> None:
    inside, outside = live.texts.message("I2-C06.sv"), live.texts.message("E5-C08.sv")
    assert live.texts.state(inside.id) is live.texts.state(outside.id) is State.SUGGESTED
    for id in (inside.id, outside.id):
        live.texts.save(id, live.texts.source(id) + "\nTill sist.", Stage.FIRST)
        assert live.texts.state(id) is State.DRAFT


def test_p5_the_screen_says_how_old_the_policy_is_and_that_it_should_be_looked_over(view: PlanView) -> None:
    today = view.live.now().date()
    assert age("2016-08-01", today) == 10
    said = "\n".join(label.text() for label in view.rules.findChildren(QLabel))
    assert "sedan 2016-08-01, 10 år. Den behöver ses över." in said


def test_p6_the_sender_stands_in_a_press_release_and_the_slogan_does_not() -> None:
    for stage in Stage:
        text = first_text(sheet("001"), "E5", "C08", stage).text
        assert "Flens kommun" in text
        assert "hjärta" not in text


def test_p15_internal_audiences_come_first_wherever_texts_are_listed(live: Live) -> None:
    ranks = [id.partition("-")[0] for id in live.texts.ids()]
    order = ["I1", "I2", "E1", "E2", "E3", "E4", "E5", "E6"]
    assert sorted(ranks, key=order.index) == ranks
    assert list(dict.fromkeys(audience for audience, _channel in every_cell(plan()))) == order


def test_p21_plain_language_is_checked_in_what_residents_read() -> None:
    text = first_text(sheet("001"), "E1", "C01")
    writer = writer_for(plan())
    context = writer.context("E1", "C01", Stage.FIRST, exercise=False, issued=sheet("001").alarm_at)
    heavy = text.source + "\nI enlighet med ovanstående erfordras att vattnet uppkokas av vederbörande nyttjare."
    serving = {one.id for one in RULES if "P21" in one.serves}
    before = {one.rule for one in writer.write(text.source, sheet("001"), context).findings}
    after = {one.rule for one in writer.write(heavy, sheet("001"), context).findings}
    assert (after - before) & serving


def test_p26_the_time_since_the_alarm_is_always_in_sight(live: Live, window: Window) -> None:
    window._head.tick(live.now())
    assert window._head._since.isVisible()


def test_p32_a_web_text_tells_what_to_do_before_what_is_known() -> None:
    text = first_text(sheet("001"), "E1", "C01").text
    assert text.index("Gör så här") < text.index("Det här vet vi inte ännu")


def test_p38_every_text_has_an_audience_whose_needs_are_shown_beside_it(live: Live, window: Window) -> None:
    live.shown.emit("messages", "E2-C07.sv")
    assert isinstance(window.view, MessagesView)
    need = next(one.need for one in live.plan.audiences if one.id == "E2")
    assert need in {label.text() for label in window.view.editor.about.card.findChildren(QLabel)}
    window.close()


def test_p41_an_incident_keeps_the_plan_it_started_on(live: Live) -> None:
    start = live.incident.start
    assert start is not None and start.plan
    assert live.incident.plan == live.workplace.plan


def test_p52_managers_get_what_to_tell_their_group_with_every_message_to_employees(live: Live) -> None:
    assert "I2-C22.sv" in live.texts.ids()
    for stage in Stage:
        assert "grupp" in first_text(sheet("001"), "I2", "C22", stage).text.casefold()


def test_p60_no_test_reaches_the_network() -> None:
    import socket

    with pytest.raises(AssertionError), socket.socket() as open_socket:
        open_socket.connect(("192.0.2.1", 9))

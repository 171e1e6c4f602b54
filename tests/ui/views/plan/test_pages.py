"""Every thing in the plan has a page, every link leads somewhere, and lists are as high as their text."""

import pytest
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Cell, Item
from krisapp.domain.planning.plan_wording import need_words
from krisapp.domain.words import Refused
from krisapp.store.sample import sample_plan
from krisapp.ui.views.plan.checklist.item_dialog import read_offset
from krisapp.ui.views.plan.page.organisation_pages import due_words
from krisapp.ui.views.plan.page.reading import Voice
from krisapp.ui.views.plan.page.sections import SECTIONS, THING_COLUMNS, Thing, home_of, kind_of, page, thing_key
from krisapp.ui.widgets.one_part import OnePart
from krisapp.ui.widgets.rows import RowsModel
from krisapp.ui.widgets.two_panes import TwoPanes
from krisapp.ui.widgets.wrapped_list import WrappedList


@pytest.fixture(scope="module")
def plan() -> Plan:
    return sample_plan()


def things(plan: Plan) -> list[Thing]:
    return [thing for section in SECTIONS if section.things for thing in section.things(plan)]


def test_every_thing_has_a_page_with_a_title(plan: Plan) -> None:
    for thing in things(plan):
        blocks = page(plan, thing.kind, thing.id)
        assert blocks[0].voice is Voice.TITLE, thing
        assert all(block.text for block in blocks), thing


def test_every_link_on_every_page_leads_to_something_there_is(plan: Plan) -> None:
    there = {thing_key(thing) for thing in things(plan)}
    people = {person.id for person in plan.people}
    for thing in things(plan):
        for block in page(plan, thing.kind, thing.id):
            if block.to is None:
                continue
            kind, id = block.to
            assert id in people if kind == "person" else home_of(plan, kind, id) in there, (thing, block)


def test_a_thing_is_known_by_its_id_alone(plan: Plan) -> None:
    assert kind_of(plan, "K03") == "checklist"
    assert kind_of(plan, "K03-01") == "checklist_item"
    assert kind_of(plan, "E1") == "audience"
    assert kind_of(plan, "finns inte") == ""


@pytest.mark.parametrize(
    ("offset", "words"),
    [
        (None, "när det händer"),
        (0, "T0"),
        (10, "T0 + 10 min"),
        (90, "T0 + 1 tim 30 min"),
        (-2880, "T0 − 2 d"),
    ],
)
def test_when_a_point_is_due_is_said_from_the_start_of_its_list(offset: int | None, words: str) -> None:
    assert due_words(Item(id="X-1", rank=1, text="x", offset=offset), "T0") == words


@pytest.mark.parametrize(
    ("typed", "offset"), [("15", 15), (" +15 ", 15), ("-30", -30), ("−30", -30), ("0", 0), ("", None), ("  ", None)]
)
def test_minutes_are_read_as_typed(typed: str, offset: int | None) -> None:
    assert read_offset(typed) == offset


@pytest.mark.parametrize("typed", ["snart", "1,5", "9999999", "--5", "10 min"])
def test_minutes_that_are_none_are_refused(typed: str) -> None:
    with pytest.raises(Refused):
        read_offset(typed)


@pytest.mark.parametrize(
    ("need", "note", "words"),
    [
        ("B", "M när C01 är nere", "bör, måste när C01 är nere"),
        ("M", "M inom 2 timmar", "måste inom 2 timmar"),
        ("D", "efter beslut", "efter beslut"),
        ("K", "", "kan"),
        ("B", "helst", "bör (helst)"),
    ],
)
def test_a_cell_of_the_matrix_is_said_in_words(need: str, note: str, words: str) -> None:
    assert need_words(Cell(audience="E1", channel="C12", need=need, note=note)) == words


def test_a_row_is_as_high_as_its_text_needs_in_a_narrow_list(home: QWidget, qtbot: QtBot) -> None:
    model = RowsModel[Thing](THING_COLUMNS, thing_key, home)
    long = "Kontrollera värme, el, vatten och toaletter på trygghetspunkten innan den öppnar för allmänheten"
    model.feed([Thing("role", "a", "Kort"), Thing("role", "b", long)])
    view = WrappedList(model, "Saker", home)
    view.show()
    heights = {}
    for width in (200, 800):
        view.resize(width, 300)
        qtbot.wait(20)
        delegate, option = view.itemDelegate(), QStyleOptionViewItem()
        heights[width] = [delegate.sizeHint(option, model.index(row, 0)).height() for row in (0, 1)]

    assert heights[800][0] == heights[800][1]
    assert heights[200][1] > 2 * heights[200][0]
    assert view.horizontalScrollBar().maximum() == 0


def test_two_parts_stand_side_by_side_until_there_is_no_room(home: QWidget, qtbot: QtBot) -> None:
    first, second = QWidget(home), QWidget(home)
    panes = TwoPanes(first, second, home, narrow=500)
    for part in (first, second):
        part.setMinimumSize(200, 50)
    panes.show()
    panes.resize(600, 400)
    qtbot.waitUntil(lambda: second.x() > first.x())
    assert second.y() == first.y()

    panes.resize(450, 400)
    qtbot.waitUntil(lambda: second.y() > first.y())
    assert second.x() == first.x()
    assert panes.minimumSizeHint().width() == 200


def test_a_part_that_is_not_shown_asks_for_no_room(home: QWidget) -> None:
    parts = OnePart(home)
    low, high = QWidget(parts), QWidget(parts)
    low.setMinimumHeight(50)
    high.setMinimumHeight(500)
    for part in (low, high):
        parts.add(part)
    parts.show()
    assert parts.minimumSizeHint().height() == 50

    parts.show_part(high)
    assert parts.minimumSizeHint().height() == 500
    assert not low.isVisible()
    assert high.isVisible()

"""The page Anslag: what hangs where, ticked by keyboard, and the papers to take along."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from krisapp.documents.paper import Paper
from krisapp.domain.approval import approve
from krisapp.domain.checks import Stage
from krisapp.domain.dispatch import State as Carried
from krisapp.domain.messages import Rendering, draft
from krisapp.domain.posting import Hangs
from krisapp.domain.release import Reason, release
from krisapp.domain.replacing import decide_replacement
from krisapp.ui.live import Live
from krisapp.ui.printing.preview import Preview
from krisapp.ui.views.reaching.posters_making import poster_of
from krisapp.ui.views.reaching.posters_page import PostersPage
from krisapp.ui.views.reaching.view import ReachView
from tests.documents.reading import words
from tests.ui.views.conftest import CHIEF
from tests.ui.views.reaching.screen import key, put_out, view

__all__ = ["view"]

NOTICE = "E1-C12.sv"


def page(view: ReachView) -> PostersPage:
    view.show_item("posters")
    found = view.page
    assert isinstance(found, PostersPage)
    return found


def put_out_update(live: Live) -> None:
    live.do(draft(live.incident, NOTICE, "Koka vattnet länge.", Stage.UPDATE, edited=True))
    live.do(approve(live.incident, NOTICE, Rendering("Koka vattnet länge.", ()), CHIEF))
    live.do(release(live.incident, NOTICE, Reason.KNOWN, "prov"))


@pytest.fixture
def papers(monkeypatch: pytest.MonkeyPatch) -> list[Paper]:
    """Collect the papers whose preview is opened, and leave each at once."""
    found: list[Paper] = []

    def run(preview: Preview) -> bool:
        found.append(preview._paper)
        preview.reject()
        return False

    monkeypatch.setattr(Preview, "run", run)
    return found


def test_before_anything_is_out_the_page_says_what_to_do_and_nothing_can_be_pressed(view: ReachView) -> None:
    empty = page(view)

    assert not empty.table.isVisible() and empty._empty.isVisible()
    assert not any(button.isEnabled() for button in (*empty.buttons, empty.show_posters, empty.show_list))


def test_space_ticks_a_poster_as_hanging_and_the_toast_takes_it_back(view: ReachView, live: Live) -> None:
    put_out(live, NOTICE)
    hung = page(view)
    row = hung.model.rows[0]
    hung.table.choose(row.posting.goal)
    hung.table.setFocus()

    key(hung.table, Qt.Key.Key_Space)

    (found,) = live.incident.dispatches.values()
    assert (found.state, found.where, found.number) == (Carried.DONE, row.posting.goal.where, 1)
    assert hung.model.rows[0].mark.word == "hänger"

    hung._unhang(found.id)
    assert (found.state, hung.model.rows[0].mark.word) == (Carried.PLANNED, "på väg")


def test_a_round_is_given_to_one_who_is_named_and_goes_to_each_place_once(view: ReachView, live: Live) -> None:
    put_out(live, NOTICE)
    hung = page(view)
    hung.give_round()
    assert not live.incident.dispatches, "nobody was named"

    QTest.keyClicks(hung.carrier, "Ida")
    key(hung.carrier, Qt.Key.Key_Return)
    key(hung.carrier, Qt.Key.Key_Return)

    assert len(live.incident.dispatches) == len(hung.model.rows)
    assert {one.carrier for one in live.incident.dispatches.values()} == {"Ida"}


def test_a_withdrawn_poster_stands_as_one_to_replace_and_t_ticks_it_as_taken_down(view: ReachView, live: Live) -> None:
    put_out(live, NOTICE)
    hung = page(view)
    goal = hung.model.rows[0].posting.goal
    hung.table.choose(goal)
    hung.table.setFocus()
    key(hung.table, Qt.Key.Key_T)
    assert not live.incident.replacing.confirmed
    key(hung.table, Qt.Key.Key_Space)
    live.do(decide_replacement(live.incident, Stage.RETRACTION, "fel ort"))
    assert (hung.model.rows[0].mark.word, hung.model.rows[0].hangs) == ("ska bytas", "nr 1 hänger och gäller inte")

    key(hung.table, Qt.Key.Key_T)

    assert hung.model.rows[0].mark.word == "nedtaget"
    (place,) = live.incident.replacing.confirmed
    hung._put_back(place)
    assert hung.model.rows[0].mark.word == "ska bytas"


def test_ctrl_p_makes_a_poster_for_each_place_where_the_newest_does_not_hang(
    view: ReachView, live: Live, papers: list[Paper]
) -> None:
    put_out(live, NOTICE)
    hung = page(view)
    hung.table.choose(hung.model.rows[0].posting.goal)
    hung.hang()

    hung.open_posters()

    (paper,) = papers
    places = paper.data["places"]
    rest = [row.posting for row in hung.model.rows if row.posting.how is not Hangs.NEWEST]
    assert isinstance(places, list) and len(places) == sum(one.copies for one in rest)
    assert paper.template == "poster"
    assert "Koka vattnet." in words(paper.pdf())
    hung.paper.choose("a5")
    hung.open_posters()
    assert papers[-1].template == "flyer"


def test_the_list_tells_where_to_go_in_which_order_and_what_to_take_down(
    view: ReachView, live: Live, papers: list[Paper]
) -> None:
    put_out(live, NOTICE)
    hung = page(view)
    first = hung.model.rows[0]
    hung.table.choose(first.posting.goal)
    hung.hang()
    put_out_update(live)

    hung.open_list()

    said = words(papers[-1].pdf())
    assert "Ta ner" in said and "Häng upp nr 2" in said and first.posting.goal.where in said
    assert said.index("Ta ner") < said.index(first.posting.goal.where) < said.index("Häng upp nr 2")


def test_p53_a_poster_of_a_text_that_is_not_released_is_marked_as_a_draft(view: ReachView, live: Live) -> None:
    draft_of = poster_of(live, NOTICE)
    put_out(live, NOTICE)
    released = poster_of(live, NOTICE)

    assert (draft_of.number, released.number) == (0, 1)
    assert released.text == live.incident.message(NOTICE).releases[0].text

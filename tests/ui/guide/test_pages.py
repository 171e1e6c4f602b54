"""The pages of the guide: read into plain parts, whole, linked, and found by their words."""

import pytest

from krisapp.ui.guide.pages import CONTENTS, Kind, Look, Page, guide, page_of, search
from krisapp.ui.views import VIEWS
from krisapp.ui.views.view import Place

FOR_PEOPLE = ("jour", "kommunikator", "stab", "loggforare", "ovning")


@pytest.mark.parametrize("key", FOR_PEOPLE)
def test_ad2_each_of_the_five_people_has_a_page_with_a_picture(key: str) -> None:
    page = next(page for page in guide() if page.key == key)
    assert [part.kind for part in page.parts].count(Kind.PICTURE) >= 1
    assert any(run.to == key for part in guide()[0].parts for run in part.runs), "the first page does not lead to it"


@pytest.mark.parametrize("place", VIEWS, ids=lambda place: place.key)
def test_f1_has_a_page_for_every_screen(place: Place) -> None:
    assert place.key in page_of(place.key).screens


@pytest.mark.parametrize("page", guide(), ids=lambda page: page.key)
def test_a_page_begins_with_its_title_and_says_what_it_says_in_plain_words(page: Page) -> None:
    parts = page.parts
    assert [part.kind for part in parts].count(Kind.TITLE) == 1
    assert parts[0].kind is Kind.TITLE
    for part in parts:
        assert not any(mark in part.text for mark in ("<", "**", "](", "`", "|")), part.text
        assert part.text.strip() == part.text


def test_every_link_goes_to_a_page() -> None:
    links = {run.to for page in guide() for part in page.parts for run in part.runs if run.look is Look.LINK}
    assert links
    assert links <= {key for key, _screens in CONTENTS}


def test_points_are_numbered_in_their_list_and_begin_anew_in_the_next() -> None:
    labels = [part.label for part in page_of("lead").parts if part.kind is Kind.POINT]
    assert labels[:4] == ["1.", "2.", "3.", "4."]
    assert set(labels[4:]) == {"•"}


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("godkänna", "jour"),
        ("SEKRETESS", "loggforare"),
        ("usb minne", "beredskap"),
        ("vma", "na-ut"),
        ("kvartsövning", "borja"),
    ],
)
def test_words_are_found_whatever_their_case_and_however_they_end(words: str, first: str) -> None:
    hits = search(words)
    assert first in {hit.page.key for hit in hits}
    assert all(hit.around for hit in hits)


def test_a_page_called_by_the_word_comes_before_those_that_only_mention_it() -> None:
    assert search("budskap")[0].page.key == "budskap"
    assert search("årshjul")[0].page.key == "arshjul"


def test_the_inside_of_a_word_is_not_found_and_neither_is_nothing() -> None:
    assert search("ändelse") == []
    assert search("  ") == []
    assert search("finnsinte") == []

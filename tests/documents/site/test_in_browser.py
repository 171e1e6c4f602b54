"""The site in a real browser, from a folder: no barrier in any state, all of it by keyboard, and 320 points wide."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it comes without types
from playwright.sync_api import Browser, Page

from krisapp.documents.html import message_page
from krisapp.documents.site.folder import publish
from krisapp.domain.profile import dress_of
from tests.compose.written import plan
from tests.documents.site.stories import Story, whole

STATES = ("empty", "first", "corrected", "exercise", "message")


@cache
def files(state: str) -> dict[str, bytes]:
    match state:
        case "empty":
            return Story("001").files()
        case "first":
            return Story("002").released().files()
        case "corrected":
            return whole().files()
        case "exercise":
            return whole("002", exercise=True).files()
        case _:
            text = Story("001").released().incident.messages["E1-C01.sv"].out
            assert text is not None
            page = message_page(
                "Koka vattnet", text.text, "sv", dress_of(plan()), note="Utkast. Texten är inte släppt."
            )
            return {"index.html": page.encode()}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Give a published site of each state."""
    folders = {}
    for state in STATES:
        folders[state] = tmp_path_factory.mktemp(state)
        publish(files(state), "FLN-2027-001", folders[state], lambda *_told: True, exercise=state == "exercise")
    return folders


@pytest.fixture(scope="module")
def _window(browser: Browser) -> Iterator[Page]:
    """Give one window as narrow as WCAG asks for."""
    context = browser.new_context(viewport={"width": 320, "height": 640})
    yield context.new_page()
    context.close()


@pytest.fixture
def page(_window: Page) -> Page:
    """Give the window in the light look."""
    _window.emulate_media(media="screen", color_scheme="light")
    return _window


def barriers(page: Page, *only: str) -> list[tuple[str, list[Any]]]:
    """Return what a reader of the page would be stopped by, or only that which some rules see."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    options = {"resultTypes": ["violations"], **({"runOnly": only} if only else {})}
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found]


def some(state: str) -> list[str]:
    """Every main page, a message of each channel, and those that were corrected or taken back; in an exercise a few."""
    kinds: dict[str, str] = {}
    for path in files(state):
        if path.endswith(".html"):
            _folder, dash, name = path.partition("-")
            kinds[name if name.startswith("C01") else name[:3] if dash else path] = path
    paths = list(kinds.values())
    return ["index.html", "english.html", paths[-1]] if state == "exercise" else paths


@pytest.mark.parametrize("state", STATES)
def test_no_page_has_a_barrier_in_either_look_or_needs_to_be_scrolled_sideways(
    page: Page, sites: dict[str, Path], state: str
) -> None:
    complaints: list[str] = []
    page.on("console", lambda told: complaints.append(told.text))
    page.on("requestfailed", lambda request: complaints.append(request.url))
    for path in some(state):
        page.emulate_media(color_scheme="light")
        page.goto((sites[state] / path).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        assert barriers(page) == [], path
        assert page.evaluate("getComputedStyle(document.querySelector('main')).maxWidth") != "none", "style refused"
        page.emulate_media(color_scheme="dark")
        # The two looks differ in nothing but colours.
        assert barriers(page, "color-contrast", "link-in-text-block") == [], path
    assert complaints == []


def test_printed_pages_have_no_barrier_and_no_menu_and_keep_the_marks(page: Page, sites: dict[str, Path]) -> None:
    page.emulate_media(media="print")
    for path in ("index.html", "arkiv.html", "trygghetspunkter.html"):
        page.goto((sites["exercise"] / path).as_uri())
        assert barriers(page) == [], path
        assert not page.locator("nav").is_visible()
        assert page.locator(".mark").first.is_visible()
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_the_keyboard_reaches_every_link_in_order_and_shows_where_it_is(page: Page, sites: dict[str, Path]) -> None:
    page.goto((sites["corrected"] / "index.html").as_uri())
    wanted = page.evaluate("[...document.querySelectorAll('a')].map(one => one.getAttribute('href'))")
    walked = []
    for _link in wanted:
        page.keyboard.press("Tab")
        walked.append(page.evaluate("document.activeElement.getAttribute('href')"))
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        box = page.evaluate("(({left, right}) => [left, right])(document.activeElement.getBoundingClientRect())")
        assert 0 <= box[0] < box[1] <= 320
    assert walked == wanted


def test_the_first_link_jumps_past_the_menu_and_enter_follows_links_through_the_site(
    page: Page, sites: dict[str, Path]
) -> None:
    page.goto((sites["corrected"] / "index.html").as_uri())
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "text"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/meddelanden/E1-C01-3.html")
    page.get_by_role("link", name="Alla besked").first.click()
    page.wait_for_url("**/arkiv.html")
    page.get_by_role("link", name="English").click()
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.get_by_role("heading", level=1).inner_text() == "Information in English"


def test_each_language_is_marked_and_arabic_runs_from_the_right(page: Page, sites: dict[str, Path]) -> None:
    page.goto((sites["corrected"] / "sprak.html").as_uri())
    arabic = page.locator("section[lang=ar]")
    assert page.locator("section[lang=fi] h2").inner_text() == "suomi"
    assert arabic.evaluate("one => getComputedStyle(one).direction") == "rtl"


def test_no_script_runs_even_if_one_were_there(page: Page, sites: dict[str, Path]) -> None:
    path = sites["first"] / "smuggled.html"
    whole_page = (sites["first"] / "index.html").read_text("utf-8")
    path.write_text(whole_page.replace("<main", "<script>document.title = 'ran'</script><main"), "utf-8")

    page.goto(path.as_uri())

    assert page.title() != "ran"

"""The wall on the local network, in a real browser: read only, with the right key, and with nothing secret on it."""

import http.client
import socket
import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from krisapp.delivery.wall_page import AT_ONCE, WallPage
from krisapp.documents.wall_page import wall_page
from krisapp.domain.facts import Fact, Status
from krisapp.domain.leading.decision.deciding import decide
from krisapp.domain.leading.decision.decisions import Formulation
from krisapp.domain.log import Kind, write
from krisapp.domain.records.secrecy import mark
from krisapp.domain.situation import state_fact
from krisapp.domain.wall import wall
from krisapp.store.law_clocks import law_clocks
from tests.two_consoles import ALARM, Console

pytestmark = pytest.mark.usefixtures("loopback")

GROUND = "OSL 18:13"
CHIEF = "love.alpilund"
SECRET = "Vattenverket bevakas av två vakter"
NOW = ALARM + timedelta(minutes=9)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        yield started
        started.close()


@pytest.fixture
def console(tmp_path: Path) -> Iterator[Console]:
    made = Console(tmp_path, "jons.tallbacker")
    made.start()
    yield made
    made.desk.close()


@pytest.fixture
def page(loopback: None) -> Iterator[WallPage]:
    made = WallPage(b"<!doctype html><title>v</title>", port=0, host="127.0.0.1")
    yield made
    made.close()


def _of(console: Console) -> bytes:
    incident = console.desk.incident
    assert incident.plan is not None
    return wall_page(wall(incident, incident.plan, NOW, law_clocks()), NOW)


def _ask(page: WallPage, path: str, method: str = "GET") -> tuple[int, bytes, dict[str, str]]:
    connection = http.client.HTTPConnection("127.0.0.1", page.port, timeout=10)
    connection.request(method, path)
    answer = connection.getresponse()
    return answer.status, answer.read(), dict(answer.getheaders())


def test_the_page_is_read_in_a_browser_without_script_and_fetches_itself_anew(
    browser: Browser, console: Console, page: WallPage
) -> None:
    console.says("Tanken står vid <b>Malmaskolan</b>")
    page.show(_of(console))
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 720})
    shown, asked = context.new_page(), list[str]()
    shown.on("request", lambda request: asked.append(request.url))
    shown.goto(f"http://127.0.0.1:{page.port}/{page.key}")

    text = shown.inner_text("body")
    assert "SKARPT LÄGE" in text
    assert "Dricksvatten Malmköping" in text
    assert "Tanken står vid <b>Malmaskolan</b>" in text
    assert shown.get_attribute("meta[http-equiv=refresh]", "content") == "10"
    assert {url.rpartition("/")[2] for url in asked} <= {page.key, "favicon.ico"}
    assert shown.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    console.says("Kön är lång")
    page.show(_of(console))
    shown.reload()
    assert "Kön är lång" in shown.inner_text("body")
    context.close()


@pytest.mark.parametrize(
    "path", ["/", "/fel", "/../etc/passwd", "//", "/{key}/", "/{key}?a", "/{KEY}", "/{ke}", "/%C3%A5"]
)
def test_without_the_very_key_there_is_nothing(page: WallPage, path: str) -> None:
    path = path.format(key=page.key, KEY=page.key.upper(), ke=page.key[:-1])
    status, content, headers = _ask(page, path)

    assert status == 404
    assert b"<title>v</title>" not in content
    assert page.key not in str(headers)


def test_the_page_cannot_be_written_to_framed_kept_or_asked_for_more(page: WallPage) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "CONNECT"):
        assert _ask(page, f"/{page.key}", method)[0] == 501
    status, content, headers = _ask(page, f"/{page.key}", "HEAD")
    assert (status, content) == (200, b"")
    assert headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "script" not in headers["Content-Security-Policy"]
    assert "Python" not in headers["Server"]


def test_p31_nothing_secret_is_on_the_wall(console: Console) -> None:
    desk = console.desk
    desk.do(write(desk.incident, Kind.OBSERVATION, SECRET, ALARM, ground=GROUND))
    desk.do(write(desk.incident, Kind.OBSERVATION, f"Ring dem: {SECRET} nu", ALARM))
    fact = Fact(
        id="F1",
        text="Elin Exempel är skadad",
        status=Status.UNCONFIRMED,
        source="IVPA",
        secret=True,
        legal_ground=GROUND,
    )
    desk.do(state_fact(desk.incident, fact, "jons.tallbacker"))
    console.says("Anhöriga till Elin Exempel är skadad ringer")

    (made,) = desk.do(decide(desk.incident, Formulation("Flytta pumpen till Hosjö", NOW, CHIEF), NOW))
    assert "Flytta pumpen till Hosjö" in _of(console).decode()
    desk.do(mark(desk.incident, f"log:{made.id}", GROUND))

    shown = _of(console).decode()

    assert SECRET not in shown
    assert "Flytta pumpen" not in shown
    assert "Elin Exempel" not in shown
    assert "uppgift borttagen" in shown
    assert "Jöns" not in shown


def test_a_key_is_new_each_time_and_the_port_is_free_after(console: Console) -> None:
    first = WallPage(b"", port=0, host="127.0.0.1")
    port, key = first.port, first.key
    first.close()
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", port), timeout=5)
    second = WallPage(b"", port=0, host="127.0.0.1")
    assert second.key != key
    second.close()


def test_readers_that_say_nothing_do_not_keep_others_out_for_ever(page: WallPage) -> None:
    silent = [socket.create_connection(("127.0.0.1", page.port), timeout=30) for _one in range(AT_ONCE)]
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            if _ask(page, f"/{page.key}")[0] == 200:
                break
        except (OSError, http.client.HTTPException):
            time.sleep(0.3)
    else:
        pytest.fail("nobody was let in")
    for one in silent:
        one.close()
    assert threading.active_count() < 3 * AT_ONCE

"""The page Webbplats: nothing is published but by a person, what it would change is shown, and the log tells of it."""

import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from krisapp.documents.site.folder import publish
from krisapp.documents.site.pages import pages_of
from krisapp.documents.site.told import told_by
from krisapp.domain.sending.ways import Sftp, WaysOut
from krisapp.domain.site_history import Publications
from krisapp.store.ways_out import read_ways, write_ways
from krisapp.ui.background import Job
from krisapp.ui.live import Live
from krisapp.ui.views.overview_needs import needs
from krisapp.ui.views.reaching.site import site_page
from krisapp.ui.views.reaching.site.site_page import SitePage
from krisapp.ui.views.reaching.site.site_rows import Row
from krisapp.ui.views.reaching.view import SITE, ReachView
from tests.ui.views.reaching.screen import key, put_out, view

__all__ = ["view"]

WEB, PRESS = "E1-C01.sv", "E5-C08.sv"


@pytest.fixture
def page(view: ReachView, home: QWidget, qtbot: QtBot) -> Iterator[SitePage]:
    home.resize(1000, 640)
    view.turn_to(SITE)
    made = view.page_of(SITE, SitePage)
    yield made
    qtbot.waitUntil(lambda: not made.line.busy)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "webb"
    made.mkdir()
    return made


@pytest.fixture
def wait(page: SitePage, qtbot: QtBot) -> Callable[[], None]:
    """Give a wait for what is being made or published."""

    def settled() -> None:
        qtbot.waitUntil(lambda: not page.line.busy and page.run.prepared is not None, timeout=15_000)

    return settled


def marks(page: SitePage) -> dict[str, str]:
    rows: tuple[Row, ...] = page.model.rows
    return {row.name: row.mark.word for row in rows}


def test_before_anything_is_out_and_before_a_folder_is_chosen_it_says_what_to_do(page: SitePage, live: Live) -> None:
    assert "släpp en text under Budskap" in page.empty.findChildren(QWidget)[-1].property("text")
    assert not page.publish_button.isEnabled()
    put_out(live, WEB)
    assert "Tryck Ctrl+M" in page.empty.findChildren(QWidget)[-1].property("text")
    assert not page.publish_button.isEnabled() and not page.withdraw_button.isEnabled()


def test_what_would_change_is_shown_and_published_by_key_and_the_log_tells_of_it(
    page: SitePage, live: Live, folder: Path, wait: Callable[[], None]
) -> None:
    put_out(live, WEB)
    page.put_in(folder)
    wait()
    assert marks(page)["Startsida"] == "Ny"
    assert next(iter(marks(page))) == "Startsida"
    assert not list(folder.iterdir())

    key(page.publish_button, Qt.Key.Key_Space)
    wait()

    assert (folder / "index.html").is_file()
    assert marks(page) == {}
    assert page.open_button.isEnabled()
    (done, _stamp) = live.incident.part(Publications).made[-1]
    assert (done.where, done.texts, done.removed) == (str(folder), ((WEB, 1),), 0)
    listed = json.loads((folder / "webbplats.json").read_bytes())
    assert done.written == len(listed["files"])
    assert "Webbplatsen är publicerad i" in live.incident.log[-1].text
    assert "1 text." in page.standing.text()


def test_a_text_released_afterwards_is_warned_of_here_on_the_tab_and_in_the_overview(
    page: SitePage, view: ReachView, live: Live, folder: Path, wait: Callable[[], None]
) -> None:
    put_out(live, WEB)
    page.put_in(folder)
    wait()
    page.publish()
    wait()
    assert page.warning.isHidden()
    assert not [need for need in needs(live.incident, live.plan, live.now()) if need.key == "site"]

    put_out(live, PRESS)
    wait()

    assert "1 släppt text är inte på webbplatsen" in page.warning.text
    assert "(1)" in view.tabs.tabText([tab.key for tab in view.TABS].index(SITE))
    (need,) = (need for need in needs(live.incident, live.plan, live.now()) if need.key == "site")
    assert (need.view, need.item) == ("reach", SITE)
    assert marks(page)["Press"] == "Ändras"
    page.publish()
    wait()
    assert page.warning.isHidden()


def test_the_folder_is_remembered_for_the_next_incident(
    page: SitePage, live: Live, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(folder))
    page.choose_folder()
    assert read_ways(live.workplace.folder).site.path == str(folder)
    assert page.where.currentText().endswith(str(folder)[-40:])
    assert str(folder) in page.where.toolTip()


def test_a_folder_with_something_else_and_one_that_is_gone_are_refused_in_words(
    page: SitePage, live: Live, folder: Path, wait: Callable[[], None]
) -> None:
    put_out(live, WEB)
    (folder / "index.html").write_text("annat", "utf-8")
    page.put_in(folder)
    wait()
    assert "finns redan index.html" in page.banner.text
    assert not page.publish_button.isEnabled() and not page.withdraw_button.isEnabled()

    page.put_in(folder / "borta")
    wait()
    assert "Mappen finns inte" in page.banner.text


def test_what_lies_there_after_a_power_cut_and_was_never_noted_is_noted_by_publishing(
    page: SitePage, live: Live, folder: Path, wait: Callable[[], None]
) -> None:
    put_out(live, WEB)
    site = pages_of(told_by(live.incident, live.plan), live.incident.id)
    publish(site, live.incident.id, folder, lambda *_told: True, exercise=False)
    page.put_in(folder)
    wait()
    assert marks(page) == {}
    page.publish()
    wait()
    assert live.incident.part(Publications).made[-1][0].written == 0
    assert not page.publish_button.isEnabled()


def test_withdrawing_asks_first_and_leaves_what_others_have_put_there(
    page: SitePage, live: Live, folder: Path, wait: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    put_out(live, WEB)
    page.put_in(folder)
    wait()
    page.publish()
    wait()
    (folder / "egen.txt").write_text("min", "utf-8")
    answers = [False, True]
    monkeypatch.setattr(site_page, "ask", lambda *_asked, **_more: answers.pop(0))

    page.withdraw()
    assert (folder / "index.html").is_file()
    page.withdraw()
    wait()

    assert [path.name for path in folder.iterdir()] == ["egen.txt"]
    assert live.incident.part(Publications).latest is None
    assert "Webbplatsen är borttagen från" in live.incident.log[-1].text
    assert page.publish_button.isEnabled() and not page.withdraw_button.isEnabled()


def test_a_publication_that_is_stopped_leaves_the_folder_as_it_was_and_the_log_silent(
    page: SitePage, live: Live, folder: Path, wait: Callable[[], None]
) -> None:
    put_out(live, WEB)
    page.put_in(folder)
    wait()
    pool, go_on = QThreadPool.globalInstance(), threading.Event()
    most = pool.maxThreadCount()
    pool.setMaxThreadCount(1)
    Job(lambda: go_on.wait(10), page).start()  # the publication stands in line behind it, so the hand is faster
    page.publish()
    assert page.line.isVisible() and page.line.stop_button.hasFocus()
    key(page.line.stop_button, Qt.Key.Key_Escape)
    go_on.set()
    wait()
    pool.setMaxThreadCount(most)

    assert not list(folder.iterdir())
    assert not live.incident.part(Publications).made
    assert "Avbrutet" in page.banner.text
    assert page.line.isHidden()


def test_p62_in_an_exercise_only_a_folder_is_offered_and_every_page_is_marked(
    page: SitePage, live: Live, folder: Path, wait: Callable[[], None]
) -> None:
    write_ways(live.workplace.folder, WaysOut(sftp=Sftp("web.example.se", host_key="ssh-ed25519 AAAA")))
    page.refresh()
    assert page.where.count() == 2
    live.open(
        live.workplace.start(
            type="drinking_water",
            places=("Malmköping",),
            sentence="Vattnet i Malmköping går inte att dricka",
            level="N2",
            danger_to_life=False,
            exercise=True,
            person=live.person,
            alarm_at=live.now(),
        )
    )
    put_out(live, WEB)
    page.put_in(folder)
    wait()
    assert page.where.count() == 1
    assert "Övning" in page.standing.text()
    page.publish()
    wait()
    assert "ÖVNING" in (folder / "index.html").read_text("utf-8")


def test_the_start_page_is_opened_only_when_a_person_asks(
    page: SitePage, live: Live, folder: Path, wait: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []

    def browser(url: QUrl) -> bool:
        shown.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", browser)
    put_out(live, WEB)
    page.put_in(folder)
    wait()
    page.publish()
    wait()
    assert shown == []
    key(page.open_button, Qt.Key.Key_Space)
    assert shown == [str(folder / "index.html")]

"""The page Webbplats against a real SFTP server: published, and taken away, as one folder among others."""

import pytest
from pytestqt.qtbot import QtBot

from krisapp.domain.sending.ways import WaysOut
from krisapp.domain.site_history import Publications
from krisapp.store.ways_out import write_ways
from krisapp.ui.live import Live
from krisapp.ui.views.reaching.site import site_page
from krisapp.ui.views.reaching.site.site_page import SFTP, SitePage
from tests.delivery.test_sftp import Sshd, _listening, sshd
from tests.ui.views.reaching.outbox.sending_screen import no_keyring
from tests.ui.views.reaching.screen import put_out, view
from tests.ui.views.reaching.site.test_site_page import PRESS, WEB, page

__all__ = ["_listening", "no_keyring", "page", "sshd", "view"]


def test_a_server_gets_what_has_changed_and_is_emptied_again(
    page: SitePage, live: Live, sshd: Sshd, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def settled() -> None:
        qtbot.waitUntil(lambda: not page.line.busy and page.run.prepared is not None, timeout=20_000)

    write_ways(live.workplace.folder, WaysOut(sftp=sshd.way))
    put_out(live, WEB)
    page.where.choose(SFTP)
    page.where.chose.emit(SFTP)
    settled()
    assert "ansluter till servern" in page.empty.findChildren(type(page.standing))[-1].text()
    page.publish()
    settled()
    assert page.banner.isHidden()
    assert (sshd.folder / "index.html").is_file()
    first = live.incident.part(Publications).made[-1][0]
    assert first.written > 5
    assert first.where == f"127.0.0.1:{sshd.folder}"

    put_out(live, PRESS)
    settled()
    page.publish()
    settled()
    second = live.incident.part(Publications).made[-1][0]
    assert 0 < second.written < first.written
    assert len(second.texts) == 2

    monkeypatch.setattr(site_page, "ask", lambda *_asked, **_more: True)
    page.withdraw()
    settled()
    assert [path.name for path in sshd.folder.rglob("*") if path.is_file()] == ["webbplats.json"]
    assert live.incident.part(Publications).latest is None

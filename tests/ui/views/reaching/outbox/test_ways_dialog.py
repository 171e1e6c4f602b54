"""Setting up the ways out: what is unsafe stays in the fields with a reason, and Prova sends to oneself alone."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from krisapp.domain.sending.ways import Gateway, Security, Way, WaysOut
from krisapp.store.ways_out import read_ways
from krisapp.ui.live import Live
from krisapp.ui.views.reaching.outbox.outbox_page import OutboxPage
from krisapp.ui.views.reaching.outbox.ways_dialog import WaysDialog, show_ways
from krisapp.ui.widgets.dialog import Dialog
from tests.delivery.gateway_server import SECRET, GatewayServer, supplier
from tests.ui.views.reaching.outbox.sending_screen import by_sms, in_dialog, no_keyring, page
from tests.ui.views.reaching.screen import view

__all__ = ["no_keyring", "page", "supplier", "view"]


@pytest.fixture
def dialog(page: OutboxPage, live: Live, home: QWidget) -> WaysDialog:
    return WaysDialog(live, page.courier, home)


def choose(dialog: WaysDialog, way: Way) -> None:
    dialog.way.choose(str(way))
    dialog.way.chose.emit(str(way))


def test_what_is_typed_is_kept_way_by_way_and_the_password_is_not(dialog: WaysDialog, live: Live) -> None:
    dialog.fields["host"].setText("smtp.example.se")
    dialog.fields["sender"].setText("kris@example.se")
    choose(dialog, Way.SMS)
    dialog.fields["account"].setText("u1")
    dialog.fields["sender"].setText("FlensKommun")
    dialog.secret.setText(SECRET)
    dialog.press()

    ways = read_ways(live.workplace.folder)
    assert (ways.email.host, ways.email.security) == ("smtp.example.se", Security.STARTTLS)
    assert ways.sms == Gateway(account="u1", sender="FlensKommun")
    assert SECRET not in (live.workplace.folder / "ways_out.json").read_text("utf-8")
    assert dialog._courier.secrets.get(ways.account(Way.SMS)) == SECRET


@pytest.mark.parametrize(
    ("way", "field", "text", "words"),
    [
        (Way.SMS, "url", "http://sms.example.se", "https"),
        (Way.HOOK, "url", "http://www.example.se/x", "https"),
        (Way.EMAIL, "sender", "inte en adress", "e-postadress"),
        (Way.EMAIL, "port", "femtio", "heltal"),
    ],
)
def test_what_is_unsafe_or_wrong_is_refused_and_stays_as_typed(
    dialog: WaysDialog, live: Live, monkeypatch: pytest.MonkeyPatch, way: Way, field: str, text: str, words: str
) -> None:
    choose(dialog, way)
    if way is Way.SMS:
        dialog.fields["sender"].setText("Flen")
    dialog.fields[field].setText(text)
    refused: list[str] = []
    monkeypatch.setattr(dialog, "refuse", refused.append)
    dialog.press()
    choose(dialog, Way.FOLDER)

    assert words in refused[0] and len(refused) == 2
    assert dialog.way.key == str(way) and dialog.fields[field].text() == text
    assert read_ways(live.workplace.folder) == WaysOut()


def test_prova_sends_a_fixed_text_to_oneself(
    dialog: WaysDialog, live: Live, supplier: GatewayServer, page: OutboxPage, home: QWidget, qtbot: QtBot
) -> None:
    by_sms(live, supplier)
    dialog = WaysDialog(live, page.courier, home)
    choose(dialog, Way.SMS)
    dialog.secret.setText(SECRET)
    dialog.own.setText("070-174 06 05")
    dialog.try_it()
    qtbot.waitUntil(dialog._test.isEnabled, timeout=15_000)

    assert supplier.taken == [
        {"from": "FlensKommun", "to": "+46701740605", "message": "Flens kommun: prov av utskick. Inget har hänt."}
    ]
    assert dialog._answer.text().startswith("Det gick i väg")
    dialog.secret.setText("fel")
    dialog.try_it()
    qtbot.waitUntil(dialog._test.isEnabled, timeout=15_000)
    assert dialog._answer.text().startswith("Det nekades: 401")


def test_prova_needs_ones_own_address_and_a_way_that_is_set_up(
    dialog: WaysDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    refused: list[str] = []
    monkeypatch.setattr(dialog, "refuse", refused.append)
    dialog.try_it()
    choose(dialog, Way.MODEM)
    dialog.fields["config"].setText(str(tmp_path / "gammurc"))
    dialog.try_it()

    assert "inte inställd" in refused[0] and "mobilnummer" in refused[1]


def test_the_ways_are_set_up_from_the_plan_before_anything_has_happened(
    live: Live, home: QWidget, no_keyring: None
) -> None:
    live.close()
    seen: list[str] = []

    def look(dialog: Dialog) -> None:
        assert isinstance(dialog, WaysDialog)
        dialog.fields["host"].setText("smtp.example.se")
        dialog.fields["sender"].setText("kris@example.se")
        dialog.press()
        seen.append(dialog.windowTitle())

    wrong = in_dialog(look)
    show_ways(live, home)
    assert (wrong, seen) == ([], ["Utvägar"])
    assert read_ways(live.workplace.folder).email.host == "smtp.example.se"

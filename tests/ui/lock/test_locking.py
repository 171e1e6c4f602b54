"""The lock of a workplace in the window: put on with a printed key that is tried, opened at the start, and changed."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import keyring
import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from krisapp.store import driver, sealing
from krisapp.store.locking import unlocked_files
from krisapp.ui.live import Live
from krisapp.ui.lock.locking_dialog import Locking
from krisapp.ui.lock.passphrase_dialog import NewPassphrase
from krisapp.ui.lock.unlocking import Unlocking, keep_key, kept_key
from krisapp.workplace import Workplace
from tests.delivery.test_secret_keeping import Ring

NOW = datetime(2027, 6, 11, 13, 10).astimezone()
PHRASE = "lampa kofta brygga sten"


@pytest.fixture(autouse=True)
def forget() -> Iterator[None]:
    yield
    driver._unlocked.clear()


@pytest.fixture
def live(tmp_path: Path, qtbot: QtBot) -> Iterator[Live]:
    owner = QObject()
    made = Live(Workplace(tmp_path / "plats", lambda: NOW), owner)
    assert made.workplace.plan.people
    yield made
    made.workplace.let_go()
    owner.deleteLater()


@pytest.fixture
def near(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def shown(dialog: Locking | Unlocking | NewPassphrase, qtbot: QtBot) -> None:
    qtbot.addWidget(dialog)
    dialog.show()


def test_a_lock_is_put_on_when_the_printed_key_has_been_typed_back(live: Live, near: QWidget, qtbot: QtBot) -> None:
    dialog = Locking(live, near)
    shown(dialog, qtbot)
    dialog.fields.phrase.setText(PHRASE)
    dialog.fields.again.setText(PHRASE)
    dialog.press()
    qtbot.waitUntil(lambda: bool(dialog.code.text()))
    assert not sealing.is_sealed(live.workplace.folder)

    dialog.typed.setText(dialog.code.text()[:-1] + ("A" if dialog.code.text()[-1] != "A" else "B"))
    dialog.press()
    assert not sealing.is_sealed(live.workplace.folder)
    dialog.typed.setText(dialog.code.text().lower())
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        dialog.press()

    assert dialog.locked == 1
    assert unlocked_files(live.workplace.folder) == []
    assert live.workplace.plan.people


def test_weak_or_unlike_passphrases_are_told_where_they_stand(live: Live, near: QWidget, qtbot: QtBot) -> None:
    dialog = Locking(live, near)
    shown(dialog, qtbot)
    dialog.fields.phrase.setText("kort")
    dialog.press()
    assert "för kort" in dialog.fields.phrase.accessibleDescription()
    dialog.fields.phrase.setText(PHRASE)
    dialog.fields.again.setText(PHRASE + "a")
    dialog.press()
    assert "olika" in dialog.fields.again.accessibleDescription()
    assert not sealing.is_sealed(live.workplace.folder)


def test_the_start_opens_by_passphrase_and_says_when_it_is_another(live: Live, near: QWidget, qtbot: QtBot) -> None:
    folder = live.workplace.folder
    new = sealing.make_lock(PHRASE)
    sealing.put_on(folder, new)
    dialog = Unlocking(folder, near)
    shown(dialog, qtbot)
    dialog.secret.setText("lampa kofta brygga hav")
    dialog.press()
    qtbot.waitUntil(lambda: "stämmer inte" in dialog.secret.accessibleDescription())
    dialog.secret.setText(PHRASE)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.secret, Qt.Key.Key_Return)
    assert dialog.key == new.key


def test_a_key_the_computer_keeps_is_for_the_lock_it_was_kept_for_and_no_other(live: Live) -> None:
    before, folder = keyring.get_keyring(), live.workplace.folder
    keyring.set_keyring(Ring())
    try:
        new = sealing.make_lock(PHRASE)
        sealing.put_on(folder, new)
        assert keep_key(folder, new.key)
        sealing.change_passphrase(folder, new.key, "moln räv gunga tegel")
        assert kept_key(folder) == new.key
        (folder / driver.LOCK).unlink()
        sealing.put_on(folder, sealing.make_lock(PHRASE))
        assert kept_key(folder) is None
    finally:
        keyring.set_keyring(before)


def test_the_printed_key_opens_when_the_passphrase_is_forgotten_and_a_new_one_is_chosen(
    live: Live, near: QWidget, qtbot: QtBot
) -> None:
    folder = live.workplace.folder
    new = sealing.make_lock(PHRASE)
    sealing.put_on(folder, new)
    dialog = Unlocking(folder, near)
    shown(dialog, qtbot)
    dialog.other.click()
    dialog.secret.setText(new.code)
    with qtbot.waitSignal(dialog.accepted):
        dialog.press()
    assert dialog.key == new.key
    driver.unlock(folder, new.key)

    changing = NewPassphrase(folder, near)
    shown(changing, qtbot)
    changing.fields.phrase.setText("moln räv gunga tegel")
    changing.fields.again.setText("moln räv gunga tegel")
    with qtbot.waitSignal(changing.accepted):
        changing.press()
    assert sealing.open_by_passphrase(folder, "moln räv gunga tegel") == new.key

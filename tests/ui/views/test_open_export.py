"""An incident and the plan leave the window in open formats, the secret covered unless somebody says otherwise."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from krisapp.domain import log
from krisapp.domain.log import Kind
from krisapp.ui.live import Live
from krisapp.ui.views import open_export
from krisapp.ui.views.log import Log
from krisapp.ui.views.open_export import FormDialog, PlanExport
from krisapp.ui.views.view import View

SECRET = "Koden till reservkraften är 4711"


def in_dialog(fill: Callable[[FormDialog], None]) -> None:
    """Fill in the dialog that opens next, and confirm it unless that closed it."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FormDialog)
        fill(dialog)
        if dialog.isVisible():
            dialog.press()

    QTimer.singleShot(50, act)


def choose(form: str) -> Callable[[FormDialog], None]:
    def fill(dialog: FormDialog) -> None:
        dialog.form.choose(form)
        dialog.form.chose.emit(form)

    return fill


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Answer the dialogs of the system, which cannot be filled in here."""
    place = tmp_path / "ut"
    place.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_about: str(place))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_about: (str(place / "fil.x"), ""))
    return place


@pytest.fixture
def screen(live: Live, home: QWidget, shown: Callable[[View], View]) -> Log:
    desk = live.desk
    desk.do(log.write(live.incident, Kind.OBSERVATION, SECRET, desk.now(), ground="OSL 18:8"))
    view = shown(Log(live, home))
    assert isinstance(view, Log)
    return view


def test_the_tables_of_an_incident_are_saved_with_the_secret_covered(screen: Log, qtbot: QtBot, place: Path) -> None:
    in_dialog(lambda dialog: None)
    screen.export()
    assert screen._export is not None
    with qtbot.waitSignal(screen._export.run.ended, timeout=60_000) as ended:
        pass

    assert ended.args[0] == 0
    (folder,) = place.iterdir()
    text = (folder / "01_logg.csv").read_text("utf-8-sig")
    assert "OSL 18:8" in text
    assert SECRET not in text


def test_a_form_that_holds_everything_says_so_before_it_is_saved(screen: Log, place: Path) -> None:
    del place
    said: list[tuple[bool, bool]] = []

    def look(dialog: FormDialog) -> None:
        said.append((dialog.masked.isVisible(), dialog._warning.isVisible()))
        choose(open_export.JSON)(dialog)
        said.append((dialog.masked.isVisible(), dialog._warning.isVisible()))
        dialog.form.choose(open_export.CSV)
        dialog.form.chose.emit(open_export.CSV)
        dialog.masked.setChecked(False)
        said.append((dialog.masked.isVisible(), dialog._warning.isVisible()))
        dialog.done(0)

    in_dialog(look)
    screen.export()

    assert said == [(True, False), (False, True), (True, True)]


@pytest.mark.parametrize(("form", "name"), [("json", "fil.json"), ("csv", "roles.csv")])
def test_the_plan_is_saved_as_tables_and_as_json(screen: Log, qtbot: QtBot, place: Path, form: str, name: str) -> None:
    export = PlanExport(screen.live, screen)
    in_dialog(choose(form))
    export.ask()
    qtbot.waitUntil(lambda: bool(list(place.rglob(name))))
    qtbot.waitUntil(lambda: len(list(place.rglob("settings.csv"))) == (form == "csv"))


def test_tables_are_never_mixed_with_older_ones(screen: Log, place: Path) -> None:
    first = open_export.ask_place(screen, open_export.CSV, "FLN")
    assert first is not None
    first.mkdir()

    second = open_export.ask_place(screen, open_export.CSV, "FLN")
    assert second is not None
    assert second.name == "FLN tabeller 2"
    assert second.parent == place

"""Meeting other consoles in the window: by stick, in the background, and told of in words."""

import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from krisapp.domain.conflicts import conflicts
from krisapp.domain.log import Kind, write
from krisapp.domain.situation import set_fields
from krisapp.exchanging import place_of
from krisapp.store.exchange.plans import leave_plan
from krisapp.ui.navigation import Navigation
from krisapp.ui.settings import Settings
from krisapp.ui.views.consoles.commands import ConsoleCommands
from krisapp.ui.views.consoles.conflicts_dialog import ConflictsDialog
from krisapp.ui.views.consoles.meeting_dialog import MeetingDialog
from krisapp.ui.views.consoles.name_dialog import NameDialog
from krisapp.ui.window import Window
from krisapp.workplace import Workplace
from tests.two_consoles import Console

Met = Callable[[], MeetingDialog]


def _said(dialog: MeetingDialog) -> list[str]:
    return [f"{row.mark.word}: {row.title}" for row in dialog.model.rows]


def test_a_meeting_says_what_came_from_whom_and_what_was_late(
    window: Window, other: Console, usb: Path, meet: Met
) -> None:
    other.says("Pumpen i Malmköping står still")
    other.meet(usb)
    dialog = meet()

    assert "hämtat: 1 ny post från Vattenverket" in _said(dialog)
    assert [line.text for line in window.live.incident.log][-1] == "Pumpen i Malmköping står still"
    assert window.kept.settings.meeting == str(usb)


def test_a_meeting_without_a_folder_says_what_to_do_and_begins_nothing(
    window: Window, commands: ConsoleCommands, qtbot: QtBot
) -> None:
    dialog = MeetingDialog(window.live, Settings(), commands.meetings, window)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.place.folder.clear()
    QTest.keyClick(dialog.place.folder, Qt.Key.Key_Return)

    assert "Sätt i minnet" in dialog.place.folder.accessibleDescription()
    assert not commands.meetings.busy
    dialog.reject()


def test_a_folder_that_cannot_be_made_is_told_of_in_words(
    window: Window, commands: ConsoleCommands, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "fil").write_bytes(b"")
    dialog = MeetingDialog(window.live, window.kept.settings, commands.meetings, window)
    dialog.show()
    dialog.place.folder.setText(str(tmp_path / "fil"))
    with qtbot.waitSignal(commands.meetings.failed, timeout=20_000):
        dialog.press()

    assert "Mötet gick inte" in dialog.banner.text
    dialog.reject()


def test_what_is_cut_off_or_foreign_is_named_with_the_way_out(
    window: Window, other: Console, usb: Path, meet: Met
) -> None:
    other.says("Pumpen står still")
    other.meet(usb)
    place = place_of(usb, window.live.incident.id)
    (place / "semester.kjz").write_bytes(b"hej")
    theirs = max(place.glob(f"{other.desk.journal.stream}*"), key=lambda path: path.stat().st_mtime_ns)
    theirs.write_bytes(theirs.read_bytes()[:-9])

    said = _said(meet())

    assert "avbruten: 1 fil var avbruten" in said
    assert "oläslig: En fil kunde inte läsas" in said


def test_two_values_are_told_of_and_one_key_chooses(
    window: Window, other: Console, usb: Path, meet: Met, qtbot: QtBot
) -> None:
    live = window.live
    other.desk.do(set_fields(other.desk.incident, {"headline": "Koka vattnet i Malmköping"}))
    live.do(set_fields(live.incident, {"headline": "Drick inte vattnet i Malmköping"}))
    other.meet(usb)
    assert "välj: 1 sak har två uppgifter" in _said(meet())

    dialog = ConflictsDialog(live, window)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert len(dialog.choices) == 2
    QTest.keyClick(dialog.list, Qt.Key.Key_2)

    assert conflicts(live.incident) == []
    assert "Alla är klara" in dialog.banner.text
    dialog.reject()


def test_a_chosen_folder_is_met_by_itself_only_when_that_is_ticked_and_the_foot_tells(
    window: Window, commands: ConsoleCommands, other: Console, usb: Path, qtbot: QtBot
) -> None:
    settings = window.kept.settings
    settings.meeting = str(usb)
    commands.meetings.keep_on()
    assert not commands.meetings._timer.isActive()
    settings.meets_by_itself = True
    commands.meetings._timer.setInterval(50)
    other.says("Pumpen står still")
    other.meet(usb)

    with qtbot.waitSignal(commands.meetings.ended, timeout=20_000):
        commands.meetings.keep_on()

    foot = window.findChild(Navigation)
    assert isinstance(foot, Navigation)
    assert "Mötte usb kl." in foot._saved.text()
    assert window.live.incident.log[-1].text == "Pumpen står still"
    settings.meets_by_itself = False
    commands.meetings.keep_on()
    assert "usb" not in foot._saved.text()


def test_what_is_done_while_the_meeting_is_held_is_kept(
    window: Window, commands: ConsoleCommands, other: Console, usb: Path, qtbot: QtBot
) -> None:
    other.says("Pumpen står still")
    other.meet(usb)
    live = window.live
    done: list[int] = []

    def write_on(_of: object = None) -> None:
        if commands.meetings.busy and len(done) < 30:
            live.do(set_fields(live.incident, {"headline": f"Rubrik {len(done)}"}))
            done.append(len(done))

    live.ticked.connect(write_on)
    live._timer.setInterval(5)
    with qtbot.waitSignal(commands.meetings.ended, timeout=20_000):
        commands.meetings.begin(usb)

    assert done
    assert live.incident.sheet.headline == f"Rubrik {done[-1]}"
    assert "Pumpen står still" in [line.text for line in live.incident.log]


def test_a_copied_machine_is_named_and_gets_a_name_and_key_of_its_own(
    window: Window, commands: ConsoleCommands, other: Console, usb: Path, meet: Met, tmp_path: Path, qtbot: QtBot
) -> None:
    other.desk.close()
    copied = Console(tmp_path / "kopia", "love.alpilund")
    shutil.rmtree(copied.workplace.folder)
    shutil.copytree(other.workplace.folder, copied.workplace.folder)
    both = [other, copied]
    for console in both:
        console.time = other.time
        console.workplace = Workplace(console.workplace.folder, partial(_time_of, console))
        console.workplace.console.name = "Vattenverket"
        (path,) = console.workplace.folder.glob("*.krisapp")
        console.desk = console.workplace.open(path)
        console.desk.person = console.person
    for minute in (1, 2):
        for console in both:
            console.time += timedelta(minutes=minute)
            console.says(f"Rad {minute}")
    for console in both:
        console.meet(usb)
    assert "kopierad: Vattenverket finns på två maskiner, sedan 13.12" in _said(meet())
    copied.desk.close()

    key, file = window.live.workplace.console.public, window.live.desk.path
    dialog = NameDialog(window.live, window)
    dialog.name.setText(window.live.workplace.console.name)
    dialog.press()
    assert "Det är namnet den har" in dialog.banner.text
    dialog.name.setText("Krisledning 2")
    dialog.press()
    assert window.live.workplace.console.public != key
    assert window.live.desk.path == file
    window.live.do(write(window.live.incident, Kind.OBSERVATION, "Med egen nyckel", window.live.now()))
    assert window.live.incident.log[-1].mark
    assert Workplace(window.live.workplace.folder, window.live.now).console.name == "Krisledning 2"


def _time_of(console: Console) -> datetime:
    return console.time


def test_an_adopted_plan_of_others_is_told_of_and_not_taken_in(
    window: Window, usb: Path, meet: Met, commands: ConsoleCommands
) -> None:
    plan = window.live.workplace.plan
    leave_plan(replace(plan, version="9", adopted="2027-05-02"), place_of(usb, ""))

    dialog = meet()

    assert "plan: En antagen plan som inte finns här: version 9" in _said(dialog)
    assert window.live.workplace.plan == plan
    (row,) = [row for row in dialog.model.rows if row.plan]
    dialog.list.opened.emit(row)
    assert dialog.wants_plan == row.plan

"""Two consoles lead one incident apart and meet: both hold the same, and what was set apart waits for a person."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from krisapp.domain.log import strike
from krisapp.domain.situation import set_fields
from krisapp.domain.words import Refused
from krisapp.exchanging import join, meet, offered, place_of, reread
from tests.two_consoles import Console, always


@pytest.fixture
def consoles(tmp_path: Path) -> Iterator[tuple[Console, Console]]:
    first, second = Console(tmp_path / "ett", "jons.tallbacker"), Console(tmp_path / "två", "love.alpilund")
    first.start()
    first.meet(tmp_path / "usb")
    second.join(tmp_path / "usb")
    yield first, second
    first.desk.close()
    second.desk.close()


def test_a_console_that_joins_has_the_plan_the_facts_and_the_log(consoles: tuple[Console, Console]) -> None:
    first, second = consoles

    assert second.desk.incident.plan == first.desk.incident.plan
    assert second.desk.incident.sheet == first.desk.incident.sheet
    assert second.log == first.log


def test_what_was_logged_apart_is_read_in_the_same_order_on_both(
    consoles: tuple[Console, Console], tmp_path: Path
) -> None:
    first, second = consoles
    first.says("Tanken står vid Malmaskolan")
    second.says("Skolan har stängt köket")
    second.says("Pressen ringer")

    first.meet(tmp_path / "usb")
    assert second.meet(tmp_path / "usb") == 1
    assert first.meet(tmp_path / "usb") == 4  # with the first entries of its joining and of its run

    assert first.log == second.log
    assert len(first.log) >= 3
    assert not first.desk.faults


def test_a_line_keeps_its_number_when_earlier_lines_of_others_come(
    consoles: tuple[Console, Console], tmp_path: Path
) -> None:
    first, second = consoles
    second.says("Skolan har stängt köket")
    second.says("Pressen ringer")
    for text in ("Tanken står vid Malmaskolan", "Provet är skickat", "Kön är lång"):
        first.says(text)
    before = {line.stamp.id: line.label for console in consoles for line in console.desk.incident.log}
    assert first.desk.incident.log[-1].label == str(len(first.log))
    assert second.desk.incident.log[-1].label.endswith("-2")

    for console in (first, second, first):
        console.meet(tmp_path / "usb")

    for console in (first, second):
        labels = {line.stamp.id: line.label for line in console.desk.incident.log}
        assert labels == before
        assert len(set(labels.values())) == len(labels)


def test_what_came_late_from_another_console_says_when_it_came(
    consoles: tuple[Console, Console], tmp_path: Path
) -> None:
    first, second = consoles
    second.says("Skolan har stängt köket")
    second.meet(tmp_path / "usb")
    first.time += timedelta(minutes=1)
    first.says("Tanken står vid Malmaskolan")
    arrives = first.time = first.time + timedelta(minutes=14)
    first.meet(tmp_path / "usb")

    came = {line.text: line.arrived for line in first.desk.incident.log}
    assert came["Skolan har stängt köket"] == arrives
    assert came["Tanken står vid Malmaskolan"] is None
    assert {line.arrived for line in second.desk.incident.log} == {None}


def test_a_correction_names_the_line_as_its_console_does(consoles: tuple[Console, Console], tmp_path: Path) -> None:
    first, second = consoles
    second.says("Skolan har stängt köket")
    for console in (second, first):
        console.meet(tmp_path / "usb")
    line = first.desk.incident.log[-1]
    first.desk.do(strike(first.desk.incident, line.stamp.id, "Fel skola"))

    assert line.label.endswith("-1")
    assert first.log[-1] == f"Rättar post {line.label}: Fel skola"


def test_the_same_field_set_apart_stays_two_until_a_person_chooses(
    consoles: tuple[Console, Console], tmp_path: Path
) -> None:
    first, second = consoles
    first.desk.do(set_fields(first.desk.incident, {"headline": "Koka vattnet i Malmköping"}))
    second.desk.do(set_fields(second.desk.incident, {"headline": "Drick inte vattnet i Malmköping"}))
    for console in (first, second, first):
        console.meet(tmp_path / "usb")

    for console in (first, second):
        assert {value for value, _stamp in console.desk.incident.fields["headline"].claims} == {
            "Koka vattnet i Malmköping",
            "Drick inte vattnet i Malmköping",
        }
    second.desk.do(set_fields(second.desk.incident, {"headline": "Koka vattnet i Malmköping"}))
    for console in (second, first):
        console.meet(tmp_path / "usb")
    assert len(first.desk.incident.fields["headline"].heads) == 1


def test_what_is_done_while_the_journal_is_read_anew_is_not_forgotten(
    consoles: tuple[Console, Console], tmp_path: Path
) -> None:
    first, second = consoles
    second.says("Skolan har stängt köket")
    second.meet(tmp_path / "usb")
    desk = first.desk
    desk.set_apart()
    meet(desk.path, desk.incident.id, tmp_path / "usb", first.workplace.clock, always)
    found = reread(desk.path, first.workplace.clock, lambda: first.workplace.plan)
    first.says("Skrivet under tiden")

    assert not desk.take_over(*found)
    assert {"Skolan har stängt köket", "Skrivet under tiden"} <= set(first.log)
    desk.set_apart()
    assert desk.take_over(*reread(desk.path, first.workplace.clock, lambda: first.workplace.plan))
    assert first.log.count("Skrivet under tiden") == 1


def test_joining_from_a_stick_without_the_beginning_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    first, second = Console(tmp_path / "ett", "jons.tallbacker"), Console(tmp_path / "två", "love.alpilund")
    first.start()
    first.meet(tmp_path / "usb")
    first.desk.close()
    place = place_of(tmp_path / "usb", first.desk.incident.id)
    for path in place.iterdir():
        if not path.name.startswith("blob"):
            path.unlink()

    with pytest.raises(Refused, match="början"):
        join(second.workplace, first.desk.incident.id, tmp_path / "usb", always)
    assert not list(second.workplace.folder.glob("*.krisapp"))


def test_two_incidents_that_two_machines_gave_the_same_number_are_never_mixed(tmp_path: Path) -> None:
    first, second = Console(tmp_path / "ett", "jons.tallbacker"), Console(tmp_path / "två", "love.alpilund")
    for console in (first, second):
        console.start()
        console.says(f"Skrivet av {console.person}")
    first.meet(tmp_path / "usb")
    there = sorted(place_of(tmp_path / "usb", first.desk.incident.id).iterdir())

    with pytest.raises(Refused, match="annan händelse med numret FLN-2027-001"):
        second.meet(tmp_path / "usb")

    assert sorted(place_of(tmp_path / "usb", first.desk.incident.id).iterdir()) == there
    first.meet(tmp_path / "usb")
    assert "Skrivet av love.alpilund" not in first.log
    for console in (first, second):
        console.desk.close()


def test_a_folder_that_is_no_number_of_an_incident_is_not_offered_and_never_joined(tmp_path: Path) -> None:
    first, second = Console(tmp_path / "ett", "jons.tallbacker"), Console(tmp_path / "två", "love.alpilund")
    for console in (first, second):
        console.start()
        console.desk.close()
    first.desk = first.workplace.open(first.desk.path)
    first.meet(tmp_path / "usb")
    first.desk.close()
    place = place_of(tmp_path / "usb", first.desk.incident.id)
    place.rename(place.with_name("[FO]*"))
    assert offered(tmp_path / "usb") == []
    place.with_name("[FO]*").rename(place.with_name("FLN-2027-009"))

    with pytest.raises(Refused, match="början"):
        join(second.workplace, "FLN-2027-009", tmp_path / "usb", always)
    assert [path.name for path in second.workplace.folder.glob("*.krisapp")] == ["FLN-2027-001.krisapp"]

"""Telephones and internet gone (set 012): three consoles apart, a stick, a lost laptop, and all end with the same.

What one wrote another reads; what two set apart a person chose; and the journal verifies on all three.
"""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from krisapp.domain import checklists
from krisapp.domain.checklists import Mark
from krisapp.domain.conflicts import choose, conflicts
from krisapp.domain.consoles import Same, twins
from krisapp.domain.situation import set_fields, state_fact
from krisapp.exchanging import reread
from krisapp.store.facts_file import read_facts
from krisapp.store.journal import Journal
from krisapp.store.tips import event_of
from krisapp.store.verify import verify
from krisapp.workplace import Workplace
from tests.two_consoles import ALARM, Console

PEOPLE = ("jons.tallbacker", "love.alpilund", "folke.stenhagenius")
NAMES = ("Krisledning", "Malmköping", "Hälleforsnäs")


@pytest.fixture
def staff(tmp_path: Path, root: Path) -> Iterator[list[Console]]:
    """Give three consoles in the incident of set 012, the second and third joined from the first one's stick."""
    made = [Console(tmp_path / name, person) for name, person in zip(NAMES, PEOPLE, strict=True)]
    for console, name in zip(made, NAMES, strict=True):
        console.workplace.console.name = name
    first = made[0]
    sheet = read_facts(root / "resources" / "incidents" / "FLN-2027-012.yaml", first.workplace.plan)
    first.desk = first.workplace.start(
        type=sheet.type,
        places=sheet.places,
        sentence=sheet.what_happened,
        level="N2",
        danger_to_life=sheet.danger_to_life,
        exercise=False,
        person=first.person,
        alarm_at=ALARM,
    )
    first.desk.do(set_fields(first.desk.incident, {"headline": sheet.headline, "advice": sheet.advice}))
    for fact in sheet.facts:
        first.desk.do(state_fact(first.desk.incident, fact, first.person))
    stick = tmp_path / "usb"
    first.meet(stick)
    for console in made[1:]:
        console.join(stick)
    yield made
    for console in made:
        console.desk.close()


def _later(staff: list[Console], minutes: int) -> None:
    for console in staff:
        console.time += timedelta(minutes=minutes)


def _round(staff: list[Console], stick: Path) -> None:
    """Let the stick go round, and back to those who met it before the last."""
    for console in (*staff, *staff[:-1]):
        console.meet(stick)


def _state(console: Console) -> tuple[object, ...]:
    """Return what two consoles that are equal have equal."""
    with Journal.read(console.desk.path) as journal:
        ids = tuple(stamp.id for stamp, _happened, _kind in journal.read_all().entries)
    incident = console.desk.incident
    lines = tuple((line.label, line.text) for line in incident.log)
    return ids, lines, incident.sheet, {id: message.draft.value for id, message in incident.messages.items()}


def test_three_consoles_apart_end_equal_and_every_conflict_was_a_persons_choice(
    staff: list[Console], tmp_path: Path
) -> None:
    first, second, third = staff
    stick, backup = tmp_path / "usb", tmp_path / "backup"

    # Apart: each writes, ticks and decides; two set the same field, the same fact and the same item differently.
    _later(staff, 10)
    first.says("Växeln är död, radion fungerar")
    second.says("Trygghetspunkten i Malmköping är öppen")
    third.says("Fiberkabeln är av vid Hälleforsnäs")
    (fact, *_more) = first.desk.incident.sheet.facts
    (item, *_rest) = first.workplace.plan.checklists[0].items
    for console, words, mark in ((first, "ett", Mark.DONE), (third, "tre", Mark.NOT_APPLICABLE)):
        incident = console.desk.incident
        console.desk.do(set_fields(incident, {"headline": f"Telefonerna ligger nere, {words}"}))
        said = replace(fact, text=f"{fact.text} ({words})")
        console.desk.do(state_fact(incident, said, console.person))
        console.desk.do(checklists.tick(incident, item, mark, "gäller inte här"))

    # The second laptop is copied for its backup, writes on, meets the stick, and is lost in the water.
    shutil.copytree(tmp_path / "Malmköping", backup)
    _later(staff, 10)
    second.says("Vi lämnar ut tryckta blad vid Konsum")
    _round(staff, stick)
    second.desk.close()
    shutil.rmtree(tmp_path / "Malmköping")
    shutil.copytree(backup, tmp_path / "Malmköping")
    second.workplace = Workplace(tmp_path / "Malmköping", lambda: second.time)
    second.workplace.console.name = "Malmköping"
    (path,) = second.workplace.folder.glob("*.krisapp")
    second.desk = second.workplace.open(path)
    second.desk.person = second.person
    assert "Vi lämnar ut tryckta blad vid Konsum" not in second.log

    # It writes before it knows what it had lost, and gets that back by the stick.
    _later(staff, 10)
    second.says("Ny dator, samma kiosk")
    _round(staff, stick)
    assert {"Vi lämnar ut tryckta blad vid Konsum", "Ny dator, samma kiosk"} <= set(second.log)
    _incident, reading = reread(first.desk.path, lambda: first.time, lambda: first.workplace.plan)
    assert [(one.console, one.how) for one in twins(reading)] == [("Malmköping", Same.RESTORED)]

    # Nothing was overwritten: the same conflicts stand everywhere, and nobody's machine chose.
    found = [[(one.key, len(one.claims)) for one in conflicts(console.desk.incident)] for console in staff]
    assert found[0] == found[1] == found[2]
    assert {key for key, _count in found[0]} == {"fields/headline", f"facts/{fact.id}", f"marks/{item.id}/mark"}
    for one in conflicts(second.desk.incident):
        value, stamp = one.claims[0]
        second.desk.do(choose(one, value, event_of(second.desk.journal, stamp)))
    _round([second, first, third], stick)

    states = [_state(console) for console in staff]
    assert states[0] == states[1] == states[2]
    for console in staff:
        assert conflicts(console.desk.incident) == []
        assert not console.desk.faults
        assert verify(console.desk.path).whole

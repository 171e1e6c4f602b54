"""Everything leaves in open formats (IN1): what is secret is covered, who is protected never leaves, nothing is run."""

import csv
import json
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
from icalendar import Calendar
from msgspec.structs import replace

from krisapp.cli import run
from krisapp.commands.answers import CANNOT_ASK, YES
from krisapp.desk import Desk
from krisapp.domain import log
from krisapp.domain.leading.meeting.holding import plan_next
from krisapp.domain.leading.staff.shift_planning import plan_shift
from krisapp.domain.leading.task.assigning import add_task
from krisapp.domain.log import Kind
from krisapp.store.plan.plan_editing import PlanEditing
from krisapp.store.plan.plan_store import PlanStore
from krisapp.workplace import Workplace

NOW = datetime.fromisoformat("2027-03-09T05:50:00+01:00")
CHIEF = "love.alpilund"
SECRET = "Koden till reservkraften är 4711"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    workplace = Workplace(tmp_path / "workplace", lambda: NOW)
    made = workplace.start(
        type="it_outage",
        places=("Flen",),
        sentence="Kommunens it-system är nere",
        level="N2",
        danger_to_life=False,
        exercise=False,
        person=CHIEF,
        alarm_at=NOW,
    )
    made.do(log.write(made.incident, Kind.OBSERVATION, "=cmd|' /C calc'!A0", NOW, source="tips"))
    made.person = CHIEF
    made.do(log.write(made.incident, Kind.OBSERVATION, SECRET, NOW, ground="OSL 18:8"))
    made.do(add_task(made.incident, f"Byt koden: {SECRET}", owner="IT", deadline=NOW + timedelta(hours=2)))
    made.do(add_task(made.incident, "Ring skolorna", deadline=NOW + timedelta(hours=3)))
    made.do(plan_next(made.incident, NOW + timedelta(hours=1), "stab", NOW))
    made.do(plan_shift(made.incident, "IT", CHIEF, NOW + timedelta(hours=4), NOW + timedelta(hours=12)))
    yield made
    made.close()


def table(folder: Path, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO((folder / name).read_text("utf-8-sig"), newline=""), delimiter=";"))


def test_the_tables_of_an_incident_leave_with_the_secret_covered_and_no_cell_is_run(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "ut"
    assert run(["export", str(desk.path), "--format", "csv", "--out", str(out)]) == YES

    names = {path.name for path in out.iterdir()}
    assert {"01_logg.csv", "02_beslut.csv", "00_meddelanden.csv", "uppdrag.csv", "inkommande.csv"} <= names
    assert not any(SECRET in path.read_text("utf-8-sig") for path in out.iterdir())
    texts = [row["text"] for row in table(out, "01_logg.csv")]
    assert "'=cmd|' /C calc'!A0" in texts
    tasks = table(out, "uppdrag.csv")
    assert [(row["nr"], row["läge"]) for row in tasks] == [("1", "inte påbörjat"), ("2", "inte påbörjat")]
    assert tasks[1]["uppdrag"] == "Ring skolorna"
    assert tasks[1]["klart senast"] == "2027-03-09 08:50:00+01:00"


def test_p62_each_table_of_an_exercise_says_so_in_its_name(tmp_path: Path) -> None:
    made = Workplace(tmp_path / "workplace", lambda: NOW).start(
        type="it_outage",
        places=("Flen",),
        sentence="Kommunens it-system är nere",
        level="N2",
        danger_to_life=False,
        exercise=True,
        person=CHIEF,
    )
    made.close()
    assert run(["export", str(made.path), "--format", "csv", "--out", str(tmp_path / "ut")]) == YES
    names = [path.name for path in (tmp_path / "ut").iterdir()]
    assert names
    assert all(name.startswith("OVNING-") for name in names)


def test_the_secret_leaves_in_the_tables_only_when_it_is_asked_for(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "ut"
    assert run(["export", str(desk.path), "--format", "csv", "--out", str(out), "--unmasked"]) == YES

    assert SECRET in (out / "01_logg.csv").read_text("utf-8-sig")


def events(path: Path) -> dict[str, str]:
    found = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    return {str(event["summary"]): event.decoded("dtstart").isoformat() for event in found}


def test_the_calendar_of_an_incident_has_meetings_and_deadlines_and_no_shift(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "stab.ics"
    assert run(["export", str(desk.path), "--format", "ical", "--out", str(out)]) == YES

    found = events(out)
    assert found["Nästa möte"] == "2027-03-09T05:50:00+00:00"
    assert found["Klart senast: Ring skolorna"] == "2027-03-09T07:35:00+00:00"
    assert not any("Alpilund" in summary or SECRET in summary for summary in found)


def test_the_shifts_stand_in_the_calendar_only_when_they_are_asked_for(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "stab.ics"
    assert run(["export", str(desk.path), "--format", "ical", "--out", str(out), "--unmasked"]) == YES

    assert any("Love Alpilund" in summary for summary in events(out))


@pytest.fixture
def plan_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a data folder with a plan in which one has a protected identity and one a private number."""
    home = tmp_path / "krisapp"
    monkeypatch.setenv("KRISAPP_FOLDER", str(home))
    home.mkdir()
    with closing(PlanStore.open(home / "plan.db")) as store:
        editing = PlanEditing(store, CHIEF, lambda: NOW)
        chief, hidden = store.plan().person(CHIEF), store.plan().holders[0].person
        assert chief is not None
        editing.save_person(replace(chief, private=("mobile",)))
        person = store.plan().person(hidden)
        assert person is not None
        editing.save_person(replace(person, protected=True, address=""))
    return tmp_path


def hidden_in(folder: Path) -> tuple[str, str]:
    with closing(PlanStore.open(folder / "krisapp" / "plan.db")) as store:
        person = next(one for one in store.plan().people if one.protected)
        return person.id, person.name


def test_the_tables_of_the_plan_leave_without_what_is_private_and_who_is_protected(plan_folder: Path) -> None:
    out = plan_folder / "tabeller"
    assert run(["plan", "export", str(out), "--format", "csv"]) == YES

    everything = "\n".join(path.read_text("utf-8-sig") for path in out.iterdir())
    id, name = hidden_in(plan_folder)
    assert id not in everything
    assert name not in everything
    assert "Love Alpilund" in everything
    assert "070-174 06 17" not in everything
    names = {path.name for path in out.iterdir()}
    assert {"people.csv", "roles.csv", "checklists.csv", "checklist_items.csv", "settings.csv"} <= names
    assert "KLN" in table(out, "roles.csv")[0].values()


def test_the_plan_leaves_as_json_with_private_numbers_only_for_a_reason_that_is_noted(plan_folder: Path) -> None:
    out = plan_folder / "plan.json"
    assert run(["plan", "export", str(out), "--format", "json"]) == YES
    assert "070-174 06 17" not in out.read_text("utf-8")

    assert run(["plan", "export", str(out), "--format", "json", "--private", "Flytt till larmcentralen"]) == YES
    people = {one["id"]: one for one in json.loads(out.read_text("utf-8"))["people"]}
    assert people[CHIEF]["mobile"] == "070-174 06 17"
    assert hidden_in(plan_folder)[0] not in people
    with closing(PlanStore.open(plan_folder / "krisapp" / "plan.db")) as store:
        assert store.history()[0].note == "Flytt till larmcentralen"


def test_a_place_that_cannot_be_written_is_said_in_words(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("")

    assert run(["export", str(desk.path), "--format", "csv", "--out", str(tmp_path / "fil")]) == CANNOT_ASK

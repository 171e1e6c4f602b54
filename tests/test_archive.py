"""The archive package (arkivlagen): whole, verifiable with ordinary tools, the same each time, and masked too."""

import hashlib
import json
import shutil
import subprocess
from base64 import b64decode
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from krisapp.cli import run
from krisapp.desk import Desk
from krisapp.domain import log
from krisapp.domain.facts import Fact, SourceType, Status
from krisapp.domain.leading.picture import picture
from krisapp.domain.log import Kind
from krisapp.domain.records import papers, record_requests, secrecy
from krisapp.domain.records.check_code import print_on
from krisapp.domain.records.papers import Form, SheetLine
from krisapp.domain.situation import state_fact
from krisapp.store.tips import tips
from krisapp.workplace import Workplace
from tests.documents.reading import everything, letters, words
from tests.store.writing import tamper

START = datetime(2027, 3, 9, 5, 50, tzinfo=timezone(timedelta(hours=1)))
SECRETS = ("Elin Berg", "Reservnyckeln ligger hos vaktmästaren")


class Clock:
    """A watch that moves a minute each time somebody looks at it."""

    def __init__(self) -> None:
        self.time = START

    def __call__(self) -> datetime:
        """Return the time, a minute later than last."""
        self.time += timedelta(minutes=1)
        return self.time


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Give an incident with something in every part of the package."""
    workplace = Workplace(tmp_path / "workplace", Clock())
    officer = next(holder.person for holder in workplace.plan.holders if holder.role == "TIB")
    made = workplace.start(
        type="it_outage",
        places=("Flen",),
        sentence="Kommunens it-system är nere",
        level="N2",
        danger_to_life=False,
        exercise=False,
        person=officer,
        alarm_at=START,
    )
    made.person = officer
    incident = made.incident
    (line,) = made.do(log.write(incident, Kind.OBSERVATION, f"{SECRETS[0]} i 4B nämns i läckan", made.now()))
    made.do(secrecy.mark(incident, f"log:{line.id}", "OSL 23 kap.", "", [SECRETS[0]]))
    made.do(log.write(incident, Kind.OBSERVATION, SECRETS[1], made.now(), ground="OSL 18:8"))
    made.do(log.write(incident, Kind.OBSERVATION, '=HYPERLINK("http://x")', made.now(), source="+cmd"))
    made.do(
        state_fact(incident, Fact("F1", Status.CONFIRMED, "Nätet är avstängt", "IT", SourceType.OWN_SERVICE), officer)
    )
    made.do(papers.hand_out(incident, Form.LOG, 2, ""))
    sheet = [SheetLine(START, Kind.OBSERVATION, f"Mormor till {SECRETS[0]} ringde")]
    made.do(*papers.enter(incident, papers.read_number("L-1"), sheet, made.now()))
    made.do(record_requests.receive("Loggen", made.now(), made.now()))
    made.do(print_on(tips(made.journal), "protokollet från möte 1"))
    made.do(picture.fix(incident, made.now()))
    yield made
    made.close()


@pytest.fixture
def folder(desk: Desk, tmp_path: Path) -> Path:
    """Give the package as the command makes it."""
    assert run(["export", str(desk.path), "--format", "archive", "--out", str(tmp_path)]) == 0
    return tmp_path / desk.incident.id


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_arkivlagen_the_package_has_the_parts_of_11_3_whole_and_masked(folder: Path) -> None:
    record = {
        "01_logg.csv",
        "01_logg.pdf",
        "02_beslut.csv",
        "02_beslut.pdf",
        "03_fakta.csv",
        "04_meddelanden/00_meddelanden.csv",
        "05_lagesbilder/lagesbild-01.txt",
        "07_bemanning.csv",
        "08_media_och_fragor.csv",
        "09_rykten.csv",
        "10_bilagor/diarielista.csv",
        "10_bilagor/kontrollkoder.csv",
        "10_bilagor/inkommande.csv",
        "10_bilagor/papper.csv",
        "10_bilagor/uppdrag.csv",
        "10_bilagor/utlamningar.csv",
    }
    whole = {"00_innehall.txt", "10_bilagor/plan.json", "12_journal/handelse.json", "12_journal/poster.jsonl"}

    assert set(names(folder)) == record | whole | {f"maskerad/{name}" for name in record} | {"99_kontrollsummor.sha256"}


def test_the_package_is_verified_by_an_ordinary_tool_and_a_changed_file_is_found(folder: Path) -> None:
    if shutil.which("sha256sum") is None:
        pytest.skip("sha256sum is not installed")
    command = ["sha256sum", "--check", "--strict", "99_kontrollsummor.sha256"]
    told = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout

    assert told.count(": OK") == len(names(folder)) - 1
    (folder / "01_logg.csv").write_bytes((folder / "01_logg.csv").read_bytes().replace(b"OSL", b"OSX"))
    assert subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode == 1


def test_the_chain_is_verified_by_what_the_contents_say_and_nothing_of_ours(folder: Path) -> None:
    ends: dict[str, str] = {}
    keys: dict[str, bytes] = {}
    lines = (folder / "12_journal" / "poster.jsonl").read_bytes().splitlines()
    for line in map(json.loads, lines):
        raw, sig, salt, body = (b64decode(line[name]) for name in ("raw", "sig", "salt", "body"))
        head = json.loads(raw)
        assert hashlib.sha256(raw + sig).hexdigest() == line["id"]
        assert hashlib.sha256(salt + body).hexdigest() == head["bh"]
        assert head["p"] == ends.get(head["s"], "")
        if head["n"] == 1:
            key = bytes.fromhex(head["key"])
            assert hashlib.sha256(key + bytes.fromhex(head["r"])).digest()[:16].hex() == head["s"]
            keys[head["s"]] = key
        Ed25519PublicKey.from_public_bytes(keys[head["s"]]).verify(sig, raw)
        ends[head["s"]] = line["id"]

    assert len(lines) == 14
    contents = (folder / "00_innehall.txt").read_text("utf-8")
    assert all(f"kedja {stream}" in contents for stream in ends)
    assert all(key.hex() in contents for key in keys.values())


def test_p31_nothing_secret_is_in_the_masked_half_in_any_file_and_each_cover_names_its_ground(folder: Path) -> None:
    for path in (folder / "maskerad").rglob("*"):
        if path.suffix == ".pdf":
            content, said = everything(path.read_bytes()), letters(words(path.read_bytes()))
            assert not [secret for secret in SECRETS if letters(secret) in said]
        elif path.is_file():
            content = path.read_bytes()
        else:
            continue
        assert not [secret for secret in SECRETS if secret.encode() in content], path
    covered = (folder / "maskerad" / "01_logg.csv").read_text("utf-8")
    assert covered.count("[uppgift borttagen, sekretess enligt OSL 23 kap.]") == 2
    assert covered.count("[uppgift borttagen, sekretess enligt OSL 18:8]") == 1
    assert all(secret in (folder / "01_logg.csv").read_text("utf-8") for secret in SECRETS)


def test_no_table_has_a_cell_that_a_spreadsheet_runs(folder: Path) -> None:
    text = (folder / "01_logg.csv").read_text("utf-8-sig")

    assert "\"'=HYPERLINK(" in text
    assert '"\'+cmd"' in text


def test_the_same_journal_gives_the_same_bytes(desk: Desk, folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "igen"
    other.mkdir()
    assert run(["export", str(desk.path), "--format", "archive", "--out", str(other)]) == 0

    again = other / desk.incident.id
    assert names(folder) == names(again)
    assert all((folder / name).read_bytes() == (again / name).read_bytes() for name in names(folder))


def test_a_package_that_is_there_already_is_never_written_over(
    desk: Desk, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", str(desk.path), "--format", "archive", "--out", str(folder.parent)]) == 2
    assert "finns redan" in capsys.readouterr().err


def test_a_journal_that_does_not_hold_is_packed_and_the_contents_say_what_is_wrong(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    id, path = desk.incident.id, desk.path
    desk.close()
    tamper(path, ("UPDATE entry SET body = x'7b7d' WHERE position = 4", ()))

    assert run(["export", str(path), "--format", "archive", "--out", str(tmp_path)]) == 1
    assert "Innehållet i post 4" in capsys.readouterr().err
    assert "Innehållet i post 4" in (tmp_path / id / "00_innehall.txt").read_text("utf-8")


def test_progress_is_said_file_by_file(desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", str(desk.path), "--format", "archive", "--out", str(tmp_path), "--progress"]) == 0

    said = capsys.readouterr().out.splitlines()
    assert said[0] == "1 01_logg.pdf"
    assert said[-2].endswith("99_kontrollsummor.sha256")
    assert not list(tmp_path.glob("*.halvt"))

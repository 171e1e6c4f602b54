import shutil
from pathlib import Path

import pytest

from krisapp.domain.events import KINDS, Event, event
from krisapp.domain.faults import Broken, What
from krisapp.domain.log import Written
from krisapp.domain.run import RunStarted
from krisapp.store import driver
from krisapp.store.journal import Journal
from krisapp.store.trouble import Exists, Missing, NewerFormat, NotAJournal, NotSaved, ReadOnly
from krisapp.store.verify import verify
from tests.store.writing import CONSOLE, OTHER, TEN_PAST_TWO, Watch, line, names, tamper, texts, written


def test_what_is_appended_is_read_back_with_its_stamp(tmp_path: Path) -> None:
    with Journal.create(tmp_path / "händelse å.krisapp", CONSOLE, Watch()) as journal:
        first = journal.append(line("Det brinner i Bettna"), "KC")
        second = journal.append(line("Släckt"), "TIB", [first.id])

        entries = list(journal.entries())

    assert entries[1:] == [
        (first, line("Det brinner i Bettna"), "log.written"),
        (second, line("Släckt"), "log.written"),
    ]
    assert (second.seq, second.tick, second.person, second.replaces) == (3, 3, "TIB", (first.id,))
    assert second.at == TEN_PAST_TWO


def test_a_journal_lives_on_in_its_file_alone(tmp_path: Path) -> None:
    ids = written(tmp_path / "a.krisapp", 3)
    assert names(tmp_path) == ["a.krisapp"]

    with Journal.open(tmp_path / "a.krisapp", CONSOLE, Watch()) as journal:
        assert [stamp.id for stamp, happened, _ in journal.entries() if isinstance(happened, Written)] == ids


def test_each_run_is_a_stream_of_its_own_that_begins_with_what_it_found(tmp_path: Path) -> None:
    path = tmp_path / "a.krisapp"
    last = written(path, 3)[-1]
    with Journal.open(path, OTHER, Watch()) as journal:
        stamp, begun, kind = journal.read_all().entries[-1]

    assert kind == "run.started"
    assert isinstance(begun, RunStarted)
    assert begun.console == "TiB-dator"
    assert begun.sqlite == driver.VERSION
    assert list(begun.tips.values()) == [(4, last)]
    assert stamp.stream not in begun.tips
    assert (stamp.seq, stamp.tick, stamp.person) == (1, 5, "")


def test_a_laptop_restored_from_a_copy_does_not_fork_its_chain(tmp_path: Path) -> None:
    """Both sides of the copy go on; the union of the two holds, with nothing lost."""
    lost, restored = tmp_path / "förlorad.krisapp", tmp_path / "kopia.krisapp"
    written(lost, 3)
    shutil.copy(lost, restored)
    for path, text in ((lost, "skrivet efter kopian"), (restored, "skrivet på kopian")):
        with Journal.open(path, CONSOLE, Watch()) as journal:
            journal.append(line(text), "KC")

    with Journal.open(restored, CONSOLE, Watch()) as journal:
        connection = journal.connection
        connection.execute("ATTACH ? AS other", (str(lost),))
        columns = "id, stream, seq, tick, raw, sig, salt, body, received"
        connection.execute(
            f"INSERT INTO entry ({columns}) SELECT {columns} FROM other.entry WHERE id NOT IN (SELECT id FROM entry)"
        )
        found = texts(journal)
        streams = {stamp.stream for stamp, _, _ in journal.entries()}

    assert sorted(found) == ["rad 0", "rad 1", "rad 2", "skrivet efter kopian", "skrivet på kopian"]
    assert len(streams) == 4
    assert verify(restored).whole


def test_an_entry_is_stored_once(tmp_path: Path) -> None:
    path = tmp_path / "a.krisapp"
    written(path, 1)
    connection = driver.write(path)

    with pytest.raises(driver.DatabaseError):
        connection.execute(
            "INSERT INTO entry (id, stream, seq, tick, raw, sig, salt, body, received) "
            "SELECT id, stream, seq, tick, raw, sig, salt, body, received FROM entry WHERE position = 2"
        )
    connection.close()


def test_a_second_program_can_read_while_the_first_writes(tmp_path: Path) -> None:
    path = tmp_path / "a.krisapp"
    with Journal.create(path, CONSOLE, Watch()) as journal, Journal.read(path) as reader:
        journal.append(line("en"), "KC")
        assert texts(reader) == ["en"]
        journal.append(line("två"), "KC")
        assert texts(reader) == ["en", "två"]


def test_a_journal_open_for_reading_cannot_be_written(tmp_path: Path) -> None:
    written(tmp_path / "a.krisapp", 1)
    with Journal.read(tmp_path / "a.krisapp") as reader:
        with pytest.raises(ReadOnly):
            reader.append(line("nej"), "KC")
        with pytest.raises(ReadOnly):
            reader.put_blob(b"nej")
        with pytest.raises(driver.DatabaseError):
            reader.connection.execute("INSERT INTO blob (hash, content) VALUES (x'00', x'00')")
        assert reader.stream == reader.notice == ""


def test_a_kind_this_program_does_not_know_is_kept_and_read_past(tmp_path: Path) -> None:
    @event("test.newer")
    class Newer(Event, frozen=True):
        text: str

    with Journal.create(tmp_path / "a.krisapp", CONSOLE, Watch()) as journal:
        stamp = journal.append(Newer("något nytt"), "KC")
        del KINDS["test.newer"]
        reading = journal.read_all()

    assert reading.faults == ()
    assert reading.entries[-1] == (stamp, None, "test.newer")


def test_a_journal_is_made_only_where_there_is_none(tmp_path: Path) -> None:
    written(tmp_path / "a.krisapp", 1)
    before = (tmp_path / "a.krisapp").read_bytes()

    with pytest.raises(Exists, match=r"a\.krisapp finns redan"):
        Journal.create(tmp_path / "a.krisapp", CONSOLE, Watch())

    assert (tmp_path / "a.krisapp").read_bytes() == before
    assert names(tmp_path) == ["a.krisapp"]


def test_a_half_made_file_is_never_seen_under_its_name(tmp_path: Path) -> None:
    """A draft left by a program that was killed while it made the file is in nobody's way."""
    (tmp_path / ".a.krisapp.new").write_bytes(b"half")

    assert len(written(tmp_path / "a.krisapp", 2)) == 2
    assert names(tmp_path) == ["a.krisapp"]


@pytest.mark.parametrize("way", ["open", "read"])
def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path, way: str) -> None:
    with pytest.raises(Missing, match="Kontrollera namnet"):
        if way == "open":
            Journal.open(tmp_path / "a.krisapp", CONSOLE, Watch())
        else:
            Journal.read(tmp_path / "a.krisapp")
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    "content", [b"", b"hej", b"%PDF-1.7" * 2000, bytes(9000)], ids=["empty", "short", "pdf", "nil"]
)
@pytest.mark.parametrize("way", ["open", "read"])
def test_another_kind_of_file_is_said_to_be_none_of_ours(tmp_path: Path, way: str, content: bytes) -> None:
    path = tmp_path / "a.krisapp"
    path.write_bytes(content)

    with pytest.raises(NotAJournal, match="är inte en händelsefil"):
        Journal.open(path, CONSOLE, Watch()) if way == "open" else Journal.read(path)

    assert path.read_bytes() == content
    assert names(tmp_path) == ["a.krisapp"]


def test_a_newer_format_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "a.krisapp"
    written(path, 1)
    tamper(path, ("PRAGMA user_version = 7", ()))

    with pytest.raises(NewerFormat, match=r"nyare version av Krisapp \(format 7, den här läser till och med 1\)"):
        Journal.open(path, CONSOLE, Watch())


def test_what_does_not_hold_is_told_and_stops_nobody_from_writing_on(tmp_path: Path) -> None:
    path = tmp_path / "a.krisapp"
    written(path, 5)
    tamper(path, ("UPDATE entry SET body = ? WHERE position = 3", (b'{"text":"annat"}',)))

    with Journal.open(path, CONSOLE, Watch()) as journal:
        journal.append(line("vidare"), "KC")
        reading = journal.read_all()
        assert [str(fault) for fault in reading.faults] == [
            "Innehållet i post 3, skriven av KC den 11 juni 2027 kl. 14.10, är ändrat."
        ]
        assert texts(journal) == ["rad 0", "rad 2", "rad 3", "rad 4", "vidare"]
        with pytest.raises(Broken):
            journal.entries()


def test_an_encrypted_journal_shows_nothing_without_its_key(tmp_path: Path) -> None:
    path, key = tmp_path / "a.krisapp", bytes(range(32))
    with Journal.create(path, CONSOLE, Watch(), key) as journal:
        journal.append(line("hemligt"), "KC")
    assert b"hemligt" not in path.read_bytes()
    assert b"SQLite format" not in path.read_bytes()

    for wrong in (None, bytes(32)):
        with pytest.raises(NotAJournal, match="annan nyckel"):
            Journal.read(path, wrong)
        with pytest.raises(NotAJournal):
            Journal.open(path, CONSOLE, Watch(), wrong)
    with Journal.open(path, CONSOLE, Watch(), key) as journal:
        assert texts(journal) == ["hemligt"]
    assert verify(path, key).whole


def test_what_cannot_be_read_back_is_not_called_saved(tmp_path: Path) -> None:
    """The disk, or whatever sits between, stores something else than it was given; its number is not used again."""
    with Journal.create(tmp_path / "a.krisapp", CONSOLE, Watch()) as journal:
        journal.connection.execute("DROP TRIGGER entry_kept_as_is")
        journal.connection.execute(
            "CREATE TRIGGER rot AFTER INSERT ON entry BEGIN "
            "UPDATE entry SET body = x'7b7d' WHERE position = new.position; END"
        )
        with pytest.raises(NotSaved, match="räknas inte som sparad"):
            journal.append(line("viktigt"), "KC")
        journal.connection.execute("DROP TRIGGER rot")

        journal.append(line("viktigt"), "KC")

        assert texts(journal) == ["viktigt"]
        assert [fault.what for fault in journal.read_all().faults] == [What.BODY]

"""Files cut off, overwritten and rotted: no altered event goes unnoticed, and the readable rest is shown."""

import random
from pathlib import Path

import pytest

from krisapp.domain.chain import Read
from krisapp.domain.faults import What
from krisapp.store.journal import Journal
from krisapp.store.trouble import Damaged, NotAJournal, Trouble
from krisapp.store.verify import verify
from tests.store.writing import CONSOLE, OTHER, Watch, line, names

PAGE = 4096


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return a journal of two runs and 82 entries, with a blob."""
    path = tmp_path_factory.mktemp("whole") / "a.krisapp"
    for console, texts in ((CONSOLE, 40), (OTHER, 40)):
        start = Journal.open if path.exists() else Journal.create
        with start(path, console, Watch()) as journal:
            for number in range(texts):
                journal.append(line(f"{console.name} skriver rad {number} om vattnet i Bettna"), "KC")
            journal.put_blob(b"planen" * 1000)
    return path.read_bytes()


@pytest.fixture(scope="module")
def true(whole: bytes, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Read]:
    """Return the entries of the whole journal by id."""
    path = tmp_path_factory.mktemp("true") / "a.krisapp"
    path.write_bytes(whole)
    with Journal.read(path) as journal:
        return {read[0].id: read for read in journal.entries()}


def looked_at(path: Path, content: bytes, true: dict[str, Read]) -> int | None:
    """Read a changed file; return how many events can be believed, None if the file cannot be opened.

    Nothing may be believed that is not true, and whatever is missing must be told.
    """
    path.write_bytes(content)
    try:
        with Journal.read(path) as journal:
            reading = journal.read_all()
    except Trouble as trouble:
        assert isinstance(trouble, NotAJournal | Damaged)
        return None
    believed = {stamp.id: (stamp, happened, kind) for stamp, happened, kind in reading.entries if happened}
    assert believed.items() <= true.items()
    if believed != true:
        assert reading.faults
        assert all(str(fault) for fault in reading.faults)
    return len(believed)


def test_a_file_cut_off_anywhere_is_told_and_the_rest_is_read(
    whole: bytes, true: dict[str, Read], tmp_path: Path
) -> None:
    lengths = [*range(0, len(whole), 401), *(n + d for n in range(PAGE, len(whole), PAGE) for d in (-1, 0, 1))]
    believed = {length: looked_at(tmp_path / "a.krisapp", whole[:length], true) for length in sorted(lengths)}

    assert not any(number for length, number in believed.items() if length < PAGE)
    assert all(number is not None and number < 82 for length, number in believed.items() if length >= PAGE)
    rest = [number for length, number in believed.items() if length >= PAGE and number is not None]
    assert rest == sorted(rest)
    assert rest[-1] > 70
    assert rest[len(rest) // 2] > 20


def test_a_file_cut_off_names_the_last_entry_that_can_be_read(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.krisapp"
    path.write_bytes(whole[: len(whole) * 2 // 3])

    report = verify(path)

    cut = next(fault for fault in report.faults if fault.what is What.FILE)
    assert str(cut) == (
        f"Filen är skadad. Den sista läsbara posten är nummer {cut.number}, skriven av KC den 11 juni 2027 kl. 14.10."
    )
    assert 20 < cut.number < 82
    assert report.entries >= 20
    assert names(tmp_path) == ["a.krisapp"]


def test_a_damaged_file_is_not_opened_for_writing(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.krisapp"
    path.write_bytes(whole[: len(whole) // 2])

    with pytest.raises(Damaged, match=r"a\.krisapp är skadad\. Kör krisapp verify"):
        Journal.open(path, CONSOLE, Watch())

    assert path.read_bytes() == whole[: len(whole) // 2]
    assert names(tmp_path) == ["a.krisapp"]


def test_a_flipped_bit_never_changes_an_event_unnoticed(whole: bytes, true: dict[str, Read], tmp_path: Path) -> None:
    chance = random.Random(7)
    believed = []
    for _ in range(400):
        changed = bytearray(whole)
        changed[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        believed.append(looked_at(tmp_path / "a.krisapp", bytes(changed), true))

    readable = sorted(number for number in believed if number is not None)
    assert len(readable) > 360
    assert readable[len(readable) // 2] >= 81
    assert any(number < 82 for number in readable)


@pytest.mark.parametrize("how", ["zeroed", "random", "swapped", "repeated"])
def test_a_destroyed_page_costs_only_what_was_on_it(
    whole: bytes, true: dict[str, Read], tmp_path: Path, how: str
) -> None:
    chance = random.Random(11)
    pages = [whole[start : start + PAGE] for start in range(0, len(whole), PAGE)]
    believed = []
    for number in range(1, len(pages)):
        changed = list(pages)
        other = chance.randrange(1, len(pages))
        match how:
            case "zeroed":
                changed[number] = bytes(PAGE)
            case "random":
                changed[number] = chance.randbytes(PAGE)
            case "swapped":
                changed[number], changed[other] = changed[other], changed[number]
            case _:
                changed[number] = changed[other]
        believed.append(looked_at(tmp_path / "a.krisapp", b"".join(changed), true))

    readable = sorted(number for number in believed if number is not None)
    assert readable[len(readable) // 2] > 70


def test_what_was_not_yet_moved_into_a_damaged_file_is_read_too(tmp_path: Path) -> None:
    """A killed program leaves entries in the write-ahead log, and the main file is then cut off."""
    path, copy = tmp_path / "a.krisapp", tmp_path / "kopia" / "a.krisapp"
    copy.parent.mkdir()
    with Journal.create(path, CONSOLE, Watch()) as journal:
        for number in range(40):
            journal.append(line(f"rad {number}"), "KC")
        copy.write_bytes(path.read_bytes()[:-100])
        wal = path.with_name("a.krisapp-wal").read_bytes()
        copy.with_name("a.krisapp-wal").write_bytes(wal)

    report = verify(copy)

    assert report.entries == 41
    assert copy.with_name("a.krisapp-wal").read_bytes() == wal


def test_an_encrypted_file_with_a_flipped_bit_gives_no_false_event(tmp_path: Path) -> None:
    path, key = tmp_path / "a.krisapp", bytes(range(32))
    with Journal.create(path, CONSOLE, Watch(), key) as journal:
        for number in range(40):
            journal.append(line(f"rad {number}"), "KC")
        true = {read[0].id: read for read in journal.entries()}
    content = path.read_bytes()
    chance = random.Random(13)
    for _ in range(60):
        changed = bytearray(content)
        changed[chance.randrange(PAGE, len(content))] ^= 1 << chance.randrange(8)
        path.write_bytes(changed)
        report = verify(path, key)
        assert not report.whole
        with Journal.read(path, key) as journal:
            assert {read[0].id: read for read in journal.read_all().entries}.items() <= true.items()

from collections.abc import Callable
from pathlib import Path

import pytest

from krisapp.domain.faults import Broken, What
from krisapp.store.journal import Journal
from krisapp.store.trouble import Missing, NotAJournal
from krisapp.store.verify import verify, verify_signatures
from tests.store.writing import CONSOLE, OTHER, Watch, line, tamper, written


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Name a journal of three runs: entries 1–6, 7–9 and 10."""
    path = tmp_path / "a.krisapp"
    written(path, 5)
    with Journal.open(path, OTHER, Watch()) as journal:
        journal.append(line("av TiB"), "TIB")
        journal.append(line("av TiB igen"), "TIB")
    Journal.open(path, CONSOLE, Watch()).close()
    return path


def test_a_whole_journal_is_said_to_be_whole(path: Path) -> None:
    report = verify(path)

    assert report.whole
    assert report.sentences() == [
        "Journalen är hel: varje post är som den skrevs.",
        "10 poster går att läsa.",
        "KC-dator skrev 6 poster från den 11 juni 2027 kl. 14.10.",
        "TiB-dator skrev 3 poster från den 11 juni 2027 kl. 14.10.",
        "KC-dator skrev 1 post från den 11 juni 2027 kl. 14.10.",
    ]
    assert [run.key for run in report.runs] == [CONSOLE.public, OTHER.public, CONSOLE.public]


def test_a_file_without_a_single_entry_is_not_called_whole(path: Path) -> None:
    """A file that is copied alone while it is being written may lack all of it: the rest lies beside it."""
    lone = path.with_name("lone.krisapp")
    with Journal.create(path.with_name("b.krisapp"), CONSOLE, Watch()) as journal:
        lone.write_bytes(journal.path.read_bytes())
    report = verify(lone)
    assert not report.entries
    assert not report.whole


def test_verifying_needs_no_leave_and_changes_nothing(path: Path) -> None:
    with Journal.open(path, CONSOLE, Watch()) as journal:
        assert verify(path).whole
        journal.append(line("under tiden"), "KC")
        assert verify(path).entries == 12
    before = path.read_bytes()

    verify(path)

    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["a.krisapp"]


SWAP = (
    "UPDATE entry SET position = -position WHERE position IN (3, 4)",
    "UPDATE entry SET position = 7 + position WHERE position < 0",
)


@pytest.mark.parametrize(
    ("statements", "sentences"),
    [
        (
            ["UPDATE entry SET raw = CAST(replace(raw, '\"KC\"', '\"AB\"') AS BLOB) WHERE position = 3"],
            ["Post 3, skriven av AB den 11 juni 2027 kl. 14.10, är ändrad."],
        ),
        (
            ["UPDATE entry SET body = x'7b7d' WHERE position = 8"],
            ["Innehållet i post 8, skriven av TIB den 11 juni 2027 kl. 14.10, är ändrat."],
        ),
        (
            ["UPDATE entry SET sig = zeroblob(64) WHERE position = 3"],
            ["Post 3, skriven av KC den 11 juni 2027 kl. 14.10, är ändrad."],
        ),
        (["DELETE FROM entry WHERE position = 3"], ["Post 3 saknas."]),
        (["DELETE FROM entry WHERE position BETWEEN 3 AND 5"], ["Posterna 3–5 saknas."]),
        (["DELETE FROM entry WHERE position >= 9"], ["Journalens sista poster, nummer 9–10, saknas."]),
        (
            [
                "DELETE FROM entry WHERE position IN (8, 9)",
                "UPDATE entry SET position = 8 WHERE position = 10",
                "UPDATE sqlite_sequence SET seq = 8 WHERE name = 'entry'",
            ],
            ["2 poster som TiB-dator hade skrivit efter sin post nummer 1 saknas."],
        ),
        (SWAP, ["Post 4, skriven av KC den 11 juni 2027 kl. 14.10, ligger på fel plats."]),
        (
            [
                "DELETE FROM entry WHERE position = 3",
                "UPDATE entry SET position = position - 1 WHERE position > 3",
                "UPDATE sqlite_sequence SET seq = 9 WHERE name = 'entry'",
            ],
            ["Post 3, skriven av KC den 11 juni 2027 kl. 14.10, bygger inte på posten före den."],
        ),
    ],
    ids=["text", "body", "signature", "one gone", "several gone", "end gone", "run cut", "swapped", "renumbered"],
)
def test_a_change_is_named_by_entry_person_and_time(path: Path, statements: list[str], sentences: list[str]) -> None:
    tamper(path, *((statement, ()) for statement in statements))

    report = verify(path)

    assert [str(fault) for fault in report.faults] == sentences
    assert report.sentences()[0] == "Journalen är inte hel."
    with Journal.read(path) as journal:
        assert journal.read_all().faults == report.faults


def test_a_disposed_body_is_told_and_is_no_fault(path: Path) -> None:
    """The law may require it in a later release; the chain holds already now."""
    tamper(path, ("UPDATE entry SET body = NULL, salt = NULL WHERE position = 3", ()))

    report = verify(path)

    assert report.whole
    assert report.disposed == (3,)
    assert report.sentences()[-1] == "Innehållet i 1 post är gallrat."


def test_names_of_persons_can_be_given(path: Path) -> None:
    tamper(path, ("DELETE FROM entry WHERE position = 3", ()), ("UPDATE entry SET body = x'' WHERE position = 4", ()))

    assert "skriven av Vera Lind den" in verify(path).sentences({"KC": "Vera Lind"}.__getitem__)[2]


def test_a_file_that_is_no_journal_is_not_called_a_broken_one(tmp_path: Path) -> None:
    (tmp_path / "a.krisapp").write_text("hej", "utf-8")

    with pytest.raises(NotAJournal):
        verify(tmp_path / "a.krisapp")
    with pytest.raises(Missing):
        verify(tmp_path / "b.krisapp")


def test_signatures_are_verified_in_the_background_a_piece_at_a_time(path: Path) -> None:
    reached, steps = 0, 0
    while (after := verify_signatures(path, reached, 4)) != reached:
        reached, steps = after, steps + 1

    assert (reached, steps) == (10, 3)


def forged(journal: Journal, position: int) -> None:
    """Give an entry a text with a hash that fits it, but no signature that does."""
    import hashlib

    raw, sig = journal.connection.execute("SELECT raw, sig FROM entry WHERE position = ?", (position,)).fetchone()
    raw = raw.replace(b'"KC"', b'"AB"')
    values = (raw, hashlib.sha256(raw + sig).digest(), position)
    journal.connection.execute("UPDATE entry SET raw = ?, id = ? WHERE position = ?", values)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda j: forged(j, 6), "Underskriften på post 6, skriven av AB den 11 juni 2027 kl. 14.10, är falsk."),
        (lambda j: j.connection.execute("UPDATE entry SET raw = x'00' WHERE position = 6"), "Post 6 är ändrad så att"),
        (lambda j: j.connection.execute("UPDATE entry SET raw = x'00' WHERE position = 1"), "Post 1 är ändrad så att"),
        (lambda j: j.connection.execute("DELETE FROM entry WHERE position = 1"), "Underskriften på post 2"),
    ],
)
def test_a_false_signature_is_found_in_the_background(
    path: Path, change: Callable[[Journal], object], sentence: str
) -> None:
    with Journal.open(path, CONSOLE, Watch()) as journal:
        for guard in ("entry_kept", "entry_kept_as_is"):
            journal.connection.execute(f"DROP TRIGGER {guard}")
        change(journal)

    with pytest.raises(Broken, match=sentence):
        verify_signatures(path)


def test_the_last_entry_forged_with_a_fitting_hash_is_found_on_opening(tmp_path: Path) -> None:
    """No later entry vouches for the last one, so its signature is looked at each time."""
    path = tmp_path / "a.krisapp"
    with Journal.create(path, CONSOLE, Watch()) as journal:
        journal.append(line("sist"), "KC")
        journal.connection.execute("DROP TRIGGER entry_kept_as_is")
        forged(journal, 2)
        reading = journal.read_all()

    assert [fault.what for fault in reading.faults] == [What.SIGNATURE]
    assert len(reading.entries) == 1

import hashlib
from pathlib import Path

import pytest

from krisapp.domain.faults import Broken
from krisapp.store.journal import Journal
from krisapp.store.verify import verify
from tests.store.writing import CONSOLE, Watch, tamper


def test_a_blob_is_found_by_its_hash_also_after_closing(tmp_path: Path) -> None:
    content = bytes(range(256)) * 4000
    with Journal.create(tmp_path / "a.krisapp", CONSOLE, Watch()) as journal:
        name = journal.put_blob(content)
        assert name == hashlib.sha256(content).hexdigest()
        assert journal.blob("00" * 32) is None

    with Journal.read(tmp_path / "a.krisapp") as journal:
        assert journal.blob(name) == content


def test_the_same_blob_is_stored_once(tmp_path: Path) -> None:
    with Journal.create(tmp_path / "a.krisapp", CONSOLE, Watch()) as journal:
        names = {journal.put_blob(b"planen") for _ in range(3)}

        assert len(names) == 1
        assert journal.connection.execute("SELECT count(*) FROM blob").fetchone() == (1,)


def test_an_altered_blob_is_never_given_out(tmp_path: Path) -> None:
    path = tmp_path / "a.krisapp"
    with Journal.create(path, CONSOLE, Watch()) as journal:
        name = journal.put_blob(b"planen")
    tamper(path, ("UPDATE blob SET content = ?", (b"en annan plan",)))

    with Journal.read(path) as journal, pytest.raises(Broken, match=f"Bilagan {name[:8]} är ändrad"):
        journal.blob(name)
    assert [str(fault) for fault in verify(path).faults] == [f"Bilagan {name[:8]} är ändrad."]

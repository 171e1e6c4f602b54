"""Publishing in a folder writes only what has changed, and one that is cut short leaves the old site whole."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from krisapp.documents.site import folder as publishing
from krisapp.documents.site.folder import (
    ASIDE,
    MANIFEST,
    Changes,
    compare,
    manifest_of,
    publish,
    read_manifest,
    withdraw,
)
from krisapp.domain.words import Refused
from krisapp.store.bad_input import BadInput

OLD = {"index.html": b"old", "arkiv.html": b"same", "meddelanden/a-1.html": b"first"}
NEW = {"index.html": b"new", "arkiv.html": b"same", "meddelanden/a-2.html": b"second"}


def on(_number: int, _total: int, _path: str) -> bool:
    return True


def there(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MANIFEST
    }


def test_only_what_has_changed_is_written_and_what_is_gone_is_taken_away(tmp_path: Path) -> None:
    publish(OLD, "FLN-1", tmp_path, on, exercise=False)
    same = (tmp_path / "arkiv.html").stat()
    heard: list[str] = []

    def hear(_number: int, _total: int, path: str) -> bool:
        heard.append(path)
        return True

    done = publish(NEW, "FLN-1", tmp_path, hear, exercise=False)

    assert done is not None
    assert done[1] == Changes(("meddelanden/a-2.html",), ("index.html",), ("meddelanden/a-1.html",))
    assert heard == ["meddelanden/a-2.html", "index.html"]
    assert there(tmp_path) == NEW
    assert (tmp_path / "arkiv.html").stat() == same
    assert read_manifest(tmp_path) == manifest_of(NEW, "FLN-1", exercise=False)
    assert compare(manifest_of(NEW, "FLN-1", exercise=False), tmp_path) == Changes()


def test_a_file_somebody_has_altered_or_taken_away_is_mended(tmp_path: Path) -> None:
    publish(OLD, "FLN-1", tmp_path, on, exercise=False)
    (tmp_path / "index.html").write_bytes(b"altered")
    (tmp_path / "arkiv.html").unlink()

    publish(OLD, "FLN-1", tmp_path, on, exercise=False)

    assert there(tmp_path) == OLD


@pytest.mark.parametrize("stop_at", [1, 2])
def test_one_that_is_stopped_leaves_the_old_site_and_nothing_else(tmp_path: Path, stop_at: int) -> None:
    publish(OLD, "FLN-1", tmp_path, on, exercise=False)

    assert publish(NEW, "FLN-1", tmp_path, lambda number, *_told: number < stop_at, exercise=False) is None

    assert there(tmp_path) == OLD


class _PowerCut(BaseException):
    """What no code of ours catches, as when the power goes."""


def _cut_after(calls: int, act: Callable[..., object]) -> Callable[..., object]:
    left = [calls]

    def cut(*arguments: object, **named: object) -> object:
        if left[0] == 0:
            raise _PowerCut
        left[0] -= 1
        return act(*arguments, **named)

    return cut


@pytest.mark.parametrize("at", range(7))
def test_a_power_cut_at_any_write_or_renaming_leaves_a_whole_site_that_the_next_publication_completes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    publish(OLD, "FLN-1", tmp_path, on, exercise=False)
    with monkeypatch.context() as patched:
        patched.setattr(publishing, "_write", _cut_after(at, publishing._write))
        patched.setattr(Path, "replace", _cut_after(max(at - 4, 0), Path.replace))
        with pytest.raises(_PowerCut):
            publish(NEW, "FLN-1", tmp_path, on, exercise=False)

    found = {path: content for path, content in there(tmp_path).items() if not path.startswith(ASIDE)}
    if at < 4:
        assert found == OLD
    assert found["index.html"] in (b"old", b"new")
    assert found["index.html"] == b"old" or "meddelanden/a-2.html" in found
    publish(NEW, "FLN-1", tmp_path, on, exercise=False)
    assert there(tmp_path) == NEW


def test_a_full_disk_leaves_the_old_site_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(OLD, "FLN-1", tmp_path, on, exercise=False)

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(BadInput, match="inte plats"):
            publish(NEW, "FLN-1", tmp_path, on, exercise=False)

    assert there(tmp_path) == OLD


def test_what_is_not_ours_is_never_touched(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("someone else's")
    with pytest.raises(Refused, match=r"index\.html"):
        publish(NEW, "FLN-1", tmp_path, on, exercise=False)
    assert there(tmp_path) == {"index.html": b"someone else's"}


def test_files_of_others_beside_the_site_stay(tmp_path: Path) -> None:
    (tmp_path / "robots.txt").write_text("own")
    (tmp_path / "bilder").mkdir()
    publish(OLD, "FLN-1", tmp_path, on, exercise=False)
    publish(NEW, "FLN-1", tmp_path, on, exercise=False)
    withdraw(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"robots.txt", "bilder"}


def test_a_site_that_lay_alone_leaves_no_folder_behind(tmp_path: Path) -> None:
    publish(OLD, "FLN-1", tmp_path / "site", on, exercise=False)
    withdraw(tmp_path / "site")
    assert list(tmp_path.iterdir()) == []


def test_p62_an_exercise_never_replaces_the_site_of_a_real_incident_and_the_other_way_it_may(tmp_path: Path) -> None:
    publish(OLD, "OVN-1", tmp_path, on, exercise=True)
    done = publish(NEW, "FLN-1", tmp_path, on, exercise=False)
    assert done is not None
    assert done[1].replaces == "OVN-1"
    with pytest.raises(Refused, match="övning får inte ersätta"):
        publish(OLD, "OVN-1", tmp_path, on, exercise=True)
    assert there(tmp_path) == NEW


def test_a_manifest_from_a_stranger_takes_nothing_away_outside_the_folder(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("mine")
    site = tmp_path / "site"
    publish(OLD, "FLN-1", site, on, exercise=False)
    manifest = (site / MANIFEST).read_text().replace('"files": {', '"files": {"../outside.txt": "0",')
    (site / MANIFEST).write_text(manifest)

    publish(NEW, "FLN-1", site, on, exercise=False)

    assert outside.read_text() == "mine"
    assert there(site) == NEW

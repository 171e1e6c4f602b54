"""Consoles that meet in a folder end with the same entries, whatever happened to the folder between."""

import zlib
from pathlib import Path

import pytest
from msgspec.structs import replace

from krisapp.domain.entries import Entry, canonical
from krisapp.store.exchange.folder import Stopped, bring, leave
from krisapp.store.exchange.lying import Lying
from krisapp.store.exchange.met import Why
from krisapp.store.exchange.segment import SUFFIX, read_segment
from krisapp.store.exchange.union import Union
from krisapp.store.journal import Journal
from tests.store.exchange.consoles import RECEIVED, Desk
from tests.store.writing import Watch, line


@pytest.fixture
def desks(tmp_path: Path) -> tuple[Desk, Desk]:
    """Give two consoles that had the same incident and have written apart since."""
    watch = Watch()
    first, second = Desk(tmp_path, 1, watch), Desk(tmp_path, 2, watch)
    first.begin()
    first.copy_to(second)
    first.write("vatten", "skola")
    second.write("ström")
    return first, second


def test_two_consoles_that_wrote_apart_meet_on_a_stick_and_are_equal(desks: tuple[Desk, Desk], tmp_path: Path) -> None:
    first, second = desks
    stick = tmp_path / "usb"

    first.meet(stick)
    brought = second.meet(stick)
    first.meet(stick)

    assert brought.met.count == 3  # the run's own first entry and its two lines
    assert first.digest == second.digest
    assert sorted(first.texts) == ["skola", "start", "ström", "vatten"]


def test_meeting_again_leaves_nothing_more_and_brings_nothing_new(desks: tuple[Desk, Desk], tmp_path: Path) -> None:
    first, second = desks
    stick = tmp_path / "usb"
    for desk in (first, second, first):
        desk.meet(stick)
    before = sorted(stick.iterdir())

    assert first.leave(stick) == 0
    assert second.bring(stick).met.count == 0
    assert sorted(stick.iterdir()) == before


def test_a_third_console_gets_what_neither_of_the_others_wrote_themselves(
    desks: tuple[Desk, Desk], tmp_path: Path
) -> None:
    first, second = desks
    third = Desk(tmp_path, 3, Watch())
    first.copy_to(third)
    stick, share = tmp_path / "usb", tmp_path / "delad"

    second.leave(stick)
    first.meet(stick)
    first.leave(share)
    third.bring(share)

    assert third.digest == first.digest
    assert "ström" in third.texts


def test_what_builds_on_entries_that_are_not_here_waits_and_leaves_no_hole(
    desks: tuple[Desk, Desk], tmp_path: Path
) -> None:
    first, second = desks
    stick = tmp_path / "usb"
    first.leave(stick)
    second.bring(stick)
    second.write("efter mötet")  # this run had found what the first had written
    third = Desk(tmp_path, 3, Watch())
    with Journal.create(third.path, third.console, third.watch):
        pass
    share = tmp_path / "delad"
    second.leave(share)
    with Journal.read(first.path) as journal:
        streams = {name for (name,) in journal.connection.execute("SELECT DISTINCT hex(stream) FROM entry")}
    for path in list(share.iterdir()):
        if path.name.partition(".")[0].upper() in streams:
            path.unlink()

    brought = third.bring(share)

    assert brought.met.count == 0
    assert len(brought.met.waiting) == 2
    assert third.texts == []
    second.leave(share)
    assert third.bring(share).met.waiting == {}
    assert "efter mötet" in third.texts


def test_each_truncation_of_a_segment_gives_whole_entries_or_none_and_a_new_meeting_mends_it(
    desks: tuple[Desk, Desk], tmp_path: Path
) -> None:
    first, second = desks
    stick = tmp_path / "usb"
    first.leave(stick)
    longest = max(stick.glob(f"*{SUFFIX}"), key=lambda path: path.stat().st_size)
    content = longest.read_bytes()
    whole = read_segment(longest).entries
    counts, some = set(), 0
    for length in range(len(content)):
        longest.write_bytes(content[:length])
        found = read_segment(longest)
        counts.add(len(found.entries))
        some = length if 0 < len(found.entries) < len(whole) else some
        assert found.entries == whole[: len(found.entries)]
        assert found.entries == whole or not found.whole
    assert counts == set(range(len(whole) + 1))  # what came whole is kept, entry by entry
    longest.write_bytes(content[:some])

    assert second.bring(stick).cut == [longest.name]
    first.leave(stick)
    assert longest.read_bytes() == content  # nobody need know how much of a cut file can be read
    second.bring(stick)

    assert set(first.digest) <= set(second.digest)


def test_flipped_bits_change_no_entry_and_are_told_of(desks: tuple[Desk, Desk], tmp_path: Path) -> None:
    first, second = desks
    stick = tmp_path / "usb"
    first.leave(stick)
    genuine = set(first.digest)
    own = set(second.digest)
    for path in stick.glob(f"*{SUFFIX}"):
        content, intact = path.read_bytes(), read_segment(path)
        for place in range(0, len(content), 7):
            path.write_bytes(content[:place] + bytes([content[place] ^ 0x10]) + content[place + 1 :])
            brought = second.bring(stick)
            assert set(second.digest) <= genuine | own
            told = brought.cut or brought.bad or brought.met.refused
            # A compressed file has a few bits that mean nothing.
            assert told or brought.met.count == 0 or read_segment(path) == intact
        path.write_bytes(content)


def test_a_bomb_is_refused_and_not_unpacked(desks: tuple[Desk, Desk], tmp_path: Path) -> None:
    _first, second = desks
    stick = tmp_path / "usb"
    stick.mkdir()
    (stick / f"aa.1-1.bomb{SUFFIX}").write_bytes(zlib.compress(bytes(300_000_000)))

    brought = second.bring(stick)

    assert brought.met.count == 0
    assert "för stor" in brought.bad[0]


def test_something_else_with_the_ending_is_named_and_passed_over(desks: tuple[Desk, Desk], tmp_path: Path) -> None:
    first, second = desks
    stick = tmp_path / "usb"
    first.leave(stick)
    (stick / f"semester{SUFFIX}").write_bytes(zlib.compress(b'{"krisapp": 9, "holds": "entries", "of": ""}\n'))
    (stick / f"bild{SUFFIX}").write_bytes(b"\xff\xd8\xff\xe0 JFIF")

    brought = second.bring(stick)

    assert brought.met.count == 3
    assert [sentence.split(":")[0] for sentence in brought.bad] == [f"bild{SUFFIX}", f"semester{SUFFIX}"]


def test_a_laptop_restored_from_its_backup_gets_back_what_it_had_lost_and_loses_nothing_new(
    desks: tuple[Desk, Desk], tmp_path: Path
) -> None:
    first, second = desks
    stick, backup = tmp_path / "usb", tmp_path / "backup.krisapp"
    backup.write_bytes(second.path.read_bytes())
    second.write("sen rad")
    second.leave(stick)
    first.bring(stick)
    second.path.write_bytes(backup.read_bytes())

    second.write("efter återställning")
    for desk in (second, first, second):
        desk.meet(stick)

    assert first.digest == second.digest
    assert {"sen rad", "efter återställning"} <= set(first.texts)


def test_a_forged_entry_with_a_taken_number_is_refused_and_named(desks: tuple[Desk, Desk], tmp_path: Path) -> None:
    first, second = desks
    entry = first.entries[-1]
    head = entry.head
    forged = Entry(canonical(replace(head, a="SC")), entry.sig, entry.salt, entry.body)
    with Union(second.path, RECEIVED) as union:
        met = union.take([*first.entries[:-1], forged])

    assert [(one.person, one.why) for one in met.refused] == [("SC", Why.FORGED)]
    assert "skola" not in second.texts


def test_leaving_can_be_stopped_between_files_and_done_again(desks: tuple[Desk, Desk], tmp_path: Path) -> None:
    first, _second = desks
    stick = tmp_path / "usb"
    with Journal.read(first.path) as journal, pytest.raises(Stopped):
        leave(journal, stick, lambda done, _all: done < 1)
    assert len(list(stick.iterdir())) == 1
    assert not [path for path in stick.iterdir() if path.name.startswith(".")]

    assert first.leave(stick) == 1


@pytest.mark.parametrize("seed", range(12))
def test_junk_with_the_right_link_does_not_stand_in_the_way_of_the_signed_entry(
    desks: tuple[Desk, Desk], seed: int
) -> None:
    first, second = desks
    entries = first.entries
    genuine = entries[-1]
    # A stranger knows the link and the number, and which of two is sorted first is chance.
    junk = Entry(canonical(replace(genuine.head, a=f"SC{seed}")), bytes(64), genuine.salt, genuine.body)

    with Union(second.path, RECEIVED) as union:
        met = union.take([junk, *entries])

    assert "skola" in second.texts
    assert [(one.person, one.why) for one in met.refused] == [(f"SC{seed}", Why.FORGED)]


def test_what_waits_says_for_which_console_and_how_far(desks: tuple[Desk, Desk], tmp_path: Path) -> None:
    first, second = desks
    first.leave(tmp_path / "usb")
    second.bring(tmp_path / "usb")
    second.write("efter mötet")
    third = Desk(tmp_path, 3, Watch())
    with Journal.create(third.path, third.console, third.watch):
        pass
    theirs = [entry for entry in second.entries if entry.head.s == second.entries[-1].head.s]

    with Union(third.path, RECEIVED) as union:
        met = union.take(theirs)

    (waits,) = met.waiting
    assert met.consoles[waits] == "Konsol 2"
    assert {entry.head.s for entry in first.entries} <= set(met.lacking)


def test_a_file_is_read_once_and_again_when_it_has_changed(desks: tuple[Desk, Desk], tmp_path: Path) -> None:
    first, second = desks
    stick, lying = tmp_path / "usb", Lying()
    first.leave(stick)
    with Union(second.path, RECEIVED) as union:
        assert bring(union, stick, lying=lying).met.count == 3
        assert lying.new(stick) == []
        (path, *_more) = sorted(stick.glob(f"*{SUFFIX}"))
        path.write_bytes(path.read_bytes()[:-9])
        assert lying.new(stick) == [path]
        assert bring(union, stick, lying=lying).cut == [path.name]


def test_a_file_that_was_changed_since_it_was_read_is_left_whole_again(
    desks: tuple[Desk, Desk], tmp_path: Path
) -> None:
    first, _second = desks
    stick, lying = tmp_path / "usb", Lying()
    with Journal.read(first.path) as journal:
        leave(journal, stick, lying=lying)
        assert leave(journal, stick, lying=lying) == 0
        (path, *_more) = sorted(stick.glob(f"*{SUFFIX}"))
        path.write_bytes(b"")
        assert leave(journal, stick, lying=lying) == 1


def test_only_what_lies_nowhere_in_the_folder_is_left(desks: tuple[Desk, Desk], tmp_path: Path) -> None:
    first, _second = desks
    stick = tmp_path / "usb"
    with Journal.open(first.path, first.console, first.watch) as journal:
        for text in ("a", "b", "c"):
            journal.append(line(text), "KC")
            leave(journal, stick)
        files = sorted(stick.glob(f"{journal.stream}*"), key=lambda path: read_segment(path).title.first)
        for path in (files[0], files[2]):
            path.unlink()

        assert leave(journal, stick) == 2
        assert sorted(stick.glob(f"{journal.stream}*")) == sorted(files)

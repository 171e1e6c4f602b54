"""The consoles of an incident: what their lines are called, and machines that were restored or copied."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krisapp.domain.chain import Read, Reading, Tip
from krisapp.domain.consoles import Numbering, Same, twins
from krisapp.domain.events import Stamp
from krisapp.domain.run import RunStarted

KEYS = {"a": bytes([1]) * 32, "b": bytes([2]) * 32, "c": bytes([3]) * 32}

Run = tuple[str, str, int, int, int, dict[str, int]]
"""Stream, console, when it began and when it last wrote, how many entries, and what it had found."""


def reading(*runs: Run) -> Reading:
    entries: list[Read] = []
    tips = {}
    for stream, console, began, ended, count, found in runs:
        stamp = Stamp(f"{stream}1", stream, 1, began, began, 0, "")
        started = RunStarted({name: (seq, f"{name}{seq}") for name, seq in found.items()}, console)
        entries.append((stamp, started, RunStarted.kind))
        tips[stream] = Tip(count, ended, f"{stream}{count}", ended, KEYS[console])
    return Reading(entries, tips)


def test_the_console_that_started_counts_without_letters_and_its_later_runs_count_on() -> None:
    numbering = Numbering()
    numbering.know({"ett": KEYS["a"], "två": KEYS["a"], "tre": KEYS["b"]}, "ett", "ett")
    labels = [numbering.next(stream) for stream in ("ett", "två", "tre", "ett")]

    assert [number for _mark, number in labels] == [1, 2, 1, 3]
    assert [bool(mark) for mark, _number in labels] == [False, False, True, False]


def test_a_run_that_began_anew_on_a_failing_disk_counts_on_as_its_own_console() -> None:
    numbering = Numbering()
    numbering.know({"ett": KEYS["a"], "tre": KEYS["b"]}, "ett", "tre")
    mark, _number = numbering.next("tre")

    assert numbering.next("okänd") == (mark, 2)


@given(st.sets(st.binary(min_size=32, max_size=32), min_size=2, max_size=40))
def test_every_console_is_called_the_same_whoever_else_is_known_unless_letters_collide(
    keys: set[bytes],
) -> None:
    names = {str(number): key for number, key in enumerate(sorted(keys))}
    all_known, numbering = Numbering(), Numbering()
    all_known.know(names, "0", "0")
    marks = {name: all_known.next(name)[0] for name in names}
    assert len(set(marks.values())) == len(marks)
    for name in names:
        numbering.know({"0": names["0"], name: names[name]}, "0", "0")
        assert marks[name].startswith(numbering.next(name)[0])


ORDINARY: Sequence[Run] = (("x", "a", 0, 90, 9, {}), ("y", "a", 100, 200, 5, {"x": 9}))


def test_runs_that_follow_on_one_another_are_one_console() -> None:
    assert twins(reading(*ORDINARY)) == []
    assert twins(reading(*ORDINARY, ("z", "b", 20, 300, 5, {"x": 2}))) == []


@pytest.mark.parametrize(("ended", "how"), [(90, Same.RESTORED), (150, Same.COPIED)])
def test_runs_that_did_not_know_of_one_another_were_restored_or_copied(ended: int, how: Same) -> None:
    found = twins(reading(("x", "a", 0, ended, 9, {}), ("y", "a", 100, 200, 5, {"x": 4})))

    assert [(one.console, one.how, one.since.stream) for one in found] == [("a", how, "y")]

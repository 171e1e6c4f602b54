"""Work with a plan package that somebody leaves stops at its next file, and leaves nothing half written."""

from pathlib import Path

import pytest

from krisapp.domain.words import Refused
from krisapp.store.plan.plan_package import export_plan, open_package
from krisapp.store.sample import sample_plan


class Left:
    """Somebody who leaves the work at its so-and-so-manieth file."""

    def __init__(self, after: int) -> None:
        self.after, self.asked = after, 0

    def __call__(self) -> None:
        self.asked += 1
        if self.asked > self.after:
            raise Refused("Avbrutet.")


@pytest.mark.parametrize("name", ["paket.zip", "paket"])
@pytest.mark.parametrize("after", [0, 60, 90])
def test_work_that_is_left_stops_at_the_next_file_and_leaves_nothing_behind(
    tmp_path: Path, name: str, after: int
) -> None:
    target, left = tmp_path / name, Left(after)
    with pytest.raises(Refused):
        export_plan(sample_plan(), target, look=left)
    assert left.asked == after + 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("after", [0, 60, 140])
def test_a_reading_that_is_left_stops_at_the_next_file(tmp_path: Path, after: int) -> None:
    target, left = tmp_path / "paket.zip", Left(after)
    export_plan(sample_plan(), target)
    with pytest.raises(Refused):
        open_package(target, left)
    assert left.asked == after + 1

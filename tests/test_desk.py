"""The desk: what is done at it is told when it is on disk, and one act of a person is told once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from krisapp.desk import Desk
from krisapp.domain.messages import State
from krisapp.domain.words import Refused
from krisapp.texts import Texts
from tests.begun import begin, place_in

CHIEF = "folke.stenhagenius"
TEXT = "E1-C05.sv"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Give an incident two minutes old, and its writer at the desk."""
    made = begin(place_in(tmp_path / "arbetsplats"))
    yield made
    made.close()


def test_a_text_nobody_has_edited_becomes_a_draft_and_is_approved_and_both_are_told_at_once(desk: Desk) -> None:
    texts, told = Texts(desk), []
    desk.tell = lambda: told.append(texts.state(TEXT))

    texts.approve((TEXT,), CHIEF, means="phone", accepted=texts.warnings((TEXT,)))

    assert told == [State.APPROVED]


def test_what_is_on_disk_is_told_also_when_what_should_follow_it_is_refused(desk: Desk) -> None:
    texts, told = Texts(desk), []
    desk.tell = lambda: told.append(texts.state(TEXT))
    accepted = texts.warnings((TEXT,))

    with pytest.raises(Refused):
        texts.approve((TEXT,), "ingen.alls", means="phone", accepted=accepted)

    assert told == [State.DRAFT]


def test_the_lines_of_who_started_the_incident_are_called_the_same_before_and_after_it_is_opened_again(
    desk: Desk, tmp_path: Path
) -> None:
    labels = [line.label for line in desk.incident.log]
    assert labels == [str(number) for number in range(1, len(labels) + 1)]
    path = desk.path
    desk.close()
    again = place_in(tmp_path / "arbetsplats", 3).open(path)
    assert [line.label for line in again.incident.log][: len(labels)] == labels
    again.close()

"""The whole site of an incident with fifty messages, made and published, and a set of texts in every format (issue 5).

The floors are the same bytes written and made safe file by file, and the same texts made as plain text alone.
"""

import os
import time
from collections.abc import Callable, Mapping
from functools import partial
from itertools import count
from pathlib import Path

from krisapp.documents.message_formats import NAMES, TXT
from krisapp.documents.site.folder import publish
from krisapp.domain.checks import Stage
from krisapp.generate import generate
from tests.bench.ratios import Row, tell
from tests.compose.written import issued, plan, sheet
from tests.documents.site.stories import Story

FIFTY = 50
MOST_SECONDS = 1.0
MOST_RATIO = 4.0
"""A page is filled in, written, read back and given its name, where the floor writes bytes that are there already."""

MOST_FORMATS = 35.0
MOST_SECONDS_A_SET = 6.0
"""Six files a text in place of one; a Word file alone is unpacked, filled in and packed again."""

ROUNDS = 3


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _fifty() -> Story:
    """Return an incident in which fifty texts of the site have gone out, stage after stage."""
    story = Story("001")
    for number in count(1):
        story.released(Stage.FIRST if number == 1 else Stage.UPDATE)
        story.later(60)
        if sum(path.startswith("meddelanden/") for path in story.files()) >= FIFTY:
            return story
    raise AssertionError


def _write(files: Mapping[str, bytes], folder: Path) -> None:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        with (folder / path).open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())


def test_the_site_of_an_incident_with_fifty_messages_is_made_and_published_within_a_second(tmp_path: Path) -> None:
    story = _fifty()
    files = story.files()

    def published(folder: Path) -> None:
        publish(story.files(), "FLN-2027-001", folder, lambda *_told: True, exercise=False)

    taken = [_seconds(partial(published, tmp_path / f"site{at}")) for at in range(ROUNDS)]
    floor = [_seconds(partial(_write, files, tmp_path / f"bare{at}")) for at in range(ROUNDS)]

    # The quickest of each: what else the machine does only adds.
    tell(Row("a site of 50 messages", min(taken), min(floor), "its bytes, file by file", MOST_RATIO, MOST_SECONDS))


def test_a_set_in_every_format_takes_little_longer_than_its_texts(tmp_path: Path) -> None:
    known = sheet("001")

    def made(name: str, *formats: str) -> None:
        generate(known, plan(), tmp_path / name, Stage.FIRST, exercise=False, now=issued(known), formats=formats)

    made("warm", *NAMES)  # the imports, as for whoever makes a second set
    floor = min(_seconds(partial(made, f"txt{at}", TXT)) for at in range(ROUNDS))
    taken = min(_seconds(partial(made, f"all{at}", *NAMES)) for at in range(2))

    tell(Row("a set in every format", taken, floor, "its texts alone", MOST_FORMATS, MOST_SECONDS_A_SET))

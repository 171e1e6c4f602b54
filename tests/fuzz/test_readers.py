"""Whatever comes from outside is read or refused in a sentence: a little in each run, for hours by `hours.py`."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.readers import READERS, feed, samples

OFTEN = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize(
    "name", [name for name in READERS if name not in ("plan_package", "contacts_excel", "letterhead")]
)
def test_honest_samples_are_taken(name: str) -> None:
    assert any(feed(name, sample) for sample in samples(name))


@pytest.mark.parametrize("name", READERS)
@OFTEN
@given(content=st.binary(max_size=400))
def test_bytes_without_meaning_are_refused_in_words(name: str, content: bytes) -> None:
    feed(name, content)


@pytest.mark.parametrize("name", READERS)
@OFTEN
@given(data=st.data())
def test_an_honest_file_that_was_cut_off_or_changed_is_read_or_refused_in_words(name: str, data: st.DataObject) -> None:
    content = bytearray(data.draw(st.sampled_from(samples(name))))
    for _time in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(content) - 1))
        match data.draw(st.sampled_from(["flip", "cut", "repeat", "insert", "remove"])):
            case "flip":
                content[place] ^= 1 << data.draw(st.integers(0, 7))
            case "cut":
                del content[place + 1 :]
            case "repeat":
                content[place:place] = content[place : place + 40]
            case "insert":
                content[place:place] = data.draw(st.sampled_from([b"\0", b"\xff", b"<!DOCTYPE", b"{{", b"&a;", b"../"]))
            case _:
                del content[place : place + 7]
        if not content:
            content = bytearray(b"\0")
    feed(name, bytes(content))


_NAMELESS = b"".join(
    (b"PK\3\4", bytes(26), b"PK\1\2", bytes(42), b"PK\5\6", bytes(4), b"\1\0\1\0.", bytes(3), b"\x1e", bytes(5))
)
"""A zip archive of one file without a name."""


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("contacts_csv", b"\x0b"),
        ("plan_package", _NAMELESS),
    ],
)
def test_what_once_broke_a_reader_is_refused_in_words(name: str, content: bytes) -> None:
    assert not feed(name, content)


def test_a_journal_whose_schema_is_no_text_any_longer_is_read_as_far_as_it_goes() -> None:
    feed("journal", (Path(__file__).parent / "unreadable-name.krisapp").read_bytes())

"""Copies of the record as files: what is covered is not in the file, in any form, and each cover names its ground."""

import time

import pytest

from krisapp.documents.record_copy import copy_pdf, copy_text
from krisapp.domain import log
from krisapp.domain.log import Kind
from krisapp.domain.records import secrecy
from krisapp.domain.records.record_copies import Part, Selection, take_out
from tests.documents.reading import everything, letters, words
from tests.domain.sitting import Sitting

SECRETS = ("Elin Berg", "Storgatan 14 B", "070-174 06 11")


@pytest.fixture
def sitting() -> Sitting:
    """Give an exercise with a line that names a pupil, a street and a number, and a text that went out."""
    made = Sitting(exercise=True)
    stamp = made.do(log.write(made.incident, Kind.OBSERVATION, f"{', '.join(SECRETS)} saknas sedan 13.10", made.now))
    made.do(log.write(made.incident, Kind.INCOMING, f"Mormor till {SECRETS[0]} ringde", made.now, source=SECRETS[2]))
    made.released("E1-C01.sv")
    made.do(secrecy.mark(made.incident, f"log:{stamp.id}", "OSL 23 kap.", "", SECRETS))
    return made


def test_p31_what_is_covered_is_nowhere_in_the_pdf_and_the_ground_is(sitting: Sitting) -> None:
    pdf = copy_pdf(sitting.incident, take_out(sitting.incident, Selection(tuple(Part))), sitting.now)

    inside, said = everything(pdf), letters(words(pdf))
    for secret in SECRETS:
        for part in (secret, *secret.split()):
            assert part.encode() not in inside or len(part) < 4
            assert part.encode("utf-16-be") not in inside or len(part) < 4
        assert letters(secret) not in said
    assert letters("saknas sedan 13.10") in said
    assert said.count(letters("sekretess enligt OSL 23 kap.")) == 5
    assert letters("Maskeringar efter lagrum: OSL 23 kap. (5 st).") in said


def test_p31_what_is_covered_is_nowhere_in_the_text_and_the_ground_is(sitting: Sitting) -> None:
    text = copy_text(sitting.incident, take_out(sitting.incident, Selection(tuple(Part))), sitting.now)

    assert not [secret for secret in SECRETS if secret in text]
    assert text.count("[uppgift borttagen, sekretess enligt OSL 23 kap.]") == 5
    assert text.startswith("ÖVNING\n") and text.endswith("ÖVNING\n")


def test_the_test_finds_a_secret_that_was_left(sitting: Sitting) -> None:
    """So that the tests above could fail: an open copy has every secret where they look."""
    copy = take_out(sitting.incident, Selection(tuple(Part), masked=False))

    said = letters(words(copy_pdf(sitting.incident, copy, sitting.now)))

    assert all(letters(secret) in said for secret in SECRETS)
    assert letters("Kan innehålla uppgifter som omfattas av sekretess") in said


def test_the_same_record_gives_the_same_file(sitting: Sitting) -> None:
    copy = take_out(sitting.incident, Selection(tuple(Part)))

    assert copy_pdf(sitting.incident, copy, sitting.now) == copy_pdf(sitting.incident, copy, sitting.now)


def test_tf_chapter_2_the_first_hour_of_five_thousand_lines_is_out_in_less_than_a_minute() -> None:
    sitting = Sitting()
    for number in range(5000):
        sitting.do(
            log.write(sitting.incident, Kind.OBSERVATION, f"Händelse nummer {number} på Malmaskolan", sitting.now)
        )
    for line in [line for line in sitting.incident.log if line.by_hand][::100]:
        sitting.do(secrecy.mark(sitting.incident, f"log:{line.stamp.id}", "OSL 26:1"))
    began = time.perf_counter()

    copy = take_out(sitting.incident, Selection((Part.LOG,)))
    copy_pdf(sitting.incident, copy, sitting.now)

    assert len(copy.lines) > 5000
    assert time.perf_counter() - began < 60

"""Covering what is secret: gone wherever it stands, with its ground in its place, and never too little."""

import time

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from krisapp.domain import log
from krisapp.domain.facts import Fact, Status
from krisapp.domain.log import Kind
from krisapp.domain.records import secrecy
from krisapp.domain.records.record_copies import Copy, Part, Selection, take_out
from krisapp.domain.situation import set_fields, state_fact
from tests.domain.sitting import Sitting

ALL = Selection(tuple(Part))
LETTERS = st.text("abcdefghåäö ABC", min_size=4, max_size=30).filter(lambda text: len(text.strip()) >= 4)


@pytest.fixture
def sitting() -> Sitting:
    made = Sitting()
    write(made, "Elin Berg i 4B saknas på Malmaskolan", source="Rektor")
    return made


def write(sitting: Sitting, text: str, source: str = "") -> str:
    """Write a line and return what a mark calls it."""
    return f"log:{sitting.do(log.write(sitting.incident, Kind.OBSERVATION, text, sitting.now, source=source)).id}"


def first(sitting: Sitting) -> str:
    return next(f"log:{line.stamp.id}" for line in sitting.incident.log if line.by_hand)


def copied(sitting: Sitting) -> Copy:
    return take_out(sitting.incident, ALL)


def text_of(copy: Copy) -> str:
    return msgspec.json.encode(copy).decode()


def test_l8_a_marked_line_is_covered_whole_with_its_ground_and_so_is_its_source(sitting: Sitting) -> None:
    sitting.do(secrecy.mark(sitting.incident, first(sitting), "OSL 23 kap."))

    line = copied(sitting).lines[1]

    assert (line.text, line.source) == ("[uppgift borttagen, sekretess enligt OSL 23 kap.]", "")


def test_a_passage_is_cut_out_and_the_rest_can_be_read(sitting: Sitting) -> None:
    sitting.do(secrecy.mark(sitting.incident, first(sitting), "OSL 23 kap.", "", ["Elin Berg", "4B"]))

    copy = copied(sitting)

    cover = "[uppgift borttagen, sekretess enligt OSL 23 kap.]"
    assert copy.lines[1].text == f"{cover} i {cover} saknas på Malmaskolan"
    assert copy.covers == {"OSL 23 kap.": 2}


def test_the_same_words_are_covered_in_every_other_line_however_cased_broken_and_inflected(sitting: Sitting) -> None:
    sitting.do(secrecy.mark(sitting.incident, first(sitting), "OSL 23 kap.", "", ["Elin Berg"]))
    write(sitting, "ELIN  BERGS mamma är underrättad", source="elin\nberg")

    other = copied(sitting).lines[3]

    cover = "[uppgift borttagen, sekretess enligt OSL 23 kap.]"
    assert (other.text, other.source) == (f"{cover} mamma är underrättad", cover)


def test_a_struck_line_and_its_reason_are_covered_too(sitting: Sitting) -> None:
    subject = first(sitting)
    sitting.do(log.strike(sitting.incident, subject.removeprefix("log:"), "Elin Berg är funnen"))
    sitting.do(secrecy.mark(sitting.incident, subject, "OSL 23 kap.", "", ["Elin Berg"]))

    assert "Elin" not in text_of(copied(sitting))


def test_a_text_that_went_out_is_covered_by_its_passages(sitting: Sitting) -> None:
    id = sitting.released("E1-C01.sv")
    out = sitting.incident.messages[id].releases[0]
    sitting.do(secrecy.mark(sitting.incident, f"text:{id}#1", "OSL 18:8", "", [out.text[:6]]))

    (text,) = copied(sitting).texts

    assert text.text.startswith("[uppgift borttagen, sekretess enligt OSL 18:8]")
    assert text.sha256 == out.sha256


def test_a_secret_fact_is_covered_also_where_it_was_said_before_it_was_secret(sitting: Sitting) -> None:
    open_fact = Fact(id="F1", status=Status.UNCONFIRMED, text="Larmet på Harpsund är ur bruk", source="Vakten")
    sitting.do(state_fact(sitting.incident, open_fact, "tib"))
    reworded = msgspec.structs.replace(open_fact, text="Larmet är nere", secret=True, legal_ground="OSL 18:8")
    sitting.do(state_fact(sitting.incident, reworded, "tib"))

    copy = copied(sitting)

    said = text_of(copy)
    assert "Larmet" not in said
    assert copy.facts[0].text == "[uppgift borttagen, sekretess enligt OSL 18:8]"
    assert copy.facts[0].source == ""


def test_what_was_lifted_is_open_again(sitting: Sitting) -> None:
    sitting.do(secrecy.mark(sitting.incident, first(sitting), "OSL 23 kap."))
    sitting.do(secrecy.lift(sitting.incident, first(sitting), "Vårdnadshavaren har gått med på det."))

    assert copied(sitting).lines[1].text == "Elin Berg i 4B saknas på Malmaskolan"


def test_a_whole_copy_covers_nothing(sitting: Sitting) -> None:
    sitting.do(secrecy.mark(sitting.incident, first(sitting), "OSL 23 kap."))

    copy = take_out(sitting.incident, Selection((Part.LOG,), masked=False))

    assert copy.lines[1].text == "Elin Berg i 4B saknas på Malmaskolan"
    assert copy.covers == {}


def test_a_copy_is_chosen_by_time_and_writer(sitting: Sitting) -> None:
    sitting.later(60)
    sitting.person = "red"
    write(sitting, "En timme senare")

    late = take_out(sitting.incident, Selection((Part.LOG,), since=sitting.now))
    hers = take_out(sitting.incident, Selection((Part.LOG,), writer="red"))
    early = take_out(sitting.incident, Selection((Part.LOG,), until=sitting.now, writer="tib"))

    assert [line.text for line in late.lines] == [line.text for line in hers.lines] == ["En timme senare"]
    assert [line.text for line in early.lines][1:] == ["Elin Berg i 4B saknas på Malmaskolan"]


@given(LETTERS, LETTERS, LETTERS)
def test_p31_no_copy_has_the_words_that_are_secret_whatever_stands_around_them(
    before: str, secret: str, after: str
) -> None:
    sitting = Sitting()
    subject = write(sitting, f"x {before} {secret.strip()} {after} x")
    write(sitting, f"{after}{secret}{before}")
    sitting.do(secrecy.mark(sitting.incident, subject, "OSL 26:1", "", [secret]))

    said = " ".join(line.text for line in copied(sitting).lines if line.kind == "Händelse")

    open_words = said.replace("[uppgift borttagen, sekretess enligt OSL 26:1]", "|")
    assert " ".join(secret.split()).casefold() not in " ".join(open_words.split()).casefold()


def test_a_secret_in_the_name_of_the_incident_or_of_a_writer_is_covered_too(sitting: Sitting) -> None:
    sitting.do(set_fields(sitting.incident, {"name": "Elin Berg saknas"}))
    sitting.do(secrecy.mark(sitting.incident, first(sitting), "OSL 23 kap.", "", ["Elin Berg"]))
    write(sitting, "Olle Berg hör av sig")
    olle = f"log:{sitting.incident.log[-1].stamp.id}"
    sitting.do(secrecy.mark(sitting.incident, olle, "OSL 21:3", "", ["Olle Berg"]))

    copy = copied(sitting)

    assert copy.name == "[uppgift borttagen, sekretess enligt OSL 23 kap.] saknas"
    assert {line.writer for line in copy.lines} == {"[uppgift borttagen, sekretess enligt OSL 21:3]"}


@pytest.mark.parametrize(
    ("secret", "said"), [("ELİF", "elif"), ("Elif", "ELİF"), ("Straße", "STRASSE"), ("åsa", "ÅSA")]
)
def test_letters_that_fold_in_their_own_way_are_covered_and_what_cannot_be_cut_out_is_covered_whole(
    secret: str, said: str
) -> None:
    sitting = Sitting()
    subject = write(sitting, f"{secret} är här")
    write(sitting, f"{said} är där")
    sitting.do(secrecy.mark(sitting.incident, subject, "OSL 21:3", "", [secret]))

    lines = [line.text for line in copied(sitting).lines if line.kind == "Händelse"]

    cover = "[uppgift borttagen, sekretess enligt OSL 21:3]"
    assert lines[0] == f"{cover} är här"
    assert lines[1] in (f"{cover} är där", cover)


def test_a_hundred_secrets_in_ten_thousand_lines_are_covered_in_a_few_seconds() -> None:
    sitting = Sitting()
    for number in range(10_000):
        ground = "OSL 26:1" if number % 100 == 0 else ""
        text = f"Händelse {number} på Malmaskolan, eleverna är informerade."
        sitting.do(log.write(sitting.incident, Kind.OBSERVATION, text, sitting.now, ground=ground))
    began = time.perf_counter()

    copy = copied(sitting)

    assert copy.covers == {"OSL 26:1": 100}
    assert time.perf_counter() - began < 5

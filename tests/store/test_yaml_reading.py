"""Reading YAML from outside: what is accepted, and one sentence for everything that is not."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krisapp.domain.plan_rows import Person
from krisapp.store.bad_input import BadInput
from krisapp.store.fitting import fit
from krisapp.store.yaml_reading import parse_yaml, read_yaml


def refused(content: bytes) -> str:
    with pytest.raises(BadInput) as caught:
        parse_yaml(content, Path("mapp/facts.yaml"))
    return str(caught.value)


def test_times_dates_and_codes_stay_text() -> None:
    content = b"a: 13:10\nb: 2026-11-24\nc: 0482\nd: 2027-06-11T18:00+02:00\ne: nej\n"
    value, _ = parse_yaml(content, "x")
    assert value == {
        "a": "13:10",
        "b": "2026-11-24",
        "c": "0482",
        "d": "2027-06-11T18:00+02:00",
        "e": "nej",
    }


def test_numbers_truth_and_nothing_are_read_as_such_unless_quoted() -> None:
    value, _ = parse_yaml(b"[1, -2, 1.5, true, false, null, ~, '1', \"true\"]", "x")
    assert value == [1, -2, 1.5, True, False, None, None, "1", "true"]


def test_every_value_knows_its_line() -> None:
    _, locate = parse_yaml(b"\xef\xbb\xbffacts:\n- id: F1\n  status: confirmed\n- id: F2\n", "x")
    assert locate(("facts",)) == 1
    assert locate(("facts", 0, "status")) == 3
    assert locate(("facts", 1)) == 4
    assert locate(("facts", 1, "status")) == 4, "a missing key stands where its mapping stands"
    assert locate(("nothing",)) == 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "facts.yaml: Filen är tom."),
        (b"a: 1\na: 2", "facts.yaml, rad 2: Nyckeln a står två gånger."),
        (b"a: &x [1]\nb: *x", "facts.yaml, rad 1: Ankare"),
        (b"a: 1\nb: !!python/name:os.system x", "facts.yaml, rad 2: Taggar"),
        (b"a: 1\n---\nb: 1", "facts.yaml, rad 2: Filen har flera dokument."),
        (b"[" * 5000, "facts.yaml, rad 1: Innehållet har för många nivåer."),
        (b"a: 1\nb: \x01", "facts.yaml, rad 2: Det finns ett styrtecken"),
        (b"a: 1\nb: \xe5", "facts.yaml, rad 2: Tecknet vid byte 8 är inte UTF-8."),
        ("a: å".encode("utf-16"), "facts.yaml, rad 1: Filen är sparad som UTF-16."),
        (b"a:\n  b: 1\n c: 2", "facts.yaml, rad 3: Indraget stämmer inte."),
        (b"a: b: c", "facts.yaml, rad 1: Det står ett kolon för mycket."),
        (b'a: "x\nb: 1', "facts.yaml, rad 2: Ett citattecken saknas."),
        (b"? [a]\n: 1", "facts.yaml, rad 1: En nyckel ska vara"),
    ],
)
def test_what_is_not_plain_yaml_is_refused_in_one_sentence(content: bytes, sentence: str) -> None:
    assert refused(content).startswith(sentence)


def test_a_file_that_is_too_large_or_missing_is_refused_in_words(tmp_path: Path) -> None:
    large = tmp_path / "stor.yaml"
    large.write_bytes(b"a" * 2001)
    with pytest.raises(BadInput, match=r"stor\.yaml: Filen är större än 2 kB"):
        read_yaml(large, limit_bytes=2000)
    with pytest.raises(BadInput, match="Filen finns inte"):
        read_yaml(tmp_path / "ingen.yaml")
    with pytest.raises(BadInput, match="Det är en mapp"):
        read_yaml(tmp_path)


@given(st.binary(max_size=200))
def test_no_bytes_at_all_escape_as_anything_but_a_sentence(content: bytes) -> None:
    try:
        parse_yaml(content, "x.yaml")
    except BadInput as bad:
        assert str(bad).startswith("x.yaml")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"- id: a\n  name: A\n- id: b\n  nmae: B", "x.yaml, rad 4: Nyckeln nmae är okänd."),
        (b"- id: a\n  name: A\n- id: b", "x.yaml, rad 3: Nyckeln name saknas."),
        (
            b"- id: a\n  name: A\n  minutes_away: x",
            "x.yaml, rad 3: minutes_away ska vara ett heltal eller tomt, men är text.",
        ),
        (b"- id: a\n  name: A\n  groups: [g, 3]", "x.yaml, rad 3: punkt 2 i groups ska vara text"),
        (b"a: 1", "x.yaml, rad 1: filen ska vara en lista, men är nycklar med värden."),
    ],
)
def test_a_misfit_names_line_key_and_remedy(content: bytes, sentence: str) -> None:
    value, locate = parse_yaml(content, "x.yaml")
    with pytest.raises(BadInput) as caught:
        fit(value, tuple[Person, ...], "x.yaml", locate)
    assert str(caught.value).startswith(sentence)

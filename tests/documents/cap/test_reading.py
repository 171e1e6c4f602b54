"""Alerts of others: each file gives its alerts or a sentence, whatever its bytes are."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from krisapp.cli import run
from krisapp.documents.cap.reading import LARGEST_FILE, as_json, read_alerts
from krisapp.documents.cap.told import sender_of, told
from krisapp.documents.cap.writing import encode_alert, schema_of_cap
from krisapp.domain.words import Refused
from tests.documents.cap.alerts import ALERT

SAMPLES = Path(__file__).with_name("samples")
VALID = sorted(path for path in SAMPLES.glob("*.cap") if path.name.split("_")[0] not in ("attack", "invalid"))
ALERTS = {path.name: path.read_bytes() for path in VALID if "INVALID" not in path.name}


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_a_published_file_gives_its_alerts(path: Path) -> None:
    read = read_alerts(path.read_bytes())
    assert all(one.alert.identifier and one.alert.sender for one in read)
    assert all(told(one) for one in read)


@pytest.mark.parametrize("name", sorted(ALERTS))
def test_what_the_schema_accepts_has_no_fault(name: str) -> None:
    from lxml import etree

    assert schema_of_cap().validate(etree.fromstring(ALERTS[name]))
    assert [one.faults for one in read_alerts(ALERTS[name])] == [()]


def test_every_alert_in_the_wrapper_of_smhi_is_read() -> None:
    read = read_alerts((SAMPLES / "sweden_smhi_2019_alerts_wrapper_INVALID.cap").read_bytes())
    assert len(read) == 17
    assert len({one.alert.identifier for one in read}) == 17
    assert read[0] == read_alerts((SAMPLES / "sweden_smhi_2019_single_valid.cap").read_bytes())[0]


def test_a_file_an_authority_made_wrong_is_read_and_its_faults_are_told() -> None:
    (read,) = read_alerts((SAMPLES / "sweden_krisinformation_2018_INVALID.cap").read_bytes())
    assert read.alert.info[0].headline == "Viktigt meddelande till allmänheten i Gävle"
    assert sender_of(read) == "Sveriges Radio"
    assert "senderName står på fel plats i info." in read.faults
    (read,) = read_alerts((SAMPLES / "invalid_missing_elements.cap").read_bytes())
    assert read.faults == ("scope saknas i alert.",)


def test_the_attack_is_refused() -> None:
    with pytest.raises(Refused, match="attack"):
        read_alerts((SAMPLES / "attack_xxe_entity.cap").read_bytes())


_BOMB = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><alert>&b;</alert>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_bomb_is_refused_in_every_encoding(encoding: str) -> None:
    with pytest.raises(Refused):
        read_alerts(_BOMB.encode(encoding))
    with pytest.raises(Refused):
        read_alerts(b'<?xml version="1.0" encoding="IBM037"?>' + _BOMB.encode("cp037"))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "tom"),
        (b" \n", "tom"),
        (b"hej", "trasig"),
        (b"<alert", "trasig"),
        (b"<rss><channel/></rss>", "inget CAP-meddelande"),
        (b"<alert/>", "inget i den"),
        (b"<a>" * 5000, "trasig"),
        (b"x" * (LARGEST_FILE + 1), "MB"),
        (b"<alerts>" + b"<alert><identifier>1</identifier></alert>" * 501 + b"</alerts>", "500"),
    ],
)
def test_a_file_that_is_no_alert_gives_a_sentence(content: bytes, said: str) -> None:
    with pytest.raises(Refused, match=said):
        read_alerts(content)


@pytest.mark.parametrize("name", sorted(ALERTS))
def test_a_truncated_file_gives_a_sentence(name: str) -> None:
    for share in (0.1, 0.5, 0.9):
        with pytest.raises(Refused, match="avbruten"):
            read_alerts(ALERTS[name][: int(len(ALERTS[name]) * share)])


@settings(max_examples=200)
@given(st.sampled_from(sorted(ALERTS)), st.integers(0, 4000), st.binary(max_size=30), st.integers(0, 200))
def test_whatever_the_bytes_are_the_answer_is_alerts_or_a_sentence(
    name: str, at: int, put: bytes, dropped: int
) -> None:
    content = ALERTS[name]
    try:
        read = read_alerts(content[:at] + put + content[at + dropped :])
    except Refused as wrong:
        assert str(wrong)
    else:
        assert json.loads(as_json(read))["alerts"]
        assert all(told(one) for one in read)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    with pytest.raises(Refused):
        read_alerts(content)


def test_what_we_write_is_read_as_it_was() -> None:
    (read,) = read_alerts(encode_alert(ALERT))
    assert read.alert == ALERT
    assert not read.faults


def test_the_command_prints_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["cap", "read", str(SAMPLES / "sweden_smhi_2019_alerts_wrapper_INVALID.cap"), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert len(said["alerts"]) == 17
    assert said["alerts"][0]["msgType"] == "Alert"


def test_the_command_says_in_a_sentence_what_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["cap", "read", str(SAMPLES / "attack_xxe_entity.cap"), "--json"]) == 2
    said = capsys.readouterr()
    assert not said.out
    assert said.err.startswith("attack_xxe_entity.cap: Filen har en DOCTYPE")
    assert run(["cap", "read", str(SAMPLES / "none.cap"), "--json"]) == 2
    assert run(["cap", "read", str(SAMPLES)]) == 2

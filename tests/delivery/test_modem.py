"""Text messages by gammu, with its own dummy phone and with modems that fail."""

from pathlib import Path

import pytest

from krisapp.delivery import modem
from krisapp.domain.sending.sendings import Result
from krisapp.domain.sending.ways import Modem, Way
from krisapp.domain.words import Refused
from tests.delivery.leaving import leaving

NUMBERS = ("+46701740605", "+46701740606")


def config(folder: Path, *lines: str) -> Modem:
    path = folder / "gammurc"
    path.write_text("\n".join(["[gammu]", *lines, ""]), "utf-8")
    return Modem(str(path))


@pytest.fixture
def phone(tmp_path: Path) -> Path:
    for number in range(1, 6):
        (tmp_path / "telefon" / "sms" / str(number)).mkdir(parents=True)
    return tmp_path / "telefon"


@pytest.mark.parametrize("text", ["Flens kommun: Koka vattnet. åäö", "Flens kommun – koka vattnet " * 12, "🚱 " * 40])
def test_the_dummy_phone_sends_short_and_long_texts_in_both_alphabets(tmp_path: Path, phone: Path, text: str) -> None:
    leaves = leaving(Way.MODEM, *NUMBERS)
    leaves.text = text
    outcomes = modem.send(leaves, config(tmp_path, "model=dummy", "connection=none", f"device={phone}"))

    assert [one.result for one in outcomes] == [Result.SENT, Result.SENT], outcomes
    assert "OK" in outcomes[0].words


def test_a_modem_that_is_not_there_is_trouble_that_may_pass(tmp_path: Path) -> None:
    leaves = leaving(Way.MODEM, NUMBERS[0])
    (one,) = modem.send(leaves, config(tmp_path, "connection=at115200", f"device={tmp_path / 'saknas'}"))

    assert one.result is Result.POSTPONED
    assert "exist" in one.words


def test_without_the_program_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Refused, match="gammu"):
        modem.send(leaving(Way.MODEM, NUMBERS[0]), Modem("gammurc"))


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a program in the place of gammu that says what it says when a modem fails."""
    path = folder / "gammu"
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


@pytest.mark.parametrize(
    ("script", "result"),
    [
        (
            'echo "Sending SMS 1/1....waiting for network answer..error 38, message reference=-1"; exit 1',
            Result.REFUSED,
        ),
        ('echo "Sending SMS 1/1....waiting for network answer"; exit 114', Result.UNKNOWN),
        ('echo "Sending SMS 1/2....waiting for network answer..OK, message reference=1"; exit 1', Result.UNKNOWN),
        ('echo "Error opening device"; exit 102', Result.POSTPONED),
        ('echo "nothing was sent"; exit 0', Result.POSTPONED),
        ('echo "Sending SMS 1/1"; exec sleep 9', Result.UNKNOWN),
        ("exec sleep 9", Result.POSTPONED),
    ],
)
def test_what_may_have_gone_is_unclear_and_what_cannot_have_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, result: Result
) -> None:
    stand_in(tmp_path, monkeypatch, script)
    monkeypatch.setattr(modem, "FOR_EACH_PART", 0.5)
    (one,) = modem.send(leaving(Way.MODEM, NUMBERS[0]), Modem("gammurc"))

    assert one.result is result, one

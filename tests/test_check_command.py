"""The command check, run as a script would: one text, or a whole folder against its fact sheet."""

import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from krisapp.cli import run
from tests.test_cli import INCIDENTS


def test_check_says_no_to_a_link_in_a_text_message(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "sms.txt"
    path.write_text("Flens kommun: Koka vattnet. Läs mer på www.flen.se/vatten. Nytt besked kl. 18.00.", "utf-8")
    assert run(["check", str(path), "--channel", "C05"]) == 1
    assert "F10" in capsys.readouterr().out


def test_check_says_yes_to_the_golden_text_message(tmp_path: Path) -> None:
    path = tmp_path / "sms.txt"
    path.write_text(
        "Flens kommun: Koka kranvattnet i Malmköping innan du dricker eller lagar mat. Det kan finnas bakterier i "
        "vattnet. Nytt besked kl. 18. Lyssna på P4 Sörmland.",
        "utf-8",
    )
    assert run(["check", str(path), "--channel", "C05"]) == 0


def test_check_finds_a_secret_fact_in_a_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "webb.txt"
    path.write_text("Flens kommun. Två boende på ett äldreboende har kräkts.", "utf-8")
    assert run(["check", str(path), "--channel", "C01", "--facts", str(INCIDENTS[0])]) == 1
    assert "S8" in capsys.readouterr().out


def test_check_of_an_unknown_channel_cannot_be_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.txt"
    path.write_text("x", "utf-8")
    assert run(["check", str(path), "--channel", "C99"]) == 2
    assert "C99" in capsys.readouterr().err


def _edited(tmp_path: Path, *changes: tuple[str, str, str]) -> tuple[Path, Path]:
    """Generate set 001, change words in some of its files, and give the folder and the facts file."""
    folder = tmp_path / "ut"
    run(["generate", str(INCIDENTS[0]), "--out", str(folder)])
    for name, before, after in changes:
        text = (folder / name).read_text("utf-8")
        assert before in text
        (folder / name).write_text(text.replace(before, after, 1), "utf-8")
    return folder, INCIDENTS[0]


def test_check_of_an_untouched_folder_says_that_there_is_no_contradiction(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, facts = _edited(tmp_path)
    capsys.readouterr()
    assert run(["check", str(folder), "--facts", str(facts), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"contradictions": []}


def test_check_of_a_folder_tells_what_contradicts_and_what_the_fact_sheet_supports(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, facts = _edited(tmp_path, ("E1-C01.sv.txt", "igen kl. 18.00", "igen klockan 19"))
    capsys.readouterr()
    assert run(["check", str(folder), "--facts", str(facts), "--json"]) == 1
    (found,) = json.loads(capsys.readouterr().out)["contradictions"]
    first, last = found["span"]
    assert found["file"] == "E1-C01.sv.txt"
    assert (folder / found["file"]).read_text("utf-8")[first:last] == found["text"] == "klockan 19"
    against = found["against"]
    first, last = against["span"]
    assert (folder / against["file"]).read_text("utf-8")[first:last] == against["text"] == found["supported"]
    assert found["supported"] == "kl. 18.00"


def test_check_of_a_folder_says_it_in_plain_swedish(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, facts = _edited(tmp_path, ("E1-C05.sv.txt", "Koka kranvattnet", "Koka inte kranvattnet"))
    capsys.readouterr()
    assert run(["check", str(folder), "--facts", str(facts)]) == 1
    said = capsys.readouterr().out
    assert "E1-C05.sv.txt, rad 1" in said
    assert "”Flens kommun: Koka inte kranvattnet" in said
    assert "Faktaunderlaget stöder ”" in said
    assert said.endswith("1 motsägelse.\n")


def test_words_in_another_order_or_form_are_no_contradiction(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, facts = _edited(
        tmp_path,
        ("E1-C01.sv.txt", "Vi hör av oss igen kl. 18.00, även om inget nytt har hänt.", "Nästa besked: klockan 18."),
        ("E1-C01.sv.txt", "Omkring 2 000 personer berörs.", "Ungefär 2000 personer berörs av felet."),
        ("E1-C01.sv.txt", "Duscha, tvätta och diska som vanligt.", "Du kan duscha, diska och tvätta som vanligt."),
    )
    capsys.readouterr()
    assert run(["check", str(folder), "--facts", str(facts)]) == 0, capsys.readouterr().out


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda folder: (folder / "index.json").unlink(), "saknar index.json"),
        (lambda folder: (folder / "index.json").write_text("{"), "skadad"),
        (lambda folder: (folder / "E1-C05.sv.txt").unlink(), "Texten saknas"),
    ],
)
def test_a_folder_that_cannot_be_checked_says_why_and_what_to_do(
    spoil: Callable[[Path], object], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, facts = _edited(tmp_path)
    spoil(folder)
    capsys.readouterr()
    assert run(["check", str(folder), "--facts", str(facts)]) == 2
    said = capsys.readouterr()
    assert says in said.err
    assert said.err.count("\n") == 1
    assert said.out == ""


def _released(folder: Path, name: str, *changes: tuple[str, str]) -> None:
    """Let a text of a folder have gone out so: changed, and signed as changed."""
    text = (folder / name).read_text("utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    (folder / name).write_text(text, "utf-8")
    index = json.loads((folder / "index.json").read_text("utf-8"))
    for entry in index["messages"]:
        if entry["file"] == name:
            entry["sha256"] = hashlib.sha256(text.encode()).hexdigest()
    (folder / "index.json").write_text(json.dumps(index), "utf-8")


@pytest.fixture
def out_at_different_minutes(tmp_path: Path) -> Path:
    """Return the updates of set 001 as they went out: one later than the others, and once more corrected."""
    folder = tmp_path / "ut"
    run(["generate", str(INCIDENTS[0]), "--out", str(folder), "--stage", "update"])
    stamp = re.search(
        r"Besked 2, uppdaterat (\w+ \d+ \w+ \d{4} kl\. )(\d\d\.\d\d)", (folder / "E1-C01.sv.txt").read_text("utf-8")
    )
    assert stamp
    later = (stamp[0], f"Besked 4, uppdaterat {stamp[1]}14.51")
    _released(folder, "E1-C01.sv.txt", later, ("Ersätter besked 1.", "Ersätter besked 3."))
    return folder


def test_p57_the_number_and_time_of_a_released_text_contradict_no_other(
    out_at_different_minutes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["check", str(out_at_different_minutes), "--facts", str(INCIDENTS[0])]) == 0, capsys.readouterr().out


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("kl. 14.51", "kl. 15.51", "kl. 15.51"),
        ("Besked 4", "Besked 7", "7"),
        ("igen kl. 18.00", "igen kl. 19.00", "kl. 19.00"),
    ],
)
def test_a_released_text_that_was_changed_afterwards_is_found(
    before: str, after: str, told: str, out_at_different_minutes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = out_at_different_minutes / "E1-C01.sv.txt"
    text = page.read_text("utf-8")
    assert before in text
    page.write_text(text.replace(before, after, 1), "utf-8")
    capsys.readouterr()
    assert run(["check", str(out_at_different_minutes), "--facts", str(INCIDENTS[0])]) == 1
    assert f"här ”{told}”" in capsys.readouterr().out


def test_a_released_text_that_says_otherwise_is_found_though_it_was_signed_so(
    out_at_different_minutes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _released(out_at_different_minutes, "E1-C01.sv.txt", ("igen kl. 18.00", "igen kl. 19.00"))
    capsys.readouterr()
    assert run(["check", str(out_at_different_minutes), "--facts", str(INCIDENTS[0])]) == 1
    assert "kl. 19.00" in capsys.readouterr().out


def test_check_says_what_it_lacks_to_be_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, _facts = _edited(tmp_path)
    for arguments, says in (
        ([str(folder)], "--facts FACTS.yaml"),
        ([str(folder / "E1-C05.sv.txt")], "--channel C05"),
        ([str(tmp_path / "borta"), "--facts", str(INCIDENTS[0])], "Mappen finns inte"),
    ):
        capsys.readouterr()
        assert run(["check", *arguments]) == 2
        assert says in capsys.readouterr().err

"""No text, however odd, makes a check fail, point outside the text, or take long."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krisapp.channels import CHANNELS, LONGEST, Channel, check_text
from krisapp.domain.checks import Stage
from krisapp.domain.facts import Fact, Status
from tests.domain.checking.situations import ISSUED, WATER, WEB_TEXT, context_of, sheet_with

ODD = [
    "İstanbul",
    "ß",
    "e\u0301",
    "\u200b",
    "\x00",
    "\ud800",
    "kl. 99",
    "ÖVNING",
    "😀",
    "\n\n",
    "[fyll i",
    "~",
    "\u2028",
]
WORDS = ["Flens kommun", "Malmköping", "kräkts", "boende", "inte", "får", "media", "i morgon", "19811218-9876", "."]
texts = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(ODD + WORDS)).map(" ".join))
every_channel = pytest.mark.parametrize("known", CHANNELS, ids=lambda known: known.code)


@every_channel
@given(
    text=texts,
    stage=st.sampled_from(list(Stage)),
    audience=st.sampled_from(["I1", "I2", "E1", "E3", "E5"]),
    exercise=st.booleans(),
    number=st.integers(-1, 30),
)
def test_no_text_makes_a_check_fail(
    known: Channel, text: str, stage: Stage, audience: str, exercise: bool, number: int
) -> None:
    context = context_of(known.code, audience, stage, exercise=exercise, number=number)

    for sheet in (WATER, None):
        for finding in check_text(text, sheet, context):
            assert 0 <= finding.span[0] <= finding.span[1] <= len(text)
            assert finding.rule
            assert finding.text
            assert "{" not in finding.text or "{" in text


@given(told=st.text(max_size=60), secret=st.booleans(), status=st.sampled_from(list(Status)))
def test_no_sheet_makes_a_check_fail(told: str, secret: bool, status: Status) -> None:
    sheet = sheet_with(
        facts=(Fact("F1", status, told, secret=secret),),
        headline=told,
        places=(told,),
        advice=(told,),
        contact={"public": told},
        next_update=None,
    )

    check_text(WEB_TEXT + told, sheet, context_of("C01"))


@given(text=st.text(min_size=1, max_size=80))
def test_s8_every_secret_written_out_is_found(text: str) -> None:
    sheet = sheet_with(facts=(Fact("F1", Status.CONFIRMED, text, secret=True, legal_ground="OSL 18:8"),))
    words = [word for word in text.split() if word.isalpha() and len(word) > 3]

    if len(set(words)) >= 4:
        rules = [finding.rule for finding in check_text(f"Hej. {text}", sheet, context_of("C01"))]
        assert "S8" in rules


def test_a_text_of_ten_megabytes_gets_one_finding_at_once() -> None:
    started = time.perf_counter()

    findings = check_text("Koka vattnet. " * 750_000, WATER, context_of("C01"))

    assert [(one.rule, one.severity.value) for one in findings] == [("C01", "stop")]
    assert time.perf_counter() - started < 0.5


@pytest.mark.parametrize(
    "part",
    [
        "a",
        "a.",
        "bara ",
        "får inte ",
        "polis ",
        "- ",
        "1",
        "1-",
        "kl. 1",
        "\n",
        "[fyll i: ",
        "på grund av a",
        "ÖVNING ",
    ],
)
def test_the_longest_text_checked_takes_no_pattern_long(part: str) -> None:
    text = (part * LONGEST)[:LONGEST]
    started = time.perf_counter()

    check_text(text, WATER, context_of("C05"))
    check_text(text, WATER, context_of("C01", issued=ISSUED))

    assert time.perf_counter() - started < 20


def test_findings_come_by_place_and_the_hardest_first() -> None:
    findings = check_text("Koka VATTNET! Kontakta inte media.", WATER, context_of("C06", "I2"))
    places = [finding.span for finding in findings]

    assert places == sorted(places)
    assert [one.severity.value for one in findings if one.span == (0, 0)] == sorted(
        (one.severity.value for one in findings if one.span == (0, 0)), key=["stop", "warning", "tip"].index
    )


def test_the_same_text_gives_the_same_findings() -> None:
    context = context_of("C01")

    assert check_text(WEB_TEXT + "\nSnarast!", WATER, context) == check_text(WEB_TEXT + "\nSnarast!", WATER, context)


def test_two_sheets_are_never_taken_for_each_other() -> None:
    leak = f"{WEB_TEXT}\n\nReservkraften räcker fyra timmar."

    for number in range(30):
        secret = Fact("F1", Status.CONFIRMED, "Reservkraften räcker fyra timmar.", secret=number % 2 == 0)
        rules = [one.rule for one in check_text(leak, sheet_with(facts=(secret,)), context_of("C01"))]
        assert ("S8" in rules) is (number % 2 == 0)


def test_a_file_without_a_sheet_is_checked_for_what_needs_none() -> None:
    rules = {one.rule for one in check_text("Samtliga ska koka vattnet snarast!", None, context_of("C03"))}

    assert {"Q05", "Q45", "F13", "Q24", "Q25"} <= rules
    assert not {"Q40", "Q22", "P23"} & rules

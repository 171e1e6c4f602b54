"""Text messages are counted as the network counts them (7.9, 7.11)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krisapp.domain.language.sms import sms_size, to_gsm
from tests.domain.language.golden import EXERCISE_SMS, FINAL_SMS, SMS_A, SMS_BAD, SMS_TWO


@pytest.mark.parametrize(
    ("text", "alphabet", "units", "parts"),
    [
        (SMS_A, "GSM-7", 156, 1),
        (SMS_BAD, "UCS-2", 69, 1),
        (SMS_TWO, "GSM-7", 162, 2),
        (FINAL_SMS, "GSM-7", 151, 1),
        (EXERCISE_SMS, "GSM-7", 71, 1),
        ("", "GSM-7", 0, 1),
        ("a" * 160, "GSM-7", 160, 1),
        ("a" * 161, "GSM-7", 161, 2),
        ("a" * 306, "GSM-7", 306, 2),
        ("a" * 307, "GSM-7", 307, 3),
        ("€" * 80, "GSM-7", 160, 1),
        ("я" * 70, "UCS-2", 70, 1),
        ("я" * 71, "UCS-2", 71, 2),
        ("😀" * 35, "UCS-2", 70, 1),
    ],
)
def test_the_size_is_what_the_network_makes_of_it(text: str, alphabet: str, units: int, parts: int) -> None:
    size = sms_size(text)

    assert (size.alphabet, size.units, size.parts) == (alphabet, units, parts)


def test_the_characters_that_force_the_large_alphabet_are_named() -> None:
    assert sms_size(SMS_BAD).offending == ("–", "”", "…")


def test_the_bad_sample_becomes_gsm_after_normalising() -> None:
    assert sms_size(to_gsm(SMS_BAD)).alphabet == "GSM-7"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("kl. 8–16", "kl. 8-16"),
        ("”Nej”, sa hon…", '"Nej", sa hon...'),
        ("15\u202f300 hushåll", "15 300 hushåll"),
        ("14° kallt", "14 grader kallt"),
        ("14 °C kallt", "14 grader kallt"),
        ("½ liter", "1/2 liter"),
        ("Årdala, Örsta, é, ü, §", "Årdala, Örsta, é, ü, §"),
    ],
)
def test_signs_take_their_small_form_and_letters_stay(text: str, plain: str) -> None:
    assert to_gsm(text) == plain


@given(st.text())
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    assert to_gsm(to_gsm(text)) == to_gsm(text)

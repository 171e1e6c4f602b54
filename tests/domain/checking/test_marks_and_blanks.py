"""Sender, exercise mark, blanks, and what only a text message can have wrong (Q20, Q24, F10, F12)."""

import pytest

from krisapp.channels import CHANNELS, Channel, check_text
from tests.domain.checking.situations import WEB_TEXT, context_of, finding_of, found
from tests.domain.language.golden import SMS_A, SMS_BAD, SMS_TWO

WEB = context_of("C01")
SMS = context_of("C05")


@pytest.mark.parametrize(
    "blank", ["[fyll i: Nästa besked]", "[fyll i", "[…]", "{{ clock }}", "{% if a %}", "???", "kl. ___", "XXX"]
)
def test_q20_a_blank_stops_a_text_in_every_channel(blank: str) -> None:
    for known in CHANNELS:
        assert "Q20 stop" in found(f"Koka vattnet {blank}.", context_of(known.code), None)


def test_q20_the_blank_is_named() -> None:
    assert "Nästa besked" in finding_of("Q20", "Vi ses [fyll i: Nästa besked].", WEB, None).text


def test_q20_ordinary_signs_are_no_blanks() -> None:
    assert "Q20 stop" not in found("Vad gäller? Se [karta], {tabell} och snake_case.", WEB, None)


def test_p36_a_text_message_begins_with_its_sender() -> None:
    assert "Q24 stop" in found(SMS_A.removeprefix("Flens kommun: "), SMS)
    assert "Q24 stop" in found(f"Hej! {SMS_A}", SMS)
    assert "Q24 stop" not in found(SMS_A, SMS)


def test_p36_the_sender_stands_first_or_last_not_in_the_middle() -> None:
    middle = "Koka vattnet.\nEtt.\nTvå.\nFlens kommun berättar.\nTre.\nFyra.\nFem."

    assert "Q24 stop" in found(middle, WEB, None)
    assert "Q24 stop" not in found(f"{middle}\nFlens kommun", WEB, None)


@pytest.mark.parametrize("known", CHANNELS, ids=lambda known: known.code)
def test_p62_an_exercise_text_without_its_mark_is_stopped_and_the_forms_mark_is_enough(known: Channel) -> None:
    drill = context_of(known.code, exercise=True)
    text = known.form("Ämne: Prov\nFlens kommun: Koka vattnet.", drill)

    assert "F12 stop" not in found(text, drill, None)
    assert "F12 stop" in found("Flens kommun: Koka vattnet.", drill, None)
    assert "F12 stop" in found(text, context_of(known.code), None)


def test_p62_a_mark_only_first_is_not_enough() -> None:
    drill = context_of("C01", exercise=True)

    assert "F12 stop" in found(f"ÖVNING ÖVNING ÖVNING\n{WEB_TEXT}", drill)


def test_an_ordinary_word_is_no_mark() -> None:
    assert "F12 stop" not in found("Det här är ingen övning.", WEB, None)


@pytest.mark.parametrize("link", ["https://flen.se/vatten", "www.flen.se", "flen.se", "bit.ly/abc", "FLEN.SE"])
def test_f10_a_link_in_a_text_message_is_a_stop(link: str) -> None:
    assert "F10 stop" in found(f"Flens kommun: Koka vattnet. Läs {link}", SMS, None)


def test_f10_a_link_elsewhere_and_a_full_stop_without_space_are_fine() -> None:
    assert "F10 stop" not in found("Flens kommun: Läs mer på flen.se.", WEB, None)
    assert "F10 stop" not in found("Flens kommun: Klicka aldrig på länkar. Ring kl. 18.30.", SMS, None)


def test_a_text_message_in_the_large_alphabet_names_each_sign_and_its_remedy() -> None:
    suggestions = {
        SMS_BAD[slice(*one.span)]: one.suggestion for one in check_text(SMS_BAD, None, SMS) if one.rule == "C05"
    }

    assert suggestions == {"–": "-", "”": '"', "…": "..."}


def test_two_parts_are_a_warning_and_three_a_stop() -> None:
    assert "C05 warning" in found(SMS_TWO, SMS, None)
    assert "C05 stop" in found(SMS_TWO + SMS_TWO, SMS, None)
    assert not [rule for rule in found(SMS_A, SMS, None) if rule.startswith("C05")]


def test_a_channel_tells_how_many_words_it_has_room_for() -> None:
    text = "Koka vattnet nu. " * 31

    assert "C12 warning" in found(text, context_of("C12"), None)
    assert "C12 warning" not in found("Koka vattnet nu. " * 30, context_of("C12"), None)


def test_an_email_has_a_subject_that_is_not_cut_off() -> None:
    email = context_of("C07")

    assert "C07 warning" in found("Hej.", email, None)
    assert "C07 warning" in found(f"Ämne: [KRIS] {'a' * 54}\n\nHej.", email, None)
    assert "C07 warning" not in found(f"Ämne: [KRIS] {'a' * 53}\n\nHej.", email, None)


def test_easy_swedish_has_short_lines() -> None:
    assert "C18 warning" in found("a" * 61, context_of("C18"), None)
    assert "C18 warning" not in found("a" * 60, context_of("C18"), None)


def test_q25_a_text_read_aloud_is_dated_by_the_whole_hour() -> None:
    spoken = WEB_TEXT.replace("kl. 14.30", "klockan 14")

    assert "Q25 stop" not in found(spoken, WEB, None)
    assert "Q25 stop" in found(spoken.replace(" klockan 14", ""), WEB, None)

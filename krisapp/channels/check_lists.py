"""The checks several channels share. What a channel is checked for is listed in its own file, of these and others."""

from krisapp.channels.form import Limits, ReadingEase
from krisapp.channels.limit_checks import longest_line, most_characters, most_words, subject_line
from krisapp.domain.checking.advice import amount_of_advice, direct_advice
from krisapp.domain.checking.blanks import unfilled_blanks
from krisapp.domain.checking.confirmation import rumour_in_heading, unconfirmed_facts
from krisapp.domain.checking.forbidden import (
    dangerous_wordings,
    groups_suspected,
    guesses,
    loud_signs,
    warning_name_misused,
)
from krisapp.domain.checking.marks import exercise_mark
from krisapp.domain.checking.plain_words import bureaucratic_words, hard_words, short_forms
from krisapp.domain.checking.readability import long_sentences, mean_sentence, reading_ease
from krisapp.domain.checking.required import next_update, opening_of_stage, required_elements
from krisapp.domain.checking.secrecy import identity_numbers, secret_facts
from krisapp.domain.checking.times import impossible_times, relative_times, vague_promises, wrong_weekdays
from krisapp.domain.checks import Check

MEAN_SENTENCE = 14

ANY_LANGUAGE: tuple[Check, ...] = (unfilled_blanks, exercise_mark, identity_numbers, loud_signs)
"""What holds for a text in any language, without a fact sheet."""

SWEDISH_WORDS: tuple[Check, ...] = (
    dangerous_wordings,
    guesses,
    groups_suspected,
    impossible_times,
    wrong_weekdays,
    vague_promises,
)
"""What no Swedish text may say, whoever reads it."""

PLAIN_SWEDISH: tuple[Check, ...] = (
    *ANY_LANGUAGE,
    *SWEDISH_WORDS,
    warning_name_misused,
    bureaucratic_words,
    short_forms,
    hard_words,
    relative_times,
    long_sentences,
)
"""What holds for a text anybody is to understand (klarspråk)."""

AGAINST_SHEET: tuple[Check, ...] = (
    required_elements,
    opening_of_stage,
    next_update,
    secret_facts,
    unconfirmed_facts,
)
"""What every text is held to against the fact sheet."""

AGAINST_SHEET_FOR_ALL: tuple[Check, ...] = (
    *AGAINST_SHEET,
    rumour_in_heading,
    direct_advice,
    amount_of_advice,
)
"""The same for a Swedish text with heading and advice."""


def held_to(limits: Limits, ease: ReadingEase, mean: float = MEAN_SENTENCE) -> tuple[Check, ...]:
    """Return the checks that hold a text to its channel's limits and reading ease."""
    checks: list[Check] = []
    if limits.words:
        checks.append(most_words(limits.words))
    if limits.characters:
        checks.append(most_characters(limits.characters))
    if limits.subject:
        checks.append(subject_line(limits.subject))
    if limits.line:
        checks.append(longest_line(limits.line))
    if ease.tip or ease.warning or ease.stop:
        checks += (reading_ease(ease.tip, ease.warning, ease.stop), mean_sentence(mean))
    return tuple(checks)

"""The checks several channels share. What a channel is checked for is listed in its own file, of these and others."""

from krisapp.channels.form import Limits, ReadingEase
from krisapp.channels.limit_checks import longest_line, most_characters, most_words, subject_line
from krisapp.domain.checking.advice import amount_of_advice, direct_advice
from krisapp.domain.checking.answers import outlived_answers
from krisapp.domain.checking.blanks import unfilled_blanks
from krisapp.domain.checking.by_line import ByLine
from krisapp.domain.checking.confirmation import rumour_in_heading, unconfirmed_facts
from krisapp.domain.checking.forbidden import (
    dangerous_wordings,
    groups_suspected,
    guesses,
    loud_signs,
    warning_name_misused,
)
from krisapp.domain.checking.freshness import older_than_facts
from krisapp.domain.checking.marks import exercise_mark
from krisapp.domain.checking.message_map import long_key_message, many_key_messages, words_of_key_messages
from krisapp.domain.checking.number_forms import (
    form_of_decimals,
    form_of_percent,
    form_of_telephone,
    form_of_thousands,
    form_of_units,
)
from krisapp.domain.checking.numbers import numbers_unlike_sheet, numbers_without_unit
from krisapp.domain.checking.order import main_point_first, order_of_headings
from krisapp.domain.checking.persons import (
    names_of_those_struck,
    personal_names,
    private_telephones,
    street_addresses,
)
from krisapp.domain.checking.phrasing import double_negation, nouns_for_verbs, passive_advice
from krisapp.domain.checking.plain_words import bureaucratic_words, hard_words, short_forms
from krisapp.domain.checking.readability import long_sentences, mean_sentence, reading_ease
from krisapp.domain.checking.required import next_update, opening_of_stage, required_elements
from krisapp.domain.checking.residents import kept_from_residents
from krisapp.domain.checking.secrecy import identity_numbers, secret_facts
from krisapp.domain.checking.sensitive import endurance, health_in_small_units, police_matters, school_class
from krisapp.domain.checking.time_forms import form_of_date, form_of_interval, form_of_time
from krisapp.domain.checking.times import impossible_times, relative_times, vague_promises, wrong_weekdays
from krisapp.domain.checking.tone import defensive_tone
from krisapp.domain.checks import Check

MEAN_SENTENCE = 14

ANY_LANGUAGE: tuple[Check, ...] = (exercise_mark, ByLine(unfilled_blanks, identity_numbers, loud_signs))
"""What holds for a text in any language, without a fact sheet."""

SWEDISH_WORDS: tuple[Check, ...] = (
    vague_promises,
    older_than_facts,
    ByLine(
        dangerous_wordings,
        guesses,
        groups_suspected,
        impossible_times,
        wrong_weekdays,
        defensive_tone,
        names_of_those_struck,
        health_in_small_units,
        police_matters,
    ),
)
"""What no Swedish text may say, whoever reads it."""

FORMS: tuple[Check, ...] = (
    form_of_time,
    form_of_date,
    form_of_interval,
    form_of_thousands,
    form_of_decimals,
    form_of_percent,
    form_of_telephone,
    form_of_units,
    numbers_without_unit,
)
"""How times and numbers are written in Swedish."""

HINTS: tuple[Check, ...] = (private_telephones, personal_names, street_addresses, endurance, school_class)
"""What may be personal or secret in a text that spreads."""

PLAIN_SWEDISH: tuple[Check, ...] = (
    *ANY_LANGUAGE,
    *SWEDISH_WORDS,
    bureaucratic_words,
    short_forms,
    hard_words,
    relative_times,
    ByLine(
        warning_name_misused,
        long_sentences,
        passive_advice,
        nouns_for_verbs,
        double_negation,
        *FORMS,
        *HINTS,
    ),
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
    numbers_unlike_sheet,
    outlived_answers,
    many_key_messages,
    main_point_first,
    kept_from_residents,
)
"""The same for a Swedish text with heading and advice."""

WHOLE_PICTURE: tuple[Check, ...] = (words_of_key_messages, long_key_message, order_of_headings)
"""What the texts are held to that carry the whole picture: the web and the press release."""


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

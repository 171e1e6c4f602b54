"""The question bank: enough for every kind of incident, in plain answers that are at one with the advice."""

import re
from collections.abc import Iterator

import pytest

from krisapp.compose.phrases import Prefill, bank_of, phrases_of
from krisapp.domain.language.lix import lix, words
from krisapp.domain.language.sentences import sentences
from krisapp.store.question_bank import question_bank, types_with_questions
from krisapp.store.sample import sample_plan

PLAN = sample_plan()
TEMPLATES = {template.id: template.text for template in PLAN.templates}
TYPES = [kind.id for kind in PLAN.types]
SERVICE_NUMBERS = {"112", "1177", "113", "13", "114", "14"}
DENIALS = {"inte", "aldrig"}


def advice(type: str) -> tuple[str, ...]:
    prefill: Prefill = phrases_of(TEMPLATES, type).prefill
    return (prefill.headline, *prefill.advice, *prefill.do_not)


def said(type: str) -> Iterator[str]:
    for question in question_bank(type):
        yield from sentences(question.answer)


def test_every_kind_of_incident_has_a_file_of_its_own_and_no_other_file_is_there() -> None:
    assert sorted(TYPES) == list(types_with_questions())


@pytest.mark.parametrize("type", TYPES)
def test_me10_there_are_fifteen_different_questions_with_answers(type: str) -> None:
    bank = question_bank(type)

    assert len({question.ask for question in bank}) == len(bank) >= 15
    assert all(question.ask.endswith("?") or question.ask.endswith("gör jag?") for question in bank)
    assert all(question.answer.endswith(".") for question in bank)


@pytest.mark.parametrize("type", TYPES)
def test_answers_are_plain_swedish(type: str) -> None:
    whole = "\n".join(question.answer for question in question_bank(type))

    assert (lix(whole) or 0) <= 35
    assert [line for line in said(type) if len(words(line)) > 15] == []


@pytest.mark.parametrize("type", TYPES)
def test_answers_promise_nothing_and_invent_no_number_or_blank(type: str) -> None:
    whole = "\n".join(f"{question.ask}\n{question.answer}" for question in question_bank(type))

    assert not re.search(r"\b(snarast|inom kort|så snart som möjligt|garanterar|lovar)\b", whole)
    assert "{" not in whole
    assert set(re.findall(r"\d{2,}", whole)) <= SERVICE_NUMBERS


@pytest.mark.parametrize("type", TYPES)
def test_no_answer_denies_what_the_standard_advice_says_or_says_what_it_denies(type: str) -> None:
    """A piece of advice is known by its verb and object; the same words with the opposite denial contradict it."""
    bank = bank_of(TEMPLATES)
    entries = {id(entry): entry for line in advice(type) for part in sentences(line) if (entry := bank.find(part))}
    for entry in entries.values():
        main = entry.match.partition("|")[0].split()
        denies, stems = "inte" in main, [stem for stem in main if stem != "inte"]
        for line in said(type):
            spoken = [word.lower() for word in words(line)]
            first = spoken[: next((at for at, word in enumerate(spoken) if word in ("om", "när", "innan")), None)]
            if all(any(word.startswith(stem) for word in first) for stem in stems):
                assert bool(DENIALS & set(first)) == denies, (entry.match, line)


@pytest.mark.parametrize("type", TYPES)
def test_the_key_imperatives_are_said_in_the_answers_too(type: str) -> None:
    bank = bank_of(TEMPLATES)
    known = {id(entry) for line in advice(type) for part in sentences(line) if (entry := bank.find(part))}
    answered = {id(entry) for line in said(type) if (entry := bank.find(line))}

    assert len(known & answered) >= 2


def test_a_kind_without_questions_gets_those_of_any_incident() -> None:
    assert question_bank("a_new_kind") == question_bank("other")

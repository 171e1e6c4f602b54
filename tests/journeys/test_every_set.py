"""Every incident we have, in every stage and every cell: what must be true of each text, whatever happened."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec
import pytest

from krisapp.compose.message_set import message_set
from krisapp.compose.writing import Text
from krisapp.domain.checks import Severity, Stage
from krisapp.domain.facts import Status
from krisapp.domain.plan import Plan
from krisapp.domain.sheet import Sheet
from krisapp.generate import issued_at
from krisapp.store.facts_file import read_facts
from krisapp.store.sample import sample_incidents, sample_plan

PATHS = sample_incidents()
WORD = re.compile(r"[\wåäöÅÄÖé]+")
PUBLIC = frozenset(("C01", "C02", "C03", "C04"))
"""Where anybody may read, whomever the text speaks to."""

ALL_DOWN = frozenset(("C01", "C06", "C07"))
ASKED = frozenset(("C14", "C21"))
"""So that every cell there is is written: those by decision, and those that only some incidents have."""

GSM_SMS = "GSM-7"
BROKEN_INTO_LINES = "C18"
"""Easy Swedish breaks long sentences, so a line may begin in the middle of one."""

ONE_FIGURE = re.compile(r"\bkl\. \d\.\d\d(?![\d–-])")

ANSWERS_REPEAT = "C11"
"""The contact centre's script answers questions with the advice it has already given."""


@cache
def plan() -> Plan:
    return sample_plan()


@cache
def sheet(path: Path) -> Sheet:
    return read_facts(path, plan())


@cache
def written(path: Path, stage: Stage, exercise: bool = False) -> tuple[tuple[str, str, Text], ...]:
    known = sheet(path)
    issued = issued_at(known, known.alarm_at)
    texts = message_set(known, plan(), stage, exercise=exercise, issued=issued, down=ALL_DOWN, asked=ASKED)
    return tuple((text.audience, text.channel, text) for text in texts)


def shingles(text: str) -> set[tuple[str, ...]]:
    words = [word.lower() for word in WORD.findall(text)]
    return set(zip(words, words[1:], words[2:], strict=False))


def strings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for part in value.values():
                yield from strings(part)
        case list() | tuple():
            for part in value:
                yield from strings(part)


def said_in_public(known: Sheet) -> set[tuple[str, ...]]:
    """What the sheet says openly; a rumour or secret may share common words with it."""
    values = msgspec.to_builtins(known)
    values.pop("facts", None)
    open_facts = [fact.text for fact in known.public_facts()]
    return set().union(*(shingles(text) for text in (*strings(values), *open_facts)))


every_set = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
every_stage = pytest.mark.parametrize("stage", list(Stage))


@every_set
@every_stage
def test_x1_no_secret_fact_reaches_any_text(path: Path, stage: Stage) -> None:
    known = sheet(path)
    secret = set().union(*(shingles(fact.text) for fact in known.facts if fact.secret)) - said_in_public(known)
    for audience, channel, text in written(path, stage):
        assert not secret & shingles(text.text), (audience, channel)


@every_set
@every_stage
def test_x2_no_rumour_and_no_unconfirmed_fact_is_told_to_the_public(path: Path, stage: Stage) -> None:
    known = sheet(path)
    unsure = [fact for fact in known.facts if fact.status in (Status.RUMOUR, Status.UNCONFIRMED, Status.REFUTED)]
    hearsay = set().union(*(shingles(fact.text) for fact in unsure)) - said_in_public(known)
    for audience, channel, text in written(path, stage):
        if audience.startswith("E") or channel in PUBLIC:
            assert not hearsay & shingles(text.text), (audience, channel)


@every_set
@pytest.mark.parametrize("stage", [stage for stage in Stage if stage is not Stage.FINAL])
def test_x3_every_text_promises_the_same_time(path: Path, stage: Stage) -> None:
    due = sheet(path).next_update
    assert due is not None
    hour = f"{due.hour}"
    spoken = re.compile(rf"klockan {hour}(?:\.{due:%M})?\b" if due.minute == 0 else rf"klockan {hour}\.{due:%M}")
    for audience, channel, text in written(path, stage):
        assert due.strftime("%H.%M") in text.text or due.strftime("%H:%M") in text.text or spoken.search(text.text), (
            audience,
            channel,
            text.text,
        )


@every_set
@every_stage
def test_every_text_message_is_gsm_and_fits_its_part(path: Path, stage: Stage) -> None:
    for exercise in (False, True):
        for audience, channel, text in written(path, stage, exercise):
            if channel == "C05":
                most = 2 if exercise else 1
                assert text.sms_alphabet == GSM_SMS, (audience, text.text)
                assert text.sms_parts <= most, (audience, text.text)


@every_set
@pytest.mark.parametrize("stage", [stage for stage in Stage if not stage.mends])
def test_nothing_stops_a_text_made_of_a_good_sheet(path: Path, stage: Stage) -> None:
    for exercise in (False, True):
        for audience, channel, text in written(path, stage, exercise):
            stops = [finding for finding in text.findings if finding.severity is Severity.STOP]
            assert not stops, (audience, channel, stops, text.text)


@every_set
def test_p43_a_correction_that_does_not_say_what_was_wrong_is_stopped_and_one_that_does_is_not(path: Path) -> None:
    for _audience, channel, text in written(path, Stage.CORRECTION):
        if channel not in ("C19",):
            assert text.stops, channel


@every_set
@every_stage
def test_the_texts_are_clean(path: Path, stage: Stage) -> None:
    for audience, channel, text in written(path, stage):
        where = (audience, channel, text.text)
        assert not re.search(r"  |\.\.|,\.| \.|\?\.|!\.|\{\{|\}\}|\[fyll|<<|>>|~|None|\n\n\n", text.text), where
        assert text.text == text.text.strip(), where
        lines = text.text.split("\n")
        if channel != BROKEN_INTO_LINES:
            for line in lines:
                assert not line.lstrip('–- ”"')[:1].islower(), (line, where)
        if channel != ANSWERS_REPEAT:
            said = [line for line in lines if len(line) > 25]
            assert len(said) == len(set(said)), where


@every_set
@every_stage
def test_a_time_with_minutes_has_two_figures_for_the_hour_everywhere(path: Path, stage: Stage) -> None:
    for audience, channel, text in written(path, stage):
        assert not ONE_FIGURE.search(text.text), (audience, channel, text.text)


@every_set
def test_an_all_clear_says_once_that_something_is_over(path: Path) -> None:
    for audience, channel, text in written(path, Stage.ALL_CLEAR):
        told = re.findall(r"(?<!Läget nu: )\b(?:är över|is over)\b", text.text.split("Text att läsa upp")[-1])
        assert len(told) <= 1 or channel in ("C11", "C17"), (audience, channel, text.text)


@every_set
def test_p62_an_exercise_says_so_first_and_last_in_every_text(path: Path) -> None:
    for stage in Stage:
        for audience, channel, text in written(path, stage, True):
            lines = text.text.splitlines()
            assert "ÖVNING" in lines[0], (audience, channel)
            assert "ÖVNING" in lines[-1], (audience, channel)
        for audience, channel, text in written(path, stage):
            assert "ÖVNING" not in text.text.upper(), (audience, channel)


@every_set
def test_uses_names_exactly_what_can_change_a_text(path: Path) -> None:
    """Changing one thing of the sheet changes no text that did not read it."""
    known = sheet(path)
    changed = {
        "headline": msgspec.structs.replace(known, headline="Det här är en helt annan mening."),
        "advice": msgspec.structs.replace(known, advice=("Gör något helt annat.",)),
        "next_update": msgspec.structs.replace(
            known, next_update=(known.next_update or known.alarm_at).replace(minute=7)
        ),
        "services": msgspec.structs.replace(known, services=()),
        "help": msgspec.structs.replace(known, help=()),
        "contact": msgspec.structs.replace(known, contact={"public": "08-465 004 99", "media": "070-174 06 99"}),
    }
    before = written(path, Stage.FIRST)
    for name, other in changed.items():
        issued = issued_at(known, known.alarm_at)
        after = message_set(other, plan(), Stage.FIRST, exercise=False, issued=issued, down=ALL_DOWN, asked=ASKED)
        for (audience, channel, text), new in zip(before, after, strict=True):
            if text.text != new.text:
                assert name in text.uses, (name, audience, channel)

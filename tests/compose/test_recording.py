"""What a text has read is what can make it wrong: exactly that is in its `uses`."""

from datetime import timedelta
from functools import cache
from typing import Any

import msgspec
import pytest

from krisapp import channels
from krisapp.compose.derived import DERIVED
from krisapp.compose.filling import fill
from krisapp.compose.sheet_view import SheetView
from krisapp.compose.writing import _shaped, read, source_for, writer_for
from krisapp.domain.checks import Stage
from krisapp.domain.facts import Fact, Status
from krisapp.domain.matrix import cells
from krisapp.domain.sheet import (
    Affected,
    Correction,
    Help,
    OthersAction,
    Service,
    Sheet,
    Spokesperson,
    Traffic,
    digest_of,
)
from tests.compose.written import changed, first_text, issued, plan, sheet, text_of

OTHER: dict[str, Any] = {
    "name": "Något helt annat",
    "level": "N0",
    "area": "Ett annat område.",
    "places": ("Sparreholm",),
    "headline": "Gör något annat nu.",
    "what_happened": "Något annat har hänt vid torget.",
    "news": "Det här är alldeles nytt.",
    "correction": Correction(wrong="Det var fel.", right="Det är rätt.", since="kl. 9.00"),
    "outcome": "Det är slut på allting nu.",
    "still_holds": ("Bron är kvar där den var.",),
    "affected": Affected(min=7_000, max=7_100, unit="hushåll"),
    "affected_groups": ("turister",),
    "unknowns": ("Vi vet inte vem som vet.",),
    "our_actions": ("Vi bygger en bro.",),
    "others_actions": (OthersAction(actor="Försvaret", action="Flyger över."),),
    "advice": ("Spring.",),
    "do_not": ("Sov inte.",),
    "nothing_needed": "Allt sköter sig självt.",
    "symptoms": ("hicka",),
    "help": (Help(what="Soppa", where="torget"),),
    "services": (Service(what="Badet", status="öppet"),),
    "safe_points": {"Sparreholm": "öppen"},
    "traffic": (Traffic(what="Väg 57", status="avstängd"),),
    "empathy": "Vi känner med er alla.",
    "commitment": "Vi lovar att höra av oss.",
    "cause": "En blixt.",
    "staff_impact": "Ta med stövlar.",
    "spokesperson": Spokesperson(topic="rektor", municipality="driftledare"),
    "contact": {"public": "08-465 004 77", "media": "08-465 004 78", "business": "08-465 004 79"},
    "coordinated_with": ("Försvaret",),
    "key_messages": ("Bygg en bro.",),
    "channel_state": "D",
    "impact": {"food": "critical"},
    "forecast": {"72": "Det blir värre än någon trodde."},
    "assumptions": ("ingen hjälp kommer",),
    "confidence": "low",
    "support_needed": ("En båt behövs.",),
}


def variants(known: Sheet) -> dict[str, Sheet]:
    """Return the sheet changed in one thing at a time, by the name `digest_of` gives that thing."""
    found = {key: changed(known, **{key: value}) for key, value in OTHER.items()}
    found |= {f"no {key}": changed(known, **{key: type(value)()}) for key, value in OTHER.items() if key != "name"}
    assert known.next_update
    found["next_update"] = changed(known, next_update=known.next_update + timedelta(minutes=77))
    found["next_report"] = changed(known, next_report=known.next_update + timedelta(minutes=77))
    found["board_since"] = changed(known, board_since=known.alarm_at + timedelta(minutes=77))
    found["danger_to_life"] = changed(known, danger_to_life=not known.danger_to_life)
    for fact in known.facts:
        others = tuple(each for each in known.facts if each.id != fact.id)
        reworded = msgspec.structs.replace(fact, text="Elefanter har setts på vägen.")
        found[f"facts.{fact.id}"] = changed(known, facts=(*others, reworded))
    found["facts.confirmed"] = changed(
        known, facts=(*known.facts, Fact(id="F99", status=Status.CONFIRMED, text="En björn sover i parken."))
    )
    found["facts.unconfirmed"] = changed(
        known, facts=(*known.facts, Fact(id="F99", status=Status.UNCONFIRMED, text="En björn vaknar i parken."))
    )
    return found


def written(known: Sheet, stage: Stage) -> list[tuple[str, str, str, set[str]]]:
    """Return each cell with its text and what it read, without checks."""
    writer = writer_for(plan())
    result = []
    for audience, channel in cells(plan()):
        context = writer.context(audience, channel, stage, exercise=False, issued=issued(known), number=2)
        view = SheetView(known, context, writer.ground(known.type), DERIVED)
        rendered = fill(read(source_for(plan(), known.type, audience, channel, stage)), view)
        result.append((audience, channel, _shaped(channels.channel(channel), rendered, context), view.read))
    return result


@pytest.mark.parametrize("stage", list(Stage))
@pytest.mark.parametrize("number", ["001", "002", "005"])
def test_a_change_changes_no_text_that_has_not_read_it(number: str, stage: Stage) -> None:
    known = sheet(number)
    before = written(known, stage)
    missed = []
    for name, other in variants(known).items():
        used = name.removeprefix("no ")
        for old, new in zip(before, written(other, stage), strict=True):
            if old[2] != new[2] and used not in old[3]:
                missed.append((used, old[0], old[1]))
    assert missed == []


@cache
def _read_for_nothing(number: str) -> float:
    known = sheet(number)
    before = written(known, Stage.FIRST)
    changing: set[tuple[str, str, str]] = set()
    for name, other in variants(known).items():
        for old, new in zip(before, written(other, Stage.FIRST), strict=True):
            if old[2] != new[2]:
                changing.add((name.removeprefix("no "), old[0], old[1]))
    could = {name.removeprefix("no ") for name in variants(known)}
    read_names = {(name, old[0], old[1]) for old in before for name in old[3] if name in could}
    return len(read_names - changing) / len(read_names)


@pytest.mark.parametrize("number", ["001", "005", "011"])
def test_hardly_anything_is_read_for_nothing(number: str) -> None:
    assert _read_for_nothing(number) < 0.12


def test_every_name_read_has_a_digest() -> None:
    for number in ("001", "012"):
        known = sheet(number)
        for _audience, _channel, _text, names in written(known, Stage.UPDATE):
            assert all(digest_of(known, name) for name in names)


def test_a_rumour_that_is_refuted_makes_no_public_text_stale() -> None:
    known = sheet("001")
    refuted = tuple(
        msgspec.structs.replace(fact, status=Status.REFUTED) if fact.id == "F8" else fact for fact in known.facts
    )
    other = changed(known, facts=refuted)
    for _audience, _channel, _text, names in written(known, Stage.FIRST):
        assert [name for name in names if digest_of(known, name) != digest_of(other, name)] == []


def test_a_sms_reads_only_what_it_says() -> None:
    assert first_text(sheet("001"), "E1", "C05").uses == (
        "advice",
        "danger_to_life",
        "headline",
        "next_update",
        "places",
    )


def test_plain_text_reads_nothing() -> None:
    assert text_of("Hej!", sheet("001")).uses == ()


def test_a_missing_value_is_said_in_the_text_and_reported() -> None:
    text = text_of("{{ staff_impact | need | sentence }}", sheet("001"), audience="I2", channel="C06")
    assert text.unfilled == ("Så påverkar det dig som arbetar hos oss",)
    assert "[fyll i: Så påverkar det dig som arbetar hos oss]" in text.text
    assert "Q20" in {finding.rule for finding in text.stops}

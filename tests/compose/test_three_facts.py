"""Tre fakta räcker: type, place and one sentence give a whole good set of texts, for all 13 types."""

from datetime import datetime, timedelta

import msgspec
import pytest

from krisapp.compose.message_set import message_set
from krisapp.compose.prefill import complete, next_quarter, prefill
from krisapp.domain.checks import Severity, Stage
from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Template
from krisapp.domain.sheet import Sheet
from tests.compose.written import changed, issued, plan, sheet

TYPES = tuple(row.id for row in plan().types)
TOWNS = tuple(place.name for place in plan().places if place.kind == "town")
ALARM = datetime.fromisoformat("2027-12-10T23:20+01:00")
PLACES = {"one": ("Malmköping",), "three": ("Skebokvarn", "Vadsbro", "Bettna"), "six": TOWNS[:6], "all": TOWNS}


def started(type: str, places: tuple[str, ...], sentence: str = "Något har hänt vid torget") -> Sheet:
    """Return the sheet an incident starts with."""
    bare = Sheet(
        id="FLN-2027-099", name="Prov", type=type, alarm_at=ALARM, level="N2", danger_to_life=True, places=places
    )
    values = prefill(plan(), type, places=places, sentence=sentence, alarm_at=ALARM, danger=True)
    return msgspec.convert({**msgspec.to_builtins(bare), **values}, Sheet)


@pytest.mark.parametrize("where", PLACES)
@pytest.mark.parametrize("type", TYPES)
def test_three_facts_give_a_whole_set_without_a_stop(type: str, where: str) -> None:
    known = started(type, PLACES[where])
    for stage in (Stage.FIRST, Stage.UPDATE, Stage.FINAL):
        for text in message_set(known, plan(), stage, exercise=False, issued=ALARM + timedelta(minutes=15)):
            stops = [finding for finding in text.findings if finding.severity is Severity.STOP]
            assert (stops, text.unfilled) == ([], ()), (text.audience, text.channel, text.text)


@pytest.mark.parametrize("type", TYPES)
def test_a_sheet_with_almost_nothing_is_completed(type: str) -> None:
    bare = Sheet(id="FLN-2027-099", name="Prov", type=type, alarm_at=ALARM, level="N1", danger_to_life=False)
    for text in message_set(bare, plan(), Stage.FIRST, exercise=True, issued=ALARM):
        assert text.unfilled == ()
        assert text.stops == (), (text.audience, text.channel, text.text)


def test_the_sentence_says_what_has_happened() -> None:
    assert started("flooding", ("Flen",), "vattnet når upp till bron").what_happened == "Vattnet når upp till bron."


@pytest.mark.parametrize("type", TYPES)
def test_a_first_headline_has_room_in_a_text_message(type: str) -> None:
    for places in PLACES.values():
        assert len(started(type, places).headline) <= 90


@pytest.mark.parametrize(
    ("alarm", "due"),
    [
        ("2027-06-11T13:10+02:00", "2027-06-11T14:15+02:00"),
        ("2027-06-11T13:15+02:00", "2027-06-11T14:15+02:00"),
        ("2027-06-11T13:16+02:00", "2027-06-11T14:30+02:00"),
        ("2027-12-10T23:20+01:00", "2027-12-11T00:30+01:00"),
        ("2027-03-28T01:20+01:00", "2027-03-28T03:30+02:00"),
        ("2027-10-31T02:20+02:00", "2027-10-31T02:30+01:00"),
    ],
)
def test_the_next_update_is_an_hour_on_at_a_whole_quarter(alarm: str, due: str) -> None:
    found = next_quarter(datetime.fromisoformat(alarm))
    assert found.isoformat(timespec="minutes") == due


def test_what_somebody_wrote_is_never_changed() -> None:
    known = sheet("001")
    whole = complete(known, plan(), issued(known))
    for name in Sheet.__struct_fields__:
        if name != "contact" and getattr(known, name):
            assert getattr(whole, name) == getattr(known, name)
    assert known.contact.items() <= whole.contact.items()


def test_nothing_is_claimed_that_nobody_has_said() -> None:
    bare = Sheet(id="FLN-2027-099", name="Prov", type="infection", alarm_at=ALARM, level="N1", danger_to_life=False)
    whole = complete(bare, plan(), ALARM)
    assert (whole.facts, whole.coordinated_with, whole.symptoms, whole.help, whole.affected) == (
        (),
        (),
        (),
        (),
        bare.affected,
    )


def test_no_advice_is_added_where_nothing_needs_to_be_done() -> None:
    known = changed(sheet("007"), advice=(), do_not=(), nothing_needed="Skolan ringer dig.")
    assert complete(known, plan(), issued(known)).advice == ()


def test_a_new_type_is_one_short_file_and_no_python() -> None:
    file = (
        "name: Trasig bro\nabout: bron\nprefill:\n  headline: Bron {{ where }} är stängd. Kör en annan väg.\n"
        "over: Bron {{ where }} är öppen igen.\n"
    )
    wider = msgspec.structs.replace(plan(), templates=(*plan().templates, Template(id="types/bridge.yaml", text=file)))
    assert isinstance(wider, Plan)
    known = Sheet(
        id="FLN-2027-099",
        name="Bro",
        type="bridge",
        alarm_at=ALARM,
        level="N1",
        danger_to_life=False,
        places=("Bettna",),
    )
    first = message_set(known, wider, Stage.FIRST, exercise=False, issued=ALARM)
    assert all(text.stops == () for text in first)
    assert "Bron i Bettna är stängd" in first[0].text
    final = message_set(known, wider, Stage.FINAL, exercise=False, issued=ALARM)
    assert any("Det här är vårt sista besked om bron i Bettna." in text.text for text in final)

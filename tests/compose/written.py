"""A plan and its incidents for tests of texts: the sample plan and the eight sets, read once."""

from datetime import datetime, timedelta
from functools import cache
from typing import Any

import msgspec

from krisapp.compose.writing import Text, context_for, source_for, write
from krisapp.domain.checks import Stage
from krisapp.domain.plan import Plan
from krisapp.domain.sheet import Sheet
from krisapp.store.facts_file import read_facts
from krisapp.store.resources import resource
from krisapp.store.sample import sample_plan

INCIDENTS = resource("resources", "incidents")
NUMBERS = tuple(path.stem[-3:] for path in sorted(INCIDENTS.glob("*.yaml")))


@cache
def plan() -> Plan:
    """Return the sample plan."""
    return sample_plan()


@cache
def sheet(number: str) -> Sheet:
    """Return the fact sheet of a set."""
    return read_facts(INCIDENTS / f"FLN-2027-{number}.yaml", plan())


def changed(known: Sheet, **values: Any) -> Sheet:
    """Return the sheet with other values."""
    return msgspec.structs.replace(known, **values)


def issued(known: Sheet) -> datetime:
    """Return when a first text of a sheet goes out."""
    return known.alarm_at + timedelta(minutes=50)


def text_of(source: str, known: Sheet, *, audience: str = "E1", channel: str = "C01", exercise: bool = False) -> Text:
    """Return a source written on a sheet as a first text."""
    context = context_for(plan(), audience, channel, Stage.FIRST, exercise=exercise, issued=issued(known))
    return write(source, known, context, plan())


def first_text(known: Sheet, audience: str, channel: str, stage: Stage = Stage.FIRST, number: int = 1) -> Text:
    """Return what the template gives for a cell, written."""
    context = context_for(plan(), audience, channel, stage, exercise=False, issued=issued(known), number=number)
    return write(source_for(plan(), known.type, audience, channel, stage), known, context, plan())

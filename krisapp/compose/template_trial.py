"""Trying a changed template on invented incidents before it is adopted (provkörning), domain handbook 6, row ME13.

A text that the change leaves as it was is not written again. A template fails where its text cannot be written, or
where a check stops it that did not stop the text of the template in force.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta

import msgspec

from krisapp.compose.phrases import TYPES
from krisapp.compose.template_fault import TemplateFault
from krisapp.compose.writing import Text, Writer, writer_for
from krisapp.domain.checks import Context, Stage
from krisapp.domain.matrix import every_cell
from krisapp.domain.plan import Plan
from krisapp.domain.sheet import Sheet

AFTER = timedelta(minutes=50)
"""How long after the alarm a text of an invented incident is dated."""

_OF_CHANNEL = re.compile(r"C\d\d[^/]*\.j2")
_INCLUDES = re.compile(r"""<%-?\s*include\s+["']([^"']+)["']""")
_OTHER = f"{TYPES}other.yaml"
SECOND = 2


class Failure(msgspec.Struct, frozen=True):
    """A text that a changed template spoils: of which incident, for whom, by which channel, at which stage, and why."""

    incident: str
    name: str
    audience: str
    channel: str
    stage: Stage
    why: str


class Step(msgspec.Struct, frozen=True):
    """How far a trial has come: incidents and texts so far, and the failures of this step."""

    incidents: int
    texts: int
    failures: tuple[Failure, ...] = ()


def cells_of(plan: Plan, template: str) -> list[tuple[str, str]]:
    """Return the cells whose text a template may be part of: its channel's, those including it, or all for phrases."""
    whole = every_cell(plan)
    if not template.endswith(".j2"):
        return whole
    channels = {id[:3] for id in _including(plan, template) if _OF_CHANNEL.fullmatch(id)}
    return [cell for cell in whole if cell[1] in channels]


def _including(plan: Plan, template: str) -> set[str]:
    """Return a template and those that include it, at any depth."""
    included = {one.id: frozenset(_INCLUDES.findall(one.text)) for one in plan.templates}
    found = {template}
    while more := {id for id, names in included.items() if names & found} - found:
        found |= more
    return found


def concerns(template: str, type: str) -> bool:
    """Return whether a template may be part of texts of an incident type."""
    return not template.startswith(TYPES) or template in (_OTHER, f"{TYPES}{type}.yaml")


def trial(plan: Plan, template: str, text: str, incidents: Mapping[str, Callable[[], Sheet | None]]) -> Iterator[Step]:
    """Try a template's new text on every incident, audience, channel and stage it serves, a few texts each step.

    `incidents` give their fact sheet when asked, or None for one that the plan cannot tell of.
    """
    now = writer_for(plan)
    trying = now.trying(template, text)
    texts = 0
    for number, (incident, sheet_of) in enumerate(incidents.items()):
        yield Step(number, texts)
        sheet = sheet_of()
        yield Step(number, texts)
        if sheet is None or not concerns(template, sheet.type):
            continue
        for audience, channel in cells_of(plan, template):
            for stage in Stage:
                written, why = _tried(now, trying, template, sheet, audience, channel, stage)
                texts += written
                failed = (Failure(incident, sheet.name, audience, channel, stage, why),) if why else ()
                if written or failed:
                    yield Step(number, texts, failed)
    yield Step(len(incidents), texts)


def _tried(
    now: Writer, trying: Writer, template: str, sheet: Sheet, audience: str, channel: str, stage: Stage
) -> tuple[int, str]:
    """Return whether a text had to be written, and why it fails, if it does."""
    try:
        source = trying.source(sheet.type, audience, channel, stage)
        if template.endswith(".j2") and source == _source(now, sheet, audience, channel, stage):
            return 0, ""
        stops = _stops(write_with(trying, sheet, audience, channel, stage))
    except TemplateFault as fault:
        return 1, str(fault)
    if not stops:
        return 1, ""
    try:
        known = _stops(write_with(now, sheet, audience, channel, stage))
    except TemplateFault:
        known = {}
    return 1, next((why for rule, why in stops.items() if rule not in known), "")


def _source(writer: Writer, sheet: Sheet, audience: str, channel: str, stage: Stage) -> str:
    """Return what the templates in force give, or nothing where they are broken."""
    try:
        return writer.source(sheet.type, audience, channel, stage)
    except TemplateFault:
        return ""


def context_of(writer: Writer, sheet: Sheet, audience: str, channel: str, stage: Stage) -> Context:
    """Return the circumstances in which a cell's text is tried."""
    number = 1 if stage is Stage.FIRST else SECOND
    issued = sheet.alarm_at + AFTER
    return writer.context(audience, channel, stage, exercise=False, issued=issued, number=number, incident=sheet.name)


def write_with(writer: Writer, sheet: Sheet, audience: str, channel: str, stage: Stage) -> Text:
    """Return a cell's text at a stage, as an incident's sheet stands. Raises `TemplateFault`."""
    context = context_of(writer, sheet, audience, channel, stage)
    return writer.write(writer.source(sheet.type, audience, channel, stage), sheet, context)


def _stops(text: Text) -> dict[str, str]:
    """Return what stops a text: the rule and why."""
    return {finding.rule: f"{finding.rule} {finding.text}" for finding in text.stops}

"""The matrix (matrisen): which audiences get a text in which channel, by the plan, and what its messages are called.

Known without a single template being read, so that what shows the matrix need not wait for what writes its texts.
"""

from collections.abc import Callable
from collections.abc import Set as AbstractSet

from krisapp.domain.incident import Incident
from krisapp.domain.messages import message_id
from krisapp.domain.needs import BY_DECISION, NONE, NOT, depends, down_by_state, need_of
from krisapp.domain.phrase_bank import spoken
from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Cell
from krisapp.domain.sheet import Sheet

WRITTEN = frozenset(
    (
        *("C01", "C02", "C03", "C04", "C05", "C06", "C07", "C08", "C09", "C10", "C11", "C12", "C13"),
        *("C14", "C15", "C16", "C17", "C18", "C19", "C20", "C21", "C22", "C23", "C24", "C25"),
    )
)
"""The codes of the channels texts are written for; a test holds them to the register of the channels."""

_BLANK = frozenset(("", "–", "-"))
_ENGLISH, _OTHERS = "C19", "C20"


def language_of(channel: str) -> str:
    """Return the language a channel is written in, as a BCP 47 tag; "mul" for several."""
    return {_ENGLISH: "en", _OTHERS: "mul"}.get(channel, "sv")


def cells(
    plan: Plan, sheet: Sheet | None = None, down: AbstractSet[str] | None = None, asked: AbstractSet[str] = NONE
) -> list[tuple[str, str]]:
    """Return the cells of the matrix that are written: audiences in policy order, channels in theirs.

    What depends on the incident is there when the sheet and the channels that are down say so; without `down` the
    sheet's own channel state is believed. `asked` are the channels a person has asked for, such as "C14", which exist
    by decision only.
    """
    lost = down if down is not None else down_by_state(sheet) if sheet else NONE

    def wanted(cell: Cell) -> bool:
        if cell.channel in asked:
            return True
        if sheet is None:
            return not depends(cell)
        return need_of(cell, sheet, lost) not in (NOT, BY_DECISION)

    return _in_order(plan, wanted)


def every_cell(plan: Plan) -> list[tuple[str, str]]:
    """Return all cells that can be written, with those that exist in some incidents only, or only by decision."""
    return _in_order(plan, lambda _cell: True)


def _in_order(plan: Plan, wanted: Callable[[Cell], bool]) -> list[tuple[str, str]]:
    audiences = {audience.id: audience.rank for audience in plan.audiences}
    # Other languages are written only when somebody has reviewed a phrase in one of them (ME11).
    written = WRITTEN if spoken(plan) else WRITTEN - {_OTHERS}
    # A plan from before a channel was written has no template for it, and must still write all the others.
    templates = {template.id[:3] for template in plan.templates}
    written = written & templates if templates else written
    found = [
        (cell.audience, cell.channel)
        for cell in plan.matrix
        if cell.channel in written and cell.need not in _BLANK and cell.audience in audiences and wanted(cell)
    ]
    return sorted(found, key=lambda cell: (audiences[cell[0]], cell[1]))


def message_ids(
    plan: Plan, sheet: Sheet | None = None, down: AbstractSet[str] | None = None, asked: AbstractSet[str] = NONE
) -> tuple[str, ...]:
    """Return the message of each cell that is written, audiences in policy order."""
    return tuple(
        message_id(audience, channel, language_of(channel)) for audience, channel in cells(plan, sheet, down, asked)
    )


def standing_ids(plan: Plan, incident: Incident, down: AbstractSet[str] | None = None) -> tuple[str, ...]:
    """Return the messages of an incident: those it calls for as things stand, and those begun, so that none is lost."""
    begun = {id for id, message in incident.messages.items() if message.draft.value or message.releases}
    wanted = begun.union(message_ids(plan, incident.sheet, down))
    ids = (message_id(audience, channel, language_of(channel)) for audience, channel in every_cell(plan))
    return tuple(id for id in ids if id in wanted)

"""A whole message set from one fact sheet (budskapspaket): every cell of the matrix, in the order they are released."""

from collections.abc import Set as AbstractSet
from datetime import datetime

from krisapp.compose.prefill import complete
from krisapp.compose.sheet_view import Shared
from krisapp.compose.writing import Text, writer_for
from krisapp.domain.checks import Stage
from krisapp.domain.matrix import cells
from krisapp.domain.needs import NONE
from krisapp.domain.plan import Plan
from krisapp.domain.sheet import Sheet

SECOND = 2


def message_set(
    sheet: Sheet,
    plan: Plan,
    stage: Stage,
    *,
    exercise: bool,
    issued: datetime,
    number: int = 0,
    down: AbstractSet[str] | None = None,
    asked: AbstractSet[str] = NONE,
) -> list[Text]:
    """Return the text of each cell that is written, audiences in policy order. Raises `TemplateFault`.

    A channel that nobody owns or has verified is left out (rule P35).

    Fields nobody has filled in are completed with the type's standard texts, so that three facts are enough.
    `down` are the channels that do not work and `asked` those a person has asked for, as `cells` of the matrix has it.
    `number` is each text's place in its chain; without it the first text is 1 and any other 2.
    """
    whole = complete(sheet, plan, issued)
    writer = writer_for(plan)
    shared: Shared = {}
    place = number or place_in_chain(stage)
    texts = []
    for audience, channel in cells(plan, whole, down, asked):
        if plan.why_unusable(channel):
            continue
        context = writer.context(
            audience, channel, stage, exercise=exercise, issued=issued, number=place, incident=sheet.name
        )
        source = writer.source(sheet.type, audience, channel, stage)
        texts.append(writer.write(source, whole, context, shared))
    return texts


def place_in_chain(stage: Stage) -> int:
    """Return the number of a text nobody has released yet: the first is 1 and any other 2."""
    return 1 if stage is Stage.FIRST else SECOND

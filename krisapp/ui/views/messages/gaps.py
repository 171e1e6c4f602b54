"""Cells of the matrix for which no text can be written yet (luckor): what is missing, and how to mend it."""

from typing import NamedTuple

from krisapp.domain.phrase_bank import spoken
from krisapp.domain.plan import Plan
from krisapp.domain.words import N_, _

_OTHERS = "C20"
_MEND = N_("Ingen fras är granskad på annat språk. Låt någon granska i Plan och hämta till händelsen.")


class Gap(NamedTuple):
    """Why a cell has no text: in two words, and in a sentence that says how to mend it. `to` is where, in the plan."""

    title: str
    short: str
    sentence: str
    to: str


def gaps_in(plan: Plan) -> dict[tuple[str, str], Gap]:
    """Return the cells that wait for reviewed phrases, by audience and channel (rule ME11)."""
    if spoken(plan) or not plan.phrases:
        return {}
    audiences = {row.id: row.short for row in plan.audiences}
    channels = {row.id: row.short for row in plan.channels}
    to = f"phrase:{plan.phrases[0].id}"
    return {
        (cell.audience, cell.channel): Gap(
            f"{audiences[cell.audience]} · {channels[cell.channel]}", _("ej granskat"), _(_MEND), to
        )
        for cell in plan.matrix
        if cell.channel == _OTHERS
    }

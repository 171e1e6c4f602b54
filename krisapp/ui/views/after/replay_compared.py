"""Comparing what was out with what was known then (ute och känt): plain values, to be compared in the background."""

from collections.abc import Sequence

import msgspec

from krisapp.compose.template_fault import TemplateFault
from krisapp.compose.writing import writer_for
from krisapp.domain.checks import Context, Stage
from krisapp.domain.consistency.comparison import compare
from krisapp.domain.consistency.contradiction import Contradiction, Told
from krisapp.domain.plan import Plan
from krisapp.domain.replaying import Out
from krisapp.domain.sheet import Sheet
from krisapp.texts import Texts


class Published(msgspec.Struct, frozen=True):
    """A text that was out, with the template it came from and the circumstances it was written in."""

    out: Out
    template: str
    context: Context


def published(outs: Sequence[Out], texts: Texts) -> tuple[Published, ...]:
    """Return what is needed to say what each text would have been on the facts known at the moment."""
    made = []
    for out in outs:
        stage = Stage(out.stage)
        issued = out.released.at.replace(second=0, microsecond=0)
        context = msgspec.structs.replace(texts.context(out.message, stage), issued=issued, number=out.number)
        made.append(Published(out, texts.template(out.message, stage), context))
    return tuple(made)


def contradictions_then(texts: Sequence[Published], sheet: Sheet, plan: Plan) -> tuple[Contradiction, ...]:
    """Return where the texts that were out contradicted the facts known then, or one another."""
    writer = writer_for(plan)
    told = []
    for one in texts:
        try:
            expected = writer.words(one.template, sheet, one.context)
        except TemplateFault:
            # What is not known yet leaves a blank that cannot be filled: then the sheet's own words are the ground.
            expected = ""
        told.append(Told(one.out.message, one.out.text, expected, one.out.stage))
    return tuple(compare(told, sheet, plan))

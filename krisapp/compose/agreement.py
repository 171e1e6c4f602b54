"""The texts of an incident beside what their templates give on the same fact sheet, ready to be compared."""

from collections.abc import Sequence

import msgspec

from krisapp.compose.sheet_view import Shared
from krisapp.compose.template_fault import TemplateFault
from krisapp.compose.writing import writer_for
from krisapp.domain.checks import Context
from krisapp.domain.consistency.comparison import compare
from krisapp.domain.consistency.contradiction import Contradiction, Told
from krisapp.domain.plan import Plan
from krisapp.domain.sheet import Correction, Sheet


class Drafted(msgspec.Struct, frozen=True):
    """One message as plain values: the source as it stands, the template's, and the circumstances of its text.

    `mends` are the words of its own that a correction has.
    """

    id: str
    source: str
    template: str
    context: Context
    mends: Correction | None = None


def contradictions(drafts: Sequence[Drafted], sheet: Sheet, plan: Plan) -> tuple[Contradiction, ...]:
    """Return what contradicts in the texts of an incident; a draft whose blanks are broken is not read.

    Works on plain values alone, so that it can run away from the window.
    """
    writer = writer_for(plan)
    shared: Shared = {}
    texts = []
    for draft in drafts:
        read, known = (
            (sheet, shared) if draft.mends is None else (msgspec.structs.replace(sheet, correction=draft.mends), None)
        )
        try:
            expected = writer.words(draft.template, read, draft.context, known)
            untouched = draft.source == draft.template
            text = expected if untouched else writer.words(draft.source, read, draft.context, known)
        except TemplateFault:
            continue
        texts.append(Told(draft.id, text, expected, draft.context.stage.value))
    return tuple(compare(texts, sheet, plan))

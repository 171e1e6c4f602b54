"""What one blank of a draft gives on the sheet as it stands (fältets värde)."""

from typing import TYPE_CHECKING

from krisapp.compose.derived import DERIVED
from krisapp.compose.filling import filled
from krisapp.compose.sheet_view import SheetView
from krisapp.compose.template_fault import TemplateFault
from krisapp.compose.writing import writer_for
from krisapp.domain.checks import Stage
from krisapp.domain.words import _
from krisapp.ui.views.situation.names import listed

if TYPE_CHECKING:
    from krisapp.ui.live import Live


def blank_value(live: "Live", id: str, stage: Stage, blank: str) -> str:
    """Return a blank's value and what it comes from: "kl. 18.00 (nästa besked)"; for a broken one, why."""
    sheet = live.incident.sheet
    view = SheetView(sheet, live.texts.context(id, stage), writer_for(live.plan).ground(sheet.type), DERIVED)
    try:
        value = filled(blank, view)
    except TemplateFault as fault:
        return fault.sentence
    names = listed(tuple(sorted(view.read)))
    shown = value or _("inget än, raden utgår")
    return _("{value} (från {names})").format(value=shown, names=names) if names else shown

"""What a request for a VMA needs from someone now (omprövning), for the overview."""

from datetime import datetime

from krisapp.domain.checklists import Mark as Done
from krisapp.domain.incident import Incident
from krisapp.domain.warning_review import reviews
from krisapp.domain.words import _
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.need import Need
from krisapp.ui.widgets.clock import span
from krisapp.ui.widgets.marks import Mark, Shape


def reviews_due(incident: Incident, now: datetime) -> list[Need]:
    """Return a row for each request whose time to be looked at again has come (K14-10), and that nobody has ticked."""
    found = []
    for item, due in reviews(incident):
        ticked = incident.marks.get(item.id)
        if due > now or (ticked is not None and ticked.state is not Done.OPEN):
            continue
        detail = _("Omprövas nu. Den gäller tills ni har begärt något annat.")
        mark = Mark(_("{span} sen").format(span=span(now - due)), Tone.ALARM, Shape.TRIANGLE)
        message = item.id.removeprefix("VMA-").rpartition("-")[0]
        found.append(Need(item.id, item.text, detail, mark, "reach", f"vma:{message}"))
    return found

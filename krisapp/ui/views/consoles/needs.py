"""What two consoles have set apart (kräver åtgärd), as the overview lists it."""

from krisapp.domain.conflicts import conflicts
from krisapp.domain.incident import Incident
from krisapp.domain.plan import Plan
from krisapp.domain.words import _
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.consoles.conflict_words import about
from krisapp.ui.views.need import Need
from krisapp.ui.widgets.marks import Mark, Shape


def set_apart(incident: Incident, plan: Plan) -> list[Need]:
    """Return one row for each conflict outside the fact sheet; those on it the overview tells of by itself."""
    found = [(one, about(one, incident, plan)) for one in conflicts(incident) if one.path[0] not in ("fields", "facts")]
    return [
        Need(
            f"set apart {one.key}",
            _("Två uppgifter står mot varandra: {name}").format(name=what.title),
            _("Ctrl+Skift+T visar dem bredvid varandra, med vem och när."),
            Mark(_("konflikt"), Tone.ALARM, Shape.CROSS),
            what.screen,
            what.item,
        )
        for one, what in found
    ]

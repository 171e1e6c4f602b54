"""The line of the overview that says that the site is behind what has gone out (kräver åtgärd, row CN5)."""

from krisapp.documents.site.told import told_by
from krisapp.domain.incident import Incident
from krisapp.domain.plan import Plan
from krisapp.domain.site_history import not_on_site
from krisapp.domain.words import _
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.need import Need
from krisapp.ui.views.reaching.site.site_words import missing_words
from krisapp.ui.widgets.marks import Mark, Shape


def site_needs(incident: Incident, plan: Plan) -> list[Need]:
    """Return one row when texts have gone out since the site was published, else none."""
    missing = not_on_site(incident, told_by(incident, plan).versions)
    if not missing:
        return []
    mark = Mark(_("publicera"), Tone.WAIT, Shape.HALF)
    words = missing_words(incident, missing)
    return [Need("site", _("Webbplatsen är inte uppdaterad"), words, mark, "reach", "site")]

"""How rumours are told in their list (rykten)."""

from krisapp.domain.answering.rumours import VERDICT_NAMES, Rumour, Verdict, in_order
from krisapp.domain.incident import Incident
from krisapp.domain.words import _, ngettext
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.questions.listed import Listed, places_words
from krisapp.ui.widgets.marks import Mark, Shape

_SIGNS = {
    Verdict.UNVERIFIED: (Tone.WAIT, Shape.RING),
    Verdict.FALSE: (Tone.INFO, Shape.CROSS),
    Verdict.TRUE: (Tone.GOOD, Shape.CHECK),
    Verdict.PARTLY: (Tone.WAIT, Shape.HALF),
}


def rumour_rows(incident: Incident) -> list[Listed]:
    """Return the rumours as rows, those nobody has checked on top."""
    return [
        Listed(one.id, one.heard.text, _detail(one), _times(one.count), verdict_mark(one)) for one in in_order(incident)
    ]


def verdict_mark(rumour: Rumour) -> Mark:
    """Return what checking has shown."""
    return Mark(_(VERDICT_NAMES[rumour.verdict]), *_SIGNS[rumour.verdict])


def _times(count: int) -> str:
    return ngettext("{count} gång", "{count} gånger", count).format(count=count)


def _detail(rumour: Rumour) -> str:
    parts = [
        rumour.heard.fact,
        rumour.heard.where,
        places_words(rumour.tally),
        _("{who} kontrollerar").format(who=rumour.checker.value) if rumour.checker.value else "",
        rumour.outcome.value or "",
    ]
    return " · ".join(part for part in parts if part)

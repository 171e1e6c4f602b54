"""How long ago a contact was checked (kontrollerad): fresh for a quarter, then due, then overdue (handbook 3.6)."""

from datetime import date
from enum import Enum
from functools import lru_cache

from krisapp.domain.words import N_, _, ngettext
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.widgets.marks import Mark, Shape

DUE_AFTER = 92
"""Days after which a contact should be checked again."""

OVERDUE_AFTER = 183
"""Days after which nobody should trust it without a check."""


class Freshness(Enum):
    """How far a contact can be trusted."""

    FRESH = "fresh"
    DUE = "due"
    OVERDUE = "overdue"
    NEVER = "never"


_SIGNS = {
    Freshness.FRESH: (Tone.GOOD, Shape.CHECK),
    Freshness.DUE: (Tone.WAIT, Shape.CLOCK),
    Freshness.OVERDUE: (Tone.ALARM, Shape.TRIANGLE),
    Freshness.NEVER: (Tone.ALARM, Shape.TRIANGLE),
}


@lru_cache(maxsize=4096)
def days_since(checked: str, today: date) -> int | None:
    """Return how many days ago an ISO date was; None for none, or one that cannot be read."""
    try:
        return max((today - date.fromisoformat(checked)).days, 0)
    except ValueError:
        return None


def freshness(checked: str, today: date) -> Freshness:
    """Return how far a contact checked on this date can be trusted."""
    days = days_since(checked, today)
    if days is None:
        return Freshness.NEVER
    if days > OVERDUE_AFTER:
        return Freshness.OVERDUE
    return Freshness.DUE if days > DUE_AFTER else Freshness.FRESH


def checked_mark(checked: str, today: date) -> Mark:
    """Return the whole sentence with its shape and tone: kontrollerad för 100 dagar sedan."""
    days = days_since(checked, today)
    if days is None:
        words = _("aldrig kontrollerad")
    elif days == 0:
        words = _("kontrollerad i dag")
    else:
        words = ngettext("kontrollerad för {days} dag sedan", "kontrollerad för {days} dagar sedan", days).format(
            days=days
        )
    return Mark(words, *_SIGNS[freshness(checked, today)])


def stale_mark(checked: str, today: date) -> Mark | None:
    """Return a short mark for a list, or None while the contact is fresh: a calm list shows what needs someone."""
    state = freshness(checked, today)
    if state is Freshness.FRESH:
        return None
    days = days_since(checked, today)
    words = _(_UNCHECKED) if days is None else _("{days} dagar").format(days=days)
    return Mark(words, *_SIGNS[state])


_UNCHECKED = N_("okontrollerad")

"""Whether a text is older than what is known: rule Q26 (7.3)."""

import re

from krisapp.domain.checks import Context, Finding, Severity
from krisapp.domain.language.clock import clock
from krisapp.domain.language.reading import read
from krisapp.domain.months import MONTHS
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import _

_STAMP = re.compile(
    rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})(?: kl\.| klockan|,)? (\d{{1,2}})[.:](\d\d)\b",
)
_HOURS, _MINUTES = 24, 60


def older_than_facts(text: str, _sheet: Sheet, context: Context) -> list[Finding]:
    """Find that the text says it was written before the fact sheet last changed (Q26).

    A text without a time of its own, and a sheet of which nobody knows when it changed, give none.
    """
    changed = context.facts_changed
    found = _STAMP.search(read(text).lower) if changed else None
    if changed is None or found is None or not changed.tzinfo:
        return []
    day, month, year, hour, minute = int(found[1]), MONTHS.index(found[2]) + 1, *map(int, found.groups()[2:])
    last = changed.astimezone(context.issued.tzinfo)
    if hour >= _HOURS or minute >= _MINUTES or (year, month, day, hour, minute) >= last.timetuple()[:5]:
        return []
    return [
        Finding(
            "Q26",
            Severity.WARNING,
            found.span(),
            _("Texten är äldre än faktaunderlaget, som ändrades {clock}.").format(clock=clock(last)),
            _("Läs om texten mot Läge och ge den en ny tid."),
        )
    ]

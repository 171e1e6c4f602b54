"""Checks of one line at a time, remembered: the texts of an incident share most of their lines.

Fifty texts say the same thing to eight audiences, and one who types changes one line of a text. A line that has been
checked in the same circumstances is not checked again.
"""

import msgspec

from krisapp.domain.checks import Check, Context, Finding
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import language_in_force

SHORT = frozenset({"C05"})
"""Channels in the alphabet of text messages, where a hyphen and a short date save room (7.9)."""

NAMES_WARNINGS = frozenset({"C14", "C17"})
"""Channels that request a warning or report one, and so may name it (F11)."""

_MOST_SCOPES = 16
_MOST_LINES = 4096
_LONGEST = 1000


class ByLine:
    """Some checks as one. Each must find the same in a line alone as in its text.

    Of the circumstances they may look at the sheet, and at what `_scope` names.
    """

    def __init__(self, *checks: Check) -> None:
        self.checks = checks
        self._known: dict[object, tuple[Sheet, dict[str, tuple[Finding, ...]]]] = {}

    def __call__(self, text: str, sheet: Sheet, context: Context) -> list[Finding]:
        """Return the findings of all lines."""
        known = self._lines(sheet, context)
        findings: list[Finding] = []
        start = 0
        for line in text.split("\n"):
            found = known.get(line)
            if found is None:
                found = tuple(one for check in self.checks for one in check(line, sheet, context))
                if len(line) <= _LONGEST:
                    known[line] = found
            if found:
                findings += [_moved(one, start) for one in found]
            start += len(line) + 1
        return findings

    def _lines(self, sheet: Sheet, context: Context) -> dict[str, tuple[Finding, ...]]:
        scope = (id(sheet), _scope(context))
        held = self._known.get(scope)
        if held is None or held[0] is not sheet or len(held[1]) > _MOST_LINES:
            if len(self._known) >= _MOST_SCOPES:
                self._known.clear()
            held = self._known[scope] = (sheet, {})
        return held[1]


def _scope(context: Context) -> tuple[object, ...]:
    return (
        language_in_force(),
        context.external,
        context.channel in SHORT,
        context.channel in NAMES_WARNINGS,
        context.issued.date(),
        context.sender,
        context.radio,
        context.names,
        context.telephones,
    )


def _moved(finding: Finding, by: int) -> Finding:
    if not by:
        return finding
    return msgspec.structs.replace(finding, span=(finding.span[0] + by, finding.span[1] + by))

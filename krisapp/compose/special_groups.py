"""Advice to special groups (särskilda grupper, domain handbook 6.1): who is affected more than others, by the sheet."""

from krisapp.compose.sheet_view import Derive, Lines, SheetView
from krisapp.compose.wording import sentence


def _lines_to(audience: str) -> Derive:
    def lines(view: SheetView) -> Lines:
        """Return the first advice to each group that the sheet names, a line each; the group reads whether it is it."""
        affected = [group.lower() for group in view.value("affected_groups")]
        found: dict[tuple[str, ...], str] = {}
        for advice in view.ground.groups:
            if audience in advice.audiences and any(group.startswith(advice.groups) for group in affected):
                found.setdefault(advice.groups, sentence(advice.line))
        return tuple(found.values())

    return lines


SPECIAL_GROUPS: dict[str, Derive] = {
    "groups_residents": _lines_to("E1"),
    "groups_business": _lines_to("E2"),
    "groups_seasonal": _lines_to("E3"),
}
"""What blanks of texts to an audience with special groups in it may name."""

"""The blanks a template can hold (fält), as templates write them, with their value in the incident it is tried on."""

from collections import Counter

from krisapp.compose.blanks import lines_of
from krisapp.compose.derived import DERIVED
from krisapp.compose.sandbox import BLANK
from krisapp.compose.sheet_view import SheetView
from krisapp.compose.writing import Writer
from krisapp.domain.checks import Context
from krisapp.domain.fields import label_of
from krisapp.domain.plan import Plan
from krisapp.domain.sheet import Sheet
from krisapp.ui.views.messages.blank_values import Value

LONGEST = 120


def field_rows(plan: Plan, sheet: Sheet, context: Context, writer: Writer) -> list[Value]:
    """Return every blank a template may hold, those the sheet has something for first."""
    view = SheetView(sheet, context, writer.ground(sheet.type), DERIVED)
    written = _most_used(plan)
    rows = []
    for name in DERIVED.allowed.names:
        value = " / ".join(lines_of(view.value(name)))
        shown = value if len(value) <= LONGEST else f"{value[:LONGEST].rstrip()} …"
        rows.append(Value(written.get(name, f"{{{{ {name} }}}}"), label_of(name), shown))
    return sorted(rows, key=lambda row: (not row.value, row.label.casefold(), row.blank))


def _most_used(plan: Plan) -> dict[str, str]:
    """Return for each name the way templates write it most often, with its filters."""
    counted = Counter(blank for one in plan.templates for blank in BLANK.findall(one.text) if "<<" not in blank)
    found: dict[str, str] = {}
    for blank, _count in counted.most_common():
        name = blank.strip("{} ").partition("|")[0].strip()
        found.setdefault(name, blank)
    return found

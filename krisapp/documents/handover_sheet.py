"""The handover sheet on paper (överlämningsblad): the points of the sheet, and lines to sign on for both."""

from krisapp.documents.frame import STAFF, sent_by
from krisapp.domain.incident import Incident
from krisapp.domain.leading.staff.handover_brief import Brief
from krisapp.domain.words import _


def handover_paper(incident: Incident, sheet: Brief) -> dict[str, object]:
    """Return what `documents.pdf` makes the sheet of, by its template `report`."""
    blocks: list[dict[str, object]] = []
    for number, section in enumerate(sheet.sections, 1):
        blocks.append({"kind": "heading", "text": f"{number}. {section.title}"})
        blocks.append(
            {"kind": "list", "items": list(section.lines)} if section.lines else {"kind": "text", "text": section.none}
        )
    blocks.append({"kind": "signatures", "labels": [_("Lämnar över"), _("Tar över")]})
    return {
        "title": sheet.title,
        **sent_by(incident.plan, _(STAFF)),
        "date": sheet.made.isoformat(timespec="minutes"),
        "foot": f"{incident.id} {incident.sheet.name}",
        "secrecy": _("Kan omfattas av sekretess: bemanning och uthållighet, OSL 18:13."),
        "exercise": sheet.exercise,
        "blocks": blocks,
    }

"""The frame of a paper (ramen): whose it is, how it looks and what it belongs to, the same for every document."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from krisapp.documents.paper import Paper
from krisapp.domain.language.clock import stamp
from krisapp.domain.profile import Dress, dress_of
from krisapp.domain.words import N_, _

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident
    from krisapp.domain.plan import Plan

Block = dict[str, Any]
"""A piece of a document of the template `report`, by its `kind`."""

STAFF = N_("Krisledningsstaben")
SECRECY = N_("Innehåller uppgifter som omfattas av sekretess. Lämnas inte ut utan prövning.")


def sent_by(plan: "Plan | None", *under: str) -> dict[str, object]:
    """Return who stands behind a document, for `compile_pdf`: the municipality, `under` it who made it, and its look.

    Every document begins with the sender by the graphic profile (rule P36).
    """
    dress = dress_of(plan)
    return {"sender": [dress.sender[0] if dress.sender else _("Kommunen"), *under], "dress": worn(dress)}


def worn(dress: Dress) -> dict[str, object]:
    """Return a graphic profile as the frame of the templates wears it."""
    return {
        "colour": dress.colour,
        "accent": dress.accent,
        "headings": dress.headings.value,
        "logo": dress.logo_drawing,
        "logo_says": dress.logo_says,
        "lines": list(dress.sender[1:]),
    }


def incident_paper(
    incident: "Incident",
    title: str,
    now: datetime,
    blocks: Sequence[Block],
    *,
    under: str = STAFF,
    more: Mapping[str, object] | None = None,
) -> Paper:
    """Return a paper of an incident; `more` are further values of `compile_pdf`, such as `landscape` or `secrecy`.

    An exercise is marked by the template, and first in the name of the file (rule P62).
    """
    about = f"{incident.id} {incident.sheet.name}"
    data = {
        **sent_by(incident.plan, _(under)),
        "title": title,
        "date": now.isoformat(timespec="minutes"),
        "stamps": [incident.id, _("Utskrivet {time}").format(time=stamp(now))],
        "foot": f"{about}, {title}",
        "exercise": incident.exercise,
        "blocks": list(blocks),
        **(more or {}),
    }
    return Paper(title=title, file_name=file_name(incident.id, title), data=data)


def file_name(*parts: str) -> str:
    """Return the proposed name of a PDF, without the signs a file system refuses."""
    name = " ".join(part for part in parts if part)
    return "".join("-" if sign in '<>:"/\\|?*' else sign for sign in name).strip(" .")[:120] + ".pdf"


def heading(text: str, level: int = 2) -> Block:
    """Return a heading; the title is level 1, and no level may be skipped."""
    return {"kind": "heading", "level": level, "text": text}


def words(text: str) -> Block:
    """Return text in paragraphs, with an empty line between them."""
    return {"kind": "text", "text": text}


def listed(items: Sequence[str]) -> Block:
    """Return a list of points."""
    return {"kind": "list", "items": list(items)}


def fields(rows: Sequence[tuple[str, str]]) -> Block:
    """Return names with their values; those without a value are left out."""
    return {"kind": "fields", "rows": [[name, value] for name, value in rows if value]}


def table(
    columns: Sequence[tuple[str, int]], rows: Sequence[Sequence[str]], *, size: float = 9, empty: str = ""
) -> Block:
    """Return a table: names of columns with their share of the width (0 for what its words need), and rows."""
    named = [{"name": name, "width": width or "auto"} for name, width in columns]
    return {
        "kind": "table",
        "columns": named,
        "rows": [list(row) for row in rows],
        "size": size,
        "empty": empty or _("Inget att visa."),
    }


def reached(numbers: Sequence[str]) -> str:
    """Return telephone numbers side by side, each in one piece: half a number on a line is dialled wrong."""
    return "  ".join(number.replace(" ", "\u00a0") for number in numbers)


def new_page() -> Block:
    """Return the beginning of a new page."""
    return {"kind": "pagebreak"}

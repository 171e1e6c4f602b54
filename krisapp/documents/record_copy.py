"""A copy of the record as a document (kopia av handling): PDF and text, with what is secret gone or still in it."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from krisapp.documents.frame import sent_by
from krisapp.documents.pdf import compile_pdf
from krisapp.domain.incident import Incident
from krisapp.domain.language.clock import stamp
from krisapp.domain.records.record_copies import PART_NAMES, CopiedLine, Copy, Part
from krisapp.domain.words import _

Block = dict[str, Any]


def copy_pdf(incident: Incident, copy: Copy, at: datetime) -> bytes:
    """Return a copy as PDF. What was covered is not in the file in any form."""
    plan = incident.plan
    return compile_pdf(
        "report",
        {
            "title": copy_title(incident, copy),
            **sent_by(plan),
            "date": at.isoformat(timespec="minutes"),
            "stamps": [incident.id, stamp(at)],
            "foot": copy_title(incident, copy),
            "exercise": incident.exercise,
            "secrecy": "" if copy.selection.masked else _("Kan innehålla uppgifter som omfattas av sekretess"),
            "landscape": any((copy.lines, copy.decisions)),
            "blocks": [_head(copy), *_blocks(copy)],
        },
    )


def copy_text(incident: Incident, copy: Copy, at: datetime) -> str:
    """Return a copy as plain text, an exercise marked first and last (rule P62)."""
    lines = [copy_title(incident, copy), stamp(at), "", _head(copy)["text"], ""]
    for block in _blocks(copy):
        lines += [*_plain(block), ""]
    if incident.exercise:
        lines = [_("ÖVNING"), "", *lines, _("ÖVNING")]
    return "\n".join(lines).rstrip("\n") + "\n"


def copy_title(incident: Incident, copy: Copy) -> str:
    """Return what a copy is called: "Maskad kopia av FLN-2027-001 Dricksvatten Malmköping"."""
    words = _("Maskad kopia av {id} {name}") if copy.selection.masked else _("Kopia av {id} {name}")
    return words.format(id=incident.id, name=copy.name)


def _head(copy: Copy) -> Block:
    """Return what the copy says of itself: what it holds, from when, and how much is covered by which ground."""
    selection = copy.selection
    held = ", ".join(_(PART_NAMES[part]).lower() for part in selection.parts)
    sentences = [_("Kopian har: {parts}.").format(parts=held)]
    if selection.since or selection.until:
        since = stamp(selection.since) if selection.since else _("början")
        until = stamp(selection.until) if selection.until else _("nu")
        sentences.append(_("Tid: från {since} till {until}.").format(since=since, until=until))
    if selection.masked and copy.covers:
        counted = "; ".join(f"{ground} ({count} st)" for ground, count in sorted(copy.covers.items()))
        sentences.append(_("Maskeringar efter lagrum: {counted}.").format(counted=counted))
    elif selection.masked:
        sentences.append(_("Inget är maskat."))
    return {"kind": "text", "text": " ".join(sentences)}


def _blocks(copy: Copy) -> Iterator[Block]:
    for part, lines in ((Part.LOG, copy.lines), (Part.DECISIONS, copy.decisions)):
        if part in copy.selection.parts:
            yield _heading(part)
            yield _log_table(lines)
    if Part.TEXTS in copy.selection.parts:
        yield _heading(Part.TEXTS)
        if not copy.texts:
            yield {"kind": "text", "text": _("Ingen text har gått ut.")}
        for text in copy.texts:
            yield {"kind": "heading", "level": 3, "text": f"{text.title}, {_('nr')} {text.number}"}
            yield {
                "kind": "fields",
                "rows": [
                    [_("Skede"), text.stage],
                    [_("Gick ut"), stamp(text.at)],
                    [_("Godkänd av"), text.approved_by or _("ingen")],
                    [_("Faktaunderlag"), _("version {version}").format(version=text.facts_version)],
                    [_("Kontrollsumma"), text.sha256],
                    *([[_("Diarienummer"), text.registered]] if text.registered else []),
                ],
            }
            yield {"kind": "text", "text": text.text}
    if Part.FACTS in copy.selection.parts:
        yield _heading(Part.FACTS)
        columns = [(_("Nr"), 1), (_("Status"), 3), (_("Uppgift"), 12), (_("Källa"), 4), (_("Lagrum"), 3)]
        yield _table(columns, [[one.id, one.status, one.text, one.source, one.ground] for one in copy.facts])


def _heading(part: Part) -> Block:
    return {"kind": "heading", "level": 2, "text": _(PART_NAMES[part])}


def _log_table(lines: tuple[CopiedLine, ...]) -> Block:
    columns = [
        (_("Nr"), 2),
        (_("Hände"), 4),
        (_("Inskrivet"), 4),
        (_("Slag"), 4),
        (_("Text"), 20),
        (_("Källa"), 5),
        (_("Av"), 5),
    ]
    return _table(columns, [_log_row(line) for line in lines])


def _log_row(line: CopiedLine) -> list[str]:
    text = line.text
    if line.status:
        text = f"{text} ({line.status.lower()})"
    if line.struck:
        text = _("[struken: {reason}] {text}").format(reason=line.struck, text=text)
    if line.paper:
        text = _("{text} (från papper nr {number})").format(text=text, number=line.paper)
    if line.registered:
        text = _("{text} (diarienr {number})").format(text=text, number=line.registered)
    moments = [f"{moment:%Y-%m-%d %H.%M}" for moment in (line.happened, line.entered)]
    writer = ", ".join(part for part in (line.writer, line.role) if part)
    return [line.number, *moments, line.kind, text, line.source, writer]


def _table(columns: list[tuple[str, int]], rows: list[list[str]]) -> Block:
    return {
        "kind": "table",
        "columns": [{"name": name, "width": width} for name, width in columns],
        "rows": rows,
        "size": 8,
        "empty": _("Inget att visa."),
    }


def _plain(block: Block) -> list[str]:
    match block["kind"]:
        case "heading":
            return [block["text"].upper() if block["level"] == 2 else block["text"]]
        case "fields":
            return [f"{name}: {value}" for name, value in block["rows"]]
        case "table":
            names = [column["name"] for column in block["columns"]]
            return ["\t".join(names), *("\t".join(" ".join(cell.split()) for cell in row) for row in block["rows"])]
        case _:
            return [block["text"]]

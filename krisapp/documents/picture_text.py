"""The situation picture (lägesbilden) as plain text and as what a PDF is made of, in an internal and an open version.

What is secret stands only in the internal version, with its legal ground, and that version says so (rule P31). In the
open one the same words are covered wherever they stand, also what became secret after a version was fixed.
"""

from collections.abc import Sequence
from datetime import datetime

from krisapp.channels.exercise_marks import FULL
from krisapp.documents.frame import STAFF, sent_by
from krisapp.domain.incident import Incident
from krisapp.domain.language.clock import stamp
from krisapp.domain.leading.picture.picture import GROUPS, Change, Part
from krisapp.domain.leading.picture.picture_lines import BASIS_NAMES, Said
from krisapp.domain.records.redaction import Redaction
from krisapp.domain.words import N_, _

SECRECY = N_("Intern version. Innehåller uppgifter som omfattas av sekretess. Lämnas inte ut utan prövning.")


def heading_of(number: int, at: datetime) -> str:
    """Return what a version is called: "Lägesbild 3, fredag 11 juni 2027 kl. 14.00"; number 0 is not fixed yet."""
    if not number:
        return _("Lägesbild, {time}, inte fastställd").format(time=stamp(at))
    return _("Lägesbild {number}, {time}").format(number=number, time=stamp(at))


def picture_text(
    incident: Incident,
    number: int,
    at: datetime,
    parts: Sequence[Part],
    changed: Sequence[Change] = (),
    *,
    internal: bool,
) -> str:
    """Return a picture as text, with what has changed since the one before; an exercise is marked (rule P62)."""
    redaction = None if internal else Redaction(incident)
    lines = [heading_of(number, at), f"{incident.id} {incident.sheet.name}"]
    if internal and has_secrets(parts):
        lines += ["", _(SECRECY)]
    for part in parts:
        lines += ["", _(GROUPS[part.group].name).upper()]
        lines += [f"– {told(line, redaction)}" for line in part.lines]
    if changed:
        lines += ["", _("ÄNDRAT SEDAN FÖRRA LÄGESBILDEN")]
        lines += [f"– {change_told(one, redaction)}" for one in changed]
    if incident.exercise:
        lines = [FULL, "", *lines, "", FULL]
    return "\n".join(lines) + "\n"


def picture_paper(
    incident: Incident,
    number: int,
    at: datetime,
    parts: Sequence[Part],
    changed: Sequence[Change] = (),
    *,
    internal: bool,
) -> dict[str, object]:
    """Return what `documents.pdf` makes the picture of, by its template `report`."""
    redaction = None if internal else Redaction(incident)
    blocks: list[dict[str, object]] = []
    for part in parts:
        blocks.append({"kind": "heading", "text": _(GROUPS[part.group].name)})
        blocks.append({"kind": "list", "items": [told(line, redaction) for line in part.lines]})
    if changed:
        blocks.append({"kind": "heading", "text": _("Ändrat sedan förra lägesbilden")})
        blocks.append({"kind": "list", "items": [change_told(one, redaction) for one in changed]})
    paper: dict[str, object] = {
        "title": heading_of(number, at),
        **sent_by(incident.plan, _(STAFF)),
        "date": f"{at:%Y-%m-%dT%H:%M}",
        "foot": f"{incident.id} {incident.sheet.name}",
        "exercise": incident.exercise,
        "blocks": blocks,
    }
    return paper | ({"secrecy": _(SECRECY)} if internal and has_secrets(parts) else {})


def has_secrets(parts: Sequence[Part]) -> bool:
    """Return whether anything in a picture is secret."""
    return any(line.ground for part in parts for line in part.lines)


def told(line: Said, redaction: Redaction | None) -> str:
    """Return a line as it is read: words, basis and source; with a redaction nothing secret in it."""
    words = _("{text} [{basis}; {origin}]").format(
        text=said(line, redaction), basis=_(BASIS_NAMES[line.basis]), origin=_open(line.origin, redaction)
    )
    if not line.ground:
        return words
    return words if redaction else _("{words} Sekretess enligt {ground}.").format(words=words, ground=line.ground)


def said(line: Said, redaction: Redaction | None) -> str:
    """Return the words of a line; with a redaction what is secret is covered, the whole line or words in it."""
    if redaction and line.ground:
        return redaction.covered(line.ground)
    return _open(line.text, redaction)


def change_told(change: Change, redaction: Redaction | None) -> str:
    """Return what differs in one line: new, gone or other words.

    What is secret now, or was, is left out of the open version both before and after.
    """
    before, after = change
    ground = next((line.ground for line in (after, before) if line and line.ground), "")
    if redaction and ground:
        return redaction.covered(ground)
    if after is None:
        return _("Borta: {words}").format(words=said(before, redaction) if before else "")
    if before is None:
        return _("Nytt: {words}").format(words=said(after, redaction))
    words = _("Ändrat: {words} Tidigare: {before}")
    return words.format(words=told(after, redaction), before=said(before, redaction))


def _open(text: str, redaction: Redaction | None) -> str:
    return redaction.text(text) if redaction else text

"""The log on paper (loggen): every line of what is shown, lying, with who wrote it and when it happened.

It is for those who work: secret lines stand with their ground. What goes to others is a copy (`record_copy`).
"""

from collections.abc import Sequence
from datetime import datetime

from krisapp.documents.frame import SECRECY, Block, incident_paper, table, words
from krisapp.documents.paper import Paper
from krisapp.domain.facts import STATUS_NAMES
from krisapp.domain.incident import Incident
from krisapp.domain.language.clock import stamp
from krisapp.domain.log import KIND_NAMES, Line
from krisapp.domain.words import N_, Refused, _

MOST_LINES = 5000
"""Lines of one paper: two hundred and fifty pages."""


def log_paper(incident: Incident, now: datetime, lines: Sequence[Line] | None = None, *, code: str = "") -> Paper:
    """Return the log, or these lines of it. `code` is the check code of the journal, if one is wanted.

    Raises `Refused` for more lines than anybody prints.
    """
    shown = incident.log if lines is None else lines
    if len(shown) > MOST_LINES:
        raise Refused(
            N_("Urvalet har {count} poster. Högst {most} får plats på papper: sök eller filtrera först."),
            count=len(shown),
            most=MOST_LINES,
        )
    about: list[Block] = []
    if shown:
        first, last = shown[0], shown[-1]
        told = _("{count} av loggens {all} poster, från nr {first} till nr {last}, {since} till {until}.")
        about = [
            words(
                told.format(
                    count=len(shown),
                    all=len(incident.log),
                    first=first.number,
                    last=last.number,
                    since=stamp(min(line.happened for line in shown)),
                    until=stamp(max(line.happened for line in shown)),
                )
            )
        ]
    columns = [(_("Nr"), 0), (_("Hände"), 0), (_("Slag"), 0), (_("Text"), 20), (_("Källa"), 5), (_("Av"), 5)]
    rows = [_row(incident, line) for line in shown]
    more = {
        "landscape": True,
        "check_code": code,
        "secrecy": _(SECRECY) if any(line.ground for line in shown) else "",
    }
    blocks = [*about, table(columns, rows, size=8.5, empty=_("Loggen är tom."))]
    return incident_paper(incident, _("Logg"), now, blocks, more=more)


def _row(incident: Incident, line: Line) -> list[str]:
    text = line.text
    if line.status:
        text = f"{text} ({_(STATUS_NAMES[line.status]).lower()})"
    if line.ground:
        text = _("{text} [sekretess: {ground}]").format(text=text, ground=line.ground)
    if line.struck:
        text = _("[struken: {reason}] {text}").format(reason=line.struck_reason, text=text)
    if line.late:
        text = _("{text} [inskrivet {time}]").format(text=text, time=f"{line.stamp.at:%Y-%m-%d %H.%M}")
    if line.paper:
        text = _("{text} [från papper nr {number}]").format(text=text, number=line.paper)
    writer = ", ".join(part for part in (incident.name_of(line.stamp.person), line.role) if part)
    moment = f"{line.happened:%Y-%m-%d %H.%M}"
    return [line.label, moment, _(KIND_NAMES[line.kind]), text, line.source, writer]

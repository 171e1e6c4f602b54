"""Alerts of others as incoming reports (inkommande): what each says as text, unverified, and no fact of ours."""

from datetime import datetime
from typing import TYPE_CHECKING

from krisapp.documents.cap.reading import read_alerts
from krisapp.documents.cap.told import sender_of, told
from krisapp.domain.leading.task.incoming import Means
from krisapp.domain.leading.task.incoming_history import ReportReceived
from krisapp.domain.leading.task.receiving import LONGEST, receive_report
from krisapp.domain.words import N_, Refused

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

MOST = 20
"""Alerts taken in at once: more would bury what people report."""


def reports_of(incident: "Incident", content: bytes, now: datetime) -> tuple[ReportReceived, ...]:
    """Return a report for each alert of a file. Raises `Refused` as `read_alerts`, and for more than `MOST`."""
    read = read_alerts(content)
    if len(read) > MOST:
        raise Refused(
            N_("Filen har {count} varningar. Högst {most} tas in på en gång; hämta dem för ett mindre område."),
            count=len(read),
            most=MOST,
        )
    return tuple(
        receive_report(incident, sender_of(one)[:80], _in_a_row(told(one)), now, now, means=Means.TEXT) for one in read
    )


def _in_a_row(text: str) -> str:
    """Return lines as a report has them: in one paragraph no longer than it may be, each still told apart."""
    row = " · ".join(" ".join(line.split()) for line in text.split("\n") if line.strip())
    return row if len(row) <= LONGEST else f"{row[: LONGEST - 1]}…"

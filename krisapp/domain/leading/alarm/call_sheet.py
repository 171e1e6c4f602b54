"""The call list on paper (ringlistan): numbered rows to ring by, and entering it again with the times that stand there.

The rows follow from the plan, the type and the level when it was printed, so that a row's number means the same person
when the paper comes back, whatever has happened since.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.events import Event
from krisapp.domain.leading.alarm.alarm_chain import chain
from krisapp.domain.leading.alarm.calling import Outcome, TakenBack, end
from krisapp.domain.records import papers
from krisapp.domain.records.papers import Form, Number, Papers
from krisapp.domain.words import N_, Refused

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident


class SheetRow(msgspec.Struct, frozen=True):
    """A row of the printed list: its number from 1, the post, and one who can fill it; `rank` 0 is the ordinary."""

    number: int
    post: str
    person: str
    rank: int


class Noted(msgspec.Struct, frozen=True):
    """What somebody wrote on a row: what the call came to, when, and when the person would be there."""

    row: SheetRow
    outcome: Outcome
    at: datetime
    eta: datetime | None = None


def rows_at(incident: "Incident", level: str) -> tuple[SheetRow, ...]:
    """Return the rows of a list printed at a level."""
    if incident.plan is None:
        return ()
    people = [
        (post.id, person, rank)
        for post in chain(incident.plan, level, incident.sheet.type)
        for rank, person in enumerate(post.people)
    ]
    return tuple(SheetRow(number, post, person, rank) for number, (post, person, rank) in enumerate(people, 1))


def rows_of(incident: "Incident", number: Number) -> tuple[SheetRow, ...]:
    """Return the rows of a numbered paper: by the level when it was printed, or as it stands for one from elsewhere."""
    paper = incident.part(Papers).by_number.get(number)
    level = incident.sheet.level
    if paper is not None and paper.handed:
        printed = paper.handed[0].at
        before = [code for code, _reason, stamp in incident.levels if stamp.at <= printed]
        level = before[-1] if before else level
    return rows_at(incident, level)


def enter_calls(
    incident: "Incident", number: Number, noted: Sequence[Noted], now: datetime, *, elsewhere: bool = False
) -> tuple[Event, ...]:
    """Enter a call list from paper (skriv in ringlista), in one go: each call at its own time, naming the paper.

    Raises `Refused` for a number of another form, used or unknown, for nothing noted, and what `calling.end` refuses.
    """
    if number.form is not Form.CALLS:
        raise Refused(N_("{number} är ingen ringlista. Skriv in det under Efter, Pappersblad."), number=str(number))
    papers.check_unused(incident, number)
    if not elsewhere and number not in incident.part(Papers).by_number:
        raise Refused(
            N_("Papper nr {number} är inte utskrivet i den här händelsen. Kontrollera numret på papperet."),
            number=str(number),
        )
    if not noted:
        raise Refused(N_("Skriv minst en rad från papperet."))
    ended = (
        end(incident, one.row.post, one.row.person, one.outcome, one.at, now, eta=one.eta, paper=str(number))
        for one in noted
    )
    return papers.Entered(number.form, number.place, len(noted), number.series), *ended


def take_back_calls(entry: str, calls: Sequence[str]) -> tuple[Event, ...]:
    """Take back a list that was just entered (ångra): its number is free again, and its calls do not count."""
    return papers.TakenBack(entry), *(TakenBack(one) for one in calls)

"""The list for whoever goes round with posters (hänglista, nedtagningslista): where, in which order, up or down.

One paper for both, so that nobody goes the same way twice. It is ticked by hand and read back into the register.
"""

from collections.abc import Sequence
from datetime import datetime

from krisapp.documents.frame import Block, heading, incident_paper, table, words
from krisapp.documents.paper import Paper
from krisapp.domain.goals import Goal
from krisapp.domain.incident import Incident
from krisapp.domain.posting import Hangs, Posting
from krisapp.domain.words import _


def posting_paper(incident: Incident, message: str, found: Sequence[Posting], now: datetime) -> Paper:
    """Return the list as a paper; `found` is in the order to go round."""
    number = len(incident.message(message).releases)
    order = {one.goal: at for at, one in enumerate(found, 1)}
    down = [one for one in found if one.there is not None and one.how is Hangs.OLD]
    up = [one for one in found if one.how is not Hangs.NEWEST]
    blocks = [
        words(_("Gå i nummerordning. Skriv klockslag och namn när det är gjort, och ring sedan in.")),
        heading(_("Ta ner")),
        _down(down, order),
        heading(_("Häng upp nr {number}").format(number=number)),
        _up(up, order, incident),
    ]
    title = _("Hänglista: {message}").format(message=incident.title_of(message))
    return incident_paper(incident, title, now, blocks, more={"landscape": True})


def _down(rows: Sequence[Posting], order: dict[Goal, int]) -> Block:
    return table(
        [*_place_columns(), (_("Ta ner nr"), 1), *_done_columns()],
        [
            [str(order[one.goal]), one.where, _way(one), str(one.there.number) if one.there else "", "", ""]
            for one in rows
        ],
        empty=_("Inget hänger som måste tas ner."),
    )


def _up(rows: Sequence[Posting], order: dict[Goal, int], incident: Incident) -> Block:
    return table(
        [*_place_columns(), (_("Antal"), 1), (_("Vem"), 2), *_done_columns()],
        [
            [
                str(order[one.goal]),
                one.where,
                _way(one),
                str(one.copies),
                incident.name_of(one.carrier) or one.responsible,
                "",
                "",
            ]
            for one in rows
        ],
        empty=_("Det nyaste anslaget hänger överallt."),
    )


def _place_columns() -> list[tuple[str, int]]:
    return [(_("Nr"), 0), (_("Plats"), 3), (_("Nyckel och kontakt"), 3)]


def _done_columns() -> list[tuple[str, int]]:
    return [(_("Klart kl."), 1), (_("Namn"), 2)]


def _way(one: Posting) -> str:
    shelter = _("under tak") if one.sheltered else ""
    return ", ".join(part for part in (one.key, one.contact, shelter) if part)

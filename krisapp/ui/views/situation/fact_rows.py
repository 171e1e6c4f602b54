"""The facts in a list (uppgifter): status by word and shape, source, time, secrecy, and how many texts use each."""

from typing import NamedTuple

from PySide6.QtCore import QObject

from krisapp.domain.facts import STATUS_NAMES, Fact, Status
from krisapp.domain.words import N_, _, ngettext
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.rows import Column, RowsModel

LOOKS = {
    Status.CONFIRMED: (Tone.GOOD, Shape.CHECK),
    Status.UNCONFIRMED: (Tone.WAIT, Shape.HALF),
    Status.RUMOUR: (Tone.ALARM, Shape.TRIANGLE),
    Status.REFUTED: (Tone.INFO, Shape.CROSS),
    Status.OUTDATED: (Tone.NEUTRAL, Shape.DASH),
}


class FactRow(NamedTuple):
    """A fact, how many texts use it, and whether two values of it stand."""

    fact: Fact
    users: int
    contested: bool


def status_mark(status: Status) -> Mark:
    """Return a status as word, shape and tone."""
    return Mark(_(STATUS_NAMES[status]), *LOOKS[status])


def facts_model(parent: QObject) -> RowsModel[FactRow]:
    """Return a model of facts."""
    return RowsModel(
        (Column(N_("Uppgift"), lambda row: row.fact.text, _mark, _detail),),
        lambda row: row.fact.id,
        parent,
    )


def _mark(row: FactRow) -> Mark:
    if row.contested:
        return Mark(_("Två uppgifter"), Tone.ALARM, Shape.TRIANGLE)
    return status_mark(row.fact.status)


def _detail(row: FactRow) -> str:
    fact = row.fact
    secret = _("Sekretess, {ground}").format(ground=fact.legal_ground) if fact.secret else ""
    return " · ".join(part for part in (fact.id, secret, fact.time.replace(":", "."), fact.source, _users(row)) if part)


def _users(row: FactRow) -> str:
    words = ngettext("används i {count} text", "används i {count} texter", row.users)
    return words.format(count=row.users) if row.users else ""

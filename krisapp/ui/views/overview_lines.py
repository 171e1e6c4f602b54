"""The last lines of the log (senaste loggposter), as the overview lists them."""

from typing import NamedTuple

from krisapp.domain.log import KIND_NAMES, Line
from krisapp.domain.words import N_, _
from krisapp.ui.widgets.clock import at
from krisapp.ui.widgets.rows import Column


class Last(NamedTuple):
    """A line as it is shown here; a line itself changes when it is struck."""

    id: str
    text: str
    detail: str


def last_of(line: Line) -> Last:
    """Return a line as it is shown here: what is secret only as that."""
    words = _("kl. {time}, {kind}").format(time=at(line.happened), kind=_(KIND_NAMES[line.kind]))
    text = _("Sekretessmarkerad post") if line.ground else line.text
    return Last(line.stamp.id, text, _("{words}, struken").format(words=words) if line.struck else words)


def last_key(row: Last) -> str:
    """Return what names a line."""
    return row.id


def _text(row: Last) -> str:
    return row.text


def _detail(row: Last) -> str:
    return row.detail


COLUMNS = (Column[Last](N_("Loggpost"), _text, detail=_detail),)

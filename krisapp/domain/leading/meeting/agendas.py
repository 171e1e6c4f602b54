"""The agendas of meetings (dagordningar), domain handbook 3.8: points with planned minutes, one locked (P51)."""

from collections.abc import Sequence

import msgspec

from krisapp.domain.leading_rows import AgendaPoint, AgendaRow


class Point(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A point of an agenda (punkt) with its planned minutes.

    A locked point can be neither taken away nor left empty (rule P51). `beside` names what of the situation picture
    is shown as support beside it, by the groups of `picture_lines`.
    """

    id: str
    text: str
    minutes: int = 0
    locked: bool = False
    beside: tuple[str, ...] = ()


class Agenda(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """An agenda (dagordning). `minutes` is how long the meeting may be; `standing` that people stand."""

    id: str
    name: str
    minutes: int
    points: tuple[Point, ...]
    standing: bool = False


def agendas_of(rows: Sequence[AgendaRow], points: Sequence[AgendaPoint]) -> tuple[Agenda, ...]:
    """Return the agendas that rows of the plan stand for, each with its points.

    A point's name within a meeting is its id without that of the agenda, so that notes find the same point again.
    """
    return tuple(
        Agenda(
            row.id,
            row.name,
            row.minutes,
            tuple(
                Point(one.id.removeprefix(f"{row.id}."), one.text, one.minutes, one.locked, one.beside)
                for one in points
                if one.agenda == row.id
            ),
            row.standing,
        )
        for row in rows
    )

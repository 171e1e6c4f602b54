"""The agendas of meetings (dagordningar), domain handbook 3.8: points with planned minutes, one locked (P51)."""

import msgspec


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

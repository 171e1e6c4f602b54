"""The rows of the plan that the staff leads by: agendas and their points, the calling order, the units that report."""

from krisapp.domain.plan_rows import Row

SHORTEST_RHYTHM = 15
"""The fewest minutes between two reports of a unit (rule P54)."""


class AgendaRow(Row, frozen=True):
    """An agenda of the plan (dagordning), domain handbook 3.8. `minutes` is how long the meeting may be.

    `standing` says that people stand. Its points are rows of their own.
    """

    id: str
    rank: int
    name: str
    minutes: int = 0
    standing: bool = False


class AgendaPoint(Row, frozen=True):
    """A point of an agenda (punkt på dagordningen). `id` begins with that of the agenda and a full stop.

    A `locked` point is communication, which no agenda is without (rule P51). `beside` names what of the situation
    picture is shown beside it.
    """

    id: str
    rank: int
    agenda: str
    text: str
    minutes: int = 0
    locked: bool = False
    beside: tuple[str, ...] = ()


class CallStep(Row, frozen=True):
    """A step of the calling order (ringordning), domain handbook 3.5: who is rung, by whom and how soon.

    `role` is rung with its deputies in the order of its holders. With an `organisation` instead, its contacts are
    rung. With neither, the step is for all other roles that are manned. `caller` is the role that rings, `within` the
    minutes from the alarm in which it should be done.
    """

    id: str
    rank: int
    role: str = ""
    organisation: str = ""
    caller: str = ""
    within: int = 0


class ReportingUnit(Row, frozen=True):
    """A unit that is to report (verksamhet som rapporterar), rule P54: whom to ask, and how often in minutes.

    It reports in every incident, or only in those of the `types` named.
    """

    id: str
    rank: int
    name: str
    contact: str = ""
    minutes: int = 120
    types: tuple[str, ...] = ()

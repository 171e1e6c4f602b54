"""Who may decide what in the plan (delegationstabellen, row ME6), and the templates that are approved in advance."""

from krisapp.domain.plan_rows import Row


class Delegation(Row, frozen=True):
    """A line of the delegation table: whoever holds `role` may approve, or ask for, texts of one kind.

    `kind` is official, political, vma or template; `person` narrows it to one holder of the role. `valid_from` and
    `valid_to` are ISO dates, both days included, and an empty one has no end. `decided` is the ISO date of `decision`.
    """

    id: str
    rank: int
    kind: str
    role: str
    decision: str
    person: str = ""
    decided: str = ""
    valid_from: str = ""
    valid_to: str = ""
    note: str = ""


class PreApproval(Row, frozen=True):
    """A template that is approved in advance (förhandsgodkänd mall), domain handbook 3.3.

    It holds for texts of one channel at one stage, in one type of incident or in all, to one audience or to all.
    `person` took the decision, by the delegation for templates that `role` has.
    """

    id: str
    rank: int
    channel: str
    stage: str
    role: str
    person: str
    decision: str
    valid_to: str
    audience: str = ""
    type: str = ""
    decided: str = ""
    valid_from: str = ""
    note: str = ""

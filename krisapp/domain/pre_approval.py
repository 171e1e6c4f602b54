"""Templates that are approved in advance (mallar godkända i förväg), domain handbook 3.3 and row ME6.

What was approved is the template, so it counts only for a text that is the template untouched, where all that fills the
blanks is confirmed and no check has anything to say. It is never silent: the text is shown as approved by that
decision, and the approval is written in the journal like any other when the text is released.
"""

from datetime import date
from typing import TYPE_CHECKING

from krisapp.domain.approval import IN_ADVANCE, Approved, kind_of
from krisapp.domain.checks import Severity, Stage
from krisapp.domain.delegation import TextKind, authority, holds_on
from krisapp.domain.delegation_rows import PreApproval
from krisapp.domain.facts import Status
from krisapp.domain.messages import Message, Rendering, digests, version_of
from krisapp.domain.words import N_, Refused

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

_FACT = "facts."


def in_advance(
    incident: "Incident", message: Message, stage: Stage, seen: Rendering, day: date, *, edited: bool
) -> PreApproval | None:
    """Return the decision by which a text is approved in advance on a day, or None when a person has to approve it."""
    plan = incident.plan
    if plan is None or edited or kind_of(message) is not TextKind.OFFICIAL or message.draft.contested:
        return None
    if any(finding.severity in (Severity.STOP, Severity.WARNING) for finding in seen.findings):
        return None
    if not _confirmed(incident, seen.uses):
        return None
    return next(
        (
            row
            for row in plan.pre_approvals
            if row.channel == message.channel
            and row.stage == stage
            and row.audience in ("", message.audience)
            and row.type in ("", incident.sheet.type)
            and holds_on(row.valid_from, row.valid_to, day)
            and authority(plan, row.person, TextKind.TEMPLATE, day) is not None
        ),
        None,
    )


def _confirmed(incident: "Incident", uses: tuple[str, ...]) -> bool:
    """Return whether all that fills the blanks is undisputed, and each fact among it confirmed (rule P34)."""
    if incident.contested.intersection(uses):
        return False
    status = {f"{_FACT}{fact.id}": fact.status for fact in incident.sheet.facts}
    return all(status.get(name) is Status.CONFIRMED for name in uses if name.startswith(_FACT))


def approve_in_advance(
    incident: "Incident", id: str, seen: Rendering, day: date, *, stage: Stage, edited: bool, person: str
) -> Approved:
    """Write down that a text is approved by a decision taken in advance, bound to the text as seen.

    `person` is the one at the desk. Raises `Refused` when no decision covers it, and for the one who took the decision:
    two pairs of eyes are needed all the same (rule P53).
    """
    message = incident.message(id)
    row = in_advance(incident, message, stage, seen, day, edited=edited)
    if row is None:
        raise Refused(N_("Texten är inte godkänd i förväg. Någon annan måste godkänna den."))
    if row.person == person:
        raise Refused(
            N_("{name} har godkänt mallen i förväg. Någon annan måste släppa den."), name=incident.name_of(person)
        )
    return Approved(
        id,
        version_of(id, stage, seen.text),
        seen.text,
        stage,
        digests(incident.sheet, seen.uses),
        row.person,
        row.role,
        IN_ADVANCE,
        (),
        incident.version,
        incident.name_of(row.person),
        row.decision,
    )

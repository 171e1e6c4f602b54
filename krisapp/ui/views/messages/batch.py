"""Releasing several texts in one go, in policy order (samlad utsändning), each decided as if those before it were out.

Nothing is decided here: `release.decide` and `release.release` are asked of a copy of the incident, text by text, so
that the residents' text that goes out first lets the rest follow in the same act (rules P28, P56).
"""

import copy
from collections.abc import Iterable, Mapping
from datetime import datetime

import msgspec
from msgspec.structs import replace

from krisapp.domain import release
from krisapp.domain.events import Event, Stamp
from krisapp.domain.incident import Incident
from krisapp.domain.release import Decision, NeedsReason, Reason, Released
from krisapp.domain.words import Refused


class Step(msgspec.Struct, frozen=True):
    """One text of the batch: what the table of decisions says of it, and the event if it may go out.

    `before` is what has to be written first: the approval a template had in advance.
    """

    id: str
    decision: Decision
    event: Released | None
    before: tuple[Event, ...] = ()


def in_order(incident: Incident, ids: Iterable[str]) -> tuple[str, ...]:
    """Return messages in release order: audiences in policy order, own pages first (P56, P64)."""
    ranks = {audience.id: audience.rank for audience in incident.plan.audiences} if incident.plan else {}
    return tuple(sorted(ids, key=lambda one: release.order(incident.message(one), ranks)))


def steps(
    incident: Incident,
    ids: Iterable[str],
    now: datetime,
    reason: Reason | None = None,
    reason_text: str = "",
    before: Mapping[str, tuple[Event, ...]] | None = None,
) -> tuple[Step, ...]:
    """Return what would happen if these messages were released now, in order; the incident is left as it is.

    A text that needs a reason has no event until one is given, but those after it are decided as if it had one.
    """
    copied = _copy(incident)
    stamp = Stamp("", "", 0, 0, int(now.timestamp() * 1000), 0, "")
    found = []
    for id in in_order(incident, ids):
        first = (before or {}).get(id, ())
        for one in first:
            one.apply(copied, stamp)
        decision = release.decide(copied, copied.message(id))
        event = None
        if not isinstance(decision, Refused):
            needs = isinstance(decision, NeedsReason)
            supposed = release.release(copied, id, reason or Reason.OTHER, reason_text or "–")
            supposed.apply(copied, stamp)
            event = supposed if not needs or _given(decision, reason, reason_text) else None
        found.append(Step(id, decision, event, first))
    return tuple(found)


def _given(decision: Decision, reason: Reason | None, text: str) -> bool:
    """Return whether the reason is enough: outside danger to life it is also written in words (P16, P17)."""
    offered = isinstance(decision, NeedsReason) and decision.offered is not None
    return reason is not None and (offered or bool(text.strip()))


def _copy(incident: Incident) -> Incident:
    copied = copy.copy(incident)
    copied.messages = {
        id: replace(message, draft=copy.deepcopy(message.draft), releases=list(message.releases))
        for id, message in incident.messages.items()
    }
    copied.log, copied.lines, copied.broken = [], {}, set(incident.broken)
    return copied

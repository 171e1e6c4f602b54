"""Promises (nästa besked): what each released text said about the next one, kept or broken (rules P8, P58, ME8)."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.checks import Stage
from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.log import Kind
from krisapp.domain.words import N_

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident


class Promise(msgspec.Struct, frozen=True):
    """A time at which the next word was promised, the texts that promised it, and the time it came, if it did."""

    due: datetime
    made: datetime
    messages: tuple[str, ...]
    kept: datetime | None

    def broken(self, now: datetime) -> bool:
        """Return whether the time passed without a word; a whole minute is still in time."""
        limit = self.due + timedelta(minutes=1)
        return (self.kept or now) >= limit


def promises(incident: "Incident") -> list[Promise]:
    """Return every promise the released texts made, soonest first.

    It is kept by the first external text released after it was made that no longer promises that time: an update, a
    correction or the last word.
    """
    outgoing = sorted(
        (
            (release, message.id)
            for message in incident.messages.values()
            if message.audience.startswith("E")
            for release in message.releases
        ),
        key=lambda pair: (pair[0].stamp.wall, pair[1]),
    )
    found: dict[datetime, list[str]] = {}
    made: dict[datetime, datetime] = {}
    for release, id in outgoing:
        if release.next_update is not None:
            found.setdefault(release.next_update, []).append(id)
            made.setdefault(release.next_update, release.stamp.at)
    return [
        Promise(
            due,
            made[due],
            tuple(dict.fromkeys(found[due])),
            next(
                (
                    release.stamp.at
                    for release, _id in outgoing
                    if release.stamp.at >= made[due] and release.stage is not Stage.FIRST and release.next_update != due
                ),
                None,
            ),
        )
        for due in sorted(found)
    ]


def standing(incident: "Incident") -> Promise | None:
    """Return the promise people are waiting for now: the latest that nothing has kept."""
    waiting = [promise for promise in promises(incident) if promise.kept is None]
    return waiting[0] if waiting else None


def closed(incident: "Incident") -> bool:
    """Return whether the last word has gone to everybody who has had a text: nothing more is to be waited for."""
    outs = [message.out for message in incident.messages.values() if message.out is not None]
    return bool(outs) and all(out.stage is Stage.FINAL for out in outs)


@event("promise.broken")
class Broken(Event, frozen=True):
    """The promised time passed without a word. Twice for the same time counts once."""

    due: datetime

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Log it once."""
        if self.due in incident.broken:
            return
        incident.broken.add(self.due)
        incident.note(
            stamp,
            Kind.COMMUNICATION,
            N_("Utlovat besked kl. {time} kom inte ut i tid."),
            time=self.due.strftime("%H.%M"),
        )


def broken(incident: "Incident", now: datetime) -> list[Broken]:
    """Return an event for each promise that has just been broken and is not logged yet (rule P8)."""
    return [
        Broken(promise.due)
        for promise in promises(incident)
        if promise.broken(now) and promise.due not in incident.broken
    ]

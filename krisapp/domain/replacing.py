"""Replacing (utbyte): a text that no longer holds is followed to every place it reached, until each has been replaced.

Row ME7, domain handbook 6.7: a correction goes to the same channels as the faulty text. What is told on a screen is
replaced when a newer text has been released there. Paper goes on hanging, so it is replaced when the dispatch register
says that a newer one hangs in its place, or when a person says that it is gone.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from krisapp.domain.checks import Stage
from krisapp.domain.dispatch import WAYS, Dispatch, Way
from krisapp.domain.dispatch import State as Carried
from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.log import Kind
from krisapp.domain.messages import STAGE_NAMES, Message, Release, changed_since
from krisapp.domain.words import N_, Later, Refused, _

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

Place = tuple[str, int, str]
"""Where a version is: the message, the number of the version, and the dispatch that took it there, or nothing."""


class How(StrEnum):
    """How a person knows that a text that no longer holds is not read any more."""

    REPLACED = "replaced"
    TAKEN_DOWN = "taken_down"
    UNAFFECTED = "unaffected"


HOW_NAMES = {
    How.REPLACED: N_("utbytt"),
    How.TAKEN_DOWN: N_("nedtagen"),
    How.UNAFFECTED: N_("berörs inte"),
}


class Left(msgspec.Struct, frozen=True):
    """One place where a text that no longer holds is still read (kvar att byta).

    `number` is the version there, `stage` what it has to give way to, `since` when that was decided or released.
    `town` and `where` are empty for a whole channel.
    """

    message: str
    number: int
    stage: Stage
    since: Stamp
    dispatch: str = ""
    town: str = ""
    where: str = ""

    @property
    def place(self) -> Place:
        """Return what a confirmation names."""
        return self.message, self.number, self.dispatch


class Replacing(msgspec.Struct):
    """What has been decided and confirmed so far."""

    decided: list["tuple[ReplacementDecided, Stamp]"] = msgspec.field(default_factory=list)
    confirmed: "dict[Place, ReplacementConfirmed]" = msgspec.field(default_factory=dict)


@event("replacement.decided")
class ReplacementDecided(Event, frozen=True):
    """Somebody decided that what is out has to give way, before the new text exists. No messages means all of them."""

    stage: Stage
    reason: str
    messages: tuple[str, ...] = ()

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Put what is out on the list."""
        incident.replacing.decided.append((self, stamp))
        incident.note(
            stamp,
            Kind.DECISION,
            N_("Det som är ute ska bytas: {stage}. {reason}"),
            stage=Later(lambda: _(STAGE_NAMES[self.stage]).lower()),
            reason=self.reason,
        )


@event("replacement.confirmed")
class ReplacementConfirmed(Event, frozen=True):
    """Somebody saw to it that a text is not read any more in a place. It counts for that version and no other."""

    message: str
    number: int
    how: How
    dispatch: str = ""
    note: str = ""

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Tick the place off."""
        incident.replacing.confirmed[self.message, self.number, self.dispatch] = self
        _note(incident, self, stamp, N_("{message}, nr {number}, {where}: {how}. {note}"))


@event("replacement.reopened")
class ReplacementReopened(Event, frozen=True):
    """Somebody found that a text that was ticked off is still read in a place."""

    message: str
    number: int
    dispatch: str = ""

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Put the place back on the list."""
        was = incident.replacing.confirmed.pop((self.message, self.number, self.dispatch), None)
        if was is not None:
            _note(incident, was, stamp, N_("{message}, nr {number}, {where}: finns kvar."))


def _note(incident: "Incident", about: ReplacementConfirmed, stamp: Stamp, sentence: str) -> None:
    incident.note(
        stamp,
        Kind.COMMUNICATION,
        sentence,
        message=Later(lambda: incident.title_of(about.message)),
        number=str(about.number),
        where=Later(lambda: _where(incident.dispatches.get(about.dispatch)) or _("hela kanalen")),
        how=Later(lambda: _(HOW_NAMES[about.how])),
        note=about.note,
    )


def remaining(incident: "Incident") -> tuple[Left, ...]:
    """Return where texts that no longer hold are still read, by message and then by the oldest version."""
    turns = list(_turns(incident))
    return tuple(
        left
        for id in sorted(incident.messages)
        for left in _of_message(incident, incident.messages[id], turns)
        if left.place not in incident.replacing.confirmed
    )


def decide_replacement(
    incident: "Incident", stage: Stage, reason: str, messages: tuple[str, ...] = ()
) -> ReplacementDecided:
    """Decide that what is out has to give way (ska bytas). Raises `Refused` without a reason, or with nothing out."""
    if stage is Stage.FIRST:
        raise Refused(N_("Ett första besked ersätter inget. Välj rättelse, återkallelse eller något annat."))
    if not reason.strip():
        raise Refused(N_("Skriv varför texterna ska bytas."))
    if not any(incident.message(id).out for id in messages or tuple(incident.messages)):
        raise Refused(N_("Ingen text är ute ännu."))
    return ReplacementDecided(stage, reason.strip(), messages)


def confirm_replaced(incident: "Incident", place: Place, how: How, note: str = "") -> ReplacementConfirmed:
    """Tick a place off (klart). Raises `Refused` when nothing is left there, or without a note why it is unaffected."""
    if place not in {left.place for left in remaining(incident)}:
        raise Refused(N_("Här finns inget kvar att byta."))
    if how is How.UNAFFECTED and not note.strip():
        raise Refused(N_("Skriv varför texten inte berörs."))
    message, number, dispatch = place
    return ReplacementConfirmed(message, number, how, dispatch, note.strip())


def reopen(incident: "Incident", place: Place) -> ReplacementReopened:
    """Put a place back (finns kvar). Raises `Refused` when it was never ticked off."""
    if place not in incident.replacing.confirmed:
        raise Refused(N_("Platsen är inte avbockad."))
    return ReplacementReopened(*place)


class _Turn(NamedTuple):
    """A point after which earlier texts have to give way: when, to what, which messages (none for all), which wave."""

    stamp: Stamp
    stage: Stage
    messages: tuple[str, ...] = ()
    wave: tuple[int, int] = (0, 0)


def _turns(incident: "Incident") -> Iterator[_Turn]:
    for decided, stamp in incident.replacing.decided:
        yield _Turn(stamp, decided.stage, decided.messages)
    for message in incident.messages.values():
        for release in message.releases:
            if release.stage is not Stage.FIRST:
                yield _Turn(release.stamp, release.stage, (), _wave(message, release))


def _wave(message: Message, release: Release) -> tuple[int, int]:
    """Return which round of texts a release belongs to: its version of the sheet, and which time in its own chain.

    Corrections of the same error go out one after another, and the last does not make the first one wrong.
    """
    same = [one for one in message.releases if (one.stage, one.facts_version) == (release.stage, release.facts_version)]
    return release.facts_version, same.index(release)


def _of_message(incident: "Incident", message: Message, turns: list[_Turn]) -> Iterator[Left]:
    """Yield where versions of one message are still read: what is out, and what hangs since before."""
    paper = WAYS.get(message.channel) is Way.PAPER
    for at, release in enumerate(message.releases, 1):
        newer = message.releases[at] if at < len(message.releases) else None
        turn = _Turn(newer.stamp, newer.stage) if newer else _first_turn(incident, message, release, turns)
        if turn is None or (newer and not paper):
            continue
        carried = [one for one in incident.dispatches.values() if _is_at(one, message.id, release.number)]
        if not (newer and carried):
            yield Left(message.id, release.number, turn.stage, turn.stamp)
        for one in carried:
            if not _taken_over(incident, one):
                yield Left(message.id, release.number, turn.stage, turn.stamp, one.id, one.place, one.where)


def _first_turn(incident: "Incident", message: Message, release: Release, turns: list[_Turn]) -> _Turn | None:
    """Return the first point after a release at which it has to give way.

    All but an update concern every text that is out; an update those that used what has changed since.
    """
    stale = bool(changed_since(incident.sheet, release.uses))
    own = _wave(message, release)
    after = [
        turn
        for turn in turns
        if _order(turn.stamp) > _order(release.stamp)
        and (not turn.messages or message.id in turn.messages)
        and (stale or turn.stage is not Stage.UPDATE)
        and not (turn.wave[0] and turn.stage is release.stage and own >= turn.wave)
    ]
    return min(after, key=lambda turn: _order(turn.stamp), default=None)


def _order(stamp: Stamp) -> tuple[int, str, int]:
    return stamp.tick, stamp.stream, stamp.seq


def _is_at(one: Dispatch, message: str, number: int) -> bool:
    return one.state is Carried.DONE and one.message == message and one.number == number


def _taken_over(incident: "Incident", one: Dispatch) -> bool:
    """Return whether a newer version has come to the same spot."""
    return any(
        other.state is Carried.DONE and other.spot == one.spot and other.number > one.number
        for other in incident.dispatches.values()
    )


def _where(one: Dispatch | None) -> str:
    return ", ".join(part for part in (one.place, one.where) if part) if one else ""

"""Handing a role over (överlämning): offered by one, confirmed by the one who takes over (rows AC4 and AC5, list K08).

The role changes hands only by the confirmation. What was handed over is kept with the offer, as it was read.
"""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.leading.staff.endurance import account_for_rest, rest_before
from krisapp.domain.leading.staff.staffing import Spell, Staffing, later_name, log_duty, role_name
from krisapp.domain.words import N_, Refused

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident


class Means(StrEnum):
    """How the receiving person confirmed: at this console, or by telephone or in the room to the one who notes it."""

    HERE = "here"
    TOLD = "told"


MEANS_NAMES = {Means.HERE: N_("själv, här"), Means.TOLD: N_("muntligt")}


class Handover(msgspec.Struct):
    """One handover: offered, and confirmed or taken back. `id` is the entry that offered it."""

    id: str
    offered: "Offered"
    stamp: Stamp
    confirmed: "Confirmed | None" = None
    confirmed_by: Stamp | None = None
    withdrawn: bool = False

    @property
    def waits(self) -> bool:
        """Return whether it waits for the receiving person."""
        return self.confirmed is None and not self.withdrawn


class Handovers:
    """What an incident keeps of its handovers; answers that come before their offer wait for it."""

    def __init__(self) -> None:
        self.all: dict[str, Handover] = {}
        self.confirmed: dict[str, tuple[Confirmed, Stamp]] = {}
        self.withdrawn: set[str] = set()

    def waiting(self) -> list[Handover]:
        """Return the handovers that wait to be confirmed, the oldest first."""
        return [one for one in self.all.values() if one.waits]


@event("handover.offered")
class Offered(Event, frozen=True):
    """Somebody offers to hand a post over. `brief` is the handover sheet as it was read then.

    `note` is what only the giver knows: risks of the coming shift and practical things.
    """

    post: str
    giver: str
    receiver: str
    brief: str = ""
    note: str = ""

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Keep it and log it."""
        handovers = incident.part(Handovers)
        confirmed, by = handovers.confirmed.get(stamp.id, (None, None))
        handovers.all[stamp.id] = Handover(stamp.id, self, stamp, confirmed, by, stamp.id in handovers.withdrawn)
        log_duty(
            incident,
            stamp,
            stamp.at,
            N_("{person} lämnar över rollen {role} till {receiver}. Väntar på bekräftelse."),
            self.post,
            self.giver,
            receiver=later_name(incident, self.receiver),
        )


@event("handover.confirmed")
class Confirmed(Event, frozen=True):
    """The receiving person took over, at `at`. It says all itself, so that it holds before its offer has come."""

    handover: str
    post: str
    giver: str
    receiver: str
    at: datetime
    means: Means
    reason: str = ""

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return who stands in the post."""
        return incident.part(Staffing).register(self.post).heads

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Change who is in the post, close the handover and log who confirmed it."""
        handovers = incident.part(Handovers)
        if self.handover in handovers.confirmed:
            return
        handovers.confirmed[self.handover] = (self, stamp)
        offered = handovers.all.get(self.handover)
        if offered is not None:
            offered.confirmed, offered.confirmed_by = self, stamp
        incident.part(Staffing).begin(Spell(stamp.id, self.post, self.receiver, self.at, self.giver), stamp)
        sentence = {
            Means.HERE: N_("{person} har tagit över som {role} efter {giver} kl. {time} och bekräftat det själv."),
            Means.TOLD: N_("{person} har tagit över som {role} efter {giver} kl. {time} och bekräftat det muntligt."),
        }[self.means]
        giver = later_name(incident, self.giver)
        log_duty(incident, stamp, self.at, sentence, self.post, self.receiver, giver=giver)
        if self.reason:
            short = N_("{person} har inte fått elva timmars vila. Skäl: {reason}")
            log_duty(incident, stamp, self.at, short, self.post, self.receiver, reason=self.reason)


@event("handover.withdrawn")
class Withdrawn(Event, frozen=True):
    """The one who offered it, or another, took the offer back: nobody took over."""

    handover: str

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Close it and log that; one that was confirmed meanwhile stays confirmed."""
        handovers = incident.part(Handovers)
        handovers.withdrawn.add(self.handover)
        offered = handovers.all.get(self.handover)
        if offered is None:
            return
        offered.withdrawn = True
        sentence = N_("{person} lämnar inte över rollen {role}: överlämningen är tillbakatagen.")
        log_duty(incident, stamp, stamp.at, sentence, offered.offered.post, offered.offered.giver)


def offer(incident: "Incident", post: str, giver: str, receiver: str, brief: str = "", note: str = "") -> Offered:
    """Offer to hand a post over (lämna över). Raises `Refused` if the giver has none, for oneself, or when it waits."""
    if not receiver:
        raise Refused(N_("Välj vem som tar över."))
    if receiver == giver:
        raise Refused(N_("Man kan inte lämna över till sig själv."))
    if giver not in {spell.person for spell in incident.part(Staffing).standing(post)}:
        raise Refused(
            N_("{name} är inte i tjänst som {role}."), name=incident.name_of(giver), role=role_name(incident, post)
        )
    if any(one.offered.post == post for one in incident.part(Handovers).waiting()):
        raise Refused(N_("En överlämning av rollen väntar redan på bekräftelse. Bekräfta den eller ta tillbaka den."))
    return Offered(post, giver, receiver, brief, note.strip())


def confirm(
    incident: "Incident", handover: str, by: str, now: datetime, means: Means, *, reason: str = ""
) -> Confirmed:
    """Confirm a handover (bekräfta). Only the receiving person can.

    Raises `Refused` for anybody else, for one that is closed, or when the receiver has rested less than eleven hours
    and no reason says why (arbetstidslagen).
    """
    one = incident.part(Handovers).all.get(handover)
    if one is None or not one.waits:
        raise Refused(N_("Överlämningen är redan avslutad."))
    receiver = one.offered.receiver
    if by != receiver:
        raise Refused(N_("Bara {name}, som tar över, kan bekräfta."), name=incident.name_of(receiver))
    kept = check_rest(incident, receiver, now, reason)
    return Confirmed(handover, one.offered.post, one.offered.giver, receiver, now, means, kept)


def check_rest(incident: "Incident", receiver: str, now: datetime, reason: str) -> str:
    """Return the reason to keep when the receiver has rested less than eleven hours (arbetstidslagen), or nothing.

    Raises `Refused` when one is needed and missing.
    """
    return account_for_rest(incident, receiver, rest_before(incident, receiver, now), reason)


def withdraw(incident: "Incident", handover: str) -> Withdrawn:
    """Take an offer back (ta tillbaka). Raises `Refused` when it is closed."""
    one = incident.part(Handovers).all.get(handover)
    if one is None or not one.waits:
        raise Refused(N_("Överlämningen är redan avslutad."))
    return Withdrawn(handover)

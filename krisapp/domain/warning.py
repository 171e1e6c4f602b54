"""Asking for a warning to the public (begäran om VMA), handbook chapter 8: what a person says has been done.

The program transmits nothing and knows nothing of what is sent. It keeps what people report: that the request was
decided, that SOS Alarm was called, that they confirmed it, that the text was read back, that it was heard on the air.
"""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.log import Kind
from krisapp.domain.words import N_, Later, Refused, _

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

WARNINGS = ("E1-C14.sv", "E3-C14.sv")
"""The texts by which a warning is asked for: to residents, and to those who are there for the season."""


class Step(StrEnum):
    """How far a request has come, in the order it goes (domain handbook 8.4)."""

    CALLED = "called"
    CONFIRMED = "confirmed"
    READ_BACK = "read_back"
    SENT = "sent"
    OVER_ASKED = "over_asked"
    ENDED = "ended"


STEP_NAMES = {
    Step.CALLED: N_("SOS Alarm är uppringt"),
    Step.CONFIRMED: N_("SOS Alarm har bekräftat"),
    Step.READ_BACK: N_("texten är uppläst och motläst"),
    Step.SENT: N_("någon har hört eller sett det sändas"),
    Step.OVER_ASKED: N_("faran över är begärd"),
    Step.ENDED: N_("avslutat"),
}


_BEFORE = {
    Step.CALLED: (),
    Step.CONFIRMED: (Step.CALLED,),
    Step.READ_BACK: (Step.CALLED, Step.CONFIRMED),
    Step.SENT: (Step.CALLED, Step.CONFIRMED, Step.READ_BACK),
    Step.OVER_ASKED: (Step.CALLED,),
    Step.ENDED: (Step.CALLED,),
}
"""What has been reported before each step."""


class WarningStep(msgspec.Struct, frozen=True):
    """A step as a person reported it: `at` is when it happened, `who` the person at the other end."""

    message: str
    number: int
    step: Step
    at: datetime
    stamp: Stamp
    who: str = ""
    text: str = ""


@event("warning.reported")
class WarningReported(Event, frozen=True):
    """A person reported how far a request has come. `text` is the wording Sveriges Radio settled on, if it was told."""

    message: str
    number: int
    step: Step
    at: datetime
    who: str = ""
    text: str = ""

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Add the step."""
        incident.warnings.append(WarningStep(self.message, self.number, self.step, self.at, stamp, self.who, self.text))
        incident.note(
            stamp,
            Kind.COMMUNICATION,
            N_("Begäran om VMA, {message}: {step} kl. {time}, enligt {by}. {who} {text}"),
            message=Later(lambda: incident.title_of(self.message)),
            step=Later(lambda: _(STEP_NAMES[self.step])),
            time=Later(lambda: self.at.astimezone(stamp.at.tzinfo).strftime("%H.%M")),
            by=incident.name_of(stamp.person),
            who=self.who,
            text=self.text,
        )


class Withdrawn:
    """The entries of steps that were reported by mistake, and taken back."""

    def __init__(self) -> None:
        self.entries: set[str] = set()


@event("warning.withdrawn")
class StepWithdrawn(Event, frozen=True):
    """A person took back a step that was reported by mistake. `entry` is the entry that reported it."""

    entry: str

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Leave the step out from now on; its line stays in the log."""
        incident.part(Withdrawn).entries.add(self.entry)
        incident.note(
            stamp,
            Kind.COMMUNICATION,
            N_("Begäran om VMA: ”{step}” var fel och är struket, enligt {by}."),
            step=Later(lambda: next((_(STEP_NAMES[one.step]) for one in incident.warnings if self._names(one)), "")),
            by=incident.name_of(stamp.person),
        )

    def _names(self, one: WarningStep) -> bool:
        return one.stamp.id == self.entry


def steps_of(incident: "Incident", message: str) -> tuple[WarningStep, ...]:
    """Return what has been reported of the request that is out now, the earliest first."""
    out = incident.message(message).out
    number = out.number if out else 0
    gone = incident.part(Withdrawn).entries
    found = [
        one for one in incident.warnings if one.message == message and one.number == number and one.stamp.id not in gone
    ]
    return tuple(sorted(found, key=lambda one: one.at))


def report_step(
    incident: "Incident", message: str, step: Step, at: datetime, *, now: datetime, who: str = "", text: str = ""
) -> WarningReported:
    """Report how far a request has come (rapportera).

    Raises `Refused` before the request is approved and released, for a time ahead, twice, and when an earlier step has
    not been reported: "sänd" is never said before somebody has called.
    """
    out = incident.message(message).out
    if out is None:
        raise Refused(N_("Begäran är inte beslutad än. Låt den som har delegation godkänna texten, och släpp den."))
    if at > now:
        raise Refused(N_("Tiden ligger framåt. Skriv när det hände."))
    done = {one.step for one in steps_of(incident, message)}
    if step in done:
        raise Refused(N_("Det är redan rapporterat."))
    missing = next((one for one in _BEFORE[step] if one not in done), None)
    if missing is not None:
        raise Refused(N_("Rapportera först: {step}."), step=Later(lambda: _(STEP_NAMES[missing])))
    return WarningReported(message, out.number, step, at, who.strip(), text.strip())


def withdraw_step(incident: "Incident", message: str, step: Step) -> StepWithdrawn:
    """Take a step back (stryk). Raises `Refused` for one nobody has reported, and while a later one rests on it."""
    done = {one.step: one for one in steps_of(incident, message)}
    if step not in done:
        raise Refused(N_("Det är inte rapporterat."))
    later = next((one for one in done if step in _BEFORE[one]), None)
    if later is not None:
        raise Refused(N_("Stryk först: {step}."), step=Later(lambda: _(STEP_NAMES[later])))
    return StepWithdrawn(done[step].stamp.id)

"""A message of an incident as an alert (budskap till CAP): exactly the text that was approved, with its chain."""

from typing import TYPE_CHECKING

from krisapp.documents.cap.alert import Alert
from krisapp.documents.cap.export import alert_of
from krisapp.documents.cap.public import is_public
from krisapp.documents.warning_card import read_aloud
from krisapp.domain.checks import Stage
from krisapp.domain.delegation import WARNING_TO_PUBLIC
from krisapp.domain.messages import State, message_id, state
from krisapp.domain.warning import Step, steps_of
from krisapp.domain.warning_form import form_of
from krisapp.domain.words import N_, Refused

if TYPE_CHECKING:
    from datetime import datetime

    from krisapp.domain.incident import Incident
    from krisapp.domain.messages import Message
    from krisapp.domain.plan import Plan


def message_as_cap(incident: "Incident", plan: "Plan", id: str) -> bytes:
    """Return a released or approved message as CAP: the alert of what is approved, else of what is out.

    Raises `Refused` for a message that is not to the public, for any other state, and for one out of date.
    """
    from krisapp.documents.cap.writing import encode_alert  # here: an alert may be made long before it is written

    message = incident.message(id)
    stands = state(incident, message)
    if stands is State.APPROVED and message.approval is not None and message.approved is not None:
        approval = message.approval
        return encode_alert(draft_alert(incident, plan, id, approval.text, approval.stage, message.approved.at))
    made = released_alert(incident, plan, id)
    if made is None or stands is not State.RELEASED:
        raise Refused(N_("Låt någon annan godkänna texten först. Bara godkända texter lämnar programmet."))
    return encode_alert(made)


def released_alert(incident: "Incident", plan: "Plan", id: str) -> Alert | None:
    """Return the alert of what is out of a message, None where nothing is; it names all that were out before it.

    A request for a VMA is a Draft until a person has logged that it was heard on the air: the program never says so on
    its own (8.7). Raises `Refused` for a message that is not to the public, and for one out of date.
    """
    message = incident.message(id)
    _refuse_private(message)
    if state(incident, message) is State.STALE:
        raise Refused(N_("Läget har ändrats sedan texten släpptes. Gör en ny version först."))
    return next(reversed(_chain(incident, plan, message)), None)


def draft_alert(incident: "Incident", plan: "Plan", id: str, text: str, stage: Stage, at: "datetime") -> Alert:
    """Return a text of a message that is not out as the alert it would be: a Draft that follows on what is out.

    Raises `Refused` for a message that is not to the public, and for an empty text.
    """
    message = incident.message(id)
    _refuse_private(message)
    return _made(incident, plan, message, text, stage, at, _chain(incident, plan, message), released=False)


def _refuse_private(message: "Message") -> None:
    if not is_public(message):
        raise Refused(N_("Bara texter på svenska till allmänheten kan bli CAP-filer."))


def _chain(incident: "Incident", plan: "Plan", message: "Message") -> tuple[Alert, ...]:
    """Return the alerts of all that has been out of a message, in order."""
    request = message.channel == WARNING_TO_PUBLIC
    sent = not request or any(one.step is Step.SENT for one in steps_of(incident, message.id))
    chain: tuple[Alert, ...] = ()
    for one in message.releases:
        chain = (*chain, _made(incident, plan, message, one.text, one.stage, one.stamp.at, chain, released=sent))
    return chain


def _made(
    incident: "Incident",
    plan: "Plan",
    message: "Message",
    text: str,
    stage: Stage,
    at: "datetime",
    earlier: tuple[Alert, ...],
    *,
    released: bool,
) -> Alert:
    """Return an alert, with the English text of its audience where that is out; a request gives what is read aloud."""
    english = incident.message(message_id(message.audience, "C19", "en"))
    translated = english.out if state(incident, english) is State.RELEASED else None
    # One that says the danger is over is not told in English by a text from before.
    also = {"en": translated.text} if translated and translated.stage.over == stage.over else {}
    return alert_of(
        incident.sheet,
        plan,
        stage,
        {"sv": read_aloud(text) if message.channel == WARNING_TO_PUBLIC else text, **also},
        exercise=incident.exercise,
        issued=at,
        released=released,
        number=len(earlier) + 1,
        name=f"{message.audience}-{message.channel}",
        earlier=earlier,
        form=form_of(incident, message.id),
    )

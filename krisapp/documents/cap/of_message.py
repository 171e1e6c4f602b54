"""A message of an incident as an alert (budskap till CAP): exactly the text that was approved, with its chain."""

from typing import TYPE_CHECKING

from krisapp.documents.cap.alert import Alert
from krisapp.documents.cap.export import alert_of
from krisapp.documents.cap.public import is_public
from krisapp.documents.cap.writing import encode_alert
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
    from krisapp.domain.plan import Plan


def message_as_cap(incident: "Incident", plan: "Plan", id: str) -> bytes:
    """Return a released or approved message as CAP, with the English text of its audience where that is out too.

    Raises `Refused` for a message that is not to the public, for any other state, and for one out of date. What is only
    approved is a Draft. So is a request for a VMA until a person has logged that it was heard on the air: the program
    never says so on its own (8.7). A request gives the part that is read aloud, in the area of its form.
    """
    message, stands = incident.message(id), state(incident, incident.message(id))
    if not is_public(message):
        raise Refused(N_("Bara texter på svenska till allmänheten kan bli CAP-filer."))
    if stands is State.STALE:
        raise Refused(N_("Läget har ändrats sedan texten släpptes. Gör en ny version först."))
    request = message.channel == WARNING_TO_PUBLIC
    sent = not request or any(one.step is Step.SENT for one in steps_of(incident, id))
    english = incident.message(message_id(message.audience, "C19", "en"))
    translated = english.out if state(incident, english) is State.RELEASED else None

    def made(
        text: str, stage: Stage, at: "datetime", number: int, earlier: tuple[Alert, ...], *, released: bool
    ) -> Alert:
        # One that says the danger is over is not told in English by a text from before.
        also = {"en": translated.text} if translated and translated.stage.over == stage.over else {}
        return alert_of(
            incident.sheet,
            plan,
            stage,
            {"sv": read_aloud(text) if request else text, **also},
            exercise=incident.exercise,
            issued=at,
            released=released,
            number=number,
            name=f"{message.audience}-{message.channel}",
            earlier=earlier,
            form=form_of(incident, id),
        )

    chain: tuple[Alert, ...] = ()
    for one in message.releases:
        chain = (*chain, made(one.text, one.stage, one.stamp.at, one.number, chain, released=sent))
    if stands is State.APPROVED and message.approval is not None and message.approved is not None:
        approval = message.approval
        draft = made(approval.text, approval.stage, message.approved.at, message.number, chain, released=False)
        return encode_alert(draft)
    if not chain or stands is not State.RELEASED:
        raise Refused(N_("Låt någon annan godkänna texten först. Bara godkända texter lämnar programmet."))
    return encode_alert(chain[-1])

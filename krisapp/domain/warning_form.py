"""The form of a request for a VMA (begäran, formuläret), domain handbook 8.4: what the text itself does not say.

It is typed once and kept in the journal; the card at the telephone and the CAP file read it from there.
"""

import re
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.ground import Circle, Point
from krisapp.domain.log import Kind
from krisapp.domain.register import Register
from krisapp.domain.words import N_, Later, Refused, _

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

_CODE = re.compile(r"\d{4}|\d{2}")


class Phones(StrEnum):
    """How a warning goes to telephones and out of doors, besides radio and TV. Who asks decides (8.3)."""

    SMS = "sms"
    VOICE = "voice"
    SIREN = "siren"


PHONES_NAMES = {
    Phones.SMS: N_("sms till telefoner i området"),
    Phones.VOICE: N_("talmeddelande till fasta telefoner"),
    Phones.SIREN: N_("utomhussignal"),
}


class Form(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is asked for on the telephone. `code` is a municipality's four digits or a county's two (8.6).

    `commander` is the incident commander (räddningsledare) it was agreed with, at `agreed_at`. `languages` are other
    languages to telephones. `circle` or `polygon` narrows the area down; a polygon ends where it begins.
    """

    callback: str = ""
    commander: str = ""
    agreed_at: datetime | None = None
    phones: tuple[Phones, ...] = ()
    languages: str = ""
    code: str = ""
    circle: Circle | None = None
    polygon: tuple[Point, ...] = ()


class Forms:
    """The forms of an incident, by the request's message."""

    def __init__(self) -> None:
        self.by_message: dict[str, Register[Form]] = {}

    def of(self, message: str) -> Register[Form]:
        """Return what stands in a request's form."""
        return self.by_message.setdefault(message, Register())


@event("warning.form_filled")
class FormFilled(Event, frozen=True):
    """A person filled in the form of a request. Two that were filled in apart both stand until one is chosen."""

    message: str
    form: Form

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the standing forms."""
        return incident.part(Forms).of(self.message).heads

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set the form and log it."""
        incident.part(Forms).of(self.message).set(self.form, stamp)
        incident.note(
            stamp,
            Kind.COMMUNICATION,
            N_("Begäran om VMA, formuläret ifyllt: {form}"),
            form=Later(lambda: "; ".join(f"{name}: {value}" for name, value in form_lines(self.form))),
        )


def form_of(incident: "Incident", message: str) -> Form:
    """Return the form of a request as it stands, empty when nobody has filled it in."""
    return incident.part(Forms).of(message).value or Form()


def form_lines(form: Form) -> list[tuple[str, str]]:
    """Return what is filled in, each with its name, in the order it is asked for. Times are written as "14.05"."""
    agreed = form.agreed_at.strftime("%H.%M") if form.agreed_at else ""
    commander = _("{name} kl. {time}").format(name=form.commander, time=agreed) if agreed else form.commander
    area = ""
    if form.circle is not None:
        centre = form.circle.centre
        area = _("{radius} km kring {latitude}, {longitude}").format(
            radius=_decimal(form.circle.radius),
            latitude=_decimal(centre.latitude),
            longitude=_decimal(centre.longitude),
        )
    elif form.polygon:
        area = "; ".join(f"{_decimal(one.latitude)} {_decimal(one.longitude)}" for one in form.polygon[:-1])
    found = [
        (_("Nummer för motringning"), form.callback),
        (_("Stämt av med räddningsledaren"), commander),
        (_("Utöver radio och tv"), ", ".join(_(PHONES_NAMES[one]) for one in form.phones)),
        (_("Andra språk till telefoner"), form.languages),
        (_("Områdeskod"), form.code),
        (_("Område på kartan"), area),
    ]
    return [(name, value) for name, value in found if value]


def fill_form(incident: "Incident", message: str, form: Form, now: datetime) -> FormFilled:
    """Fill in the form (fyll i). Raises `Refused` for a code that is none, a time ahead, and when nothing is new."""
    if form.code and not _CODE.fullmatch(form.code):
        raise Refused(N_("Områdeskoden är fyra siffror för en kommun eller två för ett län, som 0482 eller 04."))
    if form.agreed_at is not None and form.agreed_at > now:
        raise Refused(N_("Tiden ligger framåt. Skriv när ni stämde av."))
    if form.agreed_at is not None and not form.commander:
        raise Refused(N_("Skriv räddningsledarens namn, eller ta bort tiden."))
    if form.circle is not None and form.polygon:
        raise Refused(N_("Skriv en cirkel eller hörn, inte båda."))
    register = incident.part(Forms).of(message)
    if form == (register.value or Form()) and not register.contested:
        raise Refused(N_("Inget är ändrat i formuläret."))
    return FormFilled(message, form)


def _decimal(number: float) -> str:
    """Return a number with a Swedish comma."""
    return f"{number:.6f}".rstrip("0").rstrip(".").replace(".", ",")

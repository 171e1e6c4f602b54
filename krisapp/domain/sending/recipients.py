"""To whom a text goes (mottagare): the plan's contacts by group, addresses typed by hand, and what is wrong with them.

A protected identity is frozen as the id of its row alone: neither name nor number is written in a request, and both
are looked up in the incident's own plan at the moment of sending.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from krisapp.domain.language.telephones import digits_of
from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Person
from krisapp.domain.sending.ways import BY_PHONE, Way
from krisapp.domain.words import _

_MAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z0-9-]{2,}")
_SWEDISH_MOBILE = re.compile(r"\+467[02369]\d{7}")
_ABROAD = re.compile(r"\+(?!46)[1-9]\d{7,14}")
_LONGEST_MAIL = 254


class Recipient(msgspec.Struct, frozen=True, omit_defaults=True):
    """One who is to receive a text. `address` is E.164 or a mail address; empty for a protected identity."""

    address: str = ""
    name: str = ""
    person: str = ""


class Bad(NamedTuple):
    """One who cannot be reached this way, and why."""

    who: str
    why: str


class Found(NamedTuple):
    """Those who can be reached, and those who cannot."""

    recipients: tuple[Recipient, ...]
    bad: tuple[Bad, ...]


def e164(number: str) -> str:
    """Return a number that takes text messages in its international form, "+46701740605", or nothing if it is none."""
    plain = number.strip()
    if plain.startswith("00"):
        plain = f"+{plain[2:]}"
    if re.search(r"[^\d\s+()/.\u00a0\u202f-]", plain):
        return ""
    if plain.startswith("+") and not plain.startswith("+46"):
        written = "+" + re.sub(r"\D", "", plain)
        return written if _ABROAD.fullmatch(written) else ""
    digits = digits_of(plain)
    written = f"+46{digits[1:]}" if digits.startswith("0") else ""
    return written if _SWEDISH_MOBILE.fullmatch(written) else ""


def mail_address(typed: str) -> str:
    """Return a mail address in the form servers take, or nothing if it is none."""
    name, at, domain = typed.strip().rpartition("@")
    try:
        domain = domain.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return ""
    written = f"{name}{at}{domain}"
    sound = _MAIL.fullmatch(written) and ".." not in written and not name.startswith(".") and not name.endswith(".")
    return written if sound and len(written) <= _LONGEST_MAIL else ""


def address_of(person: Person, way: Way) -> str:
    """Return where a contact is reached this way, or nothing."""
    return e164(person.mobile) if way in BY_PHONE else mail_address(person.email)


def who_is(person: Person) -> str:
    """Return how a contact is named on the screen: a protected one by its function alone."""
    return person.function or _("Skyddad identitet") if person.protected else person.name


def groups_of(plan: Plan) -> tuple[str, ...]:
    """Return the groups contacts are in: the audiences in policy order, then the others by name."""
    used = {group for person in plan.people for group in person.groups}
    audiences = [row.id for row in plan.audiences if row.id in used]
    return (*audiences, *sorted(used - set(audiences), key=str.casefold))


def in_groups(plan: Plan, groups: Iterable[str], way: Way) -> Found:
    """Return the contacts of these groups, each address once, and those who cannot be reached."""
    wanted = set(groups)
    recipients: dict[str, Recipient] = {}
    bad: list[Bad] = []
    for person in plan.people:
        if wanted.isdisjoint(person.groups):
            continue
        address = address_of(person, way)
        if address:
            known = Recipient(person=person.id) if person.protected else Recipient(address, person.name, person.id)
            recipients.setdefault(address, known)
        else:
            bad.append(Bad(who_is(person), _why(person, way)))
    return Found(tuple(recipients.values()), tuple(bad))


def typed(text: str, way: Way) -> Found:
    """Return the addresses typed by hand, one on each line or parted by commas, and those that are none."""
    recipients: dict[str, Recipient] = {}
    bad = []
    for part in re.split(r"[,;\n]", text):
        if not part.strip():
            continue
        address = e164(part) if way in BY_PHONE else mail_address(part)
        if address:
            recipients.setdefault(address, Recipient(address))
        else:
            why = _("inget mobilnummer") if way in BY_PHONE else _("ingen e-postadress")
            bad.append(Bad(part.strip(), why))
    return Found(tuple(recipients.values()), tuple(bad))


def together(plan: Plan, way: Way, *found: Found) -> Found:
    """Return several findings as one, each address once."""
    recipients: dict[str, Recipient] = {}
    for one in (one for some in found for one in some.recipients):
        recipients.setdefault(address_for(plan, one, way), one)
    return Found(tuple(recipients.values()), tuple(bad for some in found for bad in some.bad))


def address_for(plan: Plan | None, one: Recipient, way: Way) -> str:
    """Return where a recipient is reached: as frozen, or for a protected identity as its row says."""
    if one.address or plan is None:
        return one.address
    person = plan.person(one.person)
    return address_of(person, way) if person else ""


def name_for(plan: Plan | None, one: Recipient) -> str:
    """Return how a recipient is named on the screen and in the log."""
    person = plan.person(one.person) if plan and one.person else None
    if person is not None and person.protected:
        return who_is(person)
    return one.name or one.address or _("Skyddad identitet")


def _why(person: Person, way: Way) -> str:
    if way in BY_PHONE:
        # The number of a protected identity is not shown, not even a wrong one.
        shown = "" if person.protected else person.mobile
        return _("{number} är inget mobilnummer").format(number=shown) if shown else _("mobilnummer saknas")
    shown = "" if person.protected else person.email
    return _("{address} är ingen e-postadress").format(address=shown) if shown else _("e-postadress saknas")

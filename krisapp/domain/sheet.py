"""The fact sheet (faktaunderlag): the one place each number, time and place of an incident lives.

A `Sheet` is the sheet at one moment, as plain values. It is also the incident-facts file format: keys in English, text
in Swedish, domain handbook chapters 5.2 to 5.4.
"""

import hashlib
from datetime import datetime
from typing import Any

import msgspec

from krisapp.domain.facts import Fact, Status


class _Part(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    pass


class Affected(_Part, frozen=True):
    """How many are affected (berörda_antal), from `min` to `max` of a unit such as "personer"."""

    min: int | None = None
    max: int | None = None
    unit: str = "personer"


class Help(_Part, frozen=True):
    """Where to get help (hjälp_finns)."""

    what: str
    where: str = ""
    when: str = ""
    bring: str = ""
    offers: str = ""
    note: str = ""


class Service(_Part, frozen=True):
    """A service that is open, closed or limited (öppet_stängt)."""

    what: str
    status: str
    note: str = ""
    replacement: str = ""


class Traffic(_Part, frozen=True):
    """A road or a line of public transport (trafik)."""

    what: str
    status: str
    diversion: str = ""
    until: str = ""


class OthersAction(_Part, frozen=True):
    """What somebody else does (gör_andra)."""

    actor: str
    action: str


class Spokesperson(_Part, frozen=True):
    """Who speaks on the topic, and for the municipality (talesperson)."""

    topic: str = ""
    municipality: str = ""


class Correction(_Part, frozen=True):
    """What was wrong, what is right and since when (rättelse, P43); `why` something is withdrawn (återkallelse)."""

    wrong: str = ""
    right: str = ""
    since: str = ""
    why: str = ""


class Answered(_Part, frozen=True):
    """A question with the answer that stands in the texts (fråga och svar). `rumour` is the fact it is an answer to.

    `outlived` is what the answer says that the sheet no longer does, each with what the sheet says instead.
    """

    question: str
    answer: str
    rumour: str = ""
    outlived: tuple[tuple[str, str], ...] = ()


class Timed(_Part, frozen=True):
    """A change foreseen in an exercise or a test set: what happens after so many minutes, in words."""

    after_minutes: int
    change: str


class Sheet(_Part, frozen=True):
    """All fields of the fact sheet. Empty text and empty lists mean that nothing is known yet.

    `impact`, `consequences` and `forecast` go by the keys of `picture.assessing`, as does `confidence`. `board_since`
    is when the krisledningsnämnd entered into function, and None while it is not or nobody has said so here.

    `alarm_at` and `next_update` are times with offset, exact to the minute. `facts` hold status, source and secrecy.
    """

    id: str
    name: str
    type: str
    alarm_at: datetime
    level: str
    danger_to_life: bool
    channel_state: str = ""
    area: str = ""
    places: tuple[str, ...] = ()
    headline: str = ""
    what_happened: str = ""
    news: str = ""
    correction: Correction = Correction()
    outcome: str = ""
    still_holds: tuple[str, ...] = ()
    affected: Affected = Affected()
    affected_groups: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    unknowns: tuple[str, ...] = ()
    our_actions: tuple[str, ...] = ()
    others_actions: tuple[OthersAction, ...] = ()
    advice: tuple[str, ...] = ()
    do_not: tuple[str, ...] = ()
    nothing_needed: str = ""
    symptoms: tuple[str, ...] = ()
    help: tuple[Help, ...] = ()
    services: tuple[Service, ...] = ()
    safe_points: dict[str, str] = {}
    traffic: tuple[Traffic, ...] = ()
    empathy: str = ""
    commitment: str = ""
    cause: str = ""
    staff_impact: str = ""
    spokesperson: Spokesperson = Spokesperson()
    contact: dict[str, str] = {}
    next_update: datetime | None = None
    coordinated_with: tuple[str, ...] = ()
    key_messages: tuple[str, ...] = ()
    answers: tuple[Answered, ...] = ()
    staff_answers: tuple[Answered, ...] = ()
    next_press: datetime | None = None
    press_place: str = ""
    impact: dict[str, str] = {}
    consequences: dict[str, str] = {}
    forecast: dict[str, str] = {}
    assumptions: tuple[str, ...] = ()
    confidence: str = ""
    support_needed: tuple[str, ...] = ()
    next_report: datetime | None = None
    board_since: datetime | None = None
    first_sms: str | None = None
    timeline: tuple[Timed, ...] = ()
    proves: tuple[str, ...] = ()

    def public_facts(self, status: Status = Status.CONFIRMED) -> tuple[Fact, ...]:
        """Return the facts of a status that are not secret."""
        return tuple(fact for fact in self.facts if fact.status is status and not fact.secret)


_BY_STATUS = {f"facts.{status}": status for status in Status}


class _Latest:
    """The latest sheet's digests: a sheet never changes, and fifty texts ask it the same over and over."""

    sheet: Sheet | None = None
    digests: dict[str, str] = {}  # noqa: RUF012 - replaced whole


def digest_of(sheet: Sheet, name: str) -> str:
    """Return a short digest of one thing of the sheet, so that a text can tell whether what it used has changed.

    `name` is a key of the sheet, `facts.F1` for one fact, `facts` for which public facts there are, by status, or
    `facts.confirmed` for which public facts have one status. A `phrase.…` names its own wording (`domain.versions`).
    """
    if _Latest.sheet is not sheet:
        _Latest.sheet, _Latest.digests = sheet, {}
    known = _Latest.digests.get(name)
    if known is None:
        known = _Latest.digests[name] = _digest(sheet, name)
    return known


def _digest(sheet: Sheet, name: str) -> str:
    value: Any
    if name == "facts":
        value = [[fact.id, fact.status] for fact in sheet.facts if not fact.secret]
    elif name in _BY_STATUS:
        value = [fact.id for fact in sheet.public_facts(_BY_STATUS[name])]
    elif name.startswith("facts."):
        value = next((fact for fact in sheet.facts if fact.id == name[6:]), None)
    elif name.startswith("phrase."):
        value = name
    else:
        value = getattr(sheet, name)
    return hashlib.sha256(msgspec.json.encode(value, order="sorted")).hexdigest()[:12]

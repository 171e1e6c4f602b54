"""The rows of the crisis plan, one type for each table, in the order of their `rank`."""

import msgspec


class Row(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A row of the plan: frozen, and refusing fields it does not know."""


class Chapter(Row, frozen=True):
    """A chapter of one of the two plan documents (kapitel)."""

    id: str
    document: str
    rank: int
    title: str
    text: str = ""


class Audience(Row, frozen=True):
    """One of the policy's eight audiences (målgrupp), rules P18, P19, P27, P61. `rank` 1–8 is the policy's order."""

    id: str
    rank: int
    name: str
    short: str
    internal: bool
    need: str = ""
    tone: str = ""
    must_contain: tuple[str, ...] = ()
    adaptation: str = ""
    groups: tuple[str, ...] = ()


class Channel(Row, frozen=True):
    """A channel C01–C25 (kanal) with owner and the date it was last verified (rule P35).

    `needs` are the ways it reaches a place, one of which suffices, and each the things it takes: "own_web + web".
    """

    id: str
    rank: int
    name: str
    short: str
    form: str = ""
    limit: str = ""
    works_without: str = ""
    owner: str = ""
    address: str = ""
    verified: str = ""
    needs: tuple[str, ...] = ()


class Cell(Row, frozen=True):
    """A cell of the audience × channel matrix. `need` is M (must), B (should), K (can) or D (by decision).

    `note` says when the need is another, for instance "M när C01 är nere".
    """

    audience: str
    channel: str
    need: str
    note: str = ""


class Role(Row, frozen=True):
    """A role in the crisis organisation (roll). `manned` says when: ja, vid behov, senare, alltid, övning."""

    id: str
    rank: int
    name: str
    english: str
    tasks: str
    manned: str
    deputies_wanted: int = 0
    may_approve: bool = False


class Person(Row, frozen=True):
    """A person or function in the contact list (kontakt), fields of domain chapter 3.6.

    `checked` is the ISO date the entry was last checked; `protected` a protected identity, for which no address is
    kept. `private` names the fields that are the person's own, mobile, phone or email: they leave in no ordinary
    export.
    """

    id: str
    name: str
    function: str = ""
    organisation: str = ""
    mobile: str = ""
    phone: str = ""
    rakel: str = ""
    email: str = ""
    address: str = ""
    minutes_away: int | None = None
    languages: str = ""
    groups: tuple[str, ...] = ()
    checked: str = ""
    protected: bool = False
    note: str = ""
    private: tuple[str, ...] = ()


class Holder(Row, frozen=True):
    """A person who holds a role, `rank` 1 as ordinary and 2… as deputies in calling order (ersättare)."""

    role: str
    person: str
    rank: int


class Level(Row, frozen=True):
    """An activation level N0–N3 (nivå). `opens` names the checklists it opens."""

    id: str
    rank: int
    name: str
    criteria: str
    decided_by: str
    opens: tuple[str, ...] = ()
    colour: str = ""


class IncidentType(Row, frozen=True):
    """One of the 13 kinds of incident (händelsetyp). `id` is the name used in facts files, e.g. drinking_water."""

    id: str
    rank: int
    name: str
    checklist: str = ""


class Item(Row, frozen=True):
    """One point of a checklist (punkt). `offset` is minutes from the list's anchor; negative is before it
    and None has no due time (the point waits for something to happen).

    `links` say what the point is about: fact, message, decision, log.
    """

    id: str
    rank: int
    text: str
    english: str = ""
    role: str = ""
    offset: int | None = 0
    mandatory: bool = True
    links: tuple[str, ...] = ()


class Checklist(Row, frozen=True):
    """A checklist (checklista) K01–K15, H01–H12. `anchor` is T0, C0, S0, P0, A0, E0 or W0 of domain
    chapter 4, or L0 for a list that starts with something of its own, told by `starts`.

    `starts` says in words what the anchor is for this list, for instance "beslut att öppna".
    """

    id: str
    rank: int
    name: str
    anchor: str
    starts: str = ""
    phase: str = ""
    type: str = ""
    owner: str = ""
    items: tuple[Item, ...] = ()


class Template(Row, frozen=True):
    """A message template (mall): `id` is its path under templates/messages, `text` its source."""

    id: str
    text: str


class Place(Row, frozen=True):
    """A place of the gazetteer (ort). `phrase` is the name with its right preposition: "i Bettna", "på Harpsund".

    `kind` is town, parish, district, area, lake, site or municipality; `explained` tells a seasonal resident where
    it is.
    """

    id: str
    rank: int
    name: str
    kind: str
    phrase: str
    explained: str = ""


class SafePoint(Row, frozen=True):
    """A trygghetspunkt: a place where people get warmth, water, information and help."""

    id: str
    rank: int
    name: str
    place: str
    address: str = ""
    phrase: str = ""
    note: str = ""


class NoticeBoard(Row, frozen=True):
    """A notice board (anslagsplats) of domain chapter 6.5."""

    id: str
    rank: int
    place: str
    site: str
    contact: str = ""
    key: str = ""
    sheltered: bool = False
    copies: int = 1
    responsible: str = ""


class Premises(Row, frozen=True):
    """Premises or equipment (lokal) of domain chapter 3.7."""

    id: str
    rank: int
    name: str
    use: str
    address: str = ""
    equipment: str = ""
    note: str = ""


class Law(Row, frozen=True):
    """A law the plan leans on (lag), with the date somebody checked that it still reads so.

    `ground` says that its reference, "OSL 26:1", may be chosen as the ground of secrecy (rule P31).
    """

    id: str
    rank: int
    name: str
    reference: str
    about: str
    checked: str = ""
    ground: bool = False


class Complement(Row, frozen=True):
    """One of the policy's five complement documents (rule P3); an empty slot has no version."""

    id: str
    rank: int
    name: str
    owner: str = ""
    version: str = ""
    valid_from: str = ""
    review_due: str = ""


class YearItem(Row, frozen=True):
    """A recurring piece of work in the annual wheel (årshjul), rule P4 and domain handbook 3.17.

    `when` says how its day is found: month, first_monday, day or week, and `number` is the day of the month or the ISO
    week. A `year` other than 0 is the only one it falls in. `owner` is a role, `person` who does it if not its holder.
    """

    id: str
    rank: int
    name: str
    when: str
    months: tuple[str, ...] = ()
    number: int = 0
    time: str = ""
    year: int = 0
    owner: str = ""
    person: str = ""
    note: str = ""


class Settings(Row, frozen=True):
    """What the municipality is called and how it signs."""

    municipality: str
    sender: str
    slogan: str = ""
    code: str = ""
    county_code: str = ""
    county: str = ""
    id_prefix: str = ""
    radio: str = ""
    website: str = ""
    public_contact: str = ""
    media_contact: str = ""
    business_contact: str = ""
    values: tuple[str, ...] = ()
    policy_valid_from: str = ""

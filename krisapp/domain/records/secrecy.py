"""Secrecy (sekretess): which line or text is marked, on which legal ground, by whom, and when it was lifted again.

Only the law sets limits (rule P31): a mark names a ground of the plan's own list, and a reason in free words alone is
refused. A mark covers the whole of what it stands on, or the passages it names. Nothing is taken out of the journal.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.log import Kind, Line
from krisapp.domain.plan import Plan
from krisapp.domain.register import Register
from krisapp.domain.words import N_, Later, Refused, _

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

GROUNDS = (
    ("OSL 15:2", N_("försvar")),
    ("OSL 18:1", N_("förundersökning")),
    ("OSL 18:8", N_("säkerhetsåtgärder")),
    ("OSL 18:13", N_("risk- och sårbarhetsanalyser, fredstida kriser")),
    ("OSL 21:1", N_("hälsa och sexualliv")),
    ("OSL 21:3", N_("skyddad identitet")),
    ("OSL 23 kap.", N_("skola")),
    ("OSL 25:1", N_("hälso- och sjukvård")),
    ("OSL 26:1", N_("socialtjänst")),
    ("OSL 31:16", N_("affärsförhållanden")),
    ("OSL 35:1", N_("enskilda i brottsutredningar")),
    ("OSL 39 kap.", N_("personal")),
    ("TF 2:12", N_("arbetsmaterial, inte allmän handling")),
)
"""What is offered where the plan has no list of its own, domain handbook 7.8 and 11.1; a lawyer decides."""


class SecrecyMark(msgspec.Struct, frozen=True):
    """What a person set: a ground with a note, and the passages it covers, none for all of it."""

    ground: str
    note: str = ""
    passages: tuple[str, ...] = ()


class Marks:
    """What has been marked: "log:" and the id of a line's entry, or "text:" with message and number of a release."""

    def __init__(self) -> None:
        self.by_subject: dict[str, Register[SecrecyMark]] = {}


@event("secrecy.marked")
class Marked(Event, frozen=True):
    """Somebody marked something as secret, or changed the mark of the same ground that stood there."""

    subject: str
    ground: str
    note: str = ""
    passages: tuple[str, ...] = ()

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the standing marks of the same ground."""
        claims = _register(incident, self.subject).claims
        return tuple(stamp.id for value, stamp in claims if value.ground == self.ground)

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set the mark; the log tells that, and never what it covers."""
        _register(incident, self.subject).set(SecrecyMark(self.ground, self.note, self.passages), stamp)
        _show(incident, self.subject)
        incident.note(
            stamp,
            Kind.SYSTEM,
            N_("Sekretessmarkerad enligt {ground}: {what}."),
            what=Later(lambda: name_of(incident, self.subject)),
            ground=self.ground,
        )


@event("secrecy.lifted")
class Lifted(Event, frozen=True):
    """Somebody lifted the marks on something, and said why."""

    subject: str
    reason: str

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the standing marks."""
        return _register(incident, self.subject).heads

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Take away the marks that its author saw; one set meanwhile stays."""
        _register(incident, self.subject).drop(stamp.replaces)
        _show(incident, self.subject)
        incident.note(
            stamp,
            Kind.SYSTEM,
            N_("Sekretessen är hävd på {what}. {reason}"),
            what=Later(lambda: name_of(incident, self.subject)),
            reason=self.reason,
        )


def grounds(plan: Plan | None) -> list[tuple[str, str]]:
    """Return the legal grounds that may be chosen, by reference and name: the plan's own, or the handbook's."""
    own = [(law.reference, law.name) for law in plan.laws if law.ground] if plan else []
    return own or list(GROUNDS)


def check_ground(plan: Plan | None, ground: str) -> str:
    """Return a ground without loose spaces. Raises `Refused` unless it begins with one of the list (rule P31)."""
    ground = " ".join(ground.split())
    if not any(ground == known or ground.startswith((f"{known},", f"{known} ")) for known, _name in grounds(plan)):
        raise Refused(
            N_("Bara lagen sätter gränser (P31). Välj ett lagrum ur listan, till exempel {example}."),
            example=grounds(plan)[0][0],
        )
    return ground


def mark(incident: "Incident", subject: str, ground: str, note: str = "", passages: Sequence[str] = ()) -> Marked:
    """Mark a line or a text as secret (sekretessmarkera).

    `passages` are cut out of it word for word, and none means that all of it is covered. Raises `Refused` without a
    ground of the list (rule P31), and for a passage that does not stand there.
    """
    ground = check_ground(incident.plan, ground)
    text = text_of(incident, subject)
    if text is None:
        raise Refused(N_("Det som skulle märkas finns inte längre i händelsen."))
    cut = tuple(dict.fromkeys(part.strip() for part in passages if part.strip()))
    missing = [part for part in cut if part not in text]
    if missing:
        raise Refused(N_("”{passage}” står inte i texten. Kopiera det som ska maskas."), passage=missing[0])
    wanted = SecrecyMark(ground, note.strip(), cut)
    if wanted in standing(incident, subject):
        raise Refused(N_("Inget är ändrat."))
    return Marked(subject, wanted.ground, wanted.note, wanted.passages)


def lift(incident: "Incident", subject: str, reason: str) -> Lifted:
    """Lift a mark (häv sekretess). Raises `Refused` without a reason or a mark."""
    if not standing(incident, subject):
        raise Refused(N_("Det finns ingen sekretess att häva här."))
    if not reason.strip():
        raise Refused(N_("Skriv varför sekretessen hävs."))
    return Lifted(subject, reason.strip())


def standing(incident: "Incident", subject: str) -> list[SecrecyMark]:
    """Return the marks that stand on something, one for each ground.

    Two of one ground that nobody has chosen between both stand: nothing leaks meanwhile.
    """
    return [value for value, _stamp in claims(incident, subject)]


def claims(incident: "Incident", subject: str) -> tuple[tuple[SecrecyMark, Stamp], ...]:
    """Return the marks that stand on something, with who set each and when."""
    register = incident.part(Marks).by_subject.get(subject)
    if register is not None:
        return register.claims
    line = _line(incident, subject)
    return ((SecrecyMark(line.ground), line.stamp),) if line is not None and line.ground else ()


def text_of(incident: "Incident", subject: str) -> str | None:
    """Return the text of what a mark stands on, None if it is not there."""
    kind, _colon, id = subject.partition(":")
    if kind == "log":
        line = _line(incident, subject)
        return line.text if line else None
    message, _hash, number = id.partition("#")
    releases = incident.messages[message].releases if message in incident.messages else []
    return next((one.text for one in releases if str(one.number) == number), None)


def name_of(incident: "Incident", subject: str) -> str:
    """Return what a person calls what a mark stands on: "post 14" or "Invånare, webb nr 1"."""
    kind, _colon, id = subject.partition(":")
    if kind == "log":
        line = _line(incident, subject)
        return _("post {number}").format(number=line.label) if line else _("en post")
    message, _hash, number = id.partition("#")
    return _("{message} nr {number}").format(message=incident.title_of(message), number=number)


def _register(incident: "Incident", subject: str) -> Register[SecrecyMark]:
    """Return the marks of something, the one that a line was written with among them."""
    kept = incident.part(Marks).by_subject
    if subject not in kept:
        first = claims(incident, subject)
        kept[subject] = Register()
        for value, stamp in first:
            kept[subject].set(value, stamp)
    return kept[subject]


def _line(incident: "Incident", subject: str) -> Line | None:
    kind, _colon, id = subject.partition(":")
    return incident.lines.get(id) if kind == "log" else None


def _show(incident: "Incident", subject: str) -> None:
    """Let a line show its grounds wherever it is shown."""
    line = _line(incident, subject)
    if line is not None:
        line.ground = "; ".join(dict.fromkeys(one.ground for one in standing(incident, subject)))

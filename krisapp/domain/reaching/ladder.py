"""The degradation ladder (nedtrappningen) A–E of domain handbook 6.4: what to use when less and less works."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from krisapp.domain.plan import Plan
from krisapp.domain.reaching.living import broken, lives
from krisapp.domain.reaching.working import (
    HOUSE,
    LOCAL,
    MOBILE,
    OWN,
    OWN_MAIL,
    OWN_WEB,
    POWER,
    THING_NAMES,
    WEB,
    State,
    Working,
    together,
    towns,
)
from krisapp.domain.words import N_, _

LONG = timedelta(hours=24)
"""A power cut that has lasted so long is the last rung, cold or not (a choice of ours, 6.4 only says "long")."""


class Rung(StrEnum):
    """How much is left to reach people with; A is everything."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"


RUNG_NAMES = {
    Rung.A: N_("inget känt hinder"),
    Rung.B: N_("egen webb eller e-post nere"),
    Rung.C: N_("internet och mobilnät nere"),
    Rung.D: N_("ingen el"),
    Rung.E: N_("ingen el, kallt eller länge"),
}

USES = {
    Rung.A: ("C01", "C03", "C05", "C10", "C11", "C15"),
    Rung.B: ("C03", "C05", "C15", "C08", "C12", "C23"),
    Rung.C: ("C12", "C24", "C15"),
    Rung.D: ("C05", "C12", "C24", "C15"),
    Rung.E: ("C05", "C12", "C24", "C15", "C13"),
}
"""The channels to use on each rung, in that order. Text messages come first in a power cut, for the mobile network
outlives the power by hours only (checklist H02-04)."""

_WAYS = {
    "C01": N_("webben"),
    "C08": N_("pressmeddelande per telefon"),
    "C10": N_("telefonsvarare"),
    "C11": N_("kontaktcenter"),
    "C12": N_("anslag"),
    "C13": N_("flygblad"),
    "C23": N_("anslag på arbetsplatserna"),
    "C24": N_("upplästa besked"),
}
_ADVICE = {
    Rung.A: "",
    Rung.B: N_("Ring medierna i stället för att mejla. Gå till arbetsplatserna och informera där."),
    Rung.C: N_("Skicka budbärare. Bemanna brandstationerna så att folk kan larma där."),
    Rung.D: N_("Skriv anslag för hand. Öppna trygghetspunkter och håll fasta tider för anslag."),
    Rung.E: N_("Låt hemtjänsten knacka dörr. Sätt anslag i butiker, kyrkor och på bensinstationer."),
}


@dataclass(frozen=True, slots=True)
class Step:
    """Where a place stands on the ladder: what is down there, and the channels to use, living ones only."""

    place: str
    rung: Rung
    down: tuple[str, ...]
    channels: tuple[str, ...]
    told: bool


def rung_of(working: Working, place: str, now: datetime) -> Rung:
    """Return a place's rung."""
    if working.state(place, POWER) is State.DOWN:
        power = working.known.get((place, POWER))
        long = power is not None and now - power.since >= LONG
        return Rung.E if working.cold or long else Rung.D
    if working.state(place, WEB) is State.DOWN and working.state(place, MOBILE) is State.DOWN:
        return Rung.C
    if State.DOWN in (working.state(HOUSE, OWN_WEB), working.state(HOUSE, OWN_MAIL)):
        return Rung.B
    return Rung.A


def step_of(plan: Plan, working: Working, place: str, now: datetime) -> Step:
    """Return where a place stands."""
    rung = rung_of(working, place, now)
    usable = {channel.id: channel for channel in plan.usable_channels()}
    gone = broken(working, place)
    living = tuple(id for id in USES[rung] if id in usable and lives(usable[id], gone))
    down = tuple(thing for thing in (*LOCAL, *OWN) if thing in gone)
    told = any(at in (place, HOUSE) for at, _thing in working.known)
    return Step(place, rung, down, living, told)


def ladder(plan: Plan, working: Working, now: datetime) -> tuple[Step, ...]:
    """Return where each place stands, in the order of the plan."""
    return tuple(step_of(plan, working, place.id, now) for place in towns(plan))


def whole(steps: tuple[Step, ...], plan: Plan, working: Working, now: datetime) -> Step:
    """Return where the municipality stands: as its worst place, with what can be used there."""
    worst = max(steps, key=_rung, default=None)
    return worst if worst and worst.rung is not Rung.A else step_of(plan, working, HOUSE, now)


def words(step: Step, plan: Plan, where: str = "") -> str:
    """Return a step in words: "Läge D: ingen el. Använd sms, anslag för hand, upplästa besked och P4. …".

    `where` names the places that stand so, when not all do.
    """
    if not step.told and step.rung is Rung.A:
        return _("Ingen har berättat vad som fungerar än.")
    head = _("Läge {rung} ({where}): {name}.") if where else _("Läge {rung}: {name}.")
    head = head.format(rung=step.rung, where=where, name=_(RUNG_NAMES[step.rung]))
    if step.rung is Rung.A and step.down:
        names = together([_(THING_NAMES[thing]) for thing in step.down])
        head = _("Läge A: det mesta fungerar. Nere: {names}.").format(names=names)
    parts = [head]
    if step.channels:
        names = together([way_of(plan, id, step.rung) for id in step.channels])
        parts.append(_("Använd {names}.").format(names=names))
    if step.rung is not Rung.A:
        parts.append(_(_ADVICE[step.rung]))
    if step.channels == ("C15",):
        parts.append(_("P4 får aldrig vara enda vägen."))
    return " ".join(parts)


def way_of(plan: Plan, channel: str, rung: Rung) -> str:
    """Return what a channel is called in a sentence."""
    if channel == "C12" and rung in (Rung.D, Rung.E):
        return _("anslag för hand")
    if channel in _WAYS:
        return _(_WAYS[channel])
    short = next((row.short for row in plan.channels if row.id == channel), channel)
    proper = short[1:2].isupper() or not short[1:2].isalpha() or channel in ("C03", "C16")
    return short if proper else short[:1].lower() + short[1:]


def _rung(step: Step) -> str:
    return step.rung

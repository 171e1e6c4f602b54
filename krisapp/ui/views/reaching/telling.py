"""How reach is told (ord om räckvidd): states and verdicts as marks, gaps in sentences."""

from krisapp.domain.incident import Incident
from krisapp.domain.plan import Plan
from krisapp.domain.reaching.gap import Reach, Verdict
from krisapp.domain.reaching.ladder import Rung, way_of
from krisapp.domain.reaching.living import ways_of
from krisapp.domain.reaching.working import HOUSE, STATE_NAMES, THING_NAMES, State, Working, together
from krisapp.domain.words import N_, _
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.widgets.clock import at
from krisapp.ui.widgets.marks import Mark, Shape

_LOOKS = {
    State.WORKING: (Tone.GOOD, Shape.CHECK),
    State.DOWN: (Tone.ALARM, Shape.CROSS),
    State.UNKNOWN: (Tone.NEUTRAL, Shape.RING),
}
_VERDICTS = {
    Verdict.NOTHING: (N_("ingen väg"), Tone.ALARM, Shape.CROSS),
    Verdict.MISSED: (N_("nås inte"), Tone.ALARM, Shape.TRIANGLE),
    Verdict.LAST_PATH: (N_("en kvar"), Tone.ALARM, Shape.HALF),
    Verdict.WAITING: (N_("väntar"), Tone.NEUTRAL, Shape.RING),
    Verdict.ONE_PATH: (N_("en väg"), Tone.WAIT, Shape.DIAMOND),
    Verdict.REACHED: (N_("nås"), Tone.GOOD, Shape.DOT),
}
_RUNGS = {
    Rung.A: (Tone.GOOD, Shape.DOT),
    Rung.B: (Tone.WAIT, Shape.HALF),
    Rung.C: (Tone.WAIT, Shape.DIAMOND),
    Rung.D: (Tone.ALARM, Shape.TRIANGLE),
    Rung.E: (Tone.ALARM, Shape.CROSS),
}


def state_mark(state: State, *, follows: bool) -> Mark:
    """Return a state as a mark; what only follows from something else is marked as likely."""
    if follows:
        return Mark(_("nere?"), Tone.WAIT, Shape.HALF)
    return Mark(_(STATE_NAMES[state]), *_LOOKS[state])


def verdict_mark(verdict: Verdict) -> Mark:
    """Return a verdict as a mark."""
    word, tone, shape = _VERDICTS[verdict]
    return Mark(_(word), tone, shape)


def rung_mark(rung: Rung, *, told: bool) -> Mark:
    """Return a rung as a mark; while nobody has told, it is none."""
    if not told and rung is Rung.A:
        return Mark(_("Läge okänt"), Tone.NEUTRAL, Shape.RING)
    return Mark(_("Läge {rung}").format(rung=rung), *_RUNGS[rung])


def state_sentence(incident: Incident, working: Working, place: str, thing: str) -> str:
    """Return all that is known of a thing: state, since when, who told, by whom."""
    name = _(THING_NAMES[thing])
    known = working.known.get((place, thing))
    told = working.told(place, thing)
    if told is State.UNKNOWN and working.state(place, thing) is State.DOWN:
        return _("{name}: troligen nere, för det den behöver är nere. Tryck F om den fungerar.").format(name=name)
    if known is None or told is State.UNKNOWN:
        return _("{name}: ingen har berättat. Mellanslag ändrar.").format(name=name)
    who = incident.name_of(known.stamp.person)
    words = _("{name} {state} sedan kl. {since}. Antecknat kl. {time} av {who}.").format(
        name=name, state=_(STATE_NAMES[known.state]), since=at(known.since), time=at(known.stamp.at), who=who
    )
    return f"{words} {_('Källa: {source}.').format(source=known.source)}" if known.source else words


def who_of(plan: Plan, audience: str) -> str:
    """Return an audience as it is called within a sentence."""
    row = next((row for row in plan.audiences if row.id == audience), None)
    if row is None:
        return audience
    name = row.name if audience == "E6" else row.short
    return name[:1].lower() + name[1:]


def where_of(plan: Plan, place: str) -> str:
    """Return a place with its preposition."""
    if place == HOUSE:
        return ""
    return next((row.phrase for row in plan.places if row.id == place), place)


def title_of(plan: Plan, one: Reach) -> str:
    """Return a gap in one line: "Ingen når säsongsboende i Bettna"."""
    who, where = who_of(plan, one.audience), where_of(plan, one.place)
    if one.verdict is Verdict.LAST_PATH:
        words = _("Bara {channel} kan nå {who} {where}")
        return words.format(channel=_names(plan, one.waits), who=who, where=where).strip()
    words = (
        _("Ingen kanal finns till {who} {where}") if one.verdict is Verdict.NOTHING else _("Ingen når {who} {where}")
    )
    return words.format(who=who, where=where).strip()


def detail_of(plan: Plan, one: Reach) -> str:
    """Return what to do about a gap, or how an audience is reached."""
    if one.verdict is Verdict.NOTHING:
        return _("Ingen kanal i matrisen fungerar där. Lägg till anslag eller dörrknackning i planen.")
    parts = []
    if one.arrives:
        parts.append(_("Når fram: {names}.").format(names=_names(plan, one.arrives)))
    released = [id for id in one.waits if id in one.out]
    to_carry = tuple(id for id in released if by_hand(plan, id))
    stuck = tuple(id for id in released if id not in to_carry)
    closed = tuple(id for id in one.waits if id not in one.out)
    if to_carry:
        parts.append(_("Släppt men inte på plats: {names}.").format(names=_names(plan, to_carry)))
    if stuck:
        parts.append(_("Släppt men inte mottaget: {names}.").format(names=_names(plan, stuck)))
    if closed:
        parts.append(_("Kan släppas: {names}.").format(names=_names(plan, closed)))
    return " ".join(parts)


def by_hand(plan: Plan, channel: str) -> bool:
    """Return whether a person carries the texts of a channel to a place."""
    row = next((row for row in plan.channels if row.id == channel), None)
    return row is not None and any(carried for _things, carried in ways_of(row.needs))


def _names(plan: Plan, channels: tuple[str, ...]) -> str:
    return together([way_of(plan, id, Rung.A) for id in channels])

"""What a cell of the matrix says (ruta): where its message stands, how old it is, and why it is not out."""

from dataclasses import dataclass
from datetime import date, datetime

from msgspec import structs

from krisapp.domain import messages, release, versions
from krisapp.domain.break_glass import owed
from krisapp.domain.checks import Stage
from krisapp.domain.delegation import WARNING_TO_PUBLIC
from krisapp.domain.events import Stamp
from krisapp.domain.incident import Incident
from krisapp.domain.messages import STATE_NAMES, Message, Rendering, State
from krisapp.domain.needs import down_by_state, need_of
from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Audience, Channel
from krisapp.domain.plan_rows import Cell as Need
from krisapp.domain.pre_approval import in_advance
from krisapp.domain.reaching.gap import lost
from krisapp.domain.release import Allowed, NeedsReason
from krisapp.domain.words import N_, Refused, _, ngettext
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.messages.sweep import UNSEEN, Found
from krisapp.ui.views.situation.names import listed
from krisapp.ui.widgets.clock import at, span
from krisapp.ui.widgets.marks import Mark, Shape

LOOKS = {
    State.SUGGESTED: (Tone.NEUTRAL, Shape.RING),
    State.DRAFT: (Tone.WAIT, Shape.HALF),
    State.APPROVED: (Tone.INFO, Shape.DIAMOND),
    State.RELEASED: (Tone.GOOD, Shape.DOT),
    State.STALE: (Tone.ALARM, Shape.TRIANGLE),
}
"""How each state is shown beside its word."""

NEEDS = {
    "M": N_("ska ut första timmen"),
    "B": N_("bör ut"),
    "K": N_("kan behövas"),
    "D": N_("efter beslut"),
}


@dataclass(frozen=True, slots=True)
class Waits:
    """Why a text is not out: in two words for the cell, and in a sentence. `hard` is something to mend first.

    `in_plan` is the channel to mend in the plan: it has no owner, or was never verified (P35).
    """

    short: str
    sentence: str
    hard: bool = False
    in_plan: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as it is shown. `since` is when it came to stand so; `waits` is None for a text that is out."""

    id: str
    audience: Audience
    channel: Channel
    state: State
    stage: Stage
    number: int
    since: datetime | None
    by: str
    waits: Waits | None
    found: Found = UNSEEN
    need: str = ""
    need_note: str = ""
    political: bool = False

    @property
    def mark(self) -> Mark:
        """Return the state as word, shape and tone. A request for a VMA is decided, and nobody here knows it is out."""
        tone, shape = LOOKS[self.state]
        decided = self.state is State.RELEASED and self.channel.id == WARNING_TO_PUBLIC
        return Mark(_("beslutad") if decided else _(STATE_NAMES[self.state]), tone, shape)

    @property
    def title(self) -> str:
        """Return whose text it is and by which channel: "Invånare · Sms"."""
        return f"{self.audience.short} · {self.channel.short}"

    def age(self, now: datetime) -> str:
        """Return how long it has stood so: "12 min", or nothing for what the template gives."""
        return span(now - self.since) if self.since else ""

    def line(self, now: datetime) -> str:
        """Return the last line of the cell: what it waits for, or how old it is."""
        return self.waits.short if self.waits else self.age(now)

    def sentence(self, now: datetime) -> str:
        """Return all the cell says, for the line beneath the matrix, the tool tip and a screen reader."""
        parts = [_("nr {number}").format(number=self.number)]
        if self.since:
            who = self.by or "–"
            parts.append(_("{age} sedan, kl. {time}, {who}").format(age=self.age(now), time=at(self.since), who=who))
        if self.political:
            parts.append(_("politisk text"))
        if self.found.warnings:
            parts.append(warnings_in_words(self.found.warnings))
        need = _(NEEDS.get(self.need, "")) if self.need else ""
        if need:
            parts.append(_("{need} ({note})").format(need=need, note=self.need_note) if self.need_note else need)
        words = ", ".join(parts)
        return f"{words}. {self.waits.sentence}" if self.waits else f"{words}."


def stops_in_words(count: int) -> str:
    """Return "3 stopp"."""
    return ngettext("{count} stopp", "{count} stopp", count).format(count=count)


def warnings_in_words(count: int) -> str:
    """Return "1 varning" or "3 varningar"."""
    return ngettext("{count} varning", "{count} varningar", count).format(count=count)


def cell_of(
    incident: Incident,
    message: Message,
    audience: Audience,
    channel: Channel,
    *,
    stage: Stage,
    found: Found,
    need: Need | None = None,
    day: date | None = None,
) -> Cell:
    """Return a cell as it stands; `found` is what its text was last found to hold, `day` today where it is known."""
    state = messages.state(incident, message)
    stamp = _stamp(message, state)
    out = message.out
    standing = state in (State.RELEASED, State.STALE)
    return Cell(
        message.id,
        audience,
        channel,
        state,
        out.stage if standing and out else stage,
        out.number if standing and out else message.number,
        stamp.at if stamp else None,
        incident.name_of(stamp.person) if stamp else "",
        _owes(incident, message, state)
        or _in_advance(incident, message, state, stage, found, day)
        or waits_for(incident, message, state, found),
        UNSEEN if standing else found,
        need.need if need else "",
        need.note if need else "",
        message.political,
    )


def needs_of(incident: Incident, plan: Plan) -> dict[tuple[str, str], Need]:
    """Return the cells of the matrix as things stand: what was told to be down makes other channels a must (6.4)."""
    down = lost(incident, plan) if incident.working.known else down_by_state(incident.sheet)
    return {
        (row.audience, row.channel): structs.replace(row, need=need_of(row, incident.sheet, down))
        for row in plan.matrix
    }


def _stamp(message: Message, state: State) -> Stamp | None:
    if state in (State.RELEASED, State.STALE) and message.out:
        return message.out.stamp
    claims = message.draft.claims
    return claims[-1][1] if claims else None


def waits_for(incident: Incident, message: Message, state: State, found: Found) -> Waits | None:
    """Return why a text is not out, or None when it is and holds."""
    if state is State.RELEASED:
        return None
    why = incident.plan.why_unusable(message.channel) if incident.plan else ""
    if why:
        return Waits(_("ej valbar"), why, hard=True, in_plan=message.channel)
    if state is State.STALE and message.out:
        return _stale(incident, message.out.uses)
    if message.returned:
        return Waits(_("tillbaka"), _("Skickat tillbaka: {reason}").format(reason=message.returned), hard=True)
    if message.draft.contested:
        return Waits(_("två utkast"), _("Två utkast står mot varandra. Öppna och välj ett."), hard=True)
    if message.approval is not None:
        return _gate(incident, message) if state is State.APPROVED else _changed(incident, message.approval.uses)
    if found.fault:
        return Waits(_("fel i mall"), found.fault, hard=True)
    if found.stops:
        stops = stops_in_words(found.stops)
        return Waits(stops, _("{stops} måste rättas innan texten kan godkännas.").format(stops=stops), hard=True)
    if message.political:
        return Waits(_("KSO godkänner"), _("Politisk text. Väntar på att en förtroendevald godkänner den (P49)."))
    return Waits(_("ej godkänt"), _("Väntar på godkännande."))


def _owes(incident: Incident, message: Message, state: State) -> Waits | None:
    """Say of a text that is out without approval that it needs one (row ME6)."""
    standing = state in (State.RELEASED, State.STALE)
    if not (standing and any(one.message == message.id for one in owed(incident))):
        return None
    return Waits(_("ej godkänd"), _("Ute utan godkännande. Någon annan måste godkänna den i efterhand."), hard=True)


def _in_advance(
    incident: Incident, message: Message, state: State, stage: Stage, found: Found, day: date | None
) -> Waits | None:
    """Say of a text that it is approved in advance, and by which decision: never silently (row ME6)."""
    waiting = state in (State.SUGGESTED, State.DRAFT) and message.approval is None and not message.returned
    if day is None or not waiting or not found.uses or found.stops or found.warnings or found.fault:
        return None
    draft = message.draft.value
    seen = Rendering("", found.uses)
    row = in_advance(incident, message, stage, seen, day, edited=draft is not None and draft.edited)
    if row is None or (incident.plan and incident.plan.why_unusable(message.channel)):
        return None
    sentence = _("Godkänd i förväg enligt {decision}. Tryck S för att släppa.")
    return Waits(_("i förväg"), sentence.format(decision=row.decision))


def _changed(incident: Incident, uses: dict[str, str]) -> Waits:
    """Say why an approval no longer counts."""
    names = listed(messages.changed_since(incident.sheet, uses))
    if not names:
        return Waits(_("ändrad"), _not_holding(incident, uses))
    return Waits(_("ändrad"), _("Fakta har ändrats sedan godkännandet: {names}. Godkänn igen.").format(names=names))


def _stale(incident: Incident, uses: dict[str, str]) -> Waits:
    """Say why what is out no longer holds."""
    changed = messages.changed_since(incident.sheet, uses)
    if not changed:
        return Waits(_("ny version"), _not_holding(incident, uses), hard=True)
    return Waits(_("ny version"), _("Bygger på äldre fakta: {names}.").format(names=listed(changed)), hard=True)


def _not_holding(incident: Incident, uses: dict[str, str]) -> str:
    """Say why a version in other words or languages no longer holds, though no fact it used has changed (ME11)."""
    if versions.changed_phrases(incident, uses):
        return _("Gäller inte längre: en fras den bygger på är inte längre granskad.")
    return _("Gäller inte längre: den svenska texten till invånarna har ändrats.")


def _gate(incident: Incident, message: Message) -> Waits:
    """Say what the release engine says of an approved text."""
    decision = release.decide(incident, message)
    if isinstance(decision, Allowed):
        return Waits(_("kan släppas"), _("Godkänd och klar att släppa."))
    if isinstance(decision, NeedsReason):
        # The numbers are those at the head of each row.
        page = _("efter anslag") if release.WEB in incident.down else _("efter webben")
        short = _("efter 1 och 2") if "P16" in decision.rules else page
        return Waits(short, _("{why} Den kan släppas med ett skäl.").format(why=_(decision.sentence)))
    assert isinstance(decision, Refused)
    return Waits(_("efter 3"), _("Väntar på invånartexten. {why}").format(why=str(decision)), hard=True)

"""Who has been told (vem har fått besked): each audience in policy order, how far its texts are, and what it waits for.

What a text waits for is asked of the release engine and of nobody else (rules P16, P28, P64).
"""

from datetime import datetime
from typing import NamedTuple

from krisapp.domain import messages, release
from krisapp.domain.delegation import WARNING_TO_PUBLIC
from krisapp.domain.incident import Incident
from krisapp.domain.messages import Message, State
from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Audience
from krisapp.domain.release import Allowed, NeedsReason
from krisapp.domain.words import N_, _, ngettext
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.widgets.clock import at
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.rows import Column

MUST = "M"


class Told(NamedTuple):
    """An audience as the overview shows it. `message` is the text to open: the one that is next in its turn."""

    rank: int
    audience: str
    name: str
    mark: Mark
    detail: str
    message: str


def told(incident: Incident, plan: Plan, ids: tuple[str, ...]) -> list[Told]:
    """Return how far each audience is, in the policy's order (rule P27). `ids` are the texts there are."""
    by_audience: dict[str, list[Message]] = {}
    for id in ids:
        message = incident.message(id)
        by_audience.setdefault(message.audience, []).append(message)
    return [_told(incident, plan, row, by_audience.get(row.id, [])) for row in plan.audiences]


def _told(incident: Incident, plan: Plan, audience: Audience, texts: list[Message]) -> Told:
    states = {message.id: messages.state(incident, message) for message in texts}
    must = {cell.channel for cell in plan.matrix if cell.audience == audience.id and cell.need.startswith(MUST)}
    ranks = {row.id: row.rank for row in plan.audiences}
    texts = sorted(texts, key=lambda message: release.order(message, ranks))
    out = [message for message in texts if message.out is not None]
    wrong = [message for message in out if messages.changed_since(incident.sheet, _uses(message))]
    waiting = [message for message in texts if message.out is None and (message.channel in must or not must)]
    following = _next(texts, states, must)
    words = []
    if following is not None:
        words.append(waits(incident, plan, following, states[following.id]))
    if out:
        words.append(_out_words(plan, out))
    return Told(
        audience.rank,
        audience.id,
        audience.short or audience.name,
        _mark(len(out), len(wrong), len(waiting), states),
        ". ".join(word for word in words if word),
        (wrong or ([following] if following else []) or texts)[0].id if texts else "",
    )


def _uses(message: Message) -> dict[str, str]:
    return message.out.uses if message.out is not None else {}


def _next(texts: list[Message], states: dict[str, State], must: set[str]) -> Message | None:
    """Return the text whose turn it is: one that is approved, then a draft, then one that must go out."""
    for wanted in (State.APPROVED, State.DRAFT):
        for message in texts:
            if states[message.id] is wanted:
                return message
    unsent = [message for message in texts if message.out is None]
    return next((message for message in unsent if message.channel in must), None) or (
        unsent[0] if unsent and len(unsent) == len(texts) else None
    )


def _out_words(plan: Plan, out: list[Message]) -> str:
    names = {row.id: row.short or row.name for row in plan.channels}
    names[WARNING_TO_PUBLIC] = _("begäran om VMA")  # decided; the program never says that one is sent
    last: datetime = max(message.out.stamp.at for message in out if message.out is not None)
    channels = ", ".join(dict.fromkeys(names.get(message.channel, message.channel) for message in out))
    return _("Ute {time}: {channels}").format(time=at(last), channels=channels)


def _mark(out: int, wrong: int, waiting: int, states: dict[str, State]) -> Mark:
    if wrong:
        words = ngettext("{count} inaktuell", "{count} inaktuella", wrong).format(count=wrong)
        return Mark(words, Tone.ALARM, Shape.TRIANGLE)
    if out and not waiting:
        return Mark(_("har fått besked"), Tone.GOOD, Shape.CHECK)
    if out:
        words = ngettext("{count} kanal kvar", "{count} kanaler kvar", waiting).format(count=waiting)
        return Mark(words, Tone.WAIT, Shape.HALF)
    if State.APPROVED in states.values():
        return Mark(_("godkänt, inte ute"), Tone.INFO, Shape.DIAMOND)
    if State.DRAFT in states.values():
        return Mark(_("ska godkännas"), Tone.WAIT, Shape.HALF)
    return Mark(_("inget besked än"), Tone.NEUTRAL, Shape.RING)


def waits(incident: Incident, plan: Plan, message: Message, state: State) -> str:
    """Return what a text waits for, in words."""
    names = {row.id: row.short or row.name for row in plan.channels}
    channel = names.get(message.channel, message.channel)
    if state is State.APPROVED:
        decision = release.decide(incident, message)
        if isinstance(decision, Allowed):
            return _("{channel}: kan släppas nu").format(channel=channel)
        if isinstance(decision, NeedsReason):
            return _("{channel}: {why} Skäl krävs").format(channel=channel, why=_(decision.sentence))
        return _("{channel}: {why}").format(channel=channel, why=str(decision).removesuffix("."))
    if state is State.DRAFT and message.returned:
        return _("{channel}: tillbaka till den som skrev: {why}").format(channel=channel, why=message.returned)
    if state is State.DRAFT:
        return _("{channel}: utkast, ej godkänt").format(channel=channel)
    if _after_residents(incident, message):
        return _("Invånarna går först")
    return _("{channel}: ej godkänt").format(channel=channel)


def _after_residents(incident: Incident, message: Message) -> bool:
    """Return whether the residents' turn comes before (rule P28)."""
    if not message.audience.startswith("E") or message.audience == release.RESIDENTS:
        return False
    return not any(one.audience == release.RESIDENTS and one.out for one in incident.messages.values())


def _title(row: Told) -> str:
    return _("{rank}. {name}").format(rank=row.rank, name=row.name)


def _row_mark(row: Told) -> Mark:
    return row.mark


def _row_detail(row: Told) -> str:
    return row.detail


COLUMNS = (Column[Told](N_("Målgrupp"), _title, mark=_row_mark, detail=_row_detail),)


def audience_key(row: Told) -> str:
    """Return what names a row: the audience's code."""
    return row.audience

"""How the posts of the alarm chain are told in their list (ringlistans rader)."""

from datetime import datetime
from typing import NamedTuple

from krisapp.domain.delegation import short
from krisapp.domain.incident import Incident
from krisapp.domain.leading.alarm.alarm_chain import numbers
from krisapp.domain.leading.alarm.calling import Calls
from krisapp.domain.leading.alarm.calling_order import FILLED, Situation, Standing, State
from krisapp.domain.plan import Plan
from krisapp.domain.words import N_, _, ngettext
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.log_words import when
from krisapp.ui.widgets.clock import span
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.rows import Column

_SIGNS = {
    Standing.ON_DUTY: (N_("i tjänst"), Tone.GOOD, Shape.CHECK),
    Standing.REACHED: (N_("nådd {time}"), Tone.GOOD, Shape.CHECK),
    Standing.ON_WAY: (N_("framme {time}"), Tone.INFO, Shape.CLOCK),
    Standing.OVERDUE: (N_("skulle ha varit här {time}"), Tone.WAIT, Shape.TRIANGLE),
    Standing.RINGING: (N_("rings"), Tone.INFO, Shape.HALF),
    Standing.WAITING: (N_("kvar att ringa"), Tone.NEUTRAL, Shape.RING),
    Standing.UNANSWERED: (N_("ingen har svarat"), Tone.ALARM, Shape.TRIANGLE),
    Standing.UNABLE: (N_("ingen kan komma"), Tone.ALARM, Shape.TRIANGLE),
    Standing.NOBODY_FREE: (N_("ingen är ledig"), Tone.WAIT, Shape.TRIANGLE),
    Standing.ELSEWHERE: (N_("har annan roll"), Tone.NEUTRAL, Shape.DASH),
    Standing.NO_NUMBER: (N_("inget nummer"), Tone.ALARM, Shape.CROSS),
    Standing.NOBODY: (N_("ingen i planen"), Tone.ALARM, Shape.CROSS),
}


class PostRow(NamedTuple):
    """A post in the list: its id, who it is, and how it stands."""

    id: str
    title: str
    detail: str
    mark: Mark


def post_rows(situation: Situation, plan: Plan) -> list[PostRow]:
    """Return the chain as rows, in calling order."""
    return [
        PostRow(one.post.id, post_name(plan, one), _detail(situation, plan, one), state_mark(one, situation.now))
        for one in situation.states()
    ]


def post_name(plan: Plan, state: State) -> str:
    """Return what a post is called: the role, with the person where each has their own, or the contact outside."""
    role = plan.role(state.post.role)
    known = plan.person(state.post.people[0]) if state.post.people else None
    if role is None:
        return known.name if known else state.post.id
    return (
        _("{role}: {name}").format(role=short(role), name=known.name) if ":" in state.post.id and known else short(role)
    )


def state_mark(state: State, now: datetime) -> Mark:
    """Return how a post stands, in words and shape; two who ring the same person are an alarm."""
    if len(state.rung) > 1:
        return Mark(_("rings av två"), Tone.ALARM, Shape.TRIANGLE)
    words, tone, shape = _SIGNS[state.standing]
    return Mark(_(words).format(time=when(state.time, now) if state.time else ""), tone, shape)


def _detail(situation: Situation, plan: Plan, state: State) -> str:
    """Return who it is about, by when, and how many have been tried."""
    name = situation.incident.name_of(state.person) if state.person else ""
    if state.standing in FILLED:
        return name if ":" not in state.post.id else ""
    if state.standing is Standing.RINGING:
        ringing = _("{name}, sedan {span}").format(name=name, span=span(situation.now - (state.time or situation.now)))
        by = ", ".join(situation.incident.name_of(one) for one in state.rung)
        return _("{ringing}, av {by}").format(ringing=ringing, by=by)
    people = len(state.post.people)
    minutes = state.post.within - int((situation.now - situation.incident.sheet.alarm_at).total_seconds() // 60)
    time = (
        _("inom {minutes} min").format(minutes=minutes)
        if minutes > 0
        else _("{minutes} min sent").format(minutes=-minutes)
    )
    if state.standing in (Standing.NO_NUMBER, Standing.NOBODY):
        notes = [known.note for one in state.post.people if (known := plan.person(one)) is not None and known.note]
        return notes[0] if notes else time
    if not state.tried:
        return " · ".join(part for part in (_ordinary(situation, state), time) if part)
    tried = ngettext("{tried} av {people} har ringts", "{tried} av {people} har ringts", people)
    return f"{time} · {tried.format(tried=state.tried, people=people)}"


def _ordinary(situation: Situation, state: State) -> str:
    """Return who is rung first; nothing where the title already says it."""
    return situation.incident.name_of(state.post.people[0]) if ":" not in state.post.id else ""


def progress(states: list[State]) -> str:
    """Return how far the calling has come: "3 nådda, 2 på väg, 1 rings, 18 kvar"."""
    filled = sum(one.standing in FILLED - {Standing.ON_WAY, Standing.OVERDUE} for one in states)
    coming = sum(one.standing in (Standing.ON_WAY, Standing.OVERDUE) for one in states)
    ringing = sum(one.standing is Standing.RINGING for one in states)
    left = len(states) - filled - coming - ringing
    parts = [
        ngettext("{count} klar", "{count} klara", filled).format(count=filled),
        _("{count} på väg").format(count=coming),
        _("{count} rings").format(count=ringing) if ringing else "",
        _("{count} kvar").format(count=left),
    ]
    return ", ".join(part for part in parts if part)


def left_to_ring(incident: Incident, now: datetime) -> int:
    """Return how many posts nobody has been reached for, once the calling has begun; before it nothing waits."""
    if not incident.part(Calls).begun:
        return 0
    states = Situation(incident, now).states()
    return sum(one.standing not in FILLED and one.standing is not Standing.RINGING for one in states)


def person_words(situation: Situation, plan: Plan, state: State, person: str) -> str:
    """Return a person as one of those who can fill a post: name, place in the order, and what is known of them."""
    at = state.post.people.index(person)
    place = _("ordinarie") if at == 0 else _("ersättare {number}").format(number=at)
    known = plan.person(person)
    parts = [known.name if known else person, place if len(state.post.people) > 1 else ""]
    if not numbers(known):
        parts.append(_("inget nummer"))
    failures = situation.failures(person)
    if failures:
        parts.append(ngettext("har inte svarat", "har inte svarat {count} gånger", failures).format(count=failures))
    return ", ".join(part for part in parts if part)


def _title(row: PostRow) -> str:
    return row.title


def _detail_of(row: PostRow) -> str:
    return row.detail


def _mark(row: PostRow) -> Mark:
    return row.mark


def post_key(row: PostRow) -> str:
    """Return what names a row."""
    return row.id


COLUMNS = (Column[PostRow](N_("Att ringa"), _title, mark=_mark, detail=_detail_of),)

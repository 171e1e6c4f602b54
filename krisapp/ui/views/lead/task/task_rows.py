"""How tasks are told (uppdragens ord): in their list, in the line where they are typed, and who can own them."""

from datetime import datetime

from krisapp.domain.events import Stamp
from krisapp.domain.incident import Incident
from krisapp.domain.leading.task.task_words import Typed
from krisapp.domain.leading.task.tasks import (
    CLOSED,
    PRIORITY_NAMES,
    Priority,
    Source,
    State,
    Task,
    Tasks,
    Urgency,
    called,
)
from krisapp.domain.plan import Plan
from krisapp.domain.words import _, ngettext
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.lead.seen_row import SeenRow
from krisapp.ui.views.log_words import when
from krisapp.ui.views.questions.listed import Listed
from krisapp.ui.widgets.clock import span
from krisapp.ui.widgets.marks import Mark, Shape


def task_row(task: Task, incident: Incident, now: datetime) -> SeenRow:
    """Return a task as a row."""
    tasks = incident.part(Tasks)
    whole = tasks.by_id.get(task.parent)
    near = task.urgency(now) in (Urgency.OVERDUE, Urgency.SOON)
    stands_on = (
        task.heads,
        whole.words.heads if whole else (),
        tuple(one.marks.heads for one in tasks.parts_of(task.id)),
        origin_words(task, incident),
        now.date(),
        now.hour * 60 + now.minute if near else -1,
    )

    def say() -> Listed:
        return Listed(task.id, task.title, _detail(task, incident, now), str(task.number), task_mark(task, now))

    return SeenRow(task.id, stands_on, say)


def task_mark(task: Task, now: datetime) -> Mark:
    """Return how a task stands, in a word, a shape and a tone."""
    if task.contested:
        return Mark(_("två uppgifter"), Tone.ALARM, Shape.CROSS)
    if task.state is State.DONE:
        return Mark(_("klart"), Tone.GOOD, Shape.CHECK)
    if task.state is State.CANCELLED:
        return Mark(_("avbrutet"), Tone.NEUTRAL, Shape.DASH)
    urgency = task.urgency(now)
    if task.deadline is not None and urgency is Urgency.OVERDUE:
        return Mark(_("{span} sent").format(span=span(now - task.deadline)), Tone.ALARM, Shape.TRIANGLE)
    if task.deadline is not None and urgency is Urgency.SOON:
        return Mark(_("om {span}").format(span=span(task.deadline - now)), Tone.WAIT, Shape.CLOCK)
    if task.state is State.STARTED:
        return Mark(_("påbörjat"), Tone.INFO, Shape.HALF)
    return Mark(_("inte påbörjat"), Tone.NEUTRAL, Shape.RING)


def owner_words(incident: Incident, owner: str) -> str:
    """Return who does a task, or that nobody does."""
    return called(incident, owner) if owner else _("ingen ansvarig")


def origin_words(task: Task, incident: Incident) -> str:
    """Return what a task comes from, "möte 2", or nothing."""
    origin = task.origin
    if origin.source is Source.MEETING:
        from krisapp.domain.leading.meeting.meetings import Meetings  # here: only where a meeting gave the task

        meeting = incident.part(Meetings).by_id.get(origin.id)
        return _("från möte {number}").format(number=meeting.number if meeting else "?")
    if origin.source is Source.DECISION:
        from krisapp.domain.leading.decision.decisions import Decisions  # here: as above

        return _("från beslut {number}").format(number=incident.part(Decisions).label(origin.id))
    if origin.source is Source.REPORT:
        from krisapp.domain.leading.task.incoming import Reports  # here: as above

        report = incident.part(Reports).by_id.get(origin.id)
        return _("från rapport {number}").format(number=report.number if report else "?")
    return ""


def conflict_words(task: Task, incident: Incident, now: datetime) -> str:
    """Return what two people set apart, each with name and time, and that saving chooses; nothing when they agree."""
    claims: list[tuple[str, Stamp]] = []
    if task.words.contested:
        claims += task.words.claims
    if task.owners.contested:
        claims += [(owner_words(incident, owner), stamp) for owner, stamp in task.owners.claims]
    if task.deadlines.contested:
        times = task.deadlines.claims
        claims += [(when(due, now) if due else _("ingen sista tid"), stamp) for due, stamp in times]
    if task.priorities.contested:
        claims += [(_(PRIORITY_NAMES[one]), stamp) for one, stamp in task.priorities.claims]
    if not claims:
        return ""
    each = _("{value} ({name} {time})")
    told = [
        each.format(value=value, name=incident.name_of(stamp.person), time=when(stamp.at, now))
        for value, stamp in claims
    ]
    return _("Två har ändrat samtidigt: {claims}. Det du sparar gäller.").format(claims=", ".join(told))


def owners(plan: Plan, *more: str) -> list[tuple[str, str]]:
    """Return who can own a task, by key and word: nobody, the roles, the people, and what `more` says besides."""
    known = [(role.id, f"{role.id} {role.name}") for role in plan.roles]
    known += [
        (one.id, f"{one.name}, {one.function}" if one.function else one.name)
        for one in sorted(plan.people, key=lambda person: person.name)
    ]
    keys = {key for key, _word in known}
    return [("", _("Ingen ansvarig")), *known, *((one, one) for one in more if one and one not in keys)]


def understood(typed: Typed, incident: Incident, now: datetime) -> tuple[str, str]:
    """Return what was understood of a line, and what is wrong with it; both may be empty."""
    wrong = []
    if typed.several:
        names = ", ".join(incident.name_of(one) for one in typed.several[:4])
        wrong.append(_('Vem av {names}? Skriv hela namnet i citattecken: @"Förnamn Efternamn".').format(names=names))
    if typed.wrong_time:
        wrong.append(_("{time} är ingen tid. Skriv till exempel kl. 15.30.").format(time=typed.wrong_time))
    parts = [typed.title or _("Vad ska göras?")]
    if typed.owner:
        parts.append(_("{name}, som inte står i planen") if typed.unknown else "{name}")
        parts[-1] = parts[-1].format(name=called(incident, typed.owner))
    elif not typed.several:
        parts.append(_("ingen ansvarig"))
    parts.append(
        _("klart senast {time}").format(time=when(typed.deadline, now)) if typed.deadline else _("ingen sista tid")
    )
    if typed.priority is not Priority.NORMAL:
        parts.append(_(PRIORITY_NAMES[typed.priority]))
    return " · ".join(parts), " ".join(wrong)


def _detail(task: Task, incident: Incident, now: datetime) -> str:
    tasks = incident.part(Tasks)
    parts = tasks.parts_of(task.id)
    done = sum(one.closed for one in parts)
    whole = tasks.by_id.get(task.parent)
    deadline = _("klart senast {time}").format(time=when(task.deadline, now)) if task.deadline else ""
    words = (
        owner_words(incident, task.owner),
        "" if task.state in CLOSED else deadline,
        _(PRIORITY_NAMES[task.priority]) if task.priority is not Priority.NORMAL else "",
        _("hör till uppdrag {number}, {title}").format(number=whole.number, title=whole.title) if whole else "",
        ngettext("{done} av {count} deluppdrag klart", "{done} av {count} deluppdrag klara", len(parts)).format(
            done=done, count=len(parts)
        )
        if parts
        else "",
        origin_words(task, incident),
        task.reason if task.state in CLOSED else "",
    )
    return " · ".join(word for word in words if word)

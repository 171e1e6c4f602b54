"""What needs someone now (kräver åtgärd): conflicts, wrong texts, late items, approvals, loose facts; worst first."""

from datetime import datetime

from krisapp.domain import break_glass, messages, todo
from krisapp.domain.answering import enquiries
from krisapp.domain.consoles import Numbering
from krisapp.domain.events import KINDS
from krisapp.domain.facts import Fact, Status
from krisapp.domain.incident import Incident
from krisapp.domain.messages import State
from krisapp.domain.plan import Plan
from krisapp.domain.todo import Todo, Urgency
from krisapp.domain.words import N_, _, ngettext
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.need import Need
from krisapp.ui.views.situation.names import listed, words_of
from krisapp.ui.widgets.clock import span
from krisapp.ui.widgets.marks import Mark, Shape


def needs(incident: Incident, plan: Plan, now: datetime) -> list[Need]:
    """Return what needs someone, worst first."""
    led = leading(incident, plan, now)
    return [
        *_unapproved(incident, plan),
        *_conflicts(incident),
        *_set_apart(incident, plan),
        *_wrong(incident, plan),
        *_reviews(incident, now),
        *_unreached(incident, plan),
        *_press(incident, now),
        *(row for row in led if row.mark.tone is not Tone.INFO),
        *_late(incident, plan, now),
        *_site(incident, plan),
        *_approvals(incident, plan),
        *_loose(incident),
        *(row for row in led if row.mark.tone is Tone.INFO),
    ]


_LEADING = frozenset(
    ("decision.made", "legal.started", "task.added", "incoming.received", "duty.taken", "meeting.opened")
)
"""Kinds of event that tell that somebody leads here: known only when a journal or a screen has brought them in."""


def leading(incident: Incident, plan: Plan, now: datetime) -> list[Need]:
    """Return what leading needs: clocks of law, tasks, silent units, and what else is dealt with in Stab."""
    if KINDS.keys().isdisjoint(_LEADING):
        return []
    from krisapp.ui.views.lead.needs import led  # here: the first paint does not wait for what no journal holds

    return led(incident, plan, now)


def wrong_texts(incident: Incident) -> list[tuple[str, tuple[str, ...]]]:
    """Return the texts people have that are wrong now, each with the names that have changed (rule ME3)."""
    sheet = incident.sheet
    found = [
        (message.id, messages.changed_since(sheet, message.out.uses))
        for message in incident.messages.values()
        if message.out is not None
    ]
    return [(id, changed) for id, changed in found if changed]


def awaiting(incident: Incident) -> list[str]:
    """Return the drafts that wait for approval."""
    return [message.id for message in incident.messages.values() if messages.state(incident, message) is State.DRAFT]


def title_of(plan: Plan, id: str) -> str:
    """Return what a text is called: audience and channel in words."""
    audience, _dash, rest = id.partition("-")
    channel = rest.partition(".")[0]
    audiences = {row.id: row.short or row.name for row in plan.audiences}
    channels = {row.id: row.short or row.name for row in plan.channels}
    return f"{audiences.get(audience, audience)}, {channels.get(channel, channel)}"


def _unapproved(incident: Incident, plan: Plan) -> list[Need]:
    """Return one row for each text that is out without approval: overdue from the moment it went out (row ME6)."""
    return [
        Need(
            f"unapproved {one.item}",
            _("Ute utan godkännande: {title}, nr {number}").format(
                title=title_of(plan, one.message), number=one.number
            ),
            _("Släppt av {name}. Någon annan måste godkänna i efterhand, eller så ska texten återkallas.").format(
                name=incident.name_of(one.stamp.person)
            ),
            Mark(_("ej godkänd"), Tone.ALARM, Shape.TRIANGLE),
            "messages",
            one.message,
        )
        for one in break_glass.owed(incident)
    ]


def _conflicts(incident: Incident) -> list[Need]:
    if not incident.contested:
        return []
    from krisapp.domain.leading.picture.assessing import ASSESSED  # here: most incidents have no conflict

    return [
        Need(
            f"conflict {name}",
            _("Två uppgifter står mot varandra: {name}").format(name=words_of(name)),
            _("Texter som använder den kan inte godkännas förrän någon har valt."),
            Mark(_("konflikt"), Tone.ALARM, Shape.CROSS),
            "lead" if name in ASSESSED else "situation",
            f"picture:{name}" if name in ASSESSED else name,
        )
        for name in sorted(incident.contested)
    ]


def _set_apart(incident: Incident, plan: Plan) -> list[Need]:
    """Return one row for each thing outside the fact sheet that two consoles have set apart (row SY1)."""
    if not incident.part(Numbering).several:
        return []
    from krisapp.ui.views.consoles.needs import set_apart  # here: most incidents have one console

    return set_apart(incident, plan)


def _reviews(incident: Incident, now: datetime) -> list[Need]:
    if not incident.warnings:
        return []
    from krisapp.ui.views.reaching.vma_needs import reviews_due  # here: few incidents ask for a warning

    return reviews_due(incident, now)


def _unreached(incident: Incident, plan: Plan) -> list[Need]:
    """Return one row for whom nothing reaches (row CN7): the worst gap by name, and how many more there are."""
    if not incident.working.known and not any(message.out for message in incident.messages.values()):
        return []
    # Here: the first paint does not wait for what needs a report or a released text.
    from krisapp.domain.reaching.gap import gaps
    from krisapp.ui.views.reaching.telling import detail_of, verdict_mark
    from krisapp.ui.views.reaching.telling import title_of as gap_title

    found = gaps(incident, plan)
    if not found:
        return []
    others = len(found) - 1
    more = ngettext("{count} lucka till.", "{count} luckor till.", others).format(count=others)
    detail = detail_of(plan, found[0])
    return [
        Need(
            "gap",
            gap_title(plan, found[0]),
            f"{detail} {more}" if others else detail,
            verdict_mark(found[0].verdict),
            "reach",
            "gap",
        )
    ]


def _site(incident: Incident, plan: Plan) -> list[Need]:
    """Return one row when texts have gone out since the site was published (row CN5)."""
    if "site.published" not in KINDS:
        return []
    from krisapp.ui.views.reaching.site.site_need import site_needs  # here: most incidents have no site

    return site_needs(incident, plan)


def _wrong(incident: Incident, plan: Plan) -> list[Need]:
    """Return one row for each audience that has a wrong text, in policy order."""
    by_audience: dict[str, list[str]] = {}
    changed: dict[str, dict[str, None]] = {}
    for id, names in wrong_texts(incident):
        code = incident.message(id).audience
        by_audience.setdefault(code, []).append(id)
        changed.setdefault(code, {}).update(dict.fromkeys(names))
    rows = []
    for audience in plan.audiences:
        ids = by_audience.get(audience.id, [])
        if not ids:
            continue
        renewed = sum(incident.message(id).draft.value is not None for id in ids)
        word = ngettext("{count} inaktuell text", "{count} inaktuella texter", len(ids)).format(count=len(ids))
        detail = _("Ändrat: {names}. Ny version finns för {renewed} av {count}.")
        rows.append(
            Need(
                f"wrong {audience.id}",
                audience.short or audience.name,
                detail.format(names=listed(tuple(changed[audience.id])), renewed=renewed, count=len(ids)),
                Mark(word, Tone.ALARM, Shape.TRIANGLE),
                "messages",
                ids[0],
            )
        )
    return rows


def _late(incident: Incident, plan: Plan, now: datetime) -> list[Need]:
    """Return one row for each role that is late, the longest late first."""
    by_role: dict[str, list[Todo]] = {}
    for one in todo.late(incident, now):
        by_role.setdefault(one.role, []).append(one)
    rows = []
    for role, items in by_role.items():
        first = items[0]
        overdue = any(one.urgency(now) is Urgency.OVERDUE for one in items)
        late = span(now - (first.due or now))
        known = plan.role(role)
        detail = ngettext("{count} punkt: {text}", "{count} punkter, först: {text}", len(items))
        rows.append(
            Need(
                f"late {role}",
                known.name if known else role or "–",
                detail.format(count=len(items), text=_(first.item.text)),
                Mark(
                    _("{span} sen").format(span=late),
                    Tone.ALARM if overdue else Tone.WAIT,
                    Shape.TRIANGLE if overdue else Shape.CLOCK,
                ),
                "todo",
                first.item.id,
            )
        )
    return sorted(rows, key=lambda row: row.mark.tone is not Tone.ALARM)


def _press(incident: Incident, now: datetime) -> list[Need]:
    """Return one row for the media that have waited too long, the longest first (rule P47)."""
    red, _yellow = enquiries.waiting(incident, now)
    if not red:
        return []
    first = red[0]
    title = ngettext("{count} mediefråga väntar på svar", "{count} mediefrågor väntar på svar", len(red))
    detail = _("{medium}: {question}").format(medium=first.asked.medium, question=first.asked.question)
    mark = Mark(_("väntat {span}").format(span=span(first.waited(now))), Tone.ALARM, Shape.TRIANGLE)
    return [Need("press", title.format(count=len(red)), detail, mark, "questions", first.id)]


def _approvals(incident: Incident, plan: Plan) -> list[Need]:
    rows = []
    for id in awaiting(incident):
        message = incident.message(id)
        claims = message.draft.claims
        writer = incident.name_of(claims[-1][1].person) if claims else ""
        detail = (
            _("Tillbaka: {reason}").format(reason=message.returned)
            if message.returned
            else _("Skrivet av {writer}. Någon annan godkänner.").format(writer=writer)
        )
        mark = Mark(_("godkänn"), Tone.INFO, Shape.DIAMOND)
        rows.append(Need(f"approve {id}", title_of(plan, id), detail, mark, "messages", id))
    return rows


_LOOSE = {
    Status.RUMOUR: Mark(N_("rykte"), Tone.WAIT, Shape.RING),
    Status.UNCONFIRMED: Mark(N_("obekräftat"), Tone.WAIT, Shape.HALF),
}


def loose(incident: Incident) -> list[Fact]:
    """Return the facts nobody has confirmed, rumours first."""
    facts = [fact for fact in incident.sheet.facts if fact.status in _LOOSE]
    return sorted(facts, key=lambda fact: (fact.status is not Status.RUMOUR, fact.id))


def _loose(incident: Incident) -> list[Need]:
    rows = []
    for fact in loose(incident):
        mark = _LOOSE[fact.status]
        title = _("Sekretessmarkerad uppgift {id}").format(id=fact.id) if fact.secret else fact.text
        detail = _("{id}, källa: {source}").format(id=fact.id, source=fact.source or _("okänd"))
        rows.append(
            Need(f"fact {fact.id}", title, detail, mark._replace(word=_(mark.word)), "situation", f"facts.{fact.id}")
        )
    return rows

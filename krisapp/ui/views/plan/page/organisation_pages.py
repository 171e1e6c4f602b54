"""Pages about who does what (organisation): roles, levels, types of incident, checklists and their points."""

from collections.abc import Iterator

from krisapp.domain.checks import Stage
from krisapp.domain.delegation import KIND_NAMES, TextKind
from krisapp.domain.delegation_rows import Delegation, PreApproval
from krisapp.domain.messages import STAGE_NAMES
from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Checklist, Item
from krisapp.domain.planning.plan_references import references
from krisapp.domain.planning.plan_wording import in_words
from krisapp.domain.words import N_, _
from krisapp.ui.views.plan.page.reading import Block, Voice


def role_page(plan: Plan, id: str) -> Iterator[Block]:
    """Tell what a role does, who holds it in calling order, and which lists and points are its."""
    role = plan.role(id)
    if role is None:
        return
    yield Block(Voice.TITLE, f"{role.id} {role.name}")
    yield Block(Voice.QUIET, role.english)
    yield Block(Voice.TEXT, role.tasks)
    yield field(_("Bemannas"), in_words(plan, role, "manned"))
    yield field(_("Får godkänna texter"), _("ja") if role.may_approve else _("nej"))
    yield Block(Voice.HEADING, _("Personer i den ordning de ska ringas"))
    holders = sorted((one for one in plan.holders if one.role == id), key=lambda one: one.rank)
    names = {person.id: person.name for person in plan.people}
    for holder in holders:
        words = f"{holder.rank} {names.get(holder.person, holder.person)}"
        yield Block(Voice.POINT, words, to=("person", holder.person))
    missing = role.deputies_wanted + 1 - len(holders)
    if missing > 0:
        yield Block(Voice.GAP, _("Det saknas {count} för att rollen ska ha sina ersättare.").format(count=missing))
    lists = [one for one in plan.checklists if one.owner == id]
    if lists:
        yield Block(Voice.HEADING, _("Checklistor"))
    for one in lists:
        yield checklist_link(one)
    yield from _charges(plan, id)
    points = [(one, item) for one in plan.checklists for item in one.items if item.role == id]
    if points:
        yield Block(Voice.HEADING, _("Punkter i checklistorna"))
    for _list, item in points:
        yield Block(Voice.POINT, f"{item.id} {item.text}", to=("checklist_item", item.id))


_IN_CHARGE = (
    ("channel", N_("Ansvarar för kanalerna")),
    ("notice_board", N_("Ansvarar för anslagsplatserna")),
)
"""What a role answers for, besides checklists and points."""


def _charges(plan: Plan, role: str) -> Iterator[Block]:
    for table, heading in _IN_CHARGE:
        found = [one for one in references(plan, "role", role) if one.table == table]
        if found:
            yield Block(Voice.HEADING, _(heading))
        for one in found:
            yield Block(Voice.POINT, one.name, to=(one.table, one.id))


def checklist_page(plan: Plan, id: str) -> Iterator[Block]:
    """Tell a checklist of an old version point by point."""
    checklist = plan.checklist(id)
    if checklist is None:
        return
    yield Block(Voice.TITLE, f"{checklist.id} {checklist.name}")
    owner = plan.role(checklist.owner)
    if owner is not None:
        yield Block(Voice.FIELD, f"{owner.id} {owner.name}", _("Ansvarig"), ("role", owner.id))
    yield field(_("Börjar när"), checklist.starts)
    for item in checklist.items:
        who = item.role or checklist.owner
        aside = ", ".join(word for word in (due_words(item, checklist.anchor), who) if word)
        yield Block(Voice.BULLET, _("{text} ({aside})").format(text=item.text, aside=aside), "•")


def level_page(plan: Plan, id: str) -> Iterator[Block]:
    """Tell when a level applies, who decides it and which lists it opens."""
    for level in plan.levels:
        if level.id == id:
            yield Block(Voice.TITLE, f"{level.id} {level.name}")
            yield field(_("När"), level.criteria)
            yield field(_("Beslutas av"), level.decided_by)
            yield Block(Voice.HEADING, _("Öppnar checklistorna"))
            for name in level.opens:
                checklist = plan.checklist(name)
                if checklist is not None:
                    yield checklist_link(checklist)


def type_page(plan: Plan, id: str) -> Iterator[Block]:
    """Tell which list and which building block of texts a type of incident has."""
    for kind in plan.types:
        if kind.id == id:
            yield Block(Voice.TITLE, kind.name)
            yield field(_("Namn i filer"), kind.id)
            checklist = plan.checklist(kind.checklist)
            if checklist is not None:
                yield Block(Voice.HEADING, _("Checklista"))
                yield checklist_link(checklist)
            templates = [one.id for one in plan.templates if f"/{id}." in f"/{one.id}"]
            if templates:
                yield Block(Voice.HEADING, _("Mall"))
            for template in templates:
                yield Block(Voice.POINT, template, to=("template", template))


def line_title(plan: Plan, line: Delegation | PreApproval) -> str:
    """Return a line in words: who may decide what, or which template is approved."""
    if isinstance(line, PreApproval):
        channel = next((row.name for row in plan.channels if row.id == line.channel), line.channel)
        audience = next((row.short for row in plan.audiences if row.id == line.audience), _("alla målgrupper"))
        stage = _(STAGE_NAMES[Stage(line.stage)]).lower()
        return _("{channel}, {stage}, {audience}: godkänd i förväg").format(
            channel=channel, stage=stage, audience=audience
        )
    role = plan.role(line.role)
    person = plan.person(line.person)
    name = role.name if role else line.role
    who = _("{role}, bara {person}").format(role=name, person=person.name) if person else name
    return _("{who}: {kind}").format(who=who, kind=_(KIND_NAMES[TextKind(line.kind)]))


def line_detail(plan: Plan, line: Delegation | PreApproval) -> str:
    """Return by which decision a line stands, and from when to when."""
    dates = (
        _("{start} – {end}").format(start=line.valid_from or "…", end=line.valid_to)
        if line.valid_to
        else _("från {start}, tills vidare").format(start=line.valid_from)
        if line.valid_from
        else _("tills vidare")
    )
    by = plan.person(line.person) if isinstance(line, PreApproval) else None
    words = (line.decision, _("av {name}").format(name=by.name) if by else "", dates, line.note)
    return " · ".join(word for word in words if word)


def delegation_page(plan: Plan, id: str) -> Iterator[Block]:
    """Tell who may decide what, or which template is approved in advance, and by which decision."""
    lines: list[Delegation | PreApproval] = [*plan.delegations, *plan.pre_approvals]
    for line in lines:
        if line.id == id:
            yield Block(Voice.TITLE, line_title(plan, line))
            yield field(_("Beslut"), line.decision)
            yield field(_("Beslutat den"), line.decided)
            yield field(_("Gäller från"), line.valid_from)
            yield field(_("Gäller till och med"), line.valid_to)
            yield field(_("Anteckning"), line.note)
            yield Block(Voice.POINT, line.role, to=("role", line.role))


def checklist_link(checklist: Checklist) -> Block:
    """Return a link to a checklist."""
    return Block(Voice.POINT, f"{checklist.id} {checklist.name}", to=("checklist", checklist.id))


def field(label: str, text: str) -> Block:
    """Return a value beneath its label; an empty one shows as a dash."""
    return Block(Voice.FIELD, text or "–", label)


def due_words(item: Item, anchor: str) -> str:
    """Return when a point is due, counted from its list's start: T0 + 10 min, T0 − 1 d."""
    if item.offset is None:
        return _("när det händer")
    if item.offset == 0:
        return anchor
    sign = "+" if item.offset > 0 else "−"
    return f"{anchor} {sign} {length(abs(item.offset))}"


def length(minutes: int) -> str:
    """Return a length of time as short as it can be said: 10 min, 1 tim 30 min, 3 d."""
    days, rest = divmod(minutes, 24 * 60)
    hours, minutes = divmod(rest, 60)
    parts = (
        _("{days} d").format(days=days) if days else "",
        _("{hours} tim").format(hours=hours) if hours else "",
        _("{minutes} min").format(minutes=minutes) if minutes else "",
    )
    return " ".join(part for part in parts if part)

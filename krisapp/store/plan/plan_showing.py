"""The plan, and what differs from another, as plain text (krisapp plan show and compare)."""

from collections.abc import Callable, Iterator

from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Checklist
from krisapp.domain.planning.plan_difference import CHANGE_NAMES, Change, Difference
from krisapp.domain.words import N_, Refused, _
from krisapp.store.plan.plan_search import KINDS

_Lines = Callable[[Plan], Iterator[str]]


def show_plan(plan: Plan, what: str | None = None) -> str:
    """Return the plan's overview, or one part of it: a list by name, or a checklist, role or contact by id.

    Raises `Refused` naming what can be shown if there is no such thing.
    """
    if what is None:
        return "\n".join(_overview(plan))
    if what in PARTS:
        return "\n".join(PARTS[what](plan))
    checklist = plan.checklist(what)
    if checklist is not None:
        return "\n".join(_checklist(checklist))
    if plan.role(what) is not None:
        return "\n".join(line for line in _roles(plan) if line.startswith(f"{what}  "))
    if plan.person(what) is not None:
        return "\n".join(line for line in _people(plan) if line.startswith(f"{what}  "))
    raise Refused(
        N_("{what} finns inte i planen. Välj {parts}, eller id för en checklista, roll eller kontakt."),
        what=what,
        parts=", ".join(PARTS),
    )


def _overview(plan: Plan) -> Iterator[str]:
    yield f"{plan.settings.municipality}: {plan.version}"
    adopted = plan.adopted or _("inte antagen")
    yield _("Antagen {adopted}, ägare {owner}, ses över senast {review}").format(
        adopted=adopted, owner=plan.owner or "–", review=plan.review_due or "–"
    )
    for name, lines in PARTS.items():
        yield f"{name:<16}{sum(1 for _line in lines(plan)):>5}"


def _checklist(checklist: Checklist) -> Iterator[str]:
    yield f"{checklist.id}  {checklist.name} ({checklist.anchor}: {checklist.starts})"
    for item in checklist.items:
        yield f"{item.id}  {_offset(item.offset):>7}  {item.role:<4}  {item.text}"


def _offset(minutes: int | None) -> str:
    """Return minutes as the handbook writes them: 45, −30, 2 d, – for none."""
    if minutes is None:
        return "–"
    if minutes and minutes % 1440 == 0:
        return _("{days} d").format(days=minutes // 1440)
    return str(minutes).replace("-", "−")


def _roles(plan: Plan) -> Iterator[str]:
    people = {person.id: person.name for person in plan.people}
    for role in plan.roles:
        held = [people.get(holder.person, holder.person) for holder in plan.holders if holder.role == role.id]
        yield f"{role.id}  {role.name}: {', '.join(held) or '–'}"


def _people(plan: Plan) -> Iterator[str]:
    for person in plan.people:
        reached = ", ".join(filter(None, (person.mobile, person.phone, person.email)))
        yield f"{person.id}  {person.name}, {person.function}: {reached or '–'}"


def _matrix(plan: Plan) -> Iterator[str]:
    for channel in plan.channels:
        cells = [f"{cell.audience} {cell.need}" for cell in plan.matrix if cell.channel == channel.id]
        yield f"{channel.id}  {channel.short}: {', '.join(cells) or '–'}"


PARTS: dict[str, _Lines] = {
    "kapitel": lambda plan: (f"{row.id}  {row.title}" for row in plan.chapters),
    "målgrupper": lambda plan: (f"{row.id}  {row.name}" for row in plan.audiences),
    "kanaler": lambda plan: (f"{row.id}  {row.name}" for row in plan.channels),
    "matris": _matrix,
    "roller": _roles,
    "kontakter": _people,
    "nivåer": lambda plan: (f"{row.id}  {row.name}: {row.criteria}" for row in plan.levels),
    "händelsetyper": lambda plan: (f"{row.id}  {row.name}" for row in plan.types),
    "checklistor": lambda plan: (f"{row.id}  {row.name} ({len(row.items)})" for row in plan.checklists),
    "mallar": lambda plan: (row.id for row in plan.templates),
    "orter": lambda plan: (f"{row.name}  {row.phrase}" for row in plan.places),
    "trygghetspunkter": lambda plan: (f"{row.name}, {row.place}" for row in plan.safe_points),
    "anslagsplatser": lambda plan: (f"{row.place}: {row.site}" for row in plan.notice_boards),
    "lokaler": lambda plan: (f"{row.name} ({row.use})" for row in plan.premises),
    "lagar": lambda plan: (f"{row.name} ({row.reference})" for row in plan.laws),
    "fraser": lambda plan: (f"{row.id}  {row.sv}" for row in plan.phrases),
    "språk": lambda plan: (f"{row.id}  {row.name} ({row.own})" for row in plan.languages),
    "komplement": lambda plan: (f"{row.name}: {row.version or '–'}" for row in plan.complements),
}
"""What can be shown, by the name a person types."""

TABLE_NAMES = KINDS | {
    "holder": N_("bemanning"),
    "matrix": N_("matris"),
    "language": N_("språk"),
    "translation": N_("översättningar"),
}
"""What each kind of thing is called that may differ between two plans."""


def difference_words(one: Difference) -> str:
    """Return a difference as a sentence: "Roll KC Kommunchef: ändrad (Namn, Uppgifter)"."""
    labels = ", ".join(field.label for field in one.fields)
    kind = _(TABLE_NAMES.get(one.table, one.table)).capitalize()
    named = f"{kind} {one.name}: {_(CHANGE_NAMES[one.change])}"
    return f"{named} ({labels})" if labels and one.change is Change.CHANGED else named

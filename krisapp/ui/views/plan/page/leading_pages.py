"""Pages about what the staff leads by: agendas and their points, the calling order, the units that report."""

from collections.abc import Iterator

from krisapp.domain.leading.alarm.posts import in_calling_order
from krisapp.domain.leading_rows import CallStep
from krisapp.domain.plan import Plan
from krisapp.domain.planning.leading_forms import AGENDA, AGENDA_POINT, REPORTING_UNIT
from krisapp.domain.planning.plan_forms import Form
from krisapp.domain.planning.plan_wording import in_words
from krisapp.domain.words import _, ngettext
from krisapp.ui.views.plan.page.organisation_pages import field
from krisapp.ui.views.plan.page.reading import Block, Voice


def listed(plan: Plan, kind: str) -> Iterator[tuple[str, str, str]]:
    """Yield the rows of a kind as a list shows them: id, title and detail."""
    if kind == "agenda":
        for agenda in plan.agendas:
            count = sum(point.agenda == agenda.id for point in plan.agenda_points)
            points = ngettext("{count} punkt", "{count} punkter", count).format(count=count)
            yield agenda.id, agenda.name, f"{_minutes(agenda.minutes)} · {points}"
    elif kind == "agenda_point":
        for point in plan.agenda_points:
            words = (in_words(plan, point, "agenda"), _minutes(point.minutes), _("låst") if point.locked else "")
            yield point.id, point.text, " · ".join(filter(None, words))
    elif kind == "call_step":
        for step in plan.call_steps:
            within = _("inom {minutes} min").format(minutes=step.within)
            yield step.id, whom(plan, step), f"{in_words(plan, step, 'caller') or '–'} · {within}"
    else:
        for unit in plan.reporting_units:
            often = _("rapport inom {minutes} minuter").format(minutes=unit.minutes)
            yield unit.id, unit.name, " · ".join(filter(None, (often, in_words(plan, unit, "contact"))))


def whom(plan: Plan, step: CallStep) -> str:
    """Return in words whom a step of the calling order rings."""
    if step.organisation:
        return step.organisation
    return in_words(plan, step, "role") if step.role else _("Alla andra roller som bemannas")


def agenda_page(plan: Plan, id: str) -> Iterator[Block]:
    """Tell how long a meeting is, and its points in order, each a link; the locked one says so (P51)."""
    for agenda in plan.agendas:
        if agenda.id == id:
            yield Block(Voice.TITLE, agenda.name)
            yield from _fields(plan, AGENDA, agenda, "minutes", "standing")
            points = [point for point in plan.agenda_points if point.agenda == id]
            planned = sum(point.minutes for point in points)
            yield field(_("Punkternas minuter tillsammans"), _minutes(planned))
            yield Block(Voice.HEADING, _("Punkter"))
            for point in points:
                aside = ", ".join(filter(None, (_minutes(point.minutes), _("låst, P51") if point.locked else "")))
                words = _("{text} ({aside})").format(text=point.text, aside=aside) if aside else point.text
                yield Block(Voice.POINT, words, to=("agenda_point", point.id))


def agenda_point_page(plan: Plan, id: str) -> Iterator[Block]:
    """Tell how long a point may take and what of the situation is shown beside it."""
    for point in plan.agenda_points:
        if point.id == id:
            yield Block(Voice.TITLE, point.text)
            name = in_words(plan, point, "agenda")
            yield Block(Voice.FIELD, name, _("Dagordning"), ("agenda", point.agenda))
            yield from _fields(plan, AGENDA_POINT, point, "minutes", "beside")
            if point.locked:
                yield Block(Voice.QUIET, _("Punkten är låst: kommunikation är en del av varje möte (P51)."))


def call_step_page(plan: Plan, id: str) -> Iterator[Block]:
    """Tell who is rung in a step, in which order deputies follow, by whom and how soon."""
    for step in plan.call_steps:
        if step.id == id:
            yield Block(Voice.TITLE, whom(plan, step))
            caller = in_words(plan, step, "caller")
            yield Block(Voice.FIELD, caller or "–", _("Rings av"), ("role", step.caller) if step.caller else None)
            yield field(_("Minuter från larmet"), str(step.within))
            people = in_calling_order(plan, step.role) if step.role else ()
            if step.role:
                yield Block(Voice.HEADING, _("Personer i den ordning de ska ringas"))
            for number, person in enumerate(people, 1):
                known = plan.person(person)
                yield Block(Voice.POINT, f"{number} {known.name if known else person}", to=("person", person))
            if step.role and not people:
                yield Block(Voice.GAP, _("Ingen har rollen. Välj personer i rollen."), to=("role", step.role))


def reporting_unit_page(plan: Plan, id: str) -> Iterator[Block]:
    """Tell whom to ask of a unit, how often it reports, and in which incidents (P54)."""
    for unit in plan.reporting_units:
        if unit.id == id:
            yield Block(Voice.TITLE, unit.name)
            contact = in_words(plan, unit, "contact")
            to = ("person", unit.contact) if unit.contact else None
            yield Block(Voice.FIELD, contact or "–", _("Den som tillfrågas"), to)
            yield from _fields(plan, REPORTING_UNIT, unit, "minutes")
            yield field(_("Rapporterar vid"), in_words(plan, unit, "types") or _("alla slags händelser"))


def _fields(plan: Plan, form: Form, row: object, *names: str) -> Iterator[Block]:
    labels = {one.name: one.label for one in form.fields}
    for name in names:
        yield field(_(labels[name]), in_words(plan, row, name))


def _minutes(minutes: int) -> str:
    return _("{minutes} min").format(minutes=minutes) if minutes else ""

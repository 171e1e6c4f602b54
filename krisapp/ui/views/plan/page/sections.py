"""The library of the plan (biblioteket): its sections, what lies in each, and the page of a thing."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from krisapp.domain.plan import Plan
from krisapp.domain.planning.plan_document import chapters_of
from krisapp.domain.planning.plan_form_rows import KRISKOMMUNIKATION, KRISLEDNING
from krisapp.domain.planning.year_wheel import when_words
from krisapp.domain.words import N_, _, ngettext
from krisapp.store.plan.plan_search import KINDS, Hit
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.plan.page import chapter_pages, ground_pages, leading_pages, organisation_pages, outward_pages
from krisapp.ui.views.plan.page.reading import Block, Target
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.rows import Column


class Thing(NamedTuple):
    """Something in the plan as a list shows it. `kind` and `id` are those of the plan's search."""

    kind: str
    id: str
    title: str
    detail: str = ""
    mark: Mark | None = None
    note: str = ""


class Section(NamedTuple):
    """A shelf of the library. Without `things` it is a screen of its own, as the matrix."""

    key: str
    name: str
    things: Callable[[Plan], list[Thing]] | None = None


def _gap(words: str, *, there: bool) -> Mark | None:
    return None if there else Mark(words, Tone.WAIT, Shape.RING)


def _checklists(plan: Plan) -> list[Thing]:
    found = []
    for one in plan.checklists:
        count = ngettext("{count} punkt", "{count} punkter", len(one.items)).format(count=len(one.items))
        words = " · ".join(word for word in (one.owner, one.phase, count) if word)
        found.append(Thing("checklist", one.id, f"{one.id} {one.name}", words))
    return found


def _roles(plan: Plan) -> list[Thing]:
    held = {one.role for one in plan.holders}
    return [
        Thing("role", one.id, f"{one.id} {one.name}", one.tasks, _gap(_("obemannad"), there=one.id in held))
        for one in plan.roles
    ]


def _levels(plan: Plan) -> list[Thing]:
    return [Thing("level", one.id, f"{one.id} {one.name}", one.decided_by) for one in plan.levels]


def _audiences(plan: Plan) -> list[Thing]:
    inside, outside = _("intern"), _("extern")
    return [
        Thing("audience", one.id, f"{one.rank}. {one.name}", f"{one.id}, {inside if one.internal else outside}")
        for one in plan.audiences
    ]


def _channels(plan: Plan) -> list[Thing]:
    return [
        Thing("channel", one.id, f"{one.id} {one.name}", one.form, _gap(_("utan ansvarig"), there=bool(one.owner)))
        for one in plan.channels
    ]


def _types(plan: Plan) -> list[Thing]:
    return [Thing("incident_type", one.id, one.name, one.checklist) for one in plan.types]


def _places(plan: Plan) -> list[Thing]:
    return [Thing("place", one.id, one.name, one.phrase) for one in plan.places]


def _safe_points(plan: Plan) -> list[Thing]:
    return [Thing("safe_point", one.id, one.name, one.place) for one in plan.safe_points]


def _notice_boards(plan: Plan) -> list[Thing]:
    return [Thing("notice_board", one.id, f"{one.place}, {one.site}", one.responsible) for one in plan.notice_boards]


def _premises(plan: Plan) -> list[Thing]:
    return [Thing("premises", one.id, one.name, one.use) for one in plan.premises]


def _laws(plan: Plan) -> list[Thing]:
    return [
        Thing("law", one.id, one.name, one.reference, _gap(_("okontrollerad"), there=bool(one.checked)))
        for one in plan.laws
    ]


def _complements(plan: Plan) -> list[Thing]:
    """Return the five slots of rule P3; an empty one shows as a gap."""
    return [
        Thing("complement", one.id, one.name, one.version, _gap(_("saknas"), there=bool(one.version)))
        for one in plan.complements
    ]


def _year_items(plan: Plan) -> list[Thing]:
    found = []
    for one in plan.year_wheel:
        words = (when_words(one), one.person or one.owner)
        found.append(Thing("year_item", one.id, one.name, " · ".join(word for word in words if word)))
    return found


def _chapters(document: str, plan: Plan) -> list[Thing]:
    return [
        Thing("chapter", one.id, f"{number} {one.title}", mark=_gap(_("tomt"), there=bool(one.text.strip())))
        for number, one in chapters_of(plan, document)
    ]


def _settings(plan: Plan) -> list[Thing]:
    return [Thing("setting", "settings", plan.settings.municipality, plan.settings.county)]


def _profiles(plan: Plan) -> list[Thing]:
    return [Thing("profile", one.id, plan.settings.municipality, " · ".join(one.lines)) for one in plan.profiles]


def _leading(kind: str, plan: Plan) -> list[Thing]:
    return [Thing(kind, *words) for words in leading_pages.listed(plan, kind)]


def templates_in(plan: Plan) -> list[Thing]:
    channels = {one.id: one.name for one in plan.channels}
    types = {one.id: one.name for one in plan.types}
    found = []
    for one in plan.templates:
        folder, _slash, name = one.id.rpartition("/")
        words = types.get(name.partition(".")[0], "") if folder == "types" else channels.get(name[:3], "")
        found.append(Thing("template", one.id, one.id, words or _(_TEMPLATE_FOLDERS.get(folder, ""))))
    return found


_TEMPLATE_FOLDERS = {"": N_("stomme"), "blocks": N_("byggsten"), "phrases": N_("fraser")}
"""What lies in each folder of templates."""


MATRIX, HISTORY, PHRASES = "matrix", "history", "phrase"
VERSIONS = "version"
TEMPLATES, RULES, DELEGATION = "template", "rule", "delegation"

SECTIONS = (
    Section("checklist", N_("Checklistor"), _checklists),
    Section(KRISLEDNING, N_("Krisledningsplan"), partial(_chapters, KRISLEDNING)),
    Section(KRISKOMMUNIKATION, N_("Kriskommunikationsplan"), partial(_chapters, KRISKOMMUNIKATION)),
    Section(VERSIONS, N_("Versioner")),
    Section("role", N_("Roller"), _roles),
    Section(DELEGATION, N_("Delegation")),
    Section("level", N_("Nivåer"), _levels),
    Section("call_step", N_("Ringordning"), partial(_leading, "call_step")),
    Section("agenda", N_("Dagordningar"), partial(_leading, "agenda")),
    Section("agenda_point", N_("Dagordningarnas punkter"), partial(_leading, "agenda_point")),
    Section("reporting_unit", N_("Verksamheter som rapporterar"), partial(_leading, "reporting_unit")),
    Section("audience", N_("Målgrupper"), _audiences),
    Section("channel", N_("Kanaler"), _channels),
    Section(MATRIX, N_("Matris")),
    Section("incident_type", N_("Händelsetyper"), _types),
    Section("place", N_("Orter"), _places),
    Section("safe_point", N_("Trygghetspunkter"), _safe_points),
    Section("notice_board", N_("Anslagsplatser"), _notice_boards),
    Section("premises", N_("Lokaler"), _premises),
    Section("law", N_("Lagar"), _laws),
    Section("complement", N_("Kompletterande dokument"), _complements),
    Section("year_item", N_("Årets arbete"), _year_items),
    Section("setting", N_("Kommunens uppgifter"), _settings),
    Section("profile", N_("Grafisk profil"), _profiles),
    Section(TEMPLATES, N_("Mallar"), templates_in),
    Section(PHRASES, N_("Fraser")),
    Section(RULES, N_("Policyns regler")),
    Section(HISTORY, N_("Ändringar")),
)

MOST_HITS = 50
"""Hits shown; with more, another word narrows the search."""

READABLE = (MATRIX, VERSIONS)
"""The screens of their own that show an old version too."""

_PAGES: dict[str, Callable[[Plan, str], Iterator[Block]]] = {
    "checklist": organisation_pages.checklist_page,
    "role": organisation_pages.role_page,
    "level": organisation_pages.level_page,
    DELEGATION: organisation_pages.delegation_page,
    "pre_approval": organisation_pages.delegation_page,
    "incident_type": organisation_pages.type_page,
    "audience": outward_pages.audience_page,
    "channel": outward_pages.channel_page,
    "template": outward_pages.template_page,
    PHRASES: outward_pages.phrase_page,
    "place": ground_pages.place_page,
    "safe_point": ground_pages.safe_point_page,
    "notice_board": ground_pages.notice_board_page,
    "premises": ground_pages.premises_page,
    "law": ground_pages.law_page,
    "chapter": chapter_pages.chapter_page,
    "setting": ground_pages.settings_page,
    "profile": ground_pages.profile_page,
    "complement": ground_pages.complement_page,
    "year_item": ground_pages.year_item_page,
    "agenda": leading_pages.agenda_page,
    "agenda_point": leading_pages.agenda_point_page,
    "call_step": leading_pages.call_step_page,
    "reporting_unit": leading_pages.reporting_unit_page,
}


def page(plan: Plan, kind: str, id: str) -> list[Block]:
    """Return the page of a thing; empty for one that is gone or has a screen of its own."""
    return list(_PAGES[kind](plan, id)) if kind in _PAGES else []


def home_of(plan: Plan, kind: str, id: str) -> Target:
    """Return the section and the row a thing is shown in: a point in its checklist, all delegation in its table."""
    if kind == "checklist_item":
        return "checklist", next((one.id for one in plan.checklists for item in one.items if item.id == id), "")
    return DELEGATION if kind == "pre_approval" else kind, id


def shelf_of(plan: Plan, kind: str, id: str) -> str:
    """Return the key of the section a thing is shown in: a chapter in its document."""
    if kind == "chapter":
        return next((one.document for one in plan.chapters if one.id == id), KRISLEDNING)
    return home_of(plan, kind, id)[0]


def kind_of(plan: Plan, id: str) -> str:
    """Return the kind of the first thing with this id, or nothing."""
    for section in SECTIONS:
        found = section.things(plan) if section.things is not None else []
        if any(thing.id == id for thing in found):
            return found[0].kind
    return "checklist_item" if home_of(plan, "checklist_item", id)[1] else ""


def thing_of(hit: Hit) -> Thing:
    """Return a hit of the search as a row: what it is stands before where the words were found."""
    kind = _(KINDS[hit.kind]).capitalize()
    if hit.kind == "checklist_item":
        # The index of a point also holds its English words; the list it stands in says more.
        return Thing(hit.kind, hit.id, hit.title, f"{kind} · {hit.excerpt.split(' · ')[0]}")
    return Thing(hit.kind, hit.id, hit.title, f"{kind} · {hit.excerpt}" if hit.excerpt else kind)


def hits_caption(count: int) -> str:
    """Return how many hits there are, in the whole plan whatever section is chosen."""
    if count >= MOST_HITS:
        return _("De {count} första träffarna i hela planen").format(count=count)
    return ngettext("{count} träff i hela planen", "{count} träffar i hela planen", count).format(count=count)


def thing_key(thing: Thing) -> Target:
    """Return what names a row."""
    return thing.kind, thing.id


def _title(thing: Thing) -> str:
    return thing.title


def _detail(thing: Thing) -> str:
    return thing.detail


def _mark(thing: Thing) -> Mark | None:
    return thing.mark


THING_COLUMNS = (Column[Thing](N_("I planen"), _title, mark=_mark, detail=_detail),)

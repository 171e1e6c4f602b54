"""What must hold in a plan for an incident to run on it (planens regler).

Used before a plan is imported and after it is edited, so that a plan on disk is always whole.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from krisapp.domain.phrase_bank import faults_in_phrases
from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Audience, Checklist, Item
from krisapp.domain.planning.delegation_soundness import faults_in_delegation
from krisapp.domain.planning.leading_soundness import faults_in_leading
from krisapp.domain.planning.year_wheel import faults_in_wheel
from krisapp.domain.profile import faults_in_profile
from krisapp.domain.reaching.living import NEEDED
from krisapp.domain.words import N_, _

AUDIENCES = ("I1", "I2", "E1", "E2", "E3", "E4", "E5", "E6")
"""The policy's eight audiences in the policy's order (rules P27 and P61)."""

NEEDS = ("M", "B", "K", "D")
LINKS = ("fact", "message", "decision", "log")
ANCHORS = ("T0", "C0", "S0", "P0", "A0", "E0", "W0", "L0")
_DATE_FORM = N_("Datumet ska skrivas som 2026-11-24. Rätta {value}.")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_CODE = re.compile(r"[\w-]{1,60}")
_TEMPLATE = re.compile(r"(?:[\w-][\w.-]{0,80}/){0,6}[\w-][\w.-]{0,80}\.(?:j2|yaml)")
_WITH_ID = (
    "chapters",
    "audiences",
    "channels",
    "roles",
    "people",
    "levels",
    "types",
    "checklists",
    "templates",
    "places",
    "safe_points",
    "notice_boards",
    "premises",
    "laws",
    "complements",
    "languages",
    "phrases",
    "delegations",
    "pre_approvals",
    "year_wheel",
    "profiles",
    "agendas",
    "agenda_points",
    "call_steps",
    "reporting_units",
)


_UNKNOWN = {
    "role": N_("{name} finns inte bland rollerna. Rätta koden."),
    "person": N_("{name} finns inte bland kontakterna. Rätta koden."),
    "channel": N_("{name} finns inte bland kanalerna. Rätta koden."),
    "audience": N_("{name} finns inte bland målgrupperna. Rätta koden."),
    "type": N_("{name} finns inte bland händelsetyperna. Rätta koden."),
    "place": N_("{name} finns inte bland orterna. Rätta namnet."),
    "checklist": N_("{name} finns inte bland checklistorna. Rätta koden."),
}


class Fault(NamedTuple):
    """A thing that does not hold. `at` is its path: collection, then key or position, then field."""

    at: tuple[str | int, ...]
    sentence: str
    values: dict[str, object]

    def __str__(self) -> str:
        return _(self.sentence).format(**self.values)


def faults(plan: Plan) -> Iterator[Fault]:
    """Yield everything that does not hold in a plan; nothing at all when it is sound."""
    yield from _settings(plan)
    yield from _ids(plan)
    yield from _audiences(plan.audiences)
    yield from _channels(plan)
    yield from _matrix(plan)
    yield from _staffing(plan)
    yield from _levels_and_types(plan)
    for checklist in plan.checklists:
        yield from checklist_faults(plan, checklist)
    yield from _places(plan)
    yield from _templates(plan)
    yield from (Fault(*found) for found in faults_in_phrases(plan))
    yield from (Fault(*found) for found in faults_in_delegation(plan))
    yield from (Fault(*found) for found in faults_in_wheel(plan))
    yield from (Fault(*found) for found in faults_in_profile(plan))
    yield from (Fault(*found) for found in faults_in_leading(plan))


def _settings(plan: Plan) -> Iterator[Fault]:
    for at, value in (
        (("plan", "version"), plan.version),
        (("plan", "settings", "municipality"), plan.settings.municipality),
        (("plan", "settings", "sender"), plan.settings.sender),
    ):
        if not value.strip():
            yield Fault(at, N_("{field} är tomt. Fyll i det."), {"field": at[-1]})


def _ids(plan: Plan) -> Iterator[Fault]:
    for collection in _WITH_ID:
        seen: set[str] = set()
        for position, row in enumerate(getattr(plan, collection)):
            at: tuple[str | int, ...] = (collection, position, "id")
            if not row.id.strip():
                yield Fault(at, N_("id är tomt. Ge raden ett eget id."), {})
            elif row.id in seen:
                yield Fault(at, N_("{id} står två gånger. Ge den ena ett annat id."), {"id": row.id})
            seen.add(row.id)
    items: set[str] = set()
    for checklist in plan.checklists:
        for position, item in enumerate(checklist.items):
            if item.id in items:
                at = ("checklists", checklist.id, "items", position, "id")
                yield Fault(at, N_("{id} står två gånger. Ge den ena ett annat id."), {"id": item.id})
            items.add(item.id)


def _audiences(audiences: tuple[Audience, ...]) -> Iterator[Fault]:
    """Hold rules P18, P19, P27 and P61: exactly these eight, in this order, two of them internal."""
    if tuple(audience.id for audience in audiences) != AUDIENCES:
        yield Fault(
            ("audiences",),
            N_("Målgrupperna ska vara policyns åtta i policyns ordning: {order} (P27, P61). Återställ dem."),
            {"order": ", ".join(AUDIENCES)},
        )
        return
    for position, audience in enumerate(audiences):
        if audience.rank != position + 1:
            yield Fault(
                ("audiences", position, "rank"),
                N_("Målgruppernas ordning ligger fast i policyn (P27). Ta bort rank."),
                {},
            )
        if audience.internal != audience.id.startswith("I"):
            yield Fault(
                ("audiences", position, "internal"),
                N_("{id} kan inte byta mellan intern och extern. Återställ internal."),
                {"id": audience.id},
            )


def _unknown(at: tuple[str | int, ...], name: str, known: str) -> Fault:
    return Fault(at, _UNKNOWN[known], {"name": name or "–"})


def _channels(plan: Plan) -> Iterator[Fault]:
    for position, channel in enumerate(plan.channels):
        at: tuple[str | int, ...] = ("channels", position)
        if channel.verified and not _DATE.fullmatch(channel.verified):
            yield Fault((*at, "verified"), _DATE_FORM, {"value": channel.verified})
        for number, need in enumerate(channel.needs):
            unknown = [name for name in map(str.strip, need.split("+")) if name not in NEEDED]
            if unknown:
                yield Fault(
                    (*at, "needs", number),
                    N_("{name} är inget en kanal kan kräva. Välj bland {known}."),
                    {"name": unknown[0] or "–", "known": ", ".join(NEEDED)},
                )


def _matrix(plan: Plan) -> Iterator[Fault]:
    audiences = {audience.id for audience in plan.audiences}
    channels = {channel.id for channel in plan.channels}
    for cell in plan.matrix:
        at = ("matrix", cell.channel, cell.audience)
        if cell.channel not in channels:
            yield _unknown(("matrix", cell.channel), cell.channel, "channel")
        if cell.audience not in audiences:
            yield _unknown(at, cell.audience, "audience")
        if cell.need not in NEEDS:
            yield Fault(at, N_("Behovet ska vara M, B, K eller D. Rätta det."), {})


def _staffing(plan: Plan) -> Iterator[Fault]:
    roles = {role.id for role in plan.roles}
    people = {person.id for person in plan.people}
    held: set[tuple[str, str]] = set()
    for holder in plan.holders:
        at = ("holders", holder.role, holder.rank - 1)
        if holder.role not in roles:
            yield _unknown(("holders", holder.role), holder.role, "role")
        if holder.person not in people:
            yield _unknown(at, holder.person, "person")
        if (holder.role, holder.person) in held:
            yield Fault(at, N_("{person} står två gånger för rollen. Ta bort det ena."), {"person": holder.person})
        held.add((holder.role, holder.person))
    for position, person in enumerate(plan.people):
        if not person.name.strip():
            yield Fault(
                ("people", position, "name"), N_("Kontakten saknar namn. Skriv ett namn eller en funktion."), {}
            )
        if person.checked and not _DATE.fullmatch(person.checked):
            yield Fault(
                ("people", position, "checked"),
                _DATE_FORM,
                {"value": person.checked},
            )
        if person.protected and person.address:
            yield Fault(
                ("people", position, "address"),
                N_("Ingen adress får sparas för den som har skyddad identitet. Ta bort adressen."),
                {},
            )


def _levels_and_types(plan: Plan) -> Iterator[Fault]:
    lists = {checklist.id for checklist in plan.checklists}
    for position, level in enumerate(plan.levels):
        for number, opened in enumerate(level.opens):
            if opened not in lists:
                yield _unknown(("levels", position, "opens", number), opened, "checklist")
    for position, kind in enumerate(plan.types):
        if kind.checklist and kind.checklist not in lists:
            yield _unknown(("types", position, "checklist"), kind.checklist, "checklist")


def checklist_faults(plan: Plan, checklist: Checklist) -> Iterator[Fault]:
    """Yield what does not hold in one checklist against the rest of the plan."""
    roles = {role.id for role in plan.roles}
    at: tuple[str | int, ...] = ("checklists", checklist.id)
    if not _CODE.fullmatch(checklist.id):
        yield Fault((*at, "id"), N_("En checklistas id får bara ha bokstäver, siffror och bindestreck."), {})
    if not checklist.name.strip():
        yield Fault((*at, "name"), N_("Checklistan saknar namn. Ge den ett."), {})
    if checklist.anchor not in ANCHORS:
        yield Fault(
            (*at, "anchor"),
            N_("{anchor} är ingen starttid. Välj en av {known}."),
            {"anchor": checklist.anchor, "known": ", ".join(ANCHORS)},
        )
    if checklist.type and checklist.type not in {kind.id for kind in plan.types}:
        yield _unknown((*at, "type"), checklist.type, "type")
    if checklist.owner and checklist.owner not in roles:
        yield _unknown((*at, "owner"), checklist.owner, "role")
    for position, item in enumerate(checklist.items):
        yield from _item((*at, "items", position), item, roles)


def _item(at: tuple[str | int, ...], item: Item, roles: set[str]) -> Iterator[Fault]:
    if not item.text.strip():
        yield Fault((*at, "text"), N_("Punkten är tom. Skriv vad som ska göras."), {})
    if item.role and item.role not in roles:
        yield _unknown((*at, "role"), item.role, "role")
    for number, link in enumerate(item.links):
        if link not in LINKS:
            yield Fault(
                (*at, "links", number),
                N_("{link} är ingen koppling. Välj bland {known}."),
                {"link": link, "known": ", ".join(LINKS)},
            )


def _places(plan: Plan) -> Iterator[Fault]:
    places = {place.id for place in plan.places}
    used = [("safe_points", position, point.place) for position, point in enumerate(plan.safe_points)]
    used += [("notice_boards", position, board.place) for position, board in enumerate(plan.notice_boards)]
    for collection, position, place in used:
        if place not in places:
            yield _unknown((collection, position, "place"), place, "place")


def _templates(plan: Plan) -> Iterator[Fault]:
    for template in plan.templates:
        if not _TEMPLATE.fullmatch(template.id):
            yield Fault(
                ("templates", template.id),
                N_("{id} är inget namn på en mall. Det ska sluta med .j2 eller .yaml och ligga under messages."),
                {"id": template.id},
            )

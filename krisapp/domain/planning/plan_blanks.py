"""What a plan document draws from the plan's tables (fält): words within a line, and tables alone on one.

A name is what stands between the braces, in small letters. Telephone numbers of persons are never drawn: a plan
document is read by many, and the list of contacts by few.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from krisapp.domain.contacts.contact_open import on_paper
from krisapp.domain.delegation import KIND_NAMES
from krisapp.domain.plan import Plan
from krisapp.domain.words import N_, _

Row = tuple[str, ...]


class Word(NamedTuple):
    """A blank within a line: what it is, and what it says."""

    label: str
    say: Callable[[Plan], str]


class Table(NamedTuple):
    """A blank that stands alone: what it is, the head of its table, and the rows."""

    label: str
    head: Row
    rows: Callable[[Plan], Iterable[Row]]


def _role(plan: Plan, id: str) -> str:
    role = plan.role(id)
    return role.name if role else id or "–"


def _holders(plan: Plan) -> Iterator[Row]:
    names = {person.id: on_paper(person, "")[0] for person in plan.people}
    for role in plan.roles:
        held = [names.get(one.person, one.person) for one in plan.holders if one.role == role.id]
        if held:
            yield role.name, held[0], ", ".join(held[1:]) or "–"


def _channels(plan: Plan) -> Iterator[Row]:
    for channel in plan.channels:
        yield f"{channel.id} {channel.name}", _role(plan, channel.owner), channel.verified or _("aldrig")


def _matrix(plan: Plan) -> Iterator[Row]:
    names = {channel.id: channel.short or channel.name for channel in plan.channels}
    for audience in plan.audiences:
        by_need = {
            need: ", ".join(
                names.get(cell.channel, cell.channel)
                for cell in plan.matrix
                if cell.audience == audience.id and cell.need == need
            )
            for need in "MBK"
        }
        yield audience.name, by_need["M"] or "–", by_need["B"] or "–", by_need["K"] or "–"


def _delegations(plan: Plan) -> Iterator[Row]:
    kinds = {str(kind): _(name) for kind, name in KIND_NAMES.items()}
    for line in plan.delegations:
        person = plan.person(line.person)
        who = _role(plan, line.role)
        yield f"{who}, {on_paper(person, who)[0]}" if person else who, kinds.get(line.kind, line.kind), line.decision


INLINE = {
    "kommun": Word(N_("kommunens namn"), lambda plan: plan.settings.municipality),
    "avsändare": Word(N_("avsändare i texter"), lambda plan: plan.settings.sender),
    "webbplats": Word(N_("webbplats"), lambda plan: plan.settings.website),
    "radio": Word(N_("radiokanal"), lambda plan: plan.settings.radio),
    "telefon invånare": Word(N_("telefon för invånare"), lambda plan: plan.settings.public_contact),
    "telefon medier": Word(N_("telefon för medier"), lambda plan: plan.settings.media_contact),
    "län": Word(N_("län"), lambda plan: plan.settings.county),
    "version": Word(N_("planens version"), lambda plan: plan.version),
    "antagen": Word(N_("datum då planen antogs"), lambda plan: plan.adopted),
    "beslut": Word(N_("beslutet som antog planen"), lambda plan: plan.decision),
    "ägare": Word(N_("planens ägare"), lambda plan: plan.owner),
    "översyn": Word(N_("datum för nästa översyn"), lambda plan: plan.review_due),
}
"""The blanks within a line."""

TABLES = {
    "roller": Table(
        N_("Roller"),
        (N_("Roll"), N_("Uppgifter")),
        lambda plan: ((f"{one.id} {one.name}", one.tasks) for one in plan.roles),
    ),
    "bemanning": Table(N_("Bemanning"), (N_("Roll"), N_("Ordinarie"), N_("Ersättare i ringordning")), _holders),
    "delegationer": Table(N_("Delegationer"), (N_("Vem"), N_("Får besluta om"), N_("Beslut")), _delegations),
    "nivåer": Table(
        N_("Nivåer"),
        (N_("Nivå"), N_("När"), N_("Beslutas av")),
        lambda plan: ((f"{one.id} {one.name}", one.criteria, one.decided_by) for one in plan.levels),
    ),
    "målgrupper": Table(
        N_("Målgrupper"),
        (N_("Målgrupp"), N_("Vill veta")),
        lambda plan: ((f"{one.rank}. {one.name}", one.need) for one in plan.audiences),
    ),
    "kanaler": Table(N_("Kanaler"), (N_("Kanal"), N_("Ansvarig"), N_("Senast provad")), _channels),
    "kanaler utan": Table(
        N_("Kanaler när annat är nere"),
        (N_("Kanal"), N_("När annat är nere")),
        lambda plan: ((f"{one.id} {one.name}", one.works_without) for one in plan.channels if one.works_without),
    ),
    "kanalernas form": Table(
        N_("Kanalernas form och gräns"),
        (N_("Kanal"), N_("Form"), N_("Gräns")),
        lambda plan: ((f"{one.id} {one.name}", one.form, one.limit) for one in plan.channels),
    ),
    "matris": Table(N_("Matris"), (N_("Målgrupp"), N_("Måste"), N_("Bör"), N_("Kan")), _matrix),
    "händelsetyper": Table(
        N_("Händelsetyper"),
        (N_("Händelse"), N_("Checklista")),
        lambda plan: ((one.name, one.checklist or "–") for one in plan.types),
    ),
    "checklistor": Table(
        N_("Checklistor"),
        (N_("Checklista"), N_("Punkter")),
        lambda plan: ((f"{one.id} {one.name}", str(len(one.items))) for one in plan.checklists),
    ),
    "lokaler": Table(
        N_("Lokaler"),
        (N_("Lokal"), N_("Används som"), N_("Adress")),
        lambda plan: ((one.name, one.use, one.address) for one in plan.premises),
    ),
    "trygghetspunkter": Table(
        N_("Trygghetspunkter"),
        (N_("Trygghetspunkt"), N_("Ort")),
        lambda plan: ((one.name, one.place) for one in plan.safe_points),
    ),
    "anslagsplatser": Table(
        N_("Anslagsplatser"),
        (N_("Ort"), N_("Plats"), N_("Ansvarig")),
        lambda plan: ((one.place, one.site, _role(plan, one.responsible)) for one in plan.notice_boards),
    ),
    "lagar": Table(
        N_("Lagar"),
        (N_("Lag"), N_("Vad den säger")),
        lambda plan: ((f"{one.name} ({one.reference})", one.about) for one in plan.laws),
    ),
    "dokument": Table(
        N_("Kompletterande dokument"),
        (N_("Dokument"), N_("Version"), N_("Ägare")),
        lambda plan: ((one.name, one.version or _("saknas"), one.owner or "–") for one in plan.complements),
    ),
}
"""The blanks that stand alone on a line."""

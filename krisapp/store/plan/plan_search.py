"""Full-text search over the whole plan (sök i planen).

A derived FTS5 table, emptied and filled at will. Trigrams find a part of a compound (vatten in dricksvatten), and keep
å, ä and ö apart from a and o.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from krisapp.domain.plan import Plan
from krisapp.domain.words import N_
from krisapp.store.driver import Connection

KINDS = {
    "chapter": N_("kapitel"),
    "checklist": N_("checklista"),
    "checklist_item": N_("punkt"),
    "person": N_("kontakt"),
    "role": N_("roll"),
    "audience": N_("målgrupp"),
    "channel": N_("kanal"),
    "level": N_("nivå"),
    "incident_type": N_("händelsetyp"),
    "place": N_("ort"),
    "safe_point": N_("trygghetspunkt"),
    "notice_board": N_("anslagsplats"),
    "premises": N_("lokal"),
    "law": N_("lag"),
    "complement": N_("kompletterande dokument"),
    "setting": N_("kommunens uppgifter"),
    "template": N_("mall"),
    "phrase": N_("fras"),
    "delegation": N_("delegation"),
    "pre_approval": N_("mall godkänd i förväg"),
    "year_item": N_("punkt i årshjulet"),
    "profile": N_("grafisk profil"),
    "agenda": N_("dagordning"),
    "agenda_point": N_("punkt på en dagordning"),
    "call_step": N_("steg i ringordningen"),
    "reporting_unit": N_("verksamhet som rapporterar"),
}
"""What a hit is called, in the order hits are shown."""

_TOLD_IN = {
    "holder": ("person", "role"),
    "person": ("role", "reporting_unit"),
    "role": ("call_step",),
    "agenda": ("agenda_point",),
    "checklist": ("checklist_item",),
    "translation": ("phrase",),
    "setting": ("profile",),
}
"""The kinds whose entries tell of a table's rows beside their own: they are indexed anew with it."""

_SHORTEST = 3
"""Letters a trigram needs; shorter words are looked for one row at a time."""

_AROUND = 60


class Hit(NamedTuple):
    """A place in the plan where all the words stand: `excerpt` is the text around the first of them."""

    kind: str
    id: str
    title: str
    excerpt: str


class _Entry(NamedTuple):
    kind: str
    id: str
    title: str
    body: str


def fill(connection: Connection, plan: Plan, tables: Collection[str] = KINDS) -> None:
    """Bring the index up to date with what these tables hold now, within the caller's transaction.

    Only what differs is written: one contact of thousands is saved while somebody waits.
    """
    kinds = {*tables, *(kind for table in tables for kind in _TOLD_IN.get(table, ()))}
    wanted = {entry[:2]: entry for entry in _entries(plan) if entry.kind in kinds}
    gone: list[int] = []
    places: dict[tuple[str, str], int] = {}
    for rowid, *held in connection.execute("SELECT rowid, kind, id, title, body FROM plan_text").fetchall():
        if held[0] in kinds:
            entry = _Entry(*held)
            if wanted.get(entry[:2]) == entry:
                del wanted[entry[:2]]
            else:
                gone.append(rowid)
                places[entry[:2]] = rowid
    connection.executemany("DELETE FROM plan_text WHERE rowid = ?", [(rowid,) for rowid in gone])
    connection.executemany(
        "INSERT INTO plan_text (rowid, kind, id, title, body) VALUES (?, ?, ?, ?, ?)",
        # A row keeps its place among the hits.
        [(places.get(key), *entry) for key, entry in wanted.items()],
    )


def search(connection: Connection, text: str, limit: int = 50) -> list[Hit]:
    """Return where all words of a text stand, in any kind; those with a word in the title come first."""
    words = [word.casefold() for word in text.replace('"', " ").split()]
    if not words:
        return []
    long = [word for word in words if len(word) >= _SHORTEST]
    query = "SELECT kind, id, title, body FROM plan_text"
    if long:
        match = " AND ".join(f'"{word}"' for word in long)
        found = connection.execute(f"{query} WHERE plan_text MATCH ? ORDER BY rowid", (match,))
    else:
        found = connection.execute(f"{query} ORDER BY rowid")
    return _hits((_Entry(*row) for row in found.fetchall()), words, limit)


def search_plan(plan: Plan, text: str, limit: int = 50) -> list[Hit]:
    """Return where all words of a text stand in a plan that has no index, such as an old version."""
    words = [word.casefold() for word in text.replace('"', " ").split()]
    return _hits(_entries(plan), words, limit) if words else []


def _hits(found: Iterable[_Entry], words: list[str], limit: int) -> list[Hit]:
    entries = [entry for entry in found if all(word in _folded(entry) for word in words)]
    kinds = list(KINDS)
    entries.sort(key=lambda entry: (words[0] not in entry.title.casefold(), kinds.index(entry.kind)))
    return [Hit(entry.kind, entry.id, entry.title, _excerpt(entry.body, words)) for entry in entries[:limit]]


def _folded(entry: _Entry) -> str:
    return f"{entry.title}\n{entry.body}".casefold()


def _excerpt(body: str, words: list[str]) -> str:
    """Return whole words around the first word found, on one line."""
    text = re.sub(r"[^\S\n]+", " ", re.sub(r"\s*\n\s*", " · ", body.strip()))
    folded = text.casefold()
    at = min((place for place in map(folded.find, words) if place >= 0), default=0)
    start, end = max(at - _AROUND, 0), min(at + _AROUND, len(text))
    if start:
        start = text.find(" ", start, at) + 1 or start
    if end < len(text):
        end = text.rfind(" ", at + len(words[0]), end) if " " in text[at + len(words[0]) : end] else end
    return ("… " if start else "") + text[start:end].strip() + (" …" if end < len(text) else "")


def _entries(plan: Plan) -> Iterator[_Entry]:
    for chapter in plan.chapters:
        yield _Entry("chapter", chapter.id, chapter.title, chapter.text)
    for checklist in plan.checklists:
        body = "\n".join((checklist.phase, checklist.starts))
        yield _Entry("checklist", checklist.id, f"{checklist.id} {checklist.name}", body)
        for item in checklist.items:
            yield _Entry("checklist_item", item.id, f"{item.id} {item.text}", f"{checklist.name}\n{item.english}")
    yield from _organisation(plan)
    yield from _outward(plan)
    yield from _leading(plan)
    yield from _ground(plan)


def _organisation(plan: Plan) -> Iterator[_Entry]:
    roles: dict[str, list[str]] = {}
    for role in plan.roles:
        for holder in plan.holders:
            if holder.role == role.id:
                roles.setdefault(holder.person, []).append(role.id)
    for person in plan.people:
        held = " ".join(roles.get(person.id, ()))
        words = (person.function, person.organisation, held, person.mobile, person.phone, person.email)
        more = (person.rakel, person.languages, *person.groups, person.note)
        yield _Entry("person", person.id, person.name, "\n".join(filter(None, (*words, *more))))
    names = {person.id: person.name for person in plan.people}
    for role in plan.roles:
        held = ", ".join(names.get(one.person, "") for one in plan.holders if one.role == role.id)
        yield _Entry("role", role.id, f"{role.id} {role.name}", "\n".join((role.tasks, role.english, held)))
    for level in plan.levels:
        yield _Entry("level", level.id, f"{level.id} {level.name}", f"{level.criteria}\n{level.decided_by}")
    for kind in plan.types:
        yield _Entry("incident_type", kind.id, kind.name, kind.checklist)
    for line in plan.delegations:
        yield _Entry("delegation", line.id, f"{line.id} {line.role}", "\n".join((line.decision, line.note)))
    for row in plan.pre_approvals:
        yield _Entry("pre_approval", row.id, f"{row.id} {row.channel}", "\n".join((row.decision, row.note)))


def _leading(plan: Plan) -> Iterator[_Entry]:
    agendas = {agenda.id: agenda.name for agenda in plan.agendas}
    for agenda in plan.agendas:
        yield _Entry("agenda", agenda.id, agenda.name, "")
    for point in plan.agenda_points:
        yield _Entry("agenda_point", point.id, point.text, agendas.get(point.agenda, ""))
    roles, people = {role.id: role.name for role in plan.roles}, {person.id: person.name for person in plan.people}
    for step in plan.call_steps:
        words = f"{step.role} {roles.get(step.role, step.organisation)}".strip()
        yield _Entry("call_step", step.id, words, roles.get(step.caller, ""))
    for unit in plan.reporting_units:
        yield _Entry("reporting_unit", unit.id, unit.name, people.get(unit.contact, ""))


def _outward(plan: Plan) -> Iterator[_Entry]:
    for audience in plan.audiences:
        words = (audience.need, audience.tone, *audience.must_contain, audience.adaptation, *audience.groups)
        yield _Entry("audience", audience.id, f"{audience.id} {audience.name}", "\n".join(words))
    for channel in plan.channels:
        words = (channel.form, channel.limit, channel.works_without, channel.owner, channel.address)
        yield _Entry("channel", channel.id, f"{channel.id} {channel.name}", "\n".join(words))
    for template in plan.templates:
        yield _Entry("template", template.id, template.id, template.text)
    for phrase in plan.phrases:
        others = [one.text for one in plan.translations if one.phrase == phrase.id]
        yield _Entry("phrase", phrase.id, phrase.sv, "\n".join((phrase.subject, phrase.easy, phrase.en, *others)))


def _ground(plan: Plan) -> Iterator[_Entry]:
    for place in plan.places:
        yield _Entry("place", place.id, place.name, f"{place.phrase}\n{place.explained}")
    for point in plan.safe_points:
        yield _Entry("safe_point", point.id, point.name, f"{point.phrase}\n{point.address}\n{point.note}")
    for board in plan.notice_boards:
        yield _Entry(
            "notice_board",
            board.id,
            f"{board.place}, {board.site}",
            "\n".join((board.contact, board.key, board.responsible)),
        )
    for room in plan.premises:
        yield _Entry("premises", room.id, room.name, "\n".join((room.use, room.address, room.equipment, room.note)))
    for law in plan.laws:
        yield _Entry("law", law.id, f"{law.name} ({law.reference})", law.about)
    settings = plan.settings
    words = (settings.slogan, settings.website, settings.radio, settings.county)
    contacts = (settings.public_contact, settings.media_contact, settings.business_contact)
    yield _Entry("setting", "settings", settings.municipality, "\n".join((*words, *contacts, *settings.values)))
    for item in plan.year_wheel:
        yield _Entry("year_item", item.id, item.name, "\n".join((item.owner, item.person, item.note)))
    for profile in plan.profiles:
        look = (profile.colour, profile.accent, *profile.lines, profile.logo_says)
        yield _Entry("profile", profile.id, settings.municipality, "\n".join(look))
    for document in plan.complements:
        yield _Entry("complement", document.id, document.name, f"{document.owner}\n{document.version}")

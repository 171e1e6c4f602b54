"""The fact sheet on paper (faktaunderlag): what we know, how surely and from whom, with what is secret marked.

It is for those who work, not for release: a secret fact stands with its legal ground and the paper says so (rule P31).
"""

from collections.abc import Iterator
from datetime import datetime

from krisapp.documents.frame import SECRECY, Block, fields, heading, incident_paper, listed, table, words
from krisapp.documents.paper import Paper
from krisapp.domain.facts import STATUS_NAMES, Fact
from krisapp.domain.incident import Incident
from krisapp.domain.language.clock import stamp
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import N_, _


def fact_sheet_paper(incident: Incident, now: datetime) -> Paper:
    """Return the fact sheet as it stands, with the number of its version."""
    sheet = incident.sheet
    title = _("Faktaunderlag, version {version}").format(version=incident.version)
    secret = any(fact.secret for fact in sheet.facts)
    return incident_paper(
        incident, title, now, list(_blocks(incident, sheet)), more={"secrecy": _(SECRECY) if secret else ""}
    )


def _blocks(incident: Incident, sheet: Sheet) -> Iterator[Block]:
    plan = incident.plan
    kind = next((one.name for one in plan.types if one.id == sheet.type), sheet.type) if plan else sheet.type
    yield fields(
        [
            (_("Händelse"), f"{sheet.id} {sheet.name}"),
            (_("Slag"), kind),
            (_("Larm"), stamp(sheet.alarm_at)),
            (_("Nivå"), sheet.level),
            (_("Fara för liv eller hälsa"), _("ja") if sheet.danger_to_life else _("nej")),
            (_("Område"), sheet.area or ", ".join(sheet.places)),
            (_("Nästa besked"), stamp(sheet.next_update) if sheet.next_update else ""),
        ]
    )
    if incident.contested:
        told = _("{count} uppgifter står med två värden. Välj i Krisapp under Läge.")
        yield {"kind": "mark", "text": told.format(count=len(incident.contested))}
    if sheet.headline or sheet.what_happened:
        yield heading(_("Det har hänt"))
        yield from (words(text) for text in (sheet.headline, sheet.what_happened, sheet.news, sheet.cause) if text)
    yield heading(_("Uppgifter"))
    columns = [(_("Nr"), 0), (_("Säkerhet"), 3), (_("Uppgift"), 9), (_("Källa"), 4), (_("Kl."), 0)]
    rows = [[one.id, _(STATUS_NAMES[one.status]), _told(one), one.source, one.time] for one in sheet.facts]
    yield table(
        columns, [[*row[:-1], row[-1].replace(":", ".")] for row in rows], empty=_("Ingen uppgift är inskriven ännu.")
    )
    for name, sentences in (
        (_("Det vet vi inte"), sheet.unknowns),
        (_("Råd: gör så här"), sheet.advice),
        (_("Gör inte"), sheet.do_not),
        (_("Symtom att se upp med"), sheet.symptoms),
        (_("Det gör kommunen"), sheet.our_actions),
        (_("Det gör andra"), tuple(f"{one.actor}: {one.action}" for one in sheet.others_actions)),
        (_("Budskap"), sheet.key_messages),
    ):
        if sentences:
            yield heading(name)
            yield listed(sentences)
    yield from _tables(sheet)
    if sheet.answers:
        yield heading(_("Frågor och svar"))
        yield table([(_("Fråga"), 2), (_("Svar"), 3)], [[one.question, one.answer] for one in sheet.answers])
    yield from _people(sheet)


def _told(fact: Fact) -> str:
    if not fact.secret:
        return fact.text
    return _("{text} [sekretess: {ground}]").format(text=fact.text, ground=fact.legal_ground)


def _tables(sheet: Sheet) -> Iterator[Block]:
    if sheet.help:
        yield heading(_("Hjälp finns"))
        rows = [
            [one.what, one.where, one.when, "\n".join(filter(None, (one.bring, one.offers, one.note)))]
            for one in sheet.help
        ]
        yield table([(_("Vad"), 3), (_("Var"), 4), (_("När"), 3), (_("Ta med, får, att veta"), 5)], rows)
    if sheet.services:
        yield heading(_("Öppet och stängt"))
        rows = [[one.what, one.status, "\n".join(filter(None, (one.note, one.replacement)))] for one in sheet.services]
        yield table([(_("Verksamhet"), 4), (_("Läge"), 3), (_("Att veta"), 6)], rows)
    if sheet.traffic:
        yield heading(_("Trafik"))
        rows = [[one.what, one.status, one.diversion, one.until] for one in sheet.traffic]
        yield table([(_("Väg eller linje"), 4), (_("Läge"), 3), (_("Omväg"), 4), (_("Till"), 2)], rows)


def _people(sheet: Sheet) -> Iterator[Block]:
    affected = sheet.affected
    count = "–".join(str(number) for number in dict.fromkeys((affected.min, affected.max)) if number is not None)
    rows = [
        (_("Berörda"), f"{count} {affected.unit}" if count else ""),
        (_("Grupper"), ", ".join(sheet.affected_groups)),
        (_("Talesperson"), sheet.spokesperson.municipality),
        (_("I sakfrågan"), sheet.spokesperson.topic),
        (_("Avstämt med"), ", ".join(sheet.coordinated_with)),
        *((_(_CONTACTS.get(name, name)), value) for name, value in sheet.contact.items()),
    ]
    if any(value for _name, value in rows):
        yield heading(_("Berörda och kontakter"))
        yield fields(rows)


_CONTACTS = {
    "public": N_("Telefon för invånare"),
    "media": N_("Telefon för medier"),
    "business": N_("Telefon för företag"),
}

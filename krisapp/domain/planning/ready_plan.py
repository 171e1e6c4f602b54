"""What the plan itself answers of the readiness check (beredskap i planen), questions 1 to 7, 11 and 13."""

from datetime import date, timedelta

from krisapp.domain.delegation import TextKind, entitled
from krisapp.domain.leading.alarm.alarm_chain import numbers
from krisapp.domain.phrase_bank import Standing, standing
from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Person
from krisapp.domain.planning.ready_question import Mend, Question, Verdict, day_of, some
from krisapp.domain.words import _, ngettext

CONTACTS, LAWS = timedelta(days=92), timedelta(days=365)
"""How old the check of a contact may be, and how old that of a law may not be."""

TOWNS = 8
"""The towns of the municipality, each with a notice board at least."""

DUTIES = ("ja", "alltid")
"""When a role that must always have two names is manned."""


def plan_question(plan: Plan, today: date, *, kept: bool) -> Question:
    """Ask for a plan that is adopted, `kept` here as it was adopted, and that nobody should have reviewed already."""
    due = day_of(plan.review_due)
    if not kept:
        verdict, reason = Verdict.MISSING, _("Planen {version} är inte antagen.").format(version=plan.version)
    elif due is None:
        verdict, reason = Verdict.MISSING, _("Det står inte hur länge planen gäller.")
    elif due < today:
        told = _("Planen skulle ha setts över senast {date}. Ansvarig: {owner}.")
        verdict, reason = Verdict.OLD, told.format(date=due, owner=plan.owner or "–")
    else:
        told = _("{version}, antagen {adopted}, ses över senast {date}.")
        verdict, reason = Verdict.READY, told.format(version=plan.version, adopted=plan.adopted, date=due)
    return Question(1, _("Är krisplanen inlagd och giltig?"), verdict, reason, Mend.PLAN, _("Gå till planen"))


def complements_question(plan: Plan) -> Question:
    """Ask for the five complement documents of rule P3."""
    empty = [row for row in plan.complements if not row.version]
    reason = _("Alla {total} finns.").format(total=len(plan.complements))
    if empty:
        told = _("{count} av {total} saknas: {names}.")
        reason = told.format(count=len(empty), total=len(plan.complements), names=some([row.name for row in empty]))
    return Question(
        2,
        _("Är de fem kompletterande dokumenten på plats?"),
        Verdict.MISSING if empty or not plan.complements else Verdict.READY,
        reason,
        Mend.PLAN,
        _("Fyll i dokumentet"),
        f"complement:{empty[0].id}" if empty else "",
    )


def roles_question(plan: Plan) -> Question:
    """Ask for two names for each role that is always manned, and tell where the plan wants more than it has."""
    held = {role.id: sum(holder.role == role.id for holder in plan.holders) for role in plan.roles}
    few = [role for role in plan.roles if role.manned in DUTIES and held[role.id] < 2]
    wanted = [role for role in plan.roles if held[role.id] < role.deputies_wanted + 1]
    reason = _("Varje roll som alltid bemannas har minst två namn.")
    if few:
        told = ngettext("{count} roll har för få namn: {names}.", "{count} roller har för få namn: {names}.", len(few))
        names = [_("{role} ({count})").format(role=role.name, count=held[role.id]) for role in few]
        reason = told.format(count=len(few), names=some(names))
    elif wanted:
        names = [
            _("{role} ({count} till)").format(role=role.name, count=role.deputies_wanted + 1 - held[role.id])
            for role in wanted
        ]
        reason = _("{reason} Planen vill ha fler: {names}.").format(reason=reason, names=some(names))
    first = next(iter((*few, *wanted)), None)
    return Question(
        3,
        _("Finns minst två namn för varje obligatorisk roll?"),
        Verdict.MISSING if few or not plan.roles else Verdict.READY,
        reason,
        Mend.CONTACTS,
        _("Bemanna rollen"),
        first.id if first else "",
    )


def contacts_stale(plan: Plan, today: date) -> list[Person]:
    """Return the contacts nobody has checked within `CONTACTS`, the longest unchecked first."""
    old = [one for one in plan.people if (day := day_of(one.checked)) is None or today - day > CONTACTS]
    return sorted(old, key=lambda person: person.checked)


def contacts_question(plan: Plan, today: date) -> Question:
    """Ask whether every contact is checked, each quarter."""
    old = contacts_stale(plan, today)
    reason = _("Alla {count} kontakter är kontrollerade.").format(count=len(plan.people))
    if old:
        told = ngettext(
            "{count} kontakt är inte kontrollerad på 92 dagar: {names}.",
            "{count} kontakter är inte kontrollerade på 92 dagar: {names}.",
            len(old),
        )
        reason = told.format(count=len(old), names=some([person.name for person in old]))
    if not plan.people:
        reason = _("Kontaktlistan är tom.")
    verdict = Verdict.OLD if old else Verdict.READY if plan.people else Verdict.MISSING
    title = _("Är kontaktlistan kontrollerad de senaste 92 dagarna?")
    return Question(4, title, verdict, reason, Mend.CONTACTS, _("Gå till kontakten"), old[0].id if old else "")


def warners_question(plan: Plan, today: date) -> Question:
    """Ask for two who may request a VMA by the delegation and are reached round the clock."""
    found = [person for id in entitled(plan, TextKind.VMA, today) if (person := plan.person(id)) is not None]
    # A desk telephone is answered in office hours; a mobile or Rakel follows the one who is on duty.
    reached = [person for person in found if person.mobile or person.rakel]
    silent = [person for person in found if person not in reached]
    if len(reached) >= 2:
        reason = _("{count} får begära VMA och nås dygnet runt.").format(count=len(reached))
    elif silent:
        told = _("{count} av minst två. Nummer dygnet runt saknas för {names}.")
        reason = told.format(count=len(reached), names=some([person.name for person in silent]))
    else:
        reason = _("{count} av minst två får begära VMA enligt delegationen.").format(count=len(reached))
    return Question(
        5,
        _("Är minst två behöriga för VMA angivna, med nummer dygnet runt?"),
        Verdict.READY if len(reached) >= 2 else Verdict.MISSING,
        reason,
        Mend.CONTACTS if silent and len(reached) < 2 else Mend.PLAN,
        _("Fyll i numret") if silent and len(reached) < 2 else _("Gå till delegationen"),
        silent[0].id if silent and len(reached) < 2 else next((f"delegation:{one.id}" for one in plan.delegations), ""),
    )


_ALARM, _COUNTY = "SOS Alarm", "Länsstyrelsen"


def ways_question(plan: Plan) -> Question:
    """Ask for a number to SOS Alarm, and for one to the county board or that it is reached through SOS Alarm."""
    alarm = [person for person in plan.people if _ALARM in (person.organisation or person.name)]
    county = [person for person in plan.people if _COUNTY in person.organisation or _COUNTY in person.name]
    alarmed = any(numbers(person) for person in alarm)
    lacks = []
    if not any(numbers(person) or (_ALARM in person.note and alarmed) for person in county):
        lacks.append((_("länsstyrelsen"), county))
    if not alarmed:
        lacks.append((_("SOS Alarm"), alarm))
    reason = _("Båda har ett nummer i kontaktlistan.")
    if lacks:
        names = [name for name, _people in lacks]
        both = _("{first} och {last}").format(first=names[0], last=names[-1])
        reason = _("Nummer saknas till {names}.").format(names=both if names[1:] else names[0])
    where = lacks[-1][1] if lacks else county
    return Question(
        6,
        _("Är vägarna till länsstyrelsen och SOS Alarm angivna?"),
        Verdict.MISSING if lacks else Verdict.READY,
        reason,
        Mend.CONTACTS,
        _("Fyll i numret"),
        where[0].id if where else "",
    )


def boards_question(plan: Plan) -> Question:
    """Ask for a notice board in each of the eight towns."""
    towns = [place for place in plan.places if place.kind == "town"]
    have = {board.place for board in plan.notice_boards}
    bare = [place for place in towns if place.id not in have]
    reason = _("Alla {count} orter har en anslagsplats.").format(count=len(towns))
    if bare:
        reason = _("Anslagsplats saknas i {names}.").format(names=some([place.name for place in bare]))
    elif len(towns) < TOWNS:
        reason = _("Planen har {count} orter av {all}. Lägg till de orter som saknas.").format(
            count=len(towns), all=TOWNS
        )
    return Question(
        7,
        _("Finns anslagsplatser för alla åtta orter?"),
        Verdict.READY if not bare and len(towns) >= TOWNS else Verdict.MISSING,
        reason,
        Mend.PLAN,
        _("Gå till orten"),
        f"place:{(bare or towns)[0].id}" if bare or towns else "",
    )


def languages_question(plan: Plan) -> Question:
    """Ask whether everything that is said in another language is signed by one who knows it."""
    phrases = {phrase.id: phrase for phrase in plan.phrases}
    said = [one for one in plan.translations if one.text and one.phrase in phrases]
    used = {one.language for one in said}
    open_ones = [one for one in said if standing(phrases[one.phrase], one) is not Standing.REVIEWED]
    waiting = {one.language for one in open_ones}
    names = [language.name for language in plan.languages if language.id in waiting]
    if not used:
        reason = _("Ingen fras är översatt till något annat språk.")
    elif open_ones:
        told = ngettext(
            "{count} fras är inte granskad: {names}.", "{count} fraser är inte granskade: {names}.", len(open_ones)
        )
        reason = told.format(count=len(open_ones), names=some(names))
    else:
        told = ngettext("{count} språk används och är granskat.", "{count} språk används och är granskade.", len(used))
        reason = told.format(count=len(used))
    return Question(
        11,
        _("Är språkfraserna granskade?"),
        Verdict.MISSING if open_ones or not used else Verdict.READY,
        reason,
        Mend.PLAN,
        _("Gå till fraserna"),
        next((f"phrase:{id}" for id in (*(one.phrase for one in open_ones), *phrases)), ""),
    )


def laws_question(plan: Plan, today: date) -> Question:
    """Ask whether somebody has seen in the last year that each law still reads so."""
    old = [law for law in plan.laws if (day := day_of(law.checked)) is None or today - day >= LAWS]
    reason = _("Alla {count} är kontrollerade det senaste året.").format(count=len(plan.laws))
    if old:
        told = _("{count} av {total} är inte kontrollerade det senaste året: {names}.")
        reason = told.format(count=len(old), total=len(plan.laws), names=some([law.id for law in old]))
    return Question(
        13,
        _("Är lagreferenserna kontrollerade?"),
        Verdict.OLD if old else Verdict.READY if plan.laws else Verdict.MISSING,
        reason,
        Mend.PLAN,
        _("Gå till lagen"),
        f"law:{old[0].id}" if old else "",
    )

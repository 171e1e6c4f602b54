"""The readiness check (beredskapskontroll): thirteen questions, answered by what can be counted (handbook 12.3)."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from krisapp.domain.plan import Plan
from krisapp.domain.planning import ready_plan
from krisapp.domain.planning.acts import Act, ActKind, latest
from krisapp.domain.planning.ready_question import Mend, Question, Verdict
from krisapp.domain.words import N_, _, ngettext

FORMS, BAG, EXERCISE, OFFLINE = (timedelta(days=days) for days in (183, 31, 366, 92))
"""How old each may not be: an exercise counts on the 365th day after it, the others must be younger than so."""


class Known(NamedTuple):
    """What the workplace knows beside the plan.

    `adopted` says that the plan's version is kept here as it was adopted; `exercised` is when an exercise last ended.
    """

    adopted: bool
    acts: Sequence[Act] = ()
    exercised: date | None = None


def questions(plan: Plan, known: Known, today: date) -> list[Question]:
    """Return the thirteen questions in their order, answered for a day."""
    return [
        ready_plan.plan_question(plan, today, kept=known.adopted),
        ready_plan.complements_question(plan),
        ready_plan.roles_question(plan),
        ready_plan.contacts_question(plan, today),
        ready_plan.warners_question(plan, today),
        ready_plan.ways_question(plan),
        ready_plan.boards_question(plan),
        _forms(known, today),
        _bag(known, today),
        _exercise(known, today),
        ready_plan.languages_question(plan),
        _offline(known, today),
        ready_plan.laws_question(plan, today),
    ]


def _forms(known: Known, today: date) -> Question:
    day = latest(known.acts, ActKind.FORMS)
    title, never = _("Finns utskrivna blanketter?"), _("Inga blanketter är utskrivna i förväg.")
    verdict, reason = _age(day, today, FORMS, never, N_("Utskrivna {date}, {age}."))
    return Question(8, title, verdict, reason, Mend.FORMS, _("Skriv ut blanketter …"))


def _bag(known: Known, today: date) -> Question:
    day = latest(known.acts, ActKind.BAG)
    title, never = _("Är säkerhetskopian på usb yngre än 31 dagar?"), _("Väskan på usb är aldrig packad.")
    verdict, reason = _age(day, today, BAG, never, N_("Väskan packades och kontrollerades {date}, {age}."))
    return Question(9, title, verdict, reason, Mend.BAG, _("Gör kopia på usb …"))


def _exercise(known: Known, today: date) -> Question:
    never = _("Ingen avslutad övning finns i arbetsmappen.")
    title, told = (
        _("Är en övning genomförd de senaste 365 dagarna?"),
        N_("Den senaste övningen avslutades {date}, {age}."),
    )
    verdict, reason = _age(known.exercised, today, EXERCISE, never, told)
    return Question(10, title, verdict, reason, Mend.EXERCISE, _("Starta övning …"))


def _offline(known: Known, today: date) -> Question:
    day = latest(known.acts, ActKind.OFFLINE)
    never = _("Det är aldrig antecknat. Dra ur nätet, starta Krisapp från usb och öppna en händelse.")
    title = _("Är den fristående datorn testad utan nät?")
    verdict, reason = _age(day, today, OFFLINE, never, N_("Testad {date}, {age}."))
    return Question(12, title, verdict, reason, Mend.OFFLINE, _("Testad utan nät i dag"))


def _age(day: date | None, today: date, under: timedelta, never: str, told: str) -> tuple[Verdict, str]:
    """Return the verdict on something done on a day that must be younger than so, and the words of it."""
    if day is None:
        return Verdict.MISSING, never
    days = (today - day).days
    age = ngettext("för {count} dag sedan", "för {count} dagar sedan", days).format(count=days) if days else _("i dag")
    return Verdict.READY if today - day < under else Verdict.OLD, _(told).format(date=day, age=age)

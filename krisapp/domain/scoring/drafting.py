"""What the report says before anybody has written it (utkast), from the journal alone (row AA1, handbook 3.15)."""

from collections.abc import Mapping
from datetime import date

from krisapp.domain.incident import Incident
from krisapp.domain.language import clock
from krisapp.domain.scoring.account import Account
from krisapp.domain.scoring.evaluation import Evaluation, Section
from krisapp.domain.scoring.measure import Found, Verdict, in_minutes
from krisapp.domain.scoring.measures import MEASURES, tally
from krisapp.domain.words import _, ngettext

FOLLOWED_UP = (3, 12)
"""Months after which the action list is followed up (handbook 3.15)."""


def section_words(incident: Incident, account: Account, found: Mapping[str, Found], section: Section) -> str:
    """Return a section of the report: as somebody wrote it, else the draft."""
    written = incident.part(Evaluation).words(section)
    return written if written is not None else drafted(account, found, section)


def drafted(account: Account, found: Mapping[str, Found], section: Section) -> str:
    """Return the draft of a section; what to do at once only people can say."""
    match section:
        case Section.SUMMARY:
            return _summary(account, found)
        case Section.WELL:
            return _listed(found, Verdict.MET)
        case Section.CHANGE:
            return _listed(found, Verdict.MISSED)
        case _:
            return ""


def followed_up(day: date) -> tuple[date, ...]:
    """Return the days on which the improvements are followed up, counted from a day."""
    return tuple(_months_after(day, months) for months in FOLLOWED_UP)


def _months_after(day: date, months: int) -> date:
    year, month = divmod(day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(day.year + year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def _summary(account: Account, found: Mapping[str, Found]) -> str:
    sheet, drill = account.incident.sheet, account.drill
    met, judged = tally(found.values())
    texts = len(account.outs)
    audiences = len({out.audience for out in account.outs})
    began = drill.began.at if drill.began else sheet.alarm_at
    if drill.scenario is not None:
        first = _("{name} med scenariot {scenario} började {time} och gick i {minutes} på övningsklockan.").format(
            name=sheet.name, scenario=drill.scenario.name, time=clock.stamp(began), minutes=in_minutes(account.passed)
        )
    else:
        first = _("{name}: larmet kom {time}.").format(name=sheet.name, time=clock.stamp(began))
    out = ngettext("{texts} text gick ut", "{texts} texter gick ut", texts).format(texts=texts)
    to = ngettext("till {count} av 8 målgrupper", "till {count} av 8 målgrupper", audiences).format(count=audiences)
    goals = _("{met} av {judged} mål som gick att pröva nåddes.").format(met=met, judged=judged)
    return f"{first} {out} {to}. {goals}"


def _listed(found: Mapping[str, Found], verdict: Verdict) -> str:
    """Return a line for each measure that met, or missed, its goal."""
    return "\n".join(
        _("– {name}: {words} (mål: {goal}).").format(name=_(one.name), words=found[one.key].words, goal=_(one.goal))
        for one in MEASURES
        if found[one.key].verdict is verdict
    )

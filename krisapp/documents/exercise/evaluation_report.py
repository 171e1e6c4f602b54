"""The after-action report (utvärderingsrapport), row AA1: drafted from the journal, with what people have written."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from krisapp.documents.exercise.timeline_drawing import drawing, said
from krisapp.documents.frame import Block, heading, incident_paper, listed, table, words
from krisapp.documents.paper import Paper
from krisapp.domain.exercising.drill import RATINGS, Drill
from krisapp.domain.incident import Incident
from krisapp.domain.scoring.account import Account
from krisapp.domain.scoring.drafting import followed_up, section_words
from krisapp.domain.scoring.evaluation import SECTION_NAMES, Evaluation, Section, goals_reached, of_objective
from krisapp.domain.scoring.improvements import End, Improvement, Improvements, owner_name
from krisapp.domain.scoring.measure import VERDICT_NAMES, Found, in_minutes
from krisapp.domain.scoring.measures import MEASURES
from krisapp.domain.scoring.timeline import LANE_NAMES, timeline
from krisapp.domain.words import N_, _

MOST_POINTS = 400
"""Points of the timeline that are listed: an incident of a week has more than anybody reads."""


class Earlier(NamedTuple):
    """An improvement of an earlier drill or incident that is open: to be tried in this one (prövas)."""

    origin: str
    id: str
    text: str
    owner: str


def report_paper(
    incident: Incident,
    account: Account,
    found: Mapping[str, Found],
    objectives: Mapping[str, str],
    earlier: Sequence[Earlier],
    now: datetime,
) -> Paper:
    """Return the report; `objectives` are the names of the bank, `earlier` what was to be tried this time."""
    return incident_paper(
        incident,
        _("Utvärderingsrapport"),
        now,
        [
            *_section(incident, account, found, Section.SUMMARY),
            *_timeline(account),
            *_measures(found),
            *_objectives(incident, objectives),
            *_section(incident, account, found, Section.WELL),
            *_section(incident, account, found, Section.CHANGE),
            *_section(incident, account, found, Section.AT_ONCE),
            *_improvements(incident, now),
            *_tried(incident, earlier),
            *_definitions(),
        ],
    )


def _section(incident: Incident, account: Account, found: Mapping[str, Found], section: Section) -> Iterator[Block]:
    yield heading(_(SECTION_NAMES[section]))
    text = section_words(incident, account, found, section).strip() or _("Inget är skrivet.")
    for part in text.split("\n\n"):
        lines = part.splitlines()
        if all(line.startswith(("– ", "- ", "• ")) for line in lines):
            yield listed([line[2:] for line in lines])
        else:
            yield words(part)


def _timeline(account: Account) -> Iterator[Block]:
    yield heading(_("Tidslinje"))
    points = timeline(account)
    if not points:
        yield words(_("Inget har hänt som hör hemma på tidslinjen."))
        return
    last = account.passed
    yield {"kind": "picture", "svg": drawing(points, last), "alt": said(points, last)}
    drill = account.drill.scenario is not None
    unit = _("T+ är minuter efter övningens start.") if drill else _("Tiden räknas från larmet.")
    yield words(unit)
    yield table(
        ((_("Tid"), 0), (_("Vad"), 2), (_("Innehåll"), 9)),
        [
            (f"T+{int(one.minute)}" if drill else in_minutes(one.minute), _(LANE_NAMES[one.lane]), one.words)
            for one in points[:MOST_POINTS]
        ],
        size=8.5,
    )
    if len(points) > MOST_POINTS:
        yield words(_("De första {count} händelserna visas. Resten står i loggen.").format(count=MOST_POINTS))


def _measures(found: Mapping[str, Found]) -> Iterator[Block]:
    yield heading(_("Mått"))
    yield table(
        ((_("Mått"), 5), (_("Utfall"), 5), (_("Mål"), 3), (_("Läge"), 4)),
        [
            (
                _(one.name),
                ". ".join(part for part in (found[one.key].words, found[one.key].more) if part),
                _(one.goal),
                _(VERDICT_NAMES[found[one.key].verdict]),
            )
            for one in MEASURES
        ],
    )


def _objectives(incident: Incident, names: Mapping[str, str]) -> Iterator[Block]:
    scenario = incident.part(Drill).scenario
    if scenario is None:
        return
    if goals := goals_reached(incident):
        yield heading(_("Snabbövningens mål"))
        rows = [(name, _("nått") if reached else _("inte nått")) for name, reached in goals]
        yield table(((_("Mål"), 6), (_("Utfall"), 2)), rows)
    if not scenario.objectives and not incident.part(Drill).observations:
        return
    evaluation = incident.part(Evaluation)
    yield heading(_("Övningsmål och observationer"))
    yield table(
        ((_("Mål"), 6), (_("Slutbetyg"), 5)),
        [(f"{one} {names.get(one, '')}".strip(), _graded(evaluation.rating(one))) for one in scenario.objectives],
        empty=_("Övningen har inga mål."),
    )
    for objective in (*scenario.objectives, ""):
        observed = of_objective(incident, objective)
        if observed:
            name = f"{objective} {names.get(objective, '')}".strip() if objective else _("Övriga observationer")
            yield heading(name, 3)
            yield listed([f"T+{int(one.minute)}: {_observed(one.text, one.rating)}" for one, _stamp in observed])


def _graded(rating: str) -> str:
    return f"{rating}, {_(RATINGS[rating])}" if rating in RATINGS else _("inte satt")


def _observed(text: str, rating: str) -> str:
    return f"{text} ({rating})" if text and rating else text or _graded(rating)


def _improvements(incident: Incident, now: datetime) -> Iterator[Block]:
    yield heading(_("Förbättringar"))
    kept = incident.part(Improvements).all
    yield table(
        ((_("Vad ska bli bättre"), 8), (_("Ansvarig"), 3), (_("Klart"), 0), (_("Läge"), 3)),
        [
            (
                one.words.text,
                owner_name(incident.plan, one.words.owner) or "–",
                one.words.due.isoformat() if one.words.due else "–",
                standing_words(one),
            )
            for one in kept
        ],
        empty=_("Ingen förbättring är inskriven."),
    )
    if kept:
        first, last = followed_up(now.date())
        days = _("{first} och {last}").format(first=first, last=last)
        yield words(_("Listan följs upp {days}, och i nästa övning.").format(days=days))


def standing_words(one: Improvement) -> str:
    """Return how an improvement stands, in words."""
    if one.end and one.end.how is End.DONE:
        return _("klar")
    return _("i årshjulet") if one.wheel else _("öppen")


def _tried(incident: Incident, earlier: Sequence[Earlier]) -> Iterator[Block]:
    tried = incident.part(Improvements).tried
    rows = [
        (
            one.text,
            one.origin,
            tried_words(register.value.held if register and register.value else None),
            register.value.seen if register and register.value else "",
        )
        for one in earlier
        for register in [tried.get((one.origin, one.id))]
    ]
    if rows:
        yield heading(_("Prövat från tidigare"))
        yield table(((_("Förbättring"), 7), (_("Från"), 0), (_("Utfall"), 3), (_("Vad som sågs"), 5)), rows)


def tried_words(held: bool | None) -> str:
    """Return what came of trying an improvement."""
    return _("inte prövad") if held is None else _("håller") if held else _("håller inte")


DEFINITIONS = N_("Så räknas måtten")


def _definitions() -> Iterator[Block]:
    yield heading(_(DEFINITIONS))
    yield words(_("Allt är räknat ur journalen. I en övning räknas minuterna på övningsklockan."))
    yield listed([f"{_(one.name)}: {_(one.meaning)}" for one in MEASURES])

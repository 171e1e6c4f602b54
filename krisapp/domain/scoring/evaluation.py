"""The evaluation (utvärderingen): final ratings of objectives and the words of the report, handbook 3.15 and 9.4.

What the report says stands in the journal, so that it is drafted once, worked on by several, and never lost.
"""

from enum import StrEnum
from typing import TYPE_CHECKING

from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.exercising.conditions import has_happened
from krisapp.domain.exercising.drill import RATINGS, Drill, Observed
from krisapp.domain.log import Kind
from krisapp.domain.register import Register
from krisapp.domain.words import N_, Later, Refused, _

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

LONGEST = 8000
"""Characters of one section of the report."""


class Section(StrEnum):
    """A section of the report that people write: the summary, and the three questions of the debrief (3.15)."""

    SUMMARY = "summary"
    WELL = "well"
    CHANGE = "change"
    AT_ONCE = "at_once"


SECTION_NAMES = {
    Section.SUMMARY: N_("Sammanfattning"),
    Section.WELL: N_("Vad gick bra"),
    Section.CHANGE: N_("Vad ska vi ändra"),
    Section.AT_ONCE: N_("Vad gör vi genast"),
}


class Evaluation:
    """What people have said of how it went: final ratings by objective, and sections of the report."""

    def __init__(self) -> None:
        self.ratings: dict[str, Register[Rated]] = {}
        self.sections: dict[Section, Register[str]] = {}

    def rating(self, objective: str) -> str:
        """Return the final rating of an objective, P, S, M or U, or nothing."""
        register = self.ratings.get(objective)
        return register.value.rating if register and register.value else ""

    def words(self, section: Section) -> str | None:
        """Return what a section says; None where nobody has written it and the draft holds."""
        register = self.sections.get(section)
        if register is None or register.value is None:
            return None
        if register.contested:  # two wrote apart: both stand until one of them has been saved anew
            return "\n\n".join(words for words, _stamp in register.claims)
        return register.value


@event("evaluation.rated")
class Rated(Event, frozen=True):
    """Somebody gave an objective its final rating (slutbetyg): P, S, M or U, and why."""

    objective: str
    rating: str
    why: str = ""

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the standing rating."""
        register = incident.part(Evaluation).ratings.get(self.objective)
        return register.heads if register else ()

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set it and log it."""
        incident.part(Evaluation).ratings.setdefault(self.objective, Register()).set(self, stamp)
        incident.note(
            stamp,
            Kind.SYSTEM,
            N_("Övningsmål {objective}: {rating}. {why}"),
            objective=self.objective,
            rating=Later(lambda: _(RATINGS.get(self.rating, "–"))),
            why=self.why,
        )


@event("evaluation.written")
class SectionWritten(Event, frozen=True):
    """Somebody wrote a section of the report, in place of the draft or of what stood there."""

    section: str
    text: str

    def heads(self, incident: "Incident") -> tuple[str, ...]:
        """Return the standing words."""
        register = incident.part(Evaluation).sections.get(_section(self.section))
        return register.heads if register else ()

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Set them. The report is no part of what happened, so the log says only that it was written."""
        section = _section(self.section)
        incident.part(Evaluation).sections.setdefault(section, Register()).set(self.text, stamp)
        incident.note(
            stamp,
            Kind.SYSTEM,
            N_("Utvärderingens avsnitt {section} är skrivet."),
            section=Later(lambda: f"”{_(SECTION_NAMES[section])}”"),
        )


def _section(key: str) -> Section:
    """Return a section; one that this program does not know is read into the summary rather than lost."""
    return Section(key) if key in Section._value2member_map_ else Section.SUMMARY


def rate(incident: "Incident", objective: str, rating: str, why: str = "") -> Rated:
    """Give an objective its final rating (sätt slutbetyg). Raises `Refused` for one the drill does not have."""
    scenario = incident.part(Drill).scenario
    if scenario is None or objective not in scenario.objectives:
        raise Refused(N_("Övningen har inte målet {objective}."), objective=objective)
    if rating not in RATINGS:
        raise Refused(N_("Välj ett betyg."))
    return Rated(objective, rating, why.strip())


def write_section(incident: "Incident", section: Section, text: str) -> SectionWritten:
    """Write a section of the report (skriv). Raises `Refused` when nothing is changed, or it is too long."""
    register = incident.part(Evaluation).sections.get(section)
    if incident.part(Evaluation).words(section) == text.strip() and not (register and register.contested):
        raise Refused(N_("Inget är ändrat."))
    if len(text) > LONGEST:
        raise Refused(N_("Avsnittet är {length} tecken. Högst {limit} får plats."), length=len(text), limit=LONGEST)
    return SectionWritten(str(section), text.strip())


def goals_reached(incident: "Incident") -> list[tuple[str, bool]]:
    """Return the goals of a quick drill in its order, and whether each is reached, or was when the drill ended."""
    drill = incident.part(Drill)
    goals = drill.scenario.goals if drill.scenario else ()
    if drill.ended is not None:
        return [(goal.name, goal.name in drill.ended[0].reached) for goal in goals]
    return [(goal.name, has_happened(incident, drill, goal.when)) for goal in goals]


def of_objective(incident: "Incident", objective: str) -> list[tuple[Observed, Stamp]]:
    """Return what evaluators observed of an objective; with "" what they observed of none that the drill has."""
    drill = incident.part(Drill)
    known = drill.scenario.objectives if drill.scenario else ()
    return [
        (one, stamp)
        for one, stamp in drill.observations
        if one.objective == objective or (not objective and one.objective not in known)
    ]

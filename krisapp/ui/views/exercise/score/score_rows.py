"""The rows of the page Resultat: measures, the entries they rest on, and the objectives of a drill."""

from typing import NamedTuple

from krisapp.domain.exercising.drill import RATINGS, Drill
from krisapp.domain.incident import Incident
from krisapp.domain.scoring.evaluation import Evaluation, goals_reached, of_objective
from krisapp.domain.scoring.measure import VERDICT_NAMES, Found, Measure, Verdict
from krisapp.domain.words import N_, _
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.widgets.clock import at
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.rows import Column

MOST_SHOWN = 200
"""Entries shown of one measure: nobody looks through thousands, and they stand in the log."""

_VERDICTS = {
    Verdict.MET: (Tone.GOOD, Shape.CHECK),
    Verdict.MISSED: (Tone.ALARM, Shape.CROSS),
    Verdict.WAITING: (Tone.NEUTRAL, Shape.CLOCK),
    Verdict.UNTRIED: (Tone.NEUTRAL, Shape.RING),
    Verdict.NOTHING: (Tone.NEUTRAL, Shape.DASH),
    Verdict.SHOWN: (Tone.NEUTRAL, Shape.DOT),
}

_SHORT = {
    Verdict.MET: N_("nått"),
    Verdict.MISSED: N_("missat"),
    Verdict.WAITING: N_("tid kvar"),
    Verdict.UNTRIED: N_("inte prövat"),
    Verdict.NOTHING: N_("inget att mäta"),
    Verdict.SHOWN: N_("räknas"),
}


class MeasureRow(NamedTuple):
    """A measure with what it came to."""

    measure: Measure
    found: Found


class EvidenceRow(NamedTuple):
    """An entry that a measure rests on, as the log tells it; `in_log` says whether the log has a line of it."""

    entry: str
    text: str
    when: str
    in_log: bool


class ObjectiveRow(NamedTuple):
    """An objective with its final rating and what evaluators have seen, or a quick drill's goal, `reached` or not."""

    id: str
    name: str
    rating: str
    seen: str
    reached: bool | None = None


def verdict_mark(verdict: Verdict) -> Mark:
    """Return a verdict as a short word, a shape and a tone."""
    return Mark(_(_SHORT[verdict]), *_VERDICTS[verdict])


def evidence_rows(incident: Incident, found: Found) -> list[EvidenceRow]:
    """Return the entries a measure rests on, in the order it gives them."""
    acts = {act.stamp.id: (id, act) for id, told in incident.part(Drill).acts.items() for act in told}
    rows = []
    for entry in found.evidence[:MOST_SHOWN]:
        line = incident.lines.get(entry)
        if line is not None:
            rows.append(EvidenceRow(entry, line.text, at(line.stamp.at), in_log=True))
        elif entry in acts:
            id, act = acts[entry]
            text = _("Inspel {id} skickades, och ingen tog hand om det.").format(id=id)
            rows.append(EvidenceRow(entry, text, at(act.stamp.at), in_log=False))
    return rows


def objective_rows(incident: Incident, names: dict[str, str]) -> list[ObjectiveRow]:
    """Return the objectives of a drill, and last what was observed of none of them."""
    scenario = incident.part(Drill).scenario
    if scenario is None:
        return []
    evaluation = incident.part(Evaluation)
    rows = [
        ObjectiveRow(one, f"{one} {names.get(one, '')}".strip(), evaluation.rating(one), _seen(incident, one))
        for one in scenario.objectives
    ]
    rows += [ObjectiveRow(f"goal {name}", name, "", "", reached=reached) for name, reached in goals_reached(incident)]
    other = _seen(incident, "")
    return [*rows, ObjectiveRow("", _("Övriga observationer"), "", other)] if other else rows


def _seen(incident: Incident, objective: str) -> str:
    told = []
    for one, _stamp in of_objective(incident, objective):
        words = f"{one.text} ({one.rating})" if one.text and one.rating else one.text or one.rating
        told.append(_("T+{minute} {words}").format(minute=int(one.minute), words=words))
    return "\n".join(told)


def _rating_mark(row: ObjectiveRow) -> Mark | None:
    if not row.id:
        return None
    if row.reached is not None:
        return verdict_mark(Verdict.MET if row.reached else Verdict.MISSED)
    shapes = {
        "P": (Tone.GOOD, Shape.CHECK),
        "S": (Tone.INFO, Shape.HALF),
        "M": (Tone.WAIT, Shape.TRIANGLE),
        "U": (Tone.ALARM, Shape.CROSS),
    }
    tone, shape = shapes.get(row.rating, (Tone.NEUTRAL, Shape.RING))
    return Mark(row.rating or _("inte betygsatt"), tone, shape)


def _full_verdict(row: MeasureRow) -> str:
    return _("{name}: {words}. Mål: {goal}. {verdict}.").format(
        name=_(row.measure.name),
        words=row.found.words,
        goal=_(row.measure.goal),
        verdict=_(VERDICT_NAMES[row.found.verdict]),
    )


def rating_words(rating: str) -> str:
    """Return a rating with what it means: "S, genomfört med vissa svårigheter"."""
    return f"{rating}, {_(RATINGS[rating])}" if rating in RATINGS else _("inte betygsatt")


def measure_key(row: MeasureRow) -> str:
    """Return the measure's key."""
    return row.measure.key


def evidence_key(row: EvidenceRow) -> str:
    """Return the entry."""
    return row.entry


def objective_key(row: ObjectiveRow) -> str:
    """Return the objective's id."""
    return row.id


MEASURE_COLUMNS = (
    Column[MeasureRow](N_("Mått"), lambda row: _(row.measure.name), spoken=_full_verdict, stretch=True),
    Column[MeasureRow](N_("Utfall"), lambda row: row.found.words),
    Column[MeasureRow](N_("Mål"), lambda row: _(row.measure.goal)),
    Column[MeasureRow](N_("Läge"), lambda _row: "", mark=lambda row: verdict_mark(row.found.verdict)),
)

EVIDENCE_COLUMNS = (Column[EvidenceRow](N_("Post"), lambda row: row.text, note=lambda row: row.when),)

OBJECTIVE_COLUMNS = (
    Column[ObjectiveRow](N_("Mål"), lambda row: row.name, mark=_rating_mark, detail=lambda row: row.seen),
)

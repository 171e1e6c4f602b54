"""How decisions are told in their list (beslutens rader): number and words, who and when, and how they stand."""

from datetime import datetime

from krisapp.domain.incident import Incident
from krisapp.domain.leading.decision.decision_words import STATE_NAMES
from krisapp.domain.leading.decision.decisions import (
    SORT_NAMES,
    Decision,
    Decisions,
    Sort,
    State,
    decider_of,
    owes_word,
)
from krisapp.domain.words import _
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.lead.seen_row import SeenRow
from krisapp.ui.views.log_words import when
from krisapp.ui.views.questions.listed import Listed
from krisapp.ui.widgets.marks import Mark, Shape

_SIGNS = {
    State.HOLDS: (Tone.GOOD, Shape.CHECK),
    State.CHANGED: (Tone.NEUTRAL, Shape.DASH),
    State.REVOKED: (Tone.NEUTRAL, Shape.CROSS),
    State.LAPSED: (Tone.NEUTRAL, Shape.CLOCK),
}


def decision_rows(incident: Incident, now: datetime) -> list[SeenRow]:
    """Return the decisions as rows, the latest on top."""
    return [_row(incident, one, now) for one in reversed(incident.part(Decisions).all)]


def _row(incident: Incident, one: Decision, now: datetime) -> SeenRow:
    decisions = incident.part(Decisions)
    stands_on = (
        decisions.label(one.id),
        decisions.state(one, now),
        decisions.contested(one.id),
        one.made.review_at is not None and one.made.review_at <= now,
        owes_word(one),
        now.date(),
    )

    def say() -> Listed:
        mark = decision_mark(incident, one, now)
        return Listed(one.id, _title(incident, one), _detail(incident, one, now), "", mark)

    return SeenRow(one.id, stands_on, say)


def decision_mark(incident: Incident, one: Decision, now: datetime) -> Mark:
    """Return how a decision stands: what a person has to see to comes before what merely holds."""
    decisions = incident.part(Decisions)
    state = decisions.state(one, now)
    if decisions.contested(one.id):
        return Mark(_("två ändrar det"), Tone.ALARM, Shape.TRIANGLE)
    if state is State.HOLDS and one.made.review_at is not None and one.made.review_at <= now:
        return Mark(_("ska omprövas"), Tone.WAIT, Shape.CLOCK)
    if state is State.HOLDS and owes_word(one):
        return Mark(_("medarbetarna väntar"), Tone.WAIT, Shape.RING)
    return Mark(_(STATE_NAMES[state]), *_SIGNS[state])


def _title(incident: Incident, one: Decision) -> str:
    number = incident.part(Decisions).label(one.id)
    return f"{number}  {' '.join(one.made.text.split())}"


def _detail(incident: Incident, one: Decision, now: datetime) -> str:
    parts = [
        when(one.made.decided_at, now),
        decider_of(incident, one.made),
        _(SORT_NAMES[one.sort]) if one.sort is not Sort.ORDINARY else "",
        _("sekretess") if one.made.ground else "",
    ]
    return " · ".join(part for part in parts if part)

"""The readiness check as rows (beredskapskontroll): what is not ready first, and what the annual wheel reminds of."""

from typing import NamedTuple

from krisapp.domain.planning.readiness import Known, questions
from krisapp.domain.planning.ready_question import Mend, Question, Verdict
from krisapp.domain.planning.year_wheel import State, occasions, state, wheel_wanted
from krisapp.domain.words import N_, _, ngettext
from krisapp.store.plan.plan_versions import version_of
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.rows import Column

WHEEL = "wheel"
"""The screen of the annual wheel."""

LATE_NAMED = 3
"""How many of the wheel's late occasions are named."""

_LOOKS = {
    Verdict.READY: (N_("klart"), Tone.GOOD, Shape.CHECK),
    Verdict.OLD: (N_("för gammalt"), Tone.WAIT, Shape.CLOCK),
    Verdict.MISSING: (N_("saknas"), Tone.ALARM, Shape.TRIANGLE),
}


class ReadyRow(NamedTuple):
    """A question or a reminder: its key, words and mark, what its button says, and what mends it.

    Without a `mend` the button goes to the annual wheel, to the year in `item`.
    """

    key: str
    title: str
    detail: str
    mark: Mark
    button: str
    mend: Mend | None = None
    item: str = ""
    ready: bool = False


def ready_rows(live: Live) -> list[ReadyRow]:
    """Return the reminders of the wheel (P4) and the thirteen questions, those that are not ready before the others."""
    workplace, today = live.workplace, live.now().date()
    plan, acts = workplace.plan, workplace.plans.acts()
    known = Known(version_of(workplace.plans.versions(), plan) is not None, acts, workplace.exercised())
    rows = []
    wanted = wheel_wanted(acts, today)
    if wanted is not None:
        title = _("Gör årshjulet för {year}").format(year=wanted)
        why = _("Årshjulet görs före varje nytt år (P4). Se över punkterna och säg att det är klart.")
        mark = Mark(_("saknas"), Tone.WAIT, Shape.RING)
        rows.append(ReadyRow("wheel", title, why, mark, _("Gå till årshjulet"), item=str(wanted)))
    late = [one for one in occasions(plan.year_wheel, today.year, acts) if state(one, today) is State.LATE]
    # Before somebody uses the wheel for a year, everything in it would be late.
    if late and any(one.done for one in occasions(plan.year_wheel, today.year, acts)):
        title = ngettext("{count} punkt i årshjulet är försenad", "{count} punkter i årshjulet är försenade", len(late))
        names = ", ".join(one.item.name for one in late[:LATE_NAMED])
        mark = Mark(_("försenad"), Tone.WAIT, Shape.CLOCK)
        words = title.format(count=len(late))
        rows.append(ReadyRow("late", words, names, mark, _("Gå till årshjulet"), item=str(today.year)))
    asked = [_row(question) for question in questions(plan, known, today)]
    return [*rows, *sorted(asked, key=lambda row: row.ready)]


def _row(question: Question) -> ReadyRow:
    word, tone, shape = _LOOKS[question.verdict]
    return ReadyRow(
        f"question:{question.number}",
        question.title,
        question.reason,
        Mark(_(word), tone, shape),
        question.button,
        question.mend,
        question.item,
        question.verdict is Verdict.READY,
    )


def row_key(row: ReadyRow) -> str:
    """Return what names a row."""
    return row.key


def _title(row: ReadyRow) -> str:
    return row.title


def _detail(row: ReadyRow) -> str:
    return row.detail


def _mark(row: ReadyRow) -> Mark:
    return row.mark


COLUMNS = (Column[ReadyRow](N_("Beredskap"), _title, mark=_mark, detail=_detail),)

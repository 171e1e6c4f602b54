"""Injects as the director sees them (inspelslista): when each comes, what it waits for, and what became of it."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from krisapp.domain.exercising.conditions import has_happened
from krisapp.domain.exercising.drill import STANDINGS, Drill, Standing
from krisapp.domain.exercising.scenario import VIA, Inject, condition_words
from krisapp.domain.exercising.taking import MADE
from krisapp.domain.incident import Incident
from krisapp.domain.words import N_, _
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.exercise.clock_words import minute_words, until_words
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.rows import Column

_LOOKS = {
    Standing.PLANNED: (Tone.NEUTRAL, Shape.RING),
    Standing.HELD: (Tone.WAIT, Shape.HALF),
    Standing.SENT: (Tone.GOOD, Shape.CHECK),
    Standing.SKIPPED: (Tone.NEUTRAL, Shape.CROSS),
}


def standing_mark(standing: Standing) -> Mark:
    """Return what has become of an inject as a word, a shape and a tone."""
    return Mark(_(STANDINGS[standing]), *_LOOKS[standing])


class InjectRow(NamedTuple):
    """An inject with its words, worked out for one moment."""

    inject: Inject
    title: str
    detail: str
    note: str
    mark: Mark | None
    standing: Standing


def inject_rows(incident: Incident, drill: Drill, now: datetime) -> list[InjectRow]:
    """Return the injects: what is to come first, in order, then reserves, then what is done, the latest first."""
    rows = [_row(incident, drill, one, now) for one in drill.injects]
    open_ones = [row for row in rows if row.standing in (Standing.PLANNED, Standing.HELD)]
    done = [row for row in rows if row not in open_ones]
    done.sort(key=lambda row: drill.acts[row.inject.id][-1].stamp.at, reverse=True)
    return open_ones + done


def written_row(inject: Inject) -> InjectRow:
    """Return an inject as it stands in a scenario that is not played."""
    title = f"{inject.id}  {inject.from_} → {inject.to}: {inject.text}"
    mark = Mark(_("reserv"), Tone.NEUTRAL, Shape.SQUARE) if inject.reserve else None
    note = "" if inject.reserve else f"T+{inject.at}"
    return InjectRow(inject, title, " · ".join(_conditions(inject)), note, mark, Standing.PLANNED)


def next_up(drill: Drill) -> Inject | None:
    """Return the inject that comes next by the clock."""
    return next((one for one in drill.injects if not one.reserve and drill.standing(one.id) is Standing.PLANNED), None)


def _row(incident: Incident, drill: Drill, inject: Inject, now: datetime) -> InjectRow:
    standing, minute = drill.standing(inject.id), drill.minute(now)
    at = drill.minute_of(inject)
    title = f"{inject.id}  {inject.from_} → {inject.to}: {inject.text}"
    mark, note = standing_mark(standing), ""
    if standing is Standing.SENT:
        act = drill.acts[inject.id][-1]
        note = minute_words(act.minute)
        taken = drill.taken.get(inject.id)
        if taken:
            word = _("{standing}, {made}").format(standing=mark.word, made=_(MADE[taken[0].made]))
            mark = mark._replace(word=word)
    elif standing is Standing.PLANNED and inject.reserve:
        mark = Mark(_("reserv"), Tone.NEUTRAL, Shape.SQUARE)
    elif standing is Standing.PLANNED:
        waits = inject.after is not None and not has_happened(incident, drill, inject.after)
        if waits and at <= minute:
            mark = Mark(_("väntar"), Tone.WAIT, Shape.CLOCK)
        note = f"T+{at} · {until_words(at - minute)}"
    elif standing is Standing.HELD:
        note = f"T+{at}"
    return InjectRow(inject, title, " · ".join(_details(drill, inject)), note, mark, standing)


def _details(drill: Drill, inject: Inject) -> Iterator[str]:
    yield from _conditions(inject)
    acts = drill.acts.get(inject.id, ())
    if acts and acts[-1].reason:
        yield acts[-1].reason


def _conditions(inject: Inject) -> Iterator[str]:
    yield _(VIA[inject.via])
    if inject.after is not None:
        yield _("skickas {condition}").format(condition=condition_words(inject.after))
    if inject.unless is not None:
        yield _("inte {condition}").format(condition=condition_words(inject.unless))


def _title(row: InjectRow) -> str:
    return row.title


def _detail(row: InjectRow) -> str:
    return row.detail


def _note(row: InjectRow) -> str:
    return row.note


def _mark(row: InjectRow) -> Mark | None:
    return row.mark


COLUMNS = (Column[InjectRow](N_("Inspel"), _title, mark=_mark, detail=_detail, note=_note),)


def row_key(row: InjectRow) -> str:
    """Return what names a row."""
    return row.inject.id

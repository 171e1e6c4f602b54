"""What decisions need from someone now (beslutens behov): boards and employees to tell, what is to be tried again."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from krisapp.domain.incident import Incident
from krisapp.domain.leading.decision.crisis_board import CrisisBoard, review_due
from krisapp.domain.leading.decision.decisions import Decision, Decisions
from krisapp.domain.words import _, ngettext
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.log_words import when
from krisapp.ui.views.need import Need
from krisapp.ui.widgets.marks import Mark, Shape


def decision_needs(incident: Incident, now: datetime) -> Iterator[Need]:
    """Give a row for each thing, what the law wants at once first."""
    yield from _board(incident, now)
    decisions = incident.part(Decisions)
    contested = [one for one in decisions.all if decisions.contested(one.id)]
    if contested:
        mark = Mark(_("två ändrar det"), Tone.ALARM, Shape.TRIANGLE)
        yield _need(incident, "contested", contested, _("Två beslut ändrar samma beslut"), mark)
    untold = decisions.untold(now)
    if untold:
        title = ngettext(
            "{count} beslut ska nå medarbetarna", "{count} beslut ska nå medarbetarna", len(untold)
        ).format(count=len(untold))
        yield _need(incident, "untold", untold, title, Mark(_("medarbetarna väntar"), Tone.WAIT, Shape.RING))
    review = decisions.to_review(now)
    if review:
        title = ngettext("{count} beslut ska omprövas", "{count} beslut ska omprövas", len(review))
        mark = Mark(_("ska omprövas"), Tone.WAIT, Shape.CLOCK)
        yield _need(incident, "review", review, title.format(count=len(review)), mark)


def _board(incident: Incident, now: datetime) -> Iterator[Need]:
    """Give what the krisledningsnämnd owes while it is in function (LEH)."""
    board = incident.part(CrisisBoard)
    term = board.current
    if term is None:
        return
    for one in board.untold(term):
        title = _("Underrätta {board}").format(board=one.board)
        mark = Mark(_("inte underrättad"), Tone.ALARM, Shape.TRIANGLE)
        yield Need(f"board {one.id}", title, one.tasks, mark, "lead", "decisions:board")
    due = review_due(term)
    if due is not None and due <= now:
        detail = _("skulle ha prövats {time}").format(time=when(due, now))
        mark = Mark(_("ska prövas"), Tone.WAIT, Shape.CLOCK)
        yield Need(
            "board review", _("Behövs krisledningsnämnden fortfarande?"), detail, mark, "lead", "decisions:board"
        )


def _need(incident: Incident, key: str, found: Sequence[Decision], title: str, mark: Mark) -> Need:
    """Return a row that goes to the first of several decisions; a secret one is named by its number only."""
    first = found[0]
    number = incident.part(Decisions).label(first.id)
    text = first.made.text if not first.made.ground else _("sekretess")
    detail = _("Beslut {number}: {text}").format(number=number, text=text)
    return Need(f"decision {key}", title, detail, mark, "lead", f"decisions:{first.id}")

"""What the program's own plan has and that of a workplace has not, judged by the history of the plan's edits."""

from krisapp.domain.plan import Plan
from krisapp.domain.planning.newer_rows import Newer, differing, newer
from krisapp.store.plan.plan_store import PlanStore

PROGRAM = "program"
"""The kind of an edit that took rows over from the program."""


def newer_in_program(store: PlanStore, program: Plan) -> list[Newer]:
    """Return what is missing or older in a workplace's plan than in the program's own."""
    plan = store.plan()
    delivered = {id: _delivered(store, id) for id in differing(plan, program)}
    return newer(plan, program, delivered)


def _delivered(store: PlanStore, template: str) -> frozenset[str]:
    """Return the texts that the program has given a template: what the plan came with, and what was taken over since.

    Empty for a template that nobody has edited, whose text is then the one the plan came with.
    """
    place = ("template", (template,))
    edits = store.history_of(place)
    came_with = [edit.before[place] for edit in edits[-1:] if place in edit.before]
    taken = [edit.after[place] for edit in edits if edit.kind == PROGRAM and place in edit.after]
    return frozenset(str(row["text"]) for row in (*came_with, *taken))

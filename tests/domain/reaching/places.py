"""The sample plan's channels and places at an incident in memory, for the tests of reaching people."""

from functools import cache

import msgspec

from krisapp.domain.plan import Plan
from krisapp.domain.reaching.working import State, report
from krisapp.store.sample import sample_plan
from tests.domain.sitting import PLAN, Sitting


@cache
def sample() -> Plan:
    """Return the sample plan, with the people and roles of the sitting."""
    return msgspec.structs.replace(sample_plan(), people=PLAN.people, roles=PLAN.roles, holders=PLAN.holders)


def sitting_in_flen() -> Sitting:
    """Return an incident in Bettna that runs on the sample plan."""
    sitting = Sitting()
    sitting.incident.plan = sample()
    return sitting


def tell(sitting: Sitting, place: str, *things: str, state: State = State.DOWN, source: str = "") -> None:
    """Report things in a place to be in a state."""
    sitting.do(report(sitting.incident, place, dict.fromkeys(things, state), source))

"""Which channels live where (levande kanaler): what each needs by the plan against what works there.

A channel needs one of several ways, and each way all of its things: "own_web + web". What nobody has told of is not
taken to be down: a channel is down when it is known that every way is broken.
"""

from functools import cache

from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Channel
from krisapp.domain.reaching.working import BOARD, HOUSE, LOCAL, OWN, State, Working, towns

NOTHING, HANDS = "nothing", "hands"
NEEDED = (*LOCAL, *OWN, NOTHING, HANDS)
"""What a channel can need: a thing, nothing at all, or that somebody goes there."""

_RANK = (State.DOWN, State.UNKNOWN, State.WORKING)


@cache
def ways_of(needs: tuple[str, ...]) -> tuple[tuple[tuple[str, ...], bool], ...]:
    """Return the ways of a channel: its things, and whether the text is carried there by a person."""
    ways = (tuple(thing.strip() for thing in need.split("+")) for need in needs)
    return tuple((things, BOARD in things or HANDS in things) for things in ways)


def state_of(channel: Channel, working: Working, place: str, *, carried: bool | None = None) -> State:
    """Return whether a channel reaches a place; `carried` asks only of the ways by hand, or only of the others.

    Of the house, `HOUSE`, only the municipality's own systems are asked: that is how it is outside the places.
    """
    ways = [things for things, by_hand in ways_of(channel.needs) if carried is None or by_hand is carried]
    if not channel.needs and not carried:
        return State.UNKNOWN
    states = [min((_of(working, place, thing) for thing in things), key=_RANK.index) for things in ways]
    return max(states, key=_RANK.index, default=State.DOWN)


def _of(working: Working, place: str, thing: str) -> State:
    if thing in (NOTHING, HANDS):
        return State.WORKING
    return working.state(HOUSE if thing in OWN else place, thing)


def down_in(plan: Plan, working: Working, place: str) -> frozenset[str]:
    """Return the channels that are known to be down in a place."""
    return frozenset(row.id for row in plan.channels if state_of(row, working, place) is State.DOWN)


def down(plan: Plan, working: Working) -> frozenset[str]:
    """Return the channels that are known to be down in every place, or for want of the municipality's own systems."""
    if not working.known:
        return frozenset()
    everywhere = [down_in(plan, working, place.id) for place in towns(plan)]
    return down_in(plan, working, HOUSE).union(frozenset.intersection(*everywhere) if everywhere else ())
